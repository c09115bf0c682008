/** Quoted words whose first letter has another case in the text. */
import { expect, test } from 'vitest';
import { findQuotation, findQuotedLoosely } from '../../src/read/quotation.js';
import { read } from './read.js';

const places = (source: string, quote: string): number[] =>
  findQuotedLoosely(source, quote, { start: 0, end: source.length }).map(({ start }) => start);

test('the first letter may have the other case where no exact place is', () => {
  expect(places('1. Fifty million, over years.', 'fifty million')).toEqual([3]);
  expect(places('He asks for fifty million.', 'Fifty million')).toEqual([12]);
  expect(places('Fifty now, fifty then', 'fifty')).toEqual([11]);
  expect(places('Fifty now. Fifty then.', 'fifty')).toEqual([0, 11]);
  expect(places('1. Fifty Million, over years.', 'fifty million')).toEqual([]);
  expect(findQuotation('Fifty', 'fifty', { start: 0, end: 5 })).toEqual([]);
});

const page = (quote: string): string =>
  `March 3, 1962\n\nReport, I. Belov to P. Chernov\n\nI saw the port and report on the credits which the other side asked for in the talks.\n\n1. Fifty million roubles, over five years.\n\n2. A further loan.\n\nBELOV\n\n[On the second page, next to the words “${quote}”, a question mark in blue pencil.]\n\nDocument Information\n\nAPRF, Fond 3, Opis 1, Delo 2, Listy 4-5\n`;

test('a note stands at such words', () => {
  const { document, ruleIds } = read(page('fifty million roubles'));
  expect(document?.marginalia[0]?.anchors).toEqual(['passage-1']);
  expect(ruleIds).not.toContain('anchor-unresolved');
});

test('words that are not there are told with their whole preposition, and both ways to say them', () => {
  const told = read(page('forty million roubles')).file.messages.find(
    ({ ruleId }) => ruleId === 'anchor-unresolved',
  );
  expect(told?.reason).toContain('“next to the words “forty million roubles””');
  expect(JSON.stringify(told)).toContain('anchor: { quote:');
});
