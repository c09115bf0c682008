/** Filled pages → items with coordinates on the paper: text, notes, signs, running heads, folios, destinations. */
import type { Position } from 'unist';
import type { Galley } from '../galley/types.js';
import { mm, type Design } from './design.js';
import { geometryOf, type Geometry, type PlacedNote } from './fit.js';
import type { Fallback } from './fallback.js';
import type { FlowLine, PlacedLine } from './flow.js';
import { widthOf, type LetterCase } from './letters.js';
import { drawLine, type SetLine } from './line.js';
import type { OutlineEntry, Page, PageItem, PageStart } from './pages.js';
import type { FilledPage } from './paginate.js';
import { pageStart } from './page-start.js';
import { RunningHeads } from './running-heads.js';
import type { StructureTree } from './structure.js';

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
      this.#line(line, x, top + (filled.ys[i] ?? 0), i === 0, side, label, filled.index, items);
    }
    const { marginal, footnotes } = design;
    const noteX =
      side === 'recto' ? x + measure + marginal.gap * mm : x - (marginal.gap + marginal.width) * mm;
    for (const note of filled.marginal) {
      this.#note(note, noteX, top, side === 'verso' ? marginal.width * mm : undefined, label, items);
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
    side: Page['side'],
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
    if (line.marginal.length === 0) return;
    const { sign, caret } = design.marginal;
    const height = (sign.rise + sign.depth) * line.size;
    if (height > 0) {
      const { thickness, gray } = sign;
      const from =
        side === 'recto' ? x + (design.page.measure + sign.offset) * mm : x - sign.offset * mm - thickness;
      items.push({ kind: 'rule', x: from, y: y - sign.rise * line.size, width: thickness, height, gray });
    }
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

  /** A part of a note; `width` where it is set to the right edge of a column of that width. */
  #note(
    part: PlacedNote,
    x: number,
    top: number,
    width: number | undefined,
    label: string,
    items: PageItem[],
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
      if (part.note.series === 'marginal' && k === part.from && part.from > 0) {
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

  /** The sign that a note goes on, or that it comes from another page: on the line's outer side. */
  #sign(
    text: string,
    [set]: readonly PlacedLine[],
    x: number,
    y: number,
    width: number | undefined,
    items: PageItem[],
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
    const at =
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
