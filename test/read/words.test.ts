/** What a text begins with is found without folding its head for every word: the same as by the plain definition. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyOf, longestStart, startsWithWord } from '../../src/read/words.js';
import { vocabulary } from './vocabulary.js';

/** The plain definition: the head of the text is folded, has the words, and no letter after them. */
function startsPlainly(text: string, words: string): boolean {
  const head = text
    .slice(0, words.length + 1)
    .toLowerCase()
    .replace(/[‘’]/gu, "'");
  const next = head.charAt(words.length);
  return head.startsWith(words) && !(/^[\p{L}\p{N}]/u.test(next) && /[\p{L}\p{N}]$/u.test(words));
}

/** Letters whose small form has another length or depends on its neighbours, pairs and halves of them, and what parts words. */
const piece = fc.oneof(
  fc.constantFrom('İ', 'i', '\u0307', 'I', 'ı', 'Σ', 'σ', 'ς', 'ẞ', 'ß', '\u212a', 'k', 'K', '\u2126', 'ω'),
  fc.constantFrom('𐐀', '𐐨', '\ud801', '\udc00', '’', '‘', "'", ' ', '.', '—', '1', 'Д', 'д', 'a', 'A'),
  fc.constantFrom(...vocabulary.marks.handling, ...vocabulary.marks.addressee),
);
const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
const cased = fc.tuple(text, fc.boolean()).map(([one, upper]) => (upper ? one.toUpperCase() : one));
const folded = text.map((one) => one.toLowerCase().replace(/[‘’]/gu, "'"));

test('a text begins with words where its folded head does', () => {
  fc.assert(
    fc.property(cased, folded, fc.nat(8), cased, (own, words, length, rest) => {
      expect(startsWithWord(own, words)).toBe(startsPlainly(own, words));
      // Words that the text is made to begin with.
      const begun = own.toLowerCase().replace(/[‘’]/gu, "'").slice(0, length);
      expect(startsWithWord(own + rest, begun)).toBe(startsPlainly(own + rest, begun));
    }),
    { numRuns: 1000 },
  );
});

test('the longest of some words is the first of the longest that the text begins with', () => {
  fc.assert(
    fc.property(cased, fc.array(folded, { maxLength: 5 }), (own, list) => {
      const words = [...list, own.toLowerCase().slice(0, 2), ...vocabulary.marks.handling];
      const longest = words
        .filter((one) => one !== '' && startsPlainly(own, one))
        .reduce((best, one) => (one.length > best.length ? one : best), '');
      expect(longestStart(own, words) ?? '').toBe(longest);
    }),
    { numRuns: 300 },
  );
});

test('any first letter is folded alone as it is with what follows', () => {
  for (let code = 0; code <= 0x10ffff; code++) {
    const letter = String.fromCodePoint(code);
    const small = letter.toLowerCase().replace(/[‘’]/gu, "'");
    if (startsWithWord(letter, small) !== startsPlainly(letter, small)) expect.fail(letter);
  }
});

test('an expression of words takes them as they stand, the longest first', () => {
  const words = ['(ss)', 'a/a', 'no', 'no. #', 'p.s', '|', '^$', 'copy # of #'];
  expect(new RegExp(`^${anyOf(words, '\\d+')}`, 'u').exec('no. 12 and')?.[0]).toBe('no. 12');
  expect(new RegExp(`^${anyOf(words, '\\d+')}$`, 'u').test('copy 1 \u00a0of 12')).toBe(true);
  expect(new RegExp(`^${anyOf(words, '\\d+', ' ')}$`, 'u').test('copy 1  of 12')).toBe(false);
  for (const word of words) expect(new RegExp(`^${anyOf(words)}$`, 'u').test(word)).toBe(true);
  expect(new RegExp(`^${anyOf(words)}$`, 'u').test('pxs')).toBe(false);
  expect(new RegExp(anyOf([]), 'u').test('')).toBe(false);
});
