/** Dates of notes: "on 14 January", "dated January 15, 1951". */
import type { Vocabulary } from '../vocabulary.js';
import type { Token } from './tokens.js';

/** The date that begins at a token, as printed but for spaces. */
export function dateAt(
  tokens: readonly Token[],
  at: number,
  { reports, dates }: Vocabulary,
): { text: string; length: number } | undefined {
  let i = at;
  while (i < at + 2 && reports.dating.includes(tokens[i]?.folded ?? '')) i++;
  const isMonth = (token: Token | undefined): boolean =>
    token?.kind === 'word' && dates.months.some((forms) => forms.includes(token.folded));
  const isDay = (token: Token | undefined): boolean => token?.kind === 'number' && token.text.length <= 2;
  const from = i;
  if (isDay(tokens[i]) && isMonth(tokens[i + 1])) i += 2;
  else if (isMonth(tokens[i]) && isDay(tokens[i + 1])) i += 2;
  else return undefined;
  const year = tokens[i]?.text === ',' ? i + 1 : i;
  if (tokens[year]?.kind === 'number' && tokens[year].text.length === 4) i = year + 1;
  const text = tokens
    .slice(from, i)
    .map((token) => token.text)
    .join(' ')
    .replace(/ ,/gu, ',');
  return { text, length: i - at };
}
