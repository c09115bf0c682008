/** Signatures inside the words of a note: "Done. Krotov", "To the archive. N. Vetoshkin. 20.IV." */
import { familyName } from '../../edition/names.js';
import { wordSet, type Vocabulary } from '../vocabulary.js';
import { isNameToken, nameOf } from './names.js';
import type { Statement } from './statement.js';
import { tokenize, type Token } from './tokens.js';

/** Longest signature, in tokens. */
const longest = 6;

/**
 * A statement whose clause names nobody (`told`), with the hand that its words are signed by. Initials alone tell nobody, and a last word that ends as a sentence
 * does can be one ("No. Never."), unless initials stand before it or a date after it.
 */
export function signed(statement: Statement, told: boolean, vocabulary: Vocabulary): Statement {
  const { subject, words, start, stamped } = statement;
  if ((told && subject.kind !== 'missing') || words === undefined || stamped) return statement;
  // The words begin after the quotation mark.
  const name = signatureIn(tokenize(completed(words), start + 1), words, start + 1, vocabulary);
  // "I. Stal." is the name told before, cut short.
  const known =
    subject.kind === 'name' &&
    name !== undefined &&
    familyName(subject.name).startsWith(familyName(name.name));
  return name && !known ? { ...statement, subject: { kind: 'name', ...name, signature: true } } : statement;
}

/** "V[eshnev]": as the editor completed it, with spaces for the brackets, so that all places stay. */
function completed(words: string): string {
  return words.replace(/(\p{Lu}\p{L}*)\[(\p{L}+)\]/gu, '$1$2  ');
}

function signatureIn(
  tokens: readonly Token[],
  words: string,
  offset: number,
  { body, dates, reports }: Vocabulary,
): { name: string; start: number; end: number } | undefined {
  const functionWords = wordSet(body.functionWords);
  const honorifics = wordSet(body.honorifics);
  const dateStart = tokens.findLastIndex(({ kind, folded, text }) => {
    const numeral = /^[IVX]+\.?$/u.test(text);
    return !(
      kind === 'number' ||
      kind === 'date' ||
      kind === 'mark' ||
      numeral ||
      dates.months.some((m) => m.includes(folded))
    );
  });
  const dated = tokens.slice(dateStart + 1).some(({ kind }) => kind === 'number' || kind === 'date');
  let from = dateStart + 1;
  /** A line of its own begins at a token. */
  const opensLine = (i: number): boolean =>
    /\n/u.test(words.slice((tokens[i - 1]?.end ?? 0) - offset, (tokens[i]?.start ?? 0) - offset));
  while (
    from > 0 &&
    dateStart + 1 - from < longest &&
    isNameToken(tokens[from - 1], functionWords) &&
    (from > dateStart || !opensLine(from))
  )
    from--;
  const own = tokens.slice(from, dateStart + 1);
  const before = tokens[from - 1];
  const full = own.filter(({ text }) => !text.endsWith('.') && text.length > 2);
  const isName =
    full.length > 0 &&
    full.length <= 3 &&
    !own.some(({ folded }) => honorifics.has(folded) || wordSet(reports.verbs).has(folded));
  const apart = (before?.kind === 'mark' && /^[.!?–—]$/u.test(before.text)) || opensLine(from);
  if (!isName || before === undefined || !apart) return undefined;
  const stopped = tokens.at(-1)?.text === '.';
  return stopped && own.length === full.length && !dated ? undefined : nameOf(own, honorifics);
}
