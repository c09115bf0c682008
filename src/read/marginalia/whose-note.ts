/** Whose note a report is: "Translator's note: …", "[Ed.: …", "Примечание переводчика. …". They tell of the hand, and are not it. */
import { wordSet, type Vocabulary } from '../vocabulary.js';
import type { Token } from './tokens.js';

/** Longest such opening, in tokens with its punctuation. */
const longest = 10;
const ends: ReadonlySet<string> = new Set([':', '–', '—', '-']);

/** Number of tokens before the report's own words; 0 where it does not say whose note it is. */
export function whoseNote(tokens: readonly Token[], { reports }: Vocabulary): number {
  const { notes, authors, keepers, between } = reports.whose;
  let named = false;
  let kept = false;
  let noted = false;
  for (let i = 0; i < Math.min(tokens.length, longest); i++) {
    const { kind, text, folded } = tokens[i] as Token; // i is within bounds
    if (kind === 'mark') {
      const next = tokens[i + 1];
      const stops = text === '.' && noted && (named || kept) && /^\p{Lu}/u.test(next?.text ?? '');
      if ((ends.has(text) && (named || (kept && noted))) || stops)
        // An archivist writes on papers, too: "Archivist's note: “To the files.”"
        return kept && !named && !isTold(tokens.slice(i + 1), reports) ? 0 : i + 1;
      if (text === '.' || ((text === '[' || text === '(') && i === 0)) continue;
      return 0;
    }
    if (kind !== 'word') return 0;
    const word = folded.replace(/['’]s?$/u, '');
    if (notes.includes(word)) noted = true;
    else if (authors.includes(word)) named = true;
    else if (keepers.includes(word)) kept = true;
    else if (!between.includes(word)) return 0;
  }
  return 0;
}

/** A verb or a noun of writing: somebody tells of what is written. */
function isTold(tokens: readonly Token[], { verbs, nouns }: Vocabulary['reports']): boolean {
  return tokens.some(
    ({ kind, folded }) => kind === 'word' && (wordSet(verbs).has(folded) || wordSet(nouns).has(folded)),
  );
}
