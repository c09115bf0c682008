/**
 * Straight quotation marks and apostrophes → those of a language. A mark is set only where it can be nothing else: as
 * one of a pair, or as the apostrophe of a word. Feet and inches, marks without a partner and doubtful pairs stay.
 *
 * Marks that are typographic already take part like the straight ones they stand for, so that a second pass finds the
 * same pairs as the first.
 */
import type { Replacement } from './punctuation.js';
import type { Words } from './words.js';

type Quotation = Words['quotation'];

/** A mark that may open or close. */
interface Mark {
  readonly index: number;
  readonly opens: boolean;
  readonly closes: boolean;
  /** After a number of few digits, where it may be a sign of feet or inches. */
  readonly doubtful: boolean;
  /** Closes for sure if it closes at all: punctuation stands before or after it. */
  readonly strong: boolean;
}
type Pair = readonly [Mark, Mark];

const marks = /["'“”„‟‘’‚‛«»‹›]/;
const everyMark = /["'“”„‟‘’‚‛«»‹›]/g;
const letter = /[\p{L}\p{M}]/u;
const wordly = /[\p{L}\p{M}\p{N}]/u;
const blank = /^$|\s/u;
const openingBracket = /[([{<⟨〈（「『【]/u;
const joining = /[—–\-/=]/u;
/** Scripts that put no space between words: a mark may touch letters on both sides. */
const spaceless = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const stop = /[.,;:!?…)\]}]/u;

/** @param free tells whether a mark at an index is to be read at all */
export function quotationMarks(
  text: string,
  quotation: Quotation,
  free: (index: number) => boolean,
): Replacement[] {
  const found: Replacement[] = [];
  const set = (index: number, character: string): void => {
    if (text[index] !== character && (text[index] === '"' || text[index] === "'"))
      found.push([index, character]);
  };

  const doubles: Mark[] = [];
  const singles: Mark[] = [];
  const elisions = new Set<Mark>();
  const isSingle = new Set(["'", quotation.apostrophe, ...quotation.single]);
  let run: Run = { end: 0, left: '', right: '' };
  for (const { index, 0: character } of text.matchAll(everyMark)) {
    if (index >= run.end) run = runAt(text, index);
    if (!free(index)) continue;
    if (character === '"' || quotation.double.includes(character)) {
      const straight = character === '"';
      const { opens, closes } = sides(run);
      doubles.push({
        ...read(text, index, run),
        opens: straight ? opens : character === quotation.double[0],
        closes: straight ? closes : character === quotation.double[1],
      });
    } else if (isSingle.has(character)) {
      if (isApostrophe(text, index)) {
        set(index, quotation.apostrophe);
        continue;
      }
      const [opening, closing] = quotation.single;
      const { opens, closes } = sides(run);
      const mark: Mark = {
        ...read(text, index, run),
        opens: character === "'" ? opens : character === opening,
        // An apostrophe stands where a closing mark may; where they are one character it is read by its place.
        closes:
          character === closing && closing !== quotation.apostrophe ? true : character !== opening && closes,
      };
      if (character !== opening && isElision(text, index, quotation.elisions)) elisions.add(mark);
      singles.push(mark);
    }
  }

  const pairs = pairDoubles(doubles);
  for (const [open, close] of pairs) {
    set(open.index, quotation.double[0]);
    set(close.index, quotation.double[1]);
  }
  const depth = depths(pairs);
  for (const region of regions(singles, depth)) {
    const { paired, left } = pairSingles(region.filter((mark) => !elisions.has(mark)));
    for (const [open, close] of paired) {
      set(open.index, quotation.single[0]);
      set(close.index, quotation.single[1]);
    }
    // "'tis so' he said" may quote: an elision is certain if no closing mark is left over after it.
    const lastClose = [...left].findLast((mark) => mark.closes && !isPossessive(text, mark))?.index ?? -1;
    let certain = true;
    for (const mark of region) {
      if (elisions.has(mark)) {
        if (lastClose < mark.index) set(mark.index, quotation.apostrophe);
        else certain = false;
      } else if (!left.has(mark)) continue;
      else if (mark.opens && !mark.closes) certain = false;
      else if (mark.closes && certain) {
        // The apostrophe of "workers' party" looks like a closing mark in most languages, whichever it is.
        const alike =
          quotation.apostrophe === quotation.single[1] && letter.test(charBefore(text, mark.index));
        if (alike || isPossessive(text, mark)) set(mark.index, quotation.apostrophe);
      }
    }
  }
  return found;
}

/** Marks that touch each other, and the characters around them. */
interface Run {
  readonly end: number;
  readonly left: string;
  readonly right: string;
}

/** The run that begins at an index. A mark is read by what stands around its run, so that setting one changes no other. */
function runAt(text: string, start: number): Run {
  let end = start;
  while (end < text.length && marks.test(text[end]!)) end++; // below the length
  return { end, left: charBefore(text, start), right: charAt(text, end) };
}

/** Whether a straight mark in a run may open and may close. */
function sides({ left, right }: Run): { opens: boolean; closes: boolean } {
  const touching = wordly.test(right) && (!wordly.test(left) || spaceless.test(left));
  const opens =
    !blank.test(right) && (blank.test(left) || openingBracket.test(left) || joining.test(left) || touching);
  const closes =
    !blank.test(left) && !openingBracket.test(left) && (!wordly.test(right) || spaceless.test(right));
  return { opens, closes };
}

function read(
  text: string,
  index: number,
  { left, right }: Run,
): Pick<Mark, 'index' | 'doubtful' | 'strong'> {
  const digits = /\d*$/.exec(text.slice(Math.max(0, index - 3), index))![0].length; // matches always: it may be empty
  return {
    index,
    doubtful: digits > 0 && digits < 3,
    strong: stop.test(left) || stop.test(right) || right === '',
  };
}

function charAt(text: string, index: number): string {
  const point = text.codePointAt(index);
  return point === undefined ? '' : String.fromCodePoint(point);
}
function charBefore(text: string, index: number): string {
  if (index <= 0) return '';
  const pair = /[\uDC00-\uDFFF]/.test(text[index - 1] ?? '') && /[\uD800-\uDBFF]/.test(text[index - 2] ?? '');
  return text.slice(pair ? index - 2 : index - 1, index);
}

/** Within a word ("don't", "O'Neill"), or before the s of "1950's". */
function isApostrophe(text: string, index: number): boolean {
  const left = charBefore(text, index);
  const right = charAt(text, index + 1);
  if (letter.test(left) && letter.test(right)) return !spaceless.test(left) && !spaceless.test(right);
  return /\d/.test(left) && right === 's' && !wordly.test(charAt(text, index + 2));
}

/** Before a word that has lost its beginning ("'tis"), or two digits of a year ("the '50s"). */
function isElision(text: string, index: number, elisions: readonly string[]): boolean {
  const left = charBefore(text, index);
  if (!(blank.test(left) || openingBracket.test(left) || joining.test(left) || marks.test(left)))
    return false;
  const after = text.slice(index + 1, index + 16);
  if (/^\d\ds?(?![\p{L}\p{N}])/u.test(after)) return true;
  const word = /^[\p{L}\p{M}]+/u.exec(after)?.[0].toLowerCase();
  return word !== undefined && elisions.includes(word);
}

/** "workers' party": a plural or a name in s before a word. */
function isPossessive(text: string, { index }: Mark): boolean {
  return /[sxzß]/i.test(charBefore(text, index)) && /^\s\p{L}/u.test(text.slice(index + 1, index + 4));
}

/** Pairs nest. A mark that could do both closes what is open; without it, it opens only where words have no spaces. */
function pairDoubles(all: readonly Mark[]): Pair[] {
  const open: Mark[] = [];
  const pairs: Pair[] = [];
  for (const mark of all) {
    const partner = mark.closes ? open.pop() : undefined;
    if (partner) pairs.push([partner, mark]);
    else if (mark.opens) open.push(mark);
    else if (mark.closes) {
      // A closing mark too many: the one before was a sign of inches, or this one is. Neither is certain.
      const last = pairs.at(-1);
      if (last?.[1].doubtful === true) pairs.pop();
    }
  }
  return pairs;
}

/** For every index the innermost pair around it, as the index of its opening mark; -1 outside. Asked in rising order. */
function depths(pairs: readonly Pair[]): (index: number) => number {
  const borders = pairs
    .flatMap(([open, close]) => [
      { at: open.index, opens: true },
      { at: close.index, opens: false },
    ])
    .sort((a, b) => a.at - b.at);
  const around: number[] = [];
  let next = 0;
  return (index) => {
    for (let border = borders[next]; border && border.at < index; border = borders[++next]) {
      if (border.opens) around.push(border.at);
      else around.pop();
    }
    return around.at(-1) ?? -1;
  };
}

/** Marks by the innermost double pair around them: no single pair crosses a double one. */
function regions(all: readonly Mark[], depth: (index: number) => number): Iterable<Mark[]> {
  const byRegion = new Map<number, Mark[]>();
  for (const mark of all) {
    const key = depth(mark.index);
    const region = byRegion.get(key);
    if (region) region.push(mark);
    else byRegion.set(key, [mark]);
  }
  return byRegion.values();
}

/** Single marks pair where between an opening mark and the next there is one that closes for sure, or only one at all. */
function pairSingles(all: readonly Mark[]): { paired: Pair[]; left: Set<Mark> } {
  const paired: Pair[] = [];
  const left = new Set<Mark>(all);
  let certain = true;
  for (let at = 0; at < all.length; at++) {
    const open = all[at]!; // below the length
    if (!open.opens || open.closes) continue;
    const closing: Mark[] = [];
    for (let next = at + 1; next < all.length; next++) {
      const mark = all[next]!; // below the length
      if (mark.opens && !mark.closes) break;
      if (mark.closes && !mark.doubtful) closing.push(mark);
    }
    const strong = closing.filter((mark) => mark.strong);
    const close = strong.length === 1 ? strong[0] : closing.length === 1 ? closing[0] : undefined;
    // A mark without a partner may belong to what follows: from here on nothing is certain.
    if (!close) certain = false;
    else if (certain) {
      paired.push([open, close]);
      left.delete(open);
      left.delete(close);
    }
  }
  return { paired, left };
}
