/** One sentence of a paragraph as a passage: it is known only when the blocks are made, so it is put round their words afterwards. */
import type { Paragraph, Phrase, RunInList } from '../../edition/types.js';
import { sentenceEnds } from '../body/sentences.js';
import type { Vocabulary } from '../vocabulary.js';
import type { Locator } from '../weave.js';
import type { OrdinalValue } from './anchor-expression.js';
import { pick } from './counted-passages.js';

type Child = Phrase | RunInList;

/** Where a sentence of a paragraph stands in the source; undefined where there is none such. */
export function sentenceOf(
  { children }: Paragraph,
  which: OrdinalValue,
  source: string,
  vocabulary: Vocabulary,
): { start: number; end: number } | undefined {
  // A list in the paragraph has sentences of its own, which nobody counts alike.
  if (children.some(({ type }) => type === 'runInList')) return undefined;
  const from = children[0]?.position?.start.offset;
  const to = children.at(-1)?.position?.end.offset;
  if (from === undefined || to === undefined) return undefined;
  const text = source.slice(from, to);
  const ends = sentenceEnds(text, vocabulary);
  if (ends.length === 0 || (ends.at(-1) ?? 0) < text.trimEnd().length) ends.push(text.trimEnd().length);
  const sentences = ends.map((end, i) => {
    const begin = ends[i - 1] ?? 0;
    const space = /^[\s\u00a0]*/u.exec(text.slice(begin, end))?.[0].length ?? 0;
    return { start: from + begin + space, end: from + end };
  });
  return pick(sentences, which);
}

/**
 * Puts a passage round the words between two offsets. False, and nothing is changed, where an end lies inside something that cannot be parted.
 */
export function putPassage(
  paragraph: Paragraph,
  { start, end }: { start: number; end: number },
  id: string,
  at: Locator,
): boolean {
  const children = partAt(partAt(paragraph.children, start, at), end, at);
  const isIn = ({ position }: Child): boolean =>
    (position?.start.offset ?? -1) >= start && (position?.end.offset ?? Infinity) <= end;
  const from = children.findIndex((child) => isIn(child) && child.position?.start.offset === start);
  const to = children.findLastIndex((child) => isIn(child) && child.position?.end.offset === end);
  if (from < 0 || to < from) return false;
  const inner = children.slice(from, to + 1).filter((child): child is Phrase => child.type !== 'runInList');
  if (inner.length < to + 1 - from) return false;
  paragraph.children = [
    ...children.slice(0, from),
    { type: 'passage', id, children: inner, position: at(start, end) },
    ...children.slice(to + 1),
  ];
  return true;
}

/** Parts the words that an offset lies in. */
function partAt(children: readonly Child[], offset: number, at: Locator): Child[] {
  return children.flatMap((child): Child[] => {
    const [start, end] = [child.position?.start.offset, child.position?.end.offset];
    if (child.type !== 'text' || start === undefined || end === undefined) return [child];
    // Words that are not those of the source have no places in it.
    if (offset <= start || offset >= end || child.value.length !== end - start) return [child];
    return [
      { ...child, value: child.value.slice(0, offset - start), position: at(start, offset) },
      { ...child, value: child.value.slice(offset - start), position: at(offset, end) },
    ];
  });
}
