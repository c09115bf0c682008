/** Addresses: the lines that say to whom a document goes, at its head or its foot. */
import type { Addressee } from '../../edition/types.js';
import { addressedInOffice } from '../body/addressed.js';
import { readField } from '../body/fields.js';
import { isOfficeOf, isPersonal, kindOfName, namesIn, type NameSpan } from '../body/names.js';
import { madeOnce } from '../made-once.js';
import type { Vocabulary } from '../vocabulary.js';
import { anyOf, inCapitals, longestStart, startsWithWord, wordsOf } from '../words.js';
import type { Making } from './body-reading.js';
import { nameFact, nameMark, officeMarks, placeMark } from './mentions.js';
import type { Unit } from './units.js';

/** One address: its lines, the first of which names somebody or says that names follow. */
export function addressParts(units: readonly Unit[], making: Making): Addressee[] {
  const { context, reading } = making;
  const lines = units.map((unit, i) => {
    const lead = leadOf(unit, making);
    const inOffice = addressedInOffice(unit.text, context.vocabulary);
    if (inOffice) return { unit, lead: 0, names: inOffice };
    const found = namesIn(unit.text.slice(lead, endOf(unit.text, lead, making)), context.vocabulary).filter(
      ({ name }) => !isAddressWord(name, making),
    );
    // Without "To" the line is one person's: what follows a comma is what he is ("J. D. Strachey, Esq.").
    const names = lead === 0 ? found.slice(0, 1) : found;
    return { unit, lead, names: i === 0 || names.every(isNamedIn(unit, units[i - 1], making)) ? names : [] };
  });
  // Nobody is named by a form of his own: the first office is the addressee ("TO" / "THE MINISTER OF TRADE").
  if (lines.every(({ names }) => names.length === 0)) {
    const office = lines.find(({ unit, lead }) => unit.text.length > lead);
    if (office) office.names = namesIn(office.unit.text.slice(office.lead), context.vocabulary);
  }
  // "TO THE MINISTER" / "Comrade P. A. STRAKHOV": one addressee, who holds the office. A second "to" names a second one.
  const offices = lines.map((line, i) => {
    const below = lines.slice(i + 1).find(({ names }) => names.length > 0);
    const [name] = line.names;
    return (
      line.names.length === 1 &&
      name !== undefined &&
      below !== undefined &&
      below.lead === 0 &&
      below.names.every(({ kind }) => kind === 'person') &&
      isOfficeOf(name.name, context.vocabulary)
    );
  });
  return lines.map(({ unit, lead, names: found }, i): Addressee => {
    const names = offices[i] ? [] : found;
    const offset = unit.start + lead;
    const seat =
      lead === 0 && names.length === 0 && !offices[i] ? seatIn(unit, lines.slice(0, i), making) : undefined;
    if (seat) {
      const { text: name, start } = seat;
      (reading.correspondence.received ??= {}).place ??= {
        value: { name, key: name },
        verbatim: name,
        position: context.at(start, start + name.length),
        origin: { kind: 'inferred', rule: 'addressee-line', certainty: 'medium' },
      };
    }
    for (const name of names)
      reading.correspondence.addressees.push(nameFact(name, offset, 'addressee-line', context.at));
    return {
      type: 'addressee',
      children: context.inline(
        { source: context.source, start: unit.start, end: unit.end },
        offices[i]
          ? officeMarks(unit.text.slice(lead), offset, context.vocabulary)
          : seat
            ? [placeMark(seat.text, seat.start, seat.start + seat.text.length)]
            : names.map((name) => nameMark(name, offset)),
      ),
      position: context.at(unit.start, unit.end),
    };
  });
}

/**
 * "To the Ministry of Foreign Affairs" / "MOSCOW": a place by itself on a line under who is addressed. It is known as the seat of an archive, or
 * stands in capitals where the line above does not; other words in capital letters may be another name.
 */
function seatIn(
  unit: Unit,
  above: readonly { unit: Unit; names: readonly NameSpan[] }[],
  { context }: Making,
): { text: string; start: number } | undefined {
  const text = /^\p{Lu}[\p{L}\p{M}'’-]+(?:\s\p{Lu}[\p{L}\p{M}'’-]+){0,2}(?=[.,]?$)/u.exec(unit.text)?.[0];
  const named = above.findLast(({ names }) => names.length > 0);
  if (text === undefined || !named || isOfficeOf(text, context.vocabulary)) return undefined;
  const capitals = text === text.toUpperCase() && named.unit.text !== named.unit.text.toUpperCase();
  if (!capitals && !context.settlements.has(text.toLowerCase())) return undefined;
  return kindOfName(text, context.vocabulary) === 'organisation' ? undefined : { text, start: unit.start };
}

/** True for "Comrade", "Mr.": words of address with nobody they address, who is named on the next line. */
function isAddressWord(text: string, { context }: Pick<Making, 'context'>): boolean {
  const words = wordsOf(text);
  return words.length > 0 && words.every((word) => context.vocabulary.body.formsOfAddress.includes(word));
}

/** Length of what stands before the names: "To", "TO:", and a code before a dash ("TO: G - Mr. Coyle"). */
function leadOf({ text }: Unit, { context }: Making): number {
  const field = readField(text, context.vocabulary);
  const word = context.vocabulary.marks.addressee.find((known) => startsWithWord(text, known)) ?? '';
  const lead = field?.field === 'to' ? field.start : word.length;
  return lead + urgencyBefore(text, lead, context.vocabulary) + codeBefore(text.slice(lead));
}

/** "TO IMMEDIATE FCO": length of a word of urgency before the name, in a line of capitals. */
function urgencyBefore(text: string, lead: number, { marks }: Vocabulary): number {
  if (text !== text.toUpperCase()) return 0;
  const space = /^\s*/u.exec(text.slice(lead))?.[0].length ?? 0;
  const mark = longestStart(text.slice(lead + space), marks.handling);
  return mark === undefined || lead + space + mark.length >= text.trimEnd().length ? 0 : space + mark.length;
}

/** "TO SECSTATE IMMEDIATE 4471": where urgency or a number ends the name, in a line of capitals. */
function endOf(text: string, lead: number, { context }: Making): number {
  // "For the Secretary from Brown".
  const from = fromWhom(text, context.vocabulary);
  if (from !== undefined) return from;
  if (text !== text.toUpperCase()) return text.length;
  for (const { index } of text.slice(lead).matchAll(/(?<=\p{L}\s+)[\p{L}\d]+/gu)) {
    const rest = text.slice(lead + index);
    if (/^\d+\W*$/u.test(rest) || longestStart(rest, context.vocabulary.marks.handling) !== undefined)
      return lead + index;
  }
  return text.length;
}

const senderPattern = madeOnce(
  ({ marks }: Vocabulary) => new RegExp(`\\s${anyOf(inCapitals(marks.sentFrom))}\\s+(?=\\p{Lu})`, 'u'),
);

/** Where in the line of an addressee it is said from whom. */
function fromWhom(text: string, vocabulary: Vocabulary): number | undefined {
  return senderPattern(vocabulary).exec(text)?.index;
}

/** "G - Mr. Coyle", "E/OMA - Harold Brandeis": length of an office's code before the name. */
export function codeBefore(value: string): number {
  return (
    /^[\s\u00a0]*[\p{Lu}\d][\p{Lu}\d/.]{0,11}[\s\u00a0][–—-][\s\u00a0]+(?=\p{L})/u.exec(value)?.[0].length ??
    0
  );
}

/** In a line further down somebody is named where it begins with a word of address or rank, or the line above ends an entry. */
function isNamedIn(
  unit: Unit,
  before: Unit | undefined,
  { context }: Pick<Making, 'context'>,
): (name: NameSpan) => boolean {
  const { body } = context.vocabulary;
  const first = wordsOf(unit.text)[0] ?? '';
  const addressed = body.honorifics.includes(first) || body.ranks.includes(first);
  const parted =
    before !== undefined &&
    (before.text.endsWith(';') || isAddressWord(wordsOf(before.text).at(-1) ?? '', { context }));
  return (name) =>
    (addressed || parted) &&
    name.kind === 'person' &&
    isPersonal(name.name) &&
    !isOfficeOf(name.name, context.vocabulary);
}
