/** Marks of secrecy, handling and urgency: lines like "TOP SECRET. Copy No. 1". */
import { madeOnce } from '../made-once.js';
import { fold, type Vocabulary } from '../vocabulary.js';
import { isHandling } from './handling.js';
import { findNumbers, isRegistryNumber, type NumberSpan } from './numbers.js';

export interface Mark {
  /** A number may stand beside marks ("118/1962/Top Secret"). */
  kind: 'secrecy' | 'handling' | 'number';
  /** Key of a class of secrecy. */
  key?: string;
  /** The numbers of a number, with offsets in the source. */
  numbers?: NumberSpan[];
  /** Offsets in the source; punctuation after a mark belongs to it. */
  start: number;
  end: number;
  /** The mark without punctuation after it. */
  text: string;
}

interface Matchers {
  secrecy: Map<string, string>;
  /** Phrases of handling; in some, `#` stands for a number. */
  handling: ReadonlySet<string>;
}

const matchersOf = madeOnce((marks: Vocabulary['marks']): Matchers => {
  return {
    secrecy: new Map(
      // The first that has a word counts, as everywhere.
      marks.secrecy.flatMap(({ key, words }) => words.map((word) => [word, key] as const)).reverse(),
    ),
    handling: new Set(marks.handling),
  };
});

/** Words that are numbers, of a copy say: "3", "A17", "12/b". */
const wholeNumbers = /(?<!\S)\p{L}?\d+[\p{L}\d/-]*(?!\S)/gu;

/** Form in which a mark is compared: folded, "No." and its kin as `no`. */
function key(text: string): string {
  // "C o n f i d e n t i a l"
  const spaced = /^(?:\p{L} ){4,}\p{L}[.!]?$/u.test(text.trim()) ? text.replace(/ /gu, '') : text;
  return (
    fold(spaced)
      .replace(/[“”"()[\]]/gu, '')
      // "Экз. № 3", "3. Ausfertigung".
      .replace(/(?<=[\p{L}\d])\.(?=\s)/gu, '')
      .replace(/(?<!\p{L})(?:nº|n°|№|#|nr\.?|no\.?|number)\s*(?=\d)/gu, 'no ')
      .replace(/[\s.,;:!—–/-]+$/u, '')
      .trim()
  );
}

/** The numbers that some words are, with offsets in them; undefined where other words stand beside. */
function numbersAlone(text: string, vocabulary: Vocabulary): NumberSpan[] | undefined {
  if (isRegistryNumber(text)) return [{ value: text, start: 0, end: text.length, moment: 'written' }];
  const [found, ...others] = findNumbers(text, vocabulary);
  return found?.start === 0 && found.end === text.length && others.length === 0 ? found.numbers : undefined;
}

/** Reads a line that consists of marks and nothing else but numbers beside them; undefined if any part of it is something else. */
export function readMarks(text: string, offset: number, vocabulary: Vocabulary): Mark[] | undefined {
  if (text.length > 200) return undefined;
  const { secrecy, handling } = matchersOf(vocabulary.marks);
  const whole = key(text);
  const one = (from: number, to: number): Mark | undefined => {
    const piece = text.slice(from, to);
    const folded = key(piece);
    const found = secrecy.get(folded);
    const bare = piece.replace(/[\s.,;:!—–/-]+$/u, '');
    const end = offset + from + piece.trimEnd().length;
    if (found !== undefined) return { kind: 'secrecy', key: found, start: offset + from, end, text: bare };
    const phrase = handling.has(folded) || handling.has(folded.replace(wholeNumbers, '#'));
    if (phrase || isHandling(bare.replace(/["“”]/gu, '').trim(), vocabulary))
      return { kind: 'handling', start: offset + from, end, text: bare };
    const lead = bare.length - bare.trimStart().length;
    const numbers = numbersAlone(bare.slice(lead), vocabulary)?.map((number) => ({
      ...number,
      start: offset + from + lead + number.start,
      end: offset + from + lead + number.end,
    }));
    return numbers && { kind: 'number', numbers, start: offset + from, end, text: bare };
  };
  if (whole === '') return undefined;
  const single = one(0, text.length);
  if (single) return single.kind === 'number' ? undefined : [single];
  // Several marks on one line, parted by punctuation: the longest that fits each time.
  const cuts = [...text.matchAll(/[.,;:!—–/]+\s*|\s+-\s+/gu)].map((match) => match.index + match[0].length);
  if (cuts.at(-1) !== text.length) cuts.push(text.length);
  const found: Mark[] = [];
  let from = 0;
  while (from < text.length) {
    const cut = [...cuts].reverse().find((to) => to > from && one(from, to) !== undefined);
    const mark = cut === undefined ? undefined : one(from, cut);
    if (!mark || cut === undefined) return undefined;
    found.push(mark);
    from = cut;
  }
  // Numbers alone are no marks but a line of their own.
  return found.every(({ kind }) => kind === 'number') ? undefined : found;
}
