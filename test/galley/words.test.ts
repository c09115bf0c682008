import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { checkWords, fill, lookUpWords, wordsFor } from '../../src/galley/words.js';
import { rawWords, words, wordsTable } from './words-table.js';

describe('the shipped tables', () => {
  it.each([...rawWords.keys()])('%s has the shape of a table of words', (lang) => {
    expect(checkWords(rawWords.get(lang))).toEqual([]);
    expect(words(lang).lang).toBe(lang);
  });

  it('are those of the issue', () => {
    expect([...rawWords.keys()]).toEqual(['de', 'en', 'fr', 'ko', 'ru']);
  });

  it.each([...rawWords.keys()])('%s names every place that English names', (lang) => {
    expect(Object.keys(words(lang).note.places).sort()).toEqual(Object.keys(words('en').note.places).sort());
  });

  it.each([...rawWords.keys()])('%s fills in what English fills in', (lang) => {
    const holes = (value: unknown): string =>
      [...JSON.stringify(value).matchAll(/\{[a-z]+\}/g)].map(String).sort().join(' ');
    expect(holes(words(lang))).toBe(holes(words('en')));
  });
});

describe('checkWords', () => {
  it('names what is missing, what is too much, and what cannot be filled', () => {
    const table: unknown = JSON.parse(JSON.stringify(words('en')));
    Object.assign(table as object, {
      headings: { summary: 1 },
      extra: true,
      quotation: { ...words('en').quotation, double: ['a'] },
    });
    const faults = checkWords(table);
    expect(faults).toContain('headings.summary is no text');
    expect(faults).toContain('headings.sources is no text');
    expect(faults).toContain('the table has no entry "extra"');
    expect(faults).toContain('quotation.double needs two entries');
    expect(checkWords({ ...words('en'), kicker: { separator: '{x}' } })).toEqual([
      'kicker.separator: nothing fills {x}',
    ]);
    expect(checkWords({ ...words('en'), quotation: { ...words('en').quotation, apostrophe: 'ab' } })).toEqual(
      ['quotation: "ab" is not one character'],
    );
    expect(checkWords(null)).toEqual(['the table is no table']);
  });
});

describe('wordsFor', () => {
  it('takes the words of the language or of its parent', () => {
    expect(wordsFor('de', wordsTable).lang).toBe('de');
    expect(wordsFor('de-AT-x-any', wordsTable).lang).toBe('de');
    expect(wordsFor('KO-Kore', wordsTable).lang).toBe('ko');
    expect(lookUpWords('pl', wordsTable)).toBeUndefined();
    expect(lookUpWords('constructor', wordsTable)).toBeUndefined();
  });

  it('falls back to English and says so', () => {
    const file = new VFile();
    expect(wordsFor('pl', wordsTable, file).lang).toBe('en');
    expect(file.messages.map((message) => message.ruleId)).toEqual(['words-language-missing']);
    expect(() => wordsFor('pl', {})).toThrow(TypeError);
  });
});

describe('fill', () => {
  it('fills once, and nothing that is filled in is read again', () => {
    expect(fill('{a} and {b}', { a: '{b}', b: '$&' })).toBe('{b} and $&');
  });

  it('throws for a placeholder without a value', () => {
    expect(() => fill('{toString}', {})).toThrow(TypeError);
  });
});
