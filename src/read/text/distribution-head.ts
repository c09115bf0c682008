/** The line that heads a list of distribution: "CC:", "Copies to", "5 copies", "Prepared in three copies:". */
import { foldLabel, type Vocabulary } from '../vocabulary.js';
import { anyOf } from '../words.js';

const distributionHeads = new WeakMap<Vocabulary, RegExp>();

/** True if a line heads such a list and says nothing else. */
export function isDistributionHead(text: string, vocabulary: Vocabulary): boolean {
  let head = distributionHeads.get(vocabulary);
  if (!head) {
    const { distribution, distributionCounts } = vocabulary.marks;
    const count = anyOf(distributionCounts, `(?:\\d+|${anyOf(vocabulary.reports.cardinals)})`);
    head = new RegExp(`^(?:${anyOf(distribution)}|${count})$`, 'u');
    distributionHeads.set(vocabulary, head);
  }
  return text.length <= 160 && head.test(foldLabel(text));
}
