/** Datelines: place, number, time and date of a dispatch, in any order ("From Pyongyang, No. 4040. 10 hours 10 minutes. 8.II.1950"). */
import type { CalendarDate, ClockTime } from '../../edition/types.js';
import { findDates, findTimes } from '../dates.js';
import { madeOnce } from '../made-once.js';
import { fold, type Vocabulary } from '../vocabulary.js';
import { anyOf, inCapitals, wordsOf } from '../words.js';
import { readField } from './fields.js';
import { isRoleOnly } from './names.js';
import { placeName } from './place-names.js';
import { findNumbers, isRegistryNumber, type NumberSpan } from './numbers.js';

/** Whether a date or time is that of writing, of arrival, of sending by wire, or of something done in between (deciphering). */
export type Moment = 'written' | 'received' | 'sent' | 'handled';

export type DatelinePart =
  /** `inferred` where nothing but its form and its neighbours say that it is one. */
  | { kind: 'place'; name: string; moment: Moment; start: number; end: number; inferred?: true }
  | { kind: 'number'; value: string; moment: NumberSpan['moment']; start: number; end: number }
  | { kind: 'time'; time: ClockTime; moment: Moment; start: number; end: number }
  | { kind: 'date'; date: CalendarDate; moment: Moment; start: number; end: number };

export interface DatelineReading {
  /** In the order of the text; offsets in the source. */
  found: DatelinePart[];
  /** Share of the line's letters and digits that was understood, 0 … 1. */
  coverage: number;
  /** Number of different parts. */
  parts: number;
  hasDate: boolean;
  hasTime: boolean;
  hasNumber: boolean;
}

const longest = 240;
const letters = /[\p{L}\p{N}]/gu;
const count = (text: string): number => text.match(letters)?.length ?? 0;

interface Patterns {
  moment: RegExp;
  from: RegExp;
  /** A name of a place. */
  place: RegExp;
  /** "Moscow, 8 February 1950": a name in capitals that leads to a date, also after other words. */
  beforeDate: RegExp;
  /** "Tirana. No. 30418", "TEHRAN, dispatched 19.V.51", "Sofia, Legation, No. 12": a name at the head of a line, and what leads from it to the next part. */
  atHead: RegExp;
  /** Whose time it is, right behind a time. */
  zone: RegExp;
  lead: RegExp;
}

const patternsOf = madeOnce(({ marks, dates }: Vocabulary): Patterns => {
  const list = (words: readonly string[]): string => anyOf(inCapitals(words), '#', ' ');
  const place = placeName({ marks });
  return {
    place: new RegExp(place, 'uy'),
    beforeDate: new RegExp(
      `(?:^|[.;,)\\]]\\s+|^[\\s([]+)(?<name>${place})\\s*[,:]\\s*(?:\\p{L}{2,3}\\s+)?(?:[….]{1,5}\\s*|_{1,20}\\s*)?$`,
      'u',
    ),
    atHead: new RegExp(`^[\\s([]*(?<name>${place})(?:[.,;:]|\\s[–—-])\\s+(?<office>[^\\d]*)$`, 'u'),
    moment: new RegExp(
      `(?<![\\p{L}])(?:(?<received>${list(marks.received)})|(?<sent>${list(marks.sent)})|(?<handled>${list(marks.handled)}))(?![\\p{L}])(?:\\s+(?:on|at|in)(?![\\p{L}]))?`,
      'gu',
    ),
    from: new RegExp(`(?<![\\p{L}])${list(marks.sentFrom)}(?![\\p{L}])\\s*:?\\s+(?=\\p{Lu})`, 'gu'),
    zone: new RegExp(
      `[\\s,]*\\(?(?:(?:[\\p{L}-]+\\s+){0,2}${list(dates.zoneNouns)}|${list(dates.zones)})(?![\\p{L}])\\)?`,
      'uy',
    ),
    lead: new RegExp(`(?<![\\p{L}\\d])${list(dates.leads)}(?![\\p{L}\\d])`, 'gu'),
  };
});

/** Reads a line as a dateline; undefined if nothing of one is in it. `offset` is added to all places. */
export function readDateline(
  text: string,
  offset: number,
  vocabulary: Vocabulary,
): DatelineReading | undefined {
  if (text.length > longest) return undefined;
  const { moment, from, zone, lead } = patternsOf(vocabulary);
  if (!/\d/u.test(text)) return placeAlone(text, offset, from, vocabulary);
  const moments = [...text.matchAll(moment)].map((match): { at: number; end: number; moment: Moment } => ({
    at: match.index,
    end: match.index + match[0].length,
    moment: momentOf(match.groups ?? {}),
  }));
  const momentAt = (at: number): Moment =>
    moments.filter((entry) => entry.at < at).at(-1)?.moment ?? 'written';

  const found: DatelinePart[] = [];
  const taken: { start: number; end: number }[] = [];
  const free = (start: number, end: number): boolean =>
    taken.every((part) => end <= part.start || start >= part.end);
  const take = (start: number, end: number): void => void taken.push({ start, end });
  for (const { value, start, end } of findDates(text, vocabulary.dates)) {
    found.push({ kind: 'date', date: value, moment: momentAt(start), start, end });
    take(start, end);
  }
  // "No. 2716, 14 November": the day is no second number.
  const undated = taken.reduce(
    (rest, { start, end }) => rest.slice(0, start) + '|'.repeat(end - start) + rest.slice(end),
    text,
  );
  for (const { start, end, numbers } of findNumbers(undated, vocabulary)) {
    if (!free(start, end)) continue;
    for (const one of numbers) found.push({ kind: 'number', ...one });
    take(start, end);
  }
  // "1874/yuva", "(1032/14/53)" on a line of its own.
  const bare = text.replace(/^[\s(]+|[\s.)]+$/gu, '');
  if (found.length === 0 && isRegistryNumber(bare)) {
    const start = text.indexOf(bare);
    found.push({ kind: 'number', value: bare, moment: 'written', start, end: start + bare.length });
    take(start, start + bare.length);
  }
  for (const { value, start, end } of findTimes(text, vocabulary.dates)) {
    if (!free(start, end)) continue;
    found.push({ kind: 'time', time: value, moment: momentAt(start), start, end });
    zone.lastIndex = end;
    take(start, end + (zone.exec(text)?.[0].length ?? 0));
  }
  for (const entry of moments) if (free(entry.at, entry.end)) take(entry.at, entry.end);
  for (const match of text.matchAll(from)) {
    const start = match.index + match[0].length;
    const end = placeEnd(text, start, taken, vocabulary);
    if (end <= start || !free(match.index, end)) continue;
    found.push({ kind: 'place', name: text.slice(start, end), moment: 'written', start, end });
    take(match.index, end);
  }
  if (found.length === 0) return undefined;
  // Small words between parts.
  if (found.length > 1)
    for (const match of text.matchAll(lead))
      if (free(match.index, match.index + match[0].length)) take(match.index, match.index + match[0].length);
  if (!found.some((part) => part.kind === 'place')) {
    const place = placeBefore(text, found, taken, vocabulary);
    if (place) {
      const { length, ...part } = place;
      found.push(part);
      take(part.start, part.start + length);
    }
  }
  const understood = taken.reduce((sum, part) => sum + count(text.slice(part.start, part.end)), 0);
  found.sort((a, b) => a.start - b.start);
  return {
    found: found.map((part) => ({ ...part, start: part.start + offset, end: part.end + offset })),
    coverage: understood / Math.max(1, count(text)),
    parts: new Set(found.map((part) => part.kind)).size,
    hasDate: found.some((part) => part.kind === 'date'),
    hasTime: found.some((part) => part.kind === 'time'),
    hasNumber: found.some((part) => part.kind === 'number'),
  };
}

function momentOf(groups: Record<string, string | undefined>): Moment {
  if (groups['received'] !== undefined) return 'received';
  return groups['sent'] === undefined ? 'handled' : 'sent';
}

/** "From Belgrade" on a line of its own; an office or a rank after "from" is no place. */
function placeAlone(
  text: string,
  offset: number,
  from: RegExp,
  vocabulary: Vocabulary,
): DatelineReading | undefined {
  const [match] = text.matchAll(from);
  if (match?.index !== 0 || match[0].includes(':')) return undefined;
  const start = match[0].length;
  const end = placeEnd(text, start, [], vocabulary);
  const name = text.slice(start, end);
  if (end <= start || !/^[\s.,]*$/u.test(text.slice(end))) return undefined;
  if (!canBePlace(name, vocabulary)) return undefined;
  return {
    found: [{ kind: 'place', name, moment: 'written', start: start + offset, end: end + offset }],
    coverage: 1,
    parts: 1,
    hasDate: false,
    hasTime: false,
    hasNumber: false,
  };
}

/** Words of address, rank, office, handling and kinds of documents. */
const wordsOfNoPlace = madeOnce(
  ({ body, marks }: Vocabulary): ReadonlySet<string> =>
    new Set([
      ...body.honorifics,
      ...body.ranks,
      ...body.organisations,
      ...marks.fileCopy,
      ...marks.handling,
      ...marks.handled,
      ...marks.stamps,
      ...marks.distribution,
      ...marks.secrecy.flatMap((one) => one.words),
      ...body.kinds.flatMap((one) => one.words),
    ]),
);

/** True if no word of a name, nor the whole of it, is one that no place has. */
export function canBePlace(name: string, vocabulary: Vocabulary): boolean {
  const words = wordsOf(name);
  const others = wordsOfNoPlace(vocabulary);
  return !others.has(words.join(' ')) && !words.some((word) => others.has(word));
}

type Place = Extract<DatelinePart, { kind: 'place' }> & { length: number };

/** The name before the first date, number or time, where it can be a place; `length` is that of the words understood with it. */
function placeBefore(
  text: string,
  found: readonly DatelinePart[],
  taken: readonly { start: number; end: number }[],
  vocabulary: Vocabulary,
): Place | undefined {
  const { beforeDate, atHead } = patternsOf(vocabulary);
  const date = found.find((part) => part.kind === 'date');
  const before = text.slice(0, date?.start ?? 0);
  const lead = before === '' ? null : beforeDate.exec(before);
  const name = lead?.groups?.['name'];
  // "Date: …" is a label.
  const labelled = lead?.[0].includes(':') === true && readField(text, vocabulary) !== undefined;
  if (date && lead && name !== undefined && !labelled) {
    const start = lead.index + lead[0].indexOf(name);
    const end = start + name.length;
    if (taken.every((part) => end <= part.start || start >= part.end))
      return { kind: 'place', name, moment: date.moment, start, end, length: name.length };
  }
  const first = Math.min(...taken.map(({ start }) => start));
  if (first === 0) return undefined;
  const { name: head, office = '' } = atHead.exec(text.slice(0, first))?.groups ?? {};
  if (head === undefined || !canBePlace(head, vocabulary) || readField(text, vocabulary)) return undefined;
  const between = office.replace(/[\s,.]+$/u, '');
  if (between !== '' && !isRoleOnly(between, vocabulary)) return undefined;
  const start = text.indexOf(head);
  return {
    kind: 'place',
    name: head,
    moment: 'written',
    start,
    end: start + head.length,
    length: first - start,
    // A number alone says less than a date that the name is a place.
    ...(date ? {} : { inferred: true as const }),
  };
}

/** Words of sending and of numbers, which end the name of a place. */
const placeEnds = madeOnce(
  ({ marks }: Vocabulary): ReadonlySet<string> =>
    new Set([...marks.received, ...marks.sent, ...marks.handled, ...marks.number]),
);

/** End of a name of up to four words in capitals from `start`, before anything that was understood already. */
function placeEnd(
  text: string,
  start: number,
  taken: readonly { start: number; end: number }[],
  vocabulary: Vocabulary,
): number {
  const limit = taken.reduce(
    (first, part) => (part.start >= start ? Math.min(first, part.start) : first),
    text.length,
  );
  const stop = placeEnds(vocabulary);
  const space = /^\s*/u.exec(text.slice(start, limit))?.[0].length ?? 0;
  const { place } = patternsOf(vocabulary);
  place.lastIndex = start + space;
  const name = place.exec(text.slice(0, limit))?.[0] ?? '';
  for (const match of name.matchAll(/[\p{L}\p{M}'’-]+/gu))
    if (stop.has(fold(match[0]))) {
      // "From Sofia Sent": what comes before such a word, without the small word that leads to it.
      const before = /^.*\p{Lu}[\p{L}\p{M}'’-]*(?=\s)/u.exec(name.slice(0, match.index))?.[0].trimEnd() ?? '';
      return before === '' ? start : start + space + before.length;
    }
  return name === '' ? start : start + space + name.length;
}
