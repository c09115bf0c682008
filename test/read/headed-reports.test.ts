/** What is written on a page, told under a heading without brackets; stamps and a place under the date at its head. */
import { describe, expect, test } from 'vitest';
import { read } from './read.js';

const page = (head: string, after = ''): string =>
  `March 3, 1952\n\nReport, I. Belov to P. Chernov\n\n${head}\n\nI saw the port and report:\n\na) The cranes stand idle for want of oil.\n\nb) The clerks count by night.\n\nI ask for oil.\n\nBELOV\n\n${after}Document Information\n\nAPRF, Fond 3, Opis 1, Delo 2, Listy 4-5\n`;

describe('a report under a heading', () => {
  test('is one report with its notes', () => {
    const { document, ruleIds } = read(
      page(
        'Secret',
        'Notes on the document:\n\nOn page 1, in the upper right-hand corner: “Take this under your control.”\nPoint a) is ticked in the margin.\nBeside point b): “Who are they?”\n\n',
      ),
    );
    expect(document?.children.filter(({ type }) => type === 'report')).toHaveLength(1);
    expect(
      document?.marginalia.map(({ words, sign, place, anchors }) => [words ?? sign, place, anchors.length]),
    ).toEqual([
      ['Take this under your control.', 'top right', 1],
      ['ticked', 'margin', 1],
      ['Who are they?', 'margin', 1],
    ]);
    expect(ruleIds).not.toContain('report-not-understood');
  });

  test('is none where nothing under the heading tells of notes', () => {
    const { document } = read(
      page('Secret', 'Notes\n\nThe port was built in 1912 by a company from Odessa.\n\n'),
    );
    expect(document?.marginalia).toEqual([]);
    expect(document?.children.some(({ type }) => type === 'report')).toBe(false);
  });
});

test('a stamp at the head gives the date of receipt', () => {
  const { document } = read(
    page(
      'Murmansk, 3 March 1952\n\n[Stamp: Department of Transport, received 6 March 1952, diary no. 418]\n\nSecret',
    ),
  );
  expect(document?.correspondence.received?.date?.value.when).toBe('1952-03-06');
  expect(document?.correspondence.sent?.date?.value.when).toBe('1952-03-03');
});

test('the words of a stamp under its name are no lines of the document', () => {
  const { document } = read(
    page('Murmansk, 3 March 1952\n\n[Stamp:]\n“Department of Transport\nNo. 418\nof 6 March 1952”\n\nSecret'),
  );
  expect(document?.correspondence.sent?.date?.value.when).toBe('1952-03-03');
  expect(document?.correspondence.sent?.dispatch).toBeUndefined();
  // Not closed: nothing is joined.
  const open = read(page('[Stamp:]\n“Department of Transport\n\nMurmansk, 3 March 1952\n\nSecret')).document;
  expect(open?.correspondence.sent?.date?.value.when).toBe('1952-03-03');
});

test('one word under date and number at the head is the place; “Copy” is none', () => {
  const place = (head: string): string | undefined =>
    read(page(head)).document?.correspondence.sent?.place?.value.name;
  expect(place('MINISTRY OF TRADE\n18 April 1952\nNo. 1147-s\nMurmansk\n\nSecret')).toBe('Murmansk');
  expect(place('18 April 1952\nNo. 1147-s\nCopy\n\nSecret')).toBeUndefined();
});
