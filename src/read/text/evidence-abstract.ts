/** Evidence for an abstract, which often nothing but its place and manner marks. */
import { wordSet, type Vocabulary } from '../vocabulary.js';
import { startsWithWord, wordsOf } from '../words.js';
import { isNotice } from './page-labels.js';
import { numbered, type Form, type Scale } from './scale.js';
import { isTitleName } from './title.js';
import type { Unit } from './units.js';

export function weighAbstract(scale: Scale, unit: Unit, form: Form, units: readonly Unit[]): void {
  const { text, index } = unit;
  const { vocabulary, words, ends, page } = form;
  if (index <= page.titleIndex || index >= page.informationIndex) return;
  if (isNotice(text, vocabulary)) {
    scale.add('abstract', 6, 'a notice about the abstract');
    return;
  }
  if (words.length < 5 || numbered.test(text) || text.startsWith('[') || text.endsWith(':')) return;
  const last = page.lastIndex === index;
  // A paragraph of the text taken for an abstract is the worse mistake: without a sign of its own, none is one.
  scale.add('abstract', -2.5, 'most paragraphs are none');
  if (last) scale.add('abstract', 1, 'stands last before the information about the document');
  else scale.add('abstract', -2, 'more words of the document may follow');
  if (isNotice(units[index + 1]?.text ?? '', vocabulary))
    scale.add('abstract', 3, 'a notice about the abstract follows');
  const before = units[index - 1];
  if (before && page.reports.has(before.index)) scale.add('abstract', 2, 'follows a report of notes');
  const named = page.names.filter((name) => isTitleName(name, text)).length;
  if (named > 0) scale.add('abstract', Math.min(3, named * 1.5), 'names who stand in the title');
  if (selfNaming(text, vocabulary)) scale.add('abstract', 3, 'says what the document is about');
  else if (tellsInPresent(words, vocabulary))
    scale.add('abstract', 2, 'tells in the present what the document does');
  const voice = wordSet(vocabulary.body.voice);
  const unquoted = wordsOf(text.replace(/["“][^"”]{0,400}["”]/gu, ' '), 2000);
  if (unquoted.some((word) => voice.has(word)))
    scale.add('abstract', -4, 'speaks in the first or second person');
  else if (page.hasVoice) scale.add('abstract', 1, 'the text speaks in the first person, this does not');
  if (ends) scale.add('abstract', 0.5, 'ends like a sentence');
  if (unit.blanksBefore !== page.usualGap)
    scale.add('abstract', 0.5, 'set off with other space than the text');
  const copy = { ...(scale.weights.abstract ?? { score: 0, reasons: [] }) };
  scale.weights.summary = {
    score: copy.score - (last ? 3 : 1),
    reasons: [...copy.reasons, 'stands before the text'],
  };
}

/** True if the paragraph names the document it sums up ("This telegram …"). */
export function selfNaming(text: string, vocabulary: Vocabulary): boolean {
  return vocabulary.body.summarySubjects.some((subject) => startsWithWord(text, subject));
}

function tellsInPresent(words: readonly string[], vocabulary: Vocabulary): boolean {
  const verbs = wordSet(vocabulary.body.summaryVerbs);
  return words.slice(1, 9).some((word) => verbs.has(word));
}
