/** Names in heading fields: address lines, distribution lists, titles, signatures. */
import { fold, wordSet, type Vocabulary } from '../vocabulary.js';
import { longestStart, startsWithWord, wordsOf } from '../words.js';
import { namesInList } from './listed-names.js';

export interface NameSpan {
  /** The name alone, without words of address, counts and glosses. */
  name: string;
  kind: 'person' | 'organisation';
  /** Offsets within the text that was read. */
  start: number;
  end: number;
}

/**
 * The name in a short text ("Comrade Stalin, I.V.", "the Soviet Ambassador", "G - Mr. Coyle (2)"), or undefined if nothing in it
 * begins with a capital. Words of address and rank before a name, brackets and counts after it are left out; an office alone is its name.
 */
export function nameIn(text: string, vocabulary: Vocabulary): NameSpan | undefined {
  const honorifics = wordSet(vocabulary.body.honorifics);
  const ranks = wordSet(vocabulary.body.ranks);
  // A bracket, a count or a dash with words about it ends a name.
  const bracket = /(?<=[\s\u00a0])[[(]|[\s\u00a0][–—-][\s\u00a0](?=\p{Ll}|\d)/u.exec(text);
  const end = bracket?.index ?? text.length;
  const head = text.slice(0, end);
  let start = /^[\s\u00a0:"“,–—-]*/u.exec(head)?.[0].length ?? 0;
  if (head.slice(start).trim() === '') return undefined;
  // After the last word of rank that a capital follows; "the" before an office is no part of it.
  for (const match of head.matchAll(
    /(?<![\p{L}\p{M}'’-])(?<word>[\p{L}\p{M}'’-]+)[.:]?[\s\u00a0]+(?=["“]?\p{Lu}|["“]?\p{Lo})/gu,
  )) {
    const word = fold(match.groups?.['word'] ?? '');
    const opens = head.slice(start, match.index).trim() === '';
    const rest = head.slice(match.index + match[0].length);
    // "MINISTER OF TRADE": an office, in capitals.
    const ofOffice = vocabulary.titles.of.some((of) => startsWithWord(rest, of));
    if (
      (honorifics.has(word) || (opens && ranks.has(word))) &&
      !ofOffice &&
      !isOffice(rest.split(',', 1)[0] ?? '', vocabulary)
    )
      start = head.length - rest.length;
    else if (opens && word === 'the') start = head.length - rest.length;
  }
  start += /^[\s\u00a0:"“]*/u.exec(head.slice(start))?.[0].length ?? 0;
  let name = head.slice(start).replace(/[\s\u00a0,;:!"”]+$/u, '');
  // A full stop ends the line, unless it ends an initial or an abbreviation.
  if (/[\p{L}\p{M}]{3,}\.$/u.test(name)) name = name.slice(0, -1);
  if (!/\p{Lu}|\p{Lo}/u.test(name)) return undefined;
  return {
    name,
    kind: isOffice(name, vocabulary) ? 'organisation' : 'person',
    start,
    end: start + name.length,
  };
}

/** A name with the word of an institution in it is of one, unless it begins with a rank ("Head of the Consular Administration"). */
export function kindOfName(name: string, vocabulary: Vocabulary): NameSpan['kind'] {
  const first = wordsOf(name)[0] ?? '';
  const ranked = wordSet(vocabulary.body.honorifics).has(first) || wordSet(vocabulary.body.ranks).has(first);
  return isOffice(name, vocabulary) && !ranked ? 'organisation' : 'person';
}

export function isOffice(name: string, vocabulary: Vocabulary): boolean {
  const organisations = wordSet(vocabulary.body.organisations);
  return fold(name)
    .split(/[\s-]+/u)
    .some((word) => organisations.has(word.replace(/[.,;:]/gu, '')));
}

/** True if a line names an office or rank and nobody who holds it ("Chairman of the Council", "Ambassador"). */
export function isRoleOnly(text: string, vocabulary: Vocabulary): boolean {
  const words = wordsOf(text);
  const { honorifics, ranks } = vocabulary.body;
  const isRank = (word: string): boolean => wordSet(honorifics).has(word) || wordSet(ranks).has(word);
  const first = words[0];
  if (first === undefined) return true;
  if (isOffice(text, vocabulary)) return true;
  if (words.every(isRank)) return true;
  // "Polish Ambassador": an office last, and no name.
  const lastIsOffice = wordSet(vocabulary.body.offices).has(words.at(-1) ?? '');
  if (
    lastIsOffice &&
    words.length <= 4 &&
    !vocabulary.titles.articles.includes(first) &&
    !/\p{L}\./u.test(text)
  )
    return true;
  // "Secretary of …", "Trade Representative of …": a rank with what it is a rank of.
  return (
    (isRank(first) ||
      words
        .slice(1, 3)
        .some((word) => wordSet(ranks).has(word) || wordSet(vocabulary.body.offices).has(word)) ||
      beginsWithRank(text, vocabulary)) &&
    /^[\p{L}\p{M}.'’-]+(?:\s+\p{L}+){0,2}\s+(?:of|for|in|at)\s/iu.test(text.trim())
  );
}

/** True if a text begins with a rank of several words ("People's Commissar for Foreign Affairs"). */
function beginsWithRank(text: string, { body }: Vocabulary): boolean {
  return longestStart(text.trimStart(), body.ranks)?.includes(' ') === true;
}

/** True if some words name an office or rank of somebody, and no mere word of address ("Comrade") or number. */
export function isOfficeOf(text: string, vocabulary: Vocabulary): boolean {
  const words = wordsOf(text);
  // "Col. V. Kolarski": somebody with his rank.
  const bearer = nameIn(text, vocabulary);
  if (bearer && bearer.start > 0 && isPersonal(bearer.name) && !isRoleOnly(bearer.name, vocabulary))
    return false;
  const { honorifics, formsOfAddress, ranks } = vocabulary.body;
  const isRank = (word: string): boolean =>
    wordSet(ranks).has(word) || (wordSet(honorifics).has(word) && !wordSet(formsOfAddress).has(word));
  return (
    words.length > 0 &&
    words.length <= 16 &&
    !/[.!?]\s/u.test(text.replace(/(?<!\p{L})\p{L}{1,4}\.\s/gu, '')) &&
    (isRank(words[0] ?? '') ||
      beginsWithRank(text, vocabulary) ||
      (isRoleOnly(text, vocabulary) && words.some((word) => !wordSet(formsOfAddress).has(word))))
  );
}

/** Several names joined by "and" or commas; one office stays one ("Ministry of Trade and Industry"). */
export function namesIn(text: string, vocabulary: Vocabulary): NameSpan[] {
  const listed = namesInList(text, vocabulary).filter((entry) => !entry.isFileCopy);
  const single = nameIn(text, vocabulary);
  if (!single) return [];
  // Split only where each part is a name by itself; a title after a comma ("Strachey, Foreign Office") is none.
  const names = listed.every((entry) => entry.kind === 'person' && isPersonal(entry.name));
  if (listed.length > 1 && names && !isOfficeOf(listed[0]?.name ?? '', vocabulary)) return listed;
  // "Comrade Zorin, Deputy Minister, and Comrade Pavlov, Head of the Department": those who are addressed, each with what he is.
  const addressed = listed.filter((entry) => isAddressed(text, entry, vocabulary));
  if (addressed.length > 1) return addressed;
  return [
    holderIn(text, listed, vocabulary) ?? (/,/u.test(single.name) ? beforeComma(single, vocabulary) : single),
  ];
}

/** True if a person's name follows a word of address or rank. */
function isAddressed(text: string, entry: NameSpan, vocabulary: Vocabulary): boolean {
  const before = wordsOf(text.slice(0, entry.start)).at(-1) ?? '';
  return (
    entry.kind === 'person' &&
    isPersonal(entry.name) &&
    !isRoleOnly(entry.name, vocabulary) &&
    wordSet(vocabulary.body.honorifics).has(before)
  );
}

/** "the Head of the Department, Golubev", "Minister of Trade – Comrade A. Holt": who holds the office that the words before the last mark name. */
function holderIn(text: string, listed: readonly NameSpan[], vocabulary: Vocabulary): NameSpan | undefined {
  const cut = /^(?<office>.*\S)(?:,|\s[–—-])\s+(?=["“]?\p{L})/su.exec(text);
  if (!cut || !isOfficeOf(cut.groups?.['office'] ?? '', vocabulary)) return undefined;
  const at = cut[0].length;
  const found = nameIn(text.slice(at), vocabulary);
  if (found?.kind !== 'person' || !isPersonal(found.name) || isRoleOnly(found.name, vocabulary))
    return undefined;
  // A name alone can be of the place where the office is ("the Ambassador, Sofia"): one that stands between other names is no holder's.
  const addressed = found.start > 0 || /\p{Lu}\./u.test(found.name);
  if (!addressed && listed.length > 2) return undefined;
  return { ...found, start: at + found.start, end: at + found.end };
}

/** Every word has a capital, but for particles. */
export function isPersonal(name: string): boolean {
  return name
    .split(/[\s\u00a0]+/u)
    .every(
      (word) => /^["“]?(?:\p{Lu}|\p{Lo})/u.test(word) || /^(?:de|von|van|der|al|bin|da|di)$/u.test(word),
    );
}

/** "Stalin, I.V." keeps its initials; other words after a comma are no part of the name. */
function beforeComma(span: NameSpan, vocabulary: Vocabulary): NameSpan {
  // "Minister of Trade, Industry and Supply": one office.
  if (
    /,\s+\p{Lu}[\p{L}\p{M}-]+,?\s+(?:and|&|и|und)\s+\p{Lu}[\p{L}\p{M}-]+$/u.test(span.name) &&
    isOfficeOf(span.name, vocabulary)
  )
    return span;
  const at = span.name.search(/,(?!\s*(?:\p{Lu}\p{Ll}{0,2}\.\s*)+$)/u);
  if (at <= 0) return span;
  const name = span.name.slice(0, at);
  // "A. I. Mikoyan, Deputy Chairman of the Council": the office behind the comma is not what bears the name.
  const isBearer = isPersonal(name) && !isRoleOnly(name, vocabulary);
  return { ...span, name, ...(isBearer ? { kind: 'person' } : {}), end: span.start + name.length };
}
