/**
 * The grammar of editors' reports: who wrote what, where on the page, beside which passage, to whom. One report makes several statements,
 * one a note: `Stalin wrote "a" beside points 1 and 2 and "b" beside point 3. He …`. The words of the grammar are data (vocabulary/reports).
 */
import { wordSet, type Vocabulary } from '../vocabulary.js';
import { isAbsent } from './absence.js';
import { addressedInWords } from './addressees.js';
import type { AnchorExpression } from './anchor-expression.js';
import { clausesOf, partsOf } from './clauses.js';
import { statementsOf, type Told } from './distribution.js';
import type { Event, Spoken } from './clause.js';
import { announcementIn, marginOf, withMedium, type Announcement } from './announcements.js';
import { eventsOf } from './events.js';
import { isOneHand, type Statement, type Subject } from './statement.js';
import { signed } from './signatures.js';
import { sentencesOf, tokenize, type Token } from './tokens.js';
import { unreadIn } from './unread.js';
import { whoseNote } from './whose-note.js';

export type { Statement, Subject } from './statement.js';

/** What a report says, and the parts of it that no statement was made of (offsets in the source). */
export interface ReportWords {
  statements: Statement[];
  /** Whom its last words name: "in the same hand" in the next report is theirs. */
  last?: Subject;
  unread: { start: number; end: number }[];
}

/** The statements of a report; see `readReport`. */
export function readStatements(text: string, offset: number, vocabulary: Vocabulary): Statement[] {
  return readReport(text, offset, vocabulary).statements;
}

/** Reads a report. `offset` is where `text` stands in the source, `before` who was named last in the report before it. */
export function readReport(
  text: string,
  offset: number,
  vocabulary: Vocabulary,
  before?: Subject,
): ReportWords {
  const statements: Statement[] = [];
  const unread: ReportWords['unread'] = [];
  const spoken: Spoken = {
    last: before,
    named: [],
    target: undefined,
    before: undefined,
    passage: undefined,
    list: undefined,
    copy: undefined,
  };
  // "The document bears Orlov's notes. …": who, what with and where, told of the notes that follow.
  const announced: Announcement[] = [];
  let earlier: Statement | undefined;
  let leadMedium: string | undefined;
  const tokens = tokenize(text, offset);
  for (const sentence of sentencesOf(tokens.slice(whoseNote(tokens, vocabulary)), vocabulary)) {
    const held: Held = { passages: [], ...marginOf(announced) };
    // A clause without a subject has that of its sentence; a sentence without one names nobody. Pronouns reach back.
    let own: Subject | undefined;
    spoken.before = spoken.target ?? spoken.before;
    spoken.target = undefined;
    spoken.list = undefined;
    let previous: Statement | undefined;
    const clauses = partsOf(sentence).flatMap((part) =>
      clausesOf(part, vocabulary).map((clause, i) => ({ clause, goesOn: i > 0 })),
    );
    for (const { clause, goesOn } of clauses) {
      if (isAbsent(clause, vocabulary)) continue;
      const events = eventsOf(clause, vocabulary, spoken, clause[0] === sentence[0]);
      own = events.find((event) => event.kind === 'subject')?.subject ?? own;
      // "…; the words “…” are underlined": by whom, nobody says.
      if (!goesOn && clause[0] !== sentence[0] && isPassive(clause, events, vocabulary)) own = undefined;
      const standing = hold(held, events, clause, vocabulary);
      const announcement = announcementIn(clause, events, vocabulary);
      const subject = own ?? announced.at(-1)?.subject ?? { kind: 'missing' };
      const made = statementsOf({ events, tokens: clause, subject, ...standing, text, offset, vocabulary });
      refer(made, previous ?? earlier, events, clause, vocabulary);
      beNear(made, previous ?? earlier, events);
      standBeside(made, goesOn ? previous : undefined);
      // "On the copy in … N underlined … and wrote …": on the same copy.
      if (goesOn && previous?.copy !== undefined) for (const note of made) note.copy ??= previous.copy;
      previous = made.at(-1) ?? previous;
      earlier = previous ?? earlier;
      const told = events.some(({ kind }) => kind === 'subject');
      const bySigners = made.map((statement) =>
        addressedInWords(signed(statement, told, vocabulary), vocabulary),
      );
      statements.push(...bySigners.flatMap((statement) => byAll(statement, events)));
      leadMedium = held.medium ?? leadMedium;
      if (spoken.last?.kind === 'name')
        for (const statement of statements.slice(-bySigners.length || statements.length))
          if (statement.subject.kind === 'missing' && statements.length > bySigners.length) {
            statement.candidate = spoken.last.name;
            if (leadMedium !== undefined) statement.leadMedium = leadMedium;
          }
      for (const statement of statements.slice(-bySigners.length || statements.length))
        if (statement.subject.kind === 'missing')
          statement.said = sentence.flatMap(({ kind, folded: word }) => (kind === 'word' ? [word] : []));
      spoken.last = own ?? signerOf(bySigners) ?? spoken.last;
      if (made.length === 0 && signIllegibly(statements.at(-1), events)) continue;
      if (announcement && made.length === 0) announced.push({ ...announcement, before: statements.length });
      else unread.push(...unreadIn(clause, events, made, vocabulary));
      if (!events.some(({ kind }) => kind === 'medium'))
        withMedium(made, held.medium ?? announced.at(-1)?.medium);
    }
  }
  // Nothing followed: then it tells of notes that nobody can make.
  for (const { before: count, start, end } of announced)
    if (statements.length === count) unread.push({ start, end });
  unread.sort((a, b) => a.start - b.start);
  return { statements, unread, ...(spoken.last ? { last: spoken.last } : {}) };
}

/** Who signed the words of a clause that names nobody: pronouns after it are theirs. */
function signerOf(made: readonly Statement[]): Subject | undefined {
  return made.findLast(({ subject }) => subject.kind === 'name' && subject.signature)?.subject;
}

/** "The signature is illegible.": nothing else is told, and the note before it has no hand yet: it is in that hand. */
function signIllegibly(last: Statement | undefined, events: readonly Event[]): boolean {
  const [only] = events;
  if (events.length !== 1 || only?.kind !== 'subject' || only.subject.kind !== 'unknown') return false;
  if (last?.subject.kind !== 'missing' || last.stamped === true) return false;
  last.subject = only.subject;
  delete last.candidate;
  delete last.said;
  return true;
}

/** A clause that has a verb, but nobody who wrote. */
function isPassive(clause: readonly Token[], events: readonly Event[], { reports }: Vocabulary): boolean {
  if (events.some(({ kind }) => kind === 'subject')) return false;
  const standing = wordSet(reports.standing);
  return clause.some(({ kind, folded }) => kind === 'word' && standing.has(folded));
}

/** What was told of the place before the notes of a sentence. */
interface Held {
  /** "In the margins" holds for the whole sentence. */
  margin?: string;
  /** Told before a colon: it holds until another place or passage is told. */
  place?: string;
  /** What is told before a colon that notes are written with. */
  medium?: string;
  passages: AnchorExpression[];
}

/** The place, and the passages, that hold for a clause that tells none; takes note of what it tells for those after it. */
function hold(
  held: Held,
  events: readonly Event[],
  clause: readonly Token[],
  { reports }: Vocabulary,
): Pick<Told, 'base' | 'held' | 'passages'> {
  // "Notes in the right margin: …": a noun as well as a verb.
  const nouns = wordSet(reports.nouns);
  const opening =
    events.find(
      (event) => event.kind === 'quote' || (event.kind === 'verb' && !nouns.has(event.token.folded)),
    )?.at ?? -1;
  const leading = events.find((event) => event.kind === 'place' && event.at < opening);
  const locators = events.filter((event) => event.kind === 'place' || event.kind === 'anchor');
  const item = events.find(({ kind }) => kind === 'quote' || kind === 'sign')?.at ?? -1;
  const colon = clause.findIndex(({ kind, text }) => kind === 'mark' && text === ':');
  if (locators.length > 0) {
    delete held.place;
    held.passages = [];
  }
  if (colon >= 0 && colon < item) {
    const told = locators.filter(({ at }) => at < colon);
    const place = told.findLast((event) => event.kind === 'place');
    if (place?.kind === 'place') held.place = place.place;
    const medium = events.find((event) => event.kind === 'medium' && event.at < colon);
    if (medium?.kind === 'medium') held.medium = medium.text;
    held.passages = told.flatMap((event) => (event.kind === 'anchor' ? [event.anchor] : []));
  }
  const base = leading?.kind === 'place' ? leading.place : held.margin;
  if (base?.startsWith('margin')) held.margin = base;
  return { base, held: held.place, passages: locators.length > 0 ? [] : held.passages };
}

/** "… and underlined it": beside what the note before was written beside. */
function refer(
  made: readonly Statement[],
  previous: Statement | undefined,
  events: readonly Event[],
  clause: readonly Token[],
  { reports }: Vocabulary,
): void {
  const reference = events.find((event) => event.kind === 'reference');
  if (!reference) return;
  made.forEach((statement, i) => {
    const before = made[i - 1] ?? previous;
    if (statement.anchors.length > 0) return;
    if (before) {
      statement.anchors = before.anchors;
      // What stands beside a circle is not made around its words as well.
      const apart = before.place === 'inline' && statement.words !== undefined;
      if (statement.place === undefined && before.place !== undefined && !apart)
        statement.place = before.place;
    } else if (reports.demonstratives.includes(clause[reference.at]?.folded ?? '')) {
      // "Next to this …" with nothing before it: the passage that the report follows.
      const { start, end } = clause[reference.at] ?? statement;
      statement.anchors = [{ kind: 'this', target: 'line', start, end }];
    }
  });
}

/** "Beside it: “…”", where what is meant is a note that has a place and no passage: the same place. */
function beNear(made: readonly Statement[], before: Statement | undefined, events: readonly Event[]): void {
  const reference = events.find(({ kind }) => kind === 'reference');
  const [first] = made;
  if (!reference || !first || !before || first.anchors.length > 0 || before.anchors.length > 0) return;
  if (first.place === undefined && before.place !== undefined) first.place = before.place;
}

/** "ticked point 1 and wrote “yes” in the margin": words, or another sign, that are told with a sign stand beside what it marks. */
function standBeside(made: readonly Statement[], previous: Statement | undefined): void {
  made.forEach((statement, i) => {
    const before = made[i - 1] ?? previous;
    const inMargin = statement.place === undefined || statement.place.startsWith('margin');
    if (statement.anchors.length > 0 || !inMargin || !before || before.words !== undefined) return;
    if (isOneHand(before.subject, statement.subject)) statement.anchors = before.anchors;
  });
}

/** "N and M both wrote": a note of each. */
function byAll(statement: Statement, events: readonly Event[]): Statement[] {
  const others = events.flatMap((event) =>
    event.kind === 'subject' && event.subject === statement.subject ? (event.others ?? []) : [],
  );
  return [statement, ...others.map((subject) => ({ ...statement, subject }))];
}
