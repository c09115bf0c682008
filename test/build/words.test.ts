/**
 * The first promise: no word lost, none invented. Any page either builds, and then each of its characters stands in the TEI or in the list of
 * chrome and the transcription is in its order, or it is refused with a diagnostic.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VFile } from 'vfile';
import type { Element, Nodes, Root } from 'xast';
import { hasErrors } from '../../src/diagnostics/report.js';
import { nodeHost } from '../../src/host/node.js';
import { encode } from '../../src/tei/encode.js';
import { parseTei } from '../../src/tei/parse.js';
import { serialise } from '../../src/tei/serialise.js';
import { openTeiValidator, type TeiValidator } from '../../src/tei/validate.js';
import { read } from '../read/read.js';
import { anyPage, pages } from './page-arbitrary.js';

const runs = Number(process.env['MARGINALIA_RUNS'] ?? 300);

/** Words of `text` that are no words of the source: notes made from reports, corrections. */
function isDerived(node: Element): boolean {
  return (
    (node.name === 'note' && 'corresp' in node.attributes) || ['corr', 'reg', 'expan'].includes(node.name)
  );
}

function words(node: Nodes, skip: (node: Element) => boolean): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node) || (node.type === 'element' && skip(node))) return '';
  return node.children.map((child) => words(child, skip)).join('');
}

function find(node: Nodes, name: string): Element | undefined {
  if (node.type === 'element' && node.name === name) return node;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const found = find(child, name);
    if (found) return found;
  }
  return undefined;
}

const bare = (text: string): string => text.replace(/[\s\u00a0]/gu, '');
const wordList = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

function missing(source: string, kept: string): string[] {
  const counts = new Map<string, number>();
  for (const word of wordList(kept)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return wordList(source).filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left <= 0;
  });
}

/** Is `part` made of pieces of `whole` in their order? True if its characters are a subsequence. */
function isInOrder(part: string, whole: string): boolean {
  let at = 0;
  for (const character of part) {
    at = whole.indexOf(character, at);
    if (at < 0) return false;
    at += character.length;
  }
  return true;
}

let validator: TeiValidator;
beforeAll(async () => {
  validator = await openTeiValidator(nodeHost());
});
afterAll(() => {
  validator.dispose();
});

function check(source: string): void {
  const { file, edition, document } = read(source);
  if (!document) {
    expect(hasErrors(file)).toBe(true);
    return;
  }
  const xml = serialise(encode(edition, { version: '0.1.0' }), file);
  if (hasErrors(file)) return;
  const findings = new VFile({ path: 'tei.xml' });
  validator.validate(xml, findings);
  expect(findings.messages.map(String)).toEqual([]);
  const tei: Root = parseTei(xml, findings);
  const text = find(tei, 'text');
  const header = find(tei, 'teiHeader');
  if (!text || !header) throw new Error('no text or header');
  const transcribed = bare(words(text, isDerived));
  expect(isInOrder(transcribed, bare(source))).toBe(true);
  const chrome = document.chrome.map((line) => line.text).join('\n');
  // Between elements white space is the encoder's, so that words of the header are told apart by it.
  const kept = `${words(text, isDerived)}\n${spaced(header)}\n${chrome}`;
  expect(missing(source, kept).filter((word) => !bare(words(header, () => false)).includes(word))).toEqual(
    [],
  );
}

function spaced(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node
    ? node.children
        .map(spaced)
        .join(node.type === 'element' && ['p', 'idno', 'note', 'title'].includes(node.name) ? '' : ' ')
    : '';
}

describe('no word lost, none invented', () => {
  test.each(pages.map((page, i) => [i, page] as const))('page %i as it is', (_, page) => {
    check(page);
  });
  test('the telegram', () => {
    check(readFileSync(new URL('../../sources/1950-02-07-shtykov-vyshinsky.txt', import.meta.url), 'utf8'));
  });
  test('any page builds without loss or is refused with a reason', () => {
    fc.assert(fc.property(anyPage, check), { numRuns: runs });
  });
});
