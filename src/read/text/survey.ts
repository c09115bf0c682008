/** What is known of a page as a whole before its units are weighed: where its title and its information stand, whom the title names. */
import { looksLikeReport } from '../marginalia/recognise.js';
import { wordSet, type Vocabulary } from '../vocabulary.js';
import { wordsOf } from '../words.js';
import { citationAbove } from './citation.js';
import { copiesBlocks } from './copies-block.js';
import { footLists, isFileCopy } from './foot-lists.js';
import { sentenceEnd } from './sentence-end.js';
import { isHeadedReport } from './headed-reports.js';
import { isChrome, isNotice, isRights, labelMeaning } from './page-labels.js';
import { informationAbove, labelledFront, titlePlace } from './page-places.js';
import { isProse } from './prose.js';
import { readTitle, titleNames } from './title.js';
import type { Unit } from './units.js';

export interface Surroundings {
  units: readonly Unit[];
  vocabulary: Vocabulary;
  /** Points that a text is an archival reference: 0 none, 1 perhaps, 2 certainly. */
  referenceLikeness: (text: string) => number;
  /** True for a line that says who translated or gave the document. */
  isCredit: (text: string) => boolean;
  /** The page is read as one without a title. */
  untitled?: boolean;
}

/** What is known of the page before its units are weighed. */
export interface Survey {
  /** The likeliest place of the title, or -1. */
  titleIndex: number;
  titleWords: ReadonlySet<string>;
  /** The citation of the page above its document, or -1. */
  citationIndex: number;
  /** Prose stands between title and citation. */
  hasSummary: boolean;
  /** Last unit of what the page says above the document: the title, or the citation and the navigation under it. */
  frontIndex: number;
  names: string[];
  /** Whom the title names as addressees. */
  addressees: string[];
  /** First unit of the information about the document, or the number of units. */
  informationIndex: number;
  /** Labels of the page between title and document, and their values. */
  labelled: ReadonlySet<number>;
  /** Units that are reports of notes, by index. */
  reports: ReadonlySet<number>;
  /** First unit after the title that is long and ends like a sentence, or the number of units: what stands before it heads the page. */
  proseIndex: number;
  /** Units of numbered lists of copies and their heads, by index. */
  copies: ReadonlySet<number>;
  /** Units of lists of distribution after the text that can be nothing else, with their heads. */
  footList: ReadonlySet<number>;
  /** Units with the words of a label of the page that stand where no label does. */
  noLabels: ReadonlySet<number>;
  /** Last unit before that information that is no notice about the abstract. */
  lastIndex: number;
  /** Blank lines that most units of the text have before them. */
  usualGap: number;
  /** True if sentences speak in the first person. */
  hasVoice: boolean;
}

export function survey(surroundings: Surroundings): Survey {
  const { units, vocabulary, referenceLikeness, untitled } = surroundings;
  const titleIndex = untitled === true ? -1 : titlePlace(units, vocabulary);
  const title = units[titleIndex]?.text ?? '';
  const titleWords = new Set(wordsOf(title));
  const isNavigation = ({ text }: Unit): boolean => isChrome(text, vocabulary);
  const citationIndex = citationAbove(units, titleIndex, titleWords, isNavigation, vocabulary);
  let frontIndex = Math.max(titleIndex, citationIndex);
  const labelledBelow =
    citationIndex < 0 ? new Set<number>() : labelledFront(units, citationIndex, units.length, vocabulary);
  for (let unit = units[frontIndex + 1]; citationIndex >= 0 && unit; unit = units[frontIndex + 1]) {
    if (!isNavigation(unit) && !labelledBelow.has(unit.index)) break;
    frontIndex++;
  }
  const footList = footLists(units, frontIndex + 1, vocabulary);
  const isLabel = ({ text, index }: Unit): boolean =>
    labelMeaning(text, vocabulary) !== undefined &&
    !footList.has(index) &&
    (!isFileCopy(text, vocabulary) || standsAsLabel(units, index, frontIndex, surroundings));
  const noLabels = new Set(
    units.filter((unit) => labelMeaning(unit.text, vocabulary) && !isLabel(unit)).map(({ index }) => index),
  );
  let informationIndex = units.length;
  for (let i = units.length - 1; i > frontIndex; i--) {
    const { text } = units[i] as Unit;
    if (isLabel(units[i] as Unit) || isRights(text, vocabulary) > 0 || referenceLikeness(text) === 2)
      informationIndex = i;
    if (labelMeaning(text, vocabulary) === 'information') {
      informationIndex = informationAbove(units, i, frontIndex, vocabulary);
      break;
    }
  }
  const voice = wordSet(vocabulary.body.voice);
  const hasVoice = units
    .slice(frontIndex + 1, Math.max(frontIndex + 1, informationIndex - 1))
    .some((unit) => wordsOf(unit.text, 400).some((word) => voice.has(word)));
  const reports = new Set(
    units
      .filter(
        ({ text }) =>
          (text.startsWith('[') && looksLikeReport(text, vocabulary)) || isHeadedReport(text, vocabulary),
      )
      .map(({ index }) => index),
  );
  let lastIndex = informationIndex - 1;
  while (lastIndex > frontIndex && isNotice(units[lastIndex]?.text ?? '', vocabulary)) lastIndex--;
  const gaps = units.slice(frontIndex + 1, lastIndex).map((unit) => unit.blanksBefore);
  const usualGap =
    gaps.length > 3
      ? (gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? 0)
      : (units[lastIndex]?.blanksBefore ?? 0);
  return {
    labelled: new Set([
      ...labelledFront(units, titleIndex, Math.max(informationIndex, citationIndex), vocabulary),
      ...labelledBelow,
    ]),
    hasSummary: units.slice(titleIndex + 1, Math.max(0, citationIndex)).some(isProse),
    reports,
    proseIndex: proseFrom(units, frontIndex + 1),
    copies: copiesBlocks(units, frontIndex + 1, informationIndex, vocabulary),
    lastIndex,
    usualGap,
    titleIndex,
    titleWords,
    citationIndex,
    frontIndex,
    footList,
    noLabels,
    names: titleNames(title, vocabulary),
    addressees: readTitle(title, vocabulary).addressees,
    informationIndex,
    hasVoice,
  };
}

/**
 * "Archive" is a label of the page and the copy that stays in the file: it is a label in the information about the document, below another label
 * or reference or a statement of rights, or with its value under it.
 */
function standsAsLabel(
  units: readonly Unit[],
  index: number,
  from: number,
  { vocabulary, referenceLikeness }: Surroundings,
): boolean {
  if (referenceLikeness(units[index + 1]?.text ?? '') > 0) return true;
  return units
    .slice(from + 1, index)
    .some(
      ({ text }) =>
        (labelMeaning(text, vocabulary) !== undefined && !isFileCopy(text, vocabulary)) ||
        isRights(text, vocabulary) > 0 ||
        referenceLikeness(text) === 2,
    );
}

/** Prose is longer than the lines of a head are. */
const shortestProse = 160;

function proseFrom(units: readonly Unit[], from: number): number {
  for (let i = from; i < units.length; i++) {
    const text = units[i]?.text ?? '';
    if (text.length >= shortestProse && sentenceEnd.test(text.slice(-12))) return i;
  }
  return units.length;
}
