import { expect, test } from 'vitest';
import type { GalleyText } from '../../src/galley/types.js';
import { offsetIn } from '../../src/typeset/collect.js';

test('a place in words that are set without their invisible letters, in whatever order it is asked for', () => {
  const value = 'a\u00ADb c\uFEFF\u2060d e';
  const whole: GalleyText = { type: 'text', value };
  const fresh = (distance: number): number => offsetIn({ type: 'text', value }, distance);
  expect([0, 1, 2, 3, 4, 5, 7, 99].map(fresh)).toEqual([0, 1, 3, 4, 5, 8, 10, 10]);
  for (const distance of [2, 5, 1, 5, 0, 7, 4]) expect(offsetIn(whole, distance)).toBe(fresh(distance));
});
