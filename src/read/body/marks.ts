/** Marks of secrecy, handling and urgency: lines like "TOP SECRET. Copy No. 1". */
import { fold, type Vocabulary } from '../vocabulary.js';

export interface Mark {
  kind: 'secrecy' | 'handling';
  /** Key of a class of secrecy. */
  key?: string;
  /** Offsets in the source; punctuation after a mark belongs to it. */
  start: number;
  end: number;
  /** The mark without punctuation after it. */
  text: string;
}

interface Matchers {
  secrecy: Map<string, string>;
  handling: RegExp;
}
const matchers = new WeakMap<Vocabulary['marks'], Matchers>();

function matchersOf(marks: Vocabulary['marks']): Matchers {
  let known = matchers.get(marks);
  if (!known) {
    const patterns = marks.handling.map((phrase) =>
      phrase.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/#/gu, '[\\p{L}]?\\d+[\\p{L}\\d/-]*'),
    );
    known = {
      secrecy: new Map(
        // The first that has a word counts, as everywhere.
        marks.secrecy.flatMap(({ key, words }) => words.map((word) => [word, key] as const)).reverse(),
      ),
      handling: new RegExp(`^(?:${patterns.join('|')})$`, 'u'),
    };
    matchers.set(marks, known);
  }
  return known;
}

/** Form in which a mark is compared: folded, "No." and its kin as `no`. */
function key(text: string): string {
  // "C o n f i d e n t i a l"
  const spaced = /^(?:\p{L} ){4,}\p{L}[.!]?$/u.test(text.trim()) ? text.replace(/ /gu, '') : text;
  return fold(spaced)
    .replace(/[“”"()[\]]/gu, '')
    .replace(/(?<!\p{L})(?:nº|n°|№|#|nr\.?|no\.?|number)\s*(?=\d)/gu, 'no ')
    .replace(/[\s.,;:!—–/-]+$/u, '')
    .trim();
}

/** Reads a line that consists of marks and nothing else; undefined if any part of it is something else. */
export function readMarks(text: string, offset: number, vocabulary: Vocabulary): Mark[] | undefined {
  if (text.length > 160) return undefined;
  const { secrecy, handling } = matchersOf(vocabulary.marks);
  const whole = key(text);
  const one = (from: number, to: number): Mark | undefined => {
    const piece = text.slice(from, to);
    const folded = key(piece);
    const found = secrecy.get(folded);
    const bare = piece.replace(/[\s.,;:!—–/-]+$/u, '');
    const end = offset + from + piece.trimEnd().length;
    if (found !== undefined) return { kind: 'secrecy', key: found, start: offset + from, end, text: bare };
    return handling.test(folded) ? { kind: 'handling', start: offset + from, end, text: bare } : undefined;
  };
  if (whole === '') return undefined;
  const single = one(0, text.length);
  if (single) return [single];
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
  return found;
}
