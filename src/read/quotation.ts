/**
 * Finding quoted words in a source: spaces and quotation marks are compared loosely, words and their case exactly. Whole words are
 * meant: "work" does not stand in "workers".
 */
import { escaped } from './words.js';

export interface Found {
  start: number;
  end: number;
}

export interface Search {
  /** Most places that are wanted. */
  limit?: number;
  /** True finds the words inside longer ones, too. */
  insideWords?: boolean;
  /** True compares letters without their case. */
  anyCase?: boolean;
}

/** Scripts that write words without spaces between them: where one ends cannot be told from the letters around it. */
const unspaced = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]`;
const letter = String.raw`(?!${unspaced})[\p{L}\p{M}\p{N}]`;

/** A stretch of the source, without the stretches in it that are of something else (in order). */
export interface Searched extends Found {
  except?: readonly Found[];
}

/** All places where the quoted words stand between two offsets. */
export function findQuotation(
  source: string,
  quote: string,
  range: Searched,
  { limit = 100, insideWords = false, anyCase = false }: Search = {},
): Found[] {
  const words = quote.trim();
  if (words === '') return [];
  const pattern = words
    .split(/[\s\u00a0]+/u)
    .map((word) =>
      escaped(word)
        .replace(/['\u2018\u2019]/gu, "['\u2018\u2019]")
        .replace(/["\u201c\u201d]/gu, '["\u201c\u201d]'),
    )
    .join('[\\s\\u00a0]+');
  const before = insideWords || !new RegExp(`^${letter}`, 'u').test(words) ? '' : `(?<!${letter})`;
  const after = insideWords || !new RegExp(`${letter}$`, 'u').test(words) ? '' : `(?!${letter})`;
  const found: Found[] = [];
  const expression = new RegExp(`${before}${pattern}${after}`, anyCase ? 'giu' : 'gu');
  expression.lastIndex = range.start;
  for (let match = expression.exec(source); match && found.length < limit; match = expression.exec(source)) {
    const end = match.index + match[0].length;
    if (end > range.end) break;
    if (isExcepted(match.index, end, range.except)) continue;
    found.push({ start: match.index, end });
  }
  return found;
}

/** The places of a quotation whose first letter has the other case in the source: quoted from the head of a sentence, or put there. */
export function findRecased(source: string, quote: string, range: Searched, search?: Search): Found[] {
  const first = /\p{L}/u.exec(quote);
  if (!first) return [];
  const [letter] = first;
  const lower = letter.toLowerCase();
  const other = letter === lower ? letter.toUpperCase() : lower;
  if (other === letter || other.length !== letter.length) return [];
  const { index } = first;
  const words = `${quote.slice(0, index)}${other}${quote.slice(index + letter.length)}`;
  return findQuotation(source, words, range, search);
}

/**
 * As `findQuotation`; where the words stand nowhere as whole ones, those inside longer words count ("commission" in "commissioned"), or else those
 * whose first letter has the other case.
 */
export function findQuotedLoosely(source: string, quote: string, range: Searched, limit?: number): Found[] {
  const search = limit === undefined ? {} : { limit };
  const whole = findQuotation(source, quote, range, search);
  if (whole.length > 0) return whole;
  const inside = findQuotation(source, quote, range, { ...search, insideWords: true });
  return inside.length > 0 ? inside : findRecased(source, quote, range, search);
}

function isExcepted(start: number, end: number, except: readonly Found[] = []): boolean {
  let [from, to] = [0, except.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((except[middle]?.end ?? 0) <= start) from = middle + 1;
    else to = middle;
  }
  const next = except[from];
  return next !== undefined && next.start < end;
}
