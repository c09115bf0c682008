/** Expressions for the passage that a note stands beside: "points 1, 2 and 3", "the last paragraph", "the words “…”". */
import { wordSet, type Vocabulary } from '../vocabulary.js';
import type { Token } from './tokens.js';

export type AnchorTarget = 'point' | 'paragraph' | 'sentence' | 'line';
export type OrdinalValue = number | 'last' | 'penultimate';

interface Place {
  /** Offsets in the source. */
  start: number;
  end: number;
}
export type AnchorExpression = Place &
  (
    | { kind: 'numbers'; target: AnchorTarget; values: string[] }
    | { kind: 'ordinals'; target: AnchorTarget; values: OrdinalValue[] }
    | { kind: 'all'; target: AnchorTarget }
    | { kind: 'this'; target: AnchorTarget }
    /** `or`: words that can stand in the text in their place. */
    | { kind: 'words'; words: string; whole?: boolean; or?: string }
    | { kind: 'heading' }
  ) & {
    /** The passage it is in ("the words “…” in point 2"); it stands for what cannot be found or counted in it. */
    within?: AnchorExpression;
    /** Of its preposition: "below point 4". */
    place?: 'above' | 'below';
  };

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
  const found =
    bareLabels(tokens, i, hasPreposition, vocabulary) ??
    withNumbers(tokens, i, vocabulary) ??
    withOrdinals(tokens, i, vocabulary, hasPreposition ? elided : undefined) ??
    others(tokens, i, vocabulary, hasPreposition);
  const first = tokens[at];
  const last = tokens[(found?.end ?? 1) - 1];
  if (!found || !first || !last) return undefined;
  const expression: AnchorExpression = { ...found.expression, start: first.start, end: last.end };
  if (hasPreposition && reports.above.includes(preposition)) expression.place = 'above';
  if (hasPreposition && reports.below.includes(preposition)) expression.place = 'below';
  const inner = narrows(expression) && reports.anchorWords.of.includes(tokens[found.end]?.folded ?? '');
  const within = inner ? anchorAt(tokens, found.end + 1, vocabulary) : undefined;
  if (!within || (expression.kind === within.expression.kind && !('target' in within.expression)))
    return { expression, length: found.end - at };
  return {
    expression: { ...expression, within: within.expression, end: within.expression.end },
    length: found.end + 1 + within.length - at,
  };
}

/** Words, lines and sentences lie in a passage that can be named after them. */
function narrows(expression: AnchorExpression): boolean {
  return (
    expression.kind === 'words' ||
    (expression.kind === 'ordinals' && (expression.target === 'sentence' || expression.target === 'line'))
  );
}

type Bare =
  | { kind: 'numbers'; target: AnchorTarget; values: string[] }
  | { kind: 'ordinals'; target: AnchorTarget; values: OrdinalValue[] }
  | { kind: 'all'; target: AnchorTarget }
  | { kind: 'this'; target: AnchorTarget }
  | { kind: 'words'; words: string; whole?: boolean; or?: string }
  | { kind: 'heading' };
interface Partial {
  expression: Bare;
  end: number;
}

function targetOf(token: Token | undefined, { reports }: Vocabulary): AnchorTarget | undefined {
  if (token?.kind !== 'word') return undefined;
  for (const target of ['point', 'paragraph', 'sentence', 'line'] as const) {
    if (reports.targets[target].includes(token.folded)) return target;
  }
  return undefined;
}

const isJoint = (token: Token | undefined, { reports }: Vocabulary): boolean =>
  token !== undefined && token.kind !== 'quote' && reports.anchorWords.joints.includes(token.folded);
const isRange = (token: Token | undefined, { reports }: Vocabulary): boolean =>
  token !== undefined && token.kind !== 'quote' && reports.anchorWords.ranges.includes(token.folded);

/** "points 1, 2 and 3", "paragraphs 2-4", "points a and c". */
function withNumbers(tokens: readonly Token[], at: number, vocabulary: Vocabulary): Partial | undefined {
  const target = targetOf(tokens[at], vocabulary);
  if (!target) return undefined;
  const values: string[] = [];
  let i = at + 1;
  let end = i;
  for (;;) {
    while (i > at + 1 && isJoint(tokens[i], vocabulary)) i++;
    if (vocabulary.reports.anchorWords.numbers.includes(tokens[i]?.folded ?? '')) i++;
    const token = tokens[i];
    const value = valueOf(token) ?? spelled(token, vocabulary);
    if (value === undefined) break;
    i++;
    const inner = innerLabels(tokens, i, vocabulary);
    if (inner) {
      values.push(...inner.labels.map((label) => `${value}${label}`));
      i += inner.length;
      end = i;
      if (!isJoint(tokens[i], vocabulary)) break;
      continue;
    }
    // "II to point IV"
    const again = isRange(tokens[i], vocabulary) && targetOf(tokens[i + 1], vocabulary) === target ? 1 : 0;
    const until = isRange(tokens[i], vocabulary) ? valueOf(tokens[i + 1 + again]) : undefined;
    if (until !== undefined) {
      values.push(...range(value, until));
      i += 2 + again;
    } else values.push(value);
    end = i;
    if (tokens[i]?.text === ')') end = ++i;
    if (!isJoint(tokens[i], vocabulary)) break;
  }
  return values.length > 0 ? { expression: { kind: 'numbers', target, values }, end } : undefined;
}

function valueOf(token: Token | undefined): string | undefined {
  if (token?.kind === 'number') return token.text;
  // A single letter; "a" before a word is an article, which a number never follows, so that the caller's joints decide.
  return token?.kind === 'word' && /^(?:[a-z]|[IVX]{1,5})$/u.test(token.text.replace(/\.$/u, ''))
    ? token.text.replace(/\.$/u, '')
    : undefined;
}

/** "paragraph three" */
function spelled(token: Token | undefined, { reports }: Vocabulary): string | undefined {
  const index = token?.kind === 'word' ? reports.cardinals.indexOf(token.folded) : -1;
  return index < 0 ? undefined : String(index + 1);
}

/** The values from one to the other; both with a dash, which nothing in a text bears, where there is no such range. */
function range(from: string, to: string): string[] {
  const none = [`${from}–${to}`];
  if (/^\d+$/u.test(from) && /^\d+$/u.test(to)) {
    const [a, b] = [Number(from), Number(to)];
    return a <= b && b - a < 200 ? Array.from({ length: b - a + 1 }, (_, i) => String(a + i)) : none;
  }
  if (/^[a-z]$/u.test(from) && /^[a-z]$/u.test(to) && from <= to) {
    return Array.from({ length: to.charCodeAt(0) - from.charCodeAt(0) + 1 }, (_, i) =>
      String.fromCharCode(from.charCodeAt(0) + i),
    );
  }
  const [a, b] = [romanValue(from), romanValue(to)];
  return a !== undefined && b !== undefined && a <= b
    ? Array.from({ length: b - a + 1 }, (_, i) => romanNumeral(a + i))
    : none;
}

const romanDigits = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

/** Numbers as they are written with I, V and X: up to 39. */
function romanNumeral(value: number): string {
  let rest = value;
  let written = '';
  for (const [worth, digit] of romanDigits) for (; rest >= worth; rest -= worth) written += digit;
  return written;
}

/** Undefined for letters that are no numeral as we write them ("IIII", "VX"). */
function romanValue(text: string): number | undefined {
  for (let value = 1; value < 40; value++) if (romanNumeral(value) === text) return value;
  return undefined;
}

/** "beside (b) and (c)": labels in brackets. */
function bareLabels(
  tokens: readonly Token[],
  at: number,
  hasPreposition: boolean,
  vocabulary: Vocabulary,
): Partial | undefined {
  if (!hasPreposition) return undefined;
  const values: string[] = [];
  let i = at;
  let end = at;
  for (;;) {
    while (i > at && isJoint(tokens[i], vocabulary)) i++;
    const label = tokens[i]?.text === '(' && tokens[i + 2]?.text === ')' ? valueOf(tokens[i + 1]) : undefined;
    if (label === undefined) break;
    values.push(label);
    i += 3;
    end = i;
  }
  return values.length > 0 ? { expression: { kind: 'numbers', target: 'point', values }, end } : undefined;
}

/** The labels in brackets after a number: "1(b)", "1 (a–c)". */
function innerLabels(
  tokens: readonly Token[],
  at: number,
  vocabulary: Vocabulary,
): { labels: string[]; length: number } | undefined {
  if (tokens[at]?.text !== '(') return undefined;
  const first = valueOf(tokens[at + 1]);
  if (first === undefined || !/^[a-z]$/u.test(first)) return undefined;
  if (tokens[at + 2]?.text === ')') return { labels: [first], length: 3 };
  const last =
    isRange(tokens[at + 2], vocabulary) && tokens[at + 4]?.text === ')' ? valueOf(tokens[at + 3]) : undefined;
  return last === undefined ? undefined : { labels: range(first, last), length: 5 };
}

/** "first, third and last paragraph", "last two points", "next to last paragraph", "third, fifth, and tenth" before or after its noun. */
function withOrdinals(
  tokens: readonly Token[],
  at: number,
  vocabulary: Vocabulary,
  elided: AnchorTarget | undefined,
): Partial | undefined {
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
    const target = targetOf(tokens[i + 1], vocabulary);
    if (!target) return undefined;
    const all: OrdinalValue[] =
      values[0] === 'last'
        ? Array.from({ length: amount }, (_, k) => (k === amount - 1 ? 'last' : k - amount))
        : Array.from({ length: amount }, (_, k) => k + (typeof values[0] === 'number' ? values[0] : 1));
    return { expression: { kind: 'ordinals', target, values: all }, end: i + 2 };
  }
  const after = tokens[i];
  if (elided && (after === undefined || after.kind === 'mark' || isJoint(after, vocabulary)))
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

function ordinalOf(
  tokens: readonly Token[],
  at: number,
  { reports }: Vocabulary,
): { value: OrdinalValue; length: number } | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  const index = reports.ordinals.indexOf(token.folded);
  if (index >= 0) return { value: index + 1, length: 1 };
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

function others(
  tokens: readonly Token[],
  at: number,
  vocabulary: Vocabulary,
  hasPreposition: boolean,
): Partial | undefined {
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
  // "the sentence “…”", "the paragraph beginning “…”"
  const after =
    targetOf(token, vocabulary) === undefined
      ? undefined
      : [at + 1, at + 2, at + 3].find((k) => tokens[k]?.kind === 'quote');
  if (
    after !== undefined &&
    tokens.slice(at + 1, after).every(({ folded }) => reports.quoting.includes(folded))
  ) {
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
