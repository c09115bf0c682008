/**
 * Evidence: what each unit of a page looks like, as points for the roles it could have, with reasons in words.
 * Form (length, end, capitals), vocabulary, neighbours and place each give a little; no single line decides.
 */
import { wholeDate } from '../dates.js';
import { fold } from '../vocabulary.js';
import { wordsOf } from '../words.js';
import { weighAbstract } from './evidence-abstract.js';
import { weighClose } from './evidence-close.js';
import { weighHead } from './evidence-head.js';
import { readCitation } from './citation.js';
import { isChrome, isNotice, isRights, labelMeaning } from './page-labels.js';
import { isInMenu, isTrail } from './page-places.js';
import { isProse } from './prose.js';
import { isNumbered, Scale, sentenceEnd, type Form } from './scale.js';
import type { Weights } from './sequence.js';
import { isStamp } from './stamps.js';
import { survey, type Surroundings, type Survey } from './survey.js';
import type { Unit } from './units.js';

export { labelMeaning } from './page-labels.js';

/** Evidence for every unit of a page, in order. */
export function weighUnits(surroundings: Surroundings): Weights[] {
  const page = survey(surroundings);
  return surroundings.units.map((unit) => weigh(unit, surroundings, page));
}

function weigh(unit: Unit, surroundings: Surroundings, page: Survey): Weights {
  const { vocabulary, units } = surroundings;
  const { text, index } = unit;
  const scale = new Scale();
  const words = wordsOf(text, 2000);
  const short = text.length <= 100 && words.length <= 14;
  const ends = sentenceEnd.test(text.slice(-12));
  const bracketed = text.startsWith('[') && text.endsWith(']');

  if (isChrome(text, vocabulary)) scale.add('chrome', 6, 'words of navigation');
  else if (isTrail(text, vocabulary)) scale.add('chrome', 5, 'a trail of pages');
  if (index < page.titleIndex) scale.add('chrome', 2, 'stands before the title');
  else if (isInMenu(unit, units, vocabulary)) scale.add('chrome', 2.5, 'stands among words of navigation');

  const meaning = page.noLabels.has(index) ? undefined : labelMeaning(text, vocabulary);
  if (meaning) scale.add('label', 6, `label of the page (${meaning})`);

  const date = wholeDate(text, vocabulary.dates);
  if (date) {
    scale.add('pageDate', 3, 'a date and nothing else');
    const dated = units
      .slice(0, Math.max(0, page.titleIndex))
      .some((above) => wholeDate(above.text, vocabulary.dates));
    if (index > page.titleIndex && dated) scale.add('pageDate', -3, 'the page has a date above its title');
    else if (index <= page.titleIndex + 1) scale.add('pageDate', 2, 'stands at the title');
  }

  if (index === page.titleIndex) {
    scale.add('title', 3, 'likeliest line for a title');
    if (!ends) scale.add('title', 1, 'no sentence');
    if (text.length > 300) scale.add('title', -4, 'longer than a title');
  }

  const folded = fold(text.slice(0, 200));
  if (vocabulary.page.credit.some((phrase) => folded.startsWith(phrase)))
    scale.add('credit', 6, 'thanks to a sponsor');

  weighHead(scale, unit, { page, vocabulary, words, short, ends, bracketed }, units);
  weighText(scale, unit, { page, vocabulary, words, short, ends, bracketed });
  weighClose(scale, unit, { page, vocabulary, words, short, ends, bracketed }, units);
  weighAbstract(scale, unit, { page, vocabulary, words, short, ends, bracketed }, units);

  const likeness = surroundings.referenceLikeness(text);
  if (likeness > 0)
    scale.add(
      'reference',
      likeness === 2 ? 5 : 2,
      likeness === 2 ? 'archive and shelfmark' : 'words of a shelfmark',
    );
  else if (surroundings.isCredit(text)) {
    // Under the text it may be of the document: "Translated by Lieutenant N" at the end of an intercept.
    const reason = 'says who translated or gave the document';
    if (index >= page.informationIndex) scale.add('reference', 3, reason);
    else if (index === page.titleIndex + 1) scale.add('credit', 3, reason);
  }
  weighCitation(scale, unit, page, surroundings);
  const rights = isRights(text, vocabulary);
  if (rights > 0) scale.add('rights', Math.min(6, 2 + rights), 'words of a statement of rights');
  const before = units[index - 1];
  if (before && isRights(before.text, vocabulary) > 0 && !meaning && words.length > 5) {
    scale.add('rights', 2, 'goes on with a statement of rights');
    if (vocabulary.page.hidden.some((phrase) => fold(text).includes(phrase)))
      scale.add('rights', 2, 'names an address to ask');
  }
  if (page.labelled.has(index)) scale.add('value', 8, 'stands under a label of the page');
  scale.add(
    'value',
    index > page.informationIndex ? 1 : -3,
    index > page.informationIndex
      ? 'stands in the information about the document'
      : 'stands before the information',
  );
  return scale.weights;
}

/** The citation, and what stands between it and the title: the abstract, which is prose, and controls of the page. */
function weighCitation(
  scale: Scale,
  { text, index }: Unit,
  page: Survey,
  { vocabulary }: Surroundings,
): void {
  if (index > page.titleIndex && readCitation(text, page.titleWords, vocabulary))
    scale.add('citation', 9, 'title, date, publisher and address, as a citation has them');
  if (index <= page.titleIndex || index >= page.citationIndex) return;
  if (isProse({ text }) || isNotice(text, vocabulary))
    scale.add('summary', 6, 'stands above the citation of the page');
  else scale.add('chrome', 1, 'a short line above the citation of the page');
}

function weighText(scale: Scale, unit: Unit, form: Form): void {
  const { text, index } = unit;
  const { page, short, ends } = form;
  if (index > page.frontIndex) {
    scale.add('paragraph', 0.5, 'anything can be a paragraph');
    if (ends) scale.add('paragraph', 1, 'ends like a sentence');
    if (text.endsWith(':')) scale.add('paragraph', 1, 'leads something in');
    if (text.length >= 120) scale.add('paragraph', 1.5, 'long');
    if (isNumbered(text)) scale.add('paragraph', 2, 'begins with a number');
    if (short && !ends && !text.endsWith(':')) scale.add('paragraph', -0.5, 'short line');
    if (index >= page.informationIndex)
      scale.add('paragraph', -5, 'stands in the information about the document');
  }
  if (page.reports.has(index)) scale.add('report', 6, 'tells what is written on the page');
  else if (index > page.titleIndex && index < page.informationIndex && isStamp(text, form.vocabulary))
    scale.add('stamp', 10, 'a bracket that tells of a stamp');
}
