/** What typesetting has to say about the words it sets, each thing once. */
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';
import { codeOf, placeOfCharacter } from './character-place.js';
import type { Design } from './design.js';
import type { FaceName } from './measure.js';
import { MissingGlyphs } from './missing-glyphs.js';
import type { Token } from './tokens.js';

/**
 * Scripts that are not set rightly yet: written from right to left (UAX 9), or without spaces between words and with
 * breaks that need a dictionary (UAX 14, class SA), or in columns.
 */
const unsupported = [
  'Hebrew',
  'Arabic',
  'Syriac',
  'Thaana',
  'Nko',
  'Thai',
  'Lao',
  'Khmer',
  'Myanmar',
  'Mongolian',
  'Tibetan',
].map((name) => ({ name, letters: new RegExp(`\\p{Script=${name}}`, 'u') }));

export class Reporter {
  readonly #file: VFile;
  readonly #missing: MissingGlyphs;
  readonly #reported = new Set<string>();

  constructor(design: Design, file: VFile, isLoaded: (face: FaceName) => boolean) {
    this.#file = file;
    this.#missing = new MissingGlyphs(design, file, isLoaded);
  }

  scripts(text: string, position: Position | undefined): void {
    // All of them stand above U+0590: most texts need no closer look.
    if (!/[\u0590-\u1FFF\u{10000}-\u{10FFFF}]/u.test(text)) return;
    for (const { name, letters } of unsupported) {
      if (this.#reported.has(name)) continue;
      const found = letters.exec(text)?.[0];
      if (found === undefined) continue;
      this.#reported.add(name);
      const place = placeOfCharacter(this.#file, found, position);
      report(this.#file, 'script-unsupported', {
        ...(place ? { place } : {}),
        reason: `The text has ${name} letters (${found}, ${codeOf(found.codePointAt(0) ?? 0)}), which are not set rightly on pages yet`,
      });
    }
  }

  /** Letters of a script that cannot be set were told as such: a font would not help. */
  missing(tokens: readonly Token[], position: Position | undefined): void {
    for (const { word } of tokens) {
      for (const codePoint of word.missing) {
        const character = String.fromCodePoint(codePoint);
        if (!unsupported.some(({ letters }) => letters.test(character)))
          this.#missing.add(codePoint, position);
      }
    }
  }

  /** To be called when all is set. */
  end(): void {
    this.#missing.report('glyph-missing');
  }

  cut(words: readonly string[], position: Position | undefined): void {
    for (const word of words) {
      // Addresses, shelfmarks and checksums are meant to be that long.
      if (/[\d/@]/.test(word)) continue;
      const shown = word.length > 60 ? `${word.slice(0, 60)}…` : word;
      report(this.#file, 'word-cut', {
        ...(position ? { place: position } : {}),
        reason: `“${shown}” is wider than its column and was divided where it can`,
      });
    }
  }
}
