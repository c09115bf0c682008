/** Who translated or gave a document, on a line of its own: around the document it is said of the page, under its text it may be of the document. */
import { describe, expect, test } from 'vitest';
import { read } from './read.js';

const body =
  'I went to the port for two days. The cranes stand idle for want of oil, and we wait for orders.';
const page = ({ top = '', under = '', after = '' }: Record<string, string>): string =>
  [
    'March 3, 1952',
    'Telegram, Orlov to Petrenko',
    top,
    'Secret',
    body,
    'ORLOV',
    under,
    'Document Information',
    'APRF, Fond 3, Opis 1, Delo 2, Listy 4-5',
    after,
    'Original Uploaded Date',
    '2012-01-01',
  ]
    .filter((line) => line !== '')
    .join('\n\n');

const credits = (text: string): string[] | undefined =>
  read(text).document?.responsibilities.map(({ kind, names }) => `${kind}: ${names.join('; ')}`);

describe('a line of credit', () => {
  test.each([
    ['Translated by Anna Petrova', ['translated: Anna Petrova']],
    [
      'Translation: Department of History, Aldwick College.',
      ['translated: Department of History, Aldwick College'],
    ],
    ['Trans. A. Petrova', ['translated: A. Petrova']],
    ['Перевод с китайского А. Петровой', ['translated: А. Петровой']],
    ['Courtesy of Harold Denning.', ['provided: Harold Denning']],
    ['From the collection of Harold Denning', ['provided: Harold Denning']],
    ['Donated by Harold Denning', ['contributed: Harold Denning']],
    [
      'Contributed by Harold Denning and translated by Anna Petrova.',
      ['contributed: Harold Denning', 'translated: Anna Petrova'],
    ],
  ])('is read under the title and in the information: %s', (line, expected) => {
    expect(credits(page({ top: line }))).toEqual(expected);
    expect(credits(page({ after: line }))).toEqual(expected);
  });

  test('stays in the document where it stands under its text', () => {
    expect(credits(page({ under: 'Translated by Lieutenant Ivanov' }))).toEqual([]);
  });

  test.each(['Received by Petrenko on 3 March', 'Published in the press'])(
    'is none that tells of the document: %s',
    (line) => {
      expect(credits(page({ top: line }))).toEqual([]);
    },
  );
});
