/** Lists run into one paragraph: "1. Regarding … 2. Regarding … 3. Regarding … They still …". */
import type { VFile } from 'vfile';
import type { Certainty, Label, Phrase, RunInEntry, RunInList, Text } from '../../edition/types.js';
import { report } from '../../diagnostics/report.js';
import type { Vocabulary } from '../vocabulary.js';
import { textNode, type Locator, type Stretch } from '../weave.js';
import { leadsIn, sentenceEnds } from './sentences.js';

interface Entry {
  /** Offsets in the source: of the label, and of the words after it. */
  label: number;
  words: number;
  end: number;
  n: number;
}

export interface RunIn {
  start: number;
  end: number;
  entries: Entry[];
  certainty: Certainty;
}

/** Numbers with which an entry opens a sentence: "1. Radar", "2) Engines", "(3) Courses". */
const labels = /(?<=^|[.!?;:]["”’)\]]*[\s\u00a0])\(?(\d{1,3})[.)/][\s\u00a0]+(?=["“«'(]?\p{Lu})/gu;

/**
 * Finds a run-in list. It must be announced (by the block before, or by the words before it), run from 1 without a gap, and each entry must
 * open a sentence. It ends with the first sentence of its last entry if all others are one sentence; if they are longer, nobody can tell: the rest of
 * the paragraph is taken for the last entry, with a diagnostic.
 */
export function findRunIn(
  stretch: Stretch,
  announced: boolean,
  vocabulary: Vocabulary,
  file: VFile,
  at: Locator,
): RunIn | undefined {
  const text = stretch.source.slice(stretch.start, stretch.end);
  const entries: Entry[] = [];
  for (const match of text.matchAll(labels)) {
    if (Number(match[1]) !== entries.length + 1) {
      if (entries.length > 0 || match[1] !== '1') continue;
    }
    entries.push({
      label: stretch.start + match.index,
      words: stretch.start + match.index + match[0].length,
      end: stretch.end,
      n: entries.length + 1,
    });
  }
  const [first] = entries;
  const last = entries.at(-1);
  if (!first || !last || entries.length < 2) return undefined;
  const lead = text.slice(0, first.label - stretch.start).trim();
  if (lead === '' ? !announced : !leadsIn(lead, vocabulary)) return undefined;

  let sentences = 0;
  entries.forEach((entry, i) => {
    const next = entries[i + 1];
    if (!next) return;
    entry.end = next.label;
    const words = stretch.source.slice(entry.words, entry.end).trimEnd();
    entry.end = entry.words + words.length;
    sentences = Math.max(sentences, sentenceEnds(words, vocabulary).length);
  });
  const rest = stretch.source.slice(last.words, stretch.end);
  const ends = sentenceEnds(rest, vocabulary);
  let certainty: Certainty = 'high';
  const [end] = ends;
  if (sentences <= 1 && end !== undefined) last.end = last.words + end;
  else if (ends.length > 1) {
    certainty = 'low';
    report(file, 'list-end-ambiguous', {
      place: at(last.words, stretch.end),
      actual: 'several sentences after the last number of a list',
      expected: 'one, as after its other numbers',
    });
  }
  return { start: first.label, end: last.end, entries, certainty };
}

/** Makes the list of a run-in that was found. `inline` reads the words of one entry. */
export function runInList(
  found: RunIn,
  source: string,
  inline: (stretch: Stretch) => Phrase[],
  at: Locator,
): RunInList {
  const children: (RunInEntry | Text)[] = [];
  found.entries.forEach((entry, i) => {
    const label = /^\S+/u.exec(source.slice(entry.label, entry.words))?.[0] ?? '';
    const labelEnd = entry.label + label.length;
    const node: Label = { type: 'label', value: label, position: at(entry.label, labelEnd) };
    const previous = found.entries[i - 1];
    if (previous && entry.label > previous.end)
      children.push(textNode({ source, start: previous.end, end: entry.label }, at));
    children.push({
      type: 'runInEntry',
      n: String(entry.n),
      label: node,
      children: inline({ source, start: entry.words, end: entry.end }),
      position: at(entry.label, entry.end),
    });
  });
  return {
    type: 'runInList',
    children,
    origin: { kind: 'inferred', rule: 'list-run-in', certainty: found.certainty },
    position: at(found.start, found.end),
  };
}
