/** What closes a document: complimentary close, signatures with the offices of those who sign, place and date. */
import type { Closer, Dateline, Signed } from '../../edition/types.js';
import { readDateline } from '../body/dateline.js';
import { isRoleOnly, nameIn, namesIn, type NameSpan } from '../body/names.js';
import { signatureLead, signatureNumber } from '../body/signature.js';
import { foldLabel } from '../vocabulary.js';
import type { PhraseMark } from '../weave.js';
import { wordsOf } from '../words.js';
import type { BodyUnit, Making } from './body-reading.js';
import { datelinePhrases } from './dateline-part.js';
import { lineMarks, nameFact, nameMark, officeMarks, placeMark } from './mentions.js';
import type { Unit } from './units.js';

type Part = Closer['children'][number];

/** The part of a unit that is neither a signature nor an address. */
export function closerPart(unit: Unit, role: BodyUnit['role'], making: Making): Part {
  const { vocabulary, source, at } = making.context;
  const { context } = making;
  const stretch = { source, start: unit.start, end: unit.end };
  const position = at(unit.start, unit.end);
  if (role === 'closing') return { type: 'salute', children: context.inline(stretch), position };
  if (role === 'dateline') {
    const found = readDateline(unit.text, unit.start, vocabulary)?.found ?? [];
    return { type: 'dateline', children: datelinePhrases(unit, found, making), position };
  }
  return { type: 'closerLine', children: context.inline(stretch), position };
}

/** "24 April 1947" / "Vienna": one word below the date, once somebody has signed. */
export function placeBelowDate(unit: Unit, { reading, context }: Making): Dateline | undefined {
  if (!reading.signature) return undefined;
  return placeLine(unit, { reading, context });
}

/** "18 April 1955" / "No. 1147-s" / "Moscow": one word below date and number, at the head. */
export function placeUnderHead(unit: Unit, making: Making): Dateline | undefined {
  const { marks, body } = making.context.vocabulary;
  const { sent } = making.reading.correspondence;
  if (!sent?.date || sent.place) return undefined;
  const word = foldLabel(unit.text);
  const other = [
    marks.fileCopy,
    marks.handled,
    marks.stamps,
    body.honorifics,
    body.ranks,
    body.organisations,
  ];
  if (other.some((words) => words.includes(word)) || body.kinds.some(({ words }) => words.includes(word)))
    return undefined;
  return placeLine(unit, making);
}

function placeLine(unit: Unit, { reading, context }: Making): Dateline | undefined {
  if (!/^\p{Lu}[\p{L}\p{M}'’-]+[.,]?$/u.test(unit.text)) return undefined;
  const name = unit.text.replace(/[.,]$/u, '');
  const position = context.at(unit.start, unit.end);
  (reading.correspondence.sent ??= {}).place ??= {
    value: { name, key: name },
    verbatim: name,
    position,
    origin: { kind: 'inferred', rule: 'place-below-date', certainty: 'medium' },
  };
  const mark = placeMark(name, unit.start, unit.start + name.length);
  return {
    type: 'dateline',
    children: context.inline({ source: context.source, start: unit.start, end: unit.end }, [mark]),
    position,
  };
}

/** Lines of offices and names, by who signs: an office stands with the name below it, or, where a name comes first, with that above it. */
export function signatures(units: readonly BodyUnit[]): BodyUnit[][] {
  const groups: BodyUnit[][] = [];
  const officeFirst = units[0]?.role === 'office';
  const lastSigned = units.findLastIndex(({ role }) => role === 'signed');
  units.forEach((unit, i) => {
    const last = groups.at(-1);
    // Whoever signs last may have an office above and one below ("For the Ambassador" / "A. Holt" / "Counsellor").
    const opens = officeFirst
      ? last === undefined || (last.some(({ role }) => role === 'signed') && i <= lastSigned)
      : unit.role === 'signed';
    if (opens || !last) groups.push([unit]);
    else last.push(unit);
  });
  return groups;
}

/** One signature over one or several lines. */
export function signed(units: readonly BodyUnit[], making: Making): Signed {
  const { context } = making;
  const start = units[0]?.unit.start ?? 0;
  const end = units.at(-1)?.unit.end ?? start;
  const marks = units.flatMap(({ unit, role }) =>
    role === 'office' ? officeMarks(unit.text, unit.start, context.vocabulary) : signerMarks(unit, making),
  );
  return {
    type: 'signed',
    children: context.inline({ source: context.source, start, end }, [
      ...marks,
      ...lineMarks(context.source, start, end),
    ]),
    position: context.at(start, end),
  };
}

/** Name and office in one line: "SECRETARY OF THE CC: /s/ Ivan Minchev", "A. Arsen, Ambassador". */
function signerMarks(unit: Unit, making: Making): PhraseMark[] {
  const { reading, context } = making;
  const { vocabulary, at } = context;
  const lead = signatureLead(unit.text, vocabulary);
  const named = unit.text.slice(0, unit.text.length - signatureNumber(unit.text));
  const name = signer(named.slice(lead).replace(/[)/\]]+\s*$/u, ''), making);
  if (!name) return officeMarks(unit.text.replace(/\s*\[.*$/u, ''), unit.start, vocabulary);
  const from = lead + name.start;
  const to = lead + name.end;
  // By hand, and below it in type with the first name: the fuller form.
  const fact = nameFact(name, unit.start + lead, 'signature', at);
  reading.signatures.push(fact);
  if (!reading.signature || isFuller(name.name, reading.signature.value.name)) reading.signature = fact;
  // Before the name stand the office and the sign for a signature.
  const before = unit.text.slice(0, from);
  const sign = vocabulary.body.signatures
    .map((word) => before.toLowerCase().indexOf(word))
    .filter((at) => at >= 0);
  const office = before.slice(0, Math.min(before.length, ...sign));
  return [
    ...officeMarks(
      office === '' ? unit.text.slice(lead, from) : office,
      office === '' ? unit.start + lead : unit.start,
      vocabulary,
    ),
    nameMark(name, unit.start + lead),
    ...officeMarks(unit.text.slice(to), unit.start + to, vocabulary),
  ];
}

/** True if a name has all words of another and more ("Ulrich Maschke", "Maschke"). */
function isFuller(name: string, than: string): boolean {
  const words = wordsOf(name);
  const known = wordsOf(than);
  return (
    words.length > known.length && words.at(-1) === known.at(-1) && known.every((one) => words.includes(one))
  );
}

function signer(text: string, { context }: Making): NameSpan | undefined {
  const whole = nameIn(text, context.vocabulary);
  if (!whole) return undefined;
  const name = whole.name.includes(',') ? (namesIn(text, context.vocabulary)[0] ?? whole) : whole;
  return isRoleOnly(name.name, context.vocabulary) ? undefined : name;
}
