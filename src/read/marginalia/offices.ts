/** Hands named by office: "resolution of the Minister", "the head of the department noted". */
import type { Vocabulary } from '../vocabulary.js';
import { phraseAt } from './place-grammar.js';
import type { Token } from './tokens.js';

/** The office that begins at its article, unless the name of its holder follows. */
export function officeAt(
  tokens: readonly Token[],
  at: number,
  { reports }: Vocabulary,
): { label: string; length: number } | undefined {
  const { articles, of, nouns } = reports.offices;
  if (!articles.includes(tokens[at]?.folded ?? '')) return undefined;
  const office = phraseAt(tokens, at + 1, nouns);
  if (!office) return undefined;
  let i = at + 1 + office.length;
  if (of.includes(tokens[i]?.folded ?? '')) {
    const article = articles.includes(tokens[i + 1]?.folded ?? '') ? 1 : 0;
    const word = tokens[i + 1 + article];
    if (word?.kind === 'word') i += 2 + article;
  }
  while (tokens[i]?.kind === 'word' && /^\p{Lu}/u.test(tokens[i]?.text ?? '') && i > at + 1 + office.length)
    i++;
  const next = tokens[i];
  if (i === at + 1 + office.length && next?.kind === 'word' && /^\p{Lu}/u.test(next.text)) return undefined;
  const words = tokens.slice(at + 1, i).map(({ text }) => text);
  return { label: words.join(' '), length: i - at };
}
