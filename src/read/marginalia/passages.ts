/** Passages in a clause, and quoted words: written by the hand, or words of the text that it marked. */
import { wordSet } from '../vocabulary.js';
import type { AnchorExpression } from './anchor-expression.js';
import { anchorAt, type AnchorMatch } from './anchor-grammar.js';
import { isJoint } from './anchor-words.js';
import type { Clause } from './clause.js';
import { phraseAt } from './place-grammar.js';
import { isNameToken } from './names.js';
import { placeOfPreposition } from './prepositions.js';
import type { Token } from './tokens.js';

/** Quoted words: what was written, the passage of a mark or of a note, or neither. */
export function quotationAt(clause: Clause, at: number): number {
  const { tokens, vocabulary, events } = clause;
  const token = tokens[at];
  if (token?.kind !== 'quote') return 0;
  const { reports } = vocabulary;
  if (clause.taken.has(token)) return 1;
  const preposition = clause.word(at - 1);
  joinSign(clause, at);
  if (isRemovedAfter(clause, at, token)) return 1;
  if (
    isMarkedAfter(clause, at) ||
    isMarkedBefore(clause, at) ||
    isListed(clause, at) ||
    isPlaceOfInsertion(clause, at)
  )
    events.push({ kind: 'anchor', at, anchor: quotedPassage(token) });
  else if (standsOn(clause, at)) {
    const place = placeOfPreposition(preposition, vocabulary);
    events.push({ kind: 'anchor', at, anchor: { ...quotedPassage(token), ...(place ? { place } : {}) } });
  }
  // What was replaced, or what a note stands after, was not written by the hand.
  else if (!reports.notWritten.includes(preposition)) events.push({ kind: 'quote', at, token });
  return 1;
}

/** "a circle around “…”", "a line next to “…”", "“a” under “b”": what something was put on or beside; by a hand that wrote nothing, if only this is quoted. */
function standsOn(clause: Clause, at: number): boolean {
  const { tokens, vocabulary, quotes, hasSign, nouns, verbs } = clause;
  const { reports } = vocabulary;
  const preposition = clause.word(at - 1);
  // What is made around words is no words, whatever it is.
  if (reports.upon.includes(preposition)) return true;
  const phrase = reports.beside.find((one) => {
    const words = one.split(' ');
    return words.length > 1 && words.every((word, i) => clause.word(at - words.length + i) === word);
  });
  const length = phrase?.split(' ').length ?? 1;
  const beside = reports.besideQuoted.includes(preposition) || phrase !== undefined;
  if (beside && (quotes > 1 || hasSign)) return true;
  if (!beside && !reports.besideThing.includes(preposition)) return false;
  // "made a squiggle at “…”": a thing that is named right before, and is no words.
  for (let i = at - length - 1; i > at - length - 5 && tokens[i]?.kind === 'word'; i--) {
    const word = clause.word(i);
    if (nouns.has(word) || verbs.has(word)) return false;
    const counts = reports.anchorWords.indefinite.includes(word) || reports.cardinals.includes(word);
    if (!counts || i === at - length - 1) continue;
    return verbs.has(clause.word(i - 1));
  }
  return false;
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

/** “firewood” is underlined, has been bracketed, bears a question mark: words of the text, and the passage of the mark. */
function isMarkedAfter(clause: Clause, at: number): boolean {
  const { tokens, vocabulary } = clause;
  const { reports } = vocabulary;
  const folded = (i: number): string => tokens[i]?.folded ?? '';
  // "“the plan” in the fourth paragraph is underlined"
  const inside = reports.anchorWords.of.includes(folded(at + 1))
    ? (anchorAt(tokens, at + 1, vocabulary)?.length ?? 0)
    : 0;
  if (inside > 0) at += inside;
  const bearing = phraseAt(tokens, at + 1, reports.bearing)?.length ?? 0;
  const bears = bearing > 0;
  const between = bears
    ? [reports.anchorWords.indefinite, reports.cardinals, reports.signQualities]
    : [reports.passives, reports.perfects, reports.linking];
  // "put “a” in a box", "put “a” in brackets"
  if (clause.has('verb') && reports.anchorWords.of.includes(folded(at + 1))) {
    let i = at + 2;
    const { indefinite } = reports.anchorWords;
    while (i < at + 6 && [indefinite, reports.signQualities].some((words) => words.includes(folded(i)))) i++;
    const sign = i > at + 2 ? phraseAt(tokens, i, reports.signs) : undefined;
    const [put, drawn] = [phraseAt(tokens, at + 1, reports.signs), sign?.phrase];
    if ([put?.phrase, drawn].some((one) => one !== undefined && reports.inlineSigns.includes(one)))
      return true;
  }
  // "“a” underlined; “b” circled"
  const bare = phraseAt(tokens, at + 1, reports.signs);
  if (bare && !clause.has('verb', 'subject') && reports.inlineSigns.includes(bare.phrase)) return true;
  if (!bears && !reports.passives.includes(folded(at + 1)) && !reports.perfects.includes(folded(at + 1)))
    return false;
  let i = at + Math.max(bearing, 1) + 1;
  while (i < at + bearing + 5 && between.some((words) => words.includes(folded(i)))) i++;
  return phraseAt(tokens, i, reports.signs) !== undefined;
}

/** "underlined (the words) “a”, “b” and “c”": what is marked as the words before are. */
function isListed({ tokens, events, vocabulary }: Clause, at: number): boolean {
  const last = events.at(-1);
  const token = tokens[at];
  if (last?.kind !== 'anchor' || last.anchor.kind !== 'words' || !token) return false;
  const { end } = last.anchor;
  const sign = events.findLast(({ kind }) => kind === 'sign');
  const marked = sign?.kind === 'sign' && vocabulary.reports.inlineSigns.includes(sign.text);
  const between = tokens.slice(last.at, at).filter(({ start }) => start >= end);
  return marked && between.length > 0 && between.every((one) => isJoint(one, vocabulary));
}

/** "from (the words) “a” to (the words) “b”": a stretch of the text. */
function stretchAt({ tokens, vocabulary: { reports } }: Clause, at: number): AnchorMatch | undefined {
  const { from, to } = reports.spans;
  if (tokens[at]?.kind !== 'word' || !from.includes(tokens[at].folded)) return undefined;
  // "an arrow from “…” to “…”" has two ends.
  if (tokens.some(({ kind, folded }) => kind === 'word' && reports.pointing.includes(folded)))
    return undefined;
  const first = quoteAfter(tokens, at + 1, reports);
  const middle = first === undefined ? undefined : phraseAt(tokens, first + 1, to);
  const second =
    first === undefined || !middle ? undefined : quoteAfter(tokens, first + 1 + middle.length, reports);
  const [a, b] = [tokens[first ?? -1], tokens[second ?? -1]];
  if (!a || !b || second === undefined) return undefined;
  return {
    expression: { kind: 'words', words: a.text, until: b.text, start: tokens[at].start, end: b.end },
    length: second + 1 - at,
  };
}

/** The quotation at a token, or after "the words". */
function quoteAfter(
  tokens: readonly Token[],
  at: number,
  { anchorWords, targets }: Clause['vocabulary']['reports'],
): number | undefined {
  let i = at;
  if (anchorWords.articles.includes(tokens[i]?.folded ?? '')) i++;
  if (targets.words.includes(tokens[i]?.folded ?? '')) i++;
  return tokens[i]?.kind === 'quote' ? i : undefined;
}

/** "after “until June” he inserted “…”": where something was put into the text. */
function isPlaceOfInsertion({ tokens, quotes, vocabulary: { reports } }: Clause, at: number): boolean {
  if (quotes < 2 || !reports.placing.includes(tokens[at - 1]?.folded ?? '')) return false;
  return tokens.some(({ kind, folded }) => kind === 'word' && reports.inserting.includes(folded));
}

/** "crossed out the words “a” after “b”": where “a” is gone, its place is “b”. True if the words were taken as such. */
function isRemovedAfter(
  { tokens, events, vocabulary: { reports } }: Clause,
  at: number,
  { text }: Token,
): boolean {
  const last = events.at(-1);
  const sign = events.findLast(({ kind }) => kind === 'sign');
  if (last?.kind !== 'anchor' || last.anchor.kind !== 'words' || sign?.kind !== 'sign') return false;
  if (!reports.removals.includes(sign.text) || !reports.placing.includes(tokens[at - 1]?.folded ?? ''))
    return false;
  last.anchor = { ...last.anchor, or: text, end: tokens[at]?.end ?? last.anchor.end };
  return true;
}

/** "underlined “firewood”", "underlined in red pencil: “firewood”": no comma stands between, and a colon only where no passage was told. */
function isMarkedBefore({ tokens, events, vocabulary: { reports } }: Clause, at: number): boolean {
  const sign = events.findLast(({ kind }) => kind !== 'medium' && kind !== 'verb');
  if (sign?.kind !== 'sign' || sign.joined || !reports.inlineSigns.includes(sign.text)) return false;
  // "struck out, and “fifteen” written over it"
  if (reports.writing.includes(tokens[at + 1]?.folded ?? '')) return false;
  const told = events.some(({ kind }) => kind === 'anchor');
  const medium = events.find((event) => event.kind === 'medium' && event.at > sign.at);
  return tokens.slice(sign.at, at).every((token, i) => {
    if (token.kind === 'mark') return token.text === ':' && sign.at + i === at - 1 && !told;
    const inSign = token.end <= sign.end;
    return inSign || medium !== undefined || reports.linking.includes(token.folded);
  });
}

/** A passage that is named or counted. */
export function passageAt(clause: Clause, at: number): number {
  const { tokens, vocabulary, events } = clause;
  const { reports } = vocabulary;
  const { spoken } = clause;
  const stretch = stretchAt(clause, at);
  if (stretch) {
    events.push({ kind: 'anchor', at, anchor: stretch.expression });
    return stretch.length;
  }
  const latter = oneOfTwo(clause, at);
  if (latter) {
    events.push({ kind: 'anchor', at, anchor: latter.expression });
    return latter.length;
  }
  const numbered = afterParenthesis(clause, at);
  if (numbered) {
    events.push({ kind: 'anchor', at, anchor: numbered.expression });
    return numbered.length;
  }
  const counted =
    spoken.target ?? (reports.besideNumbers.includes(clause.word(at)) ? spoken.before : undefined);
  const anchor = anchorAt(tokens, at, vocabulary, counted);
  if (!anchor) return 0;
  const written = writtenWith(clause, at, anchor) ?? standing(clause, at, anchor);
  if (written) {
    events.push({ kind: 'quote', at, token: written });
    return anchor.length;
  }
  inList(clause, anchor.expression);
  events.push({ kind: 'anchor', at, anchor: anchor.expression });
  spoken.passage = anchor.expression;
  if ('target' in anchor.expression) spoken.target = anchor.expression.target;
  // "point 3 reads “…”"
  const isSubject = !wordSet(reports.beside).has(clause.word(at));
  if (isSubject && reports.textSays.includes(clause.word(at + anchor.length)))
    events.push({ kind: 'variant', at });
  return anchor.length;
}

/** "a bracket and the word “check”", "inserted the words “…”": words quoted without a preposition after a sign were written with it. */
function writtenWith(clause: Clause, at: number, { expression, length }: AnchorMatch): Token | undefined {
  const { reports } = clause.vocabulary;
  const last = clause.events.at(-1);
  const sign = last?.kind === 'sign' ? last : undefined;
  if (expression.kind === 'words' && !expression.within && isSecondNote(clause, at, length))
    return clause.tokens[at + length - 1];
  if (!sign || expression.kind !== 'words' || expression.within) return undefined;
  const joint = reports.joints.includes(clause.word(at - 1));
  if (wordSet(reports.beside).has(clause.word(at)) || !(joint || sign.joined)) return undefined;
  sign.joined = true;
  return clause.tokens[at + length - 1];
}

/** "a line against point a), and the word “yes” against point b)": a note after one that has its passage, if nothing is done to its words. */
function isSecondNote(
  { tokens, events, functionWords, vocabulary: { reports } }: Clause,
  at: number,
  length: number,
): boolean {
  const folded = (i: number): string => tokens[i]?.folded ?? '';
  let before = at - 1;
  // "and by Lebedin the word “…”"
  const isNamed = (i: number): boolean =>
    reports.by.includes(folded(i)) || isNameToken(tokens[i], functionWords) || tokens[i]?.text === ',';
  while (isNamed(before)) before--;
  if (!reports.joints.includes(folded(before)) || reports.notWritten.includes(folded(before - 1)))
    return false;
  const sign = events.findLast(({ kind }) => kind === 'sign');
  if (sign?.kind !== 'sign' || reports.inlineSigns.includes(sign.text)) return false;
  const located = events.some(
    ({ kind, at: place }) => (kind === 'anchor' || kind === 'place') && place > sign.at,
  );
  const done = [reports.passives, reports.perfects, reports.bearing].some((words) =>
    words.includes(folded(at + length)),
  );
  return located && !done;
}

/** "On the back (are) the words “…”", "the words “…” are written on the back": written there, if no mark is told that was made on them. */
function standing(clause: Clause, at: number, { expression, length }: AnchorMatch): Token | undefined {
  const { reports } = clause.vocabulary;
  if (expression.kind !== 'words' || clause.hasSign || wordSet(reports.beside).has(clause.word(at)))
    return undefined;
  const next = at + length;
  const isWritten =
    reports.passives.includes(clause.word(next)) && reports.writing.includes(clause.word(next + 1));
  const stands =
    clause.has('place', 'anchor') &&
    !clause.has('verb') &&
    (clause.quotes === 1 || reports.passives.includes(clause.word(at - 1)));
  return isWritten || stands ? clause.tokens[next - 1] : undefined;
}

/** "In the lower list … point 3": the point of that list, not the list itself. */
function inList({ events, spoken }: Clause, expression: AnchorExpression): void {
  if (expression.kind === 'list') spoken.list = expression;
  if (!spoken.list || expression.within || !('target' in expression)) return;
  if (expression.kind !== 'numbers' && expression.kind !== 'ordinals') return;
  if (expression.kind === 'ordinals' && expression.from) return;
  expression.within = spoken.list;
  const list = events.findLastIndex((event) => event.kind === 'anchor' && event.anchor === spoken.list);
  if (list >= 0) events.splice(list, 1);
}

/** "next to the latter": the last of the passages that were told together. */
function oneOfTwo({ tokens, spoken, vocabulary }: Clause, at: number): AnchorMatch | undefined {
  const { reports } = vocabulary;
  const from = reports.besideNumbers.includes(tokens[at]?.folded ?? '') ? at + 1 : undefined;
  const { passage } = spoken;
  if (from === undefined || (passage?.kind !== 'numbers' && passage?.kind !== 'ordinals')) return undefined;
  const [former, latter] = [phraseAt(tokens, from, reports.former), phraseAt(tokens, from, reports.latter)];
  const phrase = former ?? latter;
  const [start, end] = [tokens[at]?.start, tokens[from + (phrase?.length ?? 0) - 1]?.end];
  if (!phrase || passage.values.length < 2 || start === undefined || end === undefined) return undefined;
  const one = former ? 0 : -1;
  const expression: AnchorExpression =
    passage.kind === 'numbers'
      ? { ...passage, values: passage.values.slice(one).slice(0, 1), start, end }
      : { ...passage, values: passage.values.slice(one).slice(0, 1), start, end };
  return { expression, length: 1 + phrase.length };
}

/** "Points 1 (“yes”), 2 (“no”) and 4": a number after words in brackets counts what was counted before them. */
function afterParenthesis({ tokens, spoken, vocabulary }: Clause, at: number): AnchorMatch | undefined {
  const token = tokens[at];
  if (token?.kind !== 'number' || spoken.passage?.kind !== 'numbers') return undefined;
  let i = at - 1;
  while (isJoint(tokens[i], vocabulary)) i--;
  const inBrackets =
    tokens[i]?.text === ')' && tokens[i - 1]?.kind === 'quote' && tokens[i - 2]?.text === '(';
  if (!inBrackets || i === at - 1) return undefined;
  const { start, end, text } = token;
  return {
    expression: { kind: 'numbers', target: spoken.passage.target, values: [text], start, end },
    length: 1,
  };
}
