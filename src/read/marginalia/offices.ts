/** Hands named by office: "resolution of the Minister", "the head of the department noted". */
import type { Vocabulary } from '../vocabulary.js';
import { phraseAt } from './place-grammar.js';
import type { Token } from './tokens.js';

/** "the archive's": the article, with the owner of the office. */
function openingLength(tokens: readonly Token[], at: number, { reports }: Vocabulary): number {
  if (!reports.offices.articles.includes(tokens[at]?.folded ?? '')) return 0;
  return /['’]s$/u.test(tokens[at + 1]?.text ?? '') && phraseAt(tokens, at + 2, reports.offices.nouns)
    ? 2
    : 1;
}

/** The office that begins at its article, unless the name of its holder follows. */
export function officeAt(
  tokens: readonly Token[],
  at: number,
  vocabulary: Vocabulary,
): { label: string; length: number } | undefined {
  const { articles, of, nouns } = vocabulary.reports.offices;
  const opening = openingLength(tokens, at, vocabulary);
  const office = opening > 0 ? phraseAt(tokens, at + opening, nouns) : undefined;
  if (!office) return undefined;
  const bare = at + opening + office.length;
  let i = bare;
  if (of.includes(tokens[i]?.folded ?? '')) {
    const article = articles.includes(tokens[i + 1]?.folded ?? '') ? 1 : 0;
    const word = tokens[i + 1 + article];
    if (word?.kind === 'word') i += 2 + article;
  }
  while (tokens[i]?.kind === 'word' && /^\p{Lu}/u.test(tokens[i]?.text ?? '') && i > bare) i++;
  const next = tokens[i];
  if (i === bare && next?.kind === 'word' && /^\p{Lu}/u.test(next.text)) return undefined;
  const words = tokens.slice(at + 1, i).map(({ text }) => text);
  return { label: words.join(' '), length: i - at };
}
