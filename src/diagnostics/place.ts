import type { Point } from 'unist';

/** Offsets of the last units of a text's line ends (LF, CRLF, or CR alone), ascending. */
export function lineEnds(text: string): readonly number[] {
  const offsets: number[] = [];
  for (const end of text.matchAll(/\r\n|\n|\r/g)) offsets.push(end.index + end[0].length - 1);
  return offsets;
}

/**
 * Line and column (1-based) of an offset (UTF-16 units, 0-based) in the text whose line ends are given.
 */
export function pointOf(offset: number, ends: readonly number[]): Point {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  const lineStart = low === 0 ? 0 : ends[low - 1]! + 1;
  return { line: low + 1, column: offset - lineStart + 1, offset };
}
