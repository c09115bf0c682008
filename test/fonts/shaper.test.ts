import { beforeAll, describe, expect, it } from 'vitest';
import type { Look, Shaper } from '../../src/typeset/measure.js';
import { loadGaramond } from './garamond.js';

const roman: Look = { face: 'roman', features: [], lang: 'en' };
let shaper: Shaper;
beforeAll(async () => {
  ({ shaper } = await loadGaramond());
});

describe('shaper', () => {
  it('gives metrics in font units', () => {
    expect(shaper.metrics('roman')).toEqual({
      unitsPerEm: 1000,
      ascender: 1007,
      descender: -298,
      xHeight: 400,
      capHeight: 650,
    });
  });

  it('sums advances to the width and keeps clusters in the text', () => {
    const shaped = shaper.shape('office', roman);
    expect(shaped.width).toBe(shaped.advances.reduce((sum, advance) => sum + advance, 0));
    expect(shaped.glyphs.length).toBeLessThan('office'.length); // f f i join
    expect([...shaped.clusters]).toEqual([...shaped.clusters].sort((a, b) => a - b));
  });

  it('uses features: small capitals are other glyphs, “-liga” takes ligatures apart', () => {
    const capitals = shaper.shape('stalin', { ...roman, features: ['smcp'] });
    expect([...capitals.glyphs]).not.toEqual([...shaper.shape('stalin', roman).glyphs]);
    expect(shaper.shape('office', { ...roman, features: ['-liga', '-clig', '-dlig'] }).glyphs).toHaveLength(
      6,
    );
  });

  it('uses the language: Turkish joins no f and i, since its i keeps the dot', () => {
    expect(shaper.shape('fi', { ...roman, lang: 'tr' }).glyphs).toHaveLength(2);
    expect(shaper.shape('fi', roman).glyphs).toHaveLength(1);
  });

  it('keeps results by look and text', () => {
    expect(shaper.shape('word', roman)).toBe(shaper.shape('word', { ...roman }));
    expect(shaper.shape('word', roman)).not.toBe(shaper.shape('word', { ...roman, face: 'italic' }));
  });

  it('does not mix up looks whose parts join to the same letters', () => {
    const one = shaper.shape('x1', { face: 'roman', features: ['lnum', 'onum'], lang: '' });
    expect(() => shaper.shape('x1', { face: 'roman\nlnum', features: ['onum'], lang: '' })).toThrow(
      RangeError,
    );
    expect(one.text).toBe('x1');
  });

  it('shapes nothing, long text and lone surrogates without failing', () => {
    expect(shaper.shape('', roman).width).toBe(0);
    const long = 'word '.repeat(20_000);
    expect(shaper.shape(long, roman).glyphs).toHaveLength(long.length);
    expect(shaper.shape('a\ud800b', roman).glyphs).toHaveLength(3);
  });

  it('reports what the face has no glyph for, once each, and nothing else', () => {
    expect(shaper.missing('김일성 (Kim Il Sung) 김', roman)).toEqual([0xae40, 0xc77c, 0xc131]);
    // composed by HarfBuzz, spaces of all kinds, and signs that are not seen
    expect(shaper.missing('g\u0301\u01f5 a\u00a0b\u2009c\u200d\u00ad\ufe0f\u2060', roman)).toEqual([]);
    expect(shaper.missing('\t\ud800', roman)).toEqual([0x09, 0xd800]);
  });

  it('takes any language tag', () => {
    for (const lang of ['', 'é', 'x'.repeat(300), 'en-GB-oxendict', 'zh_Hant', '(']) {
      expect(shaper.shape('word', { ...roman, lang }).glyphs).toHaveLength(4);
    }
  });

  it('refuses unknown faces and features: the design was to be checked before', () => {
    expect(() => shaper.metrics('gothic')).toThrow(RangeError);
    expect(() => shaper.shape('a', { ...roman, face: 'gothic' })).toThrow(RangeError);
    expect(() => shaper.shape('a', { ...roman, features: ['small caps'] })).toThrow(TypeError);
  });
});
