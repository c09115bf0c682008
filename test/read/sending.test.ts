/** Who is said to have sent a document, and in which letters names stand in the header. */
import { describe, expect, test } from 'vitest';
import { encode } from '../../src/tei/encode.js';
import { serialise } from '../../src/tei/serialise.js';
import { read } from './read.js';

const page = (title: string, ...lines: string[]): string =>
  ['May 9, 1949', '', title, '', ...lines.flatMap((line) => [line, '']), 'Document Information', ''].join(
    '\n',
  );
const text =
  'The stores at Norvik are to be counted by the end of the month, and the count is to be reported.';

function tei(source: string): string {
  const { edition, file } = read(source);
  return serialise(encode(edition, { version: '0.1.0' }), file);
}

describe('what was not sent has no action of sending', () => {
  test('a decision: author, place and date of making, number of its own', () => {
    const source = page(
      'Decision of the Council of the Union, On the Stores',
      'Decision of the Council',
      'Protocol No. 14. Norvik, 10 May 1949',
      text,
    );
    const { document, ruleIds } = read(source);
    expect(document?.author?.value.name).toBe('Council of the Union');
    expect(document?.correspondence.sent).toBeUndefined();
    expect(document?.made?.date?.value.when).toBe('1949-05-10');
    expect(ruleIds).toContain('date-conflict');
    const xml = tei(source);
    expect(xml).not.toContain('correspDesc');
    expect(xml).toMatch(/<creation>.*May 9, 1949.*10 May 1949.*<\/creation>/su);
    expect(xml).toContain('<idno type="document">14</idno>');
  });
  test.each([
    ['Record of a Conversation between Arsen and Holt', 'the record went to nobody'],
    ['Report on the Stores at Norvik', 'no addressee'],
    ['Diary of A. Arsen', 'no addressee'],
  ])('%s: %s', (title) => {
    const { document } = read(page(title, 'Norvik, 10 May 1949', text, 'A. Arsen'));
    expect(document?.author?.value.name).toBe('A. Arsen');
    expect(document?.correspondence.sent).toBeUndefined();
  });
  test('a report with an addressee was sent, and so were letters and telegrams without one', () => {
    const report = read(page('Report on the Stores', 'To Comrade Holt', text, 'A. Arsen')).document;
    expect(report?.correspondence.sent?.person?.value.name).toBe('A. Arsen');
    const letter = read(page('Letter on the Stores', text, 'A. Arsen')).document;
    expect(letter?.correspondence.sent?.person?.value.name).toBe('A. Arsen');
  });
});

describe('names in capitals', () => {
  test('the header has the form of the title, the text keeps its own', () => {
    const source = page('Telegram, Filip Marov to T. Holt', 'To T. HOLT', text, 'FILIP MAROV');
    const { document } = read(source);
    expect(document?.author?.value.name).toBe('Filip Marov');
    expect(document?.correspondence.addressees.map(({ value }) => value.name)).toEqual(['T. Holt']);
    const xml = tei(source);
    expect(xml).toMatch(/<signed><persName ref="#(?<key>[^"]+)">FILIP MAROV<\/persName><\/signed>/u);
    expect(xml).toMatch(/<author[^>]*><persName ref="#[^"]+">Filip Marov<\/persName>/u);
  });
  test('capitals that no other word of the page bears out stay', () => {
    const { document } = read(page('Telegram on Stores', 'To TASS', text));
    expect(document?.correspondence.addressees.map(({ value }) => value.name)).toEqual(['TASS']);
  });
});

test('what the page states under its labels of author and type is stated; who sent it is inferred from that', () => {
  const titled = 'Telegram, Marov to Holt';
  const source = (...labelled: string[]): string =>
    page(titled, 'To Holt', text, 'MAROV') + labelled.flatMap((line) => [line, '']).join('\n');
  const stated = read(source('Author(s):', 'Marov, Filip', 'Type:', 'Telegram')).document;
  expect(stated?.author?.value.name).toBe('Marov');
  expect(stated?.author?.origin.kind).toBe('stated');
  expect(stated?.kind.origin.kind).toBe('stated');
  expect(stated?.correspondence.sent?.person?.origin).toMatchObject({ kind: 'inferred', rule: 'author' });
  const other = read(source('Author(s):', 'Petrenko', 'Type:', 'Paper')).document;
  expect(other?.author?.origin.kind).toBe('inferred');
  expect(other?.kind.origin.kind).toBe('inferred');
  const xml = tei(source('Author(s):', 'Marov, Filip', 'Type:', 'Telegram'));
  expect(xml).toContain('<author><persName');
  expect(xml).toContain('<catRef scheme="#document-type" target="#type-telegram"/>');
  expect(xml).not.toMatch(/are the author|the type of the document/u);
});
