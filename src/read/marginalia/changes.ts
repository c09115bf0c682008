/** Changes of the text: "replaced “X” with “Y”", "substituted “Y” for “X”". */
import type { Vocabulary } from '../vocabulary.js';
import type { AnchorExpression } from './anchor-expression.js';
import type { Token } from './tokens.js';

export interface Change {
  sign: string;
  /** The words written. */
  words: Token;
  /** The words they stand for; where those are gone from the text, the new words are its place. */
  anchor: AnchorExpression & { kind: 'words' };
  length: number;
}

/** The change whose verb stands at a token. */
export function changeAt(tokens: readonly Token[], at: number, { reports }: Vocabulary): Change | undefined {
  const verb = tokens[at]?.folded ?? '';
  const kind = [reports.replacing, reports.substituting].find(({ verbs }) => verbs.includes(verb));
  if (!kind) return undefined;
  const first = quoteAfter(tokens, at + 1);
  if (first === undefined) return undefined;
  const joined = tokens[first + 1];
  if (joined === undefined || !kind.by.includes(joined.folded)) return undefined;
  const second = quoteAfter(tokens, first + 2);
  const [a, b] = [tokens[first], tokens[second ?? -1]];
  if (!a || !b || second === undefined) return undefined;
  const [old, written] = kind === reports.replacing ? [a, b] : [b, a];
  return {
    sign: verb,
    words: written,
    anchor: { kind: 'words', words: old.text, or: written.text, start: old.start, end: old.end },
    length: second + 1 - at,
  };
}

/**
 * "“a” was corrected by N to “b”": the change whose verb stands at a token after the words it changed, `old`. What stands between the verb and the
 * new words is read for itself.
 */
export function passiveChangeAt(
  tokens: readonly Token[],
  at: number,
  old: AnchorExpression & { kind: 'words' },
  { reports }: Vocabulary,
): Change | undefined {
  const verb = tokens[at]?.folded ?? '';
  if (!reports.replacing.verbs.includes(verb)) return undefined;
  const passive = [tokens[at - 1], tokens[at - 2]].some((token) =>
    [...reports.passives, ...reports.perfects].includes(token?.folded ?? ''),
  );
  const next = tokens.findIndex(({ kind }, i) => i > at && kind === 'quote');
  const words = tokens[next];
  if (!passive || !words || !reports.replacing.by.includes(tokens[next - 1]?.folded ?? '')) return undefined;
  return { sign: verb, words, anchor: { ...old, or: words.text }, length: 1 };
}

/** The next quotation, at most two words on ("the words “…”"). */
function quoteAfter(tokens: readonly Token[], at: number): number | undefined {
  for (let i = at; i < at + 3; i++) {
    if (tokens[i]?.kind === 'quote') return i;
    if (tokens[i]?.kind !== 'word') return undefined;
  }
  return undefined;
}
