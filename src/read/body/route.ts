/** The line of a dispatch that says from where and to whom it goes: "IMMEDIATE KHARTOUM TO FOREIGN OFFICE", "From Rome to Foreign Office". */
import { madeOnce } from '../made-once.js';
import type { Vocabulary } from '../vocabulary.js';
import { anyOf, inCapitals, longestStart } from '../words.js';
import { canBePlace } from './dateline.js';
import { nameIn, type NameSpan } from './names.js';

export interface Route {
  /** Length of the marks of urgency before it, with the space after them. */
  marks: number;
  place: { name: string; start: number; end: number };
  to: NameSpan;
  /** True where more than "A TO B" shows that a dispatch goes this way: a mark, "from", or an office that it goes to. */
  shown: boolean;
}

const patternOf = madeOnce(({ titles, marks }: Vocabulary) => {
  const word = "\\p{Lu}[\\p{L}\\p{M}'’-]*";
  return new RegExp(
    `^(?<from>${anyOf(inCapitals(marks.sentFrom))}\\s+)?(?<place>${word}(?:\\s+${word}){0,3}?),?\\s+${anyOf(inCapitals(titles.to))}\\s+(?=${anyOf(inCapitals(titles.articles))}|\\p{Lu})`,
    'u',
  );
});

/** Reads such a line; undefined for any other. Without "from" it is set in capitals, as other sentences are not. Offsets are within `text`. */
export function readRoute(text: string, vocabulary: Vocabulary): Route | undefined {
  if (text.length > 100 || /\d|[:;!?]/u.test(text)) return undefined;
  let marks = 0;
  for (;;) {
    const mark = longestStart(text.slice(marks), vocabulary.marks.handling);
    if (mark === undefined) break;
    marks += mark.length + (/^[\s.,–—-]*/u.exec(text.slice(marks + mark.length))?.[0].length ?? 0);
  }
  const rest = text.slice(marks);
  const match = patternOf(vocabulary).exec(rest);
  const { from, place } = match?.groups ?? {};
  if (!match || place === undefined || !canBePlace(place, vocabulary)) return undefined;
  if (from === undefined && text !== text.toUpperCase()) return undefined;
  const to = nameIn(rest.slice(match[0].length), vocabulary);
  if (!to || (from !== undefined && /\s\p{Ll}{3,}\s/u.test(to.name))) return undefined;
  const start = marks + (from?.length ?? 0);
  const lead = marks + match[0].length;
  return {
    marks,
    place: { name: place, start, end: start + place.length },
    to: { ...to, start: lead + to.start, end: lead + to.end },
    shown: marks > 0 || from !== undefined || to.kind === 'organisation',
  };
}
