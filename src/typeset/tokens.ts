/**
 * A paragraph's words before they are lines: text is cut at its spaces and at the places where a line may end without
 * one (a subset of UAX 14 for alphabets, and between ideographs). A token is a word, or the part of a word in one look,
 * with the space after it.
 */
import type { Letters } from './letters.js';
import type { Word } from './words.js';

/** Text in one look at one place of the logical tree. */
export interface Segment {
  readonly letters: Letters;
  readonly structure: number;
  /** Sequence number of its first character. */
  readonly sequence: number;
  readonly link: TokenLink | undefined;
}

export interface TokenLink {
  readonly href: string;
  readonly structure: number;
  readonly description: string;
}

/** What stands between a token and the next. */
export enum Gap {
  /** The same word in another look: no break. */
  joined,
  /** A space. */
  space,
  /** A space where a break costs something. */
  weak,
  /** A space where a break is the last resort. */
  held,
  /** A break without a space: after a hyphen or dash. */
  open,
  /** Inside a word wider than its column: a break as the last resort, with a hyphen … */
  divided,
  /** … and without one, where it would be taken for the word's own: in addresses, numbers, checksums. */
  parted,
  end,
}

export interface Token {
  readonly segment: Segment;
  /** Offset of the token in its segment, UTF-16. */
  readonly start: number;
  /** With its space, if it has one. */
  readonly text: string;
  readonly word: Word;
  gap: Gap;
}

const wordSpace = /[\t\n\v\f\r \u1680\u2000-\u2006\u2008-\u200A\u2028\u2029\u205F\u3000]/u;

export class TokenList {
  readonly tokens: Token[] = [];
  #atSpace = true;

  /** Adds text; spaces that follow a space, or start the paragraph, are dropped. */
  add(text: string, segment: Segment): void {
    const { length } = text;
    let start = 0;
    let word = 0;
    let at = 0;
    while (at < length) {
      const code = text.charCodeAt(at);
      if (isSpace(code)) {
        if (at > start) this.#push(`${text.slice(start, at)} `, start, segment, Gap.space);
        else if (!this.#atSpace) this.#push(' ', at, segment, Gap.space);
        this.#atSpace = true;
        at += 1;
        while (at < length && isSpace(text.charCodeAt(at))) at += 1;
        start = at;
        word = at;
        continue;
      }
      this.#atSpace = false;
      at += 1;
      if (at < length && mayBreak(text, word, start, at)) {
        this.#push(text.slice(start, at), start, segment, Gap.open);
        start = at;
      }
    }
    if (at > start) this.#push(text.slice(start, at), start, segment, Gap.joined);
  }

  /** Ends the paragraph: its last space goes. */
  finish(): Token[] {
    let last = this.tokens.at(-1);
    if (last?.text === ' ') {
      this.tokens.pop();
      last = this.tokens.at(-1);
    } else if (last?.gap === Gap.space) {
      this.tokens.pop();
      this.#push(last.text.slice(0, -1), last.start, last.segment, Gap.end);
      last = this.tokens.at(-1);
    }
    if (last) last.gap = Gap.end;
    return this.tokens;
  }

  #push(text: string, start: number, segment: Segment, gap: Gap): void {
    this.tokens.push({ segment, start, text, word: segment.letters.words.word(text), gap });
  }
}

function isSpace(code: number): boolean {
  if (code > 0x7f) return code >= 0x1680 && wordSpace.test(String.fromCharCode(code));
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

const HYPHEN_MINUS = 0x2d;
const SLASH = 0x2f;

/** True if a line may end before `at`, where the word starts at `word` and its piece so far at `start` (start < at < length). */
function mayBreak(text: string, word: number, start: number, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  switch (before) {
    case HYPHEN_MINUS:
    case 0x2010: {
      // Two letters on both sides: Heon-yeong, not XIX-J-1-j, -s, a range of numbers or an address of mail.
      return (
        at - start >= 3 &&
        letters(text, at - 3, at - 1) &&
        letters(text, at, at + 2) &&
        !text.slice(word, wordEnd(text, at)).includes('@')
      );
    }
    case SLASH: {
      // The scheme of an address stands at the start of its word.
      const address = text.slice(word, word + 16).includes('//');
      return (
        text.charCodeAt(at) !== SLASH &&
        (address || (at - start >= 4 && letters(text, at - 4, at - 1) && letters(text, at, at + 3)))
      );
    }
    case 0x2013: {
      return letters(text, at - 2, at - 1) && letters(text, at, at + 1);
    }
    case 0x2014: {
      return at - start > 1 && /[\p{L}\p{N}]/u.test(text[at] ?? '');
    }
    case 0x200b: {
      return true;
    }
    default: {
      return before >= 0x2e80 && ideographic(before) && ideographic(text.charCodeAt(at));
    }
  }
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isSpace(text.charCodeAt(end))) end += 1;
  return end;
}

function letters(text: string, from: number, to: number): boolean {
  if (to > text.length) return false;
  for (let at = from; at < to; at++) if (!isLetter(text.charCodeAt(at))) return false;
  return true;
}

const letter = /\p{L}/u;

function isLetter(code: number): boolean {
  const lower = code | 0x20;
  if (lower >= 0x61 && lower <= 0x7a) return true;
  return code > 0x7f && letter.test(String.fromCharCode(code));
}

/** Han, kana and Hangul syllables: a line may end between any two. */
function ideographic(code: number): boolean {
  return (
    (code >= 0x3041 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7a3)
  );
}
