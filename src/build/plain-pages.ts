/** The pages station in a form that JSON can hold and a person can read: `inspect --stage pages`. */
import type { PageItem, Setting } from '../typeset/pages.js';

/** Takes all pages. Lengths in pt, rounded to a thousandth; glyphs are left out, their words stand for them. */
export function plainPages(setting: Setting): unknown {
  const pages = Array.from(setting.pages(), ({ items, ...page }) => ({
    ...page,
    items: items.map(plainItem),
  }));
  return {
    pages,
    structure: setting.structure,
    outline: setting.outline.map((entry) => ({ ...entry, y: rounded(entry.y) })),
    labels: Object.fromEntries(setting.labels),
  };
}

function plainItem(item: PageItem): unknown {
  if (item.kind !== 'run') return roundedAll(item);
  const { shaped, ...run } = item;
  return { text: shaped.text, ...roundedAll(run) };
}

function roundedAll(record: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'number' ? rounded(value) : value,
    ]),
  );
}

function rounded(length: number): number {
  return Math.round(length * 1000) / 1000;
}
