/** Ranges of leaves and pages: "12-13об., 15, 17–19 об.", "221–2", "0078". */
import { conjunctionAt, type Scan } from './scan.js';
import { endsPart } from './scan.js';
import { Gap, isDash, type Token } from './tokens.js';

export interface LeafRange {
  readonly from: string;
  readonly to: string;
  /** Index of the token after the range. */
  readonly end: number;
}

interface LeafNumber {
  readonly value: string;
  readonly digits: string;
  readonly end: number;
}

const romanNumber = /^[ivxlc]+$/;

/** The range at `index`; undefined if it is none, or if what follows shows that the number is part of something else. */
export function leafRangeAt(scan: Scan, index: number): LeafRange | undefined {
  const { tokens } = scan;
  const first = leafNumber(scan, index);
  if (!first) return undefined;
  const dash = tokens[first.end];
  let to = first.value;
  let { end } = first;
  const after = followingAt(scan, index);
  if (after) return after;
  const word =
    dash?.kind === 'word' && scan.lexicon.ranges.has(dash.norm) && tokens[first.end + 1]?.kind === 'number';
  if (dash && (isDash(dash) || word) && dash.gap <= Gap.space) {
    const next = tokens[first.end + 1];
    const last = leafNumber(scan, first.end + 1);
    const overleaf = next && next.gap === Gap.none ? overleafAt(scan, first.end + 1) : undefined;
    if (last && (next?.gap ?? Gap.paragraph) <= Gap.space) {
      to = completed(first, last);
      end = last.end;
      // "121–125 с об."
      const back = to.endsWith('v') ? undefined : andOverleaf(scan, end);
      if (back !== undefined) {
        to = `${to}v`;
        end = back;
      }
    } else if (overleaf !== undefined) {
      to = `${first.value}v`;
      end = overleaf;
    } else if (dash.gap === Gap.none && next?.gap === Gap.none) {
      return undefined;
    }
  } else {
    const overleaf = andOverleaf(scan, first.end);
    if (overleaf !== undefined) {
      to = `${first.value}v`;
      end = overleaf;
    }
  }
  return partOfMore(tokens, end) ? undefined : { from: first.value, to, end };
}

/** "22f.": the leaf and the one after it. */
function followingAt({ tokens, lexicon }: Scan, index: number): LeafRange | undefined {
  const [number, sign] = [tokens[index], tokens[index + 1]];
  if (number?.kind !== 'number' || !/^[1-9]\d{0,5}$/.test(number.text)) return undefined;
  if (!sign || sign.gap !== Gap.none || !lexicon.following.has(sign.text)) return undefined;
  const stop = tokens[index + 2];
  // Without its full stop it is a letter of the number ("22f").
  if (stop?.norm !== '.' || stop.gap !== Gap.none) return undefined;
  return { from: number.text, to: String(Number(number.text) + 1), end: index + 3 };
}

/** The next range of a list, after a comma or a conjunction: nothing but the end of the part may follow it. */
export function nextLeafRange(scan: Scan, index: number, before: LeafRange): LeafRange | undefined {
  const { tokens } = scan;
  const mark = tokens[index];
  if (!mark || mark.gap === Gap.paragraph) return undefined;
  let start = index;
  if (mark.norm === ',') start++;
  const conjunction = conjunctionAt(scan, start);
  if (conjunction) start = conjunction.end;
  if (start === index) return undefined;
  const next = tokens[start];
  if (next?.kind !== 'number' || next.gap === Gap.paragraph) return undefined;
  const range = leafRangeAt(scan, start);
  if (!range || looksLikeYear(range.from, before.to)) return undefined;
  const joined = conjunctionAt(scan, range.end);
  if (joined && tokens[joined.end]?.kind === 'number') return range;
  return endsPart(scan, range.end) && !isDash(tokens[range.end]) ? range : undefined;
}

function leafNumber(scan: Scan, index: number): LeafNumber | undefined {
  const { tokens, lexicon } = scan;
  const token = tokens[index];
  if (!token) return undefined;
  if (token.kind === 'word' && !romanNumber.test(token.text)) return undefined;
  if (token.kind === 'mark') return undefined;
  let value = token.text;
  let end = index + 1;
  const glued = tokens[end];
  if (glued?.kind === 'word' && glued.gap === Gap.none && token.kind === 'number') {
    if (lexicon.recto.has(glued.norm)) return { value: `${value}r`, digits: token.text, end: end + 1 };
    const overleaf = overleafAt(scan, end);
    if (overleaf !== undefined) return { value: `${value}v`, digits: token.text, end: overleaf };
    if (Array.from(glued.text).length > 1) return undefined;
    value += glued.text;
    end++;
  }
  const overleaf = overleafAt(scan, end);
  if (overleaf !== undefined) return { value: `${value}v`, digits: token.text, end: overleaf };
  return { value, digits: token.text, end };
}

/** End of a word for the back of a leaf, with the full stop of its abbreviation; brackets may stand around it. */
function overleafAt(scan: Scan, index: number): number | undefined {
  const { tokens, lexicon } = scan;
  const token = tokens[index];
  if (!token || token.gap > Gap.space) return undefined;
  if (token.norm === '(' || token.norm === '[') {
    const inner = tokens[index + 1];
    if (!inner || !lexicon.verso.has(inner.norm)) return undefined;
    const after = tokens[index + 2]?.norm === '.' ? index + 3 : index + 2;
    return tokens[after]?.norm === (token.norm === '(' ? ')' : ']') ? after + 1 : undefined;
  }
  if (!lexicon.verso.has(token.norm)) return undefined;
  const stop = tokens[index + 1];
  const abbreviated = token.norm.length === 2;
  return abbreviated && stop?.norm === '.' && stop.gap === Gap.none ? index + 2 : index + 1;
}

/** "12 и об.", "12 с об.": the leaf with its back. */
function andOverleaf(scan: Scan, index: number): number | undefined {
  const { tokens } = scan;
  const word = tokens[index];
  if (word?.kind !== 'word' || word.gap !== Gap.space) return undefined;
  const joins = conjunctionAt(scan, index)?.end ?? (word.norm === 'с' || word.norm === 's' ? index + 1 : 0);
  return joins > 0 ? overleafAt(scan, joins) : undefined;
}

/** "221–2" ends on 222: the digits that the second number leaves out are the first one's. */
function completed(first: LeafNumber, last: LeafNumber): string {
  const missing = first.digits.length - last.digits.length;
  if (missing <= 0 || !/^\d+$/.test(first.digits) || !/^[1-9]\d*$/.test(last.digits)) return last.value;
  const full = first.digits.slice(0, missing) + last.digits;
  // Of the same length, so the order of strings is that of numbers.
  return full > first.digits ? first.digits.slice(0, missing) + last.value : last.value;
}

/** True if something is glued to the number that leaves cannot have ("7.02.1950", "12/13"). */
function partOfMore(tokens: readonly Token[], end: number): boolean {
  const mark = tokens[end];
  if (!mark || mark.gap !== Gap.none) return false;
  if (mark.kind !== 'mark') return true;
  const next = tokens[end + 1];
  const joined = next !== undefined && next.gap === Gap.none && next.kind === 'number';
  return joined && (mark.norm === '.' || mark.norm === '/' || mark.norm === ':');
}

function looksLikeYear(value: string, before: string): boolean {
  return /^(?:1[6-9]|20)\d\d$/.test(value) && Number.parseInt(before, 10) < 1000;
}
