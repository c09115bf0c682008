/** What a title says in brackets behind the sender, in the light of what the text says: who writes for an office, where he is, another name of his. */
import type { Correspondence } from '../../edition/types.js';
import { canBePlace } from '../body/dateline.js';
import { isPersonal, isRoleOnly, nameIn } from '../body/names.js';
import { fold, type Vocabulary } from '../vocabulary.js';
import type { TitleReading } from './title.js';

export interface SettledTitle extends TitleReading {
  /** Another name of the sender. */
  otherName?: string;
}

/** Gives the place to the correspondence where the text names none. */
export function settleBracket(
  title: TitleReading,
  correspondence: Correspondence,
  vocabulary: Vocabulary,
): SettledTitle {
  const { sender, bracket, gloss } = title;
  if (sender === undefined) return title;
  const known = correspondence.sent?.place?.value.name;
  const isOffice = isRoleOnly(sender, vocabulary);
  const person = bracket === undefined ? undefined : personIn(bracket, vocabulary);
  const isOther =
    person !== undefined && (known ?? title.place) !== undefined && !isSame(known ?? title.place, person);
  const place = title.place ?? (isOffice || isOther ? undefined : bracket);
  if (place !== undefined && known === undefined && canBePlace(place, vocabulary) && /^\p{Lu}/u.test(place))
    (correspondence.sent ??= {}).place = {
      value: { name: place, key: place },
      origin: { kind: 'inferred', rule: 'title', certainty: 'medium' },
    };
  if (isOffice && person !== undefined && !isSame(known, person))
    return { ...title, coSenders: [person, ...(title.coSenders ?? [])] };
  const identified = gloss === undefined || isOffice ? undefined : personIn(gloss, vocabulary);
  const otherName = identified ?? (isOther && !isOffice ? person : undefined);
  return otherName === undefined ? title : { ...title, otherName };
}

/**
 * Another name of the addressee: what an editor says in square brackets; in round ones, where a place can stand as well, what is among the names
 * of those who have a copy.
 */
export function aliasOfAddressee(
  { addressees, addresseeBracket, addresseeGloss }: TitleReading,
  { copiesTo }: Correspondence,
  vocabulary: Vocabulary,
): string | undefined {
  const [known = ''] = addressees;
  if (isRoleOnly(known, vocabulary)) return undefined;
  const inRound = addresseeBracket === undefined ? undefined : personIn(addresseeBracket, vocabulary);
  const alias =
    addresseeGloss === undefined
      ? copiesTo.some(({ value }) => isSame(inRound, value.name))
        ? inRound
        : undefined
      : personIn(addresseeGloss, vocabulary);
  return isSame(alias, known) ? undefined : alias;
}

function isSame(a: string | undefined, b: string): boolean {
  return a !== undefined && fold(a) === fold(b);
}

function personIn(text: string, vocabulary: Vocabulary): string | undefined {
  const name = nameIn(text, vocabulary);
  return name?.kind === 'person' &&
    isPersonal(name.name) &&
    !isRoleOnly(name.name, vocabulary) &&
    !/\d/u.test(name.name)
    ? name.name
    : undefined;
}
