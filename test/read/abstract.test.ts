/** An abstract that no label marks: where place and manner leave no doubt, nobody is asked. */
import { describe, expect, test } from 'vitest';
import { read } from './read.js';

const body =
  'I went to the port for two days. The cranes stand idle for want of oil, and we wait for orders.';
const report = '[In the margin Petrenko wrote “wait” beside the first paragraph.]';

/** What stands between the signature and the information about the document. */
const page = (after: string): string =>
  `March 3, 1952\n\nTelegram from Ambassador Orlov in Ulan Bator to Petrenko\n\nSecret\n\n${body}\n\nORLOV\n\n${after}\n\nDocument Information\n\nAPRF, Fond 3, Opis 1, Delo 2, Listy 4-5\n`;

function summaryOf(text: string): { certainty: string | undefined; said: string[] } {
  const { document, ruleIds } = read(text);
  const origin = document?.summary?.origin;
  return {
    certainty: origin?.kind === 'inferred' ? origin.certainty : origin?.kind,
    said: ruleIds.filter((id) => id.startsWith('abstract-')),
  };
}

describe('an abstract by evidence', () => {
  test.each([
    ['names whom the title names', 'Orlov reports to Petrenko on the cranes of the port and asks for oil.'],
    [
      'names an office of the title',
      'The Soviet Ambassador in Ulan Bator describes the idle cranes and asks for oil.',
    ],
    [
      'tells only after an apposition what he does',
      'Orlov, the head of the Soviet mission to the Mongolian government, asks Petrenko for oil for the cranes.',
    ],
  ])('is certain after a report where it %s', (_, words) => {
    expect(summaryOf(page(`${report}\n\n${words}`))).toEqual({
      certainty: 'high',
      said: ['abstract-inferred'],
    });
  });

  test('is found where it names only an office of the title and no report stands before it', () => {
    const words = 'The Mongolian ambassador in the port relays what he saw of the cranes, and asks for oil.';
    expect(read(page(words)).document?.summary?.children[0]?.text).toBe(words);
  });

  test('is certain after the signature, too', () => {
    const words = 'Orlov reports to Petrenko on the cranes of the port and asks for oil.';
    expect(summaryOf(page(words))).toEqual({ certainty: 'high', said: ['abstract-inferred'] });
  });

  test('is asked about where nothing of the title stands in it', () => {
    const words = 'A diplomat reports on the cranes of the port and asks Moscow for oil.';
    expect(summaryOf(page(`${report}\n\n${words}`))).toEqual({
      certainty: 'medium',
      said: ['abstract-uncertain'],
    });
  });

  test('is asked about where it tells in the past', () => {
    const words = 'Orlov saw the cranes of the port, and Petrenko heard of the oil.';
    expect(summaryOf(page(`${report}\n\n${words}`))).toEqual({
      certainty: 'medium',
      said: ['abstract-uncertain'],
    });
  });
});
