/** A shaper whose characters are all half an em wide, and hyphens at marked places: pages can be drawn as text. */
import type { Hyphenator, Shaped, Shaper } from '../../src/typeset/measure.js';

/** Advance of every character, in units of 1000 to the em. */
export const advance = 500;

export function fixedWidth(missing = ''): Shaper & { shapings: number } {
  const cache = new Map<string, Shaped>();
  const shaper = {
    shapings: 0,
    metrics: () => ({ unitsPerEm: 1000, ascender: 800, descender: -200, xHeight: 450, capHeight: 650 }),
    shape(text: string): Shaped {
      let shaped = cache.get(text);
      if (!shaped) {
        shaper.shapings += 1;
        const clusters: number[] = [];
        for (let i = 0; i < text.length; i += (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1) clusters.push(i);
        shaped = {
          text,
          glyphs: Uint16Array.from(clusters, (at) =>
            missing.includes(String.fromCodePoint(text.codePointAt(at) ?? 0)) ? 0 : text.charCodeAt(at),
          ),
          advances: new Int32Array(clusters.length).fill(advance),
          xOffsets: new Int32Array(clusters.length),
          yOffsets: new Int32Array(clusters.length),
          clusters: Uint32Array.from(clusters),
          width: clusters.length * advance,
        };
        cache.set(text, shaped);
      }
      return shaped;
    },
    missing: (text: string) =>
      [...new Set([...text].filter((character) => missing.includes(character)))].map(
        (c) => c.codePointAt(0) ?? 0,
      ),
  };
  return shaper;
}

/** Divides before every third letter; nothing if `off`. */
export const everyThird: Hyphenator = {
  hyphenate: (word) =>
    Array.from({ length: Math.max(0, Math.ceil(word.length / 3) - 1) }, (_, i) => (i + 1) * 3),
};
export const never: Hyphenator = { hyphenate: () => [] };
