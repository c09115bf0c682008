/** Hyphens that join two numbers to a range, and are printed as en dashes; those of dates, shelfmarks, telephone numbers and the like are not. */
import type { Replacement } from './punctuation.js';
import type { RawText } from './whitespace.js';
import type { Words } from './words.js';

/** Two numbers alone: no letter, digit, stroke or further hyphen touches them, no decimals follow. */
const alone =
  /(?<![\p{L}\p{M}\p{N}_/.:,@#+'’\-–])(\d{1,4})-(\d{1,4})(?![\p{L}\p{M}\p{N}_/@\-–]|[.,:]\d|\.(?![IVX]+\.)\p{L})/gu;
/** In a part that is a range by its markup: leaf numbers may have letters ("12v-13", "12об.-15"). */
const marked = /(?<![\p{L}\p{N}\-–])(\d+\p{L}{0,2}\.?)-\d+(?!\d|\p{L}{0,2}\.?[-–]\d)/gu;
/** The word before a number, without its stop. */
const label = /([\p{L}\p{M}]+|[№#])\.?[\s\u00A0]*$/u;

export function dashes(
  text: string,
  numbers: Words['numbers'],
  kinds: (index: number) => RawText['punctuation'],
): Replacement[] {
  if (!/\d\p{L}{0,2}\.?-\d/u.test(text)) return [];
  const found: Replacement[] = [];
  for (const match of text.matchAll(marked)) {
    const at = match.index + match[1]!.length; // the group is no optional part
    if (kinds(at) === 'ranges') found.push([at, '–']);
  }
  for (const match of text.matchAll(alone)) {
    const [, from = '', to = ''] = match;
    const word = label.exec(text.slice(Math.max(0, match.index - 32), match.index))?.[1] ?? '';
    const before = word.toLowerCase();
    if (numbers.single.includes(before)) continue;
    const labelled = numbers.ranges.includes(before);
    // "C 1078-80", "RG 59-61": capitals before a number belong to a shelfmark.
    if (!labelled && /^\p{Lu}+$/u.test(word)) continue;
    const at = match.index + from.length;
    if (kinds(at) !== 'ranges' && isRange(from, to, labelled)) found.push([at, '–']);
  }
  return found;
}

/** True if two numbers can be nothing but the ends of a range. `labelled`: a word before them says that they are pages or the like. */
function isRange(from: string, to: string, labelled: boolean): boolean {
  if (labelled) return Number(completed(from, to)) > Number(from);
  if (/^0/.test(from) || /^0/.test(to)) return false;
  if (to.length < from.length) {
    // "1967-69" are years; "1950-02" and "1905-11" may be months.
    return isYear(from) && to.length === 2 && Number(to) > 12 && Number(completed(from, to)) > Number(from);
  }
  if (Number(to) <= Number(from)) return false;
  if (from.length === 4) return isYear(from) && isYear(to);
  return !(from.length === 3 && to.length === 4); // "555-1234" is a telephone number
}

/** "221-2" ends at 222. */
function completed(from: string, to: string): string {
  return to.length < from.length ? from.slice(0, from.length - to.length) + to : to;
}

function isYear(number: string): boolean {
  return /^(1\d|20)\d\d$/.test(number);
}
