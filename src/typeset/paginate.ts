/**
 * Choosing the ends of pages. As with lines, the whole is weighed and not each page alone (M. F. Plass, "Optimal Pagination
 * Techniques for Automatic Typesetting Systems", 1981): every end that a page can have leads to a state, the cheapest way
 * to each is kept. Short documents are weighed whole, longer ones with a look-ahead of some pages.
 */
import type { Design, Pagination } from './design.js';
import { PageWeigher, type PageEnd } from './page-ends.js';
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
  readonly foot: FootArea;
  /** Left empty so that a section starts on a recto: without a running head. */
  readonly blank: boolean;
}

interface State {
  /** First line of the next page, counted in the buffer. */
  readonly at: number;
  /** Index of the next page. */
  readonly index: number;
  readonly carry: Carry;
  readonly cost: number;
  /** Where a verso ends: the recto that faces it is compared with it. Undefined after a recto, or where nothing can be done. */
  readonly facing: number | undefined;
  readonly previous: State | undefined;
  /** A blank page comes before the next one. */
  readonly blank: boolean;
}

/** Pages that are weighed together, and how many of them are then settled. */
const LOOK_AHEAD = 24;
const SETTLED = 12;
/** Ways to one line that are followed further: the cheapest. Many notes can make endless ways, all but equally bad. */
const WAYS = 8;
/** Cost of a page: of two ways that are else alike the shorter is taken, also where a line more on a page saves one. */
const PAGE = 150;

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
    facing: undefined,
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
    for (let state = best; state.previous; state = state.previous) path.push(state);
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
  const weigher = new PageWeigher(lines, finished, geometry, costs);
  for (let at = root.at; at < length; at++) {
    const states = waiting[at];
    if (!states) continue;
    waiting[at] = undefined;
    states.sort((one, other) => one.cost - other.cost);
    const ends = new Map<string, readonly PageEnd[] | undefined>();
    for (const state of states.slice(0, WAYS)) {
      // What can stand on a page depends on what is carried to it, not on the way there.
      const { carry } = state;
      if (!ends.has(carry.key)) ends.set(carry.key, weigher.ends(at, carry, state.index === 0));
      const found = ends.get(carry.key);
      if (found === undefined) reach(state);
      else for (const end of found) keep(follow(state, end, geometry, costs));
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
        state.index % 2 === next.index % 2 &&
        state.facing === next.facing &&
        state.carry.key === next.carry.key,
    );
    if (same < 0) states.push(next);
    else if ((states[same]?.cost ?? 0) > next.cost) states[same] = next;
  }
}

/** The state after one more page. */
function follow(state: State, end: PageEnd, geometry: Geometry, costs: Pagination): State {
  let cost = state.cost + end.cost + PAGE;
  const verso = state.index % 2 === 1;
  const compared = end.free && !end.due;
  if (state.facing !== undefined && compared) {
    // Beyond some lines no page looks like its neighbour any more.
    const apart = Math.min(Math.abs(end.bottom - state.facing) / geometry.grid, 6);
    cost += costs.facing * apart * apart;
  }
  const blank = end.recto && !verso;
  return {
    at: end.at,
    index: state.index + (blank ? 2 : 1),
    carry: end.carry,
    cost,
    facing: verso && compared ? end.bottom : undefined,
    previous: state,
    blank,
  };
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
  yield { index: from.index, lines: own, ys: fit.ys, marginal: fit.marginal, foot, blank: false };
  if (to.blank) yield* blankPage(from.index + 1);
}

/** Pages of nothing but notes, for what is left when the text is at its end. */
function* rest(state: State, geometry: Geometry): Generator<FilledPage, void, void> {
  let { carry, index } = state;
  while (carry !== noCarry) {
    const fit = new PageFit(geometry);
    fit.start(carry);
    const foot = fitFootnotes(fit.foot, undefined, geometry);
    yield { index, lines: [], ys: [], marginal: fit.marginal, foot, blank: false };
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
    blank: true,
  };
}
