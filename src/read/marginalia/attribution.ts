/** Whose hand a note of a clause is in, and what it is written with. */
import type { Event } from './clause.js';
import type { Told } from './distribution.js';
import type { Item, Items } from './items.js';
import type { Subject } from './statement.js';

type OfKind<Kind extends Event['kind']> = Extract<Event, { kind: Kind }>;

export function ofKind<Kind extends Event['kind']>(events: readonly Event[], kind: Kind): OfKind<Kind>[] {
  // The kind is that of the event.
  return events.filter((event): event is OfKind<Kind> => event.kind === kind);
}

/** "…, in Shepilin's hand, “…”": a name between two notes is of the second. */
export function subjectOf(told: Told, { items }: Items, { at, quote }: Item): Subject {
  const { events, subject } = told;
  const subjects = ofKind(events, 'subject');
  const [first] = subjects;
  const nearest = subjects.findLast((event) => event.at < at) ?? (items.length === 1 ? first : undefined);
  if (!quote && items.length === 1) return subject;
  // "“yes” …, “no” … (both in Morozov's hand)"
  if (first && !nearest && subjects.length === 1 && isOfAll(told, first.at)) return first.subject;
  // "three crosses and a tick in a different hand"
  const [one] = items;
  const last = items.at(-1);
  if (first && !nearest && last && first.at > last.at) {
    const { bearing, standing } = told.vocabulary.reports;
    // "“a” (point 1) and “b” (point 2) are in Morozov's hand"
    const ofAll = told.tokens
      .slice(last.end, first.at)
      .some(({ kind, folded }) => kind === 'word' && (bearing.includes(folded) || standing.includes(folded)));
    if (ofAll || items.every(({ own }) => own === one?.own)) return first.subject;
  }
  const own = postposed(told, items, at);
  return (own ?? nearest)?.subject ?? (first ? { kind: 'missing' } : subject);
}

/** "the word “…” in the hand of N", "“…” by N": who is told after a note and before the next one, with a preposition. */
function postposed(
  { events, tokens, vocabulary: { reports } }: Told,
  items: readonly Item[],
  from: number,
): OfKind<'subject'> | undefined {
  // "“good” and two exclamation marks in the hand of N": what has no place of its own goes with the next.
  let last = items.findIndex(({ at }) => at === from);
  while (items[last]?.own.length === 0 && last + 1 < items.length) last++;
  const to = items[last + 1]?.at ?? Infinity;
  return ofKind(events, 'subject').find(({ at }) => {
    if (at <= from || at >= to) return false;
    const [noun, word] = [tokens[at - 2]?.folded ?? '', tokens[at - 1]?.folded ?? ''];
    return (
      reports.by.includes(word) || (reports.handNouns.includes(noun) && reports.anchorWords.of.includes(word))
    );
  });
}

function isOfAll({ tokens, vocabulary: { reports } }: Told, at: number): boolean {
  return tokens.slice(Math.max(0, at - 2), at).some(({ folded }) => reports.all.includes(folded));
}

/** One medium before or after all items is that of all; else each has its own. */
export function mediumOf({ events }: Told, { items }: Items, i: number): string | undefined {
  const media = ofKind(events, 'medium');
  const [only] = media;
  const [first, last] = [items[0]?.at ?? 0, items.at(-1)?.at ?? 0];
  if (media.length === 1 && only && (items.length === 1 || only.at < first || only.at > last))
    return only.text;
  const from = items[i]?.at ?? 0;
  const to = items[i + 1]?.at ?? Infinity;
  const own = media.find(({ at }) => at > from && at < to);
  // "a tick in pencil and, in ink, the words “…”"
  const before = media.filter(({ at }) => at < from && at > (items[i - 1]?.at ?? -1));
  const led = i === 0 ? before[0] : before.length > 1 ? before.at(-1) : undefined;
  return (own ?? led)?.text;
}
