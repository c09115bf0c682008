/** Paragraphs of the galley, in a text column or a note, as lines with all that belongs to them. */
import type { Position } from 'unist';
import type { BlockStyle, Inline } from '../galley/types.js';
import { plainText, type Collected, type Collector, type Happening } from './collect.js';
import { measureOf } from './column.js';
import { fraction, type BlockLook, type Design } from './design.js';
import { bySeries, type NoteBox, type PlacedLine } from './flow.js';
import { spaceOf, widthOf, type LetterCase } from './letters.js';
import type { SetLine } from './line.js';
import { setParagraph } from './paragraph.js';
import type { TokenLink, Token } from './tokens.js';

export interface BlockSource {
  readonly style: BlockStyle;
  readonly lang: string;
  readonly children: readonly Inline[];
  readonly position: Position | undefined;
  /** Structure node that the words belong to. */
  readonly structure: number;
  readonly label?: BlockLabel;
}

export interface BlockLabel {
  readonly inlines: readonly Inline[];
  readonly structure: number;
  readonly link?: TokenLink;
}

export interface BlockColumn {
  /** pt */
  readonly width: number;
  /** Indent of the list or note that the block stands in, pt. */
  readonly left: number;
  /** The part of it that a label hangs in, pt. */
  readonly hang: number;
}

/** A block set in its column, before it has a place on a page. */
export interface SetBlock {
  readonly look: BlockLook;
  readonly leading: number;
  readonly lines: readonly SetBlockLine[];
  /** For a block without words: what it held. */
  readonly left: LineMatter;
}

export interface LineMatter {
  readonly marginal: readonly NoteBox[];
  /** Footnotes called in the marginal notes. */
  readonly foot: readonly NoteBox[];
  readonly calls: readonly { readonly note: string; readonly reference: number }[];
  readonly anchors: readonly string[];
  readonly carets: readonly number[];
}

export interface SetBlockLine extends LineMatter {
  readonly sets: PlacedLine[];
  readonly hyphenated: boolean;
}

export interface BlockParts {
  readonly design: Design;
  readonly letterCase: LetterCase;
  readonly collector: Collector;
  /** Boxes of a marginal note that was met at its anchor, and of notes called in it. */
  readonly notesOf: (note: string) => readonly NoteBox[];
  readonly onTokens: (tokens: readonly Token[], position: Position | undefined) => void;
  readonly onCut: (words: readonly string[], position: Position | undefined) => void;
}

/** A line as long as a label may be. */
const ENDLESS = 1e6;
/** The widest label that the words of all items make room for, em. */
const WIDEST_LABEL = 3;

export class BlockSetter {
  readonly #parts: BlockParts;

  constructor(parts: BlockParts) {
    this.#parts = parts;
  }

  set(source: BlockSource, column: BlockColumn): SetBlock {
    const { design, letterCase, collector } = this.#parts;
    let look = letterCase.block(source.style);
    const label = source.label ? this.#collectLabel(source.label, source, look) : undefined;
    const { tokens, happenings } = collector.collect(source.children, {
      letters: letterCase.ofBlock(look, source.lang),
      lang: source.lang,
      structure: source.structure,
      display: look.balanced,
    });
    this.#parts.onTokens(tokens, source.position);
    let words = tokens;
    let { measure, left } = measureOf(look, column.width, column.left, label !== undefined);
    const { smaller } = look;
    if (smaller && !label && setParagraph(words, measure, design).lines.length > smaller.lines) {
      words = this.#resized(tokens, smaller.size / look.size);
      look = { ...look, size: smaller.size, leading: smaller.leading };
      ({ measure, left } = measureOf(look, column.width, column.left, false));
    }

    const labelX = Math.max(0, left - column.hang - look.hang * look.size);
    const labelLine = label && this.#line(label.tokens, look);
    const needed = labelLine ? labelLine.width + design.lists.gap * look.size - (left - labelX) : 0;
    // A label too long to stand beside its words stands above them.
    const above =
      labelLine !== undefined &&
      (words.length === 0 || measure.width - needed < Math.min(measure.width, 6 * look.size));
    const indent = above ? measure.indent : Math.max(measure.indent, needed);
    const { lines, cut } = setParagraph(words, { ...measure, indent }, design);
    const matter = this.#assign(happenings, lines, left);
    const set: SetBlockLine[] = lines.map((line, i) => ({
      sets: [{ line, x: left }],
      hyphenated: line.hyphenated,
      ...(matter[i] ?? nothing),
    }));

    const wide = [...cut];
    let loose = lines.length === 0 ? [...matter] : [];
    if (label && above) {
      const apart = setParagraph(
        label.tokens,
        { ...measure, width: column.width - labelX, indent: 0, alignment: 'ragged' },
        design,
      );
      wide.unshift(...apart.cut);
      const held = this.#assign(label.happenings, apart.lines, labelX);
      const own = apart.lines.map((line, i) => ({
        sets: [{ line, x: labelX }],
        hyphenated: line.hyphenated,
        ...(held[i] ?? nothing),
      }));
      set.unshift(...own);
      if (own.length === 0) loose = [...held, ...loose];
    } else if (label) {
      if (labelLine) set[0]?.sets.unshift({ line: labelLine, x: labelX });
      loose = [...this.#assign(label.happenings, [], 0), ...loose];
    }
    if (wide.length > 0) this.#parts.onCut(wide, source.position);

    // What stands in a label beside the text, or in a block without words, goes with the first line, or with the next block.
    const rest = loose.reduce(joined, nothing);
    const [head] = set;
    if (head) set[0] = { ...head, ...joined(rest, head) };
    return {
      look,
      leading: fraction(look.leading) * design.page.leading,
      lines: set,
      left: head ? nothing : rest,
    };
  }

  /** Width of the widest label of a list, pt, without those that are too wide to hang: they have the words to the side. */
  widest(style: BlockStyle, labels: readonly (readonly Inline[])[], lang: string): number {
    const { letterCase } = this.#parts;
    const look = letterCase.block(style);
    const letters = letterCase.changed(letterCase.ofBlock(look, lang), look.label, lang);
    let widest = 0;
    for (const label of labels) {
      let width = 0;
      for (const word of plainText(label).split(' '))
        width += widthOf(letters.words.word(`${word} `), letters) + spaceOf(letters.words.word(' '), letters);
      width -= spaceOf(letters.words.word(' '), letters);
      if (width <= WIDEST_LABEL * look.size) widest = Math.max(widest, width);
    }
    return widest;
  }

  /** The same words in letters of another size. */
  #resized(tokens: readonly Token[], size: number): Token[] {
    const { letterCase } = this.#parts;
    const segments = new Map<Token['segment'], Token['segment']>();
    return tokens.map((token) => {
      let segment = segments.get(token.segment);
      if (!segment) {
        const { letters } = token.segment;
        segment = { ...token.segment, letters: letterCase.changed(letters, { size }, letters.look.lang) };
        segments.set(token.segment, segment);
      }
      return { ...token, segment };
    });
  }

  #collectLabel(label: BlockLabel, source: BlockSource, look: BlockLook): Collected {
    const { letterCase, collector } = this.#parts;
    const letters = letterCase.changed(letterCase.ofBlock(look, source.lang), look.label, source.lang);
    const collected = collector.collect(label.inlines, {
      letters,
      lang: source.lang,
      structure: label.structure,
      ...(label.link ? { link: label.link } : {}),
    });
    this.#parts.onTokens(collected.tokens, source.position);
    return collected;
  }

  /** Tokens as one line, however long. */
  #line(tokens: Token[], look: BlockLook): SetLine | undefined {
    return setParagraph(
      tokens,
      { width: ENDLESS, indent: 0, size: look.size, alignment: 'ragged', balanced: false, hyphenate: false },
      this.#parts.design,
    ).lines[0];
  }

  /** What happens in each line; in one entry without a line if there are no words. */
  #assign(happenings: readonly Happening[], lines: readonly SetLine[], left: number): LineMatter[] {
    if (happenings.length === 0) return [];
    const matter = Array.from({ length: Math.max(1, lines.length) }, () => ({
      marginal: [] as NoteBox[],
      foot: [] as NoteBox[],
      calls: [] as { note: string; reference: number }[],
      anchors: [] as string[],
      carets: [] as number[],
    }));
    let l = 0;
    for (const happening of happenings) {
      while (l + 1 < lines.length && (lines[l]?.pieces.at(-1)?.sequence ?? 0) < happening.sequence) l += 1;
      const here = matter[l];
      if (!here) continue;
      if (happening.kind === 'destination') here.anchors.push(happening.anchor);
      else if (happening.kind === 'call') here.calls.push(happening);
      else {
        for (const note of happening.notes) {
          const { marginal, foot } = bySeries(this.#parts.notesOf(note));
          here.marginal.push(...marginal);
          here.foot.push(...foot);
        }
        const at = happening.late ? undefined : xOf(lines[l], happening.sequence);
        if (at !== undefined) here.carets.push(left + at);
      }
    }
    return matter;
  }
}

const nothing: LineMatter = { marginal: [], foot: [], calls: [], anchors: [], carets: [] };

/** Where in the line the word with this sequence number or a later one starts; undefined at the line's start. */
function xOf(line: SetLine | undefined, sequence: number): number | undefined {
  if (!line) return undefined;
  let x = line.x;
  for (const [i, piece] of line.pieces.entries()) {
    if (piece.sequence >= sequence) return i === 0 ? undefined : x;
    const { letters } = piece.segment;
    x += piece.word.width * letters.scale + piece.word.glyphs * letters.letterSpace;
    if (piece.word.space > 0) x += piece.word.space * letters.scale + letters.letterSpace + line.wordSpace;
  }
  return x;
}

function joined(one: LineMatter, other: LineMatter): LineMatter {
  return {
    marginal: [...one.marginal, ...other.marginal],
    foot: [...one.foot, ...other.foot],
    calls: [...one.calls, ...other.calls],
    anchors: [...one.anchors, ...other.anchors],
    carets: [...one.carets, ...other.carets],
  };
}
