/** What every recogniser of the grammar reads: the text, its tokens, the words to go by. */
import type { Lexicon } from './lexicon.js';
import { Gap, type Token } from './tokens.js';

export interface Scan {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly lexicon: Lexicon;
}

/** A range of tokens, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The words of a range as printed. */
export function wordsOf(scan: Scan, start: number, end: number): string {
  const first = scan.tokens[start];
  const last = scan.tokens[end - 1];
  return first && last ? scan.text.slice(first.start, last.end) : '';
}

/** Marks that stand between the parts of a reference and mean nothing else. */
const between = new Set([',', ';', ':', '.', '-', '(', ')', '[', ']', '|', '•', '·']);

export function isBetween(token: Token | undefined): boolean {
  return token !== undefined && between.has(token.norm);
}

/** True if the token ends a part of a reference: nothing follows, or a mark between parts, or an empty line. */
export function endsPart(scan: Scan, index: number): boolean {
  const token = scan.tokens[index];
  return token === undefined || token.gap === Gap.paragraph || isBetween(token);
}

/**
 * True if the full stop at `index` ends a sentence: a space or nothing follows, and the word before is neither an
 * initial nor a known abbreviation.
 */
export function endsSentence(scan: Scan, index: number): boolean {
  const { tokens, lexicon } = scan;
  if (tokens[index]?.norm !== '.') return false;
  const next = tokens[index + 1];
  if (next && next.gap === Gap.none && next.kind !== 'mark') return false;
  const before = tokens[index - 1];
  if (!next || next.gap === Gap.paragraph || before?.kind !== 'word') return true;
  if (Array.from(before.text).length === 1) return false;
  return !lexicon.abbreviated.has(before.norm);
}

/** A conjunction that can join two references, or names. "И. Петров", "I. Petrov" begin with an initial. */
export function conjunctionAt(scan: Scan, index: number): { readonly end: number } | undefined {
  const { tokens, lexicon } = scan;
  const word = tokens[index];
  const stop = tokens[index + 1];
  if (word?.text.length === 1 && word.text !== word.norm && stop?.norm === '.' && stop.gap === Gap.none)
    return undefined;
  return lexicon.and.match(tokens, index);
}

/** Index of the first token at or after `index` that is no mark between parts, nor an article. */
export function pastMarks(scan: Scan, index: number): number {
  let i = index;
  while (isBetween(scan.tokens[i])) i++;
  return i;
}

/** How strongly what stands before a place parts it from what came earlier. */
export const Level = { none: 0, soft: 1, sentence: 2, strong: 3 } as const;
export type Level = (typeof Level)[keyof typeof Level];
