/**
 * Dates and times as documents write them: "8.II.1950", "February 7, 1950", "7 February 1950", "3.7.1951", "August, 1953", "1955",
 * "10 hours 10 minutes", "13:55", "4:10 am". ISO 8601 values are made only where the writing leaves no doubt.
 */
import type { CalendarDate, ClockTime } from '../edition/types.js';
import { madeOnce } from './made-once.js';
import type { Vocabulary } from './vocabulary.js';

export interface Found<T> {
  value: T;
  /** UTF-16 offsets in the text. */
  start: number;
  end: number;
}

const romanMonths = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

interface DateGrammar {
  /** Names of months by the letters that they begin with; those without letters by none. */
  names: Map<string, string[]>;
  /** The expression for dates, by the names of months in it, as they stand in its key; without a key, that with all of them. */
  dates: Map<string | undefined, RegExp>;
  time: RegExp;
  months: Map<string, number>;
}
/** Alternatives in small letters, capitals and with a capital, so that the expression needs no folding of case, which is slow to compile. */
function alternatives(words: readonly string[]): string {
  const forms = words.flatMap((word) => [
    word,
    word.toUpperCase(),
    word.charAt(0).toUpperCase() + word.slice(1),
  ]);
  return [...new Set(forms)]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
    .join('|');
}

const grammarOf = madeOnce((words: Vocabulary['dates']): DateGrammar => {
  const months = new Map<string, number>();
  words.months.forEach((names, i) => {
    names.forEach((name) => months.set(name, i + 1));
  });
  const names = new Map<string, string[]>();
  for (const name of months.keys()) {
    const [first = ''] = lettersIn(name);
    names.set(first, [...(names.get(first) ?? []), name]);
  }
  return {
    months,
    names,
    dates: new Map(),
    time: new RegExp(
      `(?<![\\p{L}\\d.])(?:(?<wordH>[0-2]?\\d)\\s*(?:${alternatives(words.hours)})\\.?(?:\\s*,?\\s*(?<wordM>[0-5]?\\d)\\s*(?:${alternatives(words.minutes)})\\.?)?` +
        `|(?<clockH>[0-2]?\\d)[:.](?<clockM>[0-5]\\d)(?::(?<clockS>[0-5]\\d))?(?:\\s*(?:${alternatives(words.hours)})(?![\\p{L}\\d])\\.?|\\s*(?<half>[apAP])\\.?\\s?[mM]\\.?)?` +
        // "1652Z", "1400 hours": hours and minutes in one.
        `|(?<milH>[01]\\d|2[0-3])(?<milM>[0-5]\\d)(?:Z|\\s*(?:${alternatives(words.hours)})\\.?)` +
        `|(?<halfH>[01]?\\d)\\s*(?<half2>[apAP])\\.?\\s?[mM]\\.?)(?![\\p{L}\\d])`,
      'gu',
    ),
  };
});

function lettersIn(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

/** Expressions for some months that are made; a volume has more sets of them, and then the one for all costs least. */
const mostExpressions = 20;

/**
 * The expression for the dates of a text, with those names of months only that stand in it: with all of them it is so long that to
 * compile it takes longer than to read a page.
 */
function expressionFor(text: string, { names, dates }: DateGrammar): RegExp {
  const here = [...new Set(['', ...lettersIn(text)])].flatMap((word) => names.get(word) ?? []).sort();
  const key = dates.size < mostExpressions ? here.join(' ') : undefined;
  let known = dates.get(key);
  if (!known) dates.set(key, (known = expressionOf(key === undefined ? [...names.values()].flat() : here)));
  return known;
}

function expressionOf(names: readonly string[]): RegExp {
  const month = `(?:${alternatives(names)})\\.?`;
  // The day stands in quotation marks where it was filled in by hand (“9” August 1956).
  const day = '["“„«]?(?:[0-3]?\\d)(?:st|nd|rd|th|ST|ND|RD|TH)?["”“»]?';
  const year = '(?:1[5-9]\\d\\d|20\\d\\d)';
  const named = [
    `(?<monthM>${month})(?:\\s+(?<monthD>${day})(?![\\d:]))?(?:\\s*,?\\s+(?<monthY>${year}))?`, // February 7, 1950; August, 1953; February 25
    `(?<dayD>${day})\\.?\\s+(?:of\\s+)?(?<dayM>${month})(?:\\s*,?\\s+(?:(?<dayY>${year})|\\[(?<brY>${year})\\]))?`, // 7 February 1950; 9 December [1969]; 4 February
    `(?<yfY>${year})\\.?\\s+(?<yfM>${month})\\s+(?<yfD>[0-3]?\\d)(?:\\.|-\\p{L}{1,2})?`, // 1962. április 6.
  ];
  const figures = [
    `(?<romD>[0-3]?\\d)\\s*[./-]\\s*(?<romM>[IVXivx]{1,4})\\s*[./-]\\s*(?<romY>${year}|\\d\\d(?!\\d))`, // 8.II.1950
    `(?<isoY>${year})-(?<isoM>[01]\\d)-(?<isoD>[0-3]\\d)`, // 1950-02-08
    `(?<numD>[0-3]?\\d)\\s?\\.\\s?(?<numM>[01]?\\d)\\s?\\.\\s?(?<numY>${year}|\\d\\d(?!\\d))`, // 3.7.1951
    `(?<slA>[0-3]?\\d)/(?<slB>[0-3]?\\d)/(?<slY>${year}|\\d\\d(?!\\d))`, // 3/7/1951: order unknown
  ];
  const forms = names.length === 0 ? figures : [...named, ...figures];
  return new RegExp(`(?<![\\p{L}\\d])(?:${forms.join('|')})(?![\\p{L}\\d])`, 'gu');
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** ISO date, or undefined if there is no such day. A year of two digits is not completed. */
function iso(year: string, month: number, day?: number): string | undefined {
  if (year.length !== 4 || month < 1 || month > 12) return undefined;
  if (day === undefined) return `${year}-${pad(month)}`;
  const last = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  return day >= 1 && day <= last ? `${year}-${pad(month)}-${pad(day)}` : undefined;
}

/** All dates in a text, in order. A date whose value is in doubt has no `when`. */
export function findDates(text: string, words: Vocabulary['dates']): Found<CalendarDate>[] {
  if (!/\d/u.test(text)) return [];
  const grammar = grammarOf(words);
  const { months } = grammar;
  const monthOf = (name: string | undefined): number =>
    months.get((name ?? '').toLowerCase().replace(/\.$/u, '')) ?? 0;
  const found: Found<CalendarDate>[] = [];
  for (const match of text.matchAll(expressionFor(text, grammar))) {
    const g = match.groups ?? {};
    const value: CalendarDate = { text: match[0] };
    // The name of a month alone ("may") is no date.
    if (g['monthM'] !== undefined && g['monthD'] === undefined && g['monthY'] === undefined) continue;
    const when = g['monthY']
      ? iso(g['monthY'], monthOf(g['monthM']), dayOf(g['monthD']))
      : (g['dayY'] ?? g['brY'])
        ? iso(g['dayY'] ?? g['brY'] ?? '', monthOf(g['dayM']), dayOf(g['dayD']))
        : g['romY']
          ? iso(g['romY'], romanMonths.indexOf((g['romM'] ?? '').toLowerCase()) + 1, Number(g['romD']))
          : g['yfY']
            ? iso(g['yfY'], monthOf(g['yfM']), Number(g['yfD']))
            : g['isoY']
              ? iso(g['isoY'], Number(g['isoM']), Number(g['isoD']))
              : g['numY']
                ? iso(g['numY'], Number(g['numM']), Number(g['numD']))
                : g['slY']
                  ? slashed(g['slY'], Number(g['slA']), Number(g['slB']))
                  : undefined;
    if (g['romM'] && romanMonths.indexOf(g['romM'].toLowerCase()) < 0) continue;
    const short = g['romY'] ?? g['numY'];
    if (when !== undefined) value.when = when;
    else if (short?.length === 2) {
      const month = g['romM'] ? romanMonths.indexOf(g['romM'].toLowerCase()) + 1 : Number(g['numM']);
      // A leap year, so that 29 February is a day.
      const dated = iso('2000', month, Number(g['romD'] ?? g['numD']));
      if (dated !== undefined) Object.assign(value, { monthDay: dated.slice(5), shortYear: short });
    } else if ((g['monthM'] ?? g['dayM']) !== undefined && (g['monthD'] ?? g['dayD']) !== undefined) {
      // A leap year, so that 29 February is a day.
      const dated = iso('2000', monthOf(g['monthM'] ?? g['dayM']), dayOf(g['monthD'] ?? g['dayD']));
      if (dated !== undefined) value.monthDay = dated.slice(5);
    }
    found.push({ value, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

const dayOf = (day: string | undefined): number | undefined =>
  day === undefined ? undefined : parseInt(day.replace(/^\D/u, ''), 10);

/** `3/7/1951` has a value only if one of the numbers cannot be a month. */
function slashed(year: string, a: number, b: number): string | undefined {
  if (a > 12 && b <= 12) return iso(year, b, a);
  if (b > 12 && a <= 12) return iso(year, a, b);
  return a === b ? iso(year, a, b) : undefined;
}

/** All times of day in a text, in order. */
export function findTimes(text: string, words: Vocabulary['dates']): Found<ClockTime>[] {
  if (!/\d/u.test(text)) return [];
  const found: Found<ClockTime>[] = [];
  for (const match of text.matchAll(grammarOf(words).time)) {
    const g = match.groups ?? {};
    const half = (g['half'] ?? g['half2'])?.toLowerCase();
    let hour = Number(g['wordH'] ?? g['clockH'] ?? g['milH'] ?? g['halfH']);
    const minute = Number(g['wordM'] ?? g['clockM'] ?? g['milM'] ?? 0);
    if (half && (hour < 1 || hour > 12)) continue;
    if (half === 'p' && hour < 12) hour += 12;
    if (half === 'a' && hour === 12) hour = 0;
    if (hour > 24 || minute > 59) continue;
    const when = `${pad(hour)}:${pad(minute)}${g['clockS'] ? `:${g['clockS']}` : ''}`;
    // A full stop belongs to an abbreviation ("10 min."), not to a word ("10 minutes.").
    const text = /[\p{L}]{4,}\.$/u.test(match[0]) ? match[0].slice(0, -1) : match[0];
    found.push({ value: { text, when }, start: match.index, end: match.index + text.length });
  }
  return found;
}

/** The date a text consists of ("February 7, 1950", "1955"), or undefined if it says anything else. */
export function wholeDate(text: string, words: Vocabulary['dates']): CalendarDate | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 60 || !/\d{4}/u.test(trimmed)) return undefined;
  if (/^(?:1[5-9]|20)\d\d$/u.test(trimmed)) return { text: trimmed, when: trimmed };
  const dates = findDates(trimmed, words);
  const [only] = dates;
  if (dates.length !== 1 || !only || only.value.when === undefined) return undefined;
  const rest = (trimmed.slice(0, only.start) + trimmed.slice(only.end)).replace(/[\s.,()[\]]/gu, '');
  return rest === '' ? { ...only.value, text: trimmed } : undefined;
}
