/** Evidence for an abstract, which often nothing but its place and manner marks. */
import { fold, wordSet, type Vocabulary } from '../vocabulary.js';
import { startsWithWord, wordsOf } from '../words.js';
import { readDateline } from '../body/dateline.js';
import { isNotice } from './page-labels.js';
import { isNumbered, type Form, type Scale } from './scale.js';
import { isTitleName, titleNames } from './title.js';
import type { Survey } from './survey.js';
import type { Unit } from './units.js';

export function weighAbstract(scale: Scale, unit: Unit, form: Form, units: readonly Unit[]): void {
  const { text, index } = unit;
  const { vocabulary, words, ends, page } = form;
  if (index <= page.titleIndex || index >= page.informationIndex) return;
  if (isNotice(text, vocabulary)) {
    scale.add('abstract', 6, 'a notice about the abstract');
    return;
  }
  if (words.length < 5 || isNumbered(text) || text.startsWith('[') || text.endsWith(':')) return;
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
  else if (tellsInPresent(words, vocabulary)) {
    scale.add('abstract', 2, 'tells in the present what the document does');
    if (named === 0 && sharesTitle(words, units[page.titleIndex]?.text ?? ''))
      scale.add('abstract', 1, 'speaks of an office or place that stands in the title');
    if (last && page.hasVoice && named === 0 && opensWithSender(words, page, units, vocabulary))
      scale.add('abstract', 1.5, 'opens with the office and the place that the document comes from');
  }
  if (speaks(text, vocabulary)) scale.add('abstract', -4, 'speaks in the first or second person');
  else if (page.hasVoice) scale.add('abstract', 1, 'the text speaks in the first person, this does not');
  if (ends) scale.add('abstract', 0.5, 'ends like a sentence');
  if (unit.blanksBefore !== page.usualGap)
    scale.add('abstract', 0.5, 'set off with other space than the text');
  const copy = { ...(scale.weights.abstract ?? { score: 0, reasons: [] }) };
  scale.weights.summary = {
    score: copy.score - (last ? 3 : 1),
    reasons: [...copy.reasons, 'stands before the text'],
  };
  if (page.hasSummary && index > page.citationIndex)
    scale.add('abstract', -3, 'what the page says of the document stands above its citation');
}

/** True if the paragraph names the document it sums up ("This telegram …"). */
export function selfNaming(text: string, vocabulary: Vocabulary): boolean {
  return vocabulary.body.summarySubjects.some((subject) => startsWithWord(text, subject));
}

/** True if the paragraph speaks in the first or second person outside quotation marks. */
function speaks(text: string, vocabulary: Vocabulary): boolean {
  const voice = wordSet(vocabulary.body.voice);
  const unquoted = wordsOf(text.replace(/["“][^"”]{0,400}["”]/gu, ' '), 2000);
  return unquoted.some((word) => voice.has(word));
}

/** `reach` is in words. */
function tellsInPresent(words: readonly string[], vocabulary: Vocabulary, reach = 9): boolean {
  const verbs = wordSet(vocabulary.body.summaryVerbs);
  return words.slice(1, reach).some((word) => verbs.has(word));
}

/** True if an office stands before the verb, with a place that stands in the title or that the document is sent from. */
function opensWithSender(
  words: readonly string[],
  { titleIndex, frontIndex, proseIndex }: Survey,
  units: readonly Unit[],
  vocabulary: Vocabulary,
): boolean {
  const verbs = wordSet(vocabulary.body.summaryVerbs);
  const verb = words.findIndex((word, i) => i > 0 && verbs.has(word));
  const opening = words.slice(0, verb);
  const offices = wordSet(vocabulary.body.offices);
  const office = opening.findIndex((word) => offices.has(word));
  if (verb < 0 || office < 0) return false;
  const rest = opening.slice(office + 1);
  const sentFrom = units
    .slice(frontIndex + 1, proseIndex)
    .flatMap(({ text }) => readDateline(text, 0, vocabulary)?.found ?? [])
    .flatMap((part) => (part.kind === 'place' && part.inferred !== true ? wordsOf(part.name) : []));
  return sharesTitle(rest, units[titleIndex]?.text ?? '') || sentFrom.some((word) => rest.includes(word));
}

/** Words of a first sentence within which a summary says what the document does. */
const firstSentence = 24;
/** Letters of a word that tells of what a title speaks. */
const tellingWord = 4;

/**
 * True if place and manner leave no doubt: the paragraph tells in the third person and in the present what those do
 * whom the title names. After a signature or a report an office or a place of the title will do for a name; where only
 * the information about the document follows, it must be a name.
 */
export function isEvidentAbstract(
  text: string,
  title: string,
  place: { afterEnd: boolean; beforeInformation: boolean },
  vocabulary: Vocabulary,
): boolean {
  if (speaks(text, vocabulary)) return false;
  const words = wordsOf(text, 2000);
  if (!selfNaming(text, vocabulary) && !tellsInPresent(words, vocabulary, firstSentence)) return false;
  if (titleNames(title, vocabulary).some((name) => isTitleName(name, text)))
    return place.afterEnd || place.beforeInformation;
  return place.afterEnd && sharesTitle(words, title);
}

/** True if the first sentence has a word of the title that begins with a capital there. */
function sharesTitle(words: readonly string[], title: string): boolean {
  const opening = new Set(words.slice(0, firstSentence));
  return (title.match(/\p{Lu}[\p{L}\p{M}]+/gu) ?? []).some(
    (word) => word.length >= tellingWord && opening.has(fold(word)),
  );
}
