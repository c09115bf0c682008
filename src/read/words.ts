/** Words of a text, for comparing: folded, without punctuation. */
import { fold } from './vocabulary.js';

/** The first words of a text, folded. `limit` is in characters, so that a line of any length costs little. */
export function wordsOf(text: string, limit = 400): string[] {
  return fold(text.slice(0, limit)).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'-]*/gu) ?? [];
}

/**
 * The first code unit of a text, folded as the whole would be; NaN of an empty text. What follows a first letter does not change its small form,
 * and "İ", whose small form is longer, begins with an i there, too.
 */
function firstUnit(text: string): number {
  const unit = text.charCodeAt(0);
  if (unit === 0x2018 || unit === 0x2019) return 0x27;
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
  return text.charAt(0).toLowerCase().charCodeAt(0);
}

/** A text in small letters, as long as it was: a letter whose small form has another length ("İ") stays, so that places are the same in both. */
export function lowered(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  }).join('');
}

/** True if a text begins with these words (already folded) and the last of them ends there. */
export function startsWithWord(text: string, words: string): boolean {
  // Of most words not even the first letter fits.
  if (words !== '' && firstUnit(text) !== words.charCodeAt(0)) return false;
  return beginsWith(text, words);
}

function beginsWith(text: string, words: string): boolean {
  const head = text
    .slice(0, words.length + 1)
    .toLowerCase()
    .replace(/[\u2018\u2019]/gu, "'");
  if (!head.startsWith(words)) return false;
  const next = head.charAt(words.length);
  return next === '' || !/[\p{L}\p{N}]/u.test(next) || !/[\p{L}\p{N}]$/u.test(words);
}

/** True if the words (folded) stand in the text as whole words, whatever their case. */
export function containsWords(text: string, words: string): boolean {
  return ` ${wordsOf(text).join(' ')} `.includes(` ${words} `);
}

/** The longest of some words that a text begins with. */
export function longestStart(text: string, list: readonly string[]): string | undefined {
  const first = firstUnit(text);
  let best: string | undefined;
  for (const words of list)
    if (words.charCodeAt(0) === first && words.length > (best?.length ?? 0) && beginsWith(text, words))
      best = words;
  return best;
}

/** A regular expression's source for a text as it stands. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}

/**
 * A regular expression's source for one of some words or phrases; `#` in a phrase becomes `number`, a space `space`. Nothing fits an empty list.
 * Words of tables are in one line, so all of them can be escaped in one pass: most have nothing to escape.
 */
export function anyOf(words: readonly string[], number = '#', space = '\\s+'): string {
  if (words.length === 0) return '(?!)';
  const longestFirst = [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const source = escaped(longestFirst.join('\n')).replaceAll('\n', '|').replaceAll(' ', space);
  return `(?:${number === '#' ? source : source.replaceAll('#', () => number)})`;
}

/** Words with those that begin with a capital. */
export function withCapitals(words: readonly string[]): string[] {
  return [...new Set([...words, ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))])];
}

/** Words as they stand, with a capital, and in capitals: an expression that folds case is slow to compile. */
export function inCapitals(words: readonly string[]): string[] {
  return [...new Set([...withCapitals(words), ...words.map((word) => word.toUpperCase())])];
}

/** "M E M O R A N D U M": the word that is set in spaced letters; any other text as it is. */
export function unspaced(text: string): string {
  return /^(?:\p{L} ){2,}\p{L}$/u.test(text) ? text.replace(/ /gu, '') : text;
}
