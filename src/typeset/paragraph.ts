/**
 * Setting one paragraph: its tokens become items, the items lines. Attempts follow TeX: without hyphens, with them, with
 * stretch borrowed, and at last whatever fits least badly, so that no word ever stands outside its column.
 */
import type { Measure } from './column.js';
import type { Design } from './design.js';
import { ItemList } from './items.js';
import { breakEvenly } from './even-lines.js';
import { breakLines, type BreakRules } from './knuth-plass.js';
import { spaceOf, widthOf } from './letters.js';
import { setLine, type SetLine } from './line.js';
import { Gap, type Token } from './tokens.js';

/** Breaks that are tried only when nothing else is left cost this or more. */
const LAST_RESORT = 1000;
const FORCED = 3000;
const HELD = 5000;
/** Within a pair that is better not parted. */
const WEAK = 400;
/** A break after a dash, a slash or an ideograph; and after a hyphen of the text, which a reader could not tell from ours. */
const OPEN = 60;
const OPEN_HYPHEN = 1500;
/** Stretch of a ragged line, part of the measure, and how much of that a line may use before words are divided. */
const RAGGED = 0.25;
const RAGGED_TOLERANCE = 1.5;

/** Part of the length wanted of a last line below which other breaks are looked for. */
const POOR = 0.75;

const items = new ItemList();
/** For item i, where it is a break: the token it ends in or after, and the offset of a division in it (-1: after it). */
let places = new Int32Array(256);
let offsets = new Int32Array(256);

/** Lines of a paragraph, none for one without words; and the words that had to be cut because they are wider than it. */
export function setParagraph(
  words: Token[],
  measure: Measure,
  design: Design,
): { lines: SetLine[]; cut: readonly string[] } {
  if (words.length === 0) return { lines: [], cut: [] };
  const { tokens, cut } = cutWideWords(words, measure);
  const breaks = chooseBreaks(tokens, measure, design);
  const lines: SetLine[] = [];
  let from = 0;
  let offset = 0;
  for (const at of breaks) {
    const first = lines.length === 0;
    const place = places[at] ?? 0;
    const division = offsets[at] ?? -1;
    const to = { token: place, offset: division };
    lines.push(setLine(tokens, { token: from, offset }, to, first, measure, design.justification));
    from = division < 0 ? place + 1 : place;
    offset = division < 0 ? 0 : division;
  }
  return { lines, cut };
}

function chooseBreaks(tokens: readonly Token[], measure: Measure, design: Design): number[] {
  const { justification, hyphenation } = design;
  const justified = measure.alignment === 'justified';
  const rules: BreakRules = {
    measure: measure.width,
    tolerance: justified ? justification.first : RAGGED_TOLERANCE,
    dearest: LAST_RESORT,
    extraStretch: justified ? 0 : measure.width * RAGGED,
    fitnessDemerits: justified ? 3000 : 0,
    hyphenDemerits: 6000,
    lastHyphenDemerits: 30_000,
    hyphens: hyphenation.consecutive,
    lastLine: justification.lastLine * measure.size,
    lastLineDemerits: 100_000,
    balanced: measure.balanced,
  };
  build(tokens, measure, design, undefined);
  if (measure.balanced && !justified) {
    const even = breakEvenly(items, { measure: measure.width, dearest: LAST_RESORT });
    if (even) return even;
  }
  let breaks = breakLines(items, rules);
  if (breaks && (!justified || endsWell(breaks, rules))) return breaks;
  const poor = breaks;
  const second = { ...rules, tolerance: justified ? justification.second : RAGGED_TOLERANCE };
  if (measure.hyphenate) build(tokens, measure, design, nearLineEnds(second));
  breaks = breakLines(items, second);
  if (poor && !(breaks && endsWell(breaks, rules))) {
    // Nothing ends better: then no line is set loose for it.
    build(tokens, measure, design, undefined);
    return poor;
  }
  if (breaks) return breaks;
  if (measure.hyphenate) build(tokens, measure, design, everywhere);
  const third = justified ? { ...second, extraStretch: measure.width * justification.emergency } : second;
  if (justified) breaks = breakLines(items, third);
  breaks ??= breakLines(items, {
    ...third,
    tolerance: Number.POSITIVE_INFINITY,
    dearest: Number.POSITIVE_INFINITY,
  });
  if (!breaks) throw new Error('Line breaking without tolerance found no breaks');
  return breaks;
}

/** False for lines of which the last is too short to stand alone. */
function endsWell(breaks: readonly number[], { lastLine }: BreakRules): boolean {
  const from = breaks.at(-2);
  if (from === undefined) return true;
  const length = (items.width[items.count] ?? 0) - (items.width[from + 1] ?? 0) + (items.post[from] ?? 0);
  return length >= lastLine * POOR;
}

/** Least and greatest natural width of a full line, pt: words that lie between line ends need no division. */
interface LineLengths {
  readonly least: number;
  readonly most: number;
}

const everywhere: LineLengths = { least: 0, most: Number.POSITIVE_INFINITY };
/** Lines have more or fewer spaces than the mean, by a factor of about this. */
const SPREAD = 1.5;

/** How long lines can be by the mean of the items that are built. */
function nearLineEnds({ measure, tolerance, extraStretch }: BreakRules): LineLengths {
  const { count, width, stretch, shrink } = items;
  const total = width[count] ?? 0;
  if (total <= 0) return everywhere;
  const stretchable = (SPREAD * (stretch[count] ?? 0)) / total;
  const shrinkable = Math.min(0.5, (SPREAD * (shrink[count] ?? 0)) / total);
  return {
    least: (measure - extraStretch * tolerance) / (1 + stretchable * tolerance),
    most: measure / (1 - shrinkable),
  };
}

function mark(token: number, offset: number): void {
  const at = items.count;
  if (at >= places.length) {
    const grow = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const fresh = new Int32Array(old.length * 2);
      fresh.set(old);
      return fresh;
    };
    places = grow(places);
    offsets = grow(offsets);
  }
  places[at] = token;
  offsets[at] = offset;
}

/** True if some line can end in a word that starts at `from`, natural widths from the start of the paragraph. */
function endsIn(from: number, width: number, { least, most }: LineLengths): boolean {
  const line = Math.max(1, Math.ceil(from / most));
  return line * least <= from + width + items.start;
}

/** True if brackets stand in another part of the same word. */
function meetsBracket(tokens: readonly Token[], t: number): boolean {
  if (tokens[t]?.gap === Gap.joined && bracketed.test(tokens[t + 1]?.text ?? '')) return true;
  return tokens[t - 1]?.gap === Gap.joined && bracketed.test(tokens[t - 1]?.text ?? '');
}
const bracketed = /[[\]⟨⟩]/;

/** Makes the items of a paragraph; words are divided where a line of these lengths can end in them. */
function build(
  tokens: readonly Token[],
  measure: Measure,
  design: Design,
  lengths: LineLengths | undefined,
): void {
  const { justification, hyphenation } = design;
  const justified = measure.alignment === 'justified';
  const head = tokens[0];
  items.reset(measure.indent - (head ? head.word.hangLeft * head.segment.letters.scale : 0));
  for (let t = 0; t < tokens.length; t++) {
    const token = tokens[t];
    if (!token) break;
    const { word } = token;
    const { letters } = token.segment;
    const width = widthOf(word, letters);
    let done = 0;
    if (
      lengths &&
      !letters.solid &&
      endsIn(items.width[items.count] ?? 0, width, lengths) &&
      token.gap !== Gap.divided &&
      token.gap !== Gap.parted &&
      !meetsBracket(tokens, t)
    ) {
      for (const division of letters.words.divisions(word)) {
        const upTo = width - widthOf(division.tail, letters);
        items.box(upTo - done);
        mark(t, division.offset);
        const pre = widthOf(division.head, letters) - upTo - division.head.hangRight * letters.scale;
        items.penalty(hyphenation.cost, pre, -division.tail.hangLeft * letters.scale, true);
        done = upTo;
      }
    }
    items.box(width - done);
    if (token.gap === Gap.joined) continue;
    const right = -word.hangRight * letters.scale;
    if (token.gap === Gap.end) {
      mark(t, -1);
      items.end(right);
      continue;
    }
    const next = tokens[t + 1];
    const left = next ? -next.word.hangLeft * next.segment.letters.scale : 0;
    mark(t, -1);
    if (token.gap === Gap.open) {
      const hyphen = /[-‐]$/.test(token.text);
      items.penalty(hyphen ? OPEN_HYPHEN : OPEN, right, left, hyphen || token.text.endsWith('–'));
    } else if (token.gap === Gap.divided) {
      items.penalty(FORCED, widthOf(letters.words.word(letters.words.hyphen().text), letters), left, true);
    } else if (token.gap === Gap.parted) {
      items.penalty(FORCED, right, left, false);
    } else {
      const space = spaceOf(word, letters);
      const stretch = justified ? space * justification.stretch : 0;
      const shrink = justified ? space * justification.shrink : 0;
      const cost = token.gap === Gap.held ? HELD : token.gap === Gap.weak ? WEAK : 0;
      items.glue(space, stretch, shrink, cost, right, left);
    }
  }
}

/**
 * Cuts words wider than the measure into their characters. Returns the tokens, the same array if nothing had to be cut,
 * and the words that were.
 */
function cutWideWords(tokens: Token[], measure: Measure): { tokens: Token[]; cut: string[] } {
  const cut: string[] = [];
  let result: Token[] | undefined;
  const limit = measure.width - Math.max(0, measure.indent);
  let start = 0;
  let width = 0;
  for (let t = 0; t < tokens.length; t++) {
    const token = tokens[t];
    if (!token) break;
    width += widthOf(token.word, token.segment.letters);
    if (token.gap === Gap.joined) continue;
    if (width > limit && !fitsDivided(tokens, start, t, limit, measure)) {
      result ??= tokens.slice(0, start);
      const text = tokens
        .slice(start, t + 1)
        .map((part) => part.text)
        .join('')
        .trim();
      for (let k = start; k <= t; k++) cutToken(tokens[k] ?? token, k < t, /[\d/@]/.test(text), result);
      cut.push(text);
    } else if (result) for (let k = start; k <= t; k++) result.push(tokens[k] ?? token);
    start = t + 1;
    width = 0;
  }
  return { tokens: result ?? tokens, cut };
}

/** True for a single word whose divisions leave no piece wider than the column. */
function fitsDivided(
  tokens: readonly Token[],
  from: number,
  to: number,
  limit: number,
  measure: Measure,
): boolean {
  const token = tokens[from];
  if (from !== to || !token || !measure.hyphenate) return false;
  const { letters } = token.segment;
  if (letters.solid) return false;
  let at = 0;
  for (const division of letters.words.divisions(token.word)) {
    const text = token.text.slice(at, division.offset) + letters.words.hyphen().text;
    if (widthOf(letters.words.word(text), letters) > limit) return false;
    at = division.offset;
  }
  return at > 0 && widthOf(letters.words.word(token.text.slice(at)), letters) <= limit;
}

/** Adds a token for every character, combining marks with their letter. */
function cutToken(token: Token, joined: boolean, technical: boolean, out: Token[]): void {
  const from = out.length;
  for (const match of token.text.matchAll(/(?:\P{M}|^\p{M})\p{M}*(?: $)?/gu)) {
    const [text] = match;
    const before = out.at(-1);
    // A hyphen stands between letters only.
    if (before && out.length > from && !technical && lettered.test(before.text) && lettered.test(text))
      before.gap = Gap.divided;
    const word = token.segment.letters.words.word(text);
    out.push({ segment: token.segment, start: token.start + match.index, text, word, gap: Gap.parted });
  }
  const last = out.at(-1);
  if (last && out.length > from && !joined) last.gap = token.gap;
}

const lettered = /^\p{L}/u;
