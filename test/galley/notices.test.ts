/** A look that is asked for and not known is told once, at its element. */
import { expect, it } from 'vitest';
import { blockWords, galleyOf, tei } from './reading.js';

it('tei-rendition-unknown: at the first element that asks for it; the words stay', () => {
  const body = '<p>A <hi rend="sparkling">word</hi> and\n<hi rend="sparkling">another</hi>.</p>';
  const xml = tei(body);
  const { galley, file } = galleyOf(xml);
  expect(file.messages.map(({ ruleId, line, column, reason }) => [ruleId, line, column, reason])).toEqual([
    [
      'tei-rendition-unknown',
      1,
      xml.indexOf('<hi') + 1,
      'The rendition "sparkling" is not known; the words are shown plain, 2 times',
    ],
  ]);
  expect(blockWords(galley.children)).toContain('A word and another.');
});
