/** The copy that a report says bears its notes: "in the Berlin copy", "on the copy kept in RGANI", "of the same copy". */
import { wordSet, type Vocabulary } from '../vocabulary.js';
import { phraseAt } from './place-grammar.js';
import type { Token } from './tokens.js';

/** Longest name of a copy, in words. */
const longest = 6;

/** The copy named at a token, with its preposition; no `name` where it is the one spoken of before. */
export function copyNameAt(
  tokens: readonly Token[],
  at: number,
  vocabulary: Vocabulary,
): { name?: string; length: number } | undefined {
  const { reports } = vocabulary;
  const { before, nouns, same, kept } = reports.copies;
  const { articles } = reports.anchorWords;
  const folded = (i: number): string => {
    const token = tokens[i];
    return token?.kind === 'word' ? token.folded : '';
  };
  if (!before.includes(folded(at))) return undefined;
  let i = at + 1;
  if (articles.includes(folded(i))) i++;
  const spoken = phraseAt(tokens, i, same);
  if (spoken && nouns.includes(folded(i + spoken.length))) return { length: i + spoken.length + 1 - at };
  const words = (from: number): number => {
    let to = from;
    while (to < from + longest && isName(tokens[to])) to++;
    return to;
  };
  // "the Berlin copy"
  const to = words(i);
  if (to > i && nouns.includes(folded(to))) return { name: said(tokens, i, to), length: to + 1 - at };
  if (!nouns.includes(folded(i))) return undefined;
  // "the copy (kept) in the Archive of the President"
  const keeping = phraseAt(tokens, i + 1, kept);
  if (!keeping) return undefined;
  let from = i + 1 + keeping.length;
  if (articles.includes(folded(from))) from++;
  let end = words(from);
  // "… of the President"
  while (end > from && reports.anchorWords.of.includes(folded(end))) {
    const article = articles.includes(folded(end + 1)) ? 1 : 0;
    const next = words(end + 1 + article);
    if (next === end + 1 + article) break;
    end = next;
  }
  end = beforeWriter(tokens, from, end, vocabulary);
  return end > from ? { name: said(tokens, from, end), length: end - at } : undefined;
}

/**
 * "On the copy in AVP RF V. M. Molotov wrote …": where a verb of writing follows, the names that stand last are of who wrote: all after the last
 * abbreviation of an archive, or the last word with the initials and the form of address before it.
 */
function beforeWriter(tokens: readonly Token[], from: number, end: number, vocabulary: Vocabulary): number {
  const { reports, body } = vocabulary;
  const last = tokens[end - 1];
  let next = end;
  while (reports.linking.includes(tokens[next]?.folded ?? '')) next++;
  const verb = tokens[next];
  const writes = verb?.kind === 'word' && wordSet(reports.verbs).has(verb.folded);
  if (!last || end - from < 2 || !(writes || /['’]s?$/u.test(last.text))) return end;
  let start = end - 1;
  const abbreviation = tokens
    .slice(from, start)
    .findLastIndex(({ text }) => /^\p{Lu}[\p{L}-]*\p{Lu}/u.test(text));
  if (abbreviation >= 0) return from + abbreviation + 1;
  const leads = wordSet(body.honorifics);
  while (
    start > from + 1 &&
    (/^(?:\p{Lu}\p{Ll}?\.)+$/u.test(tokens[start - 1]?.text ?? '') ||
      leads.has(tokens[start - 1]?.folded ?? ''))
  )
    start--;
  return start;
}

function isName(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^\p{Lu}/u.test(token.text);
}

function said(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
}
