/**
 * Set blocks → lines of the flow, with the space between them: what TeX calls the vertical list. Keeps what waits for the next
 * line (destinations, notes of blocks without words, where a section starts).
 */
import type { Position } from 'unist';
import type { LineMatter, SetBlock } from './blocks.js';
import type { BlockLook, Design } from './design.js';
import { bySeries, type FlowLine, type NoteBox, type OutlineMark } from './flow.js';
import type { BlockLine } from './sharing.js';

/** What waits for the next line. */
export interface Waiting {
  /** Space before it, lines. */
  before: number;
  starts: FlowLine['starts'];
  /** It stays on the page of the line before. */
  clings: boolean;
  anchors: string[];
  outline: OutlineMark[];
  marginal: NoteBox[];
  foot: NoteBox[];
  calls: LineMatter['calls'][number][];
}

export class VerticalList {
  waiting: Waiting = nothing();
  readonly #design: Design;
  /** Space that the last block wants after it; its group, undefined after a rule; and what that leaves around it. Lines. */
  #after = 0;
  #group: string | undefined;
  #leave = 0;

  constructor(design: Design) {
    this.#design = design;
  }

  /** Keeps what a block held that has no line to stand by. */
  keep(matter: LineMatter): void {
    this.waiting.anchors.push(...matter.anchors);
    this.waiting.marginal.push(...matter.marginal);
    this.waiting.foot.push(...matter.foot);
    this.waiting.calls.push(...matter.calls);
  }

  /** Asks for space before the next line, lines. */
  want(before: number): void {
    this.waiting.before = Math.max(this.waiting.before, before);
  }

  /** Asks for space after the last line, lines. */
  leave(after: number): void {
    this.#after = Math.max(this.#after, after);
  }

  /** Lines of a block. `feet` sets the footnotes called in a line. */
  *block(
    set: SetBlock,
    position: Position | undefined,
    feet: (calls: LineMatter['calls']) => NoteBox[],
  ): Generator<BlockLine, void, void> {
    const { pagination, page } = this.#design;
    const { look, lines } = set;
    const count = lines.length;
    const snap = Number.isInteger(set.leading / page.leading);
    const before = Math.max(this.#space(look), this.waiting.before);
    for (const [i, line] of lines.entries()) {
      const waiting = i === 0 ? this.#take() : nothing();
      const after = count - 1 - i;
      let breakCost = after === 0 && look.keepWithNext ? pagination.torn : 0;
      if (after > 0) {
        if (look.unbroken) breakCost += pagination.torn;
        if (line.hyphenated) breakCost += pagination.hyphen;
        if (i + 1 < pagination.together) breakCost += pagination.alone;
        if (after < pagination.together) breakCost += pagination.alone;
      }
      const calls = [...waiting.calls, ...line.calls];
      const called = bySeries(calls.length > 0 ? feet(calls) : []);
      yield {
        kind: 'text',
        sets: line.sets,
        leading: set.leading,
        before: i === 0 ? before * page.leading : 0,
        snap,
        breakCost,
        starts: waiting.starts,
        marginal: [...waiting.marginal, ...line.marginal, ...called.marginal],
        foot: [...waiting.foot, ...line.foot, ...called.foot],
        carets: line.carets,
        anchors: [...waiting.anchors, ...line.anchors],
        outline: waiting.outline,
        size: look.size,
        position,
        alone: count === 1,
        group: look.group,
        shares: look.sharesLine,
        clings: i === 0 && (look.keepWithPrevious || waiting.clings),
      };
    }
    this.#after = look.after;
    this.#group = look.group;
    this.#leave = look.leave;
  }

  /** The rule of an ornament. */
  ornament(): BlockLine {
    const { ornament, page, pagination } = this.#design;
    const before = Math.max(this.#after, ornament.before, this.waiting.before);
    const line: BlockLine = {
      ...this.empty(),
      kind: 'rule',
      leading: 0,
      before: before * page.leading,
      breakCost: pagination.torn,
      starts: this.waiting.starts,
    };
    this.waiting.before = 0;
    this.waiting.starts = 'flow';
    this.#after = ornament.after;
    this.#group = undefined;
    this.#leave = 0;
    return line;
  }

  /** A line without words, for what must stand somewhere. */
  empty(): BlockLine {
    const { page, text } = this.#design;
    return {
      kind: 'text',
      sets: [],
      leading: page.leading,
      before: 0,
      snap: false,
      breakCost: 0,
      starts: 'flow',
      marginal: [],
      foot: [],
      carets: [],
      anchors: [],
      outline: [],
      size: text.size,
      position: undefined,
      alone: false,
      group: '',
      shares: false,
      clings: false,
    };
  }

  /** Space between the last block and one of a look, lines. */
  #space(look: BlockLook): number {
    const own = Math.max(this.#after, look.before);
    // Between a rule and what follows stands the rule's own space only.
    return this.#group === undefined || look.group === this.#group
      ? own
      : Math.max(own, this.#leave, look.leave);
  }

  #take(): Waiting {
    const taken = this.waiting;
    this.waiting = nothing();
    return taken;
  }
}

function nothing(): Waiting {
  return {
    before: 0,
    starts: 'flow',
    clings: false,
    anchors: [],
    outline: [],
    marginal: [],
    foot: [],
    calls: [],
  };
}
