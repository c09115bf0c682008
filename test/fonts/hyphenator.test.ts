import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeHyphenator } from '../../src/fonts/hyphenator.js';
import { patternFiles } from '../../src/fonts/patterns.js';

const hyphenator = makeHyphenator();
function hyphenated(word: string, lang: string): string {
  let result = '';
  let from = 0;
  for (const offset of hyphenator.hyphenate(word, lang)) {
    result += `${word.slice(from, offset)}-`;
    from = offset;
  }
  return result + word.slice(from);
}

describe('hyphenator', () => {
  it.each([
    ['en', 'representatives', 'rep-re-sen-ta-tives'],
    ['en-GB', 'representatives', 'rep-res-ent-at-ives'],
    ['EN-gb', 'telegraph', 'tele-graph'],
    ['en-CA', 'fulfillment', 'ful-fill-ment'],
    ['ru', 'телеграмма', 'те-ле-грамма'],
    ['ru-RU', 'представители', 'пред-ста-ви-тели'],
    ['de', 'Angelegenheit', 'An-ge-le-gen-heit'],
    ['fr', 'représentants', 're-pré-sen-tants'],
  ])('%s: %s', (lang, word, expected) => {
    expect(hyphenated(word, lang)).toBe(expected);
  });

  it('takes the exceptions of the patterns at their right places', () => {
    expect(hyphenated('associate', 'en')).toBe('as-so-ciate');
    expect(hyphenated('reformation', 'en')).toBe('ref-or-ma-tion');
    expect(hyphenated('present', 'en')).toBe('present');
  });

  it('leaves two letters before and three after', () => {
    expect(hyphenated('table', 'en')).toBe('ta-ble');
    expect(hyphenated('about', 'en')).toBe('about');
    expect(hyphenated('economy', 'en')).toBe('econ-omy');
  });

  it('sees through punctuation, capitals at the start and apostrophes', () => {
    expect(hyphenated('“Representatives,”', 'en')).toBe('“Rep-re-sen-ta-tives,”');
    expect(hyphenated('government’s', 'en')).toBe('gov-ern-ment’s');
    expect(hyphenated('(government)', 'en')).toBe('(gov-ern-ment)');
  });

  it.each([
    'APRF',
    'McDonaldson',
    'so-called-representatives',
    '059government',
    'https://government.example',
    '',
  ])('leaves “%s” whole', (word) => {
    expect(hyphenator.hyphenate(word, 'en')).toEqual([]);
  });

  it('has no hyphens for a language without patterns', () => {
    for (const lang of ['ko', 'und', '', 'xx-Latn', 'constructor', '__proto__']) {
      expect(hyphenator.hyphenate('representatives', lang)).toEqual([]);
    }
  });

  it('knows words that are names of JavaScript', () => {
    for (const word of ['constructor', 'prototype', 'hasOwnProperty', 'tostring']) {
      expect(() => hyphenator.hyphenate(word, 'en')).not.toThrow();
    }
    expect(hyphenated('constructor', 'en')).toBe('con-struc-tor');
  });

  it('gives ascending offsets inside any word, and never splits a letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('en', 'en-GB', 'ru', 'de', 'tr'),
        (word, lang) => {
          let last = 0;
          for (const offset of hyphenator.hyphenate(word, lang)) {
            expect(offset).toBeGreaterThan(last);
            expect(offset).toBeLessThan(word.length);
            expect(word.charAt(offset)).not.toMatch(/[\udc00-\udfff]/);
            last = offset;
          }
        },
      ),
    );
  });

  it('loads every table of the list', () => {
    for (const tag of patternFiles.keys()) {
      expect(() => hyphenator.hyphenate('abcdefgh', tag), tag).not.toThrow();
    }
  });
});
