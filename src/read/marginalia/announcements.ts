/** Sentences that only announce notes: "The document bears a number of annotations.", "There are several remarks by Orlov in pencil." */
import { wordSet, type Vocabulary } from '../vocabulary.js';
import { ofKind } from './attribution.js';
import type { Event } from './clause.js';
import type { Statement, Subject } from './statement.js';
import type { Token } from './tokens.js';

export interface Announcement {
  /** Who, what with and in which margin: it holds for the notes that follow. */
  subject?: Subject;
  medium?: string;
  margin?: string;
  start: number;
  end: number;
  /** Number of statements made before it. */
  before: number;
}

const telling = new Set<Event['kind']>([
  'quote',
  'sign',
  'anchor',
  'change',
  'addressee',
  'reference',
  'variant',
]);

/** What a clause announces that names notes, but neither words nor a sign nor a passage. */
export function announcementIn(
  clause: readonly Token[],
  events: readonly Event[],
  { reports }: Vocabulary,
): Omit<Announcement, 'before'> | undefined {
  const [first, last] = [clause[0], clause.at(-1)];
  const nouns = wordSet(reports.nouns);
  const names = clause.some(({ kind, folded }) => kind === 'word' && nouns.has(folded));
  if (!first || !last || !names || events.some(({ kind }) => telling.has(kind))) return undefined;
  const subject = ofKind(events, 'subject').at(-1)?.subject;
  const medium = ofKind(events, 'medium').at(-1)?.text;
  const place = ofKind(events, 'place').at(-1)?.place;
  return {
    ...(subject ? { subject } : {}),
    ...(medium === undefined ? {} : { medium }),
    ...(place?.startsWith('margin') ? { margin: place } : {}),
    start: first.start,
    end: last.end,
  };
}

/** The margin that was announced last. */
export function marginOf(announced: readonly Announcement[]): { margin?: string } {
  const margin = announced.at(-1)?.margin;
  return margin === undefined ? {} : { margin };
}

export function withMedium(made: readonly Statement[], medium: string | undefined): void {
  if (medium !== undefined) for (const statement of made) statement.medium ??= medium;
}
