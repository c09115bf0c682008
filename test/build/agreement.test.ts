/** The three editions of one build agree word for word: every block of the TEI stands whole in the PDF and in the EPUB, every note at each anchor. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { VFile } from 'vfile';
import type { Element, Nodes } from 'xast';
import { build, nodeHost } from '../../src/index.js';
import { parseTei } from '../../src/tei/parse.js';
import { open } from '../epub/edition.js';
import { openPdf, readPages, type Element as PdfElement } from '../pdf/reading.js';

const sources = [
  '../../sources/1950-02-07-shtykov-vyshinsky.txt',
  '../fixtures/telegram-two-hands/source.txt',
  '../fixtures/1951-03-14-karpenko-zorin/source.txt',
  '../fixtures/1962-10-30-bulgarian-decision/source.txt',
  '../fixtures/brackets/source.txt',
];

/** Letters without what a printed edition may change: spaces, shapes of quotation marks and dashes, hyphens at line ends. */
function letters(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0\u00ad]/gu, '')
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/[\u201c\u201d]/gu, '"')
    .replace(/\u2013/gu, '-');
}

function wordsOf(node: Nodes, skip: (element: Element) => boolean): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node) || (node.type === 'element' && skip(node))) return '';
  return node.children.map((child) => wordsOf(child, skip)).join('');
}

function* elements(node: Nodes): Generator<Element> {
  if (node.type === 'element') yield node;
  if ('children' in node) for (const child of node.children) yield* elements(child);
}

const isMade = ({ name, attributes }: Element): boolean =>
  (name === 'note' && 'corresp' in attributes) || name === 'corr';

/** Text of the structure tree without notes, and the notes apart. */
function pdfText(element: PdfElement, notes: string[]): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child;
      if (child.role !== 'Note') return pdfText(child, notes);
      notes.push(pdfText(child, notes));
      return '';
    })
    .join('');
}

describe('agreement of the editions', () => {
  test.each(sources)('%s', async (path) => {
    const content = readFileSync(new URL(path, import.meta.url), 'utf8');
    const { editions } = await build([{ path: 'source.txt', content }], { host: nodeHost() });
    const bytes = (format: string): Uint8Array => {
      const output = editions[0]?.outputs.find((one) => one.format === format);
      if (!output) throw new Error(`no ${format}: ${String(editions[0]?.failure)}`);
      return output.bytes;
    };
    const tei = parseTei(new TextDecoder().decode(bytes('tei')), new VFile());
    const text = [...elements(tei)].find(({ name }) => name === 'text');
    if (!text) throw new Error('no text');

    const pdfNotes: string[] = [];
    const pages = await readPages(await openPdf(bytes('pdf')));
    const pdf = letters(pages.map(({ tree }) => pdfText(tree, pdfNotes)).join(''));

    const epubNotes: string[] = [];
    const epub = await open(bytes('epub'));
    const isAside = (element: Element): boolean => {
      if (element.name !== 'aside') return false;
      epubNotes.push(letters(wordsOf(element, () => false)));
      return true;
    };
    const xhtml = letters(
      epub.names
        .filter((name) => name.endsWith('.xhtml'))
        .map((name) => wordsOf(epub.tree(name), isAside))
        .join(''),
    );

    const blocks = [...elements(text)].filter(({ name }) =>
      ['p', 'head', 'dateline', 'addrLine', 'signed', 'seg'].includes(name),
    );
    expect(blocks.length).toBeGreaterThan(2);
    for (const block of blocks) {
      const words = letters(wordsOf(block, isMade));
      expect(pdf).toContain(words);
      expect(xhtml).toContain(words);
    }
    for (const note of [...elements(text)].filter((one) => one.name === 'note' && isMade(one))) {
      const quote = [...elements(note)].find(({ name }) => name === 'quote');
      if (!quote) continue;
      const words = letters(wordsOf(quote, () => false));
      const anchors = (note.attributes['target'] ?? '').split(' ').length;
      expect(pdfNotes.filter((one) => letters(one).includes(words)).length).toBeGreaterThanOrEqual(anchors);
      expect(epubNotes.filter((one) => one.includes(words)).length).toBeGreaterThanOrEqual(anchors);
    }
  });
});
