/** "Original Archive" in the information about a document: the archive of a copy whose reference stands there, or another copy. */
import { expect, test } from 'vitest';
import { read } from './read.js';

const page = (information: string): string =>
  `March 3, 1962\n\nReport, I. Belov to P. Chernov\n\nI saw the port and report on it as I was asked to do: the cranes stand idle for want of oil, and the clerks count by night.\n\nBELOV\n\nDocument Information\n\n${information}\n\nLanguage\nEnglish\n`;
const source = 'Source\n\nAVP RF, fond 104, opis 18, papka 121, delo 7, list 14-15';

const label = (name: string): string => `Original Archive\n\n${name}`;
const ministry = 'Archive of Foreign Policy of the Russian Federation';

test.each([
  ['below', `${source}\n\n${label(ministry)}`],
  ['above', `${label(ministry)}\n\n${source}`],
])('the archive of the reference, named %s it under a label, is no second copy', (_, information) => {
  const { document } = read(page(information));
  expect(document?.copies.map(({ id, shelfmark }) => [id, shelfmark.length > 0])).toEqual([['copy-1', true]]);
  expect(document?.page.remarks).toContainEqual(
    expect.objectContaining({ label: 'Original Archive', text: ministry }),
  );
});

test('another archive, or one with a shelfmark, is a copy of its own', () => {
  const copies = (name: string): number | undefined =>
    read(page(`${source}\n\n${label(name)}`)).document?.copies.length;
  expect(copies('Archive of the President of the Russian Federation')).toBe(2);
  expect(copies('AVP RF, fond 7, opis 1, papka 2, delo 3')).toBe(2);
});
