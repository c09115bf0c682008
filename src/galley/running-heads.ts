/** Running heads: the title on a verso, in a shorter form where it is long; on a recto the date. */
import type { Element } from 'xast';
import { datePart, languageOfHeader } from './front.js';
import { attribute, childElements, nameOf, path, plainText } from './tei-tree.js';
import type { Galley } from './types.js';
import type { Workshop } from './workshop.js';

/** Most characters of a running head. */
const longestHead = 50;

/** Verso: the title, shortened; recto: the date as the source states it, else the title again. */
export function runningHeads(
  shop: Workshop,
  header: Element | undefined,
  title: string,
  lang: string,
): Galley['running'] {
  const short = path(header, 'fileDesc', 'titleStmt', 'title').find(
    (part) => attribute(part, 'type') === 'short',
  );
  const headerLang = languageOfHeader(header, lang);
  const joining = new Set(shop.wordsOf(headerLang).joining);
  const printed = (words: string, others: readonly string[] = []): string =>
    shorten(shop.printed(words, headerLang), joining, others);
  const correspondence = correspondenceIn(title, header).map((words) => shop.printed(words, headerLang));
  const verso = printed(plainText(short) || title, correspondence);
  return { verso, recto: printed(plainText(datePart(header))) || verso };
}

/** The part of a title that says from whom to whom it is, where both are named in it as in the correspondence; with what stands before it where that fits. */
function correspondenceIn(title: string, header: Element | undefined): string[] {
  const actions = path(header, 'profileDesc', 'correspDesc', 'correspAction');
  const nameIn = (type: string): string => {
    const action = actions.find(
      (one) => attribute(one, 'type') === type && attribute(one, 'subtype') !== 'cc',
    );
    return plainText(childElements(action).find((part) => /^(?:pers|org)Name$/.test(nameOf(part))));
  };
  const [from, to] = [nameIn('sent'), nameIn('received')];
  const words = withoutBrackets(title);
  const start = from === '' ? -1 : words.indexOf(from);
  const receiver = to === '' || start < 0 ? -1 : words.indexOf(to, start + from.length);
  if (receiver < 0) return [];
  const end = receiver + to.length;
  return [words.slice(0, end), words.slice(start, end)];
}

function withoutBrackets(title: string): string {
  return title.replace(/\s*(?:\[[^\]]*\]|\([^)]*\))/gu, '').trim();
}

/** Least characters of a part of a title that can stand for it. */
const shortestHead = 16;
/** The same of the beginning of a title; a shorter one is cut at a word. */
const shortestBeginning = 28;

/**
 * A title as a running head: whole if it fits; else without what stands in brackets; else one of the other forms that say
 * what the document is; else from its first comma on, which leaves out the kind of document. What is only the beginning of
 * a title, up to the end of a clause or to a preposition, ends in an ellipsis: without one it would read as a whole.
 */
export function shorten(text: string, joining: ReadonlySet<string>, others: readonly string[] = []): string {
  if (text.length <= longestHead) return text;
  const fits = (form: string): boolean => form.length <= longestHead && form.length >= shortestHead;
  const whole = [withoutBrackets(text), ...others, /^[^,]{3,30},\s+(.+)$/u.exec(text)?.[1] ?? ''].find(fits);
  if (whole !== undefined) return whole;
  const begun = [
    ...clauses(text).sort((one, other) => other.length - one.length),
    beforePreposition(text, joining),
  ].find((form) => form.length < longestHead && form.length >= shortestBeginning);
  return begun === undefined ? cut(text, joining) : `${begun.replace(/[\p{P}\s]+$/u, '')}…`;
}

/** The title up to the ends of its clauses. */
function clauses(text: string): string[] {
  return [...text.matchAll(/[,;:—]\s|\s[[(–]/gu)].map(({ index }) => text.slice(0, index).trimEnd());
}

/**
 * As many words as fit before a preposition. One that came before starts no cut: “of the Office of …” is left out whole.
 */
function beforePreposition(text: string, joining: ReadonlySet<string>): string {
  const words = text.split(/\s+/);
  let length = 0;
  let best = '';
  const seen = new Set<string>();
  for (const [i, word] of words.entries()) {
    const before = words[i - 1] ?? '';
    if (length > longestHead) break;
    const lower = word.toLowerCase();
    if (i > 0 && joining.has(lower) && !asks(before, joining)) {
      if (!seen.has(lower))
        best = words
          .slice(0, i)
          .join(' ')
          .replace(/[,;:]$/u, '');
      seen.add(lower);
    }
    length += word.length + (i > 0 ? 1 : 0);
  }
  return best;
}

/** True for a word that does not end a line: a preposition, an abbreviation or initial. */
function asks(word: string, joining: ReadonlySet<string>): boolean {
  return joining.has(word.toLowerCase()) || /^\P{L}*\p{L}{1,3}\.$/u.test(word);
}

/** Words that fit, with an ellipsis. */
function cut(text: string, joining: ReadonlySet<string>): string {
  const start = text.slice(0, longestHead);
  const words = start.split(/\s+/);
  if (!/\s/.test(text[longestHead] ?? '')) words.pop();
  while (words.length > 1 && asks(words.at(-1) ?? '', joining)) words.pop();
  const kept = words.length > 0 ? words.join(' ') : start.replace(/[\uD800-\uDBFF]$/, '');
  return `${kept.replace(/[\p{P}\s]+$/u, '')}…`;
}
