/** Signs and verbs of a clause, and its small words: where else, of what, how sure. */
import type { Clause } from './clause.js';
import { phraseAt } from './place-grammar.js';
import { placeOfPreposition } from './prepositions.js';

/** A sign, a verb of writing, or a word that is both ("underlined"). */
export function signAt({ tokens, vocabulary, events, verbs }: Clause, at: number): number {
  const { reports } = vocabulary;
  const token = tokens[at];
  if (!token) return 0;
  const sign = phraseAt(tokens, at, reports.signs);
  const end = tokens[at + (sign?.length ?? 1) - 1] ?? token;
  if (sign) {
    const joined = reports.stamps.includes(sign.phrase);
    // "three exclamation marks"
    const counted = reports.cardinals.indexOf(tokens[at - 1]?.folded ?? '') > 0 ? tokens[at - 1] : undefined;
    const text = counted ? `${counted.folded} ${sign.phrase}` : sign.phrase;
    const { start } = counted ?? token;
    events.push({ kind: 'sign', at, text, start, end: end.end, ...(joined ? { joined } : {}) });
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
  if (token?.kind !== 'word' || !reports.besideQuoted.includes(token.folded)) return false;
  return next === undefined || next.kind === 'mark' || reports.references.includes(next.folded);
}
