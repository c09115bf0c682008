/** Evidence for addresses: the lines that say to whom a document goes. */
import { addressedInOffice } from '../body/addressed.js';
import { readField } from '../body/fields.js';
import { isOfficeOf, isRoleOnly, nameIn } from '../body/names.js';
import { readRoute } from '../body/route.js';
import { wordSet, type Vocabulary } from '../vocabulary.js';
import { startsWithWord, wordsOf } from '../words.js';
import { leadsInAddress } from './foot-lists.js';
import { isNumbered, type Form, type Scale } from './scale.js';
import { isTitleName } from './title.js';
import type { Unit } from './units.js';

/** The line of an addressee: "To …" or "For …" with a name; in small letters only where it goes on with such a line or names a rank. */
export function weighAddressee(
  scale: Scale,
  unit: Unit,
  before: Unit | undefined,
  vocabulary: Vocabulary,
  isSentence: boolean,
): void {
  const { text } = unit;
  const to = vocabulary.marks.addressee.find((word) => startsWithWord(text, word));
  if (to === undefined) return;
  const rest = text.slice(to.length);
  if (leadsInAddress(text, vocabulary)) {
    scale.add('addressee', 4.5, 'the word that leads in an address');
    return;
  }
  if (isSentence && !vocabulary.body.honorifics.includes(wordsOf(rest)[0] ?? '')) return;
  if (!/^\s*:?\s*(?:the\s+|THE\s+)?["“]?\p{Lu}/u.test(rest)) return;
  const honorific = vocabulary.body.honorifics.includes(wordsOf(rest)[0] ?? '');
  const goesOn =
    before !== undefined && vocabulary.marks.addressee.some((word) => startsWithWord(before.text, word));
  if (/^\p{Ll}/u.test(text) && !honorific && !goesOn) return;
  scale.add('addressee', 4, 'begins as the line of an addressee');
}

/** An address without "To": a person with words of address; and lines under an address that go on with it. */
export function weighAddress(scale: Scale, unit: Unit, form: Form, units: readonly Unit[]): void {
  const { text, index } = unit;
  const { vocabulary, words, page, ends, bracketed } = form;
  const { honorifics, ranks } = vocabulary.body;
  if (/[!:]$/u.test(text) || isNumbered(text) || bracketed || readField(text, vocabulary)) return;
  if (ends && words.length > 4 && !/(?<!\p{L})\p{Lu}[\p{L}.]{0,3}\.$/u.test(text)) return;
  const first = words[0] ?? '';
  const addressed = wordSet(honorifics).has(first);
  // After the text such lines are a distribution's; only the addressee of the title is told from them.
  const before =
    index <= (page.frontIndex + page.informationIndex) / 2 ||
    (index < page.proseIndex && page.proseIndex < page.informationIndex);
  const name = addressed && before ? nameIn(text, vocabulary) : undefined;
  if (
    addressed &&
    !text.endsWith(',') &&
    name &&
    name.start > 0 &&
    name.kind === 'person' &&
    !isRoleOnly(name.name, vocabulary)
  )
    scale.add('addressee', 2.5, 'a person with a word of address');
  if (name && wordSet(vocabulary.body.formsOfAddress).has(first))
    scale.add('heading', -2, 'a person with a word of address');
  weighBareName(scale, unit, form, before ? units[index - 1] : undefined);
  if (/^\p{Lu}/u.test(text) && words.length <= 9 && page.addressees.some((known) => isTitleName(known, text)))
    scale.add('addressee', addressed ? 1.5 : 2.5, 'the addressee of the title');
  if (before) weighOffices(scale, unit, form, units);

  const above = units[index - 1];
  if (!above || unit.blanksBefore > 0 || above.text.length > 100 || !/^[\p{Lu}\d]/u.test(text)) return;
  scale.add('addressLine', 1, 'stands right under a line');
  if (/[,;]$/u.test(above.text)) scale.add('addressLine', 2, 'the line above goes on');
  if (addressed || wordSet(ranks).has(first) || isRoleOnly(text, vocabulary))
    scale.add('addressLine', 1.5, 'names an office or rank');
  if (words.length <= 2) scale.add('addressLine', 0.5, 'a word or two, as places are');
  if (name) scale.add('addressLine', 2, 'a person with a word of address');
  if (leadsInAddress(above.text, vocabulary)) scale.add('addressLine', 4, 'the line above only says “to”');
}

/** "I. V. STALIN" before the text: initials and a name alone, which are not the sender's. */
function weighBareName(
  scale: Scale,
  { text, blanksBefore }: Unit,
  { page, vocabulary }: Form,
  above: Unit | undefined,
): void {
  if (!above || !/^(?:\p{Lu}\p{Ll}{0,2}\.\s*){1,3}\p{Lu}[\p{L}\p{M}'’-]{2,}[.,]?$/u.test(text)) return;
  // "To Comrade" / "A. Holt": one address.
  const address = wordSet(vocabulary.body.formsOfAddress);
  if (blanksBefore === 0 && address.has(wordsOf(above.text).at(-1) ?? '')) return;
  scale.add('heading', -3, 'a name by itself');
  const isSender = page.names.some((name) => !page.addressees.includes(name) && isTitleName(name, text));
  if (!isSender) scale.add('addressee', 1.5, 'a name by itself');
}

/** The office of an addressee: the one that the title names, one right above who holds it or works in it, one under an address. */
function weighOffices(scale: Scale, unit: Unit, { vocabulary, page }: Form, units: readonly Unit[]): void {
  const { text, index } = unit;
  if (addressedInOffice(text, vocabulary)) scale.add('addressee', 5, 'an office and who is addressed in it');
  if (!isRoleOnly(text, vocabulary) && !isOfficeOf(text, vocabulary)) return;
  // "From Tunis to Trade Office" names two.
  if (readRoute(text, vocabulary)) return;
  const names = (line: Unit): boolean =>
    opensAddress(line, vocabulary) ||
    page.addressees.some((known) => isSameOffice(known, line.text, vocabulary));
  for (let i = index; i > page.frontIndex + 1 && i > index - 6 && units[i]?.blanksBefore === 0; i--) {
    const line = units[i - 1];
    if (!line || !names(line)) continue;
    scale.add('addressLine', 2.5, 'an office right under an address');
    scale.add('heading', -3.5, 'an office right under an address');
    return;
  }
  const reason = page.addressees.some((known) => isSameOffice(known, text, vocabulary))
    ? 'the office that the title addresses'
    : !opensAddress(unit, vocabulary) && leadsToAddressed(unit, units, vocabulary)
      ? 'the office of who is addressed below'
      : undefined;
  if (reason === undefined) return;
  scale.add('addressee', 4.5, reason);
  scale.add('heading', -3.5, reason);
}

/** True if right below, perhaps under further offices, somebody is addressed. */
function leadsToAddressed({ index }: Unit, units: readonly Unit[], vocabulary: Vocabulary): boolean {
  for (let i = index + 1; i < index + 4; i++) {
    const below = units[i];
    if (below?.blanksBefore !== 0) return false;
    if (isAddressed(below, vocabulary)) return true;
    if (!isRoleOnly(below.text, vocabulary)) return false;
  }
  return false;
}

/** Most words of an institution stand in the line that names it, whatever its state is called there. */
function isSameOffice(known: string, text: string, vocabulary: Vocabulary): boolean {
  if (text.length > 120 || !isRoleOnly(known, vocabulary) || !isRoleOnly(text, vocabulary)) return false;
  const functionWords = wordSet(vocabulary.body.functionWords);
  const words = wordsOf(known).filter((word) => !functionWords.has(word));
  const here = new Set(wordsOf(text));
  const shared = words.filter((word) => here.has(word)).length;
  return words.length > 1 && shared >= 2 && shared / words.length >= 0.6 && here.has(words[0] ?? '');
}

/** "To …" before a capital, or a person with a word of address. */
function opensAddress(unit: Unit, vocabulary: Vocabulary): boolean {
  const { text } = unit;
  const to = vocabulary.marks.addressee.find((word) => startsWithWord(text, word));
  if (to !== undefined)
    return (
      /^\s*:?\s*(?:\p{Ll}+\s+)?["“]?\p{Lu}/u.test(text.slice(to.length)) || leadsInAddress(text, vocabulary)
    );
  return isAddressed(unit, vocabulary);
}

function isAddressed({ text }: Unit, vocabulary: Vocabulary): boolean {
  if (text.length > 100 || /[!:;]$/u.test(text)) return false;
  const field = readField(text, vocabulary);
  const words = field?.field === 'to' ? text.slice(field.start) : text;
  if (!wordSet(vocabulary.body.formsOfAddress).has(wordsOf(words)[0] ?? '') || text.endsWith(','))
    return false;
  const name = nameIn(words, vocabulary);
  return name?.kind === 'person' && name.start > 0 && !isRoleOnly(name.name, vocabulary);
}
