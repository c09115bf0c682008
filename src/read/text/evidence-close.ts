/** Evidence for what closes a document: complimentary close, signature, distribution, postscript. */
import { isOfficeOf, isPersonal, isRoleOnly, nameIn } from '../body/names.js';
import { signatureLead, signatureNumber, signsForOffice } from '../body/signature.js';
import { fold, type Vocabulary } from '../vocabulary.js';
import { startsWithWord, wordsOf } from '../words.js';
import { isDistributionHead } from './distribution-head.js';
import { isFileCopy } from './foot-lists.js';
import { isNumbered, sentenceEnd, type Form, type Scale } from './scale.js';
import { isTitleName } from './title.js';
import type { Unit } from './units.js';

export function weighClose(scale: Scale, unit: Unit, form: Form, units: readonly Unit[]): void {
  const { index } = unit;
  const { vocabulary, words, short, page, ends } = form;
  const number = signatureNumber(unit.text);
  const isSender = number > 0 && page.names.some((known) => isTitleName(known, unit.text));
  // The number behind the sender's name is none of a list or date.
  const text = isSender ? unit.text.slice(0, -number) : unit.text;
  if (!short || index <= page.frontIndex || index >= page.informationIndex) return;
  if (vocabulary.body.closings.some((phrase) => startsWithWord(text, phrase)))
    scale.add('closing', 4.5, 'a complimentary close');
  if (vocabulary.body.postscripts.some((phrase) => startsWithWord(text, phrase)))
    scale.add('postscript', 5, 'begins as a postscript');
  const lead = signatureLead(text, vocabulary);
  const name = nameIn(text.slice(lead).replace(/[)/\]]+\s*$/u, ''), vocabulary)?.name;
  const personal =
    name !== undefined &&
    isPersonal(name) &&
    !isRoleOnly(name, vocabulary) &&
    words.length <= 9 &&
    !/\d/u.test(text);
  if (vocabulary.body.signatures.some((word) => fold(text.slice(0, Math.max(lead, 1))).includes(word))) {
    scale.add('signed', words.length > 9 && ends ? 0 : 4, 'says that it is signed');
  } else if (personal && isNameLike(name)) {
    scale.add('signed', 1, 'a name by itself');
    if (page.names.some((known) => isTitleName(known, text))) scale.add('signed', 2.5, 'a name of the title');
    if (/^[([/]/u.test(text)) scale.add('signed', 1.5, 'stands in brackets, as typed names do');
  }
  weighOffice(scale, unit, units, vocabulary);
  if (page.footList.has(index)) scale.add('distribution', 12, 'a list of distribution after the text');
  // After the text: before it, such lines head the document.
  const middle = (page.frontIndex + page.informationIndex) / 2;
  if (index > middle) weighDistributionBlock(scale, unit, units, vocabulary, middle, page.footList);
  // "Copy" alone says what the paper is.
  if (index > middle && isFileCopy(text, vocabulary) && !startsWithWord(text, 'copy'))
    scale.add('distribution', 2, 'the copy that stays in the file');
  if (words.length <= 12 && !/[:;]$/u.test(text)) {
    scale.add('closerLine', 0.3, 'short line');
    if (sentenceEnd.test(text) && words.length > 5) scale.add('closerLine', -2, 'a sentence');
    if (/_{3,}|\.{4,}/u.test(text)) scale.add('closerLine', -2, 'a blank to fill in');
  }
}

/** Lines under "Distribution:", "CC:" or "5 copies" after the text: names, short, until another kind of line. */
function weighDistributionBlock(
  scale: Scale,
  unit: Unit,
  units: readonly Unit[],
  vocabulary: Vocabulary,
  middle: number,
  footList: ReadonlySet<number>,
): void {
  if (isDistributionHead(unit.text, vocabulary)) {
    scale.add('distribution', 4, 'head of a distribution list');
    return;
  }
  for (let i = unit.index - 1; i > middle && i > unit.index - 40; i--) {
    const text = units[i]?.text ?? '';
    if (isDistributionHead(text, vocabulary)) {
      if (!footList.has(i) && isEntry(unit, i, units, vocabulary))
        scale.add('distribution', 4, 'stands in a distribution list');
      return;
    }
    if (text.length > 80 || (sentenceEnd.test(text) && wordsOf(text).length > 6)) return;
  }
}

/** True if a line under the head of a list looks like its first entries: it has a number where they have, and stands no farther apart. */
function isEntry(unit: Unit, head: number, units: readonly Unit[], { marks }: Vocabulary): boolean {
  const first = units[head + 1];
  if (!first || first === unit) return true;
  if (unit.text.endsWith(':') || marks.handled.some((word) => startsWithWord(unit.text, word))) return false;
  if (isNumbered(first.text) !== isNumbered(unit.text)) return false;
  const second = units[head + 2];
  const apart = Math.max(first.blanksBefore, second?.blanksBefore ?? 0);
  return units.slice(head + 3, unit.index + 1).every(({ blanksBefore }) => blanksBefore <= apart);
}

/** Capitals at the head of every word that can have one, few words, no sentence. */
function isNameLike(text: string): boolean {
  // "V[asily] Trostin": letters in brackets are of the word.
  const bare = text
    .replace(/(?<=\p{L})\[(\p{L}+)\]/gu, '$1')
    .replace(/[[\]()"“”/]/gu, ' ')
    .trim();
  return /^(?:\p{Lu}[\p{L}'’.-]*\s*){1,6}[.,]?$/u.test(bare) && !/\d/u.test(bare);
}

/** The office of who signs, beside a line with a name. */
function weighOffice(scale: Scale, unit: Unit, units: readonly Unit[], vocabulary: Vocabulary): void {
  const { text, index } = unit;
  // "For the Ambassador" / "[signature] A. Holt": nobody is addressed at the end by who signs below.
  const signer = units[index + 1];
  if (
    signer &&
    signer.blanksBefore <= 3 &&
    signsForOffice(text, vocabulary) &&
    signs(signer.text, vocabulary)
  ) {
    scale.add('office', 4, 'whom the signature below is for');
    scale.add('addressee', -4, 'whom the signature below is for');
    return;
  }
  // "a.i." ends no sentence.
  if (/[!?;]$|(?<!\.\p{L})\.$/u.test(text) || !isOfficeOf(text, vocabulary)) return;
  scale.add('office', 1, 'names an office');
  const below = units[index + 1];
  const above = units[index - 1];
  const beside = [
    below && below.blanksBefore <= 1 ? below : undefined,
    above && unit.blanksBefore === 0 ? above : undefined,
  ];
  if (beside.some((line) => line !== undefined && signs(line.text, vocabulary)))
    scale.add('office', 2.5, 'stands beside a name');
}

/** True if a line is a signature: a name by itself, or one that says so. */
function signs(text: string, vocabulary: Vocabulary): boolean {
  if (text.length > 80) return false;
  const lead = signatureLead(text, vocabulary);
  const name = nameIn(text.slice(lead).replace(/[)/\]]+\s*$/u, ''), vocabulary)?.name;
  return name !== undefined && isPersonal(name) && isNameLike(name) && !isRoleOnly(name, vocabulary);
}
