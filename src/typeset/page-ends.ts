/** Where a page that starts with a certain line can end, and what each end costs by itself. */
import type { Pagination } from './design.js';
import { carryOf, fitFootnotes, noCarry, PageFit, type Carry, type FootArea, type Geometry } from './fit.js';
import type { FlowLine } from './flow.js';

export interface PageEnd {
  /** First line of the next page. */
  readonly at: number;
  readonly carry: Carry;
  readonly cost: number;
  /** The part of it that the page costs for being short. */
  readonly short: number;
  /** Last baseline on the page, footnotes included, from the first of the text, pt. */
  readonly bottom: number;
  /** The page could have ended elsewhere: neither the text nor a section ends with it. */
  readonly free: boolean;
  /** The next line is a heading, or starts after a space like one. */
  readonly heads: boolean;
  /** What comes next must stand together and finds no room here: the page ends short because it has to. */
  readonly due: boolean;
  /** The next line must start on a recto. */
  readonly recto: boolean;
}

/** Shortest page, in parts of the fullest one, that is weighed. */
const SHORTEST = 0.75;
/** The same before a heading, where a page may well end short. */
const SHORTEST_OF_SECTION = 0.55;
/** Ends dearer than the cheapest by more are not followed: what they could save elsewhere is less. */
const TOO_DEAR = 800;
const EPSILON = 1e-6;

export class PageWeigher {
  readonly #lines: readonly FlowLine[];
  readonly #finished: boolean;
  readonly #geometry: Geometry;
  readonly #costs: Pagination;
  readonly #fit: PageFit;

  /** `finished`: the lines are all there are. */
  constructor(lines: readonly FlowLine[], finished: boolean, geometry: Geometry, costs: Pagination) {
    this.#lines = lines;
    this.#finished = finished;
    this.#geometry = geometry;
    this.#costs = costs;
    this.#fit = new PageFit(geometry);
  }

  /** Ends of the page that starts at line `from`, at least one; undefined if the lines run out before it is full. */
  ends(from: number, carry: Carry, opening: boolean): PageEnd[] | undefined {
    const { grid, depth } = this.#geometry;
    const fit = this.#fit;
    const lines = this.#lines;
    const found: PageEnd[] = [];
    fit.start(carry);
    let full = false;
    let longest = 0;
    for (let at = from; at < lines.length; at++) {
      const line = lines[at];
      if (!line || !fit.add(line, opening)) {
        full = true;
        break;
      }
      const next = lines[at + 1];
      if (next === undefined && !this.#finished) break;
      const forced = next !== undefined && next.starts !== 'flow';
      const free = next !== undefined && !forced;
      // Most lines are too far up for the page to end with them.
      const heads = next !== undefined && next.before >= grid;
      const shortest = heads ? SHORTEST_OF_SECTION : SHORTEST;
      if (free && at > from && fit.end < depth * shortest - grid && fit.foot.length === 0) continue;
      const end = this.#end(at, line, next, free, opening);
      found.push(end);
      if (end.bottom <= depth + EPSILON) longest = Math.max(longest, end.bottom);
      if (forced) {
        full = true;
        break;
      }
    }
    if (!full && !this.#finished) return undefined;
    this.#settle(found);
    const long = found.filter(
      (end) => !end.free || end.bottom >= longest * (end.heads ? SHORTEST_OF_SECTION : SHORTEST) - EPSILON,
    );
    const cheapest = long.reduce((cost, end) => Math.min(cost, end.cost), Number.POSITIVE_INFINITY);
    return long.filter((end) => !end.free || end.cost <= cheapest + TOO_DEAR);
  }

  /**
   * Where no later end of the page is a good one, what comes after the last good one is kept together, and the page ends
   * there, however short it is: that is not to be had cheaper by leaving earlier pages short.
   */
  #settle(found: PageEnd[]): void {
    const last = found.findLastIndex((end) => (this.#lines[end.at - 1]?.breakCost ?? 0) < this.#costs.alone);
    const end = found[last];
    // Where all ends are good, the page is full, and short of nothing but a line.
    if (!end?.heads || !end.free || last === found.length - 1) return;
    found[last] = { ...end, due: true, cost: end.cost - end.short };
  }

  #end(at: number, line: FlowLine, next: FlowLine | undefined, free: boolean, opening: boolean): PageEnd {
    const geometry = this.#geometry;
    const costs = this.#costs;
    const { grid, depth } = geometry;
    const fit = this.#fit;
    const { end } = fit;
    const foot = fitFootnotes(fit.foot, end, geometry);
    let cost = next === undefined ? 0 : line.breakCost;
    const room = foot.top === undefined ? depth - end : foot.top - (end + geometry.footGap + leadingOf(foot));
    const slack = room / grid;
    const heads = next !== undefined && next.before >= grid;
    if (slack < -EPSILON) cost += costs.longer.cost * Math.ceil(-slack - EPSILON);
    // A page may well end short before a heading.
    const short = free && slack > 0 ? costs.short * slack * slack * (heads ? 0.25 : 1) : 0;
    cost += short;
    if (next === undefined && !opening)
      cost += costs.last.cost * Math.max(0, costs.last.lines - (end / grid + 1));
    cost += fit.split * costs.noteSplit + fit.moved * costs.noteMoved;
    cost += foot.split * costs.footnoteSplit + foot.moved * costs.footnoteMoved;
    const carry = carryOf(fit.overMarginal, foot.carried);
    // What is left over when the text ends needs a page of its own.
    if (next === undefined && carry !== noCarry) cost += costs.footnoteMoved;
    const bottom = foot.top === undefined ? end : depth;
    const recto = next?.starts === 'recto';
    return { at: at + 1, carry, cost, bottom, free, heads, short, due: false, recto };
  }
}

function leadingOf(foot: FootArea): number {
  const [first] = foot.placed;
  return first?.note.lines[first.from]?.leading ?? 0;
}
