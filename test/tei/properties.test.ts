import fc from 'fast-check';
import { VFile } from 'vfile';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Edition, EditionNode } from '../../src/edition/types.js';
import { nodesOf } from '../../src/tei/census.js';
import { encode } from '../../src/tei/encode.js';
import { parseTei } from '../../src/tei/parse.js';
import { serialise } from '../../src/tei/serialise.js';
import { openTeiValidator, type TeiValidator } from '../../src/tei/validate.js';
import { editionArbitrary } from '../edition/arbitrary.js';
import { bare, repository, transcribed, withoutSpace } from './trees.js';

let validator: TeiValidator;
beforeAll(async () => {
  validator = await openTeiValidator(repository);
});
afterAll(() => {
  validator.dispose();
});

const context = { version: '0.1.0' };

/** Every word of a transcription in order: texts, printed labels, the printed words of gaps. */
function sourceWords(edition: Edition): string {
  let words = '';
  for (const node of nodesOf(edition.children[0]?.children ?? [])) words += valueOf(node);
  return withoutSpace(words);
}

function valueOf(node: EditionNode): string {
  return 'value' in node ? node.value : '';
}

test('every word of the transcription stands in text once, in its order, and no other', () => {
  fc.assert(
    fc.property(editionArbitrary, (edition) => {
      expect(withoutSpace(transcribed(encode(edition, context)))).toBe(sourceWords(edition));
    }),
    { numRuns: 150 },
  );
});

test('tree → text → tree is the same tree, and writing it again gives the same text', () => {
  fc.assert(
    fc.property(editionArbitrary, (edition) => {
      const tree = encode(edition, context);
      const file = new VFile();
      const xml = serialise(tree, file);
      const read = parseTei(xml, file);
      expect(file.messages).toEqual([]);
      expect(bare(read)).toEqual(bare(tree));
      expect(serialise(read)).toBe(xml);
    }),
    { numRuns: 150 },
  );
});

test('every edition is valid by our schema and every pointer resolves', () => {
  fc.assert(
    fc.property(editionArbitrary, (edition) => {
      const tree = encode(edition, context);
      const file = new VFile();
      validator.validate(serialise(tree, file), file, tree);
      expect(file.messages.map(String)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('encoding leaves the edition as it was and gives the same bytes twice', () => {
  fc.assert(
    fc.property(editionArbitrary, (edition) => {
      const before = JSON.stringify(edition);
      const first = serialise(encode(edition, context));
      expect(serialise(encode(edition, context))).toBe(first);
      expect(JSON.stringify(edition)).toBe(before);
    }),
    { numRuns: 50 },
  );
});
