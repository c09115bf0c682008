/** Who wrote to whom, in heads, closes and titles of several forms. */
import { describe, expect, test } from 'vitest';
import { encode } from '../../src/tei/encode.js';
import { serialise } from '../../src/tei/serialise.js';
import { read } from './read.js';

interface Parts {
  title?: string;
  head?: string;
  body?: string;
  close?: string;
}
const page = ({
  title = 'Report, I. Belov to P. Chernov',
  head = 'Secret',
  body,
  close = 'BELOV',
}: Parts): string =>
  `March 3, 1952\n\n${title}\n\n${head}\n\n${body ?? 'The cranes of the port stand idle for want of oil.'}\n\n${close}\n\nDocument Information\n\nAPRF, Fond 3, Opis 1, Delo 2, Listy 4-5\n`;

describe('who wrote', () => {
  test.each([
    ['an office in capitals is nobody', 'MINISTER OF TRADE\nI[van] BELOV', 'I[van] Belov'],
    ['by hand and in type: the fuller form', 'Belov\n\nIvan Belov', 'Ivan Belov'],
    ['an office after the name', 'I. BELOV\nChargé d’Affaires a.i. of the USSR in Laos', 'I. Belov'],
  ])('%s', (_, close, name) => {
    expect(read(page({ close })).document?.author?.value.name).toBe(name);
  });

  test('the person and not the place that a title names before him', () => {
    const title = 'Telegram from Conakry, Hollmann to Winde, on the Printing Works';
    const signed = read(page({ title, close: 'Hollmann' })).document;
    expect(signed?.author?.value.name).toBe('Hollmann');
    const dated = read(page({ title, head: 'Conakry, 1 March 1952', close: '' })).document;
    expect(dated?.author?.value.name).toBe('Hollmann');
  });
});

describe('several who wrote', () => {
  const title = 'Memorandum, I. Belov and Yu. Abashev to P. Chernov';
  const authors = (source: string): (string | undefined)[] => {
    const { document } = read(source);
    return [document?.author, ...(document?.coAuthors ?? [])].map((fact) => fact?.value.name);
  };
  test.each([
    ['I. Belov\nYu. Abashev', ['I. Belov', 'Yu. Abashev']],
    ['Ivan Belov\nYuri Abashev', ['Ivan Belov', 'Yuri Abashev']],
    ['', ['I. Belov', 'Yu. Abashev']],
    // Only the second signs: the order is the title's, and nobody is lost.
    ['Yu. Abashev', ['I. Belov', 'Yu. Abashev']],
  ])('%j', (close, names) => {
    expect(authors(page({ title, close }))).toEqual(names);
  });
  test.each([
    ['Report on the Cranes', 'a title that names nobody'],
    ['Report, the Soviet Trade Mission to P. Chernov', 'a title that names an office'],
  ])('%s: all who sign (%s)', (text) => {
    expect(authors(page({ title: text, close: 'I. Belov\nYu. Abashev' }))).toEqual([
      'I. Belov',
      'Yu. Abashev',
    ]);
    expect(authors(page({ title: text, close: 'I. BELOV\n\nIvan Belov' }))).toHaveLength(1);
  });
  test('that another of those who wrote signs makes the first no less sure', () => {
    const { document } = read(page({ title, close: 'Yu. Abashev' }));
    expect(document?.author?.origin).toMatchObject({ certainty: 'medium' });
    const secretary = read(page({ title, close: 'K. Orlova' })).document;
    expect(secretary?.author?.origin).toMatchObject({ certainty: 'low' });
  });
  test('one author has none beside him', () => {
    expect(read(page({})).document?.coAuthors).toBeUndefined();
  });
  test('all are authors and senders in the TEI', () => {
    const { edition, file } = read(page({ title, close: 'I. Belov\nYu. Abashev' }));
    const xml = serialise(encode(edition, { version: '0.1.0' }), file).replace(/\s+/gu, ' ');
    expect(xml.match(/<author[ >]/gu)).toHaveLength(2);
    const [sent = ''] = /<correspAction type="sent">.*?<\/correspAction>/u.exec(xml) ?? [];
    expect(sent.match(/<persName/gu)).toHaveLength(2);
  });
});

describe('to whom', () => {
  const addressees = (head: string): string[] | undefined =>
    read(page({ head })).document?.correspondence.addressees.map(({ value }) => value.name);
  test('an office and who holds it are one', () => {
    expect(addressees('TO THE MINISTER\nComrade P. A. CHERNOV')).toEqual(['P. A. Chernov']);
  });
  test.each([
    ['To the Head of the Intelligence Department, Chernov', ['Chernov']],
    ['To the Minister of Trade of the USSR, Comrade P. A. Chernov', ['P. A. Chernov']],
    ['To the Head of the Transport Department – Comrade Chernov', ['Chernov']],
    ['To: Comrade Chernov, Deputy Minister, and Comrade Orlov, Head of the Department', ['Chernov', 'Orlov']],
    ['To the Minister of Trade, Industry and Supply', ['Minister of Trade, Industry and Supply']],
    ['To the Ambassador, Sofia', ['Ambassador']],
    ['To Comrades Chernov, Orlov and Petrov', ['Chernov', 'Orlov', 'Petrov']],
  ])('an office and its holder on one line: %s', (head, names) => {
    expect(addressees(head)).toEqual(names);
  });
  test('a second “to” names a second one', () => {
    expect(addressees('TO THE CC CPSU\nto Comrade P. A. CHERNOV')).toEqual(['CC CPSU', 'P. A. Chernov']);
  });
});

test('a list of copies ends where its entries do', () => {
  const { document } = read(
    page({
      body: 'I saw the port.\n\nThe cranes stand idle.\n\nThe clerks count by night.\n\nNobody complains of it.\n\nI ask for oil.\n\nIt is needed now.',
      close:
        'BELOV\n\nPrinted in 3 copies:\n1. – Comrade Chernov\n2. – Comrade Orlov\n3. – file\n\nTyped by Ivanova\n\nChecked by Petrova',
    }),
  );
  expect(document?.correspondence.copiesTo.map(({ value }) => value.name)).toEqual(['Chernov', 'Orlov']);
  expect(document?.correspondence.fileCopy?.value).toBe('file');
});

test.each(['–', '-', '—'])('entries numbered before a dash (%s)', (dash) => {
  const list = ['Comr. Chernov', 'Second African Department', 'Orlov (Ministry of the Fleet)', 'to file'];
  const { document, file } = read(
    page({
      body: 'I saw the port.\n\nThe cranes stand idle.\n\nThe clerks count by night.\n\nNobody complains of it.\n\nI ask for oil.',
      close: `BELOV\n\n4 copies\n${list.map((line, i) => `${String(i + 1)} ${dash} ${line}`).join('\n')}`,
    }),
  );
  const { copiesTo, fileCopy } = document?.correspondence ?? {};
  expect(copiesTo?.map(({ value }) => value.name)).toEqual(['Chernov', 'Second African Department', 'Orlov']);
  expect(fileCopy?.value).toBe('to file');
  expect(file.messages.filter(({ fatal }) => fatal)).toEqual([]);
});

test('an article with a name, beside a sentence that goes on by itself, explains', () => {
  const kinds = (body: string): string[] => {
    const found: string[] = [];
    for (const block of read(page({ body })).document?.children ?? [])
      if (block.type === 'paragraph') for (const child of block.children) found.push(child.type);
    return found;
  };
  expect(kinds('The friends [the Czechoslovaks] exhibited there in March.')).toContain('gloss');
  expect(kinds('He spoke for [the Council] at length and in March.')).toContain('supplied');
});
