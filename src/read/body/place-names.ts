/** The form of a place's name: words in capitals, with small words between them ("Frankfurt an der Oder", "Ho Chi Minh City"). */
import { madeOnce } from '../made-once.js';
import type { Vocabulary } from '../vocabulary.js';
import { anyOf } from '../words.js';

const word = "\\p{Lu}[\\p{L}\\p{M}'’-]*";

const sourceOf = madeOnce(
  ({ placeParticles }: Vocabulary['marks']) => `${word}(?:\\s+(?:${anyOf(placeParticles)}\\s+)?${word}){0,3}`,
);

/** A regular expression's source for such a name of up to four words in capitals. */
export function placeName({ marks }: Pick<Vocabulary, 'marks'>): string {
  return sourceOf(marks);
}
