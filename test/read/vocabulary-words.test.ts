/** What the reader knows of a language is in its tables: with other words it reads other pages. */
import { expect, test } from 'vitest';
import { isListing } from '../../src/read/text/refusal.js';
import { bodyOf, readTitle } from '../../src/read/text/title.js';
import { splitUnits } from '../../src/read/text/units.js';
import type { Vocabulary } from '../../src/read/vocabulary.js';
import { vocabulary } from './vocabulary.js';

const german: Vocabulary = {
  ...vocabulary,
  page: {
    ...vocabulary.page,
    counts: { leads: ['anzeige'], of: ['von'], nouns: ['treffer'], ends: ['gefunden'] },
  },
  titles: {
    from: ['von'],
    to: ['an'],
    between: ['zwischen'],
    and: ['und'],
    of: ['des'],
    articles: ['den'],
    kindWords: ['chiffriertes'],
    ends: ['über', 'vom #'],
    at: ['in'],
  },
};

test('a title in the words of another language', () => {
  const title = 'Chiffriertes Telegramm von Karl Berger an Otto Lang über die Lage';
  expect(readTitle(title, german)).toMatchObject({ sender: 'Karl Berger', addressees: ['Otto Lang'] });
  expect(readTitle(title, vocabulary).sender).toBeUndefined();
  expect(readTitle('Gespräch zwischen Karl Berger und Otto Lang', german).participants).toEqual([
    'Karl Berger',
    'Otto Lang',
  ]);
  expect(bodyOf('Beschluss Nr. 5 des Politbüros', german)).toBe('Politbüros');
});

test('a list of results in the words of another language', () => {
  const units = splitUnits('Anzeige 1 - 20 von 57\n\n57 Treffer gefunden');
  expect(isListing(units, german)?.reasons).toHaveLength(2);
  expect(isListing(units, vocabulary)).toBeUndefined();
});
