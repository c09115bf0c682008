/** Numbered copies under their head: "7 copies" / "1. Comr. Stalin" / "4-5. Comr. Dekanozov" / "7. File". */
import { madeOnce } from '../made-once.js';
import type { Vocabulary } from '../vocabulary.js';
import { anyOf, inCapitals, wordsOf } from '../words.js';
import { isDistributionHead } from './distribution-head.js';
import { sentenceEnd } from './sentence-end.js';
import type { Unit } from './units.js';

export interface CopyLabel {
  /** The number or numbers with their punctuation, and the white space after it. */
  length: number;
  text: string;
  from: number;
  to: number;
  /** True if it says that it numbers a copy. */
  isNamed: boolean;
}

const patternOf = madeOnce(
  ({ copyLabels }: Vocabulary['marks']) =>
    new RegExp(
      `^(?<label>\\(?(?<copy>(?:${anyOf(inCapitals(copyLabels))}\\.?\\s*){0,2})(?<from>\\d{1,3})(?:\\s?[–,-]\\s?(?<to>\\d{1,3}))?(?:[.):]|[\\s\\u00a0]*[–—-](?=[\\s\\u00a0])))[\\s\\u00a0]+(?=["“(]?\\p{L}|\\d{1,2}\\p{L}{2})`,
      'u',
    ),
);

/** The number that an entry begins with, also one before a dash ("2 – Comrade N"), and several ("4-5. Comr. N"). */
export function labelOfCopy(text: string, { marks }: Vocabulary): CopyLabel | undefined {
  const match = patternOf(marks).exec(text.slice(0, 60));
  const { label = '', copy = '', from = '', to = from } = match?.groups ?? {};
  return match
    ? {
        length: match[0].length,
        text: label,
        from: Number(from),
        to: Number(to),
        isNamed: wordsOf(copy).length > 0,
      }
    : undefined;
}

/** Units of such blocks by index, with their heads. The numbers run on from 1; an entry is short and no sentence. */
export function copiesBlocks(
  units: readonly Unit[],
  from: number,
  to: number,
  vocabulary: Vocabulary,
): Set<number> {
  const found = new Set<number>();
  for (let i = from; i < to; i++) {
    const head = units[i];
    if (!head || head.text.length > 160) continue;
    // "Copy No. 1 - Com. N" needs no head.
    const isHead = isDistributionHead(head.text, vocabulary);
    if (!isHead && labelOfCopy(head.text, vocabulary)?.isNamed !== true) continue;
    let next = 1;
    let at = isHead ? i + 1 : i;
    for (let unit = units[at]; unit && at < to; unit = units[++at]) {
      const label = unit.text.length <= 100 ? labelOfCopy(unit.text, vocabulary) : undefined;
      if (label?.from !== next || label.to < label.from) break;
      if (sentenceEnd.test(unit.text) && wordsOf(unit.text).length > 8) break;
      next = label.to + 1;
    }
    if (at - i < 2) continue;
    for (let unit = i; unit < at; unit++) found.add(unit);
    i = at - 1;
  }
  return found;
}
