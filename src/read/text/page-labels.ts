/** Lines that the page puts around a document: labels, navigation, statements of rights, notices about its abstract. */
import { madeOnce } from '../made-once.js';
import { fold, foldLabel, wordSet, type LabelMeaning, type Vocabulary } from '../vocabulary.js';

const labelsOf = madeOnce(
  ({ page }: Vocabulary): ReadonlyMap<string, LabelMeaning> =>
    new Map(
      // The first that has a word counts, as everywhere.
      page.labels.flatMap(({ means, words }) => words.map((word) => [word, means] as const)).reverse(),
    ),
);

/** The meaning of a line that is a label of the page and nothing else. */
export function labelMeaning(text: string, vocabulary: Vocabulary): LabelMeaning | undefined {
  if (text.length > 60) return undefined;
  const labels = labelsOf(vocabulary);
  const folded = fold(text);
  return labels.get(folded.replace(/ ?:$/, '')) ?? labels.get(foldLabel(text));
}

export function isChrome(text: string, vocabulary: Vocabulary): boolean {
  return text.length <= 80 && wordSet(vocabulary.page.chrome).has(foldLabel(text));
}

/** How many phrases of a statement of rights a text holds. */
export function isRights(text: string, vocabulary: Vocabulary): number {
  if (text.length < 12 || text.length > 4000) return 0;
  const folded = fold(text);
  return vocabulary.page.rights.filter((phrase) => folded.includes(phrase)).length;
}

/** A notice that a page prints after its abstract. */
export function isNotice(text: string, vocabulary: Vocabulary): boolean {
  if (text.length > 300) return false;
  const folded = fold(text);
  return vocabulary.page.abstractNotices.some((phrase) => folded.includes(phrase));
}
