/** The copy that a report says bears its notes: "in the Berlin copy", "on the copy kept in RGANI", "of the same copy". */
import type { Vocabulary } from '../vocabulary.js';
import { phraseAt } from './place-grammar.js';
import type { Token } from './tokens.js';

/** Longest name of a copy, in words. */
const longest = 6;

/** The copy named at a token, with its preposition; no `name` where it is the one spoken of before. */
export function copyNameAt(
  tokens: readonly Token[],
  at: number,
  { reports }: Vocabulary,
): { name?: string; length: number } | undefined {
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
  return end > from ? { name: said(tokens, from, end), length: end - at } : undefined;
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
