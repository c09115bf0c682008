/** Parts of the head of a document, but for its addresses: marks, fields, datelines, distribution, salutation. */
import type { OpenerPart } from '../../edition/types.js';
import { readDateline, type DatelinePart } from '../body/dateline.js';
import { readField, type Field } from '../body/fields.js';
import { readMarks } from '../body/marks.js';
import { nameIn } from '../body/names.js';
import { readRoute } from '../body/route.js';
import { codeBefore } from './address-part.js';
import type { BodyUnit, Making } from './body-reading.js';
import { seatOf } from './letterhead.js';
import { datelinePhrases, numberMark } from './dateline-part.js';
import { distributionPhrases } from './distribution-part.js';
import { nameFact, nameMark, placeMark } from './mentions.js';
import { wordsOf } from '../words.js';
import { stampLead } from './stamps.js';
import type { Unit } from './units.js';

/** The parts that one unit makes. */
export function openerParts(unit: Unit, role: BodyUnit['role'], making: Making): OpenerPart[] {
  const { context } = making;
  const { at, source } = context;
  const position = at(unit.start, unit.end);
  const inline = (): OpenerPart => ({
    type: 'openerLine',
    children: context.inline({ source, start: unit.start, end: unit.end }),
    position,
  });
  switch (role) {
    case 'secrecy':
    case 'handling':
      // By the editor's word only: a line that holds no known mark.
      return markParts(unit, making) ?? [inline()];
    case 'distribution':
      return [{ type: 'distributionLine', children: distributionPhrases(unit, making), position }];
    case 'dateline':
      return (
        routeParts(unit, making) ?? [
          { type: 'dateline', children: datelinePhrases(unit, partsOf(unit, making), making), position },
        ]
      );
    case 'field':
      return [fieldPart(unit, making) ?? inline()];
    case 'salute':
      return [{ ...inline(), type: 'salute' }];
    default:
      return [inline()];
  }
}

/** Marks of secrecy and handling; the label before them stands with the first. */
function markParts(unit: Unit, { reading, context }: Making): OpenerPart[] | undefined {
  const { vocabulary, source, at } = context;
  const field = readField(unit.text, vocabulary);
  const from = field?.field === 'classification' ? field.start : 0;
  const marks = readMarks(unit.text.slice(from), unit.start + from, vocabulary);
  return marks?.map((mark, i): OpenerPart => {
    const start = i === 0 ? unit.start : mark.start;
    const children = context.inline({ source, start, end: mark.end });
    const position = at(start, mark.end);
    if (mark.numbers) {
      const numbers = mark.numbers.map((number) => numberMark(number, { reading, context }));
      return {
        type: 'dateline',
        children: context.inline({ source, start, end: mark.end }, numbers),
        position,
      };
    }
    if (mark.kind === 'handling' || mark.key === undefined)
      return { type: 'handlingMark', children, position };
    reading.secrecy.push({
      key: mark.key,
      text: mark.text,
      start: mark.start,
      end: mark.start + mark.text.length,
    });
    return { type: 'secrecyMark', key: mark.key, children, position };
  });
}

/** From where and to whom a dispatch goes; marks of urgency before it stand by themselves. */
function routeParts(unit: Unit, { reading, context }: Making): OpenerPart[] | undefined {
  const { vocabulary, source, at } = context;
  const route = readRoute(unit.text, vocabulary);
  if (!route) return undefined;
  const { correspondence } = reading;
  const { place, to, marks } = route;
  const start = unit.start + marks;
  const position = at(unit.start + place.start, unit.start + place.end);
  (correspondence.sent ??= {}).place ??= {
    value: { name: place.name, key: place.name },
    verbatim: place.name,
    position,
    origin: { kind: 'inferred', rule: 'route', certainty: 'high' },
  };
  correspondence.addressees.push(nameFact(to, unit.start, 'route', at));
  const dateline: OpenerPart = {
    type: 'dateline',
    children: context.inline({ source, start, end: unit.end }, [
      placeMark(place.name, unit.start + place.start, unit.start + place.end),
      nameMark(to, unit.start),
    ]),
    position: at(start, unit.end),
  };
  const mark = unit.text.slice(0, marks).trimEnd();
  if (mark === '') return [dateline];
  const end = unit.start + mark.length;
  return [
    {
      type: 'handlingMark',
      children: context.inline({ source, start: unit.start, end }),
      position: at(unit.start, end),
    },
    dateline,
  ];
}

/** What a dateline holds; under a label for numbers its whole value is the number. */
function partsOf(unit: Unit, { context }: Making): DatelinePart[] {
  const field = readField(unit.text, context.vocabulary);
  if (field?.field === 'number') {
    const value = numberOf(unit.text, field);
    if (value)
      return [
        {
          kind: 'number',
          moment: 'written',
          ...value,
          start: unit.start + value.start,
          end: unit.start + value.end,
        },
      ];
  }
  if (field?.field === 'place') {
    const [name = ''] = /^[^,;\n]*[\p{L}.)]/u.exec(unit.text.slice(field.start)) ?? [];
    const start = unit.start + field.start;
    return name === '' ? [] : [{ kind: 'place', name, moment: 'written', start, end: start + name.length }];
  }
  return readDateline(unit.text, unit.start, context.vocabulary)?.found ?? [];
}

/** A number with its punctuation ("083.117", "P72/143"); undefined where other words stand beside it. */
export function numberOf(
  text: string,
  field: Field,
): { value: string; start: number; end: number } | undefined {
  const found = /^[\s\u00a0]*(?<value>[\p{L}\d][\p{L}\d./–-]*\d[\p{L}]{0,2}|\d+)\.?[\s\u00a0]*$/u.exec(
    text.slice(field.start),
  );
  const value = found?.groups?.['value'];
  if (value === undefined) return undefined;
  const start = field.start + text.slice(field.start).indexOf(value);
  return { value, start, end: start + value.length };
}

function fieldPart(unit: Unit, making: Making): OpenerPart | undefined {
  const { reading, context } = making;
  const { vocabulary, source, at } = context;
  const read = readField(unit.text, vocabulary);
  if (!read) return undefined;
  const { field } = read;
  if (field !== 'from' && field !== 'through' && field !== 'subject' && field !== 'reference')
    return undefined;
  // "Ref.: 025.114/61-8": the number of the document itself, unless it has another or the label says whose it is.
  const own = field === 'reference' ? ownNumber(unit.text, read, making) : undefined;
  if (own)
    return {
      type: 'dateline',
      children: context.inline({ source, start: unit.start, end: unit.end }, [
        numberMark(
          { ...own, moment: 'written', start: unit.start + own.start, end: unit.start + own.end },
          making,
        ),
      ]),
      position: at(unit.start, unit.end),
    };
  const value = unit.text.slice(read.start);
  const lead = codeBefore(value);
  const named = field === 'from' ? nameIn(value.slice(lead), vocabulary) : undefined;
  const offset = unit.start + read.start + lead;
  const seat = named && seatOf(named.name, vocabulary);
  const name = named && seat ? { ...named, name: seat.office, end: named.start + seat.office.length } : named;
  if (name) reading.sender ??= nameFact(name, offset, 'from-field', at);
  const marks = name ? [nameMark(name, offset)] : [];
  if (named && seat) {
    const start = offset + named.start + seat.at;
    const end = start + seat.place.length;
    marks.push(placeMark(seat.place, start, end));
    (reading.correspondence.sent ??= {}).place ??= {
      value: { name: seat.place, key: seat.place },
      verbatim: seat.place,
      position: at(start, end),
      origin: { kind: 'inferred', rule: 'from-field', certainty: 'high' },
    };
  }
  return {
    type: 'headField',
    field,
    children: context.inline({ source, start: unit.start, end: unit.end }, marks),
    position: at(unit.start, unit.end),
  };
}

/** The number under a label for references, where it can be the document's. */
function ownNumber(text: string, field: Field, { reading, context }: Making): ReturnType<typeof numberOf> {
  const { others } = context.vocabulary.marks.numberWords;
  const label = wordsOf(text.slice(0, field.start));
  if (reading.correspondence.sent?.dispatch || label.some((word) => others.includes(word))) return undefined;
  return numberOf(text, field);
}

/** "[Stamp: Department of Transport, received 6 May 1971]": the date of receipt; the words stay where they are. */
export function readStamp(unit: Unit, { reading, context }: Making): void {
  const { vocabulary, at } = context;
  if (!unit.text.startsWith('[') || stampLead(unit.text, vocabulary) === undefined) return;
  for (const part of readDateline(unit.text, unit.start, vocabulary)?.found ?? []) {
    if (part.kind !== 'date' || part.moment !== 'received') continue;
    (reading.correspondence.received ??= {}).date ??= {
      value: part.date,
      verbatim: part.date.text,
      position: at(part.start, part.end),
      origin: { kind: 'inferred', rule: 'stamp', certainty: 'high' },
    };
  }
}
