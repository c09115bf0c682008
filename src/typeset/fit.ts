/**
 * Filling one page with lines of the flow: where each baseline stands, where the marginal notes stand beside them, how much
 * of the footnotes there is room for. Lines are added one by one, so that every end of the page can be weighed.
 * Heights in pt from the first baseline of the text.
 */
import type { Design } from './design.js';
import type { FlowLine, NoteBox } from './flow.js';

/** A part of a note: its lines from `from` up to `to` (exclusive). */
export interface NotePart {
  readonly note: NoteBox;
  readonly from: number;
  readonly to: number;
}

/** What a page leaves for the next one. */
export interface Carry {
  readonly marginal: readonly NotePart[];
  readonly foot: readonly NotePart[];
  /** Equal for equal contents at the same line: what is carried is the end of all notes so far, so its first part tells. */
  readonly key: string;
}

export const noCarry: Carry = { marginal: [], foot: [], key: '' };

export interface PlacedNote extends NotePart {
  /** Baseline of its first line. */
  readonly y: number;
}

/** Sizes that pages are filled by, pt. */
export interface Geometry {
  readonly grid: number;
  /** Last baseline of a full page. */
  readonly depth: number;
  /** Furthest baseline of a page that may be longer. */
  readonly furthest: number;
  /** Last baseline of a marginal note. */
  readonly noteDepth: number;
  readonly noteDistance: number;
  /** From the last line of text to the first of the footnotes, besides its leading. */
  readonly footGap: number;
  readonly sink: number;
}

export function geometryOf(design: Design): Geometry {
  const { page, marginal, footnotes, pagination } = design;
  const depth = (page.lines - 1) * page.leading;
  return {
    grid: page.leading,
    depth,
    furthest: depth + pagination.longer.lines * page.leading,
    noteDepth: depth + marginal.depth * page.leading,
    noteDistance: marginal.distance * page.leading,
    footGap: footnotes.gap * page.leading,
    // A page of few lines keeps one for text.
    sink: Math.min(page.sink * page.leading, depth),
  };
}

/** How far above the middle of two baselines the space between their letters has its middle, lines. */
const RULE_RISE = 0.16;
/** Rounding slack, pt. */
const EPSILON = 1e-6;

export class PageFit {
  /** Baselines of the lines added. */
  readonly ys: number[] = [];
  readonly marginal: PlacedNote[] = [];
  /** Parts of marginal notes that no longer fit. */
  readonly overMarginal: NotePart[] = [];
  /** Footnotes in order, those carried first. */
  readonly foot: NotePart[] = [];
  /** Notes on this page that go on overleaf, twice those that leave a line alone; and notes that start there. */
  split = 0;
  moved = 0;
  readonly #geometry: Geometry;
  #free = 0;
  #afterRule = false;

  constructor(geometry: Geometry) {
    this.#geometry = geometry;
  }

  start(carry: Carry): void {
    this.ys.length = 0;
    this.marginal.length = 0;
    this.overMarginal.length = 0;
    this.foot.length = 0;
    this.split = 0;
    this.moved = 0;
    this.#free = 0;
    this.#afterRule = false;
    for (const part of carry.marginal) this.#place(part, 0);
    this.foot.push(...carry.foot);
  }

  /** Adds a line; false, with nothing changed, if the page has no room for it. The first line always has room. */
  add(line: FlowLine, opening: boolean): boolean {
    const { grid, furthest, sink } = this.#geometry;
    const last = this.ys.at(-1);
    let y: number;
    // A rule has nothing to part at the head of a page: it takes no room there and is not drawn.
    if (last === undefined || last < 0) y = line.kind === 'rule' ? -grid : opening ? sink : 0;
    else {
      y = last + line.leading + line.before;
      if (line.snap) y = Math.ceil(y / grid - EPSILON) * grid;
      if (y > furthest + EPSILON) return false;
    }
    // A rule stands in the middle of what it parts, between descenders and capitals, also where the grid moved the line.
    const count = this.ys.length;
    const above = this.ys[count - 2];
    if (this.#afterRule && above !== undefined && last !== undefined && last >= 0) {
      this.ys[count - 1] = (above + y) / 2 - grid * RULE_RISE;
    }
    this.#afterRule = line.kind === 'rule';
    this.ys.push(y);
    for (const note of line.marginal) this.#place({ note, from: 0, to: note.lines.length }, y);
    for (const note of line.foot) this.foot.push({ note, from: 0, to: note.lines.length });
    return true;
  }

  /** Baseline of the last line; 0 on a page of notes only. */
  get end(): number {
    return this.ys.at(-1) ?? 0;
  }

  #place(part: NotePart, anchor: number): void {
    const { grid, noteDepth, noteDistance } = this.#geometry;
    const { note, from, to } = part;
    if (from >= to) return;
    if (this.overMarginal.length > 0) {
      this.overMarginal.push(part);
      if (from === 0) this.moved += 1;
      return;
    }
    const top = Math.max(anchor, this.#free);
    // At the head of a page one line stands always, so that notes come to an end.
    const first = this.marginal.length === 0 && anchor === 0;
    let y = top;
    let fit = from;
    while (fit < to) {
      if (fit > from) y += note.lines[fit]?.leading ?? 0;
      if (y > noteDepth + EPSILON && !(first && fit === from)) break;
      fit += 1;
    }
    // No line of a note alone overleaf, if it can take one along; none alone here, unless it is beside its anchor.
    if (to - fit === 1 && fit - from > 2) fit -= 1;
    if (fit - from === 1 && to - fit > 0 && top > anchor && !first) fit = from;
    if (fit > from) {
      this.marginal.push({ note, from, to: fit, y: top });
      let bottom = top;
      for (let k = from + 1; k < fit; k++) bottom += note.lines[k]?.leading ?? 0;
      const after = note.lines[fit - 1]?.leading ?? grid;
      this.#free = Math.ceil((bottom + after + noteDistance) / grid - EPSILON) * grid;
    }
    if (fit < to) {
      this.overMarginal.push({ note, from: fit, to });
      if (fit > from) this.split += fit - from === 1 || to - fit === 1 ? 2 : 1;
      else if (from === 0) this.moved += 1;
    }
  }
}

/** The footnotes of a page that ends at `end`: what stands on it, from which baseline, and what is carried. */
export interface FootArea {
  readonly placed: readonly PlacedNote[];
  readonly carried: readonly NotePart[];
  /** Baseline of the first line of notes; undefined without notes. */
  readonly top: number | undefined;
  readonly split: number;
  readonly moved: number;
}

const noFoot: FootArea = { placed: [], carried: [], top: undefined, split: 0, moved: 0 };

/** `end`: last baseline of the text, undefined on a page without text. */
export function fitFootnotes(
  parts: readonly NotePart[],
  end: number | undefined,
  geometry: Geometry,
): FootArea {
  if (parts.length === 0) return noFoot;
  const { depth, footGap } = geometry;
  // Height from the first baseline of the notes to the last.
  let height = 0;
  let lines = 0;
  let lead = 0;
  let split = 0;
  let moved = 0;
  const taken: NotePart[] = [];
  const carried: NotePart[] = [];
  for (const part of parts) {
    if (part.from >= part.to) continue;
    let fit = part.from;
    while (carried.length === 0 && fit < part.to) {
      const leading = part.note.lines[fit]?.leading ?? 0;
      if (lines === 0) lead = leading;
      const more = lines === 0 ? 0 : height + leading;
      const needed = end === undefined ? more : end + footGap + lead + more;
      if (needed > depth + EPSILON && !(end === undefined && lines === 0)) break;
      height = more;
      lines += 1;
      fit += 1;
    }
    if (fit > part.from) taken.push({ ...part, to: fit });
    if (fit < part.to) {
      carried.push({ ...part, from: fit });
      if (fit > part.from) split += fit - part.from === 1 || part.to - fit === 1 ? 2 : 1;
      else if (part.from === 0) moved += 1;
    }
  }
  if (taken.length === 0) return { ...noFoot, carried, split, moved };
  const top = Math.max(0, depth - height);
  const placed: PlacedNote[] = [];
  let y = top;
  let any = false;
  for (const part of taken) {
    if (any) y += part.note.lines[part.from]?.leading ?? 0;
    placed.push({ ...part, y });
    for (let k = part.from + 1; k < part.to; k++) y += part.note.lines[k]?.leading ?? 0;
    any = true;
  }
  return { placed, carried, top, split, moved };
}

export function carryOf(marginal: readonly NotePart[], foot: readonly NotePart[]): Carry {
  if (marginal.length === 0 && foot.length === 0) return noCarry;
  const [note, footnote] = [marginal[0], foot[0]];
  const key = `${note ? `${note.note.id} ${String(note.from)}` : ''}|${footnote ? `${footnote.note.id} ${String(footnote.from)}` : ''}`;
  return { marginal: [...marginal], foot: [...foot], key };
}
