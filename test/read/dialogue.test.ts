/** Dialogues: who speaks, and lines with a colon that are none. Numbers that begin anew. */
import { describe, expect, test } from 'vitest';
import type { DocumentNode } from '../../src/edition/types.js';
import { read } from './read.js';

const page = (...lines: string[]): string =>
  `May 9, 1949\n\nRecord of a Conversation between Arsen and Holt\n\nSecret\n\n${lines.join('\n\n')}\n\nDocument Information\n`;
const speakers = (document: DocumentNode | undefined): (string | undefined)[] =>
  (document?.children ?? []).flatMap((block) => (block.type === 'paragraph' ? [block.speaker?.value] : []));
const words = 'The two of them spoke about the stores at Norvik for an hour, and about nothing else at all.';

describe('turns', () => {
  test('names with a word of address, in the line or above it', () => {
    const { document } = read(
      page(
        words,
        'Comrade Arsen: The stores are full.',
        'Comrade Holt:',
        'They are empty.',
        'Comrade Arsen: Let us count them.',
        words,
      ),
    );
    expect(speakers(document)).toEqual([
      undefined,
      'Comrade Arsen:',
      'Comrade Holt:',
      'Comrade Arsen:',
      undefined,
    ]);
  });
  test('question and answer', () => {
    const { document } = read(
      page(words, 'Q: Are they full?', 'A: They are.', 'Q: Who says so?', 'A: I do.', words),
    );
    expect(speakers(document)).toEqual([undefined, 'Q:', 'A:', 'Q:', 'A:', undefined]);
  });
  test('a single line with a colon is no turn', () => {
    const { document } = read(page(words, 'Stores: they are full.', 'Trade: there is none.', words));
    expect(speakers(document).filter(Boolean)).toEqual([]);
  });
});

test('numbers that begin anew are reported once, and stay', () => {
  const { file, document } = read(
    page(
      'We propose the following:',
      '1. Counting the stores.',
      '1. Closing them.',
      '1. Selling them.',
      words,
    ),
  );
  expect(file.messages.filter(({ ruleId }) => ruleId === 'list-numbers-restart')).toHaveLength(1);
  expect(
    document?.children.flatMap((block) =>
      block.type === 'paragraph' && block.label ? [block.label.value] : [],
    ),
  ).toEqual(['1.', '1.', '1.']);
});
