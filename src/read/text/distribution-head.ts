/**
 * What shows a distribution: a label before names ("Distributed to: …", "Mailing list: …", "6 copies printed: 1 - …"), or a line that heads a
 * list of them ("CC:", "Prepared in three copies:", "7 copies").
 */
import { foldLabel, type Vocabulary } from '../vocabulary.js';
import { madeOnce } from '../made-once.js';
import { lowered, wordsOf } from '../words.js';
import { readDateline } from '../body/dateline.js';
import { listsRecipients } from '../body/listed-names.js';
import { DistributionWords } from './distribution-words.js';

interface Grammar {
  /** Labels that are one phrase ("Copies"). */
  phrases: ReadonlySet<string>;
  /** Words of which any distribution has one. */
  telling: ReadonlySet<string>;
  words: DistributionWords;
}
const grammarOf = madeOnce((vocabulary: Vocabulary): Grammar => {
  const { distribution, distributionCounts, distributionWords } = vocabulary.marks;
  const { nouns, verbs } = distributionWords;
  return {
    phrases: new Set(distribution),
    telling: new Set([...nouns, ...verbs, ...distribution, ...distributionCounts].map(longestWord)),
    words: new DistributionWords(vocabulary),
  };
});

function longestWord(phrase: string): string {
  return wordsOf(phrase).reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

/** True if a text has, where a label stands, a word of which any distribution has one. */
function mayDistribute(text: string, vocabulary: Vocabulary): boolean {
  const { telling } = grammarOf(vocabulary);
  return wordsOf(text.slice(0, longestHead)).some((word) => telling.has(word));
}

const longestHead = 160;

/** True if a line heads a list of distribution and says nothing else. */
export function isDistributionHead(text: string, vocabulary: Vocabulary): boolean {
  if (text.length > longestHead || !mayDistribute(text, vocabulary)) return false;
  const { phrases, words } = grammarOf(vocabulary);
  const label = foldLabel(text);
  if (phrases.has(label) || words.counts(label)) return true;
  return distributionLabel(text, vocabulary) === text.length;
}

/** True for a line that only counts copies ("7 copies"). */
export function countsCopies(text: string, vocabulary: Vocabulary): boolean {
  return (
    text.length <= 80 &&
    mayDistribute(text, vocabulary) &&
    grammarOf(vocabulary).words.counts(foldLabel(text))
  );
}

const longestLabel = 90;
/** A distribution in one line is not longer than this. */
const longestLine = 400;

function beginning(text: string): string {
  return lowered(text.slice(0, longestLabel)).replaceAll('’', "'");
}

/** True if a line begins as a distribution does, whatever follows. */
export function beginsDistribution(text: string, vocabulary: Vocabulary): boolean {
  return (
    mayDistribute(text, vocabulary) && grammarOf(vocabulary).words.openLength(beginning(text)) !== undefined
  );
}

/** The words within which a label without a colon begins. */
function labelWords(text: string): string {
  return text.slice(0, longestLabel).split(/\s+/u, 8).join(' ');
}

/** "Distributed to Comrades A, B and the C Department.": a label without a colon, before a list and nothing else. */
function openLabel(text: string, vocabulary: Vocabulary): number | undefined {
  if (text.length > longestLine || !mayDistribute(labelWords(text), vocabulary)) return undefined;
  const length = grammarOf(vocabulary).words.openLength(beginning(text));
  return length !== undefined && listsRecipients(text.slice(length), vocabulary) ? length : undefined;
}

/** Length of the label of a distribution and its colon, at the head of a line; undefined where there is none, or an hour or date follows it. */
export function distributionLabel(text: string, vocabulary: Vocabulary): number | undefined {
  if (!mayDistribute(text, vocabulary)) return undefined;
  const colon = /^[^:]{2,90}?(?::|[ \u00a0][–—-](?=[ \u00a0]))/u.exec(text.slice(0, longestLabel + 2));
  if (!colon) {
    // "Prepared in 3 copies, 2 to the Center, 1 to the file".
    const counted = /^[^,;:]{2,90}?[,;](?=\s*\d)/u.exec(text)?.[0];
    if (counted !== undefined && countsCopies(counted, vocabulary)) return counted.length;
    return openLabel(text, vocabulary);
  }
  const length = colon[0].length;
  const { phrases, words } = grammarOf(vocabulary);
  const folded = foldLabel(colon[0]);
  if (!phrases.has(folded) && !words.isLabel(folded)) return undefined;
  const rest = readDateline(text.slice(length), 0, vocabulary);
  return rest && rest.coverage >= 0.6 && (rest.hasDate || rest.hasTime) ? undefined : length;
}
