/** Reports of what is written on a page under a heading of their own ("Notes on the document:"), without brackets. */
import { foldLabel, wordSet, type Vocabulary } from '../vocabulary.js';
import { looksLikeReport } from '../marginalia/recognise.js';
import { readStatements } from '../marginalia/statements.js';
import { labelMeaning } from './page-labels.js';
import type { Unit } from './units.js';

/** Longest such report, in lines. */
const longest = 20;

function isHeading(line: string, vocabulary: Vocabulary): boolean {
  return line.length <= 80 && wordSet(vocabulary.reports.headings).has(foldLabel(line));
}

/** True if the grammar of reports makes a note of a line; under such a heading it needs no verb of writing. */
function tells(text: string, vocabulary: Vocabulary): boolean {
  return text.length <= 2000 && readStatements(text, 0, vocabulary).length > 0;
}

/** True if a unit is a heading with the lines of its report. */
export function isHeadedReport(text: string, vocabulary: Vocabulary): boolean {
  const end = text.indexOf('\n');
  return end > 0 && isHeading(text.slice(0, end).trim(), vocabulary) && looksLikeReport(text, vocabulary);
}

/** Joins each such heading with the lines under it: as far as they stand no farther apart than the first two do. */
export function joinHeadedReports(units: readonly Unit[], source: string, vocabulary: Vocabulary): Unit[] {
  if (!units.some(({ text }) => isHeading(text, vocabulary))) return [...units];
  const joined: Unit[] = [];
  for (let i = 0; i < units.length; i++) {
    const head = units[i] as Unit; // i is within bounds
    let last = i;
    const first = units[i + 1];
    if (first && isHeading(head.text, vocabulary) && tells(first.text, vocabulary)) {
      const apart = (units[i + 2]?.blanksBefore ?? 0) < first.blanksBefore ? 0 : first.blanksBefore;
      last++;
      for (let k = last + 1; k < units.length && k - i < longest; k++) {
        const { text, blanksBefore } = units[k] as Unit; // k is within bounds
        if (blanksBefore > apart || labelMeaning(text, vocabulary) !== undefined) break;
        // Farther than a line apart, what is no report goes on with something else.
        if (blanksBefore > 0 && !tells(text, vocabulary)) break;
        last = k;
      }
    }
    const end = (units[last] as Unit).end;
    joined.push({
      ...head,
      index: joined.length,
      end,
      text: last === i ? head.text : source.slice(head.start, end),
      lines: units.slice(i, last + 1).reduce((sum, { lines }) => sum + lines, 0),
    });
    i = last;
  }
  return joined;
}
