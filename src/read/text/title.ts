/** Titles of archive pages: "Ciphered Telegram, Shtykov to Vyshinsky", "Letter from A to B", "Conversation between A and B". */
import { canBePlace } from '../body/dateline.js';
import { isPersonal, isRoleOnly, nameIn, namesIn } from '../body/names.js';
import { madeOnce } from '../made-once.js';
import { anyOf, containsWords, withCapitals } from '../words.js';
import type { DocumentKind } from '../../edition/types.js';
import type { Vocabulary } from '../vocabulary.js';
import { isRepresentation } from './letterhead.js';

export interface TitleReading {
  /** Names as they stand in the title. */
  sender?: string;
  /** Other parts between commas before "to": "Telegram from Conakry, Hollmann to …" does not say which is the person. */
  senderOr?: string[];
  /** Others who wrote with him ("A and B to C"). */
  coSenders?: string[];
  addressees: string[];
  /** What stands in brackets behind the only addressee: another name of his. */
  addresseeBracket?: string;
  /** What an editor says there in square brackets. */
  addresseeGloss?: string;
  participants: string[];
  /** Where the sender is ("Gavrilin in Tehran"). */
  place?: string;
  /** What stands in brackets behind the sender: a place ("Rubanov (Bucharest)"), another name of his, or who writes for an office. */
  bracket?: string;
  /** What an editor says there in square brackets: who he was. */
  gloss?: string;
}

/** A sender with what a title says of him. */
interface Sender {
  names: string[];
  place?: string;
  bracket?: string;
  gloss?: string;
}

const word = "\\p{Lu}[\\p{L}\\p{M}'’.-]*";

interface Patterns {
  between: RegExp;
  from: RegExp;
  /** "to" before a capital, with the article after it. */
  to: RegExp;
  /** What ends the name of an addressee. */
  ends: RegExp;
  /** What stands in brackets at the end of a name. */
  bracketed: RegExp;
  /** A name and where its bearer is. */
  located: RegExp;
  /** "of the" behind the kind of document. */
  ofWhom: RegExp;
  article: RegExp;
  /** "Harold Brandeis" before "of the Office of …". */
  lead: RegExp;
  /** Words of the kind of document beside its name, and what stands before its number. */
  kindWords: ReadonlySet<string>;
  decision: RegExp;
  decisionLast: RegExp;
}

const patternsOf = madeOnce(({ titles, marks, body }: Vocabulary): Patterns => {
  const name = `${word}(?:\\s+${word}){0,5}`;
  const article = `(?:${anyOf(titles.articles)}\\s+)?`;
  const decisions = body.kinds.find(({ kind }) => kind === 'decision')?.words ?? [];
  const decision = anyOf(decisions.map((one) => one.charAt(0).toUpperCase() + one.slice(1)));
  const number = `(?:\\s+${anyOf(withCapitals(marks.number))}\\.?\\s*\\S+)?`;
  return {
    between: new RegExp(
      `(?<![\\p{L}\\p{N}])${anyOf(titles.between)}\\s+(?<first>${name})\\s+${anyOf(titles.and)}\\s+(?<second>${name})`,
      'u',
    ),
    from: new RegExp(`(?<![\\p{L}\\p{N}])${anyOf(titles.from)}\\s+${article}`, 'giu'),
    to: new RegExp(`\\s${anyOf(titles.to)}\\s+${article}(?=["“]?\\p{Lu})`, 'gu'),
    ends: new RegExp(`[,;(:"“]|\\s${anyOf(titles.ends, '\\d+')}\\s|\\s['‘]`, 'iu'),
    bracketed: /^(?<head>[^[(]+?)\s+(?:\((?<bracket>[^)]{2,60})\)|\[(?<gloss>[^\]]{2,60})\])$/u,
    located: new RegExp(
      `^(?<name>.+?)\\s+${anyOf(titles.at)}\\s+(?<place>${word}(?:\\s+${word}){0,2})$`,
      'u',
    ),
    ofWhom: new RegExp(`^\\s*${anyOf(titles.of)}\\s+${article}(?=\\p{Lu})`, 'u'),
    article: new RegExp(`^${article}`, 'iu'),
    lead: new RegExp(`^(?:\\p{Lu}[\\p{L}\\p{M}.'’-]*\\s+){2,4}(?=${anyOf(titles.of)}\\s)`, 'u'),
    kindWords: new Set([...titles.kindWords, ...titles.from, ...marks.number]),
    decision: new RegExp(
      `^${decision}${number}\\s+${anyOf(titles.of)}\\s+${article}(?<body>\\p{Lu}.*)$`,
      'u',
    ),
    decisionLast: new RegExp(`^(?<body>\\p{Lu}.*?)\\s+${decision}$`, 'u'),
  };
});

const longestName = 9;

/** Reads who wrote to whom, or who spoke with whom, out of a title. Says nothing where the form is another. */
export function readTitle(title: string, vocabulary: Vocabulary): TitleReading {
  const text = title.slice(0, 400);
  const reading: TitleReading = { addressees: [], participants: [] };
  const patterns = patternsOf(vocabulary);
  const [pair] = [...text.matchAll(patterns.to)].flatMap((match) => {
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    // After "from", or in the first part between commas that is not the kind of document ("Letter, A. Hale, Peking, to …").
    const from = Math.max(lastEnd(before, patterns.from), lastEnd(before, /:\s/gu));
    const parts = before
      .slice(from)
      .split(',')
      .map((part) => dropKind(part, vocabulary).trim());
    const [first = '', ...others] = parts.filter((part) => part !== '');
    const { names, ...about } = senderIn(first, vocabulary);
    const [sender, ...coSenders] = names;
    const senderOr = others.flatMap((part) => named(part, vocabulary).slice(0, 1));
    const addressees = named(after.slice(0, patterns.ends.exec(after)?.index ?? after.length), vocabulary);
    const { bracket, gloss } =
      /^[^,;:[(]{2,60}?\s(?:\((?<bracket>[^)]{2,60})\)|\[(?<gloss>[^\]]{2,60})\])/u.exec(after)?.groups ?? {};
    return sender !== undefined && addressees.length > 0
      ? [
          {
            ...(bracket !== undefined && addressees.length === 1 ? { addresseeBracket: bracket } : {}),
            ...(gloss !== undefined && addressees.length === 1 ? { addresseeGloss: gloss } : {}),
            sender,
            addressees,
            ...about,
            ...(senderOr.length > 0 ? { senderOr } : {}),
            ...(coSenders.length > 0 ? { coSenders } : {}),
          },
        ]
      : [];
  });
  const talk = patterns.between.exec(text);
  if (pair) Object.assign(reading, pair);
  else if (!talk) Object.assign(reading, senderAlone(text, vocabulary));
  if (talk?.groups) {
    for (const part of [talk.groups['first'], talk.groups['second']]) {
      const name = nameIn(part ?? '', vocabulary);
      if (name) reading.participants.push(name.name);
    }
  }
  return reading;
}

/**
 * "Telegram from the Ambassador in Conakry, Hollmann": a title that names no addressee tells who wrote where an office or a rank goes with the
 * name. A name alone can be that of a place ("Telegram from Conakry").
 */
function senderAlone(text: string, vocabulary: Vocabulary): Pick<TitleReading, 'sender' | 'place'> {
  const { from, ends, article, located } = patternsOf(vocabulary);
  const [start] = [...text.matchAll(from)];
  if (!start) return {};
  const rest = text.slice(start.index + start[0].length);
  const commas = rest.replace(/,/gu, ' ');
  const words = rest
    .slice(0, ends.exec(commas)?.index ?? rest.length)
    .trim()
    .replace(article, '');
  const [name, ...others] = namesIn(words, vocabulary);
  const isBearer =
    name?.kind === 'person' && isPersonal(name.name) && !isRoleOnly(name.name, vocabulary) && name.start > 0;
  if (!isBearer || others.length > 0) return {};
  const office = words.slice(0, name.start).replace(/[\s,–—-]+$/u, '');
  const place = located.exec(office)?.groups?.['place'];
  return {
    sender: name.name,
    ...(place !== undefined && canBePlace(place, vocabulary) ? { place } : {}),
  };
}

function lastEnd(text: string, pattern: RegExp): number {
  const last = [...text.matchAll(pattern)].at(-1);
  return last ? last.index + last[0].length : 0;
}

/** "Gavrilin in Tehran", "Rubanov (Bucharest)", "the Soviet Mission in Tirana (Sokolnik)". An office keeps the place that is part of its name. */
function senderIn(text: string, vocabulary: Vocabulary): Sender {
  const { bracketed, located } = patternsOf(vocabulary);
  const { head = text, bracket, gloss } = bracketed.exec(text.trim())?.groups ?? {};
  const { name, place } = located.exec(head.trim())?.groups ?? {};
  const seat = place === undefined || !canBePlace(place, vocabulary) ? undefined : place;
  const person = name !== undefined && seat !== undefined ? nameIn(name, vocabulary) : undefined;
  const isPerson =
    person?.kind === 'person' && isPersonal(person.name) && !isRoleOnly(person.name, vocabulary);
  const names = person && isPerson ? [person.name] : named(head, vocabulary);
  return {
    names,
    ...(seat !== undefined && (isPerson || isRepresentation(head, vocabulary)) ? { place: seat } : {}),
    ...(bracket === undefined || names.length !== 1 ? {} : { bracket }),
    ...(gloss === undefined || names.length !== 1 ? {} : { gloss }),
  };
}

/** Names that begin with a capital and are not longer than names are. An office keeps its words ("Ambassador in Sofia"). */
function named(text: string, vocabulary: Vocabulary): string[] {
  const patterns = patternsOf(vocabulary);
  const trimmed = text.trim().replace(patterns.article, '');
  if (!/^["“«]?(?:\p{Lu}|\p{Lo})/u.test(trimmed)) return [];
  const names = namesIn(trimmed, vocabulary).map(({ name }) => name);
  if (names.length > 0 && names.every(isPersonal)) return names;
  // "Harold Brandeis of the Office of …": the name before what he is.
  const lead = patterns.lead.exec(trimmed)?.[0].trim();
  if (lead !== undefined && !isRoleOnly(lead, vocabulary)) return [lead];
  return trimmed.split(/\s+/u).length > longestName ? [] : [trimmed];
}

/** "Telegram Shtykov", "Ciphered Telegram No. 3 Shtykov" → "Shtykov": the kind of document and its number are no part of a name. */
function dropKind(text: string, vocabulary: Vocabulary): string {
  const { kindWords } = patternsOf(vocabulary);
  const tokens = [...text.matchAll(/\S+/gu)];
  let from = 0;
  tokens.forEach((token) => {
    const folded = token[0].toLowerCase().replace(/[.,]/gu, '');
    const isKind =
      vocabulary.body.kinds.some((kind) => kind.words.includes(folded)) ||
      kindWords.has(folded) ||
      /^\d+$/u.test(folded);
    if (isKind) from = token.index + token[0].length;
  });
  const rest = text.slice(from);
  // "Letter of the Embassy": whose it is.
  return from === 0 ? rest : rest.replace(patternsOf(vocabulary).ofWhom, '');
}

/** All names of persons that a title holds in its known forms. */
export function titleNames(title: string, vocabulary: Vocabulary): string[] {
  const { sender, addressees, participants } = readTitle(title, vocabulary);
  return [sender, ...addressees, ...participants].filter((name) => name !== undefined);
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
  let best: { at: number; length: number; words: number; kind: DocumentKind } | undefined;
  for (const { kind, words } of vocabulary.body.kinds) {
    for (const candidate of words) {
      const at = folded.indexOf(` ${candidate} `);
      if (at < 0) continue;
      // A phrase says more than a word ("Journal: record of a conversation"); of equals the first decides.
      const words = candidate.split(' ').length > 2 ? 2 : 1;
      if (
        !best ||
        words > best.words ||
        (words === best.words && (at < best.at || (at === best.at && candidate.length > best.length)))
      ) {
        best = { at, length: candidate.length, words, kind };
      }
    }
  }
  return best?.kind;
}

/** Whose decision it is: "Decision of the Council of the Union, On …", "VKP(b) CC Politburo Decision, …". */
export function bodyOf(title: string, vocabulary: Vocabulary): string | undefined {
  const [head = ''] = title.slice(0, 300).split(/,(?=\s)|\s[“"‘']/u);
  const patterns = patternsOf(vocabulary);
  const after = patterns.decision.exec(head)?.groups?.['body'];
  const before = patterns.decisionLast.exec(head)?.groups?.['body'];
  const body = (after ?? before)?.trim();
  return body === undefined || /\d{4}/u.test(body) ? undefined : body;
}
