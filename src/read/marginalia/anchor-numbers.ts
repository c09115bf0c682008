/** Passages that bear numbers or letters: "points 1, 2 and 3", "(b) and (c)", "4 to 6". */
import { wordSet, type Vocabulary } from '../vocabulary.js';
import type { AnchorTarget, PartialAnchor } from './anchor-expression.js';
import { isJoint, isRange, targetOf } from './anchor-words.js';
import { range } from './numerals.js';
import type { Token } from './tokens.js';

/** "points 1, 2 and 3", "paragraphs 2-4", "points a and c". */
export function withNumbers(
  tokens: readonly Token[],
  at: number,
  vocabulary: Vocabulary,
): PartialAnchor | undefined {
  const target = targetOf(tokens[at], vocabulary);
  return target && enumeration(tokens, at + 1, target, vocabulary);
}

/** "a cross opposite points 2 and 3 and a bracket beside 4 to 6": bare numbers count what was counted before; no unit of measure follows them. */
export function bareNumbers(
  tokens: readonly Token[],
  at: number,
  elided: AnchorTarget,
  vocabulary: Vocabulary,
): PartialAnchor | undefined {
  const { reports } = vocabulary;
  if (tokens[at]?.kind !== 'number' || !reports.besideNumbers.includes(tokens[at - 1]?.folded ?? ''))
    return undefined;
  const found = enumeration(tokens, at, elided, vocabulary);
  const next = tokens[found?.end ?? at];
  const counts =
    next?.kind === 'word' &&
    /^\p{Ll}/u.test(next.text) &&
    ![reports.joints, reports.verbs, reports.passives, reports.linking, reports.beside].some((words) =>
      wordSet(words).has(next.folded),
    );
  return counts ? undefined : found;
}

/** Numbers, letters or ranges of them, joined; all of one kind, so that "7 and a bracket" has no point a. */
function enumeration(
  tokens: readonly Token[],
  at: number,
  target: AnchorTarget,
  vocabulary: Vocabulary,
): PartialAnchor | undefined {
  const values: string[] = [];
  let kind: 'number' | 'letter' | undefined;
  let i = at;
  let end = i;
  for (;;) {
    while (i > at && isJoint(tokens[i], vocabulary)) i++;
    if (vocabulary.reports.anchorWords.numbers.includes(tokens[i]?.folded ?? '')) i++;
    const label = labelAt(tokens, i);
    const token = tokens[i];
    const value = label ?? valueOf(token) ?? spelled(token, vocabulary);
    const own = value !== undefined && /^\d/u.test(value) ? 'number' : 'letter';
    if (value === undefined || own !== (kind ?? own)) break;
    if (values.length > 0 && isArticle(tokens, i, vocabulary)) break;
    kind = own;
    i += label === undefined ? 1 : 3;
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

/** "a" before a word that is no joint and no verb. */
function isArticle(tokens: readonly Token[], at: number, { reports }: Vocabulary): boolean {
  const next = tokens[at + 1];
  if (!reports.anchorWords.indefinite.includes(tokens[at]?.folded ?? '') || next?.kind !== 'word')
    return false;
  const { joints, ranges } = reports.anchorWords;
  return ![joints, ranges, reports.verbs, reports.passives, reports.linking, reports.beside].some((words) =>
    wordSet(words).has(next.folded),
  );
}

function valueOf(token: Token | undefined): string | undefined {
  if (token?.kind === 'number') return token.text;
  return token?.kind === 'word' && /^(?:[a-z]|[IVX]{1,5})$/u.test(token.text.replace(/\.$/u, ''))
    ? token.text.replace(/\.$/u, '')
    : undefined;
}

/** "(b)" */
function labelAt(tokens: readonly Token[], at: number): string | undefined {
  return tokens[at]?.text === '(' && tokens[at + 2]?.text === ')' ? valueOf(tokens[at + 1]) : undefined;
}

/** "paragraph three" */
function spelled(token: Token | undefined, { reports }: Vocabulary): string | undefined {
  const index = token?.kind === 'word' ? reports.cardinals.indexOf(token.folded) : -1;
  return index < 0 ? undefined : String(index + 1);
}

/** "beside (b) and (c)", "opposite b) and c)": labels in brackets. */
export function bareLabels(
  tokens: readonly Token[],
  at: number,
  hasPreposition: boolean,
  vocabulary: Vocabulary,
): PartialAnchor | undefined {
  if (!hasPreposition) return undefined;
  const values: string[] = [];
  let i = at;
  let end = at;
  for (;;) {
    while (i > at && isJoint(tokens[i], vocabulary)) i++;
    const label = labelAt(tokens, i);
    const half = label === undefined && tokens[i + 1]?.text === ')' ? letterOf(tokens[i]) : undefined;
    const value = label ?? half;
    if (value === undefined) break;
    values.push(value);
    i += label === undefined ? 2 : 3;
    end = i;
  }
  return values.length > 0 ? { expression: { kind: 'numbers', target: 'point', values }, end } : undefined;
}

function letterOf(token: Token | undefined): string | undefined {
  const value = valueOf(token);
  return value !== undefined && /^[a-z]$/u.test(value) ? value : undefined;
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
