/** What a report says is not there: "there are no marks on the document", "no signature". */
import { wordSet, type Vocabulary } from '../vocabulary.js';
import { phraseAt } from './place-grammar.js';
import type { Token } from './tokens.js';

/** Words that may stand between "no" and what is not there ("no other handwritten notes"). */
const farthest = 3;

/** True for a clause that tells only of what is not there. "No. 5" is a number. */
export function isAbsent(clause: readonly Token[], { reports }: Vocabulary): boolean {
  if (clause.some(({ kind }) => kind === 'quote')) return false;
  const nouns = wordSet(reports.nouns);
  return clause.some((token, i) => {
    if (token.kind !== 'word' || !reports.absent.includes(token.folded)) return false;
    for (let at = i + 1; at <= i + farthest && clause[at]?.kind === 'word'; at++)
      if (nouns.has(clause[at]?.folded ?? '') || phraseAt(clause, at, reports.signs)) return true;
    return false;
  });
}
