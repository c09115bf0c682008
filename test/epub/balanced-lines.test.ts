import { expect, it } from 'vitest';
import { breakBalanced } from '../../src/epub/balanced-lines.js';

const gaps = {
  held: (left: string): boolean => /^\p{Lu}\.$/u.test(left),
  joining: new Set(['of', 'to', 'from', 'on', 'the']),
};
const set = (title: string, width: number): string[] | undefined =>
  breakBalanced(title.split(' '), width, 6, (text) => text.length, gaps)?.lines;

it('ends lines where the sense allows it', () => {
  expect(set('Cable from Rubanov to Molotov', 20)).toEqual(['Cable from Rubanov', 'to Molotov']);
  expect(set('Letter of G. Abashin to Y. Malik', 16)).toEqual(['Letter', 'of G. Abashin', 'to Y. Malik']);
});

it('leaves no word alone on the last line where it need not', () => {
  expect(set('One two three four five', 18)).toEqual(['One two three', 'four five']);
});

it('breaks no word', () => {
  expect(set('Unbreakable', 5)).toBeUndefined();
});
