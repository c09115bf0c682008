/** Short ways to write galleys by hand. */
import type {
  BlockStyle,
  Galley,
  GalleyBlock,
  GalleyItem,
  GalleyNote,
  GalleyParagraph,
  Inline,
  Section,
} from '../../src/galley/types.js';

export const t = (value: string): Inline => ({ type: 'text', value });
export const beside = (...notes: string[]): Inline => ({ type: 'noteAnchor', notes });
export const call = (note: string, label: string): Inline => ({ type: 'noteCall', note, label });

type Words = string | (string | Inline)[];
export const inlines = (words: Words): Inline[] =>
  (typeof words === 'string' ? [words] : words).map((word) => (typeof word === 'string' ? t(word) : word));

export const p = (
  style: BlockStyle,
  words: Words,
  more: { id?: string; label?: string; lang?: string } = {},
): GalleyParagraph => ({
  type: 'paragraph',
  style,
  ...(more.id === undefined ? {} : { id: more.id }),
  ...(more.lang === undefined ? {} : { lang: more.lang }),
  ...(more.label === undefined ? {} : { label: inlines(more.label) }),
  children: inlines(words),
});

export const item = (label: string, ...children: GalleyBlock[]): GalleyItem => ({
  type: 'item',
  label: inlines(label),
  children,
});
export const points = (...children: GalleyItem[]): GalleyBlock => ({
  type: 'list',
  numbering: 'decimal',
  children,
});
export const section = (role: Section['role'], ...children: GalleyBlock[]): Section => ({
  type: 'section',
  role,
  children,
});

export const marginal = (
  id: string,
  hand: string,
  words: string,
  more: Partial<GalleyNote> = {},
): GalleyNote => ({
  type: 'note',
  id,
  series: 'marginal',
  place: 'margin',
  description: `Marginal note by ${hand}`,
  back: 'Back to the passage',
  children: [p('marginal-hand', hand), p('marginal-words', words)],
  ...more,
});

export const footnote = (id: string, label: string, words: string): GalleyNote => ({
  type: 'note',
  id,
  series: 'footnote',
  place: 'foot',
  label,
  description: `Footnote ${label}`,
  children: [p('footnote', words)],
});

export const galley = (
  children: GalleyBlock[],
  notes: GalleyNote[] = [],
  more: Partial<Galley> = {},
): Galley => ({
  type: 'galley',
  lang: 'en',
  metadata: {
    title: 'A title',
    authors: [],
    editors: [],
    keywords: [],
    languages: ['en'],
    date: '2026-01-02',
  },
  children,
  notes,
  running: { verso: 'Left', recto: 'Right' },
  ...more,
});
