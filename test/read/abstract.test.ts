/** An abstract that no label marks: where place and manner leave no doubt, nobody is asked. */
import { describe, expect, test } from 'vitest';
import { read, type Read } from './read.js';

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

describe('an abstract right before the information, with no report or signature before it', () => {
  const unsigned = (after: string, title = 'Cable, Orlov to Petrenko', from = 'Jakarta'): Read =>
    read(
      `June 8, 1965\n\n${title}\n\nCable\n\nSecret\n\nFrom ${from}, No. 5507. 9 hours 25 minutes. 8.VI.1965\n\nTo Petrenko\n\nOn 5 June the chargé invited the heads of mission of the socialist countries, apart from two of them, to speak of the port.\n\nI intend to call on the deputy minister this week and to bring up the matter of the cranes in a calm form. Do you agree?\n\n${after}\n\nDocument Information\n\nAPRF, Fond 3, Opis 1, Delo 2, Listy 4-5\n`,
    );
  const words =
    'The Polish ambassador in Jakarta informs Warsaw of a meeting of ambassadors on the conference and on the idle cranes of the port.';

  test.each([
    ['the document is sent from', unsigned(words)],
    ['stands in the title', unsigned(words, 'Cable, Orlov in Jakarta to Petrenko', 'Surabaya')],
  ])('is taken, and asked about, where it opens with an office and the place that %s', (_, found) => {
    expect(found.document?.summary?.children.map(({ text }) => text)).toEqual([words]);
    expect(found.ruleIds).toContain('abstract-uncertain');
  });

  test.each([
    ['another place', words.replace('Jakarta', 'Bandung')],
    ['the first person', words.replace('informs Warsaw', 'informs me')],
    ['nobody who holds an office', words.replace('The Polish ambassador', 'The Polish merchants')],
  ])('is text where it tells of %s', (_, other) => {
    expect(unsigned(other).document?.summary).toBeUndefined();
  });
});
