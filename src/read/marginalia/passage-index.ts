/** The passages of a document that notes can stand beside: by number, and in order. */
import type { Position } from 'unist';
import type { Block, Paragraph, Phrase, RunInList } from '../../edition/types.js';

/** A block that a note can stand beside. */
export interface Passage {
  id: string;
  text: string;
  position: Position | undefined;
  /** Printed number. */
  n?: string;
  /** Ids of the points that a paragraph stands in. */
  points?: readonly string[];
  /** Number of the outermost list of a point, from 1. */
  list?: number;
  /** The paragraph itself. */
  block?: Paragraph;
}

export interface PassageIndex {
  document: string;
  heading: string | undefined;
  /** Points of the outermost lists, and numbered paragraphs. */
  points: Passage[];
  /** Points of inner lists, by path ("1b"). */
  inner: Passage[];
  /** All paragraphs in order; one that opens a point bears the id of the point. */
  paragraphs: Passage[];
  /** Paragraphs and points of the outermost level. */
  blocks: Passage[];
  /** Footnotes of the source after its text: none of these, but an editor can name them. */
  footnotes: Passage[];
}

/** What an expression means. */
export interface Resolution {
  ids: string[];
  /** `coarse`: in the passages found, where exactly cannot be told. */
  state: 'found' | 'ambiguous' | 'coarse' | 'unresolved';
  candidates: Passage[];
}

/** Indexes the blocks of a document that has its ids. `footnotes` are no paragraphs of its text. */
export function indexPassages(
  document: string,
  blocks: readonly Block[],
  footnotes: ReadonlySet<Paragraph>,
): PassageIndex {
  const index: PassageIndex = {
    document,
    heading: undefined,
    points: [],
    inner: [],
    paragraphs: [],
    blocks: [],
    footnotes: [],
  };
  let lists = 0;
  const walk = (list: readonly Block[], depth: number, around: readonly string[] = [], path = ''): void => {
    const point = around.at(-1);
    list.forEach((block, i) => {
      if (block.type === 'heading') index.heading ??= block.id;
      else if (block.type === 'paragraph') {
        const passage: Passage = {
          id: i === 0 && point !== undefined ? point : block.id,
          text: textOf(block.children),
          position: block.position,
          block,
        };
        const n = block.label?.value.replace(/[^\p{L}\p{N}]/gu, '');
        if (around.length > 0) passage.points = around;
        if (n !== undefined) {
          passage.n = n;
          index.points.push(passage);
        }
        if (footnotes.has(block)) {
          index.footnotes.push(passage);
          return;
        }
        index.paragraphs.push(passage);
        if (depth === 0) index.blocks.push(passage);
      } else if (block.type === 'points') {
        if (depth === 0) lists++;
        for (const entry of block.children) {
          const passage: Passage = {
            id: entry.id,
            text: blockText(entry.children),
            position: entry.position,
            n: entry.n,
            list: lists,
          };
          // A point of an inner list is known by its path, "1b".
          if (depth > 0) index.inner.push({ ...passage, n: `${path}${entry.n}` });
          if (depth === 0) {
            index.points.push(passage);
            index.blocks.push(passage);
          }
          walk(entry.children, depth + 1, [...around, entry.id], `${path}${entry.n}`);
        }
      }
    });
  };
  walk(blocks, 0);
  return index;
}

function blockText(blocks: readonly Block[]): string {
  return blocks.map((block) => (block.type === 'paragraph' ? textOf(block.children) : '')).join(' ');
}

/** Words of phrases, without marks. */
export function textOf(phrases: readonly (Phrase | RunInList)[]): string {
  return phrases
    .map((phrase): string => {
      if (phrase.type === 'runInList')
        return phrase.children
          .map((child) =>
            child.type === 'text' ? child.value : `${child.label.value} ${textOf(child.children)}`,
          )
          .join('');
      if ('value' in phrase) return phrase.value;
      return 'children' in phrase ? textOf(phrase.children) : '';
    })
    .join('');
}
