import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadGaramond } from '../fonts/garamond.js';
import type { Faces } from '../../src/fonts/faces.js';
import type { GlyphRun } from '../../src/typeset/pages.js';
import { writePdf } from '../../src/pdf/write.js';
import { contextFor } from './context.js';
import { openPdf, readPages } from './reading.js';
import { HandSetting, pageHeight, twoPages } from './setting.js';

let faces: Faces;
beforeAll(async () => {
  faces = await loadGaramond();
});

interface Glyph {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Where each glyph of a page is painted, pt from the top left, worked out from the operators. */
async function glyphsOf(setting: HandSetting, number = 1): Promise<Glyph[]> {
  const document = await openPdf(await writePdf(setting, contextFor(faces)));
  const operators = await (await document.getPage(number)).getOperatorList();
  const glyphs: Glyph[] = [];
  let [lineX, lineY, x, size, rise] = [0, 0, 0, 0, 0];
  operators.fnArray.forEach((operator, i) => {
    const operands: unknown = operators.argsArray[i];
    const list: unknown[] = Array.isArray(operands) ? operands : [];
    const at = (index: number): number => Number(list[index]);
    if (operator === OPS.beginText) [lineX, lineY, x] = [0, 0, 0];
    if (operator === OPS.setFont) size = at(1);
    if (operator === OPS.setTextRise) rise = at(0);
    if (operator === OPS.moveText) [lineX, lineY, x] = [lineX + at(0), lineY + at(1), lineX + at(0)];
    if (operator !== OPS.showText || !Array.isArray(list[0])) return;
    for (const element of list[0] as unknown[]) {
      if (typeof element === 'number') x -= (element / 1000) * size;
      else if (isGlyph(element)) {
        glyphs.push({ x, y: pageHeight - lineY - rise, text: element.unicode });
        x += (element.width / 1000) * size;
      }
    }
  });
  return glyphs;
}

function isGlyph(element: unknown): element is { unicode: string; width: number } {
  return typeof element === 'object' && element !== null && 'unicode' in element && 'width' in element;
}

function runsOf(setting: HandSetting, page: number): GlyphRun[] {
  return (setting.made[page]?.items ?? []).filter((item) => item.kind === 'run');
}

describe('painting', () => {
  it('puts every glyph where shaping, justification and letterspacing have it', async () => {
    const setting = twoPages(faces.shaper);
    const painted = await glyphsOf(setting);
    const expected: Glyph[] = [];
    const tagged = runsOf(setting, 0).filter(({ belongs }) => 'structure' in belongs);
    const artifacts = runsOf(setting, 0).filter(({ belongs }) => 'artifact' in belongs);
    for (const run of [...tagged, ...artifacts]) {
      const scale = run.size / 1000;
      let x = run.x;
      run.shaped.advances.forEach((advance, i) => {
        const text = run.shaped.text.slice(run.shaped.clusters[i]);
        expected.push({ x: x + (run.shaped.xOffsets[i] ?? 0) * scale, y: run.y, text });
        x += advance * scale + run.letterSpace + (text.startsWith(' ') ? run.wordSpace : 0);
      });
    }
    expect(painted).toHaveLength(expected.length);
    painted.forEach((glyph, i) => {
      expect(
        Math.abs(glyph.x - (expected[i]?.x ?? 0)),
        `x of glyph ${String(i)} “${glyph.text}”`,
      ).toBeLessThan(0.01);
      expect(
        Math.abs(glyph.y - (expected[i]?.y ?? 0)),
        `y of glyph ${String(i)} “${glyph.text}”`,
      ).toBeLessThan(0.001);
    });
  });

  it('joins what stands in one line and starts anew where something stands apart', async () => {
    const setting = new HandSetting(faces.shaper);
    setting.page('1');
    const paragraph = setting.node('P', setting.node('Document'));
    const x = setting.text(paragraph, 'one ', { x: 50, y: 80 });
    const end = setting.text(paragraph, 'two ', { x, y: 80 });
    setting.text(paragraph, 'three', { x: end + 30, y: 80 });
    const glyphs = await glyphsOf(setting);
    expect(glyphs[4]?.x).toBeCloseTo(x, 2);
    expect(glyphs[8]?.x).toBeCloseTo(end + 30, 2);
  });

  it('sets what is gray in gray and what follows in black again', async () => {
    const setting = new HandSetting(faces.shaper);
    setting.page('1');
    const paragraph = setting.node('P', setting.node('Document'));
    setting.text(paragraph, 'a', { x: 50, y: 80 }, { gray: 0.4 });
    setting.text(paragraph, 'b', { x: 60, y: 80 });
    const document = await openPdf(await writePdf(setting, contextFor(faces)));
    const operators = await (await document.getPage(1)).getOperatorList();
    const colours = operators.argsArray.filter((_, i) => operators.fnArray[i] === OPS.setFillRGBColor);
    expect(colours.map(String)).toEqual(['#666666', '#000000']);
  });
});

describe('reading order', () => {
  it('splits a paragraph where a note on the next page is read', async () => {
    const setting = new HandSetting(faces.shaper);
    setting.page('1');
    const paragraph = setting.node('P', setting.node('Document'));
    setting.text(paragraph, 'before ', { x: 50, y: 80 });
    const note = setting.node('Note', paragraph, { noteId: 'n' });
    setting.page('2');
    setting.text(note, 'the note ', { x: 50, y: 80 });
    const later = setting.made.pop();
    setting.text(paragraph, 'after ', { x: 100, y: 80 });
    if (later) setting.made.push(later);
    const [first] = await readPages(await openPdf(await writePdf(setting, contextFor(faces))));
    expect(first?.tree.children).toMatchObject([
      { children: [{ role: 'P', children: ['before ', 'after '] }] },
    ]);
  });

  it('follows the numbers, whatever the order of the items', async () => {
    const setting = twoPages(faces.shaper);
    const [first] = setting.made;
    const expected = setting.readingText;
    first?.items.reverse();
    const pages = await readPages(await openPdf(await writePdf(setting, contextFor(faces))));
    expect(pages.map(({ text }) => text.replaceAll('\u00ad', '')).join('')).toBe(expected);
  });

  it('says the language of a run that its element does not say', async () => {
    const setting = new HandSetting(faces.shaper);
    setting.page('1');
    const paragraph = setting.node('P', setting.node('Document'));
    setting.text(paragraph, 'Слово', { x: 50, y: 80 }, { lang: 'ru' });
    setting.text(paragraph, 'word', { x: 90, y: 80 }, { lang: 'EN' });
    const document = await openPdf(await writePdf(setting, contextFor(faces)));
    const operators = await (await document.getPage(1)).getOperatorList();
    const marks = operators.argsArray
      .filter((_, i) => operators.fnArray[i] === OPS.beginMarkedContentProps)
      .map((operands: unknown) => (Array.isArray(operands) ? (operands[0] as unknown) : operands));
    expect(marks).toEqual(['P', 'Span']);
  });

  it('leaves out elements that hold nothing', async () => {
    const setting = new HandSetting(faces.shaper);
    setting.page('1');
    const document = setting.node('Document');
    setting.node('P', setting.node('Sect', document));
    setting.text(setting.node('P', document), 'word', { x: 50, y: 80 });
    const [page] = await readPages(await openPdf(await writePdf(setting, contextFor(faces))));
    expect(page?.tree.children).toMatchObject([{ role: 'Document', children: [{ role: 'P' }] }]);
  });
});

describe('ActualText', () => {
  it('says what ToUnicode cannot, and only that', async () => {
    const setting = new HandSetting(faces.shaper);
    setting.page('1');
    const paragraph = setting.node('P', setting.node('Document'));
    setting.text(paragraph, 'plain', { x: 50, y: 80 });
    setting.text(paragraph, 'SS', { x: 90, y: 80 }, { actual: 'ß' });
    const document = await openPdf(await writePdf(setting, contextFor(faces)));
    const operators = await (await document.getPage(1)).getOperatorList();
    const spans = operators.argsArray.filter((operands: unknown, i) => {
      const begins = operators.fnArray[i] === OPS.beginMarkedContentProps;
      return begins && Array.isArray(operands) && operands[0] === 'Span';
    });
    expect(spans).toHaveLength(1);
  });
});
