/** Stamps of a page: a line that names one, with the words that it quotes below. */
import { longestStart } from '../words.js';
import type { Vocabulary } from '../vocabulary.js';
import type { Unit } from './units.js';

/** Longest stamp, in lines, and in characters. */
const longest = 12;
const longestStamp = 600;

/** Length of the words that name a stamp at the start of a line, with the bracket before them; undefined if there are none. */
export function stampLead(text: string, vocabulary: Vocabulary): number | undefined {
  const from = /^\[?\s*(?=\p{L})/u.exec(text)?.[0].length;
  if (from === undefined) return undefined;
  const words = longestStart(text.slice(from), vocabulary.marks.stamps);
  return words === undefined ? undefined : from + words.length;
}

/** True if a line is a bracket that says what a stamp bears, and nothing stands beside it. */
export function isStamp(text: string, vocabulary: Vocabulary): boolean {
  if (text.length > longestStamp || !text.startsWith('[') || !/\]\.?$/u.test(text)) return false;
  // "[Stamp: …] Petrov [illegible]" has words of its own.
  const close = closingBracket(text);
  return close >= text.length - 2 && stampLead(text, vocabulary) !== undefined;
}

function closingBracket(text: string): number {
  let open = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '[') open++;
    else if (text[i] === ']' && --open === 0) return i;
  }
  return -1;
}

/** True if a line only names a stamp ("[Stamp:]"). */
function isHeading(text: string, vocabulary: Vocabulary): boolean {
  const end = text.length <= 60 ? stampLead(text, vocabulary) : undefined;
  return end !== undefined && /^\s*(?::\s*\]?|\]\s*:?)$/.test(text.slice(end));
}

/**
 * Joins a line that names a stamp with what stands right under it in quotation marks: the words of a stamp are not those of
 * the document, and its date is no date of writing. Without a closing mark before a blank line nothing is joined.
 */
export function joinStamps(units: readonly Unit[], source: string, vocabulary: Vocabulary): Unit[] {
  const joined: Unit[] = [];
  for (let i = 0; i < units.length; i++) {
    const head = units[i] as Unit; // i is within bounds
    const last = isHeading(head.text, vocabulary) ? (quotedTo(units, i + 1) ?? i) : i;
    const end = (units[last] as Unit).end;
    joined.push({
      ...head,
      index: joined.length,
      end,
      text: last === i ? head.text : source.slice(head.start, end),
      lines: units.slice(i, last + 1).reduce((sum, { lines }) => sum + lines, 0),
    });
    i = last;
  }
  return joined;
}

function quotedTo(units: readonly Unit[], from: number): number | undefined {
  if (!/^["“„«]/u.test(units[from]?.text ?? '')) return undefined;
  for (let i = from; i < units.length && i < from + longest; i++) {
    const { text, blanksBefore } = units[i] as Unit; // i is within bounds
    if (blanksBefore > 0) return undefined;
    if (/["”“»]\.?$/u.test(text) && text.length > 1) return i;
  }
  return undefined;
}
