/**
 * Typographic punctuation: straight quotation marks and apostrophes → those of the language, hyphens between numbers →
 * en dashes, only where that is certain. One character stands for one, so words, spaces and places never change, and
 * what was set once stays as it is when it is set again.
 */
import { quotationMarks } from './quotation-marks.js';
import { dashes } from './ranges.js';
import type { RawText } from './whitespace.js';
import type { Words } from './words.js';

/** A character to set at an index of a text. */
export type Replacement = readonly [index: number, character: string];

/**
 * Sets the punctuation of one block. `leaves` are all its texts in order: pairs are found over the whole of it, whatever
 * elements it is made of. True if anything was changed.
 */
export function punctuate(leaves: readonly RawText[], words: Words): boolean {
  const text = leaves.map((leaf) => leaf.value).join('');
  if (!/["'-]/.test(text)) return false;
  const kinds = kindsOf(leaves);
  const free = (index: number): boolean => kinds(index) !== 'as-source';
  const replacements = [...quotationMarks(text, words.quotation, free), ...dashes(text, words.numbers, kinds)]
    .filter(([index]) => free(index))
    .sort(([a], [b]) => a - b);
  if (replacements.length === 0) return false;

  let start = 0;
  let next = 0;
  for (const leaf of leaves) {
    const end = start + leaf.value.length;
    let value = '';
    let from = start;
    for (; next < replacements.length && replacements[next]![0] < end; next++) {
      const [index, character] = replacements[next]!; // below the length
      value += text.slice(from, index) + character;
      from = index + 1;
    }
    if (from > start) leaf.value = value + text.slice(from, end);
    start = end;
  }
  return true;
}

/** What each index of the joined text says of punctuation; asked in rising and falling order, found by halves. */
function kindsOf(leaves: readonly RawText[]): (index: number) => RawText['punctuation'] {
  if (leaves.every((leaf) => leaf.punctuation === undefined)) return () => undefined;
  const ends: number[] = [];
  let end = 0;
  for (const leaf of leaves) ends.push((end += leaf.value.length));
  return (index) => {
    let low = 0;
    let high = ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle]! > index) high = middle;
      else low = middle + 1;
    }
    return leaves[low]?.punctuation;
  };
}
