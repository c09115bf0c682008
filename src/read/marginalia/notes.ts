/** Statements of reports become marginal notes, with hands and anchors; what the editor says in the sidecar counts before what is inferred. */
import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.js';
import type { Hand, MarginalNote, Origin } from '../../edition/types.js';
import type { MarginaliaWord, Sidecar } from '../../config/sidecar.js';
import type { Vocabulary } from '../vocabulary.js';
import type { Locator } from '../weave.js';
import type { AnchorExpression } from './anchor-grammar.js';
import { addressed } from './address.js';
import { resolveAnchor, type Passage, type PassageIndex } from './anchors.js';
import { Hands } from './hands.js';
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
  /** Id of the passage made for quoted words of an anchor. */
  quoted: (expression: AnchorExpression) => string | undefined;
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

interface Making {
  report: string;
  number: number;
  reportStart: number;
  hands: Hands;
  word: MarginaliaWord | undefined;
  wordIndex: number;
}

function makeNote(statement: Statement, making: Making, context: NotesContext): MarginalNote {
  const { file, at, sidecar } = context;
  const position = at(statement.start, statement.end);
  const subject: Subject =
    making.word?.hand === undefined
      ? statement.subject
      : { kind: 'name', name: making.word.hand, start: statement.start, end: statement.start };
  const hand = making.hands.of(subject, statement.medium);
  const word = making.word;
  const chosen =
    word && (word.anchor ?? word.anchors)
      ? context.chosen(word, ['marginalia', making.wordIndex])
      : undefined;
  const spoken = chosen !== undefined || word?.place !== undefined || word?.hand !== undefined;
  const resp = sidecar?.resp;
  const origin: Origin = spoken
    ? { kind: 'editor', rule: 'sidecar', resp: resp ?? 'editor' }
    : { kind: 'inferred', rule: 'report-statement', certainty: 'high' };
  const anchored: { ids: string[]; certainty?: 'low' } = chosen
    ? { ids: chosen.ids }
    : anchorsOf(statement, making.reportStart, context);
  // Words that were taken away stand in no text: the sign says them.
  const removed =
    statement.removes === true ? statement.anchors.find(({ kind }) => kind === 'words') : undefined;
  const gone = removed?.kind === 'words' && context.quoted(removed) === undefined ? removed.words : undefined;
  const sign = gone === undefined ? statement.sign : `${statement.sign ?? ''} “${gone}”`;
  const note: MarginalNote = {
    type: 'marginalNote',
    id: `note-${String(making.number)}`,
    place:
      word?.place ??
      chosen?.place ??
      (statement.place === 'page' ? undefined : statement.place) ??
      (isInline(statement, context.vocabulary) ? 'inline' : 'margin'),
    anchors: anchored.ids,
    ...(anchored.certainty || statement.doubtful ? { certainty: 'low' as const } : {}),
    report: making.report,
    ...(hand ? { hand } : {}),
    ...(statement.words === undefined ? {} : { words: statement.words }),
    ...(sign === undefined ? {} : { sign }),
    ...(statement.addressees
      ? { addressees: statement.addressees.map(({ name }) => ({ name, key: name })) }
      : {}),
    ...(statement.medium === undefined ? {} : { medium: statement.medium }),
    ...(statement.date === undefined ? {} : { date: statement.date }),
    origin,
    position,
  };
  if (statement.subject.kind === 'missing' && word?.hand === undefined && statement.stamped !== true) {
    report(file, 'hand-unknown', {
      place: position,
      reason:
        statement.words === undefined
          ? `The report does not say who made a mark (${statement.sign ?? ''})`
          : `The report does not say who wrote “${statement.words}”`,
    });
  }
  return note;
}

/** Signs that are made on the words themselves (underlined, circled), not beside them. */
function isInline({ sign }: Statement, { reports }: Vocabulary): boolean {
  return sign !== undefined && reports.inlineSigns.includes(sign);
}

function anchorsOf(
  statement: Statement,
  reportStart: number,
  context: NotesContext,
): { ids: string[]; certainty?: 'low' } {
  const { file, at, index, vocabulary } = context;
  const label = `“${statement.words ?? statement.sign ?? ''}”`;
  if (statement.anchors.length === 0) {
    // "on the first page": the document, at a place that nobody names.
    if (statement.place === 'page') return { ids: [index.document], certainty: 'low' };
    const bare = statement.place === undefined || /^margin(?: (?:left|right))?$/u.test(statement.place);
    if (!bare) return { ids: [index.document] };
    report(file, 'anchor-unresolved', {
      place: at(statement.start, statement.end),
      reason: `The report does not say beside which passage ${label} stands; the note was given to the whole document`,
      hint: suggestion(statement, undefined),
    });
    return { ids: [index.document], certainty: 'low' };
  }
  const ids: string[] = [];
  let certainty: 'low' | undefined;
  for (const expression of statement.anchors) {
    const found = resolveAnchor(expression, statement.words, index, {
      vocabulary,
      reportStart,
      quoted: context.quoted,
      ...(statement.removes === true ? { removes: true } : {}),
    });
    const place = at(expression.start, expression.end);
    if (found.state === 'coarse') {
      certainty = 'low';
      report(file, 'anchor-ambiguous', {
        place,
        reason: `The report places ${label} “${sourceOf(expression, file)}”, which cannot be told apart; the whole passage was taken`,
        related: found.candidates.flatMap((passage) =>
          passage.position ? [{ position: passage.position, text: 'passage' }] : [],
        ),
        hint: suggestion(statement, found.candidates[0]),
      });
    }
    if (found.state === 'unresolved') {
      certainty = 'low';
      report(file, 'anchor-unresolved', {
        place,
        reason: `The report places ${label} “${sourceOf(expression, file)}”, and no such passage was found; the note was given to the whole document`,
        hint: suggestion(statement, undefined),
      });
      continue;
    }
    if (found.state === 'ambiguous') {
      certainty = 'low';
      report(file, 'anchor-ambiguous', {
        place,
        reason: `The report places ${label} “${sourceOf(expression, file)}”, which can mean ${found.candidates.map(shown).join(' or ')}; the first was taken`,
        related: found.candidates.flatMap((passage) =>
          passage.position ? [{ position: passage.position, text: 'candidate' }] : [],
        ),
        hint:
          ids.length + found.ids.length > 1 || statement.anchors.length > 1
            ? severalAnchors
            : suggestion(statement, found.candidates[1]),
      });
    }
    for (const id of found.ids) if (!ids.includes(id)) ids.push(id);
  }
  if (ids.length === 0) return { ids: [index.document], certainty: 'low' };
  return { ids, ...(certainty ? { certainty } : {}) };
}

/** One anchor of several is in doubt: a suggestion of one would lose the others. */
const severalAnchors =
  'The note has several anchors. Name all of them in the sidecar: marginalia: [{ note: …, anchors: [1, 2, { paragraph: … }] }].';

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

function sourceOf(expression: AnchorExpression, file: VFile): string {
  return String(file).slice(expression.start, expression.end);
}

function opening(text: string): string {
  return text.trim().split(/\s+/u).slice(0, 6).join(' ');
}

function shown(passage: Passage): string {
  const line = passage.position?.start.line;
  return `“${opening(passage.text)} …”${line === undefined ? '' : ` (line ${String(line)})`}`;
}

function suggestion(statement: Statement, passage: Passage | undefined): string {
  const quote = passage ? opening(passage.text) : 'first words of the paragraph';
  return `Say it in the sidecar: marginalia: [{ note: ${JSON.stringify(statement.words ?? statement.sign ?? '')}, anchor: { paragraph: ${JSON.stringify(quote)} } }].`;
}
