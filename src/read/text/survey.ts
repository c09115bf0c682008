/** What is known of a page as a whole before its units are weighed: where its title and its information stand, whom the title names. */
import { looksLikeReport } from '../marginalia/recognise.js';
import { wordSet, type Vocabulary } from '../vocabulary.js';
import { wordsOf } from '../words.js';
import { citationAbove } from './citation.js';
import { copiesBlocks } from './copies-block.js';
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
  /** Last unit before that information that is no notice about the abstract. */
  lastIndex: number;
  /** Blank lines that most units of the text have before them. */
  usualGap: number;
  /** True if sentences speak in the first person. */
  hasVoice: boolean;
}

export function survey({ units, vocabulary, referenceLikeness, untitled }: Surroundings): Survey {
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
  let informationIndex = units.length;
  for (let i = units.length - 1; i > frontIndex; i--) {
    const { text } = units[i] as Unit;
    if (labelMeaning(text, vocabulary) || isRights(text, vocabulary) > 0 || referenceLikeness(text) === 2)
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
    names: titleNames(title, vocabulary),
    addressees: readTitle(title, vocabulary).addressees,
    informationIndex,
    hasVoice,
  };
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
