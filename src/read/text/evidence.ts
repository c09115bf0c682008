/**
 * Evidence: what each unit of a page looks like, as points for the roles it could have, with reasons in words.
 * Form (length, end, capitals), vocabulary, neighbours and place each give a little; no single line decides.
 */
import { wholeDate } from '../dates.js';
import { readDateline } from '../body/dateline.js';
import { readMarks } from '../body/marks.js';
import { anyOf, longestStart, startsWithWord, wordsOf } from '../words.js';
import { fold, foldLabel, wordSet, type LabelMeaning, type Vocabulary } from '../vocabulary.js';
import { looksLikeReport } from '../marginalia/recognise.js';
import { signatureLead } from '../body/signature.js';
import { isPersonal, isRoleOnly, nameIn } from '../body/names.js';
import { isTitleName, kindOf, titleNames } from './title.js';
import type { Role } from './roles.js';
import type { Weights } from './sequence.js';
import type { Unit } from './units.js';

export interface Surroundings {
  units: readonly Unit[];
  vocabulary: Vocabulary;
  /** Points that a text is an archival reference: 0 none, 1 perhaps, 2 certainly. */
  referenceLikeness: (text: string) => number;
}

/** Evidence for every unit of a page, in order. */
export function weighUnits(surroundings: Surroundings): Weights[] {
  const page = survey(surroundings);
  return surroundings.units.map((unit) => weigh(unit, surroundings, page));
}

const labels = new WeakMap<Vocabulary, Map<string, LabelMeaning>>();

/** The meaning of a line that is a label of the page and nothing else. */
export function labelMeaning(text: string, vocabulary: Vocabulary): LabelMeaning | undefined {
  if (text.length > 60) return undefined;
  let known = labels.get(vocabulary);
  if (!known) {
    known = new Map(
      vocabulary.page.labels
        .flatMap(({ means, words }) => words.map((word) => [word, means] as const))
        .reverse(),
    );
    labels.set(vocabulary, known);
  }
  const folded = fold(text);
  return known.get(folded.replace(/ ?:$/, '')) ?? known.get(foldLabel(text));
}

/** What is known of the page before its units are weighed. */
interface Survey {
  /** First unit that is neither navigation nor a date: the place of a title. */
  titleIndex: number;
  titleWords: ReadonlySet<string>;
  names: string[];
  /** First unit of the information about the document, or the number of units. */
  informationIndex: number;
  /** Units that are reports of notes, by index. */
  reports: ReadonlySet<number>;
  /** Last unit before that information that is no notice about the abstract. */
  lastIndex: number;
  /** Blank lines that most units of the text have before them. */
  usualGap: number;
  /** True if sentences speak in the first person. */
  hasVoice: boolean;
}

function survey({ units, vocabulary, referenceLikeness }: Surroundings): Survey {
  let titleIndex = units.findIndex(
    (unit) =>
      !isChrome(unit.text, vocabulary) &&
      !wholeDate(unit.text, vocabulary.dates) &&
      !labelMeaning(unit.text, vocabulary),
  );
  if (titleIndex > 8) titleIndex = -1;
  const title = units[titleIndex]?.text ?? '';
  let informationIndex = units.length;
  for (let i = units.length - 1; i > titleIndex; i--) {
    const { text } = units[i] as Unit;
    if (labelMeaning(text, vocabulary) || isRights(text, vocabulary) > 0 || referenceLikeness(text) === 2)
      informationIndex = i;
    if (labelMeaning(text, vocabulary) === 'information') break;
  }
  const voice = wordSet(vocabulary.body.voice);
  const hasVoice = units
    .slice(titleIndex + 1, Math.max(titleIndex + 1, informationIndex - 1))
    .some((unit) => wordsOf(unit.text, 400).some((word) => voice.has(word)));
  const reports = new Set(
    units
      .filter(({ text }) => text.startsWith('[') && looksLikeReport(text, vocabulary))
      .map(({ index }) => index),
  );
  let lastIndex = informationIndex - 1;
  while (lastIndex > titleIndex && isNotice(units[lastIndex]?.text ?? '', vocabulary)) lastIndex--;
  const gaps = units.slice(titleIndex + 1, lastIndex).map((unit) => unit.blanksBefore);
  const usualGap =
    gaps.length > 3
      ? (gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? 0)
      : (units[lastIndex]?.blanksBefore ?? 0);
  return {
    reports,
    lastIndex,
    usualGap,
    titleIndex,
    titleWords: new Set(wordsOf(title)),
    names: titleNames(title, vocabulary),
    informationIndex,
    hasVoice,
  };
}

function isChrome(text: string, vocabulary: Vocabulary): boolean {
  return text.length <= 80 && wordSet(vocabulary.page.chrome).has(foldLabel(text));
}

/** How many phrases of a statement of rights a text holds. */
function isRights(text: string, vocabulary: Vocabulary): number {
  if (text.length < 12 || text.length > 4000) return 0;
  const folded = fold(text);
  return vocabulary.page.rights.filter((phrase) => folded.includes(phrase)).length;
}

class Scale {
  readonly weights: Weights = {};
  add(role: Role, points: number, reason: string): void {
    const weight = (this.weights[role] ??= { score: 0, reasons: [] });
    weight.score += points;
    weight.reasons.push(`${points > 0 ? '+' : ''}${String(points)} ${reason}`);
  }
}

const sentenceEnd = /[.!?…]["”’»)\]]*$/u;
const numbered = /^(?:\d{1,3}|[a-z]|[ivxlc]{1,6}|[IVXLC]{1,6})[.)](?:\s|$)/u;

function weigh(unit: Unit, surroundings: Surroundings, page: Survey): Weights {
  const { vocabulary, units } = surroundings;
  const { text, index } = unit;
  const scale = new Scale();
  const words = wordsOf(text, 2000);
  const short = text.length <= 100 && words.length <= 14;
  const ends = sentenceEnd.test(text.slice(-12));
  const bracketed = text.startsWith('[') && text.endsWith(']');

  if (isChrome(text, vocabulary)) scale.add('chrome', 6, 'words of navigation');
  if (index < page.titleIndex) scale.add('chrome', 2, 'stands before the title');

  const meaning = labelMeaning(text, vocabulary);
  if (meaning) scale.add('label', 6, `label of the page (${meaning})`);

  const date = wholeDate(text, vocabulary.dates);
  if (date) {
    scale.add('pageDate', 3, 'a date and nothing else');
    if (index <= page.titleIndex + 1) scale.add('pageDate', 2, 'stands at the title');
  }

  if (index === page.titleIndex) {
    scale.add('title', 3, 'first line after navigation and date');
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
  const rights = isRights(text, vocabulary);
  if (rights > 0) scale.add('rights', Math.min(6, 2 + rights), 'words of a statement of rights');
  const before = units[index - 1];
  if (before && isRights(before.text, vocabulary) > 0 && !meaning && words.length > 5) {
    scale.add('rights', 2, 'goes on with a statement of rights');
    if (vocabulary.page.hidden.some((phrase) => fold(text).includes(phrase)))
      scale.add('rights', 2, 'names an address to ask');
  }
  scale.add(
    'value',
    index > page.informationIndex ? 1 : -3,
    index > page.informationIndex
      ? 'stands in the information about the document'
      : 'stands before the information',
  );
  return scale.weights;
}

interface Form {
  page: Survey;
  vocabulary: Vocabulary;
  words: string[];
  short: boolean;
  ends: boolean;
  bracketed: boolean;
}

function weighHead(scale: Scale, unit: Unit, form: Form, units: readonly Unit[]): void {
  const { text, index } = unit;
  const { vocabulary, words, short, ends, bracketed, page } = form;
  if (index <= page.titleIndex || index >= page.informationIndex) return;

  const marks = readMarks(text, 0, vocabulary);
  if (marks?.some((mark) => mark.kind === 'secrecy')) scale.add('secrecy', 6, 'mark of secrecy');
  else if (marks) scale.add('handling', 5, 'mark of handling');

  if (short && !numbered.test(text) && !bracketed && !/[,;:]$/u.test(text)) {
    scale.add('heading', ends ? -1 : 0.5, ends ? 'ends like a sentence' : 'short line');
    const shared = words.filter((word) => page.titleWords.has(word)).length;
    if (words.length > 0 && shared / words.length >= 0.6) scale.add('heading', 3, 'words of the title');
    if (kindOf(text, vocabulary) !== undefined) {
      scale.add('heading', 1.5, 'names the kind of document');
    }
    if (/\p{Lu}/u.test(text) && text === text.toUpperCase()) scale.add('heading', 0.5, 'set in capitals');
  }

  const distribution = longestStart(text, vocabulary.marks.distribution);
  if (distribution !== undefined && !marks) {
    const rest = text.slice(distribution.length);
    if (/^\s*:/u.test(rest)) scale.add('distribution', 5, 'label of a distribution list');
    else if (short && !ends && /^\s+\p{Lu}/u.test(rest))
      scale.add('distribution', 2, 'first word of a distribution list');
  }

  const dateline = readDateline(text, 0, vocabulary);
  // A sentence that mentions a date is none: little of it may be other words.
  if (dateline && dateline.coverage >= (ends && words.length > 6 ? 0.75 : 0.55)) {
    if (dateline.hasDate || dateline.hasNumber || dateline.hasTime) {
      scale.add(
        'dateline',
        dateline.parts >= 2 ? 5 : 3.5,
        `date, time, number or place (${Math.round(dateline.coverage * 100)} % of the line)`,
      );
    }
  }

  if (short) {
    weighAddressee(scale, unit, units[index - 1], vocabulary, ends && words.length > 6);
    if (/[,!:]$/u.test(text) && vocabulary.body.salutes.some((word) => startsWithWord(text, word)))
      scale.add('salute', 4.5, 'a salutation');
    if (!ends || words.length <= 4) scale.add('openerLine', 0.8, 'short line before the text');
    if (numbered.test(text)) scale.add('openerLine', -3, 'begins with a number');
    if (text.endsWith(':')) scale.add('openerLine', -1.5, 'leads something in');
    if (bracketed) scale.add('openerLine', -2, 'stands in brackets');
  }
}

function weighText(scale: Scale, unit: Unit, form: Form): void {
  const { text, index } = unit;
  const { page, short, ends } = form;
  if (index > page.titleIndex) {
    scale.add('paragraph', 0.5, 'anything can be a paragraph');
    if (ends) scale.add('paragraph', 1, 'ends like a sentence');
    if (text.endsWith(':')) scale.add('paragraph', 1, 'leads something in');
    if (text.length >= 120) scale.add('paragraph', 1.5, 'long');
    if (numbered.test(text)) scale.add('paragraph', 2, 'begins with a number');
    if (short && !ends && !text.endsWith(':')) scale.add('paragraph', -0.5, 'short line');
    if (index >= page.informationIndex)
      scale.add('paragraph', -5, 'stands in the information about the document');
  }
  if (page.reports.has(index)) scale.add('report', 6, 'tells in brackets what is written on the page');
}

function weighClose(scale: Scale, unit: Unit, form: Form, units: readonly Unit[]): void {
  const { text, index } = unit;
  const { vocabulary, words, short, page, ends } = form;
  if (!short || index <= page.titleIndex || index >= page.informationIndex) return;
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
  // After the text: before it, such lines head the document.
  const middle = (page.titleIndex + page.informationIndex) / 2;
  if (index > middle) weighDistributionBlock(scale, unit, units, vocabulary, middle);
  if (words.length <= 12 && !/[:;]$/u.test(text)) {
    scale.add('closerLine', 0.3, 'short line');
    if (sentenceEnd.test(text) && words.length > 5) scale.add('closerLine', -2, 'a sentence');
    if (/_{3,}|\.{4,}/u.test(text)) scale.add('closerLine', -2, 'a blank to fill in');
  }
}

/** The line of an addressee: "To …" or "For …" with a name; in small letters only where it goes on with such a line or names a rank. */
function weighAddressee(
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
  if (isSentence && !vocabulary.body.honorifics.includes(wordsOf(rest)[0] ?? '')) return;
  if (!/^\s*:?\s*(?:the\s+|THE\s+)?["“]?\p{Lu}/u.test(rest)) return;
  const honorific = vocabulary.body.honorifics.includes(wordsOf(rest)[0] ?? '');
  const goesOn =
    before !== undefined && vocabulary.marks.addressee.some((word) => startsWithWord(before.text, word));
  if (/^\p{Ll}/u.test(text) && !honorific && !goesOn) return;
  scale.add('addressee', 4, 'begins as the line of an addressee');
}

/** Lines under "Distribution:", "CC:" or "5 copies" after the text: names, short, until another kind of line. */
function weighDistributionBlock(
  scale: Scale,
  unit: Unit,
  units: readonly Unit[],
  vocabulary: Vocabulary,
  middle: number,
): void {
  if (isDistributionHead(unit.text, vocabulary)) {
    scale.add('distribution', 4, 'head of a distribution list');
    return;
  }
  for (let i = unit.index - 1; i > middle && i > unit.index - 40; i--) {
    const text = units[i]?.text ?? '';
    if (isDistributionHead(text, vocabulary)) {
      scale.add('distribution', 4, 'stands in a distribution list');
      return;
    }
    if (text.length > 80 || (sentenceEnd.test(text) && wordsOf(text).length > 6)) return;
  }
}

const distributionHeads = new WeakMap<Vocabulary, RegExp>();

function isDistributionHead(text: string, vocabulary: Vocabulary): boolean {
  let head = distributionHeads.get(vocabulary);
  if (!head) {
    const { distribution, distributionCounts } = vocabulary.marks;
    const count = anyOf(distributionCounts, `(?:\\d+|${anyOf(vocabulary.reports.cardinals)})`);
    head = new RegExp(`^(?:${anyOf(distribution)}|${count})$`, 'u');
    distributionHeads.set(vocabulary, head);
  }
  return text.length <= 160 && head.test(foldLabel(text));
}

/** Capitals at the head of every word that can have one, few words, no sentence. */
function isNameLike(text: string): boolean {
  const bare = text.replace(/[[\]()"“”/]/gu, ' ').trim();
  return /^(?:\p{Lu}[\p{L}'’.-]*\s*){1,6}[.,]?$/u.test(bare) && !/\d/u.test(bare);
}

function weighAbstract(scale: Scale, unit: Unit, form: Form, units: readonly Unit[]): void {
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

/** A notice that a page prints after its abstract. */
function isNotice(text: string, vocabulary: Vocabulary): boolean {
  if (text.length > 300) return false;
  const folded = fold(text);
  return vocabulary.page.abstractNotices.some((phrase) => folded.includes(phrase));
}

/** True if the paragraph names the document it sums up ("This telegram …"). */
export function selfNaming(text: string, vocabulary: Vocabulary): boolean {
  return vocabulary.body.summarySubjects.some((subject) => startsWithWord(text, subject));
}

function tellsInPresent(words: readonly string[], vocabulary: Vocabulary): boolean {
  const verbs = wordSet(vocabulary.body.summaryVerbs);
  return words.slice(1, 9).some((word) => verbs.has(word));
}
