/** Tokens of a report: words, quoted words (one token, whatever is in them), numbers, dates in figures and punctuation, each with its place. */
import { wordSet, type Vocabulary } from '../vocabulary.js';

export interface Token {
  kind: 'word' | 'number' | 'date' | 'quote' | 'mark';
  /** As printed; for a quote the words inside the quotation marks. */
  text: string;
  /** Folded, for comparing. */
  folded: string;
  /** Offsets in the source; a quote's include its quotation marks. */
  start: number;
  end: number;
}

const pattern =
  /["“„«](?<quote>[^"“”„«»]{1,2000})["”“»]|(?<=[\s\u00a0(])['‘](?<single>[^'‘’"“”]{2,300})['’](?=[\s\u00a0.,;:)\]]|$)|(?<date>\d{1,2}(?:[./-][IVX]{1,4}(?!\p{L})(?:[./-]?(?:\d{4}|\d{2})(?!\d))?|\.[\s\u00a0]?[IVX]{1,4}\.?[\s\u00a0]?\d{4}(?!\d)|[./]\d{1,2}[./-](?:\d{4}|\d{2})(?!\d)))|(?<number>\d+)|(?<word>\p{L}[\p{L}\p{M}]*(?:[-'’][\p{L}\p{M}]+)*\.?)|(?<mark>[^\s\u00a0])/gu;

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
    } else if (groups['date'] !== undefined) {
      tokens.push({ kind: 'date', text: match[0], folded: match[0].toLowerCase(), start, end });
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

/** A full stop after "Cde", or between a day and its month ("14. Januar"), ends no sentence. */
function isWithin(tokens: readonly Token[], stop: number, { body, dates }: Vocabulary): boolean {
  const [before, after] = [tokens[stop - 1], tokens[stop + 1]];
  if (before?.kind === 'number')
    return after?.kind === 'word' && dates.months.some((names) => names.includes(after.folded));
  return (
    before?.kind === 'word' &&
    wordSet(body.honorifics).has(before.folded) &&
    wordSet(body.abbreviations).has(before.folded)
  );
}

/** Splits tokens into sentences: at a full stop outside quotes, or after a quote that ends one, before a capital. */
export function sentencesOf(tokens: readonly Token[], vocabulary: Vocabulary): Token[][] {
  const { reports } = vocabulary;
  const sentences: Token[][] = [];
  let current: Token[] = [];
  tokens.forEach((token, i) => {
    current.push(token);
    const next = tokens[i + 1];
    const capital = next === undefined || /^\p{Lu}/u.test(next.text) || next.kind === 'quote';
    const stop =
      token.kind === 'mark' && /^[.!?]$/u.test(token.text) && capital && !isWithin(tokens, i, vocabulary);
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
