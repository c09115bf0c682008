/** Where an expression for a passage begins, and how far it goes: its preposition, what it names, and what that lies in. */
import { wordSet, type Vocabulary } from '../vocabulary.js';
import type { AnchorExpression, AnchorTarget, PartialAnchor } from './anchor-expression.js';
import { bareLabels, bareNumbers, withNumbers } from './anchor-numbers.js';
import { withOrdinals } from './anchor-ordinals.js';
import { withRelation } from './anchor-relations.js';
import { bySubject, listAt } from './anchor-subjects.js';
import { targetOf } from './anchor-words.js';
import { placeOfPreposition } from './prepositions.js';
import type { Token } from './tokens.js';

export interface AnchorMatch {
  expression: AnchorExpression;
  /** Tokens it takes. */
  length: number;
}

/**
 * The anchor expression that begins at a token, with or without its preposition. `elided` is the kind of passage that a bare ordinal counts
 * ("beside the first paragraph and … beside the fourth").
 */
export function anchorAt(
  tokens: readonly Token[],
  at: number,
  vocabulary: Vocabulary,
  elided?: AnchorTarget,
): AnchorMatch | undefined {
  const { reports } = vocabulary;
  let i = at;
  while (i < tokens.length && i < at + 3 && wordSet(reports.beside).has(tokens[i]?.folded ?? '')) i++;
  const hasPreposition = i > at;
  const preposition = tokens[at]?.folded ?? '';
  if (reports.anchorWords.articles.includes(tokens[i]?.folded ?? '')) i++;
  const alone =
    listAt(tokens, i, vocabulary) ??
    bySubject(tokens, i, vocabulary) ??
    bareLabels(tokens, i, hasPreposition, vocabulary) ??
    withNumbers(tokens, i, vocabulary) ??
    (hasPreposition && elided ? bareNumbers(tokens, i, elided, vocabulary) : undefined) ??
    withOrdinals(tokens, i, vocabulary, hasPreposition ? elided : undefined) ??
    others(tokens, i, vocabulary, hasPreposition);
  const found = withRelation(tokens, i, alone, vocabulary, (k) => anchorAt(tokens, k, vocabulary));
  const first = tokens[at];
  const last = tokens[(found?.end ?? 1) - 1];
  if (!found || !first || !last) return undefined;
  const expression: AnchorExpression = { ...found.expression, start: first.start, end: last.end };
  const place = hasPreposition ? placeOfPreposition(preposition, vocabulary) : undefined;
  if (place) expression.place = place;
  const inner = narrows(expression) && reports.anchorWords.of.includes(tokens[found.end]?.folded ?? '');
  const within = inner ? anchorAt(tokens, found.end + 1, vocabulary) : undefined;
  if (!within || !canHold(within.expression, expression)) return { expression, length: found.end - at };
  return {
    expression: { ...expression, within: within.expression, end: within.expression.end },
    length: found.end + 1 + within.length - at,
  };
}

/** Words, lines and sentences lie in a passage that can be named after them, paragraphs in a point, points in a list. */
function narrows({ kind }: AnchorExpression): boolean {
  return kind === 'words' || kind === 'ordinals' || kind === 'numbers';
}

function canHold(outer: AnchorExpression, inner: AnchorExpression): boolean {
  if (outer.kind === 'list') return true;
  if (outer.kind === 'words' && inner.kind === 'words') return false;
  if (inner.kind === 'words') return true;
  const target = 'target' in inner ? inner.target : undefined;
  if (target === 'sentence' || target === 'line') return true;
  return target === 'paragraph' && inner.kind === 'ordinals' && 'target' in outer && outer.target === 'point';
}

function others(
  tokens: readonly Token[],
  at: number,
  vocabulary: Vocabulary,
  hasPreposition: boolean,
): PartialAnchor | undefined {
  const { reports } = vocabulary;
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  const next = tokens[at + 1];
  if (reports.targets.words.includes(token.folded) && next?.kind === 'quote') {
    return { expression: { kind: 'words', words: next.text }, end: at + 2 };
  }
  // "the name Hollenstein is circled"
  if (
    reports.anchorWords.name.includes(token.folded) &&
    next?.kind === 'word' &&
    /^\p{Lu}/u.test(next.text)
  ) {
    return { expression: { kind: 'words', words: next.text }, end: at + 2 };
  }
  // "Gerle's name is underlined"
  const owner = /^(?<name>\p{Lu}.*)['’]s$/u.exec(token.text)?.groups?.['name'];
  if (owner !== undefined && reports.anchorWords.name.includes(next?.folded ?? ''))
    return { expression: { kind: 'words', words: owner }, end: at + 2 };
  // "the sentence “…”", "the paragraph beginning “…”"
  const after =
    targetOf(token, vocabulary) === undefined
      ? undefined
      : [at + 1, at + 2, at + 3].find((k) => tokens[k]?.kind === 'quote');
  const between = tokens.slice(at + 1, after);
  // "opposite the questions: “…”" has words written after its colon.
  const opens = between.length === 0 || between.some(({ kind }) => kind === 'word');
  if (after !== undefined && opens && between.every(({ folded }) => reports.quoting.includes(folded))) {
    // A paragraph that is quoted from is meant as a whole.
    const whole = targetOf(token, vocabulary) !== 'sentence' && targetOf(token, vocabulary) !== 'line';
    return {
      expression: { kind: 'words', words: tokens[after]?.text ?? '', ...(whole ? { whole } : {}) },
      end: after + 1,
    };
  }
  if (hasPreposition && reports.targets.heading.includes(token.folded))
    return { expression: { kind: 'heading' }, end: at + 1 };
  for (const phrase of reports.demonstratives) {
    const words = phrase.split(' ');
    const target = targetOf(tokens[at + words.length], vocabulary);
    if (target && words.every((word, k) => tokens[at + k]?.folded === word))
      return { expression: { kind: 'this', target }, end: at + words.length + 1 };
  }
  if (reports.all.includes(token.folded)) {
    // "each of the four points"
    let skip = 1;
    const { of, articles } = reports.anchorWords;
    if (of.includes(tokens[at + skip]?.folded ?? '')) skip++;
    if (articles.includes(tokens[at + skip]?.folded ?? '')) skip++;
    if (reports.cardinals.includes(tokens[at + skip]?.folded ?? '') || tokens[at + skip]?.kind === 'number')
      skip++;
    const target = targetOf(tokens[at + skip], vocabulary);
    if (target) return { expression: { kind: 'all', target }, end: at + skip + 1 };
  }
  return undefined;
}
