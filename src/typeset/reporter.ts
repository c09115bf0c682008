/** What typesetting has to say about the words it sets, each thing once. */
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';
import type { Design } from './design.js';
import { scriptIn } from './scripts.js';
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
  readonly #design: Design;
  readonly #file: VFile;
  readonly #reported = new Set<string | number>();

  constructor(design: Design, file: VFile) {
    this.#design = design;
    this.#file = file;
  }

  scripts(text: string): void {
    // All of them stand above U+0590: most texts need no closer look.
    if (!/[\u0590-\u1FFF\u{10000}-\u{10FFFF}]/u.test(text)) return;
    for (const { name, letters } of unsupported) {
      if (this.#reported.has(name)) continue;
      const found = letters.exec(text)?.[0];
      if (found === undefined) continue;
      this.#reported.add(name);
      report(this.#file, 'script-unsupported', {
        reason: `The text has ${name} letters (${found}, ${codeOf(found.codePointAt(0) ?? 0)}), which are not set rightly on pages yet`,
      });
    }
  }

  missing(tokens: readonly Token[], position: Position | undefined): void {
    for (const { word } of tokens) {
      for (const codePoint of word.missing) {
        if (this.#reported.has(codePoint)) continue;
        this.#reported.add(codePoint);
        const character = String.fromCodePoint(codePoint);
        const fallback = Object.values(this.#design.fallbacks).find(({ scripts }) =>
          scriptIn(character, scripts),
        );
        const script = fallback && scriptIn(character, fallback.scripts);
        const font = fallback?.package;
        const shown = /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? ` ${character}` : '';
        report(this.#file, 'glyph-missing', {
          ...(position ? { place: position } : {}),
          reason: `No font of the design has the character ${codeOf(codePoint)}${shown}${script === undefined ? '' : ` (${script})`}`,
          ...(font === undefined
            ? {}
            : { hint: `Install the font that the design names for it: npm install ${font}` }),
        });
      }
    }
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

function codeOf(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
