/** Reads words out of a galley and out of TEI, each by its own rule, so that the two can be compared. */
import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { VFile } from 'vfile';
import { makeGalley, wordsFor, type GalleyContext } from '../../src/galley/index.js';
import type { Galley, GalleyBlock, GalleyNote, Inline } from '../../src/galley/types.js';
import { wordsTable } from './words-table.js';

/** Galley of a TEI text, and what was reported. */
export function galleyOf(
  xml: string,
  options: Partial<GalleyContext> & { lang?: string } = {},
): { galley: Galley; rules: string[]; file: VFile } {
  const file = new VFile({ path: 'document.xml' });
  const { lang = 'en', ...rest } = options;
  const context: GalleyContext = {
    words: wordsFor(lang, wordsTable, file),
    languages: wordsTable,
    version: '0.1.0',
    teiSha256: '0'.repeat(64),
    teiFile: 'document.xml',
    date: '2026-01-31',
    punctuation: 'typographic',
    ...rest,
  };
  const galley = makeGalley(fromXml(xml), context, file);
  return { galley, rules: file.messages.map((message) => String(message.ruleId)), file };
}

/** A TEI document around the content of `body` (and of `standOff`, and of the header). */
export function tei(body: string, { header = '', standOff = '', lang = 'en' } = {}): string {
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>${header}</teiHeader>${standOff && `<standOff>${standOff}</standOff>`}<text xml:lang="${lang}"><body>${body}</body></text></TEI>`;
}

/** Words of inlines; words of ours (brackets, marks) are left out unless `ours`. */
export function inlineWords(inlines: readonly Inline[], ours = false): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.data && !ours ? '' : inline.value;
      return inline.type === 'span' || inline.type === 'link' ? inlineWords(inline.children, ours) : '';
    })
    .join('');
}

export function blockWords(blocks: readonly GalleyBlock[], ours = false): string {
  return blocks
    .map((block): string => {
      switch (block.type) {
        case 'section':
          return blockWords(block.children, ours);
        case 'list':
          return block.children
            .map((item) => `${inlineWords(item.label, ours)} ${blockWords(item.children, ours)}`)
            .join(' ');
        case 'paragraph':
          return `${inlineWords(block.label ?? [], ours)} ${inlineWords(block.children, ours)}`;
        case 'heading':
          return inlineWords(block.children, ours);
        case 'ornament':
          return '';
      }
    })
    .join(' ');
}

/** Words of the transcription: the document and the report after it. */
export function documentWords(galley: Galley, ours = false): string {
  const parts = galley.children.filter(
    (block) => block.type === 'section' && (block.role === 'document' || block.role === 'report'),
  );
  return blockWords(parts, ours);
}

export function noteWords(note: GalleyNote, ours = false): string {
  return blockWords(note.children, ours);
}

/** Words without any white space: what must be the same on both sides. */
export function bare(words: string): string {
  return words.replace(/[ \t\r\n]+/g, '');
}

/** Words of the `text` of a TEI document, without the elements that `skip` names. */
export function teiWords(xml: string, skip: (element: Element) => boolean): string {
  const words: string[] = [];
  const read = (node: Root | Element, inText: boolean): void => {
    for (const child of node.children) {
      if ((child.type === 'text' || child.type === 'cdata') && inText) words.push(child.value);
      else if (child.type === 'element' && !(inText && skip(child)))
        read(child, inText || child.name === 'text');
    }
  };
  read(fromXml(xml), false);
  return words.join('');
}

/** Every anchor and call of a galley, in order. */
export function anchors(galley: Galley): { notes: string[]; before: string }[] {
  const found: { notes: string[]; before: string }[] = [];
  const inlines = (children: readonly Inline[], all: string): void => {
    for (const [index, child] of children.entries()) {
      if (child.type === 'noteAnchor')
        found.push({ notes: child.notes, before: inlineWords(children.slice(index + 1)) });
      else if (child.type === 'noteCall')
        found.push({ notes: [child.note], before: inlineWords(children.slice(index + 1)) });
      else if (child.type === 'span' || child.type === 'link') inlines(child.children, all);
    }
  };
  const blocks = (children: readonly GalleyBlock[]): void => {
    for (const block of children) {
      if (block.type === 'section') blocks(block.children);
      else if (block.type === 'list') for (const item of block.children) blocks(item.children);
      else if (block.type !== 'ornament') inlines(block.children, inlineWords(block.children));
    }
  };
  blocks(galley.children);
  return found;
}
