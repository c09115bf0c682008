/** Passages that are counted by ordinals: "the first, third and last paragraph", "the last two points". */
import { wordSet, type Vocabulary } from '../vocabulary.js';
import type { AnchorTarget, OrdinalValue, PartialAnchor } from './anchor-expression.js';
import { isJoint, targetOf } from './anchor-words.js';
import type { Token } from './tokens.js';

/** "first, third and last paragraph", "last two points", "next to last paragraph", "third, fifth, and tenth" before or after its noun. */
export function withOrdinals(
  tokens: readonly Token[],
  at: number,
  vocabulary: Vocabulary,
  elided: AnchorTarget | undefined,
): PartialAnchor | undefined {
  const { reports } = vocabulary;
  const values: OrdinalValue[] = [];
  let i = at;
  let from = at;
  for (;;) {
    while (
      i > at &&
      (isJoint(tokens[i], vocabulary) ||
        (reports.anchorWords.articles.includes(tokens[i]?.folded ?? '') && values.length > 0))
    )
      i++;
    const penultimate = reports.penultimate
      .map((phrase) => phrase.split(' '))
      .find((words) => words.every((word, k) => tokens[i + k]?.folded === word));
    if (penultimate) {
      values.push('penultimate');
      i += penultimate.length;
    } else {
      const value = ordinalOf(tokens, i, vocabulary);
      if (!value) break;
      values.push(value.value);
      i += value.length;
    }
    from = i;
  }
  if (values.length === 0) return undefined;
  i = from;
  // "last two paragraphs", "first three points"
  const amount =
    reports.cardinals.indexOf(tokens[i]?.folded ?? '') + 1 ||
    (tokens[i]?.kind === 'number' ? Number(tokens[i]?.text) : 0);
  if (amount > 1 && amount < 50 && values.length === 1) {
    const own = targetOf(tokens[i + 1], vocabulary);
    const target = own ?? (endsPassage(tokens[i + 1], vocabulary) ? elided : undefined);
    if (!target) return undefined;
    const all: OrdinalValue[] =
      values[0] === 'last'
        ? Array.from({ length: amount }, (_, k) => (k === amount - 1 ? 'last' : k - amount))
        : Array.from({ length: amount }, (_, k) => k + (typeof values[0] === 'number' ? values[0] : 1));
    return { expression: { kind: 'ordinals', target, values: all }, end: own ? i + 2 : i + 1 };
  }
  const after = tokens[i];
  if (elided && endsPassage(after, vocabulary))
    return { expression: { kind: 'ordinals', target: elided, values }, end: i };
  const target = targetOf(after, vocabulary);
  if (!target) return undefined;
  // "the last paragraph but one"
  const butOne = vocabulary.reports.butOne.some((phrase) =>
    phrase.split(' ').every((word, k) => tokens[i + 1 + k]?.folded === word),
  );
  if (butOne && values.length === 1 && values[0] === 'last') {
    return { expression: { kind: 'ordinals', target, values: ['penultimate'] }, end: i + 3 };
  }
  return { expression: { kind: 'ordinals', target, values }, end: i + 1 };
}

/** No noun follows that the ordinals could count. */
function endsPassage(token: Token | undefined, vocabulary: Vocabulary): boolean {
  if (token?.kind !== 'word' || isJoint(token, vocabulary) || /^\p{Lu}/u.test(token.text)) return true;
  const { pronouns, verbs, passives, perfects, linking } = vocabulary.reports;
  return [pronouns, verbs, passives, perfects, linking].some((words) => wordSet(words).has(token.folded));
}

export function ordinalOf(
  tokens: readonly Token[],
  at: number,
  { reports }: Vocabulary,
): { value: OrdinalValue; length: number } | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  const index = reports.ordinals.indexOf(token.folded);
  if (index >= 0) return { value: index + 1, length: 1 };
  const inflected = reports.ordinalForms.findIndex((forms) => forms.includes(token.folded));
  if (inflected >= 0) return { value: inflected + 1, length: 1 };
  if (reports.first.includes(token.folded)) return { value: 1, length: 1 };
  if (reports.last.includes(token.folded)) return { value: 'last', length: 1 };
  const next = tokens[at + 1];
  if (
    token.kind === 'number' &&
    next &&
    next.start === token.end &&
    reports.anchorWords.ordinalEndings.includes(next.folded)
  )
    return { value: Number(token.text), length: 2 };
  return undefined;
}
