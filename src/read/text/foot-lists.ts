/** Lists of distribution after the text: under a label ("Copies to:"), or under a "To:" of its own, which can also lead in an address. */
import { foldLabel, wordSet, type Vocabulary } from '../vocabulary.js';
import { wordsOf } from '../words.js';
import { isDistributionHead } from './distribution-head.js';
import { isChrome, labelMeaning } from './page-labels.js';
import { isProse } from './prose.js';
import { sentenceEnd } from './sentence-end.js';
import type { Unit } from './units.js';

const longestEntry = 80;
/** Recipients of a list under "To:"; fewer lines can be the office, the name and the place of one. */
const fewestRecipients = 3;

/** "TO" above "THE MINISTER OF TRADE": the word alone, with a capital or a colon. */
export function leadsInAddress(text: string, { marks }: Vocabulary): boolean {
  if (text.length > 20 || !(text.endsWith(':') || /^\p{Lu}/u.test(text))) return false;
  return marks.addressee.includes(foldLabel(text));
}

/** "Archive", "To the file": the copy that stays, and nothing else. */
export function isFileCopy(text: string, { marks }: Vocabulary): boolean {
  return text.length <= 40 && wordSet(marks.fileCopy).has(foldLabel(text));
}

/** Units of such lists by index, with their heads. Entries are short, no sentences, and stand no farther apart than the first two do. */
export function footLists(units: readonly Unit[], from: number, vocabulary: Vocabulary): Set<number> {
  const found = new Set<number>();
  let text = false;
  for (let i = from; i < units.length; i++) {
    const head = units[i] as Unit; // i is within bounds
    text ||= isProse(head);
    if (!text || head.text.length > longestEntry || !head.text.endsWith(':')) continue;
    const isTo = leadsInAddress(head.text, vocabulary);
    if (!isTo && !isDistributionHead(head.text, vocabulary)) continue;
    const entries = entriesFrom(units, i + 1, vocabulary);
    const hasFileCopy = entries.some((entry) => isFileCopy(entry.text, vocabulary));
    if (isTo && !hasFileCopy && recipients(entries, vocabulary) < fewestRecipients) continue;
    // Under a label that says what it is, other evidence tells the entries; only where a file copy stands is the whole certain.
    if (!isTo && !hasFileCopy) continue;
    for (const { index } of [head, ...entries]) found.add(index);
  }
  return found;
}

function entriesFrom(units: readonly Unit[], from: number, vocabulary: Vocabulary): Unit[] {
  const apart = Math.max(units[from]?.blanksBefore ?? 0, units[from + 1]?.blanksBefore ?? 0);
  const entries: Unit[] = [];
  for (let i = from, unit = units[i]; unit; unit = units[++i]) {
    const { text, blanksBefore } = unit;
    if (text.length > longestEntry || blanksBefore > apart || /^\[|:$/u.test(text)) break;
    if (sentenceEnd.test(text) && wordsOf(text).length > 6) break;
    if (isChrome(text, vocabulary)) break;
    if (labelMeaning(text, vocabulary) !== undefined && !isFileCopy(text, vocabulary)) break;
    entries.push(unit);
  }
  return entries;
}

/** Persons with a word of address or rank, of whom each is a recipient of his own. */
function recipients(entries: readonly Unit[], { body }: Vocabulary): number {
  const first = entries.map(({ text }) => wordsOf(text.replace(/^\W*\d{0,3}\W*/u, ''))[0] ?? '');
  return first.filter((word) => wordSet(body.honorifics).has(word) || wordSet(body.ranks).has(word)).length;
}
