/**
 * Marks that say how the paper is to be handled, where they are no set phrase: something that is done with it, and that it must or must not
 * be, with a term and an office ("To be returned to the 10th Department within 24 hours", "The making of copies is prohibited").
 */
import { madeOnce } from '../made-once.js';
import { wordSet, type Vocabulary } from '../vocabulary.js';
import { anyOf, lowered, wordsOf } from '../words.js';

interface Grammar {
  token: RegExp;
  lead: RegExp;
}

/** Such a mark is one short sentence. */
const longest = 18;

const grammarOf = madeOnce(({ marks, reports }: Vocabulary): Grammar => {
  const { actions, duties, fillers, leads } = marks.handlingWords;
  const word = (words: readonly string[]): string => `${anyOf(words)}(?![\\p{L}\\d'-])`;
  const number = `(?:\\d{1,3}|${anyOf(reports.cardinals)})(?![\\p{L}\\d'-])`;
  return {
    token: new RegExp(
      `\\s*(?:(?<duty>${word(duties)})|(?<action>${word(actions)})|(?<other>${word(fillers)}|${number}))[\\s,()]*`,
      'uy',
    ),
    lead: new RegExp(`(?:^|\\s)${anyOf(leads)}$`, 'u'),
  };
});

/** What can be done with a paper, each by its first word. */
const firstWords = madeOnce(
  ({ handlingWords }: Vocabulary['marks']): ReadonlySet<string> =>
    new Set(handlingWords.actions.map((words) => wordsOf(words)[0] ?? '')),
);

/** An office or a name in capitals, from a place in the words on ("10th Department of the CC CPSU"). */
const office =
  /\s*(?:\d{1,3}(?:st|nd|rd|th|-\p{L}{1,2})\s+)?\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+(?:(?:of|for|and|the|и|по|der|des|und)\s+){0,2}\p{Lu}[\p{L}\p{M}.'’-]*){0,9}[\s,()]*/uy;

const nextWord = /\s*[\p{L}\d][\p{L}\p{M}\d.'’-]*[\s,()]*/uy;

/** True if some words are one such mark. `text` is without the punctuation that ends it. */
export function isHandling(text: string, vocabulary: Vocabulary): boolean {
  if (text.length > 140 || !/\s/u.test(text)) return false;
  const words = wordsOf(text);
  // Most lines say nothing of the kind, and the expressions are long.
  if (words.length > longest || !words.some((word) => firstWords(vocabulary.marks).has(word))) return false;
  const { token, lead } = grammarOf(vocabulary);
  const folded = lowered(text).replaceAll('’', "'");
  const seen = { duty: false, action: false };
  const pattern = text === text.toUpperCase() ? nextWord : office;
  let inName = false;
  for (let at = 0; at < text.length;) {
    token.lastIndex = at;
    const match = token.exec(folded);
    if (match && match[0].length > 0) {
      seen.duty ||= match.groups?.['duty'] !== undefined;
      seen.action ||= match.groups?.['action'] !== undefined;
      at += match[0].length;
      inName = false;
      continue;
    }
    // In a line of capitals nothing but its place shows a name.
    if (!(inName && pattern === nextWord) && !lead.test(folded.slice(0, at).trimEnd())) return false;
    pattern.lastIndex = at;
    const name = pattern.exec(text);
    if (!name || name[0].length === 0) return false;
    seen.duty ||= namesOffice(name[0], vocabulary);
    at += name[0].length;
    inName = true;
  }
  return seen.duty && seen.action;
}

function namesOffice(text: string, { body }: Vocabulary): boolean {
  return wordsOf(text).some((word) => wordSet(body.organisations).has(word));
}
