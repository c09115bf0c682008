/** Prose, as against the entries and controls of a page. */
import { wordsOf } from '../words.js';
import { sentenceEnd } from './sentence-end.js';
import type { Unit } from './units.js';

/** Longest line, in characters, that can be an entry of a listing or a control of a page. */
export const longestEntry = 200;
/** Words from which on a line that ends like a sentence counts as prose. */
const proseWords = 8;

/** A sentence of some length, or a line longer than entries and controls are. */
export function isProse({ text }: Pick<Unit, 'text'>): boolean {
  return (
    text.length > longestEntry || (sentenceEnd.test(text) && wordsOf(text, longestEntry).length >= proseWords)
  );
}
