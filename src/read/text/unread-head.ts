/** Lines before the text that no part of the grammar of heads understood: they stand in the edition word for word, and the editor is told. */
import type { Block } from '../../edition/types.js';
import { readDateline } from '../body/dateline.js';
import { namesInList } from '../body/listed-names.js';
import { isPersonal, isRoleOnly } from '../body/names.js';
import type { Vocabulary } from '../vocabulary.js';
import { unspaced, wordsOf } from '../words.js';
import type { BodyUnit } from './body-reading.js';
import { beginsDistribution } from './distribution-head.js';
import { isNumbered, sentenceEnd } from './scale.js';
import { stampLead } from './stamps.js';
import { kindOf } from './title.js';
import type { Unit } from './units.js';

/** A line longer than this is a paragraph, however it ends. */
const longestLine = 160;
/** A line with more words than this says more than what it heads. */
const longestHeading = 14;

/** The units of the head that were not understood. `title` is that of the page, which a heading may repeat. */
export function unreadHeadLines(
  units: readonly BodyUnit[],
  blocks: readonly Block[],
  title: string,
  vocabulary: Vocabulary,
): Unit[] {
  const kept = new Set(
    blocks.flatMap((block) =>
      block.type === 'opener'
        ? block.children
            .filter(({ type }) => type === 'openerLine')
            .map(({ position }) => position?.start.offset)
        : [],
    ),
  );
  const known = new Set(wordsOf(title));
  const repeats = (text: string): boolean => {
    const words = wordsOf(text);
    return words.length > 0 && words.filter((word) => known.has(word)).length / words.length >= 0.6;
  };
  const isHarmless = ({ text }: Unit): boolean =>
    !/[\p{L}\p{N}]/u.test(text) ||
    (kindOf(unspaced(text), vocabulary) !== undefined && wordsOf(text).length <= longestHeading) ||
    (repeats(text) && !beginsDistribution(text, vocabulary)) ||
    (text.startsWith('[') && stampLead(text, vocabulary) !== undefined);
  const head = units.filter(({ part, origin }) => part === 'opener' && origin.kind !== 'editor');
  const unread = head.filter(({ unit, role }, i) => {
    if (isHarmless(unit)) return false;
    if (role === 'heading') return i > 0 && head[i - 1]?.role !== 'heading';
    return kept.has(unit.start) && !(namesInstitution(unit, vocabulary) && isLetterhead(head, i));
  });
  return [...unread.map(({ unit }) => unit), ...headInText(units, isHarmless, vocabulary)];
}

/** An institution and what it belongs to; a list of offices, a sentence, or who receives copies is none. */
function namesInstitution({ text }: Unit, vocabulary: Vocabulary): boolean {
  const parts = text.split(/[,;]/u).length;
  const names = namesInList(text, vocabulary).filter(
    ({ kind, name }) => kind === 'person' && isPersonal(name),
  );
  return (
    isRoleOnly(text, vocabulary) &&
    parts <= 3 &&
    names.length < 2 &&
    !/[:;]/u.test(text) &&
    wordsOf(text).length <= longestHeading &&
    !beginsDistribution(text, vocabulary)
  );
}

/** An institution at the top of a head, where nothing but marks and other such lines stands above it. */
function isLetterhead(head: readonly BodyUnit[], index: number): boolean {
  return head
    .slice(0, index)
    .every(({ role }) => role !== 'dateline' && role !== 'addressee' && role !== 'addressLine');
}

/** Short lines that are no sentences, or dates and numbers, at the head of the text: what heads it was not seen to do so. */
function headInText(
  units: readonly BodyUnit[],
  isHarmless: (unit: Unit) => boolean,
  vocabulary: Vocabulary,
): Unit[] {
  const text = units.filter(({ part }) => part === 'text');
  const first = text.findIndex(
    ({ unit, role, origin }) =>
      role !== 'paragraph' || origin.kind === 'editor' || !isLineOfHead(unit, vocabulary),
  );
  // Where no sentence follows, such lines are the text.
  const next = text[first];
  if (first < 1 || !next || !sentenceEnd.test(next.unit.text.slice(-12)) || next.unit.text.length < 60)
    return [];
  return text
    .slice(0, first)
    .map(({ unit }) => unit)
    .filter((unit) => !isHarmless(unit));
}

function isLineOfHead({ text }: Unit, vocabulary: Vocabulary): boolean {
  if (text.length > longestLine || isNumbered(text) || /[:,]["”’)\]]*$/u.test(text) || text.startsWith('['))
    return false;
  const dateline = readDateline(text, 0, vocabulary);
  if (dateline && dateline.parts >= 2 && dateline.coverage >= 0.4 && dateline.hasDate) return true;
  return !sentenceEnd.test(text.slice(-12)) && wordsOf(text).length <= 16;
}
