/** Phrases of several words found at a place among tokens, the longest first: a tree over the words. */
import { fold, Gap, tokenise, type Token } from './tokens.js';

interface Node<T> {
  next: Map<string, Node<T>>;
  value: T | undefined;
}

interface PhraseOptions<T> {
  readonly skipped?: Iterable<string>;
  readonly form?: (word: string) => string;
  readonly merge?: (old: T, added: T) => T;
}

export interface PhraseMatch<T> {
  readonly value: T;
  /** Index of the token after the phrase. */
  readonly end: number;
}

/** The word that a phrase begins with, if only letters stand before its first space or full stop. */
function firstWord(phrase: string): string | undefined {
  // Most are ASCII, for which a short expression does.
  const word = /^[A-Za-z]+(?=[ .]|$)/.exec(phrase) ?? /^\p{L}[\p{L}\p{M}]*(?=[ .]|$)/u.exec(phrase);
  return word?.[0];
}

/**
 * Full stops between words do not count; `skipped` words count neither in the phrases nor in the text. A phrase is taken
 * apart when its first word is met: most of a table is never needed for one document.
 */
export class PhraseTree<T> {
  readonly #root: Node<T> = { next: new Map(), value: undefined };
  readonly #waiting = new Map<string, { phrase: string; value: T }[]>();
  readonly #skipped: ReadonlySet<string>;
  readonly #form: (word: string) => string;
  readonly #merge: (old: T, added: T) => T;

  /** `merge` decides what is kept when a phrase is added again; by default the first. */
  constructor({ skipped = [], form = (word) => word, merge = (old) => old }: PhraseOptions<T> = {}) {
    this.#skipped = new Set(skipped);
    this.#form = form;
    this.#merge = merge;
  }

  add(phrase: string, value: T): void {
    const opening = firstWord(phrase);
    const first = opening && fold(opening);
    if (first === undefined || this.#skipped.has(first)) {
      this.#insert(phrase, value);
      return;
    }
    const word = this.#form(first);
    const waiting = this.#waiting.get(word);
    if (waiting) waiting.push({ phrase, value });
    else this.#waiting.set(word, [{ phrase, value }]);
  }

  #insert(phrase: string, value: T): void {
    let node = this.#root;
    for (const token of tokenise(phrase)) {
      if (token.norm === '.' || this.#skipped.has(token.norm)) continue;
      const word = this.#form(token.norm);
      let next = node.next.get(word);
      if (!next) node.next.set(word, (next = { next: new Map(), value: undefined }));
      node = next;
    }
    if (node !== this.#root) node.value = node.value === undefined ? value : this.#merge(node.value, value);
  }

  #meet(word: string): void {
    const waiting = this.#waiting.get(word);
    if (!waiting) return;
    this.#waiting.delete(word);
    for (const { phrase, value } of waiting) this.#insert(phrase, value);
  }

  /** The longest phrase that begins at token `index`, if any. It holds no empty line. */
  match(tokens: readonly Token[], index: number): PhraseMatch<T> | undefined {
    const first = tokens[index];
    if (first) this.#meet(this.#form(first.norm));
    let node: Node<T> | undefined = this.#root;
    let found: PhraseMatch<T> | undefined;
    for (let i = index; ; i++) {
      const token = tokens[i];
      if (!token || (i > index && token.gap === Gap.paragraph)) return found;
      if (i > index && (token.norm === '.' || this.#skipped.has(token.norm))) {
        if (!node.next.has(this.#form(token.norm))) continue;
      }
      node = node.next.get(this.#form(token.norm));
      if (!node) return found;
      if (node.value !== undefined) found = { value: node.value, end: i + 1 };
    }
  }
}

/**
 * Abbreviations found letter by letter, so that `APRF` reads `AP RF` and `A.P.R.F.` too: only whole words, joined by
 * spaces, full stops or dashes, count.
 */
export class LetterTree<T> {
  readonly #words = new Map<string, T>();
  #longest = 0;

  constructor(readonly merge: (old: T, added: T) => T) {}

  add(abbreviation: string, value: T): void {
    const old = this.#words.get(abbreviation);
    this.#words.set(abbreviation, old === undefined ? value : this.merge(old, value));
    this.#longest = Math.max(this.#longest, abbreviation.length);
  }

  match(tokens: readonly Token[], index: number): PhraseMatch<T> | undefined {
    let letters = '';
    let found: PhraseMatch<T> | undefined;
    for (let i = index; ; i++) {
      const token = tokens[i];
      if (!token || (i > index && token.gap === Gap.paragraph)) return found;
      if (i > index && (token.norm === '.' || token.norm === '-')) continue;
      if (token.kind !== 'word') return found;
      letters += token.text;
      if (letters.length > this.#longest) return found;
      const value = this.#words.get(letters);
      if (value !== undefined) found = { value, end: i + 1 };
    }
  }
}
