/** The form of a place's name: words in capitals, with small words between them ("Frankfurt an der Oder", "Ho Chi Minh City"). */
import type { Vocabulary } from '../vocabulary.js';
import { anyOf } from '../words.js';

const word = "\\p{Lu}[\\p{L}\\p{M}'’-]*";
const known = new WeakMap<Vocabulary['marks'], string>();

/** A regular expression's source for such a name of up to four words in capitals. */
export function placeName({ marks }: Pick<Vocabulary, 'marks'>): string {
  let source = known.get(marks);
  if (source === undefined) {
    source = `${word}(?:\\s+(?:${anyOf(marks.placeParticles)}\\s+)?${word}){0,3}`;
    known.set(marks, source);
  }
  return source;
}
