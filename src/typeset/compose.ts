/** Filled pages → items with coordinates on the paper: text, notes, signs, running heads, folios, destinations. */
import type { Position } from 'unist';
import type { Galley } from '../galley/types.js';
import { mm, type Design } from './design.js';
import { geometryOf, type Geometry, type PlacedNote } from './fit.js';
import { tiesOf } from './connectors.js';
import type { Fallback } from './fallback.js';
import type { FlowLine, PlacedLine } from './flow.js';
import { widthOf, type LetterCase } from './letters.js';
import { drawLine, type SetLine } from './line.js';
import type { OutlineEntry, Page, PageItem, PageStart } from './pages.js';
import type { FilledPage } from './paginate.js';
import { pageStart } from './page-start.js';
import { RunningHeads } from './running-heads.js';
import type { StructureTree } from './structure.js';

/** Distance of connectors that go down beside each other, mm. */
const LANE = 0.5;
/** From the foot of a connector that leads overleaf to the baseline of the sign under it, em of the text. */
const ARROW = 0.6;

export interface ComposerParts {
  readonly galley: Galley;
  readonly design: Design;
  readonly letterCase: LetterCase;
  readonly fallback: Fallback;
  /** Filled as pages come. */
  readonly outline: OutlineEntry[];
  readonly labels: Map<string, string>;
  readonly starts: PageStart[];
  readonly tree: StructureTree;
  readonly onFault: (line: SetLine, page: string, position: Position | undefined) => void;
}

export class PageComposer {
  readonly #parts: ComposerParts;
  readonly #geometry: Geometry;
  readonly #running: RunningHeads;

  constructor(parts: ComposerParts) {
    this.#parts = parts;
    this.#geometry = geometryOf(parts.design);
    this.#running = new RunningHeads(parts.galley, parts.design, parts.letterCase, parts.fallback);
  }

  page(filled: FilledPage): Page {
    const { design } = this.#parts;
    const { page } = design;
    const side = filled.index % 2 === 0 ? 'recto' : 'verso';
    const label = String(filled.index + 1);
    const width = page.width * mm;
    const measure = page.measure * mm;
    const x = side === 'recto' ? page.inner * mm : width - page.inner * mm - measure;
    const top = page.top * mm;
    const items: PageItem[] = [];
    this.#parts.starts.push(pageStart(label, filled.lines, this.#parts.tree));
    for (const [i, line] of filled.lines.entries()) {
      this.#line(line, x, top + (filled.ys[i] ?? 0), i === 0, label, filled.index, items);
    }
    this.#strokes(filled, x, top, side, items);
    const { marginal, footnotes } = design;
    const noteX =
      side === 'recto' ? x + measure + marginal.gap * mm : x - (marginal.gap + marginal.width) * mm;
    const called = new Set(filled.lines.flatMap((line) => line.marginal));
    for (const note of filled.marginal) {
      const width = side === 'verso' ? marginal.width * mm : undefined;
      this.#note(note, noteX, top, width, label, items, !called.has(note.note));
    }
    if (filled.foot.top !== undefined) {
      const { rule } = footnotes;
      const head = filled.foot.placed[0];
      const leading = head?.note.lines[head.from]?.leading ?? this.#geometry.grid;
      this.#rule(
        x,
        top + filled.foot.top - leading - this.#geometry.footGap / 2 + leading * 0.25,
        rule,
        items,
      );
    }
    for (const note of filled.foot.placed) this.#note(note, x, top, undefined, label, items);
    if (!filled.blank) this.#running.draw({ index: filled.index, side, label, x, measure }, items);
    return { index: filled.index, label, side, width, height: page.height * mm, items };
  }

  #line(
    line: FlowLine,
    x: number,
    y: number,
    first: boolean,
    label: string,
    index: number,
    items: PageItem[],
  ): void {
    const { design, labels, outline } = this.#parts;
    if (line.kind === 'rule') {
      if (!first) this.#rule(x, y, design.ornament, items);
      return;
    }
    this.#sets(line.sets, x, y, undefined, label, line.position, items);
    const head = line.sets[0];
    const above = y - line.size;
    for (const anchor of line.anchors) {
      labels.set(anchor, label);
      items.push({ kind: 'destination', anchor, x: x + (head?.x ?? 0), y: above });
    }
    for (const { title, level, structure } of line.outline) {
      outline.push({ title, level, page: index, y: above, structure });
    }
    const { caret } = design.marginal;
    for (const at of line.carets) {
      if (caret.height <= 0) break;
      // The lower half of a bracket, before the first letter.
      const { height, thickness, gray } = caret;
      const left = x + at - thickness / 2 - 0.6;
      items.push(
        { kind: 'rule', x: left, y: y + 0.4, width: thickness, height, gray },
        { kind: 'rule', x: left, y: y + 0.4 + height - thickness, width: height, height: thickness, gray },
      );
    }
  }

  /** A stroke beside each note that starts on the page, and what joins it to its line where it had to move down. */
  #strokes(filled: FilledPage, x: number, top: number, side: Page['side'], items: PageItem[]): void {
    const { design } = this.#parts;
    const { sign } = design.marginal;
    const { connector } = sign;
    const height = sign.rise + sign.depth;
    if (height <= 0) return;
    const ties = tiesOf(filled.lines, filled.ys, filled.marginal);
    if (ties.length === 0) return;
    const edge = side === 'recto' ? x + design.page.measure * mm : x;
    /** A rule between two distances from the text. */
    const put = (from: number, to: number, y: number, tall: number, gray: number): void => {
      const left = side === 'recto' ? edge + from : edge - to;
      items.push({ kind: 'rule', x: left, y, width: to - from, height: tall, gray });
    };
    const stroke = sign.offset * mm;
    // One stroke for several notes at one place.
    let last: number | undefined;
    for (const { y, size } of ties) {
      if (y === undefined || y === last) continue;
      put(stroke, stroke + sign.thickness, top + y - sign.rise * size, height * size, sign.gray);
      last = y;
    }
    if (!connector || connector.thickness <= 0) return;
    const { thickness, gray } = connector;
    const [from, furthest] = [connector.from * mm, connector.to * mm];
    const lanes = ties.reduce((count, { lane }) => Math.max(count, lane ?? 0), 0);
    const step = Math.min(LANE * mm, (furthest - from) / (lanes + 1));
    const foot = filled.ys.reduce((one, other) => Math.max(one, other), 0);
    const ended = new Set<number>();
    for (const { note, anchor, y, size, lane } of ties) {
      if (lane === undefined) continue;
      const middle = ((sign.rise - sign.depth) / 2) * size;
      const start = top + anchor - middle - thickness / 2;
      const across = furthest - lane * step;
      put(from, across, start, thickness, gray);
      if (y === undefined) {
        // Down to the foot of the page, where it points overleaf.
        const end = Math.max(top + foot, top + anchor + this.#geometry.grid / 2);
        put(across - thickness, across, start, end - start, gray);
        const [head] = note.lines;
        const middleOf = across - thickness / 2;
        const at = side === 'recto' ? edge + middleOf : edge - middleOf;
        if (head && !ended.has(lane))
          this.#sign(
            design.marginal.continued.off,
            head.sets,
            at,
            end + ARROW * size,
            undefined,
            items,
            true,
          );
        ended.add(lane);
        continue;
      }
      // Lower at the note than at the text: another may leave the text at this height.
      const end = top + y - thickness / 2;
      put(across - thickness, across, start, end - start + thickness, gray);
      put(across, stroke, end, thickness, gray);
    }
  }

  /**
   * A part of a note; `width` where it is set to the right edge of a column of that width. `carried`: its line stands on a
   * page before.
   */
  #note(
    part: PlacedNote,
    x: number,
    top: number,
    width: number | undefined,
    label: string,
    items: PageItem[],
    carried = false,
  ): void {
    const { design, labels } = this.#parts;
    let y = top + part.y;
    for (let k = part.from; k < part.to; k++) {
      const line = part.note.lines[k];
      if (!line) break;
      if (k > part.from) y += line.leading;
      this.#sets(line.sets, x, y, width, label, line.position, items);
      for (const anchor of line.anchors) {
        labels.set(anchor, label);
        items.push({ kind: 'destination', anchor, x, y: y - line.leading });
      }
      const { off, on } = design.marginal.continued;
      if (part.note.series === 'marginal' && k === part.to - 1 && part.to < part.note.lines.length) {
        this.#sign(off, line.sets, x, y, width, items);
      }
      if (part.note.series === 'marginal' && k === part.from && carried) {
        this.#sign(on, line.sets, x, y, width, items);
      }
    }
  }

  #sets(
    sets: readonly PlacedLine[],
    x: number,
    y: number,
    flushRight: number | undefined,
    label: string,
    position: Position | undefined,
    items: PageItem[],
  ): void {
    for (const { line, x: left } of sets) {
      const shift = flushRight === undefined ? 0 : flushRight - left - line.x - line.width;
      drawLine(line, x + left + shift, y, items);
      if (line.fault) this.#parts.onFault(line, label, position);
    }
  }

  /** The sign that a note goes on, or that it comes from another page: on the line's outer side; `under`: around x. */
  #sign(
    text: string,
    [set]: readonly PlacedLine[],
    x: number,
    y: number,
    width: number | undefined,
    items: PageItem[],
    under = false,
  ): void {
    const piece = set?.line.pieces[0];
    if (text === '' || !set || !piece) return;
    const { letterCase, design } = this.#parts;
    const { look } = piece.segment.letters;
    const letters = letterCase.changed(piece.segment.letters, { size: 0.8 }, look.lang);
    const word = letters.words.word(text);
    if (word.missing.length > 0) return;
    const long = widthOf(word, letters);
    const gap = letters.size * 0.3;
    let at = x - long / 2;
    if (!under)
      at =
        width === undefined
          ? x + set.x + set.line.x + set.line.width + gap
          : x + width - set.line.width - gap - long;
    items.push({
      kind: 'run',
      x: at,
      y,
      size: letters.size,
      face: letters.look.face,
      shaped: word.shaped,
      wordSpace: 0,
      letterSpace: letters.letterSpace,
      width: long,
      lang: letters.look.lang,
      belongs: { artifact: 'layout' },
      gray: design.marginal.sign.gray,
    });
  }

  #rule(
    x: number,
    y: number,
    rule: { length: number; thickness: number; gray: number },
    items: PageItem[],
  ): void {
    if (rule.length <= 0) return;
    const { thickness, gray } = rule;
    items.push({ kind: 'rule', x, y: y - thickness / 2, width: rule.length * mm, height: thickness, gray });
  }
}
