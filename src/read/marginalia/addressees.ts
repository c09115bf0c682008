/** Whom the words of a note speak to: "To Comrades Garin and Petelin. Your opinion …", "Comrade Sobolin, please reply." */
import { wordSet, type Vocabulary } from '../vocabulary.js';
import { isNameToken } from './names.js';
import type { Statement } from './statement.js';
import { tokenize, type Token } from './tokens.js';

/** Marks after somebody who is spoken to. */
const vocative = /^[.,:;!–—-]$/u;

/**
 * A statement whose report names no addressee, with those that its words open with. A form of address stands before the name: without one
 * it can be of anything ("To Moscow"). After "to" any words may follow; without it a mark does, or it is whom the note is about.
 */
export function addressedInWords(statement: Statement, vocabulary: Vocabulary): Statement {
  const { words, stamped, addressees, start } = statement;
  if (words === undefined || stamped === true || addressees !== undefined) return statement;
  const named = opening(tokenize(words, 0), words, vocabulary);
  // The words begin after their quotation mark.
  const found = named.map(({ from, to }) => ({
    name: words.slice(from, to),
    start: start + 1 + from,
    end: start + 1 + to,
    within: { from, to },
  }));
  if (found.length > 0) return { ...statement, addressees: found };
  const alone = /^(?<name>(?:\p{Lu}\.\s*)*\p{Lu}\p{Ll}[\p{L}\p{M}'’-]+)[.!:]\s+(?=\p{Lu}\S*\s+\S)/u.exec(
    words,
  )?.groups?.['name'];
  if (alone === undefined) return statement;
  const end = start + 1 + alone.length;
  return {
    ...statement,
    opensWith: { name: alone, start: start + 1, end, within: { from: 0, to: alone.length } },
  };
}

function opening(
  tokens: readonly Token[],
  words: string,
  { body, marks, reports }: Vocabulary,
): { from: number; to: number }[] {
  const forms = wordSet(body.formsOfAddress);
  const functionWords = wordSet(body.functionWords);
  const found: { from: number; to: number }[] = [];
  const folded = (i: number): string => (tokens[i]?.kind === 'word' ? tokens[i].folded : '');
  const directed = marks.addressee.includes(folded(0));
  let i = directed ? 1 : 0;
  if (!forms.has(folded(i))) return [];
  for (;;) {
    // "Comr." with its full stop, which belongs to it.
    while (forms.has(folded(i))) i += tokens[i + 1]?.text === '.' ? 2 : 1;
    const first = i;
    while (isNameToken(tokens[i], functionWords) && !forms.has(folded(i))) i++;
    const [from, to] = [tokens[first]?.start, tokens[i - 1]?.end];
    if (i === first || from === undefined || to === undefined || /[\n\r]/u.test(words.slice(from, to))) break;
    found.push({ from, to });
    if (!reports.anchorWords.joints.includes(tokens[i]?.folded ?? '')) break;
    const after = tokens[i + 1];
    if (!isNameToken(after, functionWords)) break;
    i++;
  }
  const next = tokens[i];
  // "Cde. Melnik to prepare a reply"; "Cde. Melnik to be told" speaks of him.
  const bidden = reports.bidding.includes(folded(i)) && !reports.biddingNot.includes(folded(i + 1));
  return directed || bidden || next === undefined || vocative.test(next.text) ? found : [];
}
