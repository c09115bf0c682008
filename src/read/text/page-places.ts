/** Where on a page its title stands, its information begins, and which lines above the document are labelled. */
import { wholeDate } from '../dates.js';
import type { Vocabulary } from '../vocabulary.js';
import { wordsOf } from '../words.js';
import { isChrome, labelMeaning } from './page-labels.js';
import { sentenceEnd } from './sentence-end.js';
import { kindOf, readTitle } from './title.js';
import type { Unit } from './units.js';

/** A title is looked for in so many lines, and no further than the first paragraph. */
const linesOfHead = 40;
/** A line that shows nothing of a title but that it comes first can be one only so far down. */
const farthestUnmarked = 8;

/**
 * The line that is likeliest the title; -1 if there is none. Menus that no table knows stand above many titles: a line of a word or two among
 * others like it is one only where nothing below names a kind of document and people, or stands at the page's date.
 */
export function titlePlace(units: readonly Unit[], vocabulary: Vocabulary): number {
  let best = -1;
  let most = -Infinity;
  let first = true;
  for (const unit of units.slice(0, linesOfHead)) {
    const { text, index } = unit;
    if (isChrome(text, vocabulary) || isTrail(text, vocabulary)) continue;
    if (wholeDate(text, vocabulary.dates) || labelMeaning(text, vocabulary)) continue;
    const points = titlePoints(unit, units, vocabulary) + (first ? 2 : 0);
    if (points > 0 && points > most && (points >= 4 || index <= farthestUnmarked)) {
      best = index;
      most = points;
    }
    first = false;
    // The document has begun.
    if (text.length > 160 && sentenceEnd.test(text)) break;
  }
  return best;
}

function titlePoints(unit: Unit, units: readonly Unit[], vocabulary: Vocabulary): number {
  const { text, index } = unit;
  const count = wordsOf(text).length;
  const before = units[index - 1];
  const after = units[index + 1];
  let points = 0;
  if (kindOf(text, vocabulary) !== undefined) points += count > 1 ? 2 : 0.5;
  const { sender, participants } = readTitle(text, vocabulary);
  if (sender !== undefined || participants.length > 0) points += 2;
  if (before && wholeDate(before.text, vocabulary.dates)) points += 2.5;
  else if (after && wholeDate(after.text, vocabulary.dates)) points += count > 2 ? 1.5 : 0;
  if (count >= 4) points += 1;
  if (sentenceEnd.test(text) && count > 4) points -= 1.5;
  if (text.length > 300) points -= 4;
  const inMenu = [before, after].some(
    (near) =>
      near !== undefined &&
      (near === after ? near.blanksBefore : unit.blanksBefore) === 0 &&
      (isChrome(near.text, vocabulary) || isMenuWord(near.text)),
  );
  if (isMenuWord(text) && inMenu) points -= 3;
  return points;
}

/** A word or two, or a few with "&" between them, and no punctuation. */
function isMenuWord(text: string): boolean {
  return text.length <= 30 && /^\p{Lu}[\p{L}'’]*(?:\s+(?:&|\p{L}[\p{L}'’]*)){0,3}$/u.test(text);
}

/** "Home > Collections > Korean War": pages above this one, the first of which is navigation. */
export function isTrail(text: string, vocabulary: Vocabulary): boolean {
  if (text.length > 240) return false;
  const steps = text.split(/\s*[>›»→]\s*|\s+[/|·•]\s+/u);
  return steps.length > 1 && isChrome(steps[0] ?? '', vocabulary);
}

/** Lines of a menu beside words of navigation, without a blank line between: they are of it. */
export function isInMenu(unit: Unit, units: readonly Unit[], vocabulary: Vocabulary): boolean {
  if (unit.text.length > 40 || /[.:;,!?]$/u.test(unit.text)) return false;
  const beside = (step: 1 | -1): boolean => {
    for (let i = unit.index; ; i += step) {
      const lower = units[step === 1 ? i + 1 : i];
      const next = units[i + step];
      if (!next || !lower || lower.blanksBefore > 0 || next.text.length > 40) return false;
      if (isChrome(next.text, vocabulary)) return true;
      if (Math.abs(next.index - unit.index) > 6) return false;
    }
  };
  return beside(-1) || beside(1);
}

/** Labels that stand above the heading of the information and are of it. */
const aboveInformation = new Set([
  'related',
  'author',
  'persons',
  'places',
  'subjects',
  'coverage',
  'donors',
]);

/** From the heading of the information upward over labels of the page and short lines under them. */
export function informationAbove(
  units: readonly Unit[],
  from: number,
  to: number,
  vocabulary: Vocabulary,
): number {
  let place = from;
  for (let i = from - 1; i > to; i--) {
    const { text } = units[i] as Unit; // i is within bounds
    const meaning = labelMeaning(text, vocabulary);
    if (meaning !== undefined && aboveInformation.has(meaning)) place = i;
    else if (text.length > 200 || (sentenceEnd.test(text) && wordsOf(text).length > 6)) break;
  }
  return place;
}

/**
 * Labels between title and document, and the lines that are their values. An abstract is a paragraph, a language or kind one or two words; what
 * follows another label is its value only where a label follows again, for many labels have none.
 */
export function labelledFront(
  units: readonly Unit[],
  title: number,
  end: number,
  vocabulary: Vocabulary,
): ReadonlySet<number> {
  const found = new Set<number>();
  for (let i = title + 1; i < end; i++) {
    const { text } = units[i] as Unit; // i is within bounds
    if (isChrome(text, vocabulary) || wholeDate(text, vocabulary.dates)) continue;
    const meaning = labelMeaning(text, vocabulary);
    if (meaning === undefined || meaning === 'information') break;
    found.add(i);
    const value = units[i + 1];
    if (!value || i + 1 >= end || labelMeaning(value.text, vocabulary) || isChrome(value.text, vocabulary))
      continue;
    const after = units[i + 2];
    const parted = after !== undefined && labelMeaning(after.text, vocabulary) !== undefined;
    const words = wordsOf(value.text).length;
    const fits =
      meaning === 'abstract'
        ? words > 5 && sentenceEnd.test(value.text)
        : meaning === 'language'
          ? words <= 3 && /^\p{L}[\p{L}\s,-]*$/u.test(value.text)
          : parted;
    if (fits) found.add(++i);
  }
  return found;
}
