/** Titles of archive pages: "Ciphered Telegram, Shtykov to Vyshinsky", "Letter from A to B", "Conversation between A and B". */
import { nameIn } from '../body/names.js';
import { containsWords } from '../words.js';
import type { DocumentKind } from '../../edition/types.js';
import type { Vocabulary } from '../vocabulary.js';

export interface TitleReading {
  /** Names as they stand in the title. */
  sender?: string;
  addressee?: string;
  participants: string[];
}

const particle = '(?:of|the|de|von|van|der|al|bin|da|di|la|le)';
const word = "\\p{Lu}[\\p{L}\\p{M}'’.-]*";
const sequence = `(?:${word}|\\[[^\\][]{1,60}\\])(?:\\s+(?:${particle}\\s+)*(?:${word}|\\[[^\\][]{1,60}\\])){0,7}`;
const fromTo = new RegExp(`(?<sender>${sequence})\\s+to\\s+(?:the\\s+)?(?<addressee>${sequence})`, 'u');
const between = new RegExp(`\\bbetween\\s+(?<first>${sequence})\\s+and\\s+(?<second>${sequence})`, 'iu');

/** Reads who wrote to whom, or who spoke with whom, out of a title. Says nothing where the form is another. */
export function readTitle(title: string, vocabulary: Vocabulary): TitleReading {
  const text = title.slice(0, 400);
  const reading: TitleReading = { participants: [] };
  const match = fromTo.exec(text);
  if (match?.groups) {
    const sender = nameIn(dropKind(match.groups['sender'] ?? '', vocabulary), vocabulary);
    const addressee = nameIn(match.groups['addressee'] ?? '', vocabulary);
    if (sender && addressee) {
      reading.sender = sender.name;
      reading.addressee = addressee.name;
    }
  }
  const talk = between.exec(text);
  if (talk?.groups) {
    for (const part of [talk.groups['first'], talk.groups['second']]) {
      const name = nameIn(part ?? '', vocabulary);
      if (name) reading.participants.push(name.name);
    }
  }
  return reading;
}

/** "Telegram Shtykov" → "Shtykov": the kind of document is no part of a name. */
function dropKind(text: string, vocabulary: Vocabulary): string {
  const words = text.split(/\s+/u);
  let last = -1;
  words.forEach((token, i) => {
    const folded = token.toLowerCase().replace(/[.,]/gu, '');
    if (vocabulary.body.kinds.some((kind) => kind.words.includes(folded)) || folded === 'from' || folded === 'ciphered') last = i;
  });
  return words.slice(last + 1).join(' ');
}

/** All names of persons that a title holds in its known forms. */
export function titleNames(title: string, vocabulary: Vocabulary): string[] {
  const { sender, addressee, participants } = readTitle(title, vocabulary);
  return [sender, addressee, ...participants].filter((name) => name !== undefined);
}

/** True if a text names the bearer of a name: by its last word, which is the family name or all that is given. */
export function isTitleName(name: string, text: string): boolean {
  const words = name.toLowerCase().match(/[\p{L}\p{M}'-]+/gu) ?? [];
  const last = words.at(-1);
  const first = words[0];
  if (last === undefined || first === undefined) return false;
  return containsWords(text, last) || (words.length > 1 && first.length > 2 && containsWords(text, first));
}

/** Kind of document by the words of a title or heading. The word that stands first decides. */
export function kindOf(text: string, vocabulary: Vocabulary): DocumentKind | undefined {
  const folded = ` ${(text.slice(0, 400).toLowerCase().match(/[\p{L}\p{M}\p{N}'-]+/gu) ?? []).join(' ')} `;
  let best: { at: number; length: number; kind: DocumentKind } | undefined;
  for (const { kind, words } of vocabulary.body.kinds) {
    for (const candidate of words) {
      const at = folded.indexOf(` ${candidate} `);
      if (at >= 0 && (!best || at < best.at || (at === best.at && candidate.length > best.length))) {
        best = { at, length: candidate.length, kind };
      }
    }
  }
  return best?.kind;
}
