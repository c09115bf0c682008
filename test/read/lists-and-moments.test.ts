/** Lists whose items bear no number, and the moments a dispatch names on lines of their own. */
import { describe, expect, test } from 'vitest';
import type { Points } from '../../src/edition/types.js';
import { textOf } from '../../src/read/marginalia/passage-index.js';
import { read } from './read.js';

const page = (head: string, body: string, date = 'March 3, 1952'): string =>
  `${date}\n\nTelegram, Orlov to Petrenko\n\n${head}\n\n${body}\n\nORLOV\n\nDocument Information\n\nAPRF, Fond 3, Opis 1, Delo 2, Listy 4-5\n`;

const listsOf = (text: string): Points[] =>
  (read(text).document?.children ?? []).filter((block): block is Points => block.type === 'points');

describe('lists without numbers', () => {
  test('dashes that a colon announces are points, counted', () => {
    const [list] = listsOf(
      page(
        'Secret',
        'He asked for three things:\n\n- the cranes;\n\n- the spare parts;\n\n- a reply.\n\nI promised nothing.',
      ),
    );
    expect(list?.children.map(({ n, label }) => [n, label.value])).toEqual([
      ['1', '-'],
      ['2', '-'],
      ['3', '-'],
    ]);
  });

  test('a dash that nothing announces is a word of its paragraph', () => {
    const { document } = read(
      page('Secret', 'I asked him about the cranes.\n\n– They will come, he said.\n\n– When? I asked.'),
    );
    const words = (document?.children ?? []).flatMap((block) =>
      block.type === 'paragraph' ? [textOf(block.children)] : [],
    );
    expect(words).toContain('– When? I asked.');
  });

  test('words of counting are labels where the second follows the first', () => {
    const [list] = listsOf(
      page(
        'Secret',
        'I went to the port for two days.\n\nFirst. The cranes stand idle for want of oil.\n\nSecond. The clerks count by night.\n\nThird. Nobody complains.\n\nI propose to wait.',
      ),
    );
    expect(list?.children.map(({ n, label }) => [n, label.value])).toEqual([
      ['1', 'First.'],
      ['2', 'Second.'],
      ['3', 'Third.'],
    ]);
    expect(list?.origin).toMatchObject({ kind: 'inferred', certainty: 'medium' });
    expect(listsOf(page('Secret', 'First. The cranes stand idle.\n\nI propose to wait.'))).toEqual([]);
  });
});

describe('moments of a dispatch', () => {
  test('the place of sending stands on its own line; deciphering is neither sending nor receipt', () => {
    const { document } = read(
      page(
        'Sent 5 hours 40 minutes 3.III.1952\nReceived 7 hours 15 minutes 3.III.1952\nDeciphered 8 hours 30 minutes 3.III.1952\n\nFrom Mukden',
        'The crossing holds.',
      ),
    );
    const { sent, transmitted, received } = document?.correspondence ?? {};
    expect(sent?.place?.value.name).toBe('Mukden');
    expect(sent?.time).toBeUndefined();
    expect(transmitted?.time?.value.when).toBe('05:40');
    expect(received?.time?.value.when).toBe('07:15');
  });

  test('who sends is no place of sending', () => {
    const { document } = read(page('From Orlov\nSent 3.III.1952, 16.20', 'The crossing holds.'));
    expect(document?.correspondence.sent?.place).toBeUndefined();
  });

  test('a year of two digits is the page’s where that ends so, and no other', () => {
    const dates = (date: string): (string | undefined)[] => {
      const { document } = read(
        page('Sent 14.XI.45, 16.20\nReceived 15.XI.45, 3.05', 'The bread will last.', date),
      );
      const { transmitted, received } = document?.correspondence ?? {};
      return [transmitted?.date?.value.when, received?.date?.value.when];
    };
    expect(dates('November 1945')).toEqual(['1945-11-14', '1945-11-15']);
    expect(dates('January 1946')).toEqual([undefined, undefined]);
  });
});
