/**
 * Words as outlines, for pictures that look the same everywhere.
 */
import { TrueTypeFont } from '../fonts/truetype.js';
import type { FaceName, Look } from '../typeset/measure.js';
import type { EpubFaces } from './context.js';
import { glyphPaths } from './glyph-paths.js';

/** One line of words in one look, in font units; y runs upwards from the baseline, as in the font. */
export interface OutlinedLine {
  readonly width: number;
  /** Each glyph with an outline: its path and where its origin is. */
  readonly glyphs: readonly { readonly path: string; readonly x: number; readonly y: number }[];
}

export interface Outliner {
  unitsPerEm(face: FaceName): number;
  width(text: string, look: Look): number;
  /** @param letterSpace added after every glyph, font units */
  outline(text: string, look: Look, letterSpace?: number): OutlinedLine;
  /** True if the face has every character. */
  covers(text: string, look: Look): boolean;
}

export function makeOutliner(faces: EpubFaces): Outliner {
  const { shaper } = faces;
  const readers = new Map<FaceName, (glyph: number) => string>();
  const paths = new Map<string, string>();

  function pathOf(face: FaceName, glyph: number): string {
    const key = `${face} ${String(glyph)}`;
    const known = paths.get(key);
    if (known !== undefined) return known;
    let read = readers.get(face);
    if (!read) {
      const bytes = faces.get(face)?.bytes;
      if (!bytes) throw new RangeError(`no face “${face}” was loaded`);
      read = glyphPaths(new TrueTypeFont(face, bytes));
      readers.set(face, read);
    }
    const path = read(glyph);
    paths.set(key, path);
    return path;
  }

  return {
    unitsPerEm: (face) => shaper.metrics(face).unitsPerEm,
    width: (text, look) => shaper.shape(text, look).width,
    covers: (text, look) => shaper.missing(text, look).length === 0,
    outline(text, look, letterSpace = 0) {
      const shaped = shaper.shape(text, look);
      const glyphs: OutlinedLine['glyphs'][number][] = [];
      let x = 0;
      shaped.glyphs.forEach((glyph, i) => {
        const path = pathOf(look.face, glyph);
        if (path !== '') {
          glyphs.push({ path, x: x + (shaped.xOffsets[i] ?? 0), y: shaped.yOffsets[i] ?? 0 });
        }
        x += (shaped.advances[i] ?? 0) + letterSpace;
      });
      return { width: x, glyphs };
    },
  };
}
