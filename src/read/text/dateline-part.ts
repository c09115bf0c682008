/** Datelines of head and close: what they say of place, date, time and number goes to the header. */
import type { Correspondence, Fact, Phrase } from '../../edition/types.js';
import type { DatelinePart } from '../body/dateline.js';
import type { NumberSpan } from '../body/numbers.js';
import { placeMark, stated } from './mentions.js';
import type { Making } from './body-reading.js';
import type { Unit } from './units.js';
import type { PhraseMark } from '../weave.js';

/** The words of a dateline with its parts marked. */
export function datelinePhrases(unit: Unit, found: readonly DatelinePart[], making: Making): Phrase[] {
  const { context } = making;
  const marks = found.map((part) => markOf(part, making));
  return context.inline({ source: context.source, start: unit.start, end: unit.end }, marks);
}

function markOf(part: DatelinePart, { reading, context }: Making): PhraseMark {
  const { correspondence } = reading;
  const { start, end } = part;
  const position = context.at(start, end);
  const origin = stated('dateline');
  const moment =
    part.moment === 'written'
      ? (correspondence.sent ??= {})
      : part.moment === 'sent'
        ? (correspondence.transmitted ??= {})
        : part.moment === 'received'
          ? (correspondence.received ??= {})
          : // The hour of deciphering stays in the line.
            ({} satisfies Correspondence['transmitted']);
  switch (part.kind) {
    case 'place': {
      const place = {
        value: { name: part.name, key: part.name },
        verbatim: part.name,
        position,
        origin: part.inferred
          ? ({ kind: 'inferred', rule: 'place-before-number', certainty: 'medium' } as const)
          : origin,
      };
      if (part.moment === 'received') (correspondence.received ??= {}).place ??= place;
      else (correspondence.sent ??= {}).place ??= place;
      return placeMark(part.name, start, end);
    }
    case 'number':
      return numberMark(part, { reading, context });
    case 'time':
      moment.time ??= { value: part.time, verbatim: part.time.text, position, origin };
      return {
        start,
        end,
        make: (children, around) => ({ type: 'time', time: part.time, children, position: around }),
      };
    case 'date':
      moment.date ??= { value: part.date, verbatim: part.date.text, position, origin };
      return {
        start,
        end,
        make: (children, around) => ({ type: 'date', date: part.date, children, position: around }),
      };
  }
}

/** A number of another line: which of the two the dispatch went under is not said. */
export function otherNumber(number: Fact<string>): Fact<string> {
  return { ...number, origin: { kind: 'inferred', rule: 'other-number', certainty: 'medium' } };
}

/** The mark of a number; it is that of the dispatch or of its receipt. A dispatch in several parts has several. */
export function numberMark(
  { value, moment, start, end }: NumberSpan,
  { reading, context }: Making,
): PhraseMark {
  const { correspondence } = reading;
  const number = { value, verbatim: value, position: context.at(start, end), origin: stated('dateline') };
  if (moment === 'received') (correspondence.received ??= {}).number ??= number;
  else {
    const sent = (correspondence.sent ??= {});
    if (!sent.dispatch) sent.dispatch = number;
    else {
      const known = [sent.dispatch, ...(sent.dispatchParts ?? []), ...(sent.otherNumbers ?? [])];
      // Only numbers of one line are those of one dispatch.
      const isPart = sent.dispatch.position?.start.line === number.position.start.line;
      if (!known.some((one) => one.value === value))
        if (isPart) (sent.dispatchParts ??= []).push(number);
        else (sent.otherNumbers ??= []).push(otherNumber(number));
    }
  }
  return {
    start,
    end,
    make: (children, position) => ({
      type: 'dispatchNumber',
      ...(moment === 'received' ? { ofReceipt: true } : {}),
      children,
      position,
    }),
  };
}
