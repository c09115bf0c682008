/** The parts of a clause that no note was made of. */
import { wordSet, type Vocabulary } from '../vocabulary.js';
import type { Event } from './clause.js';
import type { Statement } from './statement.js';
import type { Token } from './tokens.js';

/** Quotations and clauses about marks that came to nothing: the editor is told, whatever the reason. */
export function unreadIn(
  clause: readonly Token[],
  events: readonly Event[],
  made: readonly Statement[],
  { reports }: Vocabulary,
): { start: number; end: number }[] {
  const first = clause[0];
  const end = clause.at(-1);
  if (!first || !end) return [];
  // "point 3 reads …", "N read the telegram": nobody wrote.
  if (variantOnly(events)) return [];
  const nouns = wordSet(reports.nouns);
  const speaks =
    events.some(
      (event) =>
        event.kind === 'sign' ||
        (event.kind === 'verb' &&
          (!reports.textSays.includes(event.token.folded) || clause.some(({ kind }) => kind === 'quote'))),
    ) || clause.some((token) => nouns.has(token.folded));
  if (made.length === 0 && speaks) return [{ start: first.start, end: end.end }];
  const lost = events.flatMap((event) =>
    event.kind === 'sign' && event.read !== true ? [{ start: event.start, end: event.end }] : [],
  );
  return lost.concat(words(clause, events, made));
}

/** Quotations that are neither written nor a passage. */
function words(
  clause: readonly Token[],
  events: readonly Event[],
  made: readonly Statement[],
): { start: number; end: number }[] {
  return clause.filter((token) => {
    if (token.kind !== 'quote') return false;
    const inside = (place: { start: number; end: number }): boolean =>
      token.start >= place.start && token.end <= place.end;
    const written = made.some(inside) || made.some((statement) => statement.anchors.some(inside));
    return !written && !events.some((event) => event.kind === 'anchor' && inside(event.anchor));
  });
}

/** Only what a text says is told. */
export function variantOnly(events: readonly Event[]): boolean {
  return (
    events.some(({ kind }) => kind === 'variant') && events.filter(({ kind }) => kind === 'verb').length <= 1
  );
}
