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
  // Line by line: it goes on with the transcription, or the header has its words, or it is chrome.
  const transcribed = bare(words(text, isDerived));
  const headerWords = new Set(wordList(spaced(header)));
  const chrome = new Set(document.chrome.map((line) => bare(line.text)));
  const lines = source.split('\n').filter((line) => bare(line) !== '');
  const isAround = lines.map(
    (line) => chrome.has(bare(line)) || wordList(line).every((word) => headerWords.has(word)),
  );
  // A line can begin as the transcription does and yet be the title: all ways of accounting for the lines are kept.
  let reached = new Set([0]);
  for (const [i, line] of lines.entries()) {
    const next = new Set<number>();
    for (const at of reached) {
      if (transcribed.startsWith(bare(line), at)) next.add(at + bare(line).length);
      if (isAround[i]) next.add(at);
    }
    expect(next.size, `line lost: ${line}`).toBeGreaterThan(0);
    reached = next;
  }
  expect([...reached]).toContain(transcribed.length);
}

/** Parts of the header that hold our words, not the page's. */
const ours = ['encodingDesc', 'revisionDesc', 'langUsage', 'handNotes', 'supportDesc'];

function spaced(node: Nodes): string {
  if (node.type === 'text') return node.value;
  // Program and editors are named by id, those whom the page names are not.
  const isOurs =
    node.type === 'element' &&
    (ours.includes(node.name) || (node.name === 'respStmt' && 'xml:id' in node.attributes));
  if (isOurs) return '';
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
  test('navigation that runs over two lines', () => {
    check(
      'Copies sent to: Vyshnevetsky, Gusarov, Lavrik, 2nd Eastern Department, Archive\nthe\nSkip to content\n2012-05-17\nthe the the the\nNo. 2421/47/58\n',
    );
  });
  test('any page builds without loss or is refused with a reason', () => {
    fc.assert(fc.property(anyPage, check), { numRuns: runs });
  });
});
