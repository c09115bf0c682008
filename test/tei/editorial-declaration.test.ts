import { expect, test } from 'vitest';
import type { Edition } from '../../src/edition/types.js';
import { encode } from '../../src/tei/encode.js';
import { documentNode, edition, fact, paragraph, text } from '../edition/build.js';
import { letter, overruled } from '../edition/pages.js';
import { telegram } from '../edition/telegram.js';
import { all, one, textOf } from './trees.js';

function declared(tree: Edition, name: string): string {
  return all(encode(tree, { version: '0.1.0' }), name)
    .map(textOf)
    .join();
}

test('the telegram’s declaration says what was inferred in it, and nothing that was not', () => {
  expect(declared(telegram, 'interpretation')).toBe(
    'Read from the wording and the layout of the page: the author, the type of the document and the list run into a paragraph. ' +
      'That both copies are in Russian is inferred from their repositories. ' +
      'Four marginal notes were made from the report on the page, each placed at the start of the first passage that the report names for it; the report itself stands verbatim. ' +
      'The anchor of one of them is not certain: what the report says literally was followed. ' +
      'Words in brackets were taken as explanations that stand beside the sentence (gloss) and as words supplied to it, by asking whether words and sentence stay whole without them. ' +
      'The page dates the document February 7, 1950, the text itself 8.II.1950; both are kept. ' +
      'No signature stands on the page, and none was supplied.',
  );
  expect(declared(telegram, 'normalization')).toContain('Where the page hides an address');
  expect(declared(telegram, 'quotation')).toContain('Words quoted in the report');
  expect(declared(telegram, 'correction')).toBe('');
});

test('what the editor decided is told apart', () => {
  const prose = declared(overruled, 'interpretation');
  expect(prose).toContain('The anchor of one of them was chosen by the editor.');
  expect(prose).not.toContain('not certain');
  expect(declared(letter, 'interpretation')).toContain('Stated by the editor: the title and the author.');
  expect(declared(letter, 'interpretation')).toContain("The one footnote in standOff is the editor's.");
  expect(declared(letter, 'interpretation')).not.toContain('No signature');
  expect(declared(letter, 'correction')).toBe(
    'Words that the page marks as wrong are kept as they are. Corrections that the page gives in brackets are repeated, without brackets, beside the words that they correct.',
  );
});

test('a page with nothing to infer says only what was kept', () => {
  const plain = edition(documentNode({ children: [paragraph('p1', 'Words.')] }));
  expect(declared(plain, 'interpretation')).toBe('No signature stands on the page, and none was supplied.');
  expect(declared(plain, 'quotation')).toBe('Quotation marks of the page stand in the text.');
  expect(one(encode(plain, { version: '0.1.0' }), 'quotation').attributes).toEqual({ marks: 'all' });
});

test('a date that only says less is no other date', () => {
  const dated = (page: string, sent: string): Edition =>
    edition(
      documentNode({
        pageDate: fact({ text: 'page', when: page }),
        correspondence: { sent: { date: fact({ text: 'text', when: sent }) }, addressees: [], copiesTo: [] },
        children: [{ type: 'closer', children: [{ type: 'signed', children: [text('N')] }] }],
      }),
    );
  expect(declared(dated('1950-02', '1950-02-08'), 'interpretation')).toBe('');
  expect(declared(dated('1950-02-07', '1950-02-08'), 'interpretation')).toContain('both are kept');
});
