import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DistributionWords } from '../../src/read/text/distribution-words.js';
import { anyOf } from '../../src/read/words.js';
import { vocabulary } from './vocabulary.js';

const { marks, reports } = vocabulary;
const { nouns, verbs, joints, fillers } = marks.distributionWords;

/* The orders of the words as expressions: what they mean, plainly, and too long to be compiled at each start. */
const number = `(?:\\d+|${anyOf(reports.cardinals)})`;
const count = anyOf(marks.distributionCounts, number);
const noun = anyOf([...nouns, ...marks.distribution]);
const [verb, joint, filler] = [verbs, joints, fillers].map((words) => anyOf(words)) as [
  string,
  string,
  string,
];
const loose = `(?:${verb}|${joint}|${filler}|${number})`;
const core = `(?:${count}|${noun}|${verb}\\s+(?:${filler}\\s+)*${joint})`;
const counts = new RegExp(`^${count}$`, 'u');
const label = new RegExp(`^(?:${loose}\\s+){0,5}?${core}(?:\\s+(?:${core}|${loose})){0,6}$`, 'u');
const open = new RegExp(
  `^(?:(?:${filler}|${number})\\s+){0,3}(?:${noun}|${verb})\\s+(?:(?:${verb}|${filler})\\s+){0,3}?${joint}(?=\\s)`,
  'u',
);

const common = ['copies', 'sent', 'to', 'of', 'this', 'telegram', 'were', 'in', 'three', '3', '#', 'stalin'];
const phrase = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...common) },
  fc.constantFrom(...nouns, ...verbs, ...joints, ...fillers, ...marks.distribution),
  fc.constantFrom(...marks.distributionCounts.map((words) => words.replace('#', '7'))),
);
const text = fc.array(phrase, { minLength: 1, maxLength: 10 }).map((phrases) => phrases.join(' '));

describe('labels of distributions, word by word', () => {
  const words = new DistributionWords(vocabulary);

  test('are those of the plain orders', () => {
    fc.assert(
      fc.property(text, (line) => {
        expect(words.counts(line)).toBe(counts.test(line));
        expect(words.isLabel(line)).toBe(label.test(line));
        expect(words.openLength(line)).toBe(open.exec(line)?.[0].length);
      }),
    );
  });

  test('a sign of number is no number', () => {
    expect(words.counts('# copies')).toBe(false);
    expect(words.counts('7 copies')).toBe(true);
  });
});
