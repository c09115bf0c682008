import { Blob, Face, Font } from 'harfbuzzjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadGaramond } from '../fonts/garamond.js';
import { Subset } from '../../src/pdf/subset.js';
import { TrueTypeFont } from '../../src/fonts/truetype.js';

let font: TrueTypeFont;
let whole: Font;
beforeAll(async () => {
  const bytes = (await loadGaramond()).get('roman')?.bytes ?? new Uint8Array();
  font = new TrueTypeFont('roman', bytes);
  whole = open(bytes);
});

function open(bytes: Uint8Array): Font {
  return new Font(new Face(new Blob(bytes)));
}

function glyphOf(character: string): number {
  return whole.nominalGlyph(character.codePointAt(0) ?? 0) ?? 0;
}

describe('TrueTypeFont', () => {
  it('reads names and measures', () => {
    expect(font).toMatchObject({
      postscriptName: 'EBGaramond-Regular',
      unitsPerEm: 1000,
      ascent: 1007,
      descent: -298,
      xHeight: 400,
      capHeight: 650,
      italic: false,
      fixedPitch: false,
    });
    for (const character of 'aW—Ѣ')
      expect(font.advance(glyphOf(character))).toBe(whole.glyphHAdvance(glyphOf(character)));
  });

  it('knows no glyph beyond its last', () => {
    expect(() => font.advance(font.glyphCount)).toThrow(RangeError);
    expect(() => font.outline(65_535)).toThrow(RangeError);
  });
});

describe('Subset', () => {
  it('keeps outlines and advances, composite glyphs among them, under codes in order of use', () => {
    const subset = new Subset(font);
    const characters = Array.from('Aéǵ ﬁЙ№Ǻ');
    const codes = characters.map((character) => subset.add(glyphOf(character)));
    expect(codes).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const small = open(subset.encode());
    characters.forEach((character, i) => {
      expect(small.glyphToPath(i + 1), character).toBe(whole.glyphToPath(glyphOf(character)));
      expect(small.glyphHAdvance(i + 1), character).toBe(whole.glyphHAdvance(glyphOf(character)));
    });
  });

  it('has composite glyphs to keep', () => {
    const composite = Array.from({ length: font.glyphCount }, (_, glyph) => font.outline(glyph)).filter(
      (outline) => outline.length > 0 && (outline[0] ?? 0) >= 0x80,
    );
    expect(composite.length).toBeGreaterThan(0);
  });

  it('keeps every glyph of the face', () => {
    const subset = new Subset(font);
    for (let glyph = 1; glyph < font.glyphCount; glyph++) subset.add(glyph);
    const all = open(subset.encode());
    const different = [];
    for (let glyph = 0; glyph < font.glyphCount; glyph++) {
      if (all.glyphToPath(glyph) !== whole.glyphToPath(glyph)) different.push(glyph);
    }
    expect(different).toEqual([]);
  });

  it('lets one glyph stand under several codes', () => {
    const subset = new Subset(font);
    const hyphen = glyphOf('-');
    expect([subset.add(hyphen), subset.add(hyphen)]).toEqual([1, 2]);
    const small = open(subset.encode());
    expect(small.glyphToPath(2)).toBe(whole.glyphToPath(hyphen));
  });

  it('leaves the font as it was, and is the same twice', () => {
    const before = font.bytes.slice();
    const make = (): Uint8Array => {
      const subset = new Subset(font);
      for (const character of 'éǺЙ') subset.add(glyphOf(character));
      return subset.encode();
    };
    expect(Buffer.compare(make(), make())).toBe(0);
    expect(Buffer.compare(font.bytes, before)).toBe(0);
  });

  it('sums the file to the magic number of OpenType', () => {
    const subset = new Subset(font);
    subset.add(glyphOf('a'));
    const file = subset.encode();
    const view = new DataView(file.buffer);
    let sum = 0;
    for (let at = 0; at < file.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
  });
});
