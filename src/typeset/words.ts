/**
 * Shaped words of one look, kept over paragraphs and documents: a word is shaped once, and so is each of its pieces
 * that a hyphen can end. Widths in font units; the letterspacing of a setting is added from the number of glyphs.
 */
import type { Hyphenation, Protrusion } from './design.js';
import type { Hyphenator, Look, Shaped, Shaper } from './measure.js';

export const SOFT_HYPHEN = '\u00AD';

export interface Word {
  readonly text: string;
  /** With its trailing space, if the text has one. */
  readonly shaped: Shaped;
  /** Without the trailing space. */
  readonly width: number;
  /** Glyphs without the trailing space. */
  readonly glyphs: number;
  /** Advance of the trailing space; 0 without one. */
  readonly space: number;
  /** How far its first and last characters may hang out of the column. */
  readonly hangLeft: number;
  readonly hangRight: number;
  /** Code points without a glyph. */
  readonly missing: readonly number[];
  /** Where it may be divided; made when first asked for. */
  divisions: readonly Division[] | undefined;
}

export interface Division {
  /** UTF-16 offset in the word's text. */
  readonly offset: number;
  /** All before the division, with its hyphen, and all after it, shaped as they will stand. */
  readonly head: Word;
  readonly tail: Word;
}

/** The sign at the end of a line that divides a word: the face's soft hyphen, or its hyphen standing for one. */
export interface Hyphen {
  /** Text to shape. */
  readonly text: string;
  /** What the sign stands for, where `text` does not say it. */
  readonly actual: string | undefined;
}

export class WordCache {
  readonly look: Look;
  readonly #shaper: Shaper;
  readonly #hyphenator: Hyphenator;
  readonly #hyphenation: Hyphenation;
  readonly #protrusion: Protrusion;
  readonly #words = new Map<string, Word>();
  /** Widths of characters that may hang. */
  readonly #hanging = new Map<string, number>();
  #hyphen: Hyphen | undefined;

  constructor(
    look: Look,
    shaper: Shaper,
    hyphenator: Hyphenator,
    design: { readonly hyphenation: Hyphenation; readonly protrusion: Protrusion },
  ) {
    this.look = look;
    this.#shaper = shaper;
    this.#hyphenator = hyphenator;
    this.#hyphenation = design.hyphenation;
    this.#protrusion = design.protrusion;
  }

  word(text: string): Word {
    let word = this.#words.get(text);
    if (!word) {
      word = this.#make(text);
      this.#words.set(text, word);
    }
    return word;
  }

  hyphen(): Hyphen {
    this.#hyphen ??=
      this.#shaper.missing(SOFT_HYPHEN, this.look).length === 0 &&
      this.#shaper.shape(SOFT_HYPHEN, this.look).width > 0
        ? { text: SOFT_HYPHEN, actual: undefined }
        : { text: '-', actual: SOFT_HYPHEN };
    return this.#hyphen;
  }

  /** Places where the word may be divided, in order. */
  divisions(word: Word): readonly Division[] {
    word.divisions ??= this.#divide(word);
    return word.divisions;
  }

  #make(text: string): Word {
    let shown = text;
    let shaped = this.#shaper.shape(text, this.look);
    let missing: readonly number[] = none;
    if (shaped.glyphs.includes(0)) {
      // Characters without a glyph are reported and left out: a box is never drawn.
      missing = this.#shaper.missing(text, this.look);
      shown = without(text, missing);
      shaped = this.#shaper.shape(shown, this.look);
    }
    let { width } = shaped;
    let glyphs = shaped.glyphs.length;
    let space = 0;
    if (shown.endsWith(' ')) {
      for (let i = shaped.clusters.length - 1; i >= 0 && shaped.clusters[i] === shown.length - 1; i--) {
        space += shaped.advances[i] ?? 0;
        glyphs -= 1;
      }
      width -= space;
    }
    const letters = shown.endsWith(' ') ? shown.slice(0, -1) : shown;
    return {
      text,
      shaped,
      width,
      glyphs,
      space,
      hangLeft: this.#hang(this.#protrusion.left, letters, 0),
      hangRight: this.#hang(this.#protrusion.right, letters, letters.length - 1),
      missing,
      divisions: undefined,
    };
  }

  #hang(table: Readonly<Record<string, number>>, text: string, at: number): number {
    const character = text[at];
    const part = character === undefined || !Object.hasOwn(table, character) ? undefined : table[character];
    if (character === undefined || part === undefined) return 0;
    let width = this.#hanging.get(character);
    if (width === undefined) {
      width = this.#shaper.shape(character, this.look).width;
      this.#hanging.set(character, width);
    }
    return part * width;
  }

  #divide(word: Word): Division[] {
    const { word: least, before, after, capitals } = this.#hyphenation;
    const found: Division[] = [];
    if (word.missing.length > 0 || word.text.length < least) return found;
    const language = /^[a-z]+/i.exec(this.look.lang)?.[0].toLowerCase() ?? '';
    // Words with a hyphen, an address or figures in them are divided at their own signs only; and who reads a word with an
    // editor's brackets could not tell whose the hyphen is.
    if (/[-‐/@\d:_[\]⟨⟩]/u.test(word.text)) return found;
    for (const match of word.text.matchAll(/[\p{L}\p{M}’']+/gu)) {
      const [letters] = match;
      // A longer run of letters is no word of a language; its division is the last resort's.
      if (letters.length < least || letters.length > 60) continue;
      if (/^\p{Lu}/u.test(letters) && !(capitals.includes(language) && /^\p{Lu}\p{Ll}/u.test(letters)))
        continue;
      for (const offset of this.#hyphenator.hyphenate(letters, this.look.lang)) {
        if (offset < before || letters.length - offset < after) continue;
        const place = match.index + offset;
        found.push({
          offset: place,
          head: this.word(word.text.slice(0, place) + this.hyphen().text),
          tail: this.word(word.text.slice(place)),
        });
      }
    }
    return found;
  }
}

const none: readonly number[] = [];

function without(text: string, codePoints: readonly number[]): string {
  let kept = '';
  for (const character of text) {
    const codePoint = character.codePointAt(0);
    if (codePoint === undefined || !codePoints.includes(codePoint)) kept += character;
  }
  return kept;
}

/** Caches by look for one shaper, hyphenator and design; kept as long as the shaper lives. */
const kept = new WeakMap<
  Shaper,
  { readonly design: object; readonly hyphenator: Hyphenator; readonly caches: Map<string, WordCache> }
>();

export function wordCaches(
  shaper: Shaper,
  hyphenator: Hyphenator,
  design: { readonly hyphenation: Hyphenation; readonly protrusion: Protrusion },
): (look: Look) => WordCache {
  let entry = kept.get(shaper);
  if (entry?.design !== design || entry.hyphenator !== hyphenator) {
    entry = { design, hyphenator, caches: new Map() };
    kept.set(shaper, entry);
  }
  const { caches } = entry;
  return (look) => {
    const key = `${look.face}|${look.features.join(',')}|${look.lang}`;
    let cache = caches.get(key);
    if (!cache) {
      cache = new WordCache(look, shaper, hyphenator, design);
      caches.set(key, cache);
    }
    return cache;
  };
}
