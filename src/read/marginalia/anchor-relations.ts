/** Passages that are counted from others: "the second paragraph after the points", "the paragraph before point 3". */
import type { Vocabulary } from '../vocabulary.js';
import type { AnchorExpression, From, PartialAnchor } from './anchor-expression.js';
import { targetOf } from './anchor-words.js';
import { phraseAt } from './place-grammar.js';
import type { Token } from './tokens.js';

/** Reads the passage that is counted from. */
type ReadPassage = (at: number) => { expression: AnchorExpression; length: number } | undefined;

/** A paragraph, counted or not, with the points that it is said to stand after or before. */
export function withRelation(
  tokens: readonly Token[],
  at: number,
  found: PartialAnchor | undefined,
  vocabulary: Vocabulary,
  read: ReadPassage,
): PartialAnchor | undefined {
  const { relations, anchorWords } = vocabulary.reports;
  const counted = found?.expression.kind === 'ordinals' ? found.expression : undefined;
  // "the paragraph before the points", which nobody counts
  const bare = !found && targetOf(tokens[at], vocabulary) === 'paragraph';
  if (!bare && counted?.target !== 'paragraph') return found;
  const end = found?.end ?? at + 1;
  const after = phraseAt(tokens, end, relations.after);
  const phrase = after ?? phraseAt(tokens, end, relations.before);
  if (!phrase) return found;
  let i = end + phrase.length;
  if (anchorWords.articles.includes(tokens[i]?.folded ?? '')) i++;
  const passage = points(tokens, i, vocabulary, read);
  if (!passage) return found;
  const side: From['side'] = after ? 'after' : 'before';
  const from: From = { side, of: passage.expression };
  return {
    expression: {
      kind: 'ordinals',
      target: 'paragraph',
      values: counted?.values ?? [after ? 1 : 'last'],
      from,
    },
    end: passage.end,
  };
}

/** "point 3", "the last point", "the (four, numbered) points", "the list". */
function points(
  tokens: readonly Token[],
  at: number,
  vocabulary: Vocabulary,
  read: ReadPassage,
): { expression: AnchorExpression; end: number } | undefined {
  const { reports } = vocabulary;
  const named = read(at)?.expression;
  const isOfPoints =
    named &&
    (named.kind === 'list' ||
      ((named.kind === 'numbers' || named.kind === 'ordinals' || named.kind === 'all') &&
        named.target === 'point'));
  if (isOfPoints) {
    const end = tokens.findLastIndex((token) => token.end <= named.end) + 1;
    return { expression: named, end };
  }
  const first = tokens[at];
  let i = at;
  while (
    i < at + 3 &&
    [reports.cardinals, reports.relations.numbered].some((words) => words.includes(tokens[i]?.folded ?? ''))
  )
    i++;
  const noun = tokens[i];
  const isList = noun?.kind === 'word' && reports.targets.list.includes(noun.folded);
  if (!first || !noun || (!isList && targetOf(noun, vocabulary) !== 'point')) return undefined;
  return { expression: { kind: 'all', target: 'point', start: first.start, end: noun.end }, end: i + 1 };
}
