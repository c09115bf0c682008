/** Pages that show no document: search results, listings, index pages. They are refused, with the reasons. */
import { wholeDate } from '../dates.js';
import { anyOf } from '../words.js';
import { foldLabel, wordSet, type Vocabulary } from '../vocabulary.js';
import { labelMeaning } from './evidence.js';
import type { Unit } from './units.js';

export interface Refusal {
  unit: Unit;
  reasons: string[];
}

/** Evidence that a page lists documents; undefined if it shows one. */
export function isListing(units: readonly Unit[], vocabulary: Vocabulary): Refusal | undefined {
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
    // "1 - 20 of 57", "214 results".
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

const counts = new WeakMap<Vocabulary, readonly RegExp[]>();

function countsOf(vocabulary: Vocabulary): readonly RegExp[] {
  let known = counts.get(vocabulary);
  if (!known) {
    const { leads, of, nouns, ends } = vocabulary.page.counts;
    const number = '\\d[\\d,.]*';
    const range = `(?:${anyOf(leads)}\\s+)?${number}\\s*[-–—]\\s*${number}\\s+${anyOf(of)}\\s+${number}(?:\\s+\\p{L}+)?`;
    const sum = `${number}\\s+${anyOf(nouns)}(?:\\s+${anyOf(ends)})?`;
    known = [range, sum].map((count) => new RegExp(`^${count}$`, 'iu'));
    counts.set(vocabulary, known);
  }
  return known;
}
