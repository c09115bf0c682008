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

const word = "\\p{Lu}[\\p{L}\\p{M}'’.-]*";
const between = new RegExp(
  `\\bbetween\\s+(?<first>${word}(?:\\s+${word}){0,5})\\s+and\\s+(?<second>${word}(?:\\s+${word}){0,5})`,
  'u',
);
/** Words that end the name of an addressee. */
const ends = /[,;(:"“]|\s(?:on|regarding|concerning|about|re|with|in reply|from|dated|of \d)\s|\s['‘]/u;
const longestName = 9;

/** Reads who wrote to whom, or who spoke with whom, out of a title. Says nothing where the form is another. */
export function readTitle(title: string, vocabulary: Vocabulary): TitleReading {
  const text = title.slice(0, 400);
  const reading: TitleReading = { participants: [] };
  const [pair] = [...text.matchAll(/\sto\s+(?:the\s+)?(?=["“]?\p{Lu})/gu)].flatMap((match) => {
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    // The sender stands after the last comma or after "from"; what else stands before is the kind of document.
    const from = Math.max(
      before.lastIndexOf(',') + 1,
      lastEnd(before, /\bfrom\s+(?:the\s+)?/giu),
      lastEnd(before, /:\s/gu),
    );
    const sender = named(dropKind(before.slice(from), vocabulary), vocabulary);
    const addressee = named(after.slice(0, ends.exec(after)?.index ?? after.length), vocabulary);
    return sender && addressee ? [{ sender, addressee }] : [];
  });
  if (pair) Object.assign(reading, pair);
  const talk = between.exec(text);
  if (talk?.groups) {
    for (const part of [talk.groups['first'], talk.groups['second']]) {
      const name = nameIn(part ?? '', vocabulary);
      if (name) reading.participants.push(name.name);
    }
  }
  return reading;
}

function lastEnd(text: string, pattern: RegExp): number {
  const last = [...text.matchAll(pattern)].at(-1);
  return last ? last.index + last[0].length : 0;
}

/** A name that begins with a capital and is not longer than names are. An office keeps its words ("Ambassador in Sofia"). */
function named(text: string, vocabulary: Vocabulary): string | undefined {
  const trimmed = text.trim().replace(/^the\s+/iu, '');
  if (!/^\p{Lu}|^\p{Lo}/u.test(trimmed) || trimmed.split(/\s+/u).length > longestName) return undefined;
  const lower = trimmed
    .replace(/\[[^\]]*\]/gu, '')
    .split(/\s+/u)
    .some((token) => /^\p{Ll}/u.test(token));
  return lower ? trimmed : nameIn(trimmed, vocabulary)?.name;
}

/** "Telegram Shtykov", "Ciphered Telegram No. 3 Shtykov" → "Shtykov": the kind of document and its number are no part of a name. */
function dropKind(text: string, vocabulary: Vocabulary): string {
  const tokens = [...text.matchAll(/\S+/gu)];
  let from = 0;
  tokens.forEach((token) => {
    const folded = token[0].toLowerCase().replace(/[.,]/gu, '');
    const isKind =
      vocabulary.body.kinds.some((kind) => kind.words.includes(folded)) ||
      ['from', 'ciphered', 'coded', 'no', 'nr', '№'].includes(folded) ||
      /^\d+$/u.test(folded);
    if (isKind) from = token.index + token[0].length;
  });
  return text.slice(from);
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
  const folded = ` ${(
    text
      .slice(0, 400)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}'-]+/gu) ?? []
  ).join(' ')} `;
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
