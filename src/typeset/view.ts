/** Pages to look at: as plain JSON for `inspect --stage pages`, and drawn as text for tests with a fixed-width face. */
import type { GlyphRun, OutlineEntry, Page, PageItem, Setting, StructureNode } from './pages.js';

export interface PagesView {
  readonly pages: readonly PageView[];
  readonly structure: readonly StructureNode[];
  readonly outline: readonly OutlineEntry[];
  /** Galley id → folio. */
  readonly labels: Readonly<Record<string, string>>;
}

export interface PageView {
  readonly label: string;
  readonly side: Page['side'];
  /** pt */
  readonly width: number;
  readonly height: number;
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

/** Takes the pages of a setting. Coordinates are rounded to a hundredth of a point; glyphs are left out. */
export function viewSetting(setting: Setting): PagesView {
  const pages = [...setting.pages()].map(viewPage);
  return {
    pages,
    structure: setting.structure,
    outline: setting.outline,
    labels: Object.fromEntries(setting.labels),
  };
}

export function viewPage(page: Page): PageView {
  return {
    label: page.label,
    side: page.side,
    width: round(page.width),
    height: round(page.height),
    items: page.items.map(viewItem),
  };
}

function viewItem(item: PageItem): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(item) as [string, unknown][]) {
    if (name === 'shaped') plain['text'] = (value as GlyphRun['shaped']).text;
    else plain[name] = typeof value === 'number' ? round(value) : value;
  }
  return plain;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

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
