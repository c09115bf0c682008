/**
 * What typesetting asks of fonts. Injected, so that the kernel is pure and tests can set pages in a fixed-width font.
 */

/** Name of a face in a design: `roman`, `italic`, `bold`. */
export type FaceName = string;

/** One look of letters: a face and its OpenType features, e.g. `smcp`, `onum`, `lnum`, `sups`. Sorted, no repeats. */
export interface Look {
  readonly face: FaceName;
  readonly features: readonly string[];
  /** BCP 47 tag; affects shaping (`locl`) and hyphenation. */
  readonly lang: string;
}

/**
 * Glyphs of one piece of text in visual order, in font units (`unitsPerEm`).
 * `clusters[i]` is the UTF-16 offset in the text that glyph i starts at; glyphs that stand for several letters share one cluster.
 */
export interface Shaped {
  readonly text: string;
  readonly glyphs: Uint16Array;
  readonly advances: Int32Array;
  readonly xOffsets: Int32Array;
  readonly yOffsets: Int32Array;
  readonly clusters: Uint32Array;
  /** Sum of advances, font units. */
  readonly width: number;
}

export interface FaceMetrics {
  readonly unitsPerEm: number;
  /** Font units; descender is negative. */
  readonly ascender: number;
  readonly descender: number;
  readonly xHeight: number;
  readonly capHeight: number;
}

export interface Shaper {
  /** True if the face is loaded. Without the method only the faces of a design's `faces` are. */
  has?(face: FaceName): boolean;
  metrics(face: FaceName): FaceMetrics;
  /** Shapes one piece of text without line breaks. Results are cached by text and look; callers must not change them. */
  shape(text: string, look: Look): Shaped;
  /** Code points of `text` that the face has no glyph for. */
  missing(text: string, look: Look): number[];
}

/** Hyphenation by language: offsets in `word` at which a hyphen may stand, ascending. */
export interface Hyphenator {
  hyphenate(word: string, lang: string): readonly number[];
}
