/** Distribution: a line at the head, or a list at the end. */
import type { DistributionEntry, Phrase } from '../../edition/types.js';
import { readLabel } from '../body/labels.js';
import { readMarks } from '../body/marks.js';
import { isOfficeOf, nameIn } from '../body/names.js';
import { namesInList, withParts, type ListedName } from '../body/listed-names.js';
import { fold, type Vocabulary } from '../vocabulary.js';
import type { PhraseMark } from '../weave.js';
import { longestStart } from '../words.js';
import type { Making } from './body-reading.js';
import { labelOfCopy } from './copies-block.js';
import { distributionLabel, isDistributionHead } from './distribution-head.js';
import { leadsInAddress } from './foot-lists.js';
import { nameFact, nameMark, officeMarks } from './mentions.js';
import type { Unit } from './units.js';

/** The words of a line of distribution; its names are recorded as receivers of copies. A numbered copy has one. */
export function distributionPhrases(
  unit: Unit,
  making: Making,
  isNumbered = labelOfCopy(unit.text, making.context.vocabulary) !== undefined,
): Phrase[] {
  const { reading, context } = making;
  const { vocabulary, source, at } = context;
  const label =
    distributionLabel(unit.text, vocabulary) ??
    labelOfCopy(unit.text, vocabulary)?.length ??
    longestStart(unit.text, vocabulary.marks.distribution)?.length ??
    0;
  const length = label + (/^\s*:?/u.exec(unit.text.slice(label))?.[0].length ?? 0);
  const offset = unit.start + length;
  const marks: PhraseMark[] = [];
  const entries =
    isDistributionHead(unit.text, vocabulary) ||
    leadsInAddress(unit.text, vocabulary) ||
    readMarks(unit.text, unit.start, vocabulary)
      ? []
      : entriesOf(unit.text.slice(length), label > 0, making);
  const words = unit.text.slice(length);
  const holder = isNumbered ? holderOf(entries, words) : undefined;
  if (holder) marks.push(...officeMarks(words.slice(holder.end), offset + holder.end, vocabulary));
  for (const entry of holder ? [holder] : entries) {
    // "1. Addressee": who that is, is said elsewhere.
    if (vocabulary.marks.distributionAddressees.includes(fold(entry.name))) continue;
    const fact = nameFact(entry, offset, 'distribution', at);
    if (entry.isFileCopy) reading.correspondence.fileCopy ??= { ...fact, value: entry.name };
    else if (entry.isGroup || isNamed(entry, vocabulary)) {
      marks.push(nameMark(entry, offset));
      reading.correspondence.copiesTo.push(fact);
    }
  }
  return context.inline({ source, start: unit.start, end: unit.end }, marks);
}

/** "2. Comrade Sedlák, 3rd Department": whose copy it is, with his office. */
function holderOf(entries: readonly ListedName[], text: string): ListedName | undefined {
  const [holder, office, ...others] = entries;
  const isOne =
    holder?.kind === 'person' &&
    office?.kind === 'organisation' &&
    others.length === 0 &&
    !holder.isFileCopy &&
    /^,\s*$/u.test(text.slice(holder.end, office.start));
  return isOne ? holder : undefined;
}

/** "two for the Center" are words about copies; a name has a capital, or begins with an office ("head of the 6th Department"). */
function isNamed({ name, kind }: ListedName, vocabulary: Vocabulary): boolean {
  return /^["“]?[\p{Lu}\p{Lo}\p{N}]/u.test(name) || (kind === 'organisation' && isOfficeOf(name, vocabulary));
}

/** The entries of a line; a line without a label that begins with an institution is one entry ("Ministry of Trade, Department 2"). */
function entriesOf(text: string, labelled: boolean, { context }: Making): ListedName[] {
  const { vocabulary } = context;
  const entries = withParts(namesInList(text, vocabulary), text, vocabulary);
  const [first] = entries;
  if (labelled || entries.length < 2 || first?.kind !== 'organisation') return entries;
  const whole = nameIn(text, vocabulary);
  const persons = entries.some(({ start, end }) => {
    const before = text.slice(0, start).split(/[,;]/u).at(-1) ?? '';
    return start > first.end && (before.trim() !== '' || /\p{Lu}\.\s*\p{Lu}/u.test(text.slice(start, end)));
  });
  return !whole || persons || entries.some(({ isFileCopy }) => isFileCopy)
    ? entries
    : [{ ...whole, kind: 'organisation', isFileCopy: false, isGroup: false }];
}

/** One line of a distribution list; a printed number is its label. */
export function distributionEntry(unit: Unit, making: Making): DistributionEntry {
  const { source, at } = making.context;
  const label = labelOfCopy(unit.text, making.context.vocabulary) ?? readLabel(unit.text);
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
    children: distributionPhrases(words, making, label !== undefined),
    position: at(unit.start, unit.end),
  };
}
