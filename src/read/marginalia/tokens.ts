/** Tokens of a report: words, quoted words (one token, whatever is in them), numbers and punctuation, each with its place. */
import type { Vocabulary } from '../vocabulary.js';

export interface Token {
  kind: 'word' | 'number' | 'quote' | 'mark';
  /** As printed; for a quote the words inside the quotation marks. */
  text: string;
  /** Folded, for comparing. */
  folded: string;
  /** Offsets in the source; a quote's include its quotation marks. */
  start: number;
  end: number;
}

const pattern =
  /["“„«](?<quote>[^"“”„«»]{1,2000})["”“»]|(?<=[\s\u00a0(])['‘](?<single>[^'‘’"“”]{2,300})['’](?=[\s\u00a0.,;:)\]]|$)|(?<number>\d+)|(?<word>\p{L}[\p{L}\p{M}]*(?:[-'’][\p{L}\p{M}]+)*\.?)|(?<mark>[^\s\u00a0])/gu;

/** Splits a text into tokens. `offset` is added to all places. A full stop belongs to a word only if that is an initial. */
export function tokenize(text: string, offset: number): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(pattern)) {
    const groups = match.groups ?? {};
    const start = offset + match.index;
    const end = start + match[0].length;
    const quoted = groups['quote'] ?? groups['single'];
    if (quoted !== undefined) {
      tokens.push({ kind: 'quote', text: quoted, folded: quoted.toLowerCase(), start, end });
    } else if (groups['number'] !== undefined) {
      tokens.push({ kind: 'number', text: match[0], folded: match[0], start, end });
    } else if (groups['word'] !== undefined) {
      const initial = /^\p{Lu}\.$/u.test(match[0]);
      const word = initial ? match[0] : match[0].replace(/\.$/u, '');
      tokens.push({
        kind: 'word',
        text: word,
        folded: word.toLowerCase().replace(/’/gu, "'"),
        start,
        end: start + word.length,
      });
      if (!initial && match[0].endsWith('.'))
        tokens.push({ kind: 'mark', text: '.', folded: '.', start: end - 1, end });
    } else tokens.push({ kind: 'mark', text: match[0], folded: match[0], start, end });
  }
  return tokens;
}

/** Splits tokens into sentences: at a full stop outside quotes, or after a quote that ends one, before a capital. */
export function sentencesOf(tokens: readonly Token[], { reports }: Vocabulary): Token[][] {
  const sentences: Token[][] = [];
  let current: Token[] = [];
  tokens.forEach((token, i) => {
    current.push(token);
    const next = tokens[i + 1];
    const capital = next === undefined || /^\p{Lu}/u.test(next.text) || next.kind === 'quote';
    const stop = token.kind === 'mark' && /^[.!?]$/u.test(token.text) && capital;
    const stopInside =
      token.kind === 'quote' &&
      /[.!?]$/u.test(token.text.trim()) &&
      next?.kind === 'word' &&
      /^\p{Lu}/u.test(next.text) &&
      !reports.speakers.includes(next.folded);
    if (stop || stopInside) {
      sentences.push(current);
      current = [];
    }
  });
  if (current.length > 0) sentences.push(current);
  return sentences;
}
