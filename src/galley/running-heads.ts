/** Running heads: the title on a verso, in a shorter form where it is long; on a recto the date. */
import type { Element } from 'xast';
import { datePart, languageOfHeader } from './front.js';
import { attribute, path, plainText } from './tei-tree.js';
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
  const printed = (words: string): string => shorten(shop.printed(words, headerLang), joining);
  const verso = printed(plainText(short) || title);
  return { verso, recto: printed(plainText(datePart(header))) || verso };
}

/** Least characters of a part of a title that can stand for it. */
const shortestHead = 16;

/**
 * A title as a running head: whole if it fits; else without what stands in brackets; up to the end of a clause, or from its
 * first comma on, which leaves out the kind of document, whichever says more; up to a preposition. Only where none of these fits, it ends in
 * an ellipsis.
 */
export function shorten(text: string, joining: ReadonlySet<string>): string {
  const forms = [
    text,
    text.replace(/\s*(?:\[[^\]]*\]|\([^)]*\))/gu, '').trim(),
    ...[...clauses(text), /^[^,]{3,30},\s+(.+)$/u.exec(text)?.[1] ?? '']
      .filter((part) => part.length <= longestHead)
      .sort((one, other) => other.length - one.length),
    beforePreposition(text, joining),
  ];
  const fitting = forms.find(
    (form, i) => form.length <= longestHead && (i === 0 || form.length >= shortestHead),
  );
  return fitting ?? cut(text, joining);
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
