/** Names in a list of distribution: "Comrades Stalin, Molotov (2) and Beria; members of the Politburo; 10th Department; one to the file." */
import { madeOnce } from '../made-once.js';
import { fold, wordSet, type Vocabulary } from '../vocabulary.js';
import { anyOf, inCapitals, longestStart, wordsOf } from '../words.js';
import { isOffice, isOfficeOf, isPersonal, nameIn, type NameSpan } from './names.js';

export interface ListedName extends NameSpan {
  /** True for the copy that stays in the file. */
  isFileCopy: boolean;
  /** True for those who hold an office together ("members of the Politburo"). */
  isGroup: boolean;
}

interface Grammar {
  /** What joins the last name to those before it, with the space around it, as a group. */
  joint: RegExp;
  /** A joint that an entry begins with. */
  leadingJoint: RegExp;
  /** What stands before a name in its entry: a number, "to the". */
  lead: RegExp;
  fileCopy: RegExp;
}

const grammarOf = madeOnce(({ marks, titles, reports }: Vocabulary): Grammar => {
  const to = anyOf(inCapitals(marks.addressee));
  const article = anyOf(inCapitals(titles.articles));
  const number = `\\d{1,3}(?:\\s?[–-]\\s?\\d{1,3})?`;
  const and = `(?:&|${anyOf(titles.and)})`;
  return {
    joint: new RegExp(`(\\s+${and}\\s+)`, 'u'),
    leadingJoint: new RegExp(`^\\s*${and}\\s+`, 'u'),
    lead: new RegExp(
      `^[\\s\u00a0–—-]*(?:${number}\\s*(?:(?:[.):–—-]|[x×])\\s+|\\s+(?=${to}\\s)))?(?:${to}\\s+(?:${article}\\s+)?(?=\\p{Lu}|\\p{Lo}|\\d))?`,
      'u',
    ),
    fileCopy: new RegExp(
      `^(?:(?:${anyOf(marks.fileCopyLeads)}|${anyOf(reports.cardinals)}|\\d{1,2})\\s+){0,6}${anyOf(marks.fileCopy)}$`,
      'u',
    ),
  };
});

/** Names and what joins them; initials alone are no name ("N. and E. African Dept."), and a group stays whole ("members and candidates of the Presidium"). */
function piecesOf(entry: string, vocabulary: Vocabulary): string[] {
  const pieces = entry.split(grammarOf(vocabulary).joint);
  const isGroup = longestStart(entry.trimStart(), vocabulary.marks.distributionGroups) !== undefined;
  const opens = isGroup && !isOffice(pieces[0] ?? '', vocabulary);
  while (pieces.length > 2 && (opens || /^\s*(?:\p{Lu}\p{L}?\.\s*)+$/u.test(pieces[0] ?? '')))
    pieces.splice(0, 3, pieces.slice(0, 3).join(''));
  // "the Near and Middle East Department": the first words are no name.
  for (let i = pieces.length - 3; i >= 0; i -= 2) {
    const [first = '', , next = ''] = pieces.slice(i, i + 3);
    if (isOffice(next, vocabulary) && goesOnInOffice(first, vocabulary))
      pieces.splice(i, 3, pieces.slice(i, i + 3).join(''));
  }
  return pieces;
}

/** True for words before "and" that only an office can go on from: an article, a part of the world, a field of work. */
function goesOnInOffice(piece: string, vocabulary: Vocabulary): boolean {
  const words = wordsOf(piece);
  const articles = wordSet(vocabulary.titles.articles);
  const adjectives = wordSet(vocabulary.marks.officeAdjectives);
  return (
    words.length > 0 &&
    words.length <= 4 &&
    !isOffice(piece, vocabulary) &&
    (articles.has(words[0] ?? '') || words.every((word) => adjectives.has(word)))
  );
}

/** The names of a list, with offsets within `text`. Entries without a name are passed over. */
export function namesInList(text: string, vocabulary: Vocabulary): ListedName[] {
  const { leadingJoint } = grammarOf(vocabulary);
  const found: ListedName[] = [];
  for (const entry of text.matchAll(/(?:[^,;([\n]|\([^)\n]{0,80}\)|\[[^\]\n]{0,80}\])+/gu)) {
    let at = entry.index;
    // Names and joints in turn.
    for (const [i, piece] of piecesOf(entry[0], vocabulary).entries()) {
      if (i % 2 === 0) {
        const bare = piece.replace(leadingJoint, (lead) => ' '.repeat(lead.length));
        for (const name of entryNames(bare, vocabulary))
          found.push({ ...name, start: at + name.start, end: at + name.end });
      }
      at += piece.length;
    }
  }
  return found;
}

/** "Ministry of Trade, 4th Department" between semicolons: an office and its part, which are one. */
export function withParts(entries: readonly ListedName[], text: string, { marks }: Vocabulary): ListedName[] {
  if (!text.includes(';')) return [...entries];
  const parts = wordSet(marks.organisationParts);
  const isPart = ({ name }: ListedName): boolean => wordsOf(name).some((word) => parts.has(word));
  const merged: ListedName[] = [];
  for (const entry of entries) {
    const whole = merged.at(-1);
    const isOne =
      whole?.kind === 'organisation' &&
      entry.kind === 'organisation' &&
      !whole.isGroup &&
      !entry.isFileCopy &&
      isPart(entry) &&
      !isPart(whole) &&
      /^,\s*$/u.test(text.slice(whole.end, entry.start));
    if (isOne)
      merged[merged.length - 1] = { ...whole, name: text.slice(whole.start, entry.end), end: entry.end };
    else merged.push(entry);
  }
  return merged;
}

/** True if some words are a list of those who receive copies, two at least, and say nothing else. */
export function listsRecipients(text: string, vocabulary: Vocabulary): boolean {
  const entries = namesInList(text, vocabulary);
  const named = entries.filter(
    ({ name, isFileCopy, isGroup }) =>
      isFileCopy ||
      isGroup ||
      isOfficeOf(name, vocabulary) ||
      (isPersonal(name) && !/[.!?]\s+\p{Lu}\p{Ll}{2}/u.test(name)),
  );
  if (named.length !== entries.length || entries.length < 2) return false;
  let rest = '';
  let from = 0;
  for (const { start, end } of entries) {
    rest += `${text.slice(from, start)} `;
    from = Math.max(from, end);
  }
  rest += text.slice(from);
  const between = wordsBetween(vocabulary);
  return wordsOf(rest).every((word) => between.has(word) || /^\d{1,3}$/u.test(word));
}

/** What stands between names beside numbers: words of address, articles, joints. */
const wordsBetween = madeOnce(
  ({ body, titles, marks }: Vocabulary): ReadonlySet<string> =>
    new Set([
      ...body.honorifics,
      ...body.ranks,
      ...titles.articles,
      ...marks.addressee,
      ...marks.numberWords.joints,
    ]),
);

function entryNames(text: string, vocabulary: Vocabulary): ListedName[] {
  const { lead, fileCopy } = grammarOf(vocabulary);
  const length = lead.exec(text)?.[0].length ?? 0;
  // The words for the file may be what the lead would be ("to file").
  const bare = (from: number): { name: string; start: number } => {
    const start = from + (/^[\s\u00a0–—-]*/u.exec(text.slice(from))?.[0].length ?? 0);
    return {
      name: text
        .slice(start)
        .trimEnd()
        .replace(/[.!]+$/u, ''),
      start,
    };
  };
  for (const from of [0, length]) {
    const { name, start } = bare(from);
    const inBracket = /\((?<words>[^)]{2,40})\)$/u.exec(name)?.groups?.['words'];
    if (fileCopy.test(fold(name)) || (inBracket !== undefined && fileCopy.test(fold(inBracket))))
      return [{ name, kind: 'person', start, end: start + name.length, isFileCopy: true, isGroup: false }];
  }
  const words = ' '.repeat(length) + text.slice(length);
  const found = nameIn(words, vocabulary);
  if (!found) return [];
  const name = withoutArticle(found, vocabulary);
  const group = isGroup(name, vocabulary);
  return [{ ...name, isFileCopy: false, isGroup: group }, ...namesInBracket(text, name, vocabulary)];
}

/** "the head of the 6th Department": the office begins behind the article. */
function withoutArticle(name: NameSpan, { titles }: Vocabulary): NameSpan {
  const article = longestStart(name.name, titles.articles);
  const lead = article === undefined ? 0 : article.length + 1;
  return lead === 0 || name.kind === 'person'
    ? name
    : { ...name, name: name.name.slice(lead), start: name.start + lead };
}

function isGroup({ name, kind }: NameSpan, { marks }: Vocabulary): boolean {
  return kind === 'organisation' && longestStart(name, marks.distributionGroups) !== undefined;
}

/** "Middle East Department (Comrade Pastoev)": who receives it in an office, with a word of address. */
function namesInBracket(text: string, office: NameSpan, vocabulary: Vocabulary): ListedName[] {
  if (office.kind !== 'organisation') return [];
  const bracket = /\((?<words>[^)]{3,80})\)/u.exec(text.slice(office.end));
  const words = bracket?.groups?.['words'];
  if (!bracket || words === undefined || !wordSet(vocabulary.body.honorifics).has(wordsOf(words)[0] ?? ''))
    return [];
  const name = nameIn(words, vocabulary);
  if (name?.kind !== 'person' || !isPersonal(name.name)) return [];
  const offset = office.end + bracket.index + 1;
  return [{ ...name, start: offset + name.start, end: offset + name.end, isFileCopy: false, isGroup: false }];
}
