/** The strokes of marginal notes, and what joins them to their lines: to the point. */
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import type { GalleyNote } from '../../src/galley/types.js';
import { mm } from '../../src/typeset/design.js';
import { typeset } from '../../src/typeset/index.js';
import type { Page, RuleItem } from '../../src/typeset/pages.js';
import { fixedWidth, never } from './fixed-width.js';
import { beside, galley, marginal, p } from './galleys.js';
import { cell, plainDesign } from './plain-design.js';

const sign = {
  ...{ offset: (4 * cell.width) / mm, rise: 0.5, depth: 0.1, thickness: 0.5, gray: 0 },
  connector: { from: (0.5 * cell.width) / mm, to: (3 * cell.width) / mm, thickness: 0.25, gray: 0 },
};

/** The rules of each page beside the text, from the text outwards, pt, and in lines from its first baseline. */
function rulesOf(notes: GalleyNote[], lines: (string | ReturnType<typeof beside>)[][], depth = 12) {
  const plain = plainDesign({ columns: 12, lines: depth });
  const design = { ...plain, marginal: { ...plain.marginal, gap: (5 * cell.width) / mm, sign } };
  const content = galley(
    lines.map((line) => p('paragraph-first', line)),
    notes,
  );
  const pages = [...typeset(content, design, fixedWidth(), never, new VFile()).pages()];
  const left = (page: Page): number =>
    page.side === 'recto'
      ? design.page.inner * mm
      : page.width - (design.page.inner + design.page.measure) * mm;
  return pages.map((page) => {
    const rules = page.items.filter((item): item is RuleItem => item.kind === 'rule');
    const out = ({ x, width }: RuleItem): number =>
      page.side === 'recto' ? x - left(page) - design.page.measure * mm : left(page) - x - width;
    const at = (y: number): number => Number(((y - design.page.top * mm) / cell.height).toFixed(2));
    const rounded = (value: number): number => Number(value.toFixed(2));
    const of = (thickness: number): RuleItem[] =>
      rules.filter(({ width, height }) => Math.abs(Math.min(width, height) - thickness) < 1e-6);
    return {
      strokes: of(0.5).map((rule) => [rounded(out(rule)), at(rule.y), at(rule.y + rule.height)]),
      upright: of(0.25)
        .filter(({ width, height }) => height > width)
        .map((rule) => ({ x: rounded(out(rule)), from: at(rule.y), to: at(rule.y + rule.height) })),
      level: of(0.25)
        .filter(({ width, height }) => height <= width)
        .map((rule) => ({ from: rounded(out(rule)), to: rounded(out(rule) + rule.width), y: at(rule.y) })),
      runs: page.items.filter((item) => item.kind === 'run'),
    };
  });
}

const note = (id: string, words = 'no'): GalleyNote => marginal(id, 'Stalin', words);
const five = 'a b c d e f g h';

describe('strokes of marginal notes', () => {
  it('stand beside the notes, not beside the lines that these had to leave', () => {
    const [page] = rulesOf(
      [note('n1'), note('n2')],
      [[beside('n1'), 'one'], [beside('n2'), 'two'], ['three']],
    );
    expect(page?.strokes).toEqual([
      [20, -0.5, 0.1],
      [20, 1.5, 2.1],
    ]);
  });

  it('are joined to the line of a note that moved down, and to no other', () => {
    const [page] = rulesOf(
      [note('n1'), note('n2')],
      [[beside('n1'), 'one'], [beside('n2'), 'two'], ['three']],
    );
    expect(page?.upright).toHaveLength(1);
    expect(page?.upright[0]).toMatchObject({ from: 0.79, to: 2.01 });
    expect(page?.level).toEqual([
      { from: 2.5, to: page?.upright[0]?.x === undefined ? 0 : page.upright[0].x + 0.25, y: 0.79 },
      { from: 15, to: 20, y: 1.99 },
    ]);
  });

  it('of several notes at one line: the first stands there, the others are joined to it', () => {
    const [page] = rulesOf([note('n1'), note('n2')], [[beside('n1', 'n2'), 'one'], ['two'], ['three']]);
    expect(page?.strokes.map(([, from]) => from)).toEqual([-0.5, 1.5]);
    expect(page?.upright.map(({ from }) => from)).toEqual([-0.21]);
  });

  it('have joining lines that never cross or lie on each other', () => {
    const lines = ['n1', 'n2', 'n3', 'n4'].map((id) => [beside(id), 'one']);
    const [page] = rulesOf(
      ['n1', 'n2', 'n3', 'n4'].map((id) => note(id)),
      [...lines, [five], [five], [five]],
    );
    const { upright = [], level = [] } = page ?? {};
    expect(upright).toHaveLength(3);
    for (const [i, one] of upright.entries()) {
      for (const other of upright.slice(i + 1)) {
        if (other.from <= one.to) expect(other.x).toBeLessThan(one.x);
      }
      for (const [k, across] of level.entries()) {
        if (Math.floor(k / 2) === i) continue;
        const meets =
          across.y > one.from && across.y < one.to && across.from < one.x && across.to > one.x + 0.25;
        expect(meets).toBe(false);
      }
    }
  });

  it('of a note that starts overleaf: a line leads to the foot of the page, the note has a sign and no stroke', () => {
    const [first, second] = rulesOf(
      [note('n1', 'one two three four five six'), note('n2')],
      [[beside('n1'), 'one'], [beside('n2'), 'two'], ['three'], [five, ' ', five]],
      4,
    );
    expect(first?.strokes).toHaveLength(1);
    expect(first?.upright.at(-1)?.to).toBe(3);
    expect(first?.runs.some(({ shaped }) => shaped.text === '↓')).toBe(true);
    expect(second?.strokes).toEqual([]);
    expect(second?.runs.some(({ shaped }) => shaped.text === '↑')).toBe(true);
  });

  it('belong to no line where the note belongs to the document', () => {
    const [page] = rulesOf(
      [note('n1'), { ...note('n2'), place: 'end' }],
      [[beside('n1', 'n2'), 'one'], ['two']],
    );
    expect(page?.strokes).toHaveLength(2);
    expect(page?.upright).toEqual([]);
  });
});
