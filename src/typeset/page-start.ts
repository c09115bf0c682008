/** The first word of the text that begins on a page. */
import { offsetIn } from './collect.js';
import type { FlowLine } from './flow.js';
import type { PageStart } from './pages.js';
import type { StructureTree } from './structure.js';

/** @param lines of the text on the page, in order */
export function pageStart(label: string, lines: readonly FlowLine[], tree: StructureTree): PageStart {
  for (const line of lines) {
    if (line.kind === 'rule') continue;
    // A label stands in the line before its words, whatever the order in which they were set.
    const sequences = line.sets.flatMap(({ line: { pieces } }) => (pieces[0] ? [pieces[0].sequence] : []));
    if (sequences.length === 0) continue;
    const found = tree.textAt(Math.min(...sequences));
    if (!found) continue;
    const { node, distance } = found;
    return { label, text: { node, offset: wordFrom(node.value, offsetIn(node, distance)) } };
  }
  return { label };
}

/** A word that was divided belongs to the page on which it begins: the next one is the first of this page. */
function wordFrom(text: string, offset: number): number {
  if (offset === 0 || /\s/.test(text[offset - 1] ?? '')) return offset;
  const space = /\s+/g;
  space.lastIndex = offset;
  return space.exec(text) ? space.lastIndex : text.length;
}
