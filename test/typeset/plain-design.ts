/** The design `reading` made plain: one size, one leading, no hanging, measured in characters, for pages drawn as text. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { mm, type BlockLook, type Design } from '../../src/typeset/design.js';
import type { BlockStyle } from '../../src/galley/types.js';

export const reading = parse(
  readFileSync(new URL('../../templates/designs/reading.yaml', import.meta.url), 'utf8'),
) as Design; // Checked against its schema in design.test.ts.

/** Size of a character and of a line, pt. */
export const cell = { width: 5, height: 10 } as const;

export interface PlainShape {
  /** Characters. */
  columns?: number;
  lines?: number;
  notes?: number;
  sink?: number;
  /** Changes of all blocks, and of single ones. */
  look?: Partial<BlockLook>;
  blocks?: Partial<Record<BlockStyle, Partial<BlockLook>>>;
  change?: Partial<Design>;
}

export function plainDesign({
  columns = 40,
  lines = 20,
  notes = 14,
  sink = 0,
  look,
  blocks,
  change,
}: PlainShape = {}): Design {
  const across = (count: number): number => (count * cell.width) / mm;
  const down = (count: number): number => (count * cell.height) / mm;
  const plain = (own: Partial<BlockLook>): Partial<BlockLook> => {
    const { keepWithNext = false, sharesLine = false, hyphenate = true, group = '' } = own;
    return { keepWithNext, sharesLine, hyphenate, group };
  };
  const styles = Object.keys(reading.blocks) as BlockStyle[]; // Keys of the table are its styles.
  return {
    ...reading,
    page: {
      width: across(2 + columns + 2 + notes + 2),
      height: down(lines + 6),
      inner: across(2),
      measure: across(columns),
      top: down(3),
      lines,
      leading: cell.height,
      sink,
    },
    text: { ...reading.text, size: 10, features: [], alignment: 'ragged', ...look },
    blocks: {
      ...(Object.fromEntries(
        styles.map((style) => [style, plain(reading.blocks[style])]),
      ) as Design['blocks']),
      paragraph: { indent: 1 },
      secrecy: { ...plain(reading.blocks.secrecy), alignment: 'end' },
      source: { hang: 1.5 },
      footnote: { hang: 1.5 },
      ...blocks,
    },
    lists: { indent: 1.5, gap: 0.5, space: 0, between: 0 },
    marginal: {
      ...reading.marginal,
      gap: across(2),
      width: across(notes),
      distance: 0,
      depth: 0,
      sign: { offset: across(0.5), rise: 0.5, depth: 0.1, thickness: 0.4, gray: 0 },
      continued: { off: '↓', on: '↑' },
    },
    footnotes: {
      call: { rise: 0 },
      rule: { length: across(6), thickness: 0.4, gray: 0 },
      gap: 1,
    },
    running: {
      look: { face: 'roman', size: 10, features: [], letterSpace: 0, gray: 0 },
      head: down(1),
      foot: down(lines + 5),
    },
    ornament: { length: across(6), thickness: 0.4, gray: 0, before: 1, after: 0 },
    sourcePageBreak: { before: '[', after: ']' },
    protrusion: { left: {}, right: {} },
    pagination: { ...reading.pagination, last: { lines: 6, cost: 60 } },
    ...change,
  };
}
