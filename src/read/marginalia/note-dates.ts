/** Dates of notes: "on 14 January", "dated January 15, 1951". */
import type { Vocabulary } from '../vocabulary.js';
import type { Token } from './tokens.js';

/** "the date 14.X" */
function isDateNoun(token: Token | undefined, reports: Vocabulary['reports']): boolean {
  return token?.kind === 'word' && reports.dateNouns.includes(token.folded);
}

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
  const dated = i > at || isDateNoun(tokens[i - 1], reports);
  if (tokens[i]?.kind === 'date') return { text: tokens[i]?.text ?? '', length: i + 1 - at };
  // "dated 5.12", "on 8/5": elsewhere such figures can be of anything.
  const [day, mark, month] = tokens.slice(i, i + 3);
  if (
    dated &&
    isDay(day) &&
    isDay(month) &&
    (mark?.text === '.' || mark?.text === '/') &&
    day?.end === mark.start &&
    mark.end === month?.start
  )
    return { text: `${day.text}${mark.text}${month.text}`, length: i + 3 - at };
  // "14. Januar"
  if (isDay(tokens[i]) && tokens[i + 1]?.text === '.' && isMonth(tokens[i + 2])) i += 3;
  else if (isDay(tokens[i]) && isMonth(tokens[i + 1])) i += 2;
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
