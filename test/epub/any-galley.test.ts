import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  blockStyles,
  spanStyles,
  type Galley,
  type GalleyBlock,
  type GalleyNote,
  type GalleyParagraph,
  type Inline,
} from '../../src/galley/types.js';
import type { PrintedPages } from '../../src/epub/context.js';
import type { GalleyText } from '../../src/galley/types.js';
import { checkLinks, makeEpub, wordsOf } from './edition.js';
import { wordsOfGalley } from './galley-words.js';

/** Words with what is dangerous in XML, HTML and EJS, and with scripts that the faces lack. */
const words = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.lorem({ maxCount: 3 }) },
      fc.constantFrom(
        '<b>',
        '&amp;',
        ']]>',
        '<%= x %>',
        '“так”',
        '조선',
        'שלום',
        '1950',
        '\u00a0',
        '{words}',
        '\n',
      ),
    ),
    { maxLength: 5 },
  )
  .map((list) => list.join(' '));

/** Inlines whose notes are numbered afterwards: a call or an anchor stands for the next note of its kind. */
const { inlines } = fc.letrec<{ inlines: Inline[]; inline: Inline }>((tie) => ({
  inlines: fc.array(tie('inline'), { maxLength: 5 }),
  inline: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words.map((value): Inline => ({ type: 'text', value })),
    fc.constantFrom<Inline>(
      { type: 'noteAnchor', notes: ['?', '?'] },
      { type: 'noteCall', note: '?', label: '1' },
      { type: 'sourcePageBreak', label: '12v' },
    ),
    fc
      .record({ style: fc.constantFrom(...spanStyles), children: tie('inlines') })
      .map((span): Inline => ({ type: 'span', ...span })),
    tie('inlines').map((children): Inline => ({
      type: 'link',
      href: 'https://example.org/?a=1&b=<',
      children,
    })),
  ),
}));

const paragraph = fc
  .record(
    { style: fc.constantFrom(...blockStyles), children: inlines, label: inlines },
    { requiredKeys: ['style', 'children'] },
  )
  .map((node): GalleyParagraph => ({ type: 'paragraph', ...node }));

const { blocks } = fc.letrec<{ blocks: GalleyBlock[]; block: GalleyBlock }>((tie) => ({
  blocks: fc.array(tie('block'), { maxLength: 4 }),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    paragraph,
    fc
      .record({ level: fc.constantFrom(1, 2, 3, 4), children: inlines })
      .map((node): GalleyBlock => ({ type: 'heading', style: 'head', ...node })),
    fc.constant<GalleyBlock>({ type: 'ornament' }),
    fc
      .array(fc.record({ label: inlines, children: tie('blocks') }), { minLength: 1, maxLength: 3 })
      .map((items): GalleyBlock => ({
        type: 'list',
        numbering: 'decimal',
        children: items.map((item) => ({ type: 'item', ...item })),
      })),
    fc
      .record(
        {
          role: fc.constantFrom('front', 'document', 'report', 'sources', 'colophon', 'division'),
          title: words,
          children: tie('blocks'),
        },
        { requiredKeys: ['role', 'children'] },
      )
      .map((node): GalleyBlock => ({ type: 'section', ...node })),
  ),
}));

/** Gives every paragraph an id and every call and anchor notes of its own. */
function numbered(children: GalleyBlock[]): Galley {
  const notes: GalleyNote[] = [];
  let ids = 0;
  const note = (series: GalleyNote['series']): string => {
    const id = `note-${notes.length + 1}`;
    notes.push({
      type: 'note',
      id,
      series,
      place: series === 'marginal' ? 'margin' : 'foot',
      ...(series === 'footnote' ? { label: '1' } : {}),
      description: `note <${id}>`,
      children: [{ type: 'paragraph', style: 'footnote', children: [{ type: 'text', value: `of ${id}` }] }],
    });
    return id;
  };
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const node: Record<string, unknown> = Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, walk(entry)]),
    );
    if (node['type'] === 'noteAnchor') node['notes'] = [note('marginal'), note('marginal')];
    if (node['type'] === 'noteCall') node['note'] = note('footnote');
    if (node['type'] === 'paragraph') node['id'] = `p${(ids += 1)}`;
    return node;
  };
  return {
    type: 'galley',
    lang: 'en',
    metadata: { title: 'Any', authors: [], editors: [], keywords: [], languages: [], date: '2026-01-02' },
    running: { verso: '', recto: '' },
    // The walk changes notes and ids only.
    children: walk(children) as GalleyBlock[],
    notes,
  };
}

/** A page at every third text, in the middle of it. */
function startsIn(galley: Galley): PrintedPages['starts'] {
  const texts: GalleyText[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(walk);
    else if (typeof node === 'object' && node !== null) {
      if ('type' in node && node.type === 'text') texts.push(node as GalleyText);
      else Object.values(node).forEach(walk);
    }
  };
  walk(galley.children);
  return texts
    .filter((_, i) => i % 3 === 0)
    .map((node, i) => ({ label: String(i + 1), text: { node, offset: node.value.length >> 1 } }));
}

it('every galley becomes a package with all its words in order, well-formed, with links that hold', async () => {
  await fc.assert(
    fc.asyncProperty(blocks, async (children) => {
      const galley = numbered(children);
      const pageLabels = new Map(
        Array.from({ length: 20 }, (_, i) => [`p${i * 3 + 1}`, String(i + 1)] as const),
      );
      const epub = await makeEpub(galley, {
        printed: () => ({ labels: pageLabels, starts: startsIn(galley) }),
      });
      checkLinks(epub);
      expect(wordsOf(epub)).toEqual(wordsOfGalley(galley));
    }),
    { numRuns: 60 },
  );
});
