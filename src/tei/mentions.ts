/** Names with their pointer into the registers, dates and times with their regular form. */
import type { Element } from 'xast';
import type { CalendarDate, ClockTime, Fact, Mention, Name } from '../edition/types.js';
import { element, type Attributes } from './element.js';
import type { Encoding } from './encoding.js';
import { originAttributes } from './responsibility.js';

const elementOf = { person: 'persName', place: 'placeName', organisation: 'orgName' } as const;

/** What a name may stand for, likeliest first. */
export type MentionKind = Name['kind'];
export const writers: readonly MentionKind[] = ['person', 'organisation', 'place'];
export const sites: readonly MentionKind[] = ['place', 'organisation', 'person'];

/** A name in the header or in a marginal note, pointing to the register that knows its key. */
export function mention(
  named: Mention,
  kinds: readonly MentionKind[],
  encoding: Encoding,
  attributes: Attributes = {},
): Element {
  for (const kind of kinds) {
    const id = encoding.ids.get(kind, named.key);
    if (id !== undefined) return element(elementOf[kind], { ref: `#${id}`, ...attributes }, [named.name]);
  }
  throw new TypeError(`encode: "${named.key}" (${named.name}) stands in no register of the document`);
}

/** A name as a fact, with its certainty or the editor who stated it. */
export function mentionFact(fact: Fact<Mention>, kinds: readonly MentionKind[], encoding: Encoding): Element {
  return mention(fact.value, kinds, encoding, originAttributes(fact.origin, encoding));
}

/**
 * Attributes of a date. `@when` excludes the others, `@from` excludes `@notBefore`, `@to` excludes `@notAfter`
 * (TEI's Schematron for att.datable.w3c).
 */
export function dateAttributes(date: CalendarDate): Attributes {
  if (date.when !== undefined) return { when: date.when };
  return {
    ...(date.from === undefined ? { notBefore: date.notBefore } : { from: date.from }),
    ...(date.to === undefined ? { notAfter: date.notAfter } : { to: date.to }),
  };
}

/** `@when` needs seconds (XML Schema); ISO 8601 does without, and nobody gave them. */
export function timeAttributes(time: ClockTime): Attributes {
  return { 'when-iso': time.when };
}

export function dateFact(fact: Fact<CalendarDate>, encoding: Encoding, attributes: Attributes = {}): Element {
  return element(
    'date',
    { ...attributes, ...dateAttributes(fact.value), ...originAttributes(fact.origin, encoding) },
    [fact.value.text],
  );
}

export function timeFact(fact: Fact<ClockTime>, encoding: Encoding): Element {
  return element('time', { ...timeAttributes(fact.value), ...originAttributes(fact.origin, encoding) }, [
    fact.value.text,
  ]);
}
