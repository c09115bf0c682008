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
  const { before, articles, colours, hues, joints, tools } = reports.mediumWords;
  const whole = phraseAt(tokens, at, reports.media);
  if (whole) return { text: whole.phrase, length: whole.length };
  const folded = (i: number): string => (tokens[i]?.kind === 'quote' ? '' : (tokens[i]?.folded ?? ''));
  const verb = reports.mediumVerbs.find(({ words }) => words.includes(folded(at)));
  if (verb) return { text: verb.medium, length: 1 };
  if (!before.includes(folded(at))) return undefined;
  let i = at + 1;
  if (articles.includes(folded(i))) i++;
  while (colours.includes(folded(i)) || (joints.includes(folded(i)) && colours.includes(folded(i + 1)))) i++;
  if (!tools.includes(folded(i))) {
    // "in green", "in red and blue"; "in Red Square" is a place.
    const last = tokens[i - 1];
    if (i === at + 1 || !hues.includes(folded(i - 1)) || /^\p{Lu}/u.test(last?.text ?? '')) return undefined;
    return { text: said(tokens, at, i), length: i - at };
  }
  // "ballpoint pen"
  while (tools.includes(folded(i + 1))) i++;
  return { text: said(tokens, at, i + 1), length: i + 1 - at };
}

function said(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ folded }) => folded)
    .join(' ');
}
