/**
 * The cover: place and date, title and series, set in the edition's own type and drawn as outlines, so that it looks the
 * same in every reading system and on every shelf. A picture of its own, light paper in the dark as well.
 */
import { x } from 'xastscript';
import type { Element } from 'xast';
import type { Galley, GalleyBlock } from '../galley/types.js';
import type { Look } from '../typeset/measure.js';
import { languageTag } from './languages.js';
import { primaryLanguage, type Holds } from './held-spaces.js';
import { breakBalanced, type Gaps } from './balanced-lines.js';
import type { Outliner } from './outlines.js';
import { printedTitle } from './title.js';
import { oneLine, wordsOf } from './words-of.js';

/** Of the picture, in its own units: the proportion that shops and libraries ask for. */
const width = 1600;
const height = 2560;
const paper = '#f6f2e9';
const ink = '#211d18';
/** The text column, and the rule that parts it from a margin left free, as on the leaf of a document. */
const left = 190;
const right = 1240;
const ruleAt = 1318;

export interface Cover {
  readonly svg: Element;
  /** The words on it, in order, for those who do not see it. */
  readonly words: string;
}

interface Line {
  readonly text: string;
  readonly look: Look;
  /** Height of an em in the picture. */
  readonly size: number;
  /** Of an em. */
  readonly letterSpace: number;
  readonly baseline: number;
}

export function makeCover(galley: Galley, outliner: Outliner, holds: Holds = () => false): Cover {
  const lang = languageTag(galley.lang);
  const { metadata } = galley;
  const gaps: Gaps = {
    held: (one, next) => holds(one, next, primaryLanguage(lang), false),
    joining: new Set(galley.joining ?? []),
  };
  const roman: Look = { face: 'roman', features: ['onum', 'pnum'], lang };
  const caps: Look = { face: 'roman', features: ['c2sc', 'onum', 'pnum', 'smcp'], lang };
  const set: Line[] = [];
  const words: string[] = [];

  const kicker = kickerOf(galley.children);
  let y = 560;
  if (kicker !== '') {
    words.push(kicker);
    for (const text of balanced(kicker, caps, 62, 0.07, outliner, gaps).slice(0, 3)) {
      set.push({ text, look: caps, size: 62, letterSpace: 0.07, baseline: y });
      y += 84;
    }
    y += 96;
  }
  const title = printedTitle(galley.children) || oneLine(metadata.title);
  if (title !== '') {
    words.push(title);
    const { lines, size } = fit(title, roman, outliner, gaps);
    y += size * 0.72;
    lines.forEach((text, i) => {
      set.push({ text, look: roman, size, letterSpace: 0, baseline: y + i * size * 1.14 });
    });
    y += (lines.length - 1) * size * 1.14;
  }
  const rule = { x: left, y: Math.round(y + 130), width: 170, height: 4 };

  const foot = oneLine(metadata.series ?? metadata.publisher ?? '');
  if (foot !== '') {
    words.push(foot);
    const lines = balanced(foot, caps, 50, 0.07, outliner, gaps).slice(0, 3);
    lines.forEach((text, i) => {
      const baseline = 2330 - (lines.length - 1 - i) * 70;
      set.push({ text, look: caps, size: 50, letterSpace: 0.07, baseline });
    });
  }

  const spoken = words.join('. ');
  const glyphs = new Map<string, string>();
  const lines = set.map((line) => draw(line, outliner, glyphs));
  const svg = x(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      'xmlns:xlink': 'http://www.w3.org/1999/xlink',
      version: '1.1',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': 'cover-title',
      'xml:lang': lang,
    },
    x('title', { id: 'cover-title' }, spoken === '' ? '—' : spoken),
    x(
      'defs',
      [...glyphs].map(([d, id]) => x('path', { id, d })),
    ),
    x('rect', { width, height, fill: paper }),
    x('rect', { x: ruleAt, y: 0, width: 3, height, fill: ink, 'fill-opacity': '0.3' }),
    title === '' ? undefined : x('rect', { ...rule, fill: ink }),
    x('g', { fill: ink }, lines),
  );
  return { svg, words: spoken };
}

/**
 * Outlines of a line; words with characters that the face lacks are left to the fonts of the reading system.
 * @param drawn path → id: each glyph is drawn once and used where it comes again
 */
function draw(
  { text, look, size, letterSpace, baseline }: Line,
  outliner: Outliner,
  drawn: Map<string, string>,
): Element {
  if (!outliner.covers(text, look)) {
    const family = { 'font-family': 'serif', 'font-size': size };
    return x('text', { x: left, y: Math.round(baseline), ...family }, text);
  }
  const em = outliner.unitsPerEm(look.face);
  const scale = size / em;
  const { glyphs } = outliner.outline(text, look, letterSpace * em);
  const matrix = `matrix(${number(scale)} 0 0 ${number(-scale)} ${left} ${Math.round(baseline)})`;
  return x(
    'g',
    { transform: matrix },
    glyphs.map(({ path, x: dx, y: dy }) => {
      const id = drawn.get(path) ?? `g${drawn.size + 1}`;
      drawn.set(path, id);
      // SVG 1.1's attribute: readers of covers are not all up to SVG 2.
      return x('use', { 'xlink:href': `#${id}`, x: number(dx), y: dy === 0 ? undefined : number(dy) });
    }),
  );
}

/** Sizes of the title, each with the number of lines that it may have; the last is for what is no title any more. */
const titleSizes = [
  [144, 4],
  [112, 8],
  [88, 12],
  [64, 16],
] as const;

/** Cost of lines at which a short title is set in the size of most: a line ends where it should not. */
const acceptable = 30;

/** The largest size at which no word is broken and lines end well, or that is not much worse; else the smallest, cut. */
function fit(title: string, look: Look, outliner: Outliner, gaps: Gaps): { lines: string[]; size: number } {
  const words = title.split(' ');
  let best: { lines: string[]; size: number; cost: number } | undefined;
  for (const [size, most] of titleSizes) {
    const measure = (text: string): number => widthOf(text, look, size, 0, outliner);
    const broken = breakBalanced(words, right - left, most, measure, gaps);
    if (broken && (!best || broken.cost + acceptable < best.cost)) best = { ...broken, size };
    if (best && (best.cost <= acceptable || size < titleSizes[0][0])) break;
  }
  if (best) return best;
  const [size, most] = titleSizes[titleSizes.length - 1]!;
  const lines = breakLines(title, look, size, 0, outliner);
  // The description of the picture has the whole title.
  return { lines: lines.length > most ? [...lines.slice(0, most - 1), '…'] : lines, size };
}

/** Lines that end where they may; filled word by word where that cannot be. */
function balanced(
  text: string,
  look: Look,
  size: number,
  letterSpace: number,
  outliner: Outliner,
  gaps: Gaps,
): string[] {
  const measure = (part: string): number => widthOf(part, look, size, letterSpace, outliner);
  return (
    breakBalanced(oneLine(text).split(' '), right - left, 3, measure, gaps)?.lines ??
    breakLines(text, look, size, letterSpace, outliner)
  );
}

/** Fills lines word by word; a word longer than the measure is broken where it must. */
function breakLines(
  text: string,
  look: Look,
  size: number,
  letterSpace: number,
  outliner: Outliner,
): string[] {
  const measure = right - left;
  const lines: string[] = [];
  let line = '';
  for (const word of oneLine(text).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer, look, size, letterSpace, outliner) <= measure) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const character of word) {
      // Words that fit are taken whole; what does not fit alone is taken by characters.
      if (line !== '' && widthOf(line + character, look, size, letterSpace, outliner) > measure) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

function widthOf(text: string, look: Look, size: number, letterSpace: number, outliner: Outliner): number {
  const em = outliner.unitsPerEm(look.face);
  return (outliner.width(text, look) / em + text.length * letterSpace) * size;
}

/** Date and place as the text gives them above its title. */
function kickerOf(blocks: readonly GalleyBlock[]): string {
  for (const block of blocks) {
    if (block.type === 'paragraph' && block.style === 'kicker') return oneLine(wordsOf(block.children));
    if (block.type === 'section') {
      const found = kickerOf(block.children);
      if (found !== '') return found;
    }
  }
  return '';
}

function number(value: number): string {
  return String(Math.round(value * 1e4) / 1e4);
}
