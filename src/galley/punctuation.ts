import type { RawText } from './whitespace.js';
import type { Words } from './words.js';
export function punctuate(_leaves: readonly RawText[], _words: Words): boolean {
  return false;
}
