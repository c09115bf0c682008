/**
 * How a page says that it is to be cited: its title in quotation marks, its date, whose archive shows it, the archival reference, who translated
 * it, its address ("“Title,” March 3, 1952, N Digital Archive, APRF, f. 3, … Translated by N. https://…").
 */
import { wholeDate } from '../dates.js';
import { fold, type Vocabulary } from '../vocabulary.js';
import { wordsOf } from '../words.js';
import { isNotice, isRights, labelMeaning } from './page-labels.js';
import { isProse } from './prose.js';
import type { Unit } from './units.js';

interface Span {
  start: number;
  end: number;
}

/** Parts of a citation, as offsets in its text. */
export interface Citation {
  reference: Span;
  publisher?: Span;
  url?: Span;
}

const longestCitation = 2000;
const opening = /^(?:\p{L}+:\s*)?["“„«”]/u;
const closing = /,["”“»]|["”“»],/gu;
const address = /(?:https?:\/\/|www\.)[^\s<>]*[^\s<>.,;)\]]/u;
/** Share of words that the title of the page and the quoted one have in common. */
const sameTitle = 0.7;

/** A quoted title alone is none, nor a date after one ("“Pravda,” 5 March 1950, …"): two signs besides, or the title of this page and one. */
export function readCitation(
  text: string,
  titleWords: ReadonlySet<string>,
  vocabulary: Vocabulary,
): Citation | undefined {
  const lead = text.length <= longestCitation ? opening.exec(text)?.[0].length : undefined;
  if (lead === undefined) return undefined;
  for (const { index, 0: mark } of text.matchAll(closing)) {
    const isTitle = hasTitle(text.slice(lead, index), titleWords);
    const found = readRest(text, index + mark.length, vocabulary);
    const signs = [found.isDated, found.publisher, found.url].filter(Boolean).length;
    if (signs > 1 || (isTitle && signs > 0)) return found;
  }
  return undefined;
}

function hasTitle(quoted: string, titleWords: ReadonlySet<string>): boolean {
  const words = new Set(wordsOf(quoted));
  const shared = [...words].filter((word) => titleWords.has(word)).length;
  return words.size > 1 && shared / Math.max(words.size, titleWords.size) >= sameTitle;
}

/** After the title: date and publisher, in any order, then the reference, and at the end the address. */
function readRest(text: string, from: number, vocabulary: Vocabulary): Citation & { isDated: boolean } {
  const link = address.exec(text.slice(from));
  const url = link ? { start: from + link.index, end: from + link.index + link[0].length } : undefined;
  const end = from + text.slice(from, url?.start).replace(/[\s<(]+$/u, '').length;
  let publisher: Span | undefined;
  let isDated = false;
  let start = from;
  for (;;) {
    start += /^[\s,]*/u.exec(text.slice(start, end))?.[0].length ?? 0;
    const pieces = /^(?<piece>[^,]+)(?:,(?<next>[^,]+))?/u.exec(text.slice(start, end))?.groups;
    const { piece, next = '' } = pieces ?? {};
    if (piece === undefined) break;
    // "March 21, 1969" has a comma of its own.
    const dated = [`${piece},${next}`, piece].find((words) => wholeDate(words, vocabulary.dates));
    if (dated !== undefined && !isDated) {
      isDated = true;
      start += Math.min(dated.length, end - start);
    } else if (!publisher && vocabulary.page.publishers.some((words) => fold(piece).includes(words))) {
      publisher = { start, end: start + piece.trimEnd().length };
      start += piece.length;
    } else break;
  }
  return { reference: { start, end }, isDated, ...(publisher && { publisher }), ...(url && { url }) };
}

/**
 * Where a citation stands that heads the document: what follows it is prose, and not less than what stands above, or other words of the page's
 * navigation stand under it. -1 if there is none, or it is of the information about the document.
 */
export function citationAbove(
  units: readonly Unit[],
  title: number,
  titleWords: ReadonlySet<string>,
  isNavigation: (unit: Unit) => boolean,
  vocabulary: Vocabulary,
): number {
  const place = units.findIndex(
    ({ text, index }) => index > title && readCitation(text, titleWords, vocabulary) !== undefined,
  );
  if (place < 0) return -1;
  const prose = (from: number, to: number): number =>
    units
      .slice(from, to)
      .filter((unit) => isProse(unit) && isRights(unit.text, vocabulary) === 0)
      .filter(({ text, index }) => !isNotice(text, vocabulary) && !isLabelled(units[index - 1], vocabulary))
      .reduce((sum, { text }) => sum + text.length, 0);
  const below = prose(place + 1, units.length);
  const under = units[place + 1];
  const leadsOn = under !== undefined && isNavigation(under);
  return below > 0 && (leadsOn || below >= prose(title + 1, place)) ? place : -1;
}

function isLabelled(above: Unit | undefined, vocabulary: Vocabulary): boolean {
  return above !== undefined && labelMeaning(above.text, vocabulary) !== undefined;
}
