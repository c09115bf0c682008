/** Short ways to write edition trees by hand. */
import type { Position } from 'unist';
import type {
  Certainty,
  Copy,
  DocumentNode,
  Edition,
  Fact,
  Heading,
  Label,
  Mention,
  Name,
  Origin,
  Paragraph,
  Phrase,
  Point,
  Points,
  Register,
  Span,
  Text,
} from '../../src/edition/types.js';

export const statedOrigin: Origin = { kind: 'stated', rule: 'fixture' };

export function inferredOrigin(certainty: Certainty = 'high'): Origin {
  return { kind: 'inferred', rule: 'fixture', certainty };
}

export function editorOrigin(resp = 'editor-1'): Origin {
  return { kind: 'editor', rule: 'sidecar', resp };
}

export function fact<T>(value: T, origin: Origin = statedOrigin): Fact<T> {
  return { value, origin };
}

export const somewhere: Position = {
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 2, offset: 1 },
};

export function text(value: string): Text {
  return { type: 'text', value };
}

export function label(value: string): Label {
  return { type: 'label', value };
}

function phrasesOf(children: readonly (Phrase | string)[]): Phrase[] {
  return children.map((child) => (typeof child === 'string' ? text(child) : child));
}

export function heading(id: string, ...children: (Phrase | string)[]): Heading {
  return { type: 'heading', id, children: phrasesOf(children) };
}

export function paragraph(id: string, ...children: (Paragraph['children'][number] | string)[]): Paragraph {
  return {
    type: 'paragraph',
    id,
    children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
  };
}

export function point(id: string, n: string, printed: string, ...children: Point['children']): Point {
  return { type: 'point', id, n, label: label(printed), children };
}

export function points(id: string, ...children: Point[]): Points {
  return { type: 'points', id, children, origin: statedOrigin };
}

export function name(kind: Name['kind'], key: string, words: string): Name {
  return { type: 'name', kind, key, children: [text(words)] };
}

export function mention(key: string, named: string): Mention {
  return { key, name: named };
}

export function entry(key: string, named: string): Register {
  return { key, name: named, variants: [], authorities: [], origin: statedOrigin };
}

/** The span of some words within a reference; the words must occur. */
export function span(verbatim: string, words: string): Span {
  const start = verbatim.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in "${verbatim}"`);
  return { text: words, start, end: start + words.length };
}

export function copy(id: string, verbatim: string, facts: Partial<Copy> = {}): Copy {
  return {
    type: 'copy',
    id,
    verbatim,
    shelfmark: [],
    leaves: [],
    lacunae: [],
    partial: false,
    former: [],
    description: [],
    provenance: [],
    remainder: [],
    origin: statedOrigin,
    ...facts,
  };
}

export function documentNode(facts: Partial<DocumentNode> = {}): DocumentNode {
  return {
    type: 'document',
    id: 'document',
    children: [],
    title: fact('A Document'),
    kind: fact('document'),
    language: fact('en'),
    page: { sha256: '0'.repeat(64), file: 'document.txt', rights: [], remarks: [] },
    copies: [],
    printedSources: [],
    responsibilities: [],
    correspondence: { addressees: [], copiesTo: [] },
    secrecy: [],
    subjects: [],
    hands: [],
    marginalia: [],
    annotations: [],
    persons: [],
    places: [],
    organisations: [],
    chrome: [],
    ...facts,
  };
}

export function edition(document: DocumentNode, facts: Partial<Edition> = {}): Edition {
  return {
    type: 'edition',
    children: [document],
    editors: [],
    publication: { date: '2026-01-01' },
    ...facts,
  };
}
