/** Sentences of a report into clauses: one subject and one verb of writing each. */
import { wordSet, type Vocabulary } from '../vocabulary.js';
import { isNameToken } from './names.js';
import type { Token } from './tokens.js';

/** A semicolon ends a statement. */
export function partsOf(sentence: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of sentence) {
    parts.at(-1)?.push(token);
    if (token.text === ';' && token.kind === 'mark') parts.push([]);
  }
  return parts.filter((part) => part.length > 0);
}

/** A clause begins where a name or pronoun stands before a verb of writing, and where "and" joins another such verb. */
export function clausesOf(sentence: readonly Token[], { reports, body }: Vocabulary): Token[][] {
  const verbs = wordSet(reports.verbs);
  const pronouns = wordSet(reports.pronouns);
  const ofTwo = [...reports.former, ...reports.latter].map((phrase) => phrase.split(' ').at(-1));
  const linking = wordSet(reports.linking);
  const functionWords = wordSet(body.functionWords);
  const cuts: number[] = [];
  sentence.forEach((token, i) => {
    if (token.kind !== 'word' || !verbs.has(token.folded)) return;
    const before = sentence[i - 1];
    let from = i;
    while (from > 0 && linking.has(sentence[from - 1]?.folded ?? '')) from--;
    const subject = sentence[from - 1];
    const named =
      subject?.kind === 'word' &&
      (isNameToken(subject, functionWords) || pronouns.has(subject.folded) || ofTwo.includes(subject.folded));
    if (!named) {
      const joined = before !== undefined && reports.joints.includes(before.folded);
      if (joined && cuts.length > 0) cuts.push(i - 1);
      return;
    }
    let start = from - 1;
    while (start > 0 && isNameToken(sentence[start - 1], functionWords)) start--;
    cuts.push(cuts.length === 0 ? 0 : clauseStart(sentence, start, reports.joints));
  });
  if (cuts.length < 2) return [[...sentence]];
  return cuts.map((cut, i) => sentence.slice(cut, cuts[i + 1] ?? sentence.length));
}

/** "…, and beside the words “x” he put …": the clause begins at the "and" before its subject, if no words written stand between. */
function clauseStart(sentence: readonly Token[], subject: number, joints: readonly string[]): number {
  for (let i = subject - 1; i > subject - 12 && i > 0; i--) {
    if (joints.includes(sentence[i]?.folded ?? '')) return i;
    const before = sentence[i - 1];
    // Quoted words are an anchor's after "words", and else what somebody wrote.
    if (sentence[i]?.kind === 'quote' && before?.kind !== 'word') break;
  }
  return subject;
}
