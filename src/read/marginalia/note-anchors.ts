/** Where a reported note stands: the anchors of its statement together, the doubts told with what to write in the sidecar. */
import type { VFile } from 'vfile';
import type { report } from '../../diagnostics/report.js';
import type { Vocabulary } from '../vocabulary.js';
import { startsWithWord } from '../words.js';
import type { AnchorExpression } from './anchor-expression.js';
import { resolveAnchor } from './anchors.js';
import type { Passage } from './passage-index.js';
import type { NotesContext } from './notes.js';
import type { Statement } from './statement.js';

/** Where a note stands. */
export interface Anchored {
  ids: string[];
  certainty?: 'low';
  /** Other passages that the words can mean. */
  alternatives?: string[];
}

/** What the report means by the letter, where the editor chose otherwise; the document as a whole is no such passage. */
export function otherThan({ ids }: Anchored, chosen: readonly string[], document: string): string[] {
  const literal = ids.filter((id) => id !== document);
  return literal.length === chosen.length && literal.every((id) => chosen.includes(id)) ? [] : literal;
}

/** Nobody need be asked what the editor has answered. */
export const silently: Tell = () => undefined;
type Tell = (...finding: Parameters<typeof report>) => void;

/** Resolves what a statement says of its place; what stays in doubt is told. */
export function anchorsOf(
  statement: Statement,
  reportStart: number,
  context: NotesContext,
  tell: Tell,
): Anchored {
  const { file, at, index, vocabulary } = context;
  const label = `“${statement.words ?? statement.sign ?? ''}”`;
  if (statement.anchors.length === 0) {
    // "on the first page": the document, at a place that nobody names.
    if (statement.place === 'page') return { ids: [index.document], certainty: 'low' };
    const bare = statement.place === undefined || /^margin(?: (?:left|right))?$/u.test(statement.place);
    if (!bare) return { ids: [index.document] };
    tell(file, 'anchor-unresolved', {
      place: at(statement.start, statement.end),
      reason: `The report does not say beside which passage ${label} stands; the note was given to the whole document`,
      hint: suggestion(statement, undefined),
    });
    return { ids: [index.document], certainty: 'low' };
  }
  const ids: string[] = [];
  const alternatives: string[] = [];
  const unresolved: AnchorExpression[] = [];
  let certainty: 'low' | undefined;
  for (const expression of statement.anchors) {
    const found = resolveAnchor(expression, statement.words, index, {
      vocabulary,
      reportStart,
      quoted: context.quoted,
      sentence: context.sentence,
      ...(statement.removes === true ? { removes: true } : {}),
    });
    const place = at(expression.start, expression.end);
    if (found.state === 'coarse') {
      certainty = 'low';
      tell(file, 'anchor-ambiguous', {
        place,
        reason: `The report places ${label} “${sourceOf(expression, file, vocabulary)}”, which cannot be told apart; the whole passage was taken`,
        related: found.candidates.flatMap((passage) =>
          passage.position ? [{ position: passage.position, text: 'passage' }] : [],
        ),
        hint: suggestion(statement, found.candidates[0]),
      });
    }
    if (found.state === 'unresolved') {
      certainty = 'low';
      unresolved.push(expression);
      continue;
    }
    if (found.state === 'ambiguous') {
      certainty = 'low';
      alternatives.push(...found.candidates.map(({ id }) => id));
      tell(file, 'anchor-ambiguous', {
        place,
        reason: `The report places ${label} “${sourceOf(expression, file, vocabulary)}”, which can mean ${found.candidates.map(shown).join(' or ')}; the first was taken`,
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
  for (const expression of unresolved) {
    const instead =
      ids.length === 0
        ? 'the note was given to the whole document'
        : 'the note was given to its other passages';
    tell(file, 'anchor-unresolved', {
      place: at(expression.start, expression.end),
      reason: `The report places ${label} “${sourceOf(expression, file, vocabulary)}”, ${context.isRepeated(expression) ? 'which stands in the text more than once' : 'and no such passage was found'}; ${instead}`,
      hint: ids.length === 0 ? suggestion(statement, undefined, expression) : severalAnchors,
    });
  }
  if (ids.length === 0) return { ids: [index.document], certainty: 'low' };
  return {
    ids,
    alternatives: [...new Set(alternatives)].filter((id) => !ids.includes(id)),
    ...(certainty ? { certainty } : {}),
  };
}

/** One anchor of several is in doubt: a suggestion of one would lose the others. */
const severalAnchors =
  'The note has several anchors. Name all of them in the sidecar: marginalia: [{ note: …, anchors: [1, 2, { paragraph: … }] }].';

/** The words of an expression, from the first of its preposition on ("next to"). */
function sourceOf({ start, end }: AnchorExpression, file: VFile, { reports }: Vocabulary): string {
  const source = String(file);
  const words = source.slice(start, end);
  const before = source.slice(Math.max(0, start - 30), start).toLowerCase();
  for (const phrase of reports.beside) {
    const last = phrase.lastIndexOf(' ') + 1;
    const head = phrase.slice(0, last);
    if (last === 0 || !startsWithWord(words, phrase.slice(last)) || !before.endsWith(head)) continue;
    if (!/\p{L}/u.test(before.at(-head.length - 1) ?? '')) return source.slice(start - last, end);
  }
  return words;
}

function opening(text: string): string {
  return text.trim().split(/\s+/u).slice(0, 6).join(' ');
}

function shown(passage: Passage): string {
  const line = passage.position?.start.line;
  return `“${opening(passage.text)} …”${line === undefined ? '' : ` (line ${String(line)})`}`;
}

function suggestion(
  statement: Statement,
  passage: Passage | undefined,
  unresolved?: AnchorExpression,
): string {
  const quote = passage ? opening(passage.text) : 'first words of the paragraph';
  const words = unresolved?.kind === 'words' ? ', or anchor: { quote: "words as the text has them" }' : '';
  return `Say it in the sidecar: marginalia: [{ note: ${JSON.stringify(statement.words ?? statement.sign ?? '')}, anchor: { paragraph: ${JSON.stringify(quote)} } }]${words}.`;
}
