/** Where a note stands by the preposition of its passage, in TEI's values. */
import type { Vocabulary } from '../vocabulary.js';

/** "below point 4", "around the words": undefined for a preposition that says only that it is beside. */
export function placeOfPreposition(
  preposition: string,
  { reports }: Vocabulary,
): 'above' | 'below' | 'inline' | 'across' | undefined {
  if (reports.above.includes(preposition)) return 'above';
  if (reports.below.includes(preposition)) return 'below';
  if (reports.across.includes(preposition)) return 'across';
  return reports.upon.includes(preposition) ? 'inline' : undefined;
}
