/** The outline (ISO 32000-1, 12.3.3): titles, places, and how many of them are seen. */
import type { OutlineEntry } from '../typeset/pages.js';
import type { Container, IndirectObject } from './pdfkit.js';
import { real, textString, Token } from './syntax.js';

interface Item {
  readonly entry: OutlineEntry;
  readonly reference: IndirectObject;
  readonly children: Item[];
}

export interface OutlinePlaces {
  readonly pages: readonly IndirectObject[];
  /** Height of each page, pt. */
  readonly heights: readonly number[];
  readonly elements: ReadonlyMap<number, IndirectObject>;
}

/** Writes the outline, all levels open. @returns its root, undefined if there are no entries */
export function writeOutline(
  container: Container,
  entries: readonly OutlineEntry[],
  places: OutlinePlaces,
): IndirectObject | undefined {
  if (entries.length === 0) return undefined;
  const root: Item[] = [];
  // The items that are still open, one a level; a level that is left out (1, then 3) makes no empty item.
  const open: Item[] = [];
  for (const entry of entries) {
    while (open.length > 0 && open.at(-1)!.entry.level >= entry.level) open.pop();
    const item: Item = { entry, reference: container.ref(), children: [] };
    (open.at(-1)?.children ?? root).push(item);
    open.push(item);
  }
  const outlines = container.ref();
  const count = writeItems(root, outlines, places);
  outlines.data = new Token(`<</Type/Outlines${ends(root)}/Count ${String(count)}>>`);
  outlines.end();
  return outlines;
}

function ends(items: readonly Item[]): string {
  const first = items[0];
  const last = items.at(-1);
  return first && last ? `/First ${String(first.reference)}/Last ${String(last.reference)}` : '';
}

/** @returns how many items are visible, at any depth */
function writeItems(items: readonly Item[], parent: IndirectObject, places: OutlinePlaces): number {
  let visible = 0;
  items.forEach(({ entry, reference, children }, i) => {
    const page = places.pages[entry.page];
    const height = places.heights[entry.page];
    if (!page || height === undefined)
      throw new RangeError(`the outline names page ${String(entry.page)}, which is none`);
    const below = writeItems(children, reference, places);
    visible += 1 + below;
    const previous = items[i - 1];
    const next = items[i + 1];
    const element = places.elements.get(entry.structure);
    reference.data = new Token(
      `<</Title ${textString(entry.title)}/Parent ${String(parent)}` +
        (previous ? `/Prev ${String(previous.reference)}` : '') +
        (next ? `/Next ${String(next.reference)}` : '') +
        (children.length > 0 ? `${ends(children)}/Count ${String(below)}` : '') +
        `/Dest[${String(page)}/XYZ 0 ${real(height - entry.y)} null]` +
        (element ? `/SE ${String(element)}` : '') +
        '>>',
    );
    reference.end();
  });
  return visible;
}
