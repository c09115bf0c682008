import { expect, test } from 'vitest';
import { findNumbers } from '../../src/read/body/numbers.js';
import { vocabulary } from './vocabulary.js';

test.each([
  ['No. 4040', 0, ['4040'], 'written'],
  // However a label is written, it is one.
  ['Tel No 2', 0, ['2'], 'written'],
  ['Incoming No. 7', 0, ['7'], 'received'],
  ['INCOMING NO. 7', 0, ['7'], 'received'],
  ['under Nos. 12 and 13', 6, ['12', '13'], 'written'],
])('%s', (text, start, values, moment) => {
  const [found, ...others] = findNumbers(text, vocabulary);
  expect(others).toEqual([]);
  expect(found?.start).toBe(start);
  expect(found?.numbers.map(({ value }) => value)).toEqual(values);
  expect(found?.numbers.every((number) => number.moment === moment)).toBe(true);
});

test('a letter that has another length in small letters moves no place', () => {
  const text = 'İzmir, No. 12';
  const [found] = findNumbers(text, vocabulary);
  const [number] = found?.numbers ?? [];
  expect(text.slice(number?.start, number?.end)).toBe('12');
});
