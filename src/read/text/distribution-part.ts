/** Distribution: a line at the head, or a list at the end. */
import type { DistributionEntry, Phrase } from '../../edition/types.js';
import { readLabel } from '../body/labels.js';
import { readMarks } from '../body/marks.js';
import { namesInList } from '../body/names.js';
import type { PhraseMark } from '../weave.js';
import { longestStart } from '../words.js';
import type { Making } from './body-reading.js';
import { isDistributionHead } from './distribution-head.js';
import { nameFact, nameMark } from './mentions.js';
import type { Unit } from './units.js';

/** The words of a line of distribution; its names are recorded as receivers of copies. */
export function distributionPhrases(unit: Unit, { reading, context }: Making): Phrase[] {
  const { vocabulary, source, at } = context;
  const label = longestStart(unit.text, vocabulary.marks.distribution) ?? '';
  const colon = /^\s*:?/u.exec(unit.text.slice(label.length))?.[0].length ?? 0;
  const offset = unit.start + label.length + colon;
  const marks: PhraseMark[] = [];
  const entries =
    isDistributionHead(unit.text, vocabulary) || readMarks(unit.text, unit.start, vocabulary)
      ? []
      : namesInList(unit.text.slice(label.length + colon), vocabulary);
  for (const entry of entries) {
    const fact = nameFact(entry, offset, 'distribution', at);
    if (entry.isFileCopy) reading.correspondence.fileCopy ??= { ...fact, value: entry.name };
    // "two for the Center": words about copies, no name.
    else if (/^["“]?[\p{Lu}\p{Lo}\p{N}]/u.test(entry.name)) {
      marks.push(nameMark(entry, offset));
      reading.correspondence.copiesTo.push(fact);
    }
  }
  return context.inline({ source, start: unit.start, end: unit.end }, marks);
}

/** One line of a distribution list; a printed number is its label. */
export function distributionEntry(unit: Unit, making: Making): DistributionEntry {
  const { source, at } = making.context;
  const label = readLabel(unit.text);
  const words = label
    ? { ...unit, start: unit.start + label.length, text: unit.text.slice(label.length) }
    : unit;
  return {
    type: 'distributionEntry',
    ...(label
      ? {
          label: {
            type: 'label' as const,
            value: source.slice(unit.start, unit.start + label.text.length),
            position: at(unit.start, unit.start + label.text.length),
          },
        }
      : {}),
    children: distributionPhrases(words, making),
    position: at(unit.start, unit.end),
  };
}
