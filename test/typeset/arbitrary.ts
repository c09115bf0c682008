/** Galleys of any shape, for properties. */
import fc from 'fast-check';
import {
  blockStyles,
  spanStyles,
  type Galley,
  type GalleyBlock,
  type GalleyNote,
  type Inline,
} from '../../src/galley/types.js';
import { footnote, galley, marginal } from './galleys.js';

const word = fc.oneof(
  { weight: 8, arbitrary: fc.stringMatching(/^[a-z]{1,9}[,.;]?$/) },
  { weight: 1, arbitrary: fc.stringMatching(/^[A-Z][a-z]{0,30}$/) },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-z0-9/]{1,60}$/) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'No.',
      '4040',
      '8.II.1950',
      'A.',
      '—',
      'Heon-yeong',
      'e\u0301te\u0301',
      '\u{10330}',
      '§',
      '“',
    ),
  },
);
const space = fc.constantFrom(' ', ' ', ' ', '  ', '\n', '\u00A0', '');
const text = fc
  .array(fc.tuple(word, space), { maxLength: 25 })
  .map((pairs) => pairs.map(([letters, gap]) => letters + gap).join(''))
  .map((value): Inline => ({ type: 'text', value }));

/** A note of the galley that is still to get its id. */
interface Draft {
  kind: 'marginal' | 'foot';
  words: string;
  /** A note that this note calls, of the other series. */
  inner: string | undefined;
}
type Sketch = { inline: Inline } | { draft: Draft } | { span: Inline; children: Sketch[] };

const words = fc.array(word, { minLength: 1, maxLength: 40 }).map((list) => list.join(' '));
const { sketch } = fc.letrec<{ sketch: Sketch }>((tie) => ({
  sketch: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 6, arbitrary: text.map((inline): Sketch => ({ inline })) },
    {
      weight: 2,
      arbitrary: fc
        .record({
          kind: fc.constantFrom('marginal' as const, 'foot' as const),
          words,
          inner: fc.option(words, { nil: undefined, freq: 4 }),
        })
        .map((draft): Sketch => ({ draft })),
    },
    {
      weight: 1,
      arbitrary: fc
        .stringMatching(/^[0-9]{1,3}$/)
        .map((label): Sketch => ({ inline: { type: 'sourcePageBreak', label } })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.oneof(
            fc
              .record({ style: fc.constantFrom(...spanStyles.filter((style) => !style.endsWith('script'))) })
              .map(({ style }): Inline => ({ type: 'span', style, children: [] })),
            fc.constantFrom<Inline>(
              { type: 'span', lang: 'ru', children: [] },
              { type: 'link', href: 'https://example.org/', children: [] },
            ),
          ),
          fc.array(tie('sketch'), { maxLength: 3 }),
        )
        .map(([span, children]): Sketch => ({ span, children })),
    },
  ),
}));

type BlockSketch =
  | { kind: 'paragraph'; style: (typeof blockStyles)[number]; inlines: Sketch[]; label: Sketch[] | undefined }
  | { kind: 'heading'; inlines: Sketch[] }
  | { kind: 'ornament' }
  | { kind: 'list'; items: { label: Sketch[]; blocks: BlockSketch[] }[] }
  | { kind: 'section'; blocks: BlockSketch[] };

const inlineSketches = fc.array(sketch, { maxLength: 5 });
const { block } = fc.letrec<{ block: BlockSketch }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('paragraph' as const),
        style: fc.constantFrom(...blockStyles),
        inlines: inlineSketches,
        label: fc.option(inlineSketches, { nil: undefined, freq: 5 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('heading' as const), inlines: inlineSketches }) },
    { weight: 1, arbitrary: fc.constant<BlockSketch>({ kind: 'ornament' }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('list' as const),
        items: fc.array(
          fc.record({ label: inlineSketches, blocks: fc.array(tie('block'), { maxLength: 3 }) }),
          { maxLength: 4 },
        ),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('section' as const),
        blocks: fc.array(tie('block'), { maxLength: 4 }),
      }),
    },
  ),
}));

/** A galley whose notes are each called once. */
export const anyGalley: fc.Arbitrary<Galley> = fc.array(block, { maxLength: 12 }).map((sketches) => {
  const notes: GalleyNote[] = [];
  const inline = (from: Sketch): Inline => {
    if ('inline' in from) return from.inline;
    if ('draft' in from) {
      const { kind, words, inner } = from.draft;
      const id = `n${String(notes.length)}`;
      const note = kind === 'foot' ? footnote(id, String(notes.length), words) : marginal(id, 'Hand', words);
      notes.push(note);
      if (inner !== undefined) {
        const other = inline({
          draft: { kind: kind === 'foot' ? 'marginal' : 'foot', words: inner, inner: undefined },
        });
        note.children.at(-1)?.children.push(other);
      }
      return kind === 'foot'
        ? { type: 'noteCall', note: id, label: note.label ?? '' }
        : { type: 'noteAnchor', notes: [id] };
    }
    const children = from.children.map(inline);
    return from.span.type === 'link' ? { ...from.span, children } : { ...from.span, type: 'span', children };
  };
  const blocks = (list: readonly BlockSketch[]): GalleyBlock[] =>
    list.map((from): GalleyBlock => {
      switch (from.kind) {
        case 'paragraph': {
          const label = from.label?.map(inline);
          return {
            type: 'paragraph',
            style: from.style,
            ...(label ? { label } : {}),
            children: from.inlines.map(inline),
          };
        }
        case 'heading': {
          return { type: 'heading', level: 2, style: 'head', children: from.inlines.map(inline) };
        }
        case 'ornament': {
          return { type: 'ornament' };
        }
        case 'list': {
          return {
            type: 'list',
            numbering: 'decimal',
            children: from.items.map((one) => ({
              type: 'item',
              label: one.label.map(inline),
              children: blocks(one.blocks),
            })),
          };
        }
        case 'section': {
          return { type: 'section', role: 'division', children: blocks(from.blocks) };
        }
      }
    });
  return galley(blocks(sketches), notes);
});

/** Words of a galley in reading order, without spaces: a marginal note at its anchor, footnotes after their block. */
export function lettersOf(content: Galley): string {
  const notes = new Map(content.notes.map((note) => [note.id, note]));
  let letters = '';
  const noteOf = (id: string): void => {
    const note = notes.get(id);
    letters += note?.series === 'footnote' ? (note.label ?? '') : '';
    const calls: string[] = [];
    for (const { children } of note?.children ?? []) inlines(children, calls);
    calls.forEach(noteOf);
  };
  const inlines = (list: readonly Inline[], calls: string[]): void => {
    for (const inline of list) {
      if (inline.type === 'text') letters += inline.value;
      else if (inline.type === 'sourcePageBreak') letters += `[${inline.label}]`;
      else if (inline.type === 'noteCall') {
        letters += inline.label;
        calls.push(inline.note);
      } else if (inline.type === 'noteAnchor') inline.notes.forEach(noteOf);
      else inlines(inline.children, calls);
    }
  };
  // Footnotes called in an item's label stand after the paragraph beside it, or after the label if it stands alone.
  const blocks = (list: readonly GalleyBlock[], fromLabel: string[] = []): void => {
    for (const block of list) {
      const calls = block === list[0] ? fromLabel : [];
      if (block.type === 'paragraph' || block.type === 'heading') {
        if (block.type === 'paragraph' && block.label) {
          calls.splice(0).forEach(noteOf);
          inlines(block.label, calls);
        }
        inlines(block.children, calls);
        calls.forEach(noteOf);
      } else if (block.type === 'section') blocks(block.children);
      else if (block.type === 'list') {
        for (const item of block.children) {
          const own: string[] = [];
          inlines(item.label, own);
          if (item.children[0]?.type !== 'paragraph') own.splice(0).forEach(noteOf);
          blocks(item.children, own);
        }
      }
    }
  };
  blocks(content.children);
  return letters.replace(/\s+/gu, '');
}
