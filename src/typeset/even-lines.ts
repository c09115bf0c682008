/**
 * Breaks of titles and of other display lines: first as few lines as the words need, then lines as even as can be, none
 * ending where the sense asks for the next word. Few words, so every pair of breaks is looked at.
 */
import { BOX, type ItemList } from './items.js';

export interface EvenRules {
  /** Width of the lines, pt. */
  readonly measure: number;
  /** Breaks that cost this or more are not used. */
  readonly dearest: number;
}

/** Weight of the square of what a line lacks, as a part of the measure, beside the costs of breaks. */
const EVENNESS = 400;
/** Cost of a last line of one word. */
const LONE = 120;
/** More items than any title has. */
const MOST = 600;

/**
 * The items to break at, ascending, the last being the paragraph's end; undefined if the words do not fit at these breaks.
 */
export function breakEvenly(items: ItemList, { measure, dearest }: EvenRules): number[] | undefined {
  const { count, kind, cost, pre, post, width } = items;
  if (count > MOST) return undefined;
  const last = count - 1;
  const places: number[] = [-1];
  for (let i = 0; i <= last; i++) {
    if (kind[i] !== BOX && (i === last || (cost[i] ?? 0) < dearest)) places.push(i);
  }
  const lengthOf = (start: number, end: number): number =>
    (width[end] ?? 0) -
    (width[start + 1] ?? 0) +
    (pre[end] ?? 0) +
    (start < 0 ? items.start : (post[start] ?? 0));
  const end = places.length - 1;
  /** For each number of lines, the place before the last line up to each place. */
  const parents: number[][] = [];
  let reached = places.map((_, p) => (p === 0 ? 0 : Number.POSITIVE_INFINITY));
  while (parents.length < end && reached[end] === Number.POSITIVE_INFINITY) {
    const next = places.map(() => Number.POSITIVE_INFINITY);
    const parent = places.map(() => -1);
    for (const [p, start] of places.entries()) {
      const before = reached[p] ?? Number.POSITIVE_INFINITY;
      if (before === Number.POSITIVE_INFINITY) continue;
      for (let q = p + 1; q <= end; q++) {
        const at = places[q] ?? last;
        const short = measure - lengthOf(start, at);
        if (short < -1e-6) continue;
        const part = Math.max(0, short) / measure;
        let charge = before + EVENNESS * part * part;
        if (q < end) charge += Math.max(0, cost[at] ?? 0);
        else if (p > 0 && p === end - 1) charge += LONE;
        if (charge >= (next[q] ?? 0)) continue;
        next[q] = charge;
        parent[q] = p;
      }
    }
    parents.push(parent);
    reached = next;
  }
  if (reached[end] === Number.POSITIVE_INFINITY) return undefined;
  const found: number[] = [];
  for (let at = end; parents.length > 0; at = parents.pop()?.[at] ?? 0) found.push(places[at] ?? last);
  return found.reverse();
}
