/** What the words of a clause say, in order: who, which verb, words written, signs, places, anchors, media, dates. */
import type { Vocabulary } from '../vocabulary.js';
import type { AnchorExpression } from './anchor-expression.js';
import { changeAt, passiveChangeAt } from './changes.js';
import { copyNameAt } from './copies.js';
import { Clause, type Event, type Spoken } from './clause.js';
import { mediumAt } from './media.js';
import { dateAt } from './note-dates.js';
import { passageAt, quotationAt } from './passages.js';
import { phraseAt, placeAt } from './place-grammar.js';
import { asideAt, signAt, timesAt } from './signs.js';
import { officerAt, personAt, spokenOfAt, strangerAt } from './subjects.js';
import type { Token } from './tokens.js';

/** Tells what begins at a token, and takes it: the number of tokens taken, 0 where it is not of this kind. */
type Reader = (clause: Clause, at: number) => number;

/** In the order in which they are asked: quoted words and dates hold words that mean something else elsewhere. */
const readers: readonly Reader[] = [
  quotationAt,
  momentAt,
  alterationAt,
  copyAt,
  passageAt,
  spotAt,
  toolAt,
  strangerAt,
  inTurnAt,
  spokenOfAt,
  officerAt,
  timesAt,
  signAt,
  asideAt,
  personAt,
];

export function eventsOf(
  tokens: readonly Token[],
  vocabulary: Vocabulary,
  spoken: Spoken,
  opensSentence: boolean,
): Event[] {
  const clause = new Clause(tokens, vocabulary, spoken, opensSentence);
  for (let at = 0; at < tokens.length;) at += taken(clause, at);
  return clause.events;
}

function taken(clause: Clause, at: number): number {
  for (const reader of readers) {
    const length = reader(clause, at);
    if (length > 0) return length;
  }
  return 1;
}

function momentAt({ tokens, vocabulary, events }: Clause, at: number): number {
  const date = dateAt(tokens, at, vocabulary);
  if (date) events.push({ kind: 'date', at, text: date.text });
  return date?.length ?? 0;
}

/** Quoted words of an event, as a passage. */
function wordsOf(event: Event | undefined): (AnchorExpression & { kind: 'words' }) | undefined {
  if (event?.kind === 'anchor') return event.anchor.kind === 'words' ? event.anchor : undefined;
  if (event?.kind !== 'quote') return undefined;
  const { text: words, start, end } = event.token;
  return { kind: 'words', words, start, end };
}

function alterationAt(clause: Clause, at: number): number {
  const { tokens, vocabulary, events } = clause;
  const token = tokens[at];
  const old = events.findLastIndex((event) => wordsOf(event) !== undefined);
  const changed = wordsOf(events[old]);
  const passive = changed && passiveChangeAt(tokens, at, changed, vocabulary);
  const change = passive ?? changeAt(tokens, at, vocabulary);
  if (!change || !token) return 0;
  if (passive) {
    clause.taken.add(passive.words);
    events.splice(old, 1);
  }
  events.push({ kind: 'verb', at, token }, { kind: 'change', at, change });
  return change.length;
}

function spotAt({ tokens, vocabulary, events }: Clause, at: number): number {
  const place = placeAt(tokens, at, vocabulary);
  if (place) events.push({ kind: 'place', at, place: place.place });
  return place?.length ?? 0;
}

function copyAt({ tokens, vocabulary, events, spoken }: Clause, at: number): number {
  const copy = copyNameAt(tokens, at, vocabulary);
  if (!copy) return 0;
  const text = copy.name ?? spoken.copy;
  if (text !== undefined) {
    events.push({ kind: 'copy', at, text });
    spoken.copy = text;
  }
  return copy.length;
}

function toolAt({ tokens, vocabulary, events, verbs }: Clause, at: number): number {
  const medium = mediumAt(tokens, at, vocabulary);
  const token = tokens[at];
  if (!medium || !token) return 0;
  // "in a red oval": the colour of the sign.
  const { signs, mediumWords } = vocabulary.reports;
  const ends = tokens[at + medium.length - 1]?.folded ?? '';
  if (mediumWords.hues.includes(ends) && phraseAt(tokens, at + medium.length, signs)) return 0;
  if (verbs.has(token.folded)) events.push({ kind: 'verb', at, token });
  events.push({ kind: 'medium', at, text: medium.text });
  return medium.length;
}

function inTurnAt({ tokens, vocabulary, events }: Clause, at: number): number {
  const turn = phraseAt(tokens, at, vocabulary.reports.inTurn);
  if (turn) events.push({ kind: 'inTurn', at });
  return turn?.length ?? 0;
}
