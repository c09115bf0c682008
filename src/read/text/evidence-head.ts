/** Evidence for what heads a document: headings, marks, fields, dateline, addressee, salutation. */
import { canBePlace, readDateline } from '../body/dateline.js';
import { readField, type Field } from '../body/fields.js';
import { readMarks } from '../body/marks.js';
import { isRoleOnly } from '../body/names.js';
import { readRoute } from '../body/route.js';
import { wordSet, type Vocabulary } from '../vocabulary.js';
import { longestStart, startsWithWord, unspaced, wordsOf } from '../words.js';
import { distributionLabel, isDistributionHead } from './distribution-head.js';
import { isNumbered, type Form, type Scale } from './scale.js';
import { isRepresentation } from './letterhead.js';
import { isTitleName, kindOf } from './title.js';
import { weighAddress, weighAddressee } from './evidence-address.js';
import type { Role } from './roles.js';
import type { Unit } from './units.js';

/** Lines below the title within which a name after "from" can be where a dispatch comes from. */
const linesOfHead = 12;

export function weighHead(scale: Scale, unit: Unit, form: Form, units: readonly Unit[]): void {
  const { text, index } = unit;
  const { vocabulary, words, short, ends, bracketed, page } = form;
  if (index <= page.frontIndex || index >= page.informationIndex) return;

  const field = readField(text, vocabulary);
  if (field) weighField(scale, field, units, index, vocabulary);

  const value = field?.field === 'classification' ? text.slice(field.start) : text;
  const marks = readMarks(value, 0, vocabulary);
  if (marks?.some((mark) => mark.kind === 'secrecy')) scale.add('secrecy', 6, 'mark of secrecy');
  else if (marks) scale.add('handling', 5, 'mark of handling');

  // Set in spaced letters ("M E M O R A N D U M"), a word is the word.
  const plain = unspaced(text);
  const shared = wordsOf(plain).filter((word) => page.titleWords.has(word)).length;
  const ofTitle = words.length > 0 && shared / wordsOf(plain).length >= 0.6;
  const kind = kindOf(plain, vocabulary);
  const below = units[index + 1];
  const runsOn = below !== undefined && goesOn(text, below, vocabulary);
  const isOffice = isRoleOnly(text, vocabulary);
  // An institution that neither the title names nor a kind of document goes with is a letterhead.
  const above = units[index - 1];
  const isUnder = above !== undefined && index > page.frontIndex + 1 && heads(above, vocabulary);
  const letterhead =
    isOffice && (!ofTitle || (isUnder && !runsOn)) && kind === undefined && !(ends && words.length > 5);
  const isSeat = isSeatLine(unit, above, vocabulary);
  const canHead = runsOn ? ofTitle || kind !== undefined : !/[,;:]$/u.test(text);
  if (letterhead && short && !field && !marks)
    scale.add('openerLine', 1, 'an institution, as letterheads name');
  if (!letterhead && short && !field && !isNumbered(text) && !bracketed && canHead) {
    scale.add('heading', ends ? -1 : 0.5, ends ? 'ends like a sentence' : 'short line');
    if (ofTitle) scale.add('heading', 3, 'words of the title');
    if (kind !== undefined) scale.add('heading', 1.5, 'names the kind of document');
    if (/\p{Lu}/u.test(text) && text === text.toUpperCase()) scale.add('heading', 0.5, 'set in capitals');
    if (runsOn) scale.add('heading', 1.5, 'goes on in the next line');
  }
  if (isSeat) {
    scale.add('openerLine', 2.5, 'one name under a representation, which has its seat there');
    scale.add('heading', -3, 'one name under a representation');
  }
  weighHeadingLine(scale, unit, form, above);

  weighDistribution(scale, unit, form, marks !== undefined);

  const dateline = readDateline(text, 0, vocabulary);
  // A sentence that mentions a date is none: little of it may be other words.
  if (dateline && dateline.coverage >= (ends && words.length > 6 ? 0.75 : 0.55)) {
    if (dateline.hasDate || dateline.hasNumber || dateline.hasTime) {
      scale.add(
        'dateline',
        dateline.parts >= 2 ? 5 : 3.5,
        `date, time, number or place (${Math.round(dateline.coverage * 100)} % of the line)`,
      );
    } else if (
      index <= page.frontIndex + linesOfHead &&
      [units[index - 1], units[index + 1]].some((near) => near && heads(near, vocabulary)) &&
      !page.names.some((name) => isTitleName(name, text))
    ) {
      scale.add('dateline', 3.5, 'a place of sending beside another line of the head');
    }
  }

  const route = short && !field ? readRoute(text, vocabulary) : undefined;
  // "SHTYKOV TO VYSHINSKY" is the title again.
  if (route && (route.shown || !page.names.some((name) => isTitleName(name, route.place.name))))
    scale.add('dateline', 6, 'from where and to whom a dispatch goes');

  if (short) {
    if (!marks) weighAddressee(scale, unit, above, vocabulary, ends && words.length > 6);
    weighAddress(scale, unit, form, units);
    if (/[,!:]$/u.test(text) && vocabulary.body.salutes.some((word) => startsWithWord(text, word)))
      scale.add('salute', 4.5, 'a salutation');
    if (!ends || words.length <= 4) scale.add('openerLine', 0.8, 'short line before the text');
    if (letterhead) scale.add('openerLine', 0.5, 'names an office');
    else if (words.length <= 3 && !ofTitle && kind === undefined && text === text.toUpperCase())
      scale.add('openerLine', 0.5, 'a few words in capitals, neither of the title nor a kind of document');
    weighCopies(scale, unit, units, form);
    if (isNumbered(text)) scale.add('openerLine', -3, 'begins with a number');
    if (text.endsWith(':')) scale.add('openerLine', -1.5, 'leads something in');
    if (bracketed) scale.add('openerLine', -2, 'stands in brackets');
  }
}

/** A line of distribution: a label with its colon, or the first words of one before names. */
function weighDistribution(
  scale: Scale,
  { text, index }: Unit,
  { vocabulary, short, ends, page }: Form,
  isMark: boolean,
): void {
  if (page.copies.has(index)) scale.add('distribution', 7.5, 'numbered copies');
  if (distributionLabel(text, vocabulary) !== undefined) {
    scale.add('distribution', 6.5, 'label of a distribution');
    return;
  }
  const words = longestStart(text, vocabulary.marks.distribution);
  if (words === undefined || isMark) return;
  const rest = text.slice(words.length);
  if (short && (!ends || /^\P{L}*$/u.test(words)) && /^\s+\p{Lu}/u.test(rest))
    // "c.c." is no word of a sentence.
    scale.add('distribution', /\./u.test(words) ? 4.5 : 2, 'first word of a distribution list');
}

/** "Embassy of the Republic" / "Hanoi": one name right under a representation. */
function isSeatLine({ text, blanksBefore }: Unit, above: Unit | undefined, vocabulary: Vocabulary): boolean {
  return (
    above !== undefined &&
    blanksBefore === 0 &&
    /^\p{Lu}[\p{L}\p{M}'’-]+[.,]?$/u.test(text) &&
    isRepresentation(above.text, vocabulary) &&
    isRoleOnly(above.text, vocabulary) &&
    canBePlace(text, vocabulary)
  );
}

/** True if a line shows by itself that it is of the head: a mark, a labelled field, a time, date or number, the kind of document. */
function heads({ text }: Unit, vocabulary: Vocabulary): boolean {
  if (text.length > 100) return false;
  if (readMarks(text, 0, vocabulary) ?? readField(text, vocabulary)) return true;
  const dateline = /\d/u.test(text) ? readDateline(text, 0, vocabulary) : undefined;
  return dateline
    ? dateline.hasTime || dateline.coverage >= 0.75
    : wordsOf(text).length <= 3 && kindOf(text, vocabulary) !== undefined;
}

const roleOfField: Readonly<Record<Field['field'], Role>> = {
  to: 'addressee',
  from: 'field',
  through: 'field',
  subject: 'field',
  reference: 'field',
  place: 'dateline',
  date: 'dateline',
  time: 'dateline',
  number: 'dateline',
  received: 'dateline',
  sent: 'dateline',
  classification: 'secrecy',
  copy: 'distribution',
};

/** A line with a label ("SUBJECT: …"); labels come in blocks. */
function weighField(
  scale: Scale,
  { field, start, end }: Field,
  units: readonly Unit[],
  index: number,
  vocabulary: Vocabulary,
): void {
  // A label that nothing follows stands as it is, but for one that an address follows.
  const role = start === end && field !== 'to' ? 'field' : roleOfField[field];
  scale.add(role, 5, `labelled (${field})`);
  const beside = [units[index - 1], units[index + 1]];
  if (beside.some((unit) => unit !== undefined && readField(unit.text, vocabulary) !== undefined))
    scale.add(role, 1, 'stands beside another label');
}

/** True if a line goes on in the one under it: that begins with a small function word, or this one ends with a comma or such a word. */
function goesOn(text: string, below: Unit, { body }: Vocabulary): boolean {
  if (below.blanksBefore > 0 || /[.!?:;]["”’)\]]*$/u.test(text)) return false;
  const functionWords = wordSet(body.functionWords);
  const first = /^\p{Ll}[\p{L}\p{M}]*/u.exec(below.text)?.[0];
  if (first !== undefined && functionWords.has(first)) return true;
  const last = /(?<word>\p{Ll}+)$/u.exec(text.slice(-12))?.groups?.['word'];
  return text.endsWith(',') || (last !== undefined && text.length > last.length && functionWords.has(last));
}

/** A line that goes on with the phrase of the heading above it. */
function weighHeadingLine(
  scale: Scale,
  unit: Unit,
  { vocabulary, words, ends }: Form,
  above: Unit | undefined,
): void {
  const { text } = unit;
  if (!above || text.length > 250 || above.text.length > 120 || (ends && words.length > 8)) return;
  if (isNumbered(text) || readField(text, vocabulary) || !goesOn(above.text, unit, vocabulary)) return;
  scale.add('headingLine', 3.2, 'goes on with the line above it');
  scale.add('heading', -3, 'goes on with the line above it');
}

/** "Prepared in three copies:" at the head, and the lines right under it. */
function weighCopies(scale: Scale, unit: Unit, units: readonly Unit[], { vocabulary, page }: Form): void {
  for (let i = unit.index; i >= 0 && i > unit.index - 12; i--) {
    const line = units[i];
    if (!line) return;
    if (line.text.endsWith(':') && isDistributionHead(line.text, vocabulary)) {
      // After the text it is a list of the close; where no blank lines part anything, nothing shows its end.
      const parted = page.usualGap > 0 || line.blanksBefore > 0;
      if (!parted || i > (page.frontIndex + page.informationIndex) / 2) return;
      scale.add(
        'distribution',
        6,
        i === unit.index ? 'head of a distribution list' : 'stands in a distribution list',
      );
      return;
    }
    if (line.blanksBefore > 0) return;
  }
}
