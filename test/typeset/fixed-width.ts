/** A shaper whose characters are all half an em wide, and hyphens at marked places: pages can be drawn as text. */
import type { FaceName, Hyphenator, Look, Shaped, Shaper } from '../../src/typeset/measure.js';

/** Advance of every character, in units of 1000 to the em. */
export const advance = 500;

/** `missing`: characters that only the face `loaded` has. */
export function fixedWidth(missing = '', loaded?: FaceName): Shaper & { shapings: number } {
  const cache = new Map<string, Shaped>();
  const shaper = {
    shapings: 0,
    metrics: () => ({ unitsPerEm: 1000, ascender: 800, descender: -200, xHeight: 450, capHeight: 650 }),
    has: (face: FaceName) => face === loaded,
    shape(text: string, { face }: Look): Shaped {
      const key = `${face === loaded ? face : ''}|${text}`;
      let shaped = cache.get(key);
      if (!shaped) {
        shaper.shapings += 1;
        const clusters: number[] = [];
        for (let i = 0; i < text.length; i += (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1) clusters.push(i);
        shaped = {
          text,
          glyphs: Uint16Array.from(clusters, (at) =>
            face !== loaded && missing.includes(String.fromCodePoint(text.codePointAt(at) ?? 0))
              ? 0
              : text.charCodeAt(at),
          ),
          advances: new Int32Array(clusters.length).fill(advance),
          xOffsets: new Int32Array(clusters.length),
          yOffsets: new Int32Array(clusters.length),
          clusters: Uint32Array.from(clusters),
          width: clusters.length * advance,
        };
        cache.set(key, shaped);
      }
      return shaped;
    },
    missing: (text: string, { face }: Look) =>
      [...new Set(text)]
        .filter((character) => face !== loaded && missing.includes(character))
        .map((character) => character.codePointAt(0) ?? 0),
  };
  return shaper;
}

/** Divides before every third letter; nothing if `off`. */
export const everyThird: Hyphenator = {
  hyphenate: (word) =>
    Array.from({ length: Math.max(0, Math.ceil(word.length / 3) - 1) }, (_, i) => (i + 1) * 3),
};
export const never: Hyphenator = { hyphenate: () => [] };
