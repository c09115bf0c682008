/** What a note is written with: "in red and blue pencil", "with a pen", "pencilled". */
import type { Vocabulary } from '../vocabulary.js';
import { phraseAt } from './place-grammar.js';
import type { Token } from './tokens.js';

/** The medium that begins at a token, in the report's words; a verb that says one ("pencilled") gives its name. */
export function mediumAt(
  tokens: readonly Token[],
  at: number,
  { reports }: Vocabulary,
): { text: string; length: number } | undefined {
  const { before, articles, colours, joints, tools } = reports.mediumWords;
  const whole = phraseAt(tokens, at, reports.media);
  if (whole) return { text: whole.phrase, length: whole.length };
  const folded = (i: number): string => (tokens[i]?.kind === 'quote' ? '' : (tokens[i]?.folded ?? ''));
  const verb = reports.mediumVerbs.find(({ words }) => words.includes(folded(at)));
  if (verb) return { text: verb.medium, length: 1 };
  if (!before.includes(folded(at))) return undefined;
  let i = at + 1;
  if (articles.includes(folded(i))) i++;
  while (colours.includes(folded(i)) || (joints.includes(folded(i)) && colours.includes(folded(i + 1)))) i++;
  if (!tools.includes(folded(i))) return undefined;
  const words = tokens.slice(at, i + 1).map(({ folded: word }) => word);
  return { text: words.join(' '), length: i + 1 - at };
}
