/**
 * Shaped text as operands of TJ: codes in hexadecimal, kerning in thousandths of an em. Worked out once for each shaped
 * text and face, since words repeat.
 */
import type { Shaped } from '../typeset/measure.js';
import type { EmbeddedFace } from './embedding.js';
import { hex4, real } from './syntax.js';

/** A stretch of glyphs that one TJ can show. */
export interface Segment {
  /** TJ elements, cut after each word space, where justification puts its share. */
  readonly pieces: readonly string[];
  /** Height above the baseline, thousandths of an em: marks on letters. */
  readonly rise: number;
  /** What the glyphs stand for together, where ToUnicode cannot say it glyph by glyph. */
  readonly actual: string | undefined;
}

/** Sign of no width and no ink: it stands under the further glyphs of one letter, whose text ActualText gives. */
const nothing = '\u200b';

export class GlyphEncoder {
  readonly #face: EmbeddedFace;
  readonly #plain = new WeakMap<Shaped, readonly Segment[]>();
  readonly #others = new WeakMap<Shaped, Map<string, readonly Segment[]>>();

  constructor(face: EmbeddedFace) {
    this.#face = face;
  }

  /**
   * @param actual the words it stands for where they differ from `shaped.text`
   * @param letterSpace after every glyph, thousandths of an em
   * @throws Error for a glyph that shows a missing character: typesetting reports those and sets none
   */
  segments(shaped: Shaped, actual: string | undefined, letterSpace: number): readonly Segment[] {
    if (actual === undefined && letterSpace === 0) {
      let segments = this.#plain.get(shaped);
      if (!segments) this.#plain.set(shaped, (segments = this.#encode(shaped, undefined, 0)));
      return segments;
    }
    let variants = this.#others.get(shaped);
    if (!variants) this.#others.set(shaped, (variants = new Map<string, readonly Segment[]>()));
    const key = `${real(letterSpace)} ${actual === undefined ? '' : `=${actual}`}`;
    let segments = variants.get(key);
    if (!segments) variants.set(key, (segments = this.#encode(shaped, actual, letterSpace)));
    return segments;
  }

  #encode(shaped: Shaped, actual: string | undefined, letterSpace: number): readonly Segment[] {
    const whole = actual !== undefined && actual.length !== shaped.text.length;
    const text = actual === undefined || whole ? shaped.text : actual;
    const writer = new SegmentWriter(this.#face.font.unitsPerEm, letterSpace);
    const { glyphs, clusters } = shaped;
    // Clusters rise in left-to-right text and fall in right-to-left text, as HarfBuzz gives them at its default level.
    const rise = (clusters.at(-1) ?? 0) >= (clusters[0] ?? 0);
    for (let from = 0; from < glyphs.length;) {
      const cluster = clusters[from]!;
      let to = from + 1;
      while (to < glyphs.length && clusters[to] === cluster) to++;
      const end = (rise ? clusters[to] : clusters[from - 1]) ?? shaped.text.length;
      const meaning = text.slice(cluster, end);
      const shown = meanings(meaning, to - from);
      if (whole) writer.standFor(actual, false);
      else writer.standFor(shown.exact ? undefined : meaning, true);
      for (let i = from; i < to; i++) {
        const glyph = glyphs[i]!;
        if (glyph === 0)
          throw new Error(`no glyph for “${meaning}” (${codePoints(meaning)}) in ${this.#face.font.key}`);
        const stands = shown.texts[i - from]!;
        // U+FEFF must not be in ToUnicode (ISO 19005-3, 6.2.11.7.2), and shows nothing.
        if (stands === '\ufeff') continue;
        const natural = this.#face.font.advance(glyph);
        writer.glyph(
          this.#face.code(glyph, stands),
          shaped.xOffsets[i]!,
          shaped.yOffsets[i]!,
          natural,
          shaped.advances[i]!,
          meaning === ' ' || meaning === '\u00a0',
        );
      }
      from = to;
    }
    return writer.end();
  }
}

/**
 * Shares the text of a cluster among its glyphs. A ligature takes all of it; a letter with its marks is taken apart, if
 * need be into the decomposed form, which is canonically the same. Otherwise ActualText says what ToUnicode cannot; so it
 * does for private-use characters, as PDF/A asks (ISO 19005-3, 6.2.11.7.3).
 */
function meanings(text: string, count: number): { texts: readonly string[]; exact: boolean } {
  const exact = !/\p{Co}/u.test(text);
  if (count === 1) return { texts: [text === '' ? nothing : text], exact: exact && text !== '' };
  for (const form of [text, text.normalize('NFD')]) {
    const characters = Array.from(form);
    if (characters.length === count) return { texts: characters, exact };
  }
  return { texts: [text === '' ? nothing : text, ...Array<string>(count - 1).fill(nothing)], exact: false };
}

function codePoints(text: string): string {
  return Array.from(text, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  }).join(' ');
}

/** Gathers TJ elements. Lengths come in font units. */
class SegmentWriter {
  readonly #scale: number;
  readonly #letterSpace: number;
  readonly #segments: Segment[] = [];
  #pieces: string[] = [];
  #piece = '';
  #hex = '';
  /** Movement still to be made before the next glyph, thousandths of an em. */
  #move = 0;
  #rise = 0;
  #actual: string | undefined;

  constructor(unitsPerEm: number, letterSpace: number) {
    this.#scale = 1000 / unitsPerEm;
    this.#letterSpace = letterSpace;
  }

  /** Says what the next glyphs stand for together, if ToUnicode does not; `again`: even if it is the same text again. */
  standFor(text: string | undefined, again: boolean): void {
    if (text === this.#actual && !(again && text !== undefined)) return;
    this.#cut();
    this.#actual = text;
  }

  glyph(code: number, x: number, y: number, natural: number, advance: number, space: boolean): void {
    const rise = y * this.#scale;
    if (rise !== this.#rise) {
      this.#cut();
      this.#rise = rise;
    }
    this.#move += x * this.#scale;
    this.#moveNow();
    this.#hex += hex4(code);
    this.#move += (advance - natural - x) * this.#scale + this.#letterSpace;
    if (space) {
      this.#moveNow();
      this.#endPiece();
    }
  }

  end(): readonly Segment[] {
    this.#moveNow();
    this.#cut();
    return this.#segments;
  }

  #moveNow(): void {
    const text = real(-this.#move);
    // Half a thousandth of an em is nothing; what is left over is not forgotten.
    if (text === '0') return;
    this.#endHex();
    this.#piece += text;
    this.#move = 0;
  }

  #endHex(): void {
    if (this.#hex === '') return;
    this.#piece += `<${this.#hex}>`;
    this.#hex = '';
  }

  #endPiece(): void {
    this.#endHex();
    this.#pieces.push(this.#piece);
    this.#piece = '';
  }

  #cut(): void {
    this.#endHex();
    if (this.#piece !== '' || this.#pieces.length > 0) {
      // The piece after the last space may be empty: the space's share of justification still comes before it.
      this.#pieces.push(this.#piece);
      this.#segments.push({ pieces: this.#pieces, rise: this.#rise, actual: this.#actual });
    }
    this.#pieces = [];
    this.#piece = '';
  }
}
