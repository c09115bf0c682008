/** Ends of sentences, for lists run into a paragraph. */
import { fold, wordSet, type Vocabulary } from '../vocabulary.js';
import { wordsOf } from '../words.js';

/** Offsets in `text` just after each sentence, white space excluded. Abbreviations, initials and numbers do not end one. */
export function sentenceEnds(text: string, vocabulary: Vocabulary): number[] {
  const abbreviations = wordSet(vocabulary.body.abbreviations);
  const ends: number[] = [];
  for (const match of text.matchAll(
    /(?<![.!?…])[.!?…]+(?![.!?…])["”’»)\]]*(?=[\s\u00a0]+["“‘«([]?[\p{Lu}\p{N}\p{Lo}]|[\s\u00a0]*$)/gu,
  )) {
    if (match[0].startsWith('.')) {
      const word =
        /[\p{L}\p{M}.]+$|\d+$/u.exec(text.slice(Math.max(0, match.index - 24), match.index))?.[0] ?? '';
      const isLast = match.index + match[0].length >= text.trimEnd().length;
      const label =
        /^\d{1,3}$/u.test(word) &&
        /(?:^|[.!?;:]["”’)\]]*\s)\d{1,3}$/u.test(text.slice(Math.max(0, match.index - 30), match.index));
      if (!isLast && (label || /^\p{L}$/u.test(word) || abbreviations.has(fold(word)))) continue;
    }
    ends.push(match.index + match[0].length);
  }
  return ends;
}

/** True if these words lead in a list: they end with a colon, or their last sentence says that something follows. */
export function leadsIn(text: string, vocabulary: Vocabulary): boolean {
  const tail = text.slice(-400).trimEnd();
  if (/:["”’)\]]*$/u.test(tail)) return true;
  const ends = sentenceEnds(tail, vocabulary);
  const last = fold(tail.slice(ends.at(-2) ?? 0));
  return vocabulary.body.leadIns.some((phrase) => last.includes(phrase));
}

/** The amounts that the last two sentences of a text tell ("two requests", "5 questions"); of one there is no list. */
export function countedIn(text: string, vocabulary: Vocabulary): number[] {
  const tail = text.slice(-600).trimEnd();
  const ends = sentenceEnds(tail, vocabulary);
  const { cardinals } = vocabulary.reports;
  return wordsOf(tail.slice(ends.at(-3) ?? 0), 600)
    .map((word) => (/^\d{1,2}$/u.test(word) ? Number(word) : cardinals.indexOf(word) + 1))
    .filter((amount) => amount > 1);
}
