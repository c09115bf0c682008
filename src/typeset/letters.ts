/**
 * How letters are set: the look of a block and of the spans around a piece of text, resolved to a face, features, size
 * and position. Equal resolutions are one object, so that caches can hang on them.
 */
import type { BlockStyle, SpanStyle } from '../galley/types.js';
import type { BlockLook, BlockLookOfLine, Design, SpanLook } from './design.js';
import type { FaceName, Look, Shaper } from './measure.js';
import type { Word, WordCache } from './words.js';

export interface Letters {
  readonly look: Look;
  /** pt */
  readonly size: number;
  /** pt for one font unit. */
  readonly scale: number;
  /** Above the baseline, pt. */
  readonly rise: number;
  /** After every glyph, pt. */
  readonly letterSpace: number;
  readonly gray: number;
  readonly underline: { readonly depth: number; readonly thickness: number } | undefined;
  /** Words that are never divided, and spaces at which no line ends: an address. */
  readonly solid: boolean;
  readonly words: WordCache;
}

/** Resolves and interns letters for one design and shaper. */
export class LetterCase {
  readonly #design: Design;
  readonly #shaper: Shaper;
  readonly #cacheOf: (look: Look) => WordCache;
  readonly #blocks = new Map<BlockStyle, BlockLook>();
  readonly #known = new Map<string, Letters>();

  constructor(design: Design, shaper: Shaper, cacheOf: (look: Look) => WordCache) {
    this.#design = design;
    this.#shaper = shaper;
    this.#cacheOf = cacheOf;
  }

  block(style: BlockStyle): BlockLook {
    let look = this.#blocks.get(style);
    if (!look) {
      look = { ...this.#design.text, ...this.#design.blocks[style] };
      this.#blocks.set(style, look);
    }
    return look;
  }

  /** Letters of a block without spans. */
  ofBlock(look: BlockLook | BlockLookOfLine, lang: string): Letters {
    return this.#intern(
      look.face,
      look.features,
      look.size,
      0,
      look.letterSpace * look.size,
      look.gray,
      undefined,
      false,
      lang,
    );
  }

  ofSpan(around: Letters, style: SpanStyle | undefined, lang: string): Letters {
    return this.changed(around, style ? this.#design.spans[style] : {}, lang);
  }

  /** Letters with a span's changes. */
  changed(around: Letters, span: SpanLook, lang: string): Letters {
    const face = span.face?.[around.look.face] ?? around.look.face;
    const without = span.without ?? [];
    const features = [
      ...around.look.features.filter((feature) => !without.includes(feature)),
      ...(span.features ?? []),
    ];
    const size = around.size * (span.size ?? 1);
    return this.#intern(
      face,
      features,
      size,
      around.rise + (span.rise ?? 0) * around.size,
      span.letterSpace === undefined ? around.letterSpace * (span.size ?? 1) : span.letterSpace * size,
      around.gray,
      span.underline ?? around.underline,
      around.solid || span.hyphenate === false,
      lang,
    );
  }

  /** The same letters in another face. */
  inFace(letters: Letters, face: FaceName): Letters {
    const { look, size, rise, letterSpace, gray, underline, solid } = letters;
    return this.#intern(face, look.features, size, rise, letterSpace, gray, underline, solid, look.lang);
  }

  #intern(
    face: string,
    features: readonly string[],
    size: number,
    rise: number,
    letterSpace: number,
    gray: number,
    underline: Letters['underline'],
    solid: boolean,
    lang: string,
  ): Letters {
    const sorted = [...new Set(features)].sort();
    const rule = underline ? `${String(underline.depth)}/${String(underline.thickness)}` : '';
    const key = [face, sorted.join(','), size, rise, letterSpace, gray, rule, solid, lang].join('|');
    let letters = this.#known.get(key);
    if (!letters) {
      const look: Look = { face, features: sorted, lang };
      const scale = size / this.#shaper.metrics(face).unitsPerEm;
      letters = { look, size, scale, rise, letterSpace, gray, underline, solid, words: this.#cacheOf(look) };
      this.#known.set(key, letters);
    }
    return letters;
  }
}

/** Width of a word, or of its part, in points. */
export function widthOf(word: Word, letters: Letters): number {
  return word.width * letters.scale + word.glyphs * letters.letterSpace;
}

export function spaceOf(word: Word, letters: Letters): number {
  return word.space === 0 ? 0 : word.space * letters.scale + letters.letterSpace;
}
