/**
 * The grammar of editors' reports: who wrote what, where on the page, beside which passage, to whom. One report makes several statements,
 * one a note: `Stalin wrote "a" beside points 1 and 2 and "b" beside point 3. He …`. The words of the grammar are data (vocabulary/reports).
 */
import type { Vocabulary } from '../vocabulary.js';
import { clausesOf, partsOf } from './clauses.js';
import { statementsOf } from './distribution.js';
import { eventsOf, type Spoken } from './events.js';
import type { Statement, Subject } from './statement.js';
import { sentencesOf, tokenize } from './tokens.js';
import { unreadIn } from './unread.js';

export type { Statement, Subject } from './statement.js';

/** What a report says, and the parts of it that no statement was made of (offsets in the source). */
export interface ReportWords {
  statements: Statement[];
  unread: { start: number; end: number }[];
}

/** The statements of a report; see `readReport`. */
export function readStatements(text: string, offset: number, vocabulary: Vocabulary): Statement[] {
  return readReport(text, offset, vocabulary).statements;
}

/** Reads a report. `offset` is where `text` stands in the source. */
export function readReport(text: string, offset: number, vocabulary: Vocabulary): ReportWords {
  const { reports } = vocabulary;
  const statements: Statement[] = [];
  const unread: ReportWords['unread'] = [];
  const spoken: Spoken = { last: undefined, named: [] };
  for (const sentence of sentencesOf(tokenize(text, offset))) {
    // "In the margins" holds for the whole sentence; a corner of the page for its own clause only.
    let margin: string | undefined;
    // A clause without a subject has that of its sentence; a sentence without one names nobody. Pronouns reach back.
    let own: Subject | undefined;
    let previous: Statement | undefined;
    for (const clause of partsOf(sentence).flatMap((part) => clausesOf(part, vocabulary))) {
      const events = eventsOf(clause, vocabulary, spoken);
      own = events.find((event) => event.kind === 'subject')?.subject ?? own;
      const opening = events.find((event) => event.kind === 'verb' || event.kind === 'quote')?.at ?? -1;
      const leading = events.find((event) => event.kind === 'place' && event.at < opening);
      const base = leading?.kind === 'place' ? leading.place : margin;
      if (base?.startsWith('margin')) margin = base;
      const made = statementsOf(events, own ?? { kind: 'missing' }, base, { text, offset, vocabulary });
      // "… and underlined it": beside what the note before was written beside.
      const reference = events.find((event) => event.kind === 'reference');
      made.forEach((statement, i) => {
        const before = made[i - 1] ?? previous;
        if (!reference || statement.anchors.length > 0) return;
        if (before) {
          statement.anchors = before.anchors;
          if (statement.place === undefined && before.place !== undefined) statement.place = before.place;
        } else if (reports.demonstratives.includes(clause[reference.at]?.folded ?? '')) {
          // "Next to this …" with nothing before it: the passage that the report follows.
          const { start, end } = clause[reference.at] ?? statement;
          statement.anchors = [{ kind: 'this', target: 'line', start, end }];
        }
      });
      previous = made.at(-1) ?? previous;
      statements.push(...made);
      if (own) spoken.last = own;
      unread.push(...unreadIn(clause, events, made, vocabulary));
    }
  }
  return { statements, unread };
}
