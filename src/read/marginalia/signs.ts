/** Signs and verbs of a clause, and its small words: where else, of what, how sure. */
import type { Vocabulary } from '../vocabulary.js';
import type { Clause } from './clause.js';
import { dateAt } from './note-dates.js';
import { phraseAt } from './place-grammar.js';
import { placeOfPreposition } from './prepositions.js';
import type { Token } from './tokens.js';

type Reports = Vocabulary['reports'];

/** A sign, a verb of writing, or a word that is both ("underlined"). */
export function signAt({ tokens, vocabulary, events, verbs }: Clause, at: number): number {
  const { reports } = vocabulary;
  const token = tokens[at];
  if (!token) return 0;
  const sign = isLetter(tokens, at, reports) ? undefined : phraseAt(tokens, at, reports.signs);
  const end = tokens[at + (sign?.length ?? 1) - 1] ?? token;
  if (sign) {
    const joined = reports.stamps.includes(sign.phrase);
    const from = qualityStart(tokens, at, reports);
    const to = dateEnd(tokens, at + sign.length, vocabulary);
    const shown = tokens
      .slice(from, to)
      // A capital that only opens the sentence is none of the sign's.
      .map(({ text: word }, i) => (from + i <= 1 ? word.toLowerCase() : word))
      .join(' ');
    events.push({
      kind: 'sign',
      at,
      text: sign.phrase,
      ...(shown === sign.phrase ? {} : { shown: shown.replace(/ ,/gu, ',') }),
      start: (tokens[from] ?? token).start,
      end: (to > at + sign.length ? (tokens[to - 1] ?? end) : end).end,
      ...(joined ? { joined } : {}),
    });
  }
  const isVerb = verbs.has(token.folded);
  if (isVerb) events.push({ kind: 'verb', at, token });
  if (reports.inserting.includes(token.folded)) {
    const { start, folded: text } = token;
    events.push({ kind: 'sign', at, text, start, end: token.end, joined: true });
  }
  // A word with a capital can open a name as well; a sign of several words holds none.
  if (sign && sign.length > 1) return sign.length;
  return 0;
}

/** "underlined “…” twice", "circled three times": how often a sign was made; it is told with the sign. */
export function timesAt({ tokens, vocabulary: { reports }, events }: Clause, at: number): number {
  const times = phraseAt(tokens, at, reports.times);
  const sign = events.findLast(({ kind }) => kind === 'sign' || kind === 'quote');
  if (!times || sign?.kind !== 'sign' || !reports.inlineSigns.includes(sign.text)) return 0;
  // "twice underlined" is of the sign that follows.
  if (phraseAt(tokens, at + times.length, reports.signs)) return 0;
  sign.shown = `${sign.shown ?? sign.text} ${times.phrase}`;
  return times.length;
}

/** A capital by itself is a sign only where it is counted ("an X"); else it is a number or an initial. */
function isLetter(tokens: readonly Token[], at: number, { anchorWords, cardinals }: Reports): boolean {
  const before = tokens[at - 1]?.folded ?? '';
  return (
    /^\p{Lu}\.?$/u.test(tokens[at]?.text ?? '') &&
    !anchorWords.indefinite.includes(before) &&
    !cardinals.includes(before)
  );
}

/** Where what is said of a sign before it begins: "three exclamation marks", "a large, thick tick". */
function qualityStart(
  tokens: readonly Token[],
  at: number,
  { cardinals, signQualities, times, mediumWords }: Reports,
): number {
  let from = at;
  for (let i = at - 1; i >= 0 && i > at - 6; i--) {
    const { kind, folded, text } = tokens[i] as Token; // i is within bounds
    const isQuality = [signQualities, times].some((words) => words.includes(folded));
    if (kind === 'word' && (isQuality || cardinals.indexOf(folded) > 0)) from = i;
    else if (kind !== 'mark' || text !== ',' || from !== i + 1) break;
    // "in violet ink, two question marks"
    else if (mediumWords.tools.includes(tokens[i - 1]?.folded ?? '')) break;
  }
  return from;
}

/** "initials and the date 14.X": the end of a date that is joined to a sign, or of the sign. */
function dateEnd(tokens: readonly Token[], at: number, vocabulary: Vocabulary): number {
  const { joints, dateNouns, anchorWords } = vocabulary.reports;
  let i = at;
  if (!joints.includes(tokens[i]?.folded ?? '')) return at;
  i++;
  if ([...anchorWords.articles, ...anchorWords.indefinite].includes(tokens[i]?.folded ?? '')) i++;
  if (!dateNouns.includes(tokens[i]?.folded ?? '')) return at;
  i++;
  return i + (dateAt(tokens, i, vocabulary)?.length ?? 0);
}

/** "above it", "below, in another hand: …", "probably": said beside the rest, and no token is taken. */
export function asideAt(clause: Clause, at: number): number {
  const { vocabulary, events } = clause;
  const { reports } = vocabulary;
  const word = clause.word(at);
  const instead = phraseAt(clause.tokens, at, reports.instead);
  if (instead) {
    events.push({ kind: 'place', at, place: 'inline' }, { kind: 'reference', at });
    return instead.length;
  }
  const adverb = isAdverb(clause, at);
  const place = adverb ? placeOfPreposition(word, vocabulary) : undefined;
  if (place !== undefined && place !== 'inline') events.push({ kind: 'place', at, place });
  if (adverb || reports.references.includes(word)) events.push({ kind: 'reference', at });
  if (reports.doubts.includes(word)) events.push({ kind: 'doubt', at });
  return 0;
}

/** A preposition that stands alone, or before a word for the passage spoken of: "below:", "alongside, in pencil", "above it". */
function isAdverb({ tokens, vocabulary: { reports } }: Clause, at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (
    token?.kind !== 'word' ||
    ![reports.besideQuoted, reports.across].some((words) => words.includes(token.folded))
  )
    return false;
  return next === undefined || next.kind === 'mark' || reports.references.includes(next.folded);
}
