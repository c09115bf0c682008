/** Statements of reports become marginal notes, with hands and anchors; what the editor says in the sidecar counts before what is inferred. */
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.js';
import type { Hand, MarginalNote, Settlement } from '../../edition/types.js';
import type { MarginaliaWord, Sidecar } from '../../config/sidecar.js';
import { fold, type Vocabulary } from '../vocabulary.js';
import { familyName } from '../../edition/names.js';
import type { Locator } from '../weave.js';
import type { QuotedPiece } from '../quotations.js';
import type { AnchorExpression, OrdinalValue } from './anchor-expression.js';
import { addressed } from './address.js';
import { officerOf, holdersOf, type Officer } from './office-holders.js';
import type { Passage, PassageIndex } from './passage-index.js';
import { Hands } from './hands.js';
import { anchorsOf, otherThan, silently, type Anchored } from './note-anchors.js';
import type { Statement, Subject } from './statement.js';

export interface ReportReading {
  /** Id of the report in the document. */
  id: string;
  start: number;
  statements: Statement[];
  /** Parts that no note was made of. */
  unread: { start: number; end: number }[];
}

export interface NotesContext {
  file: VFile;
  at: Locator;
  vocabulary: Vocabulary;
  index: PassageIndex;
  sidecar: Sidecar | undefined;
  /** The passages of the text that quoted words of an anchor are, in order; none where they do not stand there once. */
  quoted: (expression: AnchorExpression) => readonly QuotedPiece[];
  /** True for quoted words that stand in the text more than once. */
  isRepeated: (expression: AnchorExpression) => boolean;
  /** Names of those who wrote, are addressed, or have a copy. */
  persons: readonly string[];
  /** Marks one sentence of a passage. */
  sentence: (passage: Passage, which: OrdinalValue) => string | undefined;
  /** Who holds the offices that hands are named by. */
  officers: readonly Officer[];
  /** Ids that the sidecar's anchor means; undefined if it was reported as wrong. */
  chosen: (
    word: MarginaliaWord,
    path: readonly (string | number)[],
  ) => { ids: string[]; place?: string } | undefined;
}

/** Makes the notes of all reports, and the hands that wrote them. */
export function makeNotes(
  reports: readonly ReportReading[],
  context: NotesContext,
): { notes: MarginalNote[]; hands: Hand[] } {
  const hands = new Hands();
  const notes: MarginalNote[] = [];
  const words = context.sidecar?.value.marginalia ?? [];
  const chosen = addressed(
    context.sidecar,
    reports.flatMap(({ statements }) => statements),
    context.at,
  );
  for (const { id, start, statements, unread } of reports) {
    for (const part of statements.length === 0 ? [] : unread) {
      report(context.file, 'report-part-unread', {
        place: context.at(part.start, part.end),
        reason: `No marginal note was made of this part of a report: “${shorten(String(context.file).slice(part.start, part.end))}”`,
      });
    }
    if (statements.length === 0) {
      report(context.file, 'report-not-understood', { place: context.at(start, start + 1) });
    }
    for (const statement of statements) {
      const wordIndex = chosen.get(statement) ?? -1;
      const word = words[wordIndex];
      notes.push(
        makeNote(
          statement,
          { report: id, number: notes.length + 1, reportStart: start, hands, word, wordIndex },
          context,
        ),
      );
    }
  }
  return { notes, hands: hands.list };
}

/** The last word of a name without initials. */
function familyOf(name: string): string {
  return familyName(name).split(' ').at(-1) ?? name;
}

interface Making {
  report: string;
  number: number;
  reportStart: number;
  hands: Hands;
  word: MarginaliaWord | undefined;
  wordIndex: number;
}

function makeNote(told: Statement, making: Making, context: NotesContext): MarginalNote {
  const { opensWith } = told;
  const isKnown =
    opensWith !== undefined &&
    context.persons.some((person) => familyOf(person) === familyOf(opensWith.name));
  const statement = isKnown && !told.addressees ? { ...told, addressees: [opensWith] } : told;
  const { file, at, sidecar, index } = context;
  const position = at(statement.start, statement.end);
  const subject: Subject =
    making.word?.hand === undefined
      ? officerOf(statement.subject, context.officers)
      : { kind: 'name', name: making.word.hand, start: statement.start, end: statement.start };
  // A stamp has a colour, but no hand.
  const hand =
    subject.kind === 'missing' && statement.stamped === true
      ? undefined
      : making.hands.of(subject, statement.medium);
  const word = making.word;
  const chosen =
    word && (word.anchor ?? word.anchors)
      ? context.chosen(word, ['marginalia', making.wordIndex])
      : undefined;
  const settled = settlement(word, chosen, sidecar);
  const read = anchorsOf(statement, making.reportStart, context, chosen ? silently : report);
  const anchored: Anchored = chosen
    ? { ids: chosen.ids, alternatives: otherThan(read, chosen.ids, index.document) }
    : read;
  // Words that were taken away stand in no text: the sign says them.
  const removed =
    statement.removes === true ? statement.anchors.find(({ kind }) => kind === 'words') : undefined;
  const gone = removed?.kind === 'words' && context.quoted(removed).length === 0 ? removed.words : undefined;
  const sign = gone === undefined ? statement.sign : `${statement.sign ?? ''} “${gone}”`;
  const place = word?.place ?? chosen?.place ?? placeOf(statement);
  const note: MarginalNote = {
    type: 'marginalNote',
    id: `note-${String(making.number)}`,
    ...(place === undefined ? {} : { place }),
    anchors: anchored.ids,
    ...(anchored.certainty || statement.doubtful ? { certainty: 'low' as const } : {}),
    ...(anchored.alternatives?.length ? { alternatives: anchored.alternatives } : {}),
    ...(settled ? { settled } : {}),
    report: making.report,
    ...(hand ? { hand } : {}),
    ...(hand && subject.kind === 'name' && subject.pronoun ? { handByPronoun: true } : {}),
    ...(statement.words === undefined ? {} : { words: statement.words }),
    ...(sign === undefined ? {} : { sign }),
    ...(statement.addressees
      ? {
          addressees: statement.addressees.map(({ name, within }) => ({
            name,
            key: name,
            ...(within ? { within } : {}),
          })),
        }
      : {}),
    ...(statement.medium === undefined ? {} : { medium: statement.medium }),
    ...(statement.date === undefined ? {} : { date: statement.date }),
    ...(statement.copy === undefined ? {} : { copy: statement.copy }),
    origin: { kind: 'inferred', rule: 'report-statement', certainty: 'high' },
    position,
  };
  if (place === undefined) {
    report(file, 'place-unknown', {
      place: position,
      reason: `The report does not say where on the page “${statement.words ?? statement.sign ?? ''}” stands`,
    });
  }
  if (subject.kind === 'name' && subject.signature) {
    report(file, 'hand-inferred', {
      place: at(subject.start, subject.end),
      reason: subject.spokenOf
        ? `The report names the hand of “${statement.words ?? statement.sign ?? ''}” by a pronoun; the words of a note before it were read as signed by ${subject.name}`
        : `The report does not say who wrote “${statement.words ?? ''}”; its last words were read as the signature of ${subject.name}`,
    });
  }
  if (subject.kind === 'name' && subject.office !== undefined) {
    report(file, 'hand-inferred', {
      place: position,
      reason: `The report names the hand of “${statement.words ?? statement.sign ?? ''}” by office (“${subject.office}”); the one person of the page who holds it is ${subject.name}`,
    });
  }
  tellOfficers(statement.subject, context, position);
  if (statement.subject.kind === 'missing' && word?.hand === undefined && statement.stamped !== true) {
    report(file, 'hand-unknown', {
      place: position,
      reason: handUnknown(statement, namedIn(statement, context.persons)),
    });
  }
  return note;
}

/** What is said where nobody is known to have written; `named` are those whom its sentence names. */
function handUnknown(
  { words, sign, candidate, medium, leadMedium }: Statement,
  named: readonly string[],
): string {
  const who = words === undefined ? `who made a mark (${sign ?? ''})` : `who wrote “${words}”`;
  if (named.length > 0)
    return `It was not understood from the report ${who}; its sentence names ${named.join(' and ')}, and it may be so`;
  return (
    `The report does not say ${who}` +
    (candidate === undefined
      ? ''
      : `; the notes before it are by ${candidate}${medium === undefined && leadMedium !== undefined ? ` (${leadMedium})` : ''}, and it may be so as well`)
  );
}

/** Persons of the page whom the sentence of a note names, other than those it is for. */
function namedIn({ said = [], addressees = [] }: Statement, persons: readonly string[]): string[] {
  const words = new Set(said.map((word) => word.replace(/['’]s?$/u, '')));
  const others = new Set(addressees.map(({ name }) => familyOf(name)));
  const named = persons.filter((name) => words.has(fold(familyOf(name))) && !others.has(familyOf(name)));
  return named.filter((name, i) => named.findIndex((other) => familyOf(other) === familyOf(name)) === i);
}

/** Several persons of the page hold the office that a hand is named by: the editor is asked. */
function tellOfficers(subject: Subject, { file, officers }: NotesContext, place: Position): void {
  if (subject.kind !== 'unknown') return;
  const holders = holdersOf(subject.label, officers);
  if (holders.length < 2) return;
  report(file, 'hand-unknown', {
    place,
    reason: `The report names a hand by office (“${subject.label}”), which can be ${holders.map(({ name }) => name).join(' or ')}`,
  });
}

/** What the editor says of a note, by field; nothing where the sidecar leaves it as it was read. */
function settlement(
  word: MarginaliaWord | undefined,
  chosen: { ids: string[]; place?: string } | undefined,
  sidecar: Sidecar | undefined,
): Settlement | undefined {
  const fields: Settlement['fields'] = [
    ...(chosen ? (['anchors'] as const) : []),
    ...(word?.place !== undefined || chosen?.place !== undefined ? (['place'] as const) : []),
    ...(word?.hand === undefined ? [] : (['hand'] as const)),
  ];
  return fields.length > 0 ? { fields, resp: sidecar?.resp ?? 'editor' } : undefined;
}

/** The margin where only a passage is told; none where the report speaks of the page alone ("on the telegram"). */
function placeOf(statement: Statement): string | undefined {
  if (statement.place === 'page' && statement.anchors.length === 0) return undefined;
  const told = statement.place === 'page' ? undefined : statement.place;
  return told ?? (statement.onWords ? 'inline' : 'margin');
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
