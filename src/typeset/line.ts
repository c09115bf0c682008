/** One line of a paragraph: which words stand in it and how its spaces are set; and its glyph runs on the page. */
import type { Measure } from './column.js';
import type { Justification } from './design.js';
import { spaceOf, widthOf, type Letters } from './letters.js';
import type { GlyphRun, LinkArea, PageItem } from './pages.js';
import { Gap, type Segment, type Token, type TokenLink } from './tokens.js';
import type { Word } from './words.js';

export interface Place {
  readonly token: number;
  /** Offset in the token's text; -1 at an end: after the whole token. */
  readonly offset: number;
}

export interface SetLine {
  readonly pieces: readonly Piece[];
  /** From the left edge of the block's measure, pt. */
  readonly x: number;
  /** Width as set, without what hangs out at the right, pt. */
  readonly width: number;
  /** Added to every word space, pt. */
  readonly wordSpace: number;
  readonly hyphenated: boolean;
  /** Set badly: the reason, and by how much, pt. */
  readonly fault: { readonly kind: 'overfull' | 'underfull'; readonly by: number } | undefined;
}

export interface Piece {
  readonly segment: Segment;
  readonly word: Word;
  readonly sequence: number;
  readonly actual: string | undefined;
}

/** Slack that rounding may need, pt. */
const EPSILON = 0.01;

/** Sets the tokens from one place to another as a line of the measure. */
export function setLine(
  tokens: readonly Token[],
  from: Place,
  to: Place,
  first: boolean,
  measure: Measure,
  justification: Justification,
): SetLine {
  const pieces = piecesBetween(tokens, from, to);
  const last = to.token === tokens.length - 1 && to.offset < 0;
  let natural = first ? measure.indent : 0;
  let spaces = 0;
  let spaceWidth = 0;
  for (const [i, piece] of pieces.entries()) {
    const { letters } = piece.segment;
    natural += widthOf(piece.word, letters);
    const space = spaceOf(piece.word, letters);
    if (space === 0 || i === pieces.length - 1) continue;
    spaces += 1;
    spaceWidth += space;
  }
  const head = pieces[0];
  const tail = lastLetters(pieces);
  const hangLeft = head ? head.word.hangLeft * head.segment.letters.scale : 0;
  const hangRight = tail ? tail.word.hangRight * tail.segment.letters.scale : 0;
  const trailing = tail?.segment.letters.letterSpace ?? 0;
  natural += spaceWidth - hangLeft - hangRight - trailing;
  const short = measure.width - natural;
  const filled = measure.alignment === 'justified';
  let wordSpace = 0;
  let fault: SetLine['fault'];
  if (spaces > 0 && filled && (short < 0 || !last)) {
    const wanted = short / spaces;
    const mean = spaceWidth / spaces;
    const widest = Math.max(0, justification.widest * measure.size - mean);
    // A single unit of rounding is not worth a report.
    const tightest = -mean * justification.shrink;
    wordSpace = Math.min(Math.max(wanted, tightest), widest);
    if (wanted > mean * justification.stretch * justification.report)
      fault = { kind: 'underfull', by: short };
  } else if (filled && !last && short > measure.width * 0.2) fault = { kind: 'underfull', by: short };
  const over = natural + wordSpace * spaces - measure.width;
  if (over > 0.5) fault = { kind: 'overfull', by: over };
  const width = natural + wordSpace * spaces;
  const rest = Math.max(0, measure.width - width);
  const shift = measure.alignment === 'end' ? rest : measure.alignment === 'centred' ? rest / 2 : 0;
  const end = tokens[to.token];
  const hyphenated = to.offset >= 0 || (!last && end?.gap === Gap.divided);
  return {
    pieces,
    x: (first ? measure.indent : 0) - hangLeft + shift,
    width: width - (first ? measure.indent : 0) + hangLeft,
    wordSpace: Math.abs(wordSpace) < EPSILON / 100 ? 0 : wordSpace,
    hyphenated,
    fault,
  };
}

function lastLetters(pieces: readonly Piece[]): Piece | undefined {
  for (let i = pieces.length - 1; i >= 0; i--) {
    const piece = pieces[i];
    if (piece && piece.word.glyphs > 0) return piece;
  }
  return undefined;
}

function piecesBetween(tokens: readonly Token[], from: Place, to: Place): Piece[] {
  const pieces: Piece[] = [];
  for (let t = from.token; t <= to.token; t++) {
    const token = tokens[t];
    if (!token) break;
    const { segment } = token;
    const { words } = segment.letters;
    const start = t === from.token ? from.offset : 0;
    const end = t === to.token ? to.offset : -1;
    let { word } = token;
    let actual: string | undefined;
    if (start > 0 || end >= 0) {
      const sign = end >= 0 ? words.hyphen() : undefined;
      const text = end >= 0 ? token.text.slice(start, end) : token.text.slice(start);
      word = words.word(text + (sign?.text ?? ''));
      if (sign?.actual !== undefined) actual = text + sign.actual;
    } else if (isCut(token.gap) || isCut(tokens[t - 1]?.gap)) {
      // Characters of a word that was cut stand together again where the line allows.
      let text = token.text;
      while (t < to.token && isCut(tokens[t]?.gap) && tokens[t + 1]?.segment === segment) {
        t += 1;
        text += tokens[t]?.text ?? '';
      }
      const sign = t === to.token && tokens[t]?.gap === Gap.divided ? words.hyphen() : undefined;
      word = words.word(text + (sign?.text ?? ''));
      if (sign?.actual !== undefined) actual = text + sign.actual;
    }
    pieces.push({ segment, word, sequence: segment.sequence + token.start + Math.max(0, start), actual });
  }
  return pieces;
}

function isCut(gap: Gap | undefined): boolean {
  return gap === Gap.divided || gap === Gap.parted;
}

/** Puts a line's runs, underlines and link areas on a page; `x` is the left edge of its block, `y` the baseline. */
export function drawLine(line: SetLine, x: number, y: number, out: PageItem[]): void {
  let at = x + line.x;
  const { pieces } = line;
  let link: { readonly link: TokenLink; readonly from: number; readonly letters: Letters } | undefined;
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece) break;
    const { letters, structure, link: target } = piece.segment;
    if (link && link.link !== target) {
      out.push(linkArea(link.link, link.from, at, y, link.letters));
      link = undefined;
    }
    if (target && !link) link = { link: target, from: at, letters };
    const { word } = piece;
    const space = spaceOf(word, letters);
    // The space at a line's end is there for whoever extracts the words; it takes no room.
    const extra = space === 0 ? 0 : i === pieces.length - 1 ? -space : line.wordSpace;
    const width = widthOf(word, letters) + space + extra;
    const run: GlyphRun = {
      kind: 'run',
      x: at,
      y: y - letters.rise,
      size: letters.size,
      face: letters.look.face,
      shaped: word.shaped,
      wordSpace: extra,
      letterSpace: letters.letterSpace,
      width,
      lang: letters.look.lang,
      belongs: { structure, sequence: piece.sequence },
      gray: letters.gray,
      ...(piece.actual === undefined ? {} : { actual: piece.actual }),
    };
    out.push(run);
    if (letters.underline && width > 0) {
      const { depth, thickness } = letters.underline;
      out.push({
        kind: 'rule',
        x: at,
        y: y + depth * letters.size - thickness / 2,
        width,
        height: thickness,
        gray: letters.gray,
      });
    }
    at += width;
  }
  if (link) out.push(linkArea(link.link, link.from, at, y, link.letters));
}

function linkArea(link: TokenLink, from: number, to: number, y: number, letters: Letters): LinkArea {
  const top = y - letters.rise - letters.size * 0.8;
  return {
    kind: 'link',
    x: from,
    y: top,
    width: to - from,
    height: letters.size * 1.1,
    href: link.href,
    structure: link.structure,
    description: link.description,
  };
}
