/** Labels of points, what announces them, and lists run into a numbered point. */
import { describe, expect, test } from 'vitest';
import type { Block, EditionNode, Points } from '../../src/edition/types.js';
import { read } from './read.js';

const page = (body: string): string =>
  `March 3, 1952\n\nTelegram, Orlov to Petrenko\n\nSecret\n\n${body}\n\nORLOV\n\nDocument Information\n\nAPRF, Fond 3, Opis 1, Delo 2, Listy 4-5\n`;

const blocksOf = (body: string): readonly Block[] => read(page(body)).document?.children ?? [];

const labelsOf = (body: string): string[] =>
  blocksOf(body)
    .filter((block): block is Points => block.type === 'points')
    .flatMap(({ children }) => children.map(({ n, label }) => `${label.value} ${n}`));

const entries = [
  'The cranes stand idle for want of oil.',
  'The clerks count by night and sleep by day.',
  'Nobody in the port complains of it.',
];
const listed = (labels: readonly string[], lead: string): string =>
  [lead, ...labels.map((label, i) => `${label} ${entries[i] ?? ''}`), 'I propose to wait.'].join('\n\n');

describe('labels of points', () => {
  test.each([
    [
      ['1/', '2/', '3/'],
      ['1/ 1', '2/ 2', '3/ 3'],
    ],
    [
      ['1)', '2)', '3)'],
      ['1) 1', '2) 2', '3) 3'],
    ],
    [
      ['1.)', '2.)'],
      ['1.) 1', '2.) 2'],
    ],
    [
      ['A.', 'B.', 'C.'],
      ['A. A', 'B. B', 'C. C'],
    ],
    [
      ['A)', 'B)'],
      ['A) A', 'B) B'],
    ],
    [
      ['I.', 'II.', 'III.'],
      ['I. I', 'II. II', 'III. III'],
    ],
    [
      ['а)', 'б)', 'в)'],
      ['а) а', 'б) б', 'в) в'],
    ],
    [
      ['a/', 'b/'],
      ['a/ a', 'b/ b'],
    ],
  ])('%j', (labels, expected) => {
    expect(labelsOf(listed(labels, 'I saw the port and report the following:'))).toEqual(expected);
  });

  test('an initial is no number', () => {
    const numbered = (body: string): number =>
      blocksOf(body).filter((block) => block.type === 'paragraph' && block.label).length;
    expect(numbered('I went there with him.\n\nV. M. Molotov\n\nHe saw the port and said nothing.')).toBe(0);
    expect(
      numbered('I went there with him.\n\nC. Baker of the consulate came, too.\n\nHe said nothing.'),
    ).toBe(0);
  });
});

describe('what announces points', () => {
  test.each([
    ['There were two things he wished to be known in Moscow.', 2],
    ['The ministry has come to the embassy with three requests, one in writing. We ask for an answer.', 3],
  ])('an amount that is that of the points: %s', (lead, amount) => {
    const body = listed(['1.', '2.', '3.'].slice(0, amount), lead);
    expect(labelsOf(body)).toHaveLength(amount);
    const list = blocksOf(body).find((block) => block.type === 'points');
    expect(list).toMatchObject({ origin: { rule: 'points-counted', certainty: 'medium' } });
  });

  test('another amount announces nothing', () => {
    expect(labelsOf(listed(['1.', '2.', '3.'], 'We talked for two hours.'))).toEqual([]);
  });
});

describe('a list run into a numbered point', () => {
  const runInOf = (body: string): string[] => {
    const found: string[] = [];
    const visit = (node: EditionNode): void => {
      if (node.type === 'runInEntry') found.push(node.n);
      if ('children' in node) node.children.forEach(visit);
    };
    blocksOf(body).forEach(visit);
    return found;
  };

  test('is one where the point announces it', () => {
    const body = listed(['1.', '2.'], 'I saw the port and report the following:').replace(
      'by day.',
      'by day. They ask for three things: 1. Lamps for the quay. 2. Bread. 3. A doctor. The doctor is the most urgent.',
    );
    expect(labelsOf(body)).toEqual(['1. 1', '2. 2']);
    expect(runInOf(body)).toEqual(['1', '2', '3']);
  });

  test('is none without an announcement', () => {
    const body = listed(['1.', '2.'], 'I saw the port and report the following:').replace(
      'by day.',
      'by day. 1. Lamps are lacking. 2. Bread is dear.',
    );
    expect(runInOf(body)).toEqual([]);
  });
});
