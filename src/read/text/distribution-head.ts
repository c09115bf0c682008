/**
 * What shows a distribution: a label before names ("Distributed to: …", "Mailing list: …", "6 copies printed: 1 - …"), or a line that heads a
 * list of them ("CC:", "Prepared in three copies:", "7 copies").
 */
import { foldLabel, type Vocabulary } from '../vocabulary.js';
import { anyOf } from '../words.js';
import { readDateline } from '../body/dateline.js';
import { listsRecipients } from '../body/listed-names.js';

interface Grammar {
  /** Whole lines that need no colon. */
  head: RegExp;
  count: RegExp;
  /** What may stand before a colon. */
  label: RegExp;
  /** A label that goes on with names without a colon: a noun or verb and what joins it to them ("Distributed to"). */
  open: RegExp;
}
const grammars = new WeakMap<Vocabulary, Grammar>();

function grammarOf(vocabulary: Vocabulary): Grammar {
  let known = grammars.get(vocabulary);
  if (!known) {
    const { marks, reports } = vocabulary;
    const { nouns, verbs, joints, fillers } = marks.distributionWords;
    const number = `(?:\\d+|${anyOf(reports.cardinals)})`;
    const count = anyOf(marks.distributionCounts, number);
    const noun = anyOf([...nouns, ...marks.distribution]);
    const [verb, joint, filler] = [verbs, joints, fillers].map((words) => anyOf(words)) as [
      string,
      string,
      string,
    ];
    const loose = `(?:${verb}|${joint}|${filler}|${number})`;
    const core = `(?:${count}|${noun}|${verb}\\s+(?:${filler}\\s+)*${joint})`;
    known = {
      head: new RegExp(`^(?:${anyOf(marks.distribution)}|${count})$`, 'u'),
      count: new RegExp(`^${count}$`, 'u'),
      label: new RegExp(`^(?:${loose}\\s+){0,5}?${core}(?:\\s+(?:${core}|${loose})){0,6}$`, 'u'),
      open: new RegExp(
        `^(?:(?:${filler}|${number})\\s+){0,3}(?:${noun}|${verb})\\s+(?:(?:${verb}|${filler})\\s+){0,3}?${joint}(?=\\s)`,
        'u',
      ),
    };
    grammars.set(vocabulary, known);
  }
  return known;
}

/** True if a line heads a list of distribution and says nothing else. */
export function isDistributionHead(text: string, vocabulary: Vocabulary): boolean {
  if (text.length > 160) return false;
  if (grammarOf(vocabulary).head.test(foldLabel(text))) return true;
  return distributionLabel(text, vocabulary) === text.length;
}

/** True for a line that only counts copies ("7 copies"). */
export function countsCopies(text: string, vocabulary: Vocabulary): boolean {
  return text.length <= 80 && grammarOf(vocabulary).count.test(foldLabel(text));
}

const longestLabel = 90;
/** A distribution in one line is not longer than this. */
const longestLine = 400;

/** True if a line begins as a distribution does, whatever follows. */
export function beginsDistribution(text: string, vocabulary: Vocabulary): boolean {
  return grammarOf(vocabulary).open.test(text.slice(0, longestLabel).toLowerCase());
}

/** "Distributed to Comrades A, B and the C Department.": a label without a colon, before a list and nothing else. */
function openLabel(text: string, vocabulary: Vocabulary): number | undefined {
  const length = grammarOf(vocabulary).open.exec(text.slice(0, longestLabel).toLowerCase())?.[0].length;
  return length !== undefined && text.length <= longestLine && listsRecipients(text.slice(length), vocabulary)
    ? length
    : undefined;
}

/** Length of the label of a distribution and its colon, at the head of a line; undefined where there is none, or an hour or date follows it. */
export function distributionLabel(text: string, vocabulary: Vocabulary): number | undefined {
  const colon = /^[^:]{2,90}?(?::|[ \u00a0][–—-](?=[ \u00a0]))/u.exec(text.slice(0, longestLabel + 2));
  if (!colon) {
    // "Prepared in 3 copies, 2 to the Center, 1 to the file".
    const counted = /^[^,;:]{2,90}?[,;](?=\s*\d)/u.exec(text)?.[0];
    if (counted !== undefined && countsCopies(counted, vocabulary)) return counted.length;
    return openLabel(text, vocabulary);
  }
  const length = colon[0].length;
  if (!grammarOf(vocabulary).label.test(foldLabel(colon[0]))) return undefined;
  const rest = readDateline(text.slice(length), 0, vocabulary);
  return rest && rest.coverage >= 0.6 && (rest.hasDate || rest.hasTime) ? undefined : length;
}
