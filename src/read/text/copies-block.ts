/** Numbered copies under their head: "7 copies" / "1. Comr. Stalin" / "4-5. Comr. Dekanozov" / "7. File". */
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
}

const patterns = new WeakMap<Vocabulary['marks'], RegExp>();

function patternOf(marks: Vocabulary['marks']): RegExp {
  let known = patterns.get(marks);
  if (!known) {
    known = new RegExp(
      `^(?<label>\\(?(?:(?:${anyOf(inCapitals(marks.copyLabels))})\\.?\\s*)?(?<from>\\d{1,3})(?:\\s?[–,-]\\s?(?<to>\\d{1,3}))?(?:[.):]|[\\s\\u00a0]*[–—-](?=[\\s\\u00a0])))[\\s\\u00a0]+(?=["“(]?\\p{L}|\\d{1,2}\\p{L}{2})`,
      'u',
    );
    patterns.set(marks, known);
  }
  return known;
}

/** The number that an entry begins with, also one before a dash ("2 – Comrade N"), and several ("4-5. Comr. N"). */
export function labelOfCopy(text: string, { marks }: Vocabulary): CopyLabel | undefined {
  const match = patternOf(marks).exec(text.slice(0, 60));
  const { label = '', from = '', to = from } = match?.groups ?? {};
  return match ? { length: match[0].length, text: label, from: Number(from), to: Number(to) } : undefined;
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
    if (!head || head.text.length > 160 || !isDistributionHead(head.text, vocabulary)) continue;
    let next = 1;
    let at = i + 1;
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
