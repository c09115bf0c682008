/** Letterheads: where the institution that writes has its seat ("BRITISH EMBASSY," / "ROME"). */
import type { Dateline } from '../../edition/types.js';
import { canBePlace, readDateline } from '../body/dateline.js';
import { isRoleOnly } from '../body/names.js';
import { wordSet, type Vocabulary } from '../vocabulary.js';
import { wordsOf } from '../words.js';
import type { Making } from './body-reading.js';
import { placeMark } from './mentions.js';
import type { Unit } from './units.js';

const placeLine = /^(?<name>\p{Lu}[\p{L}\p{M}'’-]+(?:\s\p{Lu}[\p{L}\p{M}'’-]+){0,2})[.,]?$/u;
const seatInLine =
  /^(?<office>.{4,80}),\s+(?<name>\p{Lu}[\p{L}\p{M}'’-]+(?:\s\p{Lu}[\p{L}\p{M}'’-]+){0,2})[.,]?$/u;

/**
 * The line of a letterhead that says where it was written: a name under or beside a representation, which has its seat in one town; under another
 * line of a letterhead, where the date comes next. Undefined for any other line: an institution alone says nothing of a place.
 */
export function letterheadPlace(
  unit: Unit,
  above: Unit | undefined,
  below: Unit | undefined,
  { reading, context }: Making,
): Dateline | undefined {
  const { vocabulary, at, source } = context;
  const { correspondence } = reading;
  if (correspondence.sent?.place) return undefined;
  const seat = seatOf(unit.text, vocabulary);
  const alone = placeLine.exec(unit.text)?.groups?.['name'];
  const name = seat
    ? seat.place
    : alone !== undefined && above && unit.blanksBefore === 0 && isSeat(above, below, vocabulary)
      ? alone
      : undefined;
  if (name === undefined || !canBePlace(name, vocabulary)) return undefined;
  const start = unit.start + unit.text.lastIndexOf(name);
  const position = at(unit.start, unit.end);
  (correspondence.sent ??= {}).place = {
    value: { name, key: name },
    verbatim: name,
    position: at(start, start + name.length),
    origin: { kind: 'inferred', rule: 'letterhead', certainty: 'medium' },
  };
  return {
    type: 'dateline',
    children: context.inline({ source, start: unit.start, end: unit.end }, [
      placeMark(name, start, start + name.length),
    ]),
    position,
  };
}

/** A representation and the town beside it ("Trade Mission, Accra"); `at` is where the town's name begins. */
export function seatOf(
  text: string,
  vocabulary: Vocabulary,
): { office: string; place: string; at: number } | undefined {
  const { office, name: place } = seatInLine.exec(text)?.groups ?? {};
  if (office === undefined || place === undefined || !isRepresentation(office, vocabulary)) return undefined;
  return canBePlace(place, vocabulary) ? { office, place, at: text.lastIndexOf(place) } : undefined;
}

/** True if some words name an institution that has its seat in one town abroad. */
export function isRepresentation(text: string, vocabulary: Vocabulary): boolean {
  const representations = wordSet(vocabulary.body.representations);
  return wordsOf(text).some((word) => representations.has(word));
}

function isSeat(above: Unit, below: Unit | undefined, vocabulary: Vocabulary): boolean {
  if (/\d/u.test(above.text)) return false;
  const dated = below ? readDateline(below.text, 0, vocabulary) : undefined;
  if (dated?.hasDate === true && dated.coverage >= 0.75 && dated.found[0]?.kind === 'date')
    return !/[.:;!?]$/u.test(above.text);
  return isRepresentation(above.text, vocabulary) && isRoleOnly(above.text, vocabulary);
}
