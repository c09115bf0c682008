/**
 * The characters that most documents are written in. V8 takes a third of a millisecond to compile an expression with a
 * class such as `\p{L}` over all of Unicode, and one edition needs a hundred of them; over these characters it takes a
 * tenth of that. So the command is bundled twice (bundle.mjs): with classes that are exact for the repertoire, and as it
 * is. The first begins; where it meets a character outside, it hands over to the second before anything is printed or written.
 */
import type { FileHost } from '../host.js';
import type { Stream } from './streams.js';

/** First and last characters of blocks or parts of blocks; what the templates are written in belongs to them (tested). */
export const repertoire: readonly (readonly [first: number, last: number])[] = [
  [0x00, 0x17f], // Basic Latin, Latin-1, Latin Extended-A
  [0x1a0, 0x1a1], // Vietnamese
  [0x1af, 0x1b0], // Vietnamese
  [0x218, 0x21b], // Romanian
  [0x2b9, 0x2bf], // Transliteration
  [0x300, 0x36f], // Combining marks
  [0x386, 0x3ce], // Greek
  [0x400, 0x45f], // Cyrillic
  [0x490, 0x491], // Ukrainian
  [0x4ae, 0x4af], // Mongolian
  [0x4e8, 0x4e9], // Mongolian
  [0x1ea0, 0x1ef9], // Vietnamese
  [0x2000, 0x22ff], // Punctuation, currency, letterlike symbols, numbers, arrows, operators
  [0x2e00, 0x2e7f], // Further punctuation
  [0x3000, 0x30ff], // Punctuation and kana of Japanese
  [0x4e00, 0x9fff], // Unified ideographs
  [0xac00, 0xd7a3], // Hangul
  [0xfeff, 0xfeff], // Byte order mark
  [0xfffd, 0xfffd], // What cannot be decoded
];

const unit = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`;
const outside = new RegExp(
  `[^${repertoire.map(([first, last]) => `${unit(first)}-${unit(last)}`).join('')}]`,
);

/** True if a text has characters of the repertoire only. */
export function isWithin(text: string): boolean {
  return !outside.test(text);
}

/** The bundle for all of Unicode is needed. */
export class OutsideRepertoire extends Error {
  override readonly name = 'OutsideRepertoire';
}

/** Files that hold no text that is read: outputs, which are compared with their checksums. */
const noText = /\.(?:pdf|epub)$/i;

/** A host that throws `OutsideRepertoire` where it would hand out a character outside the repertoire. */
export function hostWithin(host: FileHost): FileHost {
  const admit = (text: string): void => {
    if (!isWithin(text)) throw new OutsideRepertoire();
  };
  return {
    ...host,
    env(name) {
      const value = host.env(name);
      admit(value ?? '');
      return value;
    },
    cwd() {
      const folder = host.cwd();
      admit(folder);
      return folder;
    },
    async real(path) {
      const found = await host.real(path);
      admit(found);
      return found;
    },
    async list(folder) {
      const names = await host.list(folder);
      admit(names.join('/'));
      return names;
    },
    async read(path) {
      const bytes = await host.read(path);
      // What is no UTF-8 decodes to U+FFFD here and is refused by whoever reads it.
      if (!noText.test(path)) admit(new TextDecoder().decode(bytes));
      return bytes;
    },
  };
}

/** A stream that keeps what is written until it is let go. */
export class HeldStream implements Stream {
  readonly #held: string[] = [];

  constructor(readonly stream: Stream) {}

  get isTTY(): boolean {
    return this.stream.isTTY;
  }

  get columns(): number | undefined {
    return this.stream.columns;
  }

  write(text: string): void {
    this.#held.push(text);
  }

  letGo(): void {
    if (this.#held.length > 0) this.stream.write(this.#held.join(''));
    this.#held.length = 0;
  }
}
