/** What holds for every galley on every page size. */
import fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import type { Galley } from '../../src/galley/types.js';
import { mm, type Design } from '../../src/typeset/design.js';
import { typeset } from '../../src/typeset/index.js';
import type { GlyphRun, Page, Setting } from '../../src/typeset/pages.js';
import { anyGalley, lettersOf } from './arbitrary.js';
import { everyThird, fixedWidth, never } from './fixed-width.js';
import { plainDesign } from './plain-design.js';

const shape = fc.record({
  columns: fc.integer({ min: 8, max: 60 }),
  lines: fc.integer({ min: 1, max: 24 }),
  notes: fc.integer({ min: 6, max: 16 }),
  sink: fc.integer({ min: 0, max: 3 }),
  look: fc.record({ alignment: fc.constantFrom('justified' as const, 'ragged' as const) }),
  hyphens: fc.boolean(),
});
type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never;

function set(
  content: Galley,
  { hyphens, ...plain }: Shape,
): { setting: Setting; pages: Page[]; design: Design; file: VFile } {
  const design = plainDesign(plain);
  const file = new VFile({ path: 'test.xml' });
  const setting = typeset(content, design, fixedWidth(), hyphens ? everyThird : never, file);
  return { setting, pages: [...setting.pages()], design, file };
}

interface Placed {
  run: GlyphRun;
  page: Page;
}
const runsOf = (pages: readonly Page[]): Placed[] =>
  pages.flatMap((page) => page.items.flatMap((item) => (item.kind === 'run' ? [{ run: item, page }] : [])));
/** In reading order; artifacts apart. */
const readingOrder = (pages: readonly Page[]): (Placed & { structure: number; sequence: number })[] =>
  runsOf(pages)
    .flatMap(({ run, page }) => ('structure' in run.belongs ? [{ run, page, ...run.belongs }] : []))
    .sort((one, other) => one.sequence - other.sequence);

/** Left and right edges of the two columns of a page. */
function columnsOf(page: Page, design: Design): { text: [number, number]; notes: [number, number] } {
  const { inner, measure } = design.page;
  const { gap, width } = design.marginal;
  const left = page.side === 'recto' ? inner * mm : page.width - (inner + measure) * mm;
  const notes = page.side === 'recto' ? left + (measure + gap) * mm : left - (gap + width) * mm;
  return { text: [left, left + measure * mm], notes: [notes, notes + width * mm] };
}

const slack = 0.01;
const runs = { numRuns: 60 };

describe('any galley on any page', () => {
  it('has every number finite and every run inside its column and its page', () => {
    fc.assert(
      fc.property(anyGalley, shape, (content, plain) => {
        const { pages, design } = set(content, plain);
        const { leading, lines, top } = design.page;
        const lowest = top * mm + (lines - 1 + design.pagination.longer.lines) * leading;
        const astray: string[] = [];
        for (const page of pages) {
          const columns = columnsOf(page, design);
          for (const item of page.items) {
            const finite = Object.values(item).every(
              (value) => typeof value !== 'number' || Number.isFinite(value),
            );
            if (!finite) astray.push(JSON.stringify(item));
            if (item.kind !== 'run' || 'artifact' in item.belongs) continue;
            // Letterspacing after a line's last letter hangs out, unseen.
            const right = item.x + item.width - item.letterSpace - slack;
            const inside = ([from, to]: [number, number]): boolean => item.x >= from - slack && right <= to;
            const high = item.y >= top * mm - slack && item.y <= lowest + slack;
            if (!high || !(inside(columns.text) || inside(columns.notes))) {
              astray.push(`“${item.shaped.text}” at ${String(item.x)}, ${String(item.y)} on ${page.label}`);
            }
          }
        }
        expect(astray).toEqual([]);
      }),
      runs,
    );
  });

  it('has no two runs that overlap', () => {
    fc.assert(
      fc.property(anyGalley, shape, (content, plain) => {
        const { pages, design } = set(content, plain);
        const overlaps: string[] = [];
        for (const page of pages) {
          const sorted = runsOf([page])
            .map(({ run }) => run)
            .filter((run) => 'structure' in run.belongs)
            .sort((one, other) => one.y - other.y || one.x - other.x);
          for (const [i, run] of sorted.entries()) {
            for (let k = i + 1; k < sorted.length; k++) {
              const next = sorted[k];
              if (!next || next.y - run.y >= design.page.leading - slack) break;
              const apart = next.x >= run.x + run.width - slack || run.x >= next.x + next.width - slack;
              if (!apart) overlaps.push(`“${run.shaped.text}” and “${next.shaped.text}” on ${page.label}`);
            }
          }
        }
        expect(overlaps).toEqual([]);
      }),
      runs,
    );
  });

  it('loses no word and adds none, in reading order', () => {
    fc.assert(
      fc.property(anyGalley, shape, (content, plain) => {
        const { pages } = set(content, plain);
        const order = readingOrder(pages);
        const letters = order.map(({ run }) => run.actual ?? run.shaped.text).join('');
        expect(letters.replace(/[\s\u00AD]+/gu, '')).toBe(lettersOf(content));
        expect(new Set(order.map(({ sequence }) => sequence)).size).toBe(order.length);
      }),
      runs,
    );
  });

  it('places every note once, none above the line of its anchor', () => {
    fc.assert(
      fc.property(anyGalley, shape, (content, plain) => {
        const { pages, setting } = set(content, plain);
        const order = readingOrder(pages);
        for (const note of content.notes) {
          const places = pages.flatMap(({ items }) =>
            items.filter((item) => item.kind === 'destination' && item.anchor === note.id),
          );
          expect(places).toHaveLength(1);
          expect(setting.labels.get(note.id)).toBeDefined();
          if (note.series !== 'marginal') continue;
          const node = setting.structure.find(({ noteId }) => noteId === note.id);
          const inside = (structure: number | undefined): boolean =>
            structure !== undefined &&
            (structure === node?.id || inside(setting.structure[structure]?.parent));
          const own = order.flatMap(({ structure }, i) => (inside(structure) ? [i] : []));
          const first = order[own[0] ?? -1];
          const anchor = order[(own.at(-1) ?? -1) + 1];
          if (!first || anchor?.structure !== node?.parent || !anchor) continue;
          const below = first.page.index > anchor.page.index || first.run.y >= anchor.run.y - slack;
          expect(first.page.index >= anchor.page.index && below).toBe(true);
        }
      }),
      runs,
    );
  });

  it('comes out the same twice, with a tree in which parents come first', () => {
    fc.assert(
      fc.property(anyGalley, shape, (content, { hyphens, ...plain }) => {
        const design = plainDesign(plain);
        const hyphenator = hyphens ? everyThird : never;
        const shaper = fixedWidth();
        const take = (): { setting: Setting; pages: Page[] } => {
          const setting = typeset(content, design, shaper, hyphenator, new VFile());
          return { pages: [...setting.pages()], setting };
        };
        const one = take();
        const other = take();
        expect(other.pages).toEqual(one.pages);
        expect(other.setting.structure).toEqual(one.setting.structure);
        expect([...other.setting.labels]).toEqual([...one.setting.labels]);
        for (const { id, parent } of one.setting.structure)
          expect(parent === undefined ? id === 0 : parent < id).toBe(true);
        one.pages.forEach((page, i) => {
          expect(page.side).toBe(i % 2 === 0 ? 'recto' : 'verso');
          expect(page.label).toBe(String(i + 1));
        });
      }),
      { numRuns: 60 },
    );
  });
});
