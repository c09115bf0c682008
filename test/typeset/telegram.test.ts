/** The first telegram in the design `reading`, set in EB Garamond: what stands beside what, to the point. */
import { VFile } from 'vfile';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadFaces } from '../../src/fonts/faces.js';
import { makeHyphenator } from '../../src/fonts/hyphenator.js';
import { nodeHost } from '../../src/host/node.js';
import { mm } from '../../src/typeset/design.js';
import { typeset } from '../../src/typeset/index.js';
import type { GlyphRun, Page, RuleItem, Setting } from '../../src/typeset/pages.js';
import { lettersOf } from './arbitrary.js';
import { reading } from './plain-design.js';
import { telegram } from './telegram.js';

let setting: Setting;
let pages: Page[];
const file = new VFile({ path: 'telegram.xml' });

beforeAll(async () => {
  const { shaper } = await loadFaces(reading.faces, nodeHost());
  setting = typeset(telegram, reading, shaper, makeHyphenator(), file);
  pages = [...setting.pages()];
});

const runsOf = (page: Page | undefined): GlyphRun[] =>
  page?.items.filter((item) => item.kind === 'run') ?? [];
/** Runs of a structure node and all below it, on any page. */
function within(id: number): { run: GlyphRun; page: Page }[] {
  const inside = (structure: number): boolean => {
    const parent = setting.structure[structure]?.parent;
    return structure === id || (parent !== undefined && inside(parent));
  };
  return pages.flatMap((page) =>
    runsOf(page).flatMap((run) =>
      'structure' in run.belongs && inside(run.belongs.structure) ? [{ run, page }] : [],
    ),
  );
}
const firstOf = (id: number | undefined): { run: GlyphRun; page: Page } => {
  const [first] = within(id ?? -1);
  if (!first) throw new Error(`nothing of structure ${String(id)}`);
  return first;
};

describe('the telegram', () => {
  it('stands on few pages, without a complaint', () => {
    expect(pages.map(({ label, side }) => `${label} ${side}`)).toEqual(['1 recto', '2 verso', '3 recto']);
    expect(file.messages.map(String)).toEqual([]);
  });

  it('keeps every word', () => {
    const order = pages
      .flatMap((page) => runsOf(page))
      .flatMap((run) =>
        'structure' in run.belongs ? [{ text: run.actual ?? run.shaped.text, at: run.belongs.sequence }] : [],
      )
      .sort((one, other) => one.at - other.at);
    const letters = order.map(({ text }) => text).join('');
    expect(letters.replace(/[\s\u00AD]+/gu, '')).toBe(lettersOf(telegram));
    // A space stands between any two words, at line ends too.
    expect(letters.replace(/\u00AD/gu, '')).toContain(
      'He asked agreement to send their representatives to Moscow with draft bonds',
    );
  });

  it('has each marginal note at the baseline of the line it was written beside', () => {
    const notes = setting.structure.filter(({ role }) => role === 'Note');
    expect(notes).toHaveLength(telegram.notes.length);
    for (const note of notes) {
      const own = firstOf(note.id);
      const anchor = within(note.parent ?? -1).find(
        ({ run }) => !within(note.id).some((inside) => inside.run === run),
      );
      expect(own.page.index).toBe(anchor?.page.index);
      expect(own.run.y).toBeCloseTo(anchor?.run.y ?? 0, 3);
      const stroke = own.page.items.find(
        (item): item is RuleItem =>
          item.kind === 'rule' &&
          item.height > item.width &&
          item.y < own.run.y &&
          item.y + item.height > own.run.y,
      );
      expect(stroke, 'a stroke beside the line').toBeDefined();
    }
  });

  it('sets notes towards the text: flush left on a recto, flush right on a verso', () => {
    const { page, marginal } = reading;
    for (const note of setting.structure.filter(({ role }) => role === 'Note')) {
      const lines = new Map<number, { run: GlyphRun; page: Page }[]>();
      for (const placed of within(note.id))
        lines.set(placed.run.y, [...(lines.get(placed.run.y) ?? []), placed]);
      for (const line of lines.values()) {
        const first = line[0];
        const last = line.at(-1);
        if (!first || !last) continue;
        const hang = 3;
        if (first.page.side === 'recto') {
          const edge = (page.inner + page.measure + marginal.gap) * mm;
          expect(Math.abs(first.run.x - edge)).toBeLessThan(hang);
        } else {
          const edge = (page.width - page.inner - page.measure - marginal.gap) * mm;
          expect(Math.abs(last.run.x + last.run.width - edge)).toBeLessThan(hang);
        }
      }
    }
  });

  it('stands on the grid, and facing pages end on one line', () => {
    const { page } = reading;
    const body = setting.structure.filter(
      ({ role, parent }) => role === 'P' && setting.structure[parent ?? -1]?.role === 'LBody',
    );
    for (const { id } of body) {
      for (const { run } of within(id)) {
        if (run.size !== reading.text.size) continue;
        const line = (run.y - page.top * mm) / page.leading;
        expect(Math.abs(line - Math.round(line))).toBeLessThan(1e-6);
      }
    }
    const bottom = (index: number): number =>
      Math.max(
        ...runsOf(pages[index])
          .filter((run) => 'structure' in run.belongs)
          .map(({ y }) => y),
      );
    expect(bottom(0)).toBeLessThanOrEqual(page.top * mm + (page.lines - 1) * page.leading + 1e-6);
    expect(bottom(1)).toBeLessThanOrEqual(page.top * mm + (page.lines - 1) * page.leading + 1e-6);
  });

  it('fills its lines: no space in the text is wider than half an em or narrower than an eighth', () => {
    for (const page of pages) {
      for (const run of runsOf(page)) {
        const { text } = run.shaped;
        if (!text.endsWith(' ') || 'artifact' in run.belongs) continue;
        const space = ((run.shaped.advances.at(-1) ?? 0) * run.size) / 1000 + run.letterSpace + run.wordSpace;
        // The space at a line's end takes no room.
        if (Math.abs(space) < 1e-6) continue;
        expect(space / run.size, text).toBeGreaterThan(0.125);
        expect(space / run.size, text).toBeLessThan(0.5);
      }
    }
  });

  it('has heads on all pages but the first, and a folio on each', () => {
    const words = (page: Page | undefined, artifact: string): string =>
      runsOf(page)
        .filter((run) => 'artifact' in run.belongs && run.belongs.artifact === artifact)
        .map((run) => run.shaped.text)
        .join('');
    expect(words(pages[0], 'header')).toBe('');
    expect(words(pages[0], 'footer')).toBe('1');
    expect(words(pages[1], 'header')).toBe('2Ciphered Telegram');
    expect(words(pages[2], 'header')).toContain('3');
  });

  it('refers from every passage to its note, and back', () => {
    const areas = pages.flatMap((page) =>
      page.items.flatMap((item) => (item.kind === 'link' ? [{ ...item, page }] : [])),
    );
    const places = new Map(
      pages.flatMap((page) =>
        page.items.flatMap((item) => (item.kind === 'destination' ? [[item.anchor, page] as const] : [])),
      ),
    );
    const nodes = setting.structure;
    const notes = nodes.filter(({ role }) => role === 'Note');
    expect(notes).toHaveLength(telegram.notes.length);
    expect(new Set(notes.map(({ noteId }) => noteId)).size).toBe(notes.length);
    for (const note of notes) {
      const reference = nodes[note.counterpart ?? -1];
      expect(reference?.role).toBe('Reference');
      expect(reference?.counterpart).toBe(note.id);
      expect(reference?.parent).toBe(note.parent);
      // The passage's first word leads to the note …
      const there = areas.find(({ structure }) => nodes[structure]?.parent === reference?.id);
      expect(there?.href).toBe(`#${note.noteId ?? ''}`);
      expect(there?.description).toBe(note.title);
      expect(firstOf(reference?.id).run.shaped.text).toMatch(/^\p{L}+$/u);
      // … and the name of the hand to the passage.
      const back = areas.find(({ href }) => href === `#${note.noteId ?? ''}-call`);
      expect(back?.description).toBe('Back to the passage');
      expect(
        within(back?.structure ?? -1).every(({ run }) => within(note.id).some((one) => one.run === run)),
      ).toBe(true);
      expect(firstOf(back?.structure).run.shaped.text).toMatch(/^Stalin/);
      // Both stand on one page, at one height but for notes that are pushed down.
      expect(there?.page).toBe(back?.page);
      expect(places.get(`${note.noteId ?? ''}-call`)).toBe(there?.page);
      expect(places.get(note.noteId ?? '')).toBe(back?.page);
    }
  });

  it('is a tree that a listener can follow', () => {
    const roles = setting.structure.map(({ role }) => role);
    expect(roles[0]).toBe('Document');
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1);
    expect(roles.filter((role) => role === 'LI')).toHaveLength(6);
    for (const { id, role, noteId, title } of setting.structure) {
      if (role !== 'Note') continue;
      expect(noteId).toBeDefined();
      expect(title).toMatch(/^Marginal note by Stalin/);
      expect(within(id).length).toBeGreaterThan(0);
    }
    expect(setting.outline.map(({ title, page }) => `${title} ${String(page + 1)}`)).toEqual([
      'Ciphered Telegram, Shtykov to Vyshinsky 1',
      'Ciphered Telegram 1',
      'Sources 2',
      'Rights 3',
    ]);
  });
});
