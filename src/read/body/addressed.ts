/** An office and who is addressed in it, in one line: "USSR MFA, for Comrade Gromyko", "Foreign Ministry – attention Mr. Hale". */
import { madeOnce } from '../made-once.js';
import type { Vocabulary } from '../vocabulary.js';
import { anyOf, inCapitals } from '../words.js';
import { isRoleOnly, nameIn, type NameSpan } from './names.js';

const patternOf = madeOnce(
  ({ addressedFor }: Vocabulary['marks']) =>
    new RegExp(
      `^(?<office>[^,;:\\n]{2,80}?)(?:[,;.]|\\s[–—-])\\s+(?<to>${anyOf(inCapitals(addressedFor))}:?\\s+)(?=["“]?\\p{Lu})`,
      'u',
    ),
);

/** The office and the person; undefined for any other line. Offsets are within `text`. */
export function addressedInOffice(text: string, vocabulary: Vocabulary): NameSpan[] | undefined {
  if (text.length > 160) return undefined;
  const match = patternOf(vocabulary.marks).exec(text);
  const { office } = match?.groups ?? {};
  if (!match || office === undefined || !isRoleOnly(office, vocabulary)) return undefined;
  const to = nameIn(text.slice(match[0].length), vocabulary);
  const seat = nameIn(office, vocabulary);
  if (!to || !seat) return undefined;
  return [seat, { ...to, start: to.start + match[0].length, end: to.end + match[0].length }];
}
