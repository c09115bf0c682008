/** A page drawn as text, to look at: meant for pages set in a face whose characters are all of one width. */
import type { Page } from './pages.js';

export interface Cell {
  /** pt */
  readonly width: number;
  readonly height: number;
}

/**
 * A page as lines of text, one character a cell: runs where they stand, level rules as ─, upright ones as │. Where two things
 * stand in one cell, ▚ shows it. Blank rows at the ends are cut.
 */
export function drawPage(page: Page, cell: Cell): string {
  const rows: string[][] = [];
  const put = (row: number, column: number, character: string): void => {
    if (row < 0 || column < 0) return;
    const line = (rows[row] ??= []);
    const there = line[column];
    line[column] =
      there === undefined || there === ' ' || character === there
        ? character
        : character === ' '
          ? there
          : '▚';
  };
  for (const item of page.items) {
    if (item.kind === 'rule') {
      const level = item.width >= item.height;
      const row = Math.floor((level ? item.y : item.y + item.height / 2) / cell.height);
      const count = level ? Math.max(1, Math.round(item.width / cell.width)) : 1;
      for (let i = 0; i < count; i++) put(row, Math.floor(item.x / cell.width + 1e-6) + i, level ? '─' : '│');
    } else if (item.kind === 'run') {
      let { x } = item;
      const row = Math.round(item.y / cell.height) - 1;
      const scale = item.size / 1000;
      for (const [i, cluster] of item.shaped.clusters.entries()) {
        const character = String.fromCodePoint(item.shaped.text.codePointAt(cluster) ?? 0x20);
        put(row, Math.round(x / cell.width), character === '\u00AD' ? '-' : character);
        x +=
          (item.shaped.advances[i] ?? 0) * scale +
          item.letterSpace +
          (character === ' ' ? item.wordSpace : 0);
      }
    }
  }
  const text = Array.from(rows, (row: string[] | undefined) =>
    row
      ? Array.from(row, (character: string | undefined) => character ?? ' ')
          .join('')
          .trimEnd()
      : '',
  );
  while (text[0] === '') text.shift();
  return text.join('\n');
}
