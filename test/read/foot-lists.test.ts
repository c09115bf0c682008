/** Lists of distribution after the signature, whose words can also be labels of a page or lead in an address. */
import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/read/marginalia/passage-index.js';
import { read } from './read.js';

const head = 'March 3, 1952\n\nLetter, Minister of Fisheries Orlov to the CC CPSU, on Herring\n\nSecret\n\n';
const body =
  'I saw the port of Murmansk and report on it as follows.\n\nThe cranes stand idle for want of oil, and nobody knows when it will come.\n\nMinister\n\nA. Orlov\n\n';
const abstract = 'Orlov tells the Central Committee how the cranes of Murmansk stand idle.\n\n';
const information = 'Document Information\n\nAPRF, Fond 3, Opis 1, Delo 2, Listy 4-5\n';

const listOf = (text: string): string[] =>
  (read(text).document?.children ?? []).flatMap((block) =>
    block.type === 'distributionList' ? block.children.map(({ children }) => textOf(children)) : [],
  );

describe.each([
  ['before an abstract', abstract + information],
  ['at the end of the page', ''],
])('a list %s', (_, after) => {
  test.each(['To:', 'An:', 'Copies to:', 'Distribution:'])('under “%s” is whole', (label) => {
    const lines = [label, 'Comrade G. Macovan', 'Comrade S. Petran', 'Archive'];
    const { document } = read(head + body + lines.join('\n\n') + '\n\n' + after);
    expect(listOf(head + body + lines.join('\n\n') + '\n\n' + after)).toEqual(lines);
    expect(document?.correspondence.copiesTo.map(({ value }) => value.name)).toEqual([
      'G. Macovan',
      'S. Petran',
    ]);
    expect(document?.correspondence.fileCopy?.value).toBe('Archive');
    expect(document?.author?.value.name).toBe('A. Orlov');
    expect(document?.coAuthors ?? []).toEqual([]);
    expect(document?.chrome.map(({ text }) => text)).not.toContain('Archive');
  });
});

test('“To:” before one addressee with his office and place leads in an address', () => {
  const { document } = read(`${head}${body}To:\nComrade G. Macovan\nMinister of Trade\n\n${information}`);
  expect(document?.correspondence.addressees.map(({ value }) => value.name)).toContain('G. Macovan');
  expect(document?.correspondence.copiesTo).toEqual([]);
});

test.each([
  ['with its value', 'Archive\n\nAPRF\n\nRights\n\nPublic domain.\n'],
  ['in the information', `${information}\nArchive\n\nRecord ID\n`],
])('“Archive” is a label of the page %s', (_, after) => {
  const { document } = read(`${head}${body}${after}`);
  expect(document?.chrome.map(({ text }) => text)).toContain('Archive');
  expect(document?.correspondence.fileCopy).toBeUndefined();
});
