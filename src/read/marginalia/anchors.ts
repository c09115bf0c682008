/**
 * From expressions ("the last paragraph") to the blocks they mean. An expression that can be counted in several ways, or whose literal reading the
 * words of the note contradict, is ambiguous: the literal reading is taken and the candidates are shown.
 */
import type { Position } from 'unist';
import type { Block, Phrase, RunInList } from '../../edition/types.js';
import { wordSet, type Vocabulary } from '../vocabulary.js';
import { startsWithWord, wordsOf } from '../words.js';
import { sentenceEnds } from '../body/sentences.js';
import type { AnchorExpression, OrdinalValue } from './anchor-expression.js';

/** A block that a note can stand beside. */
export interface Passage {
  id: string;
  text: string;
  position: Position | undefined;
  /** Printed number. */
  n?: string;
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
}

export interface Resolution {
  ids: string[];
  /** `coarse`: in the passages found, where exactly cannot be told. */
  state: 'found' | 'ambiguous' | 'coarse' | 'unresolved';
  candidates: Passage[];
}

/** Indexes the blocks of a document that has its ids. */
export function indexPassages(document: string, blocks: readonly Block[]): PassageIndex {
  const index: PassageIndex = {
    document,
    heading: undefined,
    points: [],
    inner: [],
    paragraphs: [],
    blocks: [],
  };
  const walk = (list: readonly Block[], depth: number, point?: string, path = ''): void => {
    list.forEach((block, i) => {
      if (block.type === 'heading') index.heading ??= block.id;
      else if (block.type === 'paragraph') {
        const passage: Passage = {
          id: i === 0 && point !== undefined ? point : block.id,
          text: textOf(block.children),
          position: block.position,
        };
        const n = block.label?.value.replace(/[^\p{L}\p{N}]/gu, '');
        if (n !== undefined) {
          passage.n = n;
          index.points.push(passage);
        }
        index.paragraphs.push(passage);
        if (depth === 0) index.blocks.push(passage);
      } else if (block.type === 'points') {
        for (const entry of block.children) {
          const passage: Passage = {
            id: entry.id,
            text: blockText(entry.children),
            position: entry.position,
            n: entry.n,
          };
          // A point of an inner list is known by its path, "1b".
          if (depth > 0) index.inner.push({ ...passage, n: `${path}${entry.n}` });
          if (depth === 0) {
            index.points.push(passage);
            index.blocks.push(passage);
          }
          walk(entry.children, depth + 1, entry.id, `${path}${entry.n}`);
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

/** Resolves one expression. `before` is the offset of the report, for "this paragraph"; `passages` maps offsets of quoted words to ids. */
export function resolveAnchor(
  expression: AnchorExpression,
  words: string | undefined,
  index: PassageIndex,
  context: {
    vocabulary: Vocabulary;
    reportStart: number;
    quoted: (expression: AnchorExpression) => string | undefined;
    /** Words that were taken away need not stand in the text. */
    removes?: true;
  },
): Resolution {
  const none: Resolution = { ids: [], state: 'unresolved', candidates: [] };
  const { within } = expression;
  // What lies in a named passage, and cannot be counted or found there, is given to that passage.
  const inside = (): Resolution => {
    if (!within) return none;
    const outer = resolveAnchor(within, words, index, context);
    if (outer.state !== 'found' || (expression.kind === 'words' && context.removes)) return outer;
    const candidates = index.blocks.filter(({ id }) => outer.ids.includes(id));
    return { ids: outer.ids, state: 'coarse', candidates };
  };
  if (within && expression.kind !== 'words') return inside();
  const sure = (passages: readonly Passage[]): Resolution => ({
    ids: passages.map(({ id }) => id),
    state: 'found',
    candidates: [],
  });
  switch (expression.kind) {
    case 'heading':
      return index.heading === undefined ? none : { ids: [index.heading], state: 'found', candidates: [] };
    case 'words': {
      const holder = expression.whole
        ? index.paragraphs.find(({ text }) => text.includes(expression.words))
        : undefined;
      if (holder) return sure([holder]);
      const id = context.quoted(expression);
      return id === undefined ? inside() : { ids: [id], state: 'found', candidates: [] };
    }
    case 'all':
      return expression.target === 'point'
        ? sure(index.points)
        : expression.target === 'paragraph'
          ? sure(index.paragraphs)
          : none;
    case 'this': {
      const before = index.paragraphs
        .filter((passage) => (passage.position?.start.offset ?? 0) < context.reportStart)
        .at(-1);
      return before
        ? {
            ids: [before.id],
            state: expression.target === 'paragraph' || expression.target === 'point' ? 'found' : 'ambiguous',
            candidates: [before],
          }
        : none;
    }
    case 'numbers':
      return numbers(expression, index);
    case 'ordinals':
      return ordinals(expression, words, index, context.vocabulary);
  }
}

function numbers(expression: AnchorExpression & { kind: 'numbers' }, index: PassageIndex): Resolution {
  const resolution: Resolution = { ids: [], state: 'found', candidates: [] };
  if (expression.target === 'line' || expression.target === 'sentence')
    return { ...resolution, state: 'unresolved' };
  for (const value of expression.values) {
    const outer = index.points.filter((point) => point.n === value);
    // "1b" by its path; "b" alone where no outer point has it.
    const numbered =
      outer.length > 0
        ? outer
        : index.inner.filter(
            (point) => point.n === value || (/^\D$/u.test(value) && point.n?.endsWith(value)),
          );
    const counted =
      numbered.length === 0 && expression.target === 'paragraph'
        ? index.paragraphs[Number(value) - 1]
        : undefined;
    const [first] = numbered;
    if (first) {
      resolution.ids.push(first.id);
      if (numbered.length > 1) {
        resolution.candidates.push(...numbered);
        resolution.state = 'ambiguous';
      }
    } else if (counted) resolution.ids.push(counted.id);
    else return { ids: [], state: 'unresolved', candidates: [] };
  }
  return resolution;
}

function pick(passages: readonly Passage[], value: OrdinalValue): Passage | undefined {
  if (value === 'last') return passages.at(-1);
  if (value === 'penultimate') return passages.at(-2);
  return value < 0 ? passages.at(value) : passages[value - 1];
}

function ordinals(
  expression: AnchorExpression & { kind: 'ordinals' },
  words: string | undefined,
  index: PassageIndex,
  vocabulary: Vocabulary,
): Resolution {
  if (expression.target === 'line') return { ids: [], state: 'unresolved', candidates: [] };
  if (expression.target === 'sentence') return sentences(expression, index, vocabulary);
  const resolution: Resolution = { ids: [], state: 'found', candidates: [] };
  for (const value of expression.values) {
    const literal = pick(expression.target === 'point' ? index.points : index.paragraphs, value);
    if (!literal) return { ids: [], state: 'unresolved', candidates: [] };
    resolution.ids.push(literal.id);
    const others =
      expression.target === 'paragraph'
        ? otherReadings(value, literal, words, index, vocabulary, expression.values.length === 1)
        : [];
    if (others.length > 0) {
      resolution.state = 'ambiguous';
      resolution.candidates.push(literal, ...others);
    }
  }
  return resolution;
}

/** Sentences are counted over the whole text; the paragraph that holds one stands for it, and the editor is asked. */
function sentences(
  expression: AnchorExpression & { kind: 'ordinals' },
  index: PassageIndex,
  vocabulary: Vocabulary,
): Resolution {
  const holders = index.paragraphs.flatMap((passage) =>
    sentenceEnds(passage.text, vocabulary).map(() => passage),
  );
  const found = expression.values.map((value) => pick(holders, value));
  const known = found.filter((passage) => passage !== undefined);
  if (known.length < found.length) return { ids: [], state: 'unresolved', candidates: [] };
  return { ids: [...new Set(known.map(({ id }) => id))], state: 'ambiguous', candidates: known };
}

/** Other passages that an editor who counted on the page could have meant. */
function otherReadings(
  value: OrdinalValue,
  literal: Passage,
  words: string | undefined,
  index: PassageIndex,
  vocabulary: Vocabulary,
  alone: boolean,
): Passage[] {
  const others: Passage[] = [];
  // A point counts as one paragraph, or each of its paragraphs does.
  const byBlocks = pick(index.blocks, value);
  if (byBlocks && byBlocks.id !== literal.id) others.push(byBlocks);
  // Or points do not count at all.
  const unnumbered = pick(
    index.blocks.filter((block) => block.n === undefined),
    value,
  );
  if (unnumbered && unnumbered.id !== literal.id) others.push(unnumbered);
  // The very words of the note stand in another paragraph.
  const holders =
    words !== undefined && wordsOf(words).length > 1
      ? index.paragraphs.filter(({ text }) => containsPhrase(text, words))
      : [];
  const [holder] = holders;
  if (alone && holder && holders.length === 1 && holder.id !== literal.id) others.push(holder);
  // The last paragraph is a formula, or the note speaks of what only the one before it says.
  if (value === 'last' && alone) {
    const before = pick(index.blocks, 'penultimate');
    if (
      before &&
      before.id !== literal.id &&
      (isFormula(literal.text, vocabulary) || answers(words, before.text, literal.text, vocabulary))
    )
      others.push(before);
  }
  return others.filter((passage, i) => others.findIndex(({ id }) => id === passage.id) === i);
}

/** True if a text holds a phrase, whatever its case. */
function containsPhrase(text: string, phrase: string): boolean {
  return ` ${wordsOf(text, 20_000).join(' ')} `.includes(` ${wordsOf(phrase).join(' ')} `);
}

/** One sentence that only asks for orders or an answer. */
function isFormula(text: string, vocabulary: Vocabulary): boolean {
  return (
    sentenceEnds(text, vocabulary).length <= 1 &&
    vocabulary.body.closingRequests.some((phrase) => startsWithWord(text, phrase))
  );
}

/** True if a word of weight in the note stands in the one passage and not in the other. */
function answers(
  words: string | undefined,
  passage: string,
  literal: string,
  vocabulary: Vocabulary,
): boolean {
  if (words === undefined) return false;
  const small = wordSet(vocabulary.body.functionWords);
  const weighty = wordsOf(words).filter((word) => word.length > 3 && !small.has(word));
  const there = new Set(wordsOf(passage, 20_000));
  const here = new Set(wordsOf(literal, 20_000));
  return weighty.some((word) => there.has(word)) && !weighty.some((word) => here.has(word));
}
