/**
 * Pages that show no document: search results, listings, indexes, pages of errors, log-ins, notices. They are refused,
 * with the reasons. What heads a document (a dateline, a mark of secrecy, an addressee, a shelfmark, the heading of the
 * information) speaks against each of them.
 */
import { readDateline } from '../body/dateline.js';
import { readMarks } from '../body/marks.js';
import { findDates, wholeDate } from '../dates.js';
import { madeOnce } from '../made-once.js';
import { anyOf, startsWithWord, wordsOf } from '../words.js';
import { fold, foldLabel, wordSet, type Vocabulary } from '../vocabulary.js';
import { looksLikeReport } from '../marginalia/recognise.js';
import { labelMeaning } from './evidence.js';
import { kindOf } from './title.js';
import { isProse, longestEntry } from './prose.js';
import { sentenceEnd as sentence } from './sentence-end.js';
import type { Unit } from './units.js';

export interface Refusal {
  unit: Unit;
  reasons: string[];
}

/** Evidence that a page shows something else than one document; undefined if it shows one. */
export function isListing(units: readonly Unit[], vocabulary: Vocabulary): Refusal | undefined {
  return listsResults(units, vocabulary) ?? showsNoDocument(units, vocabulary);
}

function listsResults(units: readonly Unit[], vocabulary: Vocabulary): Refusal | undefined {
  const signs = wordSet(vocabulary.page.results.map((phrase) => foldLabel(phrase)));
  let score = 0;
  let first: Unit | undefined;
  const reasons: string[] = [];
  const add = (unit: Unit, points: number, reason: string): void => {
    score += points;
    first ??= unit;
    if (reasons.length < 4) reasons.push(reason);
  };
  for (const unit of units) {
    if (unit.text.length > 120) continue;
    // "1 - 20 of 57", "214 results": lines that begin with a number, or say what they show.
    const counts = countsOf(vocabulary).some((count) => count.test(unit.text));
    if (counts) add(unit, 3, `“${unit.text}” counts results`);
    else if (signs.has(foldLabel(unit.text))) add(unit, 2, `“${unit.text}” is a word of a list of results`);
  }
  // Dates that stand alone, each with a title after it, again and again.
  const dated = units.filter(
    (unit) => wholeDate(unit.text, vocabulary.dates) && (units[unit.index + 1]?.text.length ?? 999) < 200,
  );
  const hasInformation = units.some((unit) => labelMeaning(unit.text, vocabulary) === 'information');
  const [one] = dated;
  if (one && dated.length >= 4 && dated.length * 6 >= units.length && !hasInformation)
    add(one, 3, `${String(dated.length)} dates stand alone, each before a title`);
  if (hasInformation) score -= 2;
  return score >= 3 && first ? { unit: first, reasons } : undefined;
}

/** Lines that are looked at: a listing shows itself early, and a long text is none. */
const looked = 400;
/** A page without anything of a document on it, that has the forms of another page. */
function showsNoDocument(all: readonly Unit[], vocabulary: Vocabulary): Refusal | undefined {
  if (all.length > looked) return undefined;
  // Most pages of documents say so by their labels, which are found quickest.
  if ([isLabelled, isOfDocument].some((shows) => all.some((unit) => shows(unit, vocabulary))))
    return undefined;
  const units = all.filter(({ text }) => !wordSet(vocabulary.page.chrome).has(foldLabel(text.slice(0, 100))));
  return noticeOn(all, vocabulary) ?? entriesOn(units, vocabulary) ?? namesOnly(units);
}

/** True for a label that stands on pages of documents only. */
function isLabelled({ text }: Unit, vocabulary: Vocabulary): boolean {
  const meaning = labelMeaning(text, vocabulary);
  return meaning === 'information' || meaning === 'reference' || meaning === 'record';
}

/** True for another line that pages of documents have and other pages do not. */
function isOfDocument({ text }: Unit, vocabulary: Vocabulary): boolean {
  if (readMarks(text, 0, vocabulary) || (text.startsWith('[') && looksLikeReport(text, vocabulary)))
    return true;
  // "To Comrade Ivanov", "CC: Molotov", "Signed: Ivanov", "Dear Comrade,".
  const { marks, body } = vocabulary;
  if (text.length <= 100 && body.salutes.some((word) => startsWithWord(text, word)) && /[,!:]$/u.test(text))
    return true;
  if (body.closings.some((word) => startsWithWord(text, word))) return true;
  if (
    marks.addressee.some(
      (word) => startsWithWord(text, word) && /^\s*:?\s*\p{Lu}/u.test(text.slice(word.length)),
    )
  )
    return true;
  if (body.signatures.some((word) => startsWithWord(text.replace(/^[([/]+/u, ''), word))) return true;
  // A date alone may head an entry; with a place, a time or a number it heads a document.
  const dateline = readDateline(text, 0, vocabulary);
  return dateline !== undefined && dateline.parts >= 2 && dateline.coverage >= 0.75 && !sentence.test(text);
}

/** An error, a log-in or a notice on cookies: its words, and little else on the page. */
function noticeOn(units: readonly Unit[], vocabulary: Vocabulary): Refusal | undefined {
  for (const { shows, lines, phrases, needs } of vocabulary.page.notices) {
    const whole = wordSet(lines);
    const found = units.filter(({ text }) => {
      if (text.length <= 120 && whole.has(foldLabel(text).replace(/["'“”]/gu, ''))) return true;
      const folded = fold(text.slice(0, 2000));
      return phrases.some((phrase) => folded.includes(phrase));
    });
    const [unit] = found;
    if (!unit || new Set(found.map(({ text }) => fold(text))).size < needs) continue;
    // The notice may stand on the page of a document: then there is prose besides.
    const told = new Set(found.map(({ index }) => index));
    // One sentence may stand between lines of the notice, or follow the last of a short page.
    const among = ({ index }: Unit): boolean =>
      told.has(index - 1) && (told.has(index + 1) || units.length <= 8);
    const besides = units.filter((one) => !told.has(one.index) && isProse(one) && !among(one));
    if (besides.length > 0) continue;
    const shown = unit.text.length > 60 ? `${unit.text.slice(0, 60)}…` : unit.text;
    return {
      unit,
      reasons: [`“${shown}” is what ${shows} says`, 'nothing of a document stands on it'],
    };
  }
  return undefined;
}

/** Lines that each name a document or a date, one after the other, with at most a line on each. */
function entriesOn(units: readonly Unit[], vocabulary: Vocabulary): Refusal | undefined {
  const entries = units.filter(({ text }) => {
    if (text.length > longestEntry || sentence.test(text) || text.endsWith(':')) return false;
    if (findDates(text, vocabulary.dates).some(({ start, end }) => start <= 3 || end >= text.length - 2))
      return true;
    // "Telegram, Ivanov to Petrov": the kind of document first, then a name or a matter.
    return (
      /^[\p{Lu}\d]/u.test(text) &&
      kindOf(text.slice(0, 40), vocabulary) !== undefined &&
      wordsOf(text).length > 1
    );
  });
  const [unit] = entries;
  const prose = units.filter(isProse);
  // The page of a document has its title, its date, its heading; a listing has a new title again and again.
  const different = new Set(entries.map(({ text }) => fold(text))).size;
  if (!unit || different < 4 || prose.length > entries.length || entries.length * 4 < units.length)
    return undefined;
  // Prose in a row is a text; after single entries it is what a listing says on each.
  const inRow = prose.some((one, i) => prose[i + 1]?.index === one.index + 1);
  if (inRow) return undefined;
  return {
    unit,
    reasons: [
      `${String(entries.length)} of its ${String(units.length)} lines name documents or dates`,
      'no text follows, no archive or dateline is named',
    ],
  };
}

/** A page of names and headings alone: not one line of it ends as writing does. */
function namesOnly(units: readonly Unit[]): Refusal | undefined {
  const [unit] = units;
  if (!unit || units.length < 8) return undefined;
  const ended = units.filter(({ text }) => /[.,;:!?…"”’»)\]—–-]$/u.test(text) || text.length > longestEntry);
  const phrases = units.filter(({ text }) => wordsOf(text, longestEntry).length > 12);
  if (ended.length > 0 || phrases.length > 0) return undefined;
  // Writing goes on in small letters, or in signs without case; names of pages begin anew.
  if (units.some(({ text }) => !/^[\p{Lu}\p{Lt}]/u.test(text))) return undefined;
  return {
    unit,
    reasons: [
      `none of its ${String(units.length)} lines is a sentence or part of one`,
      'no archive or dateline is named',
    ],
  };
}

const countsOf = madeOnce(({ page }: Vocabulary): readonly RegExp[] => {
  const { leads, of, nouns, ends } = page.counts;
  const number = '\\d[\\d,.]*';
  const range = `(?:${anyOf(leads)}\\s+)?${number}\\s*[-–—]\\s*${number}\\s+${anyOf(of)}\\s+${number}(?:\\s+\\p{L}+)?`;
  const sum = `${number}\\s+${anyOf(nouns)}(?:\\s+${anyOf(ends)})?`;
  return [range, sum].map((count) => new RegExp(`^${count}$`, 'iu'));
});
