/** Whether a text is an editor's report of what is written on a page by hand. */
import { fold, wordSet, type Vocabulary } from '../vocabulary.js';
import { wordsOf } from '../words.js';
import { isAbsent } from './absence.js';
import { placeAt } from './place-grammar.js';
import { readStatements, type Statement } from './statements.js';
import { sentencesOf, tokenize } from './tokens.js';
import { whoseNote } from './whose-note.js';

/** Longest report that is looked at, in characters. */
const longest = 8000;

/**
 * True if the grammar of reports makes a note of it: a note with an anchor or a place on the page, or words that are said to be written.
 * A remark that says of itself what it is ("Translator's note: …") is one only if it speaks of marks on the page, or tells a note where it stands.
 */
export function looksLikeReport(text: string, vocabulary: Vocabulary): boolean {
  if (text.length > longest) return false;
  const opening = fold(text.slice(0, 60)).replace(/^[[(\s]+/u, '');
  const { reports } = vocabulary;
  const verbs = wordSet(reports.verbs);
  const nouns = wordSet(reports.nouns);
  const unquoted = wordsOf(text.replace(/["“][^"“”]{0,600}["”]/gu, ' '), 4000);
  const written = unquoted.some((word) => verbs.has(word) || nouns.has(word.replace(/'s$/u, '')));
  // A translator's note explains words more often than it tells of a hand.
  if (
    vocabulary.body.remarks.some((remark) => opening.startsWith(`${remark}:`)) ||
    whoseNote(tokenize(text.slice(0, 200), 0), vocabulary) > 0
  )
    return (
      unquoted.some((word) => reports.marking.includes(word)) ||
      readStatements(text, 0, vocabulary).some(
        (note) => (written || note.place !== undefined) && isOnPage(note),
      )
    );
  // A stamp that is reported has a place; one that is copied out has none.
  const statements = readStatements(text, 0, vocabulary).filter(
    ({ stamped, place, anchors }) => stamped !== true || place !== undefined || anchors.length > 0,
  );
  if (statements.some(({ anchors }) => anchors.length > 0)) return true;
  // What is written stands on a named place, though no verb says so ("On the verso: “…”").
  if (statements.some(({ words, place }) => words !== undefined && place !== undefined)) return true;
  // "At the end, a large tick in red pencil."
  const told = new Set<string | undefined>([undefined, 'page']);
  if (
    statements.some(({ words, sign, place }) => words === undefined && sign !== undefined && !told.has(place))
  )
    return true;
  // "drew a … around “…”": whatever it is, it stands on the page.
  if (written && isMadeAround(text, vocabulary)) return true;
  const joined = ` ${unquoted.join(' ')} `;
  if (reports.unread.some((phrase) => joined.includes(` ${phrase} `))) return true;
  return written && (statements.length > 0 || placed(text, vocabulary));
}

/** Told of a hand at a place or a passage of the page, or a sign that stands there. */
function isOnPage({ subject, sign, place, anchors, words, stamped }: Statement): boolean {
  if (stamped === true) return false;
  const there = anchors.some(({ kind }) => kind !== 'this') || (place !== undefined && place !== 'page');
  const isWords = anchors.every(({ kind }) => kind === 'words');
  if (words !== undefined) return there && (subject.kind !== 'missing' || (place !== undefined && !isWords));
  return there && sign !== undefined;
}

/** A preposition of what is made on the words themselves stands before words that are quoted. */
function isMadeAround(text: string, { reports }: Vocabulary): boolean {
  const tokens = tokenize(text, 0);
  return tokens.some(
    ({ kind, folded }, at) =>
      kind === 'word' && reports.upon.includes(folded) && tokens[at + 1]?.kind === 'quote',
  );
}

function placed(text: string, vocabulary: Vocabulary): boolean {
  return sentencesOf(tokenize(text, 0), vocabulary).some(
    (sentence) =>
      !isAbsent(sentence, vocabulary) &&
      sentence.some((token, at) => token.kind === 'word' && placeAt(sentence, at, vocabulary) !== undefined),
  );
}
