/**
 * How the label of a distribution is composed: the words of its vocabulary by class, and the orders in which they stand ("Copies of this
 * telegram were sent to", "Prepared in three copies"). Word by word, since an expression of these orders over all words is so long that
 * to compile it takes longer than to read a page.
 */
import type { Vocabulary } from '../vocabulary.js';

type Part = 'noun' | 'verb' | 'joint' | 'filler' | 'number' | 'count';

interface Phrase {
  readonly part: Part;
  readonly words: readonly string[];
}

/** A word of a line, in small letters, and where it ends. */
interface Word {
  readonly text: string;
  readonly end: number;
}

/** Words before the part that a label turns on, and after it. */
const mostBefore = 5;
const mostAfter = 6;
/** Words that only go on, in a label without a colon. */
const mostFillers = 3;
/** In a phrase, any number. */
const anyNumber = '#';

export class DistributionWords {
  /** Phrases by their first words, the longest first. */
  readonly #phrases = new Map<string, Phrase[]>();

  constructor({ marks, reports }: Pick<Vocabulary, 'marks' | 'reports'>) {
    const { nouns, verbs, joints, fillers } = marks.distributionWords;
    this.#add('noun', nouns);
    this.#add('noun', marks.distribution);
    this.#add('verb', verbs);
    this.#add('joint', joints);
    this.#add('filler', fillers);
    this.#add('number', reports.cardinals);
    this.#add('count', marks.distributionCounts);
    for (const phrases of this.#phrases.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  }

  #add(part: Part, phrases: readonly string[]): void {
    for (const phrase of phrases) {
      const words = phrase.split(' ');
      const [first = ''] = words;
      const known = this.#phrases.get(first);
      if (known) known.push({ part, words });
      else this.#phrases.set(first, [{ part, words }]);
    }
  }

  /** True if a folded text only counts copies ("7 copies"). */
  counts(label: string): boolean {
    const words = wordsIn(label);
    return this.#ends(words, 0, ['count']).includes(words.length);
  }

  /** True if a folded text is a label: words that go on, at least one that says what it is, and more of both. */
  isLabel(label: string): boolean {
    const words = wordsIn(label);
    let begun: ReadonlySet<number> = new Set([0]);
    let reached: ReadonlySet<number> = new Set(this.#cores(words, 0));
    for (let before = 0; before < mostBefore && begun.size > 0; before++) {
      begun = this.#step(begun, (at) => this.#ends(words, at, loose));
      reached = new Set([...reached, ...this.#step(begun, (at) => this.#cores(words, at))]);
    }
    let last = reached;
    for (let after = 0; after < mostAfter && last.size > 0; after++) {
      if (last.has(words.length)) return true;
      last = this.#step(last, (at) => [...this.#cores(words, at), ...this.#ends(words, at, loose)]);
    }
    return last.has(words.length);
  }

  /**
   * Length of a label that goes on with names without a colon, a noun or verb and what joins it to them ("Distributed to"), at the head
   * of a text in small letters; a space follows it.
   */
  openLength(text: string): number | undefined {
    const words = wordsIn(text);
    const joined = (at: number, fillers: number): number | undefined => {
      const end = this.#ends(words, at, ['joint']).find((joint) => joint < words.length);
      if (end !== undefined || fillers === 0) return end;
      for (const next of this.#ends(words, at, ['verb', 'filler'])) {
        const found = joined(next, fillers - 1);
        if (found !== undefined) return found;
      }
      return undefined;
    };
    const opened = (at: number, fillers: number): number | undefined => {
      for (const next of fillers === 0 ? [] : this.#ends(words, at, ['filler', 'number'])) {
        const found = opened(next, fillers - 1);
        if (found !== undefined) return found;
      }
      for (const next of this.#ends(words, at, ['noun', 'verb'])) {
        const found = joined(next, mostFillers);
        if (found !== undefined) return found;
      }
      return undefined;
    };
    const end = opened(0, mostFillers);
    return end === undefined ? undefined : words[end - 1]?.end;
  }

  /** Where what a label turns on may end: a count, a noun, or a verb with what joins it to those who follow. */
  #cores(words: readonly Word[], at: number): number[] {
    const ends = this.#ends(words, at, ['count', 'noun']);
    let verbs: ReadonlySet<number> = new Set(this.#ends(words, at, ['verb']));
    while (verbs.size > 0) {
      ends.push(...this.#step(verbs, (end) => this.#ends(words, end, ['joint'])));
      verbs = this.#step(verbs, (end) => this.#ends(words, end, ['filler']));
    }
    return ends;
  }

  #step(from: ReadonlySet<number>, next: (at: number) => readonly number[]): ReadonlySet<number> {
    return new Set([...from].flatMap(next));
  }

  /** Where phrases of some parts that begin at a word end, the longest first. */
  #ends(words: readonly Word[], at: number, parts: readonly Part[]): number[] {
    const word = words[at];
    if (!word) return [];
    const ends: number[] = [];
    for (const first of this.#isNumber(word) ? [word.text, anyNumber] : [word.text])
      for (const phrase of this.#phrases.get(first) ?? [])
        if (parts.includes(phrase.part) && this.#stands(phrase, words, at))
          ends.push(at + phrase.words.length);
    if (parts.includes('number') && /^\d+$/u.test(word.text)) ends.push(at + 1);
    return ends;
  }

  #stands({ words: phrase }: Phrase, words: readonly Word[], at: number): boolean {
    return phrase.every((text, i) => {
      const word = words[at + i];
      return word !== undefined && (text === anyNumber ? this.#isNumber(word) : word.text === text);
    });
  }

  #isNumber({ text }: Word): boolean {
    return (
      /^\d+$/u.test(text) ||
      (this.#phrases.get(text) ?? []).some(({ part, words }) => part === 'number' && words.length === 1)
    );
  }
}

const loose: readonly Part[] = ['verb', 'joint', 'filler', 'number'];

function wordsIn(text: string): Word[] {
  return [...text.matchAll(/\S+/gu)].map((match) => ({
    text: match[0],
    end: match.index + match[0].length,
  }));
}
