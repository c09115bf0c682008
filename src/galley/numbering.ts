/** What kind of numbers the labels of a list are: PDF's `ListNumbering` (ISO 32000-1, table 347) and EPUB want to know. */
import type { GalleyList } from './types.js';

/** Labels are the source's; with any label of another kind, or without labels, the list is not numbered. */
export function numberingOf(labels: readonly string[]): GalleyList['numbering'] {
  const bare = labels.map((label) => label.replace(/^[\s([]+|[\s.):\]]+$/g, ''));
  if (bare.length === 0) return 'none';
  if (bare.every((label) => /^\d+$/.test(label))) return 'decimal';
  // "i" and "v" alone are letters as well: a list that begins with I is Roman.
  if (/^i$/i.test(bare[0] ?? '') && bare.every((label) => /^[ivxlcdm]+$/i.test(label))) return 'roman';
  if (bare.every((label) => /^\p{L}$/u.test(label))) return 'alpha';
  return 'none';
}
