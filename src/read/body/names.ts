/** Names in heading fields: address lines, distribution lists, titles, signatures. */
import { fold, wordSet, type Vocabulary } from '../vocabulary.js';

export interface NameSpan {
  /** The name alone, without words of address, counts and glosses. */
  name: string;
  kind: 'person' | 'organisation';
  /** Offsets within the text that was read. */
  start: number;
  end: number;
}

/**
 * The name in a short text ("Comrade Stalin, I.V.", "the Soviet Ambassador", "Cde. Molotov (2)"), or undefined if nothing in it
 * begins with a capital. Words of address, brackets and counts after it are left out of the name.
 */
export function nameIn(text: string, vocabulary: Vocabulary): NameSpan | undefined {
  const honorifics = wordSet(vocabulary.body.honorifics);
  let start = 0;
  let end = text.search(/[[(]/u);
  if (end < 0) end = text.length;
  // A name that follows its gloss is rare; a bracket that opens the text leaves nothing before it.
  if (text.slice(0, end).trim() === '') return undefined;
  for (;;) {
    const rest = text.slice(start, end);
    const match = /^[\s\u00a0:"“]*(?:(?<word>[\p{L}\p{M}'’-]+\.?)(?=[\s\u00a0]))?/u.exec(rest);
    const word = match?.groups?.['word'];
    const folded = word === undefined ? '' : fold(word).replace(/\.$/u, '');
    if (
      word !== undefined &&
      (honorifics.has(folded) || folded === 'the') &&
      rest.slice(match?.[0].length).trim() !== ''
    ) {
      start += (match as RegExpExecArray)[0].length;
      continue;
    }
    start += /^[\s\u00a0:"“]*/u.exec(rest)?.[0].length ?? 0;
    break;
  }
  let name = text.slice(start, end).replace(/[\s\u00a0,;:!"”]+$/u, '');
  // A full stop ends the line, unless it ends an initial or an abbreviation.
  if (/[\p{L}\p{M}]{3,}\.$/u.test(name)) name = name.slice(0, -1);
  if (!/\p{Lu}|\p{Lo}/u.test(name)) return undefined;
  const words = fold(name).split(/[\s-]+/u);
  const organisations = wordSet(vocabulary.body.organisations);
  const isOffice = words.some((word) => organisations.has(word.replace(/[.,]/gu, '')));
  return { name, kind: isOffice ? 'organisation' : 'person', start, end: start + name.length };
}

export interface ListedName extends NameSpan {
  /** True for the copy that stays in the file. */
  isFileCopy: boolean;
}

/** The names of a list ("Stalin, Molotov (2) and Beria, Copy."), with offsets within `text`. Entries without a name are passed over. */
export function namesInList(text: string, vocabulary: Vocabulary): ListedName[] {
  const fileCopies = wordSet(vocabulary.marks.fileCopy);
  const found: ListedName[] = [];
  for (const entry of text.matchAll(/(?:[^,;([\n]|\([^)\n]{0,80}\)|\[[^\]\n]{0,80}\])+/gu)) {
    let at = entry.index;
    for (const piece of entry[0].split(/(\s+(?:and|&|и|und)\s+)/u)) {
      if (!/^\s+(?:and|&|и|und)\s+$/u.test(piece)) {
        const bare = piece.replace(/^\s*(?:and|&|и|und)\s+/u, (lead) => ' '.repeat(lead.length));
        const folded = fold(bare).replace(/[.!]+$/u, '');
        if (fileCopies.has(folded)) {
          const lead = /^\s*/u.exec(bare)?.[0].length ?? 0;
          const word = bare.trim().replace(/[.!]+$/u, '');
          found.push({
            name: word,
            kind: 'person',
            start: at + lead,
            end: at + lead + word.length,
            isFileCopy: true,
          });
        } else {
          const name = nameIn(bare, vocabulary);
          if (name) found.push({ ...name, start: at + name.start, end: at + name.end, isFileCopy: false });
        }
      }
      at += piece.length;
    }
  }
  return found;
}
