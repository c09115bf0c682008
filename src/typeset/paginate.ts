/**
 * Choosing the ends of pages. As with lines, the whole is weighed and not each page alone (M. F. Plass, "Optimal Pagination
 * Techniques for Automatic Typesetting Systems", 1981): every end that a page can have leads to a state, the cheapest way
 * to each is kept. Short documents are weighed whole, longer ones with a look-ahead of some pages.
 */
import type { Design, Pagination } from './design.js';
import {
  carryOf,
  fitFootnotes,
  geometryOf,
  noCarry,
  PageFit,
  type Carry,
  type FootArea,
  type Geometry,
  type PlacedNote,
} from './fit.js';
import type { FlowLine } from './flow.js';

/** A page whose lines and notes have their places; heights from the first baseline of the text, pt. */
export interface FilledPage {
  /** 0-based; even is a recto. */
  readonly index: number;
  readonly lines: readonly FlowLine[];
  readonly ys: readonly number[];
  readonly marginal: readonly PlacedNote[];
  /** Marginal notes that go on, or start, overleaf. */
  readonly foot: FootArea;
}

interface State {
  /** First line of the next page, counted in the buffer. */
  readonly at: number;
  /** Index of the next page. */
  readonly index: number;
  readonly carry: Carry;
  readonly cost: number;
  /** Where the page that ends here ends: the facing page is compared with it. */
  readonly end: number;
  readonly previous: State | undefined;
  /** A blank page comes before the next one. */
  readonly blank: boolean;
}

/** Pages that are weighed together, and how many of them are then settled. */
const LOOK_AHEAD = 24;
const SETTLED = 12;
/** States dearer than the best at the same line by more than this are given up. */
const HOPELESS = 1e5;
/** Shortest page, in parts of a full one, that is weighed where longer ones can be had. */
const SHORTEST = 0.75;

export function* paginate(
  flow: Iterator<FlowLine, void, void>,
  design: Design,
): Generator<FilledPage, void, void> {
  const geometry = geometryOf(design);
  const { pagination } = design;
  const room = (design.page.lines + pagination.longer.lines) * 2 + 8;
  let buffer: FlowLine[] = [];
  let finished = false;
  let root: State = {
    at: 0,
    index: 0,
    carry: noCarry,
    cost: 0,
    end: geometry.depth,
    previous: undefined,
    blank: false,
  };
  let wanted = LOOK_AHEAD * room;
  for (;;) {
    while (!finished && buffer.length < wanted) {
      const next = flow.next();
      if (next.done === true) finished = true;
      else buffer.push(next.value);
    }
    const best = search(buffer, root, finished, geometry, pagination);
    const path: State[] = [];
    for (let state: State | undefined = best; state?.previous; state = state.previous) path.push(state);
    path.reverse();
    const settled = finished ? path : path.slice(0, SETTLED);
    if (!finished && settled.length === 0) {
      // Lines that are closer together than any page was expected to hold.
      wanted *= 2;
      continue;
    }
    for (const state of settled) if (state.previous) yield* fill(buffer, state.previous, state, geometry);
    const last = settled.at(-1) ?? root;
    if (finished) {
      yield* rest(last, geometry);
      return;
    }
    buffer = buffer.slice(last.at);
    root = { ...last, at: 0, cost: 0, previous: undefined };
  }
}

/** The cheapest way from `root` to the end of the buffer, or as far into it as whole pages can be seen. */
function search(
  lines: readonly FlowLine[],
  root: State,
  finished: boolean,
  geometry: Geometry,
  costs: Pagination,
): State {
  const waiting: (State[] | undefined)[] = [];
  waiting[root.at] = [root];
  const { length } = lines;
  let best: State | undefined;
  const reach = (state: State): void => {
    if (!best || state.cost < best.cost) best = state;
  };
  const fit = new PageFit(geometry);
  for (let at = root.at; at < length; at++) {
    const states = waiting[at];
    if (!states) continue;
    waiting[at] = undefined;
    const cheapest = states.reduce((least, state) => Math.min(least, state.cost), Number.POSITIVE_INFINITY);
    for (const state of states) {
      if (state.cost > cheapest + HOPELESS) continue;
      const ends = weigh(lines, state, finished, fit, geometry, costs);
      if (ends === undefined) reach(state);
      else for (const next of ends) keep(next);
    }
  }
  const keepers = waiting[length];
  if (keepers && finished) {
    best = undefined;
    for (const state of keepers) reach(state);
  }
  if (finished && length === root.at) return root;
  if (!best) throw new Error('Pagination found no end for a page');
  return best;

  function keep(next: State): void {
    const states = (waiting[next.at] ??= []);
    const same = states.findIndex(
      (state) =>
        state.index % 2 === next.index % 2 && state.end === next.end && state.carry.key === next.carry.key,
    );
    if (same < 0) states.push(next);
    else if ((states[same]?.cost ?? 0) > next.cost) states[same] = next;
  }
}

/** States after every end worth weighing of the page that starts at `state`; undefined if the lines run out before. */
function weigh(
  lines: readonly FlowLine[],
  state: State,
  finished: boolean,
  fit: PageFit,
  geometry: Geometry,
  costs: Pagination,
): State[] | undefined {
  const { grid, depth } = geometry;
  const found: State[] = [];
  const opening = state.index === 0;
  const verso = state.index % 2 === 1;
  fit.start(state.carry);
  let full = false;
  let longest = 0;
  let drop = 0;
  let at = state.at;
  for (; at < lines.length; at++) {
    const line = lines[at];
    if (!line) break;
    if (at > state.at && line.starts !== 'flow') {
      full = true;
      break;
    }
    if (!fit.add(line, opening)) {
      full = true;
      break;
    }
    const next = lines[at + 1];
    const last = finished && next === undefined;
    const forced = next !== undefined && next.starts !== 'flow';
    if (next === undefined && !finished) break;
    const { end } = fit;
    if (at > state.at && end < depth * SHORTEST - grid && !last && !forced && fit.foot.length === 0) continue;
    const foot = fitFootnotes(fit.foot, end, geometry);
    let cost = state.cost + (last ? 0 : line.breakCost);
    const slack =
      (foot.top === undefined ? depth - end : foot.top - (end + geometry.footGap + leadingOf(foot))) / grid;
    if (slack < -1e-6) cost += costs.longer.cost * Math.ceil(-slack - 1e-6);
    if (!last && !forced) {
      // A page may well end short before a heading.
      if (slack > 0)
        cost += costs.short * slack * slack * (next !== undefined && next.before >= grid ? 0.25 : 1);
      const bottom = foot.top === undefined ? end : depth;
      if (!verso && !opening) {
        const apart = Math.min(Math.abs(bottom - state.end) / grid, 6);
        cost += costs.facing * apart * apart;
      }
    }
    const few = costs.last.lines - (end / grid + 1);
    if (last && !opening && few > 0) cost += costs.last.cost * few;
    cost += fit.split * costs.noteSplit + fit.moved * costs.noteMoved;
    cost += foot.split * costs.footnoteSplit + foot.moved * costs.footnoteMoved;
    const carry = carryOf(fit.overMarginal, foot.carried);
    // What is left over at the very end needs a page of its own.
    if (last && carry !== noCarry) cost += costs.footnoteMoved;
    const blank = next?.starts === 'recto' && state.index % 2 === 0;
    const reached: State = {
      at: at + 1,
      index: state.index + (blank ? 2 : 1),
      carry,
      cost,
      end: foot.top === undefined ? end : depth,
      previous: state,
      blank,
    };
    found.push(reached);
    if (reached.end <= depth + 1e-6) longest = Math.max(longest, reached.end);
    drop = at;
    if (forced) {
      full = true;
      break;
    }
  }
  if (!full && !finished) return undefined;
  if (found.length === 0) throw new Error(`A page that starts with line ${String(drop)} holds none`);
  const least = longest * SHORTEST - 1e-6;
  return found.filter((next) => next.at === lines.length || next.end >= least);
}

function leadingOf(foot: FootArea): number {
  const [first] = foot.placed;
  return first?.note.lines[first.from]?.leading ?? 0;
}

/** The page between two states, and a blank one after it where a section must start on a recto. */
function* fill(
  lines: readonly FlowLine[],
  from: State,
  to: State,
  geometry: Geometry,
): Generator<FilledPage, void, void> {
  const fit = new PageFit(geometry);
  fit.start(from.carry);
  const own = lines.slice(from.at, to.at);
  for (const line of own) fit.add(line, from.index === 0);
  const foot = fitFootnotes(fit.foot, fit.end, geometry);
  yield { index: from.index, lines: own, ys: fit.ys, marginal: fit.marginal, foot };
  if (to.blank) yield* blankPage(from.index + 1);
}

/** Pages of nothing but notes, for what is left when the text is at its end. */
function* rest(state: State, geometry: Geometry): Generator<FilledPage, void, void> {
  let { carry, index } = state;
  while (carry !== noCarry) {
    const fit = new PageFit(geometry);
    fit.start(carry);
    const foot = fitFootnotes(fit.foot, undefined, geometry);
    yield { index, lines: [], ys: [], marginal: fit.marginal, foot };
    carry = carryOf(fit.overMarginal, foot.carried);
    index += 1;
  }
}

function* blankPage(index: number): Generator<FilledPage, void, void> {
  yield {
    index,
    lines: [],
    ys: [],
    marginal: [],
    foot: { placed: [], carried: [], top: undefined, split: 0, moved: 0 },
  };
}
