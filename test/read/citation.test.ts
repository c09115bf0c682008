/** Pages that say how they are to be cited: the citation gives copy, translator and address, above the document or below it. */
import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/read/marginalia/passage-index.js';
import { read } from './read.js';

const title = 'Letter, Minister of Fisheries Orlov to the CC CPSU, on Herring';
const publisher = 'History and Public Policy Program Digital Archive';
const cited = `"${title}," March 3, 1952, ${publisher}, APRF, Fond 3, Opis 1, Delo 2, Listy 4-5. Translated by Ann Marten.`;
const abstract = 'Orlov tells the Central Committee how the cranes of the port of Murmansk stand idle.';
const body = [
  'Secret',
  'I saw the port of Murmansk and report on it as follows.',
  'The cranes stand idle for want of oil, and nobody knows when it will come.',
  'ORLOV',
];
const above = (citation: string, text = abstract): string =>
  ['Search in', 'March 3, 1952', title, 'CITATION SHARE DOWNLOAD', 'get citation', text, citation]
    .filter((line) => line !== '')
    .concat('• share document', 'VIEW DOCUMENT IN', 'English HTML', ...body)
    .join('\n');
const paragraphs = (text: string): string[] =>
  (read(text).document?.children ?? []).flatMap((block) =>
    block.type === 'paragraph' ? [textOf(block.children)] : [],
  );

describe('a citation above the document', () => {
  test.each([
    ['with an address', `${cited} https://archive.example.org/document/116000`],
    ['with an address and a full stop', `${cited} https://archive.example.org/document/116000.`],
    ['without an address', cited],
    ['with curly quotation marks', `${cited.replace('"', '“').replace(',"', '”,')} www.example.org/1`],
    ['under a label', `Citation: ${cited}`],
  ])('%s is the reference, and what follows is the text', (_, citation) => {
    const { document, ruleIds } = read(above(citation));
    expect(document?.copies.map(({ verbatim }) => verbatim)).toEqual([
      'APRF, Fond 3, Opis 1, Delo 2, Listy 4-5',
    ]);
    expect(document?.responsibilities.map(({ kind, names }) => [kind, names])).toEqual([
      ['translated', ['Ann Marten']],
    ]);
    expect(document?.page.publisher?.value).toBe(publisher);
    expect(document?.page.remarks.map(({ text }) => text)).toEqual([citation]);
    expect(document?.summary?.children.map(({ text }) => text)).toEqual([abstract]);
    expect(document?.secrecy.map(({ key }) => key)).toEqual(['secret']);
    expect(paragraphs(above(citation))).toEqual(body.slice(1, 3));
    expect(ruleIds).toEqual(['abstract-inferred']);
  });

  test('gives the address', () => {
    const { document } = read(above(`${cited} <https://archive.example.org/document/116000>.`));
    expect(document?.page.url).toMatchObject({
      value: 'https://archive.example.org/document/116000',
      origin: { kind: 'stated', rule: 'citation' },
    });
  });

  test('needs no abstract', () => {
    const { document } = read(above(cited, ''));
    expect(document?.summary).toBeUndefined();
    expect(document?.copies).toHaveLength(1);
    expect(paragraphs(above(cited, ''))).toEqual(body.slice(1, 3));
  });
});

test('a citation below the document is of the information about it', () => {
  const page = ['March 3, 1952', title, ...body, cited].join('\n\n');
  expect(read(page).document?.copies).toHaveLength(1);
  expect(read(page).document?.responsibilities).toHaveLength(1);
  expect(paragraphs(page)).toEqual(body.slice(1, 3));
});

test('what a text quotes from a newspaper of a day is no citation', () => {
  const quoted = '"Trade with Norway," March 2, 1952, was the article of which I wrote to you.';
  const page = ['March 3, 1952', title, body[0], quoted, ...body.slice(1)].join('\n\n');
  expect(paragraphs(page)).toEqual([quoted, ...body.slice(1, 3)]);
});
