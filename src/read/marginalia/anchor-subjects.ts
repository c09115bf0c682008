/** Passages that are named by what they are about ("the paragraph on the harvest"), and lists by their order ("the lower list"). */
import { wordSet, type Vocabulary } from '../vocabulary.js';
import type { PartialAnchor } from './anchor-expression.js';
import { ordinalOf } from './anchor-ordinals.js';
import { isJoint, targetOf } from './anchor-words.js';
import { phraseAt } from './place-grammar.js';
import type { Token } from './tokens.js';

/** Longest subject, in words. */
const longest = 5;

/** "paragraph about the delivery of timber" */
export function bySubject(
  tokens: readonly Token[],
  at: number,
  vocabulary: Vocabulary,
): PartialAnchor | undefined {
  const { reports, body } = vocabulary;
  const target = targetOf(tokens[at], vocabulary);
  if (target === undefined || target === 'line') return undefined;
  const about = phraseAt(tokens, at + 1, reports.about);
  if (!about) return undefined;
  const small = wordSet(body.functionWords);
  const ends = [reports.pronouns, reports.verbs, reports.passives, reports.perfects];
  const { pages, left, right, top, bottom, margin } = reports.placeWords;
  const subject: string[] = [];
  let end = at;
  for (let i = at + 1 + about.length; i <= at + about.length + longest; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word' || isJoint(token, vocabulary)) break;
    if (ends.some((words) => wordSet(words).has(token.folded))) break;
    // "the paragraph on the first page" is somewhere, not about something.
    if ([pages, left, right, top, bottom, margin].some((words) => words.includes(token.folded)))
      return undefined;
    // "the paragraph about the harvest Morozov wrote"
    const next = tokens[i + 1]?.folded ?? '';
    const writes = [reports.verbs, reports.linking, reports.perfects].some((words) =>
      wordSet(words).has(next),
    );
    if (subject.length > 0 && /^\p{Lu}/u.test(token.text) && writes) break;
    const isSmall = small.has(token.folded) || wordSet(reports.beside).has(token.folded);
    if (isSmall && subject.length > 0 && !reports.anchorWords.of.includes(token.folded)) break;
    if (isSmall || reports.anchorWords.articles.includes(token.folded)) continue;
    subject.push(token.folded);
    end = i + 1;
  }
  return subject.length > 0 ? { expression: { kind: 'subject', target, subject }, end } : undefined;
}

/** "first list", "lower list" */
export function listAt(
  tokens: readonly Token[],
  at: number,
  vocabulary: Vocabulary,
): PartialAnchor | undefined {
  const { placeWords, targets } = vocabulary.reports;
  const word = tokens[at]?.folded ?? '';
  const ordinal = ordinalOf(tokens, at, vocabulary);
  const side = placeWords.top.includes(word) ? 1 : placeWords.bottom.includes(word) ? 'last' : undefined;
  const value = ordinal?.value ?? side;
  const end = at + (ordinal?.length ?? 1);
  if (value === undefined || !targets.list.includes(tokens[end]?.folded ?? '')) return undefined;
  return { expression: { kind: 'list', value }, end: end + 1 };
}
