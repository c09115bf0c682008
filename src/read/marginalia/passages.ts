/** Passages in a clause, and quoted words: written by the hand, or words of the text that it marked. */
import { wordSet } from '../vocabulary.js';
import type { AnchorExpression } from './anchor-expression.js';
import { anchorAt, type AnchorMatch } from './anchor-grammar.js';
import type { Clause } from './clause.js';
import { phraseAt } from './place-grammar.js';
import { placeOfPreposition } from './prepositions.js';
import type { Token } from './tokens.js';

/** Quoted words: what was written, the passage of a mark or of a note, or neither. */
export function quotationAt(clause: Clause, at: number): number {
  const { tokens, vocabulary, events } = clause;
  const token = tokens[at];
  if (token?.kind !== 'quote') return 0;
  const { reports } = vocabulary;
  const preposition = clause.word(at - 1);
  joinSign(clause, at);
  if (isMarkedAfter(clause, at) || isMarkedBefore(clause, at))
    events.push({ kind: 'anchor', at, anchor: quotedPassage(token) });
  else if (reports.besideQuoted.includes(preposition) && (clause.quotes > 1 || isBesideSign(clause, at))) {
    const place = placeOfPreposition(preposition, vocabulary);
    events.push({ kind: 'anchor', at, anchor: { ...quotedPassage(token), ...(place ? { place } : {}) } });
  }
  // What was replaced, or what a note stands after, was not written by the hand.
  else if (!reports.notWritten.includes(preposition)) events.push({ kind: 'quote', at, token });
  return 1;
}

/** "bracketed …, with the remark “…”": the sign before was made together with the words. */
function joinSign({ tokens, events, nouns, vocabulary: { reports } }: Clause, at: number): void {
  let i = at - 1;
  if (!nouns.has(tokens[i]?.folded ?? '') && !reports.targets.words.includes(tokens[i]?.folded ?? '')) return;
  i--;
  if (reports.offices.articles.includes(tokens[i]?.folded ?? '')) i--;
  const sign = events.findLast(({ kind }) => kind === 'sign' || kind === 'quote');
  if (sign?.kind === 'sign' && reports.together.includes(tokens[i]?.folded ?? '')) sign.joined = true;
}

function quotedPassage({ text, start, end }: Token): AnchorExpression {
  return { kind: 'words', words: text, start, end };
}

/** “firewood” is underlined: words of the text, and the passage of the mark. */
function isMarkedAfter({ tokens, vocabulary: { reports } }: Clause, at: number): boolean {
  if (!reports.passives.includes(tokens[at + 1]?.folded ?? '')) return false;
  let i = at + 2;
  while (i < at + 5 && reports.linking.includes(tokens[i]?.folded ?? '')) i++;
  return phraseAt(tokens, i, reports.signs) !== undefined;
}

/** "underlined “firewood”", "underlined in red pencil: “firewood”": no comma stands between, and a colon only where no passage was told. */
function isMarkedBefore({ tokens, events, vocabulary: { reports } }: Clause, at: number): boolean {
  const sign = events.findLast(({ kind }) => kind !== 'medium' && kind !== 'verb');
  if (sign?.kind !== 'sign' || sign.joined || !reports.inlineSigns.includes(sign.text)) return false;
  const told = events.some(({ kind }) => kind === 'anchor');
  const medium = events.find((event) => event.kind === 'medium' && event.at > sign.at);
  return tokens.slice(sign.at, at).every((token, i) => {
    if (token.kind === 'mark') return token.text === ':' && sign.at + i === at - 1 && !told;
    const inSign = token.end <= sign.end;
    return inSign || medium !== undefined || reports.linking.includes(token.folded);
  });
}

/** "a cross opposite “firewood”": where a sign is told, the words after the preposition are its passage. */
function isBesideSign({ tokens, events, vocabulary: { reports } }: Clause, at: number): boolean {
  const before = tokens[at - 2];
  if (before === undefined || before.kind === 'mark' || reports.joints.includes(before.folded)) return false;
  const last = events.findLast(({ kind }) => kind === 'sign' || kind === 'quote' || kind === 'anchor');
  return last?.kind === 'sign' && last.joined !== true;
}

/** A passage that is named or counted. */
export function passageAt(clause: Clause, at: number): number {
  const { tokens, vocabulary, events } = clause;
  const { reports } = vocabulary;
  const anchor = anchorAt(tokens, at, vocabulary, clause.spoken.target);
  if (!anchor) return 0;
  const written = writtenWith(clause, at, anchor) ?? standing(clause, at, anchor);
  if (written) {
    events.push({ kind: 'quote', at, token: written });
    return anchor.length;
  }
  events.push({ kind: 'anchor', at, anchor: anchor.expression });
  if ('target' in anchor.expression) clause.spoken.target = anchor.expression.target;
  // "point 3 reads “…”"
  const isSubject = !wordSet(reports.beside).has(clause.word(at));
  if (isSubject && reports.textSays.includes(clause.word(at + anchor.length)))
    events.push({ kind: 'variant', at });
  return anchor.length;
}

/** "a bracket and the word “check”", "inserted the words “…”": words quoted without a preposition after a sign were written with it. */
function writtenWith(clause: Clause, at: number, { expression, length }: AnchorMatch): Token | undefined {
  const { reports } = clause.vocabulary;
  const sign = clause.events.at(-1);
  if (sign?.kind !== 'sign' || expression.kind !== 'words' || expression.within) return undefined;
  const joint = reports.joints.includes(clause.word(at - 1));
  if (wordSet(reports.beside).has(clause.word(at)) || !(joint || sign.joined)) return undefined;
  sign.joined = true;
  return clause.tokens[at + length - 1];
}

/** "On the back are the words “…”": written there, if no mark is told that was made on them. */
function standing(clause: Clause, at: number, { expression, length }: AnchorMatch): Token | undefined {
  if (expression.kind !== 'words' || !clause.vocabulary.reports.passives.includes(clause.word(at - 1)))
    return undefined;
  const marked = clause.has('sign', 'verb');
  return clause.has('place', 'anchor') && !marked ? clause.tokens[at + length - 1] : undefined;
}
