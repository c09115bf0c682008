/**
 * Optimal line breaks (Knuth and Plass 1981), over the items of one paragraph. The active list is kept in typed
 * arrays that every call reuses: nothing is allocated for a word. Time grows with the number of items times the number
 * of breaks that fit on one line.
 */
import { BOX, GLUE, type ItemList } from './items.js';

export interface BreakRules {
  /** Width of the lines, pt. */
  readonly measure: number;
  /** Largest adjustment ratio of a line. */
  readonly tolerance: number;
  /** Breaks that cost more are not tried. */
  readonly dearest: number;
  /** Stretch of every line besides its glue, pt: emergency stretch, or the ragged edge. */
  readonly extraStretch: number;
  /** Added for two neighbouring lines whose tightness differs by more than a class. */
  readonly fitnessDemerits: number;
  /** Added for two consecutive hyphens. */
  readonly hyphenDemerits: number;
  /** Added for a hyphen before the last line. */
  readonly lastHyphenDemerits: number;
  /** Most consecutive hyphens. */
  readonly hyphens: number;
  /** A last line shorter than this, pt, … */
  readonly lastLine: number;
  /** … costs this times the part that lacks. */
  readonly lastLineDemerits: number;
  /** The last line is charged like the others, which makes the lines even. */
  readonly balanced: boolean;
}

/** Demerits of a line are at least the square of this. */
const LINE_PENALTY = 10;
/** Demerits of a run of hyphens that is too long: more than anything but a line that does not fit. */
const TOO_MANY_HYPHENS = 1e7;
/** Demerits of a last line that is only the end of a divided word. */
const STUB = 1e7;
/** Demerits of a line that does not fit, where nothing else is left. */
const OVERFULL = 1e12;

/** Active nodes: one a feasible break and class of tightness. */
let capacity = 1024;
let position = new Int32Array(capacity);
let previous = new Int32Array(capacity);
let fitness = new Uint8Array(capacity);
let hyphens = new Uint8Array(capacity);
let demerits = new Float64Array(capacity);
let active = new Int32Array(capacity);

function grow(): void {
  capacity *= 2;
  const ints = (old: Int32Array): Int32Array<ArrayBuffer> => {
    const fresh = new Int32Array(capacity);
    fresh.set(old);
    return fresh;
  };
  const bytes = (old: Uint8Array): Uint8Array<ArrayBuffer> => {
    const fresh = new Uint8Array(capacity);
    fresh.set(old);
    return fresh;
  };
  position = ints(position);
  previous = ints(previous);
  active = ints(active);
  fitness = bytes(fitness);
  hyphens = bytes(hyphens);
  const fresh = new Float64Array(capacity);
  fresh.set(demerits);
  demerits = fresh;
}

const bestDemerits = new Float64Array(4);
const bestNode = new Int32Array(4);

/**
 * The items to break at, ascending, the last one being the end of the paragraph. Undefined if no breaks satisfy the
 * tolerance; with an infinite tolerance there is always an answer, if need be with a line that does not fit.
 */
export function breakLines(items: ItemList, rules: BreakRules): number[] | undefined {
  const { count, kind, flagged, cost, pre, post, width, stretch, shrink } = items;
  const { measure, tolerance, dearest, extraStretch } = rules;
  const last = count - 1;
  const lastSpace = kind.lastIndexOf(GLUE, last);
  const hopeless = tolerance === Number.POSITIVE_INFINITY;

  position[0] = -1;
  previous[0] = -1;
  fitness[0] = 1;
  hyphens[0] = 0;
  demerits[0] = 0;
  active[0] = 0;
  let nodes = 1;
  let actives = 1;

  for (let i = 0; i <= last; i++) {
    if (kind[i] === BOX) continue;
    const penalty = cost[i] ?? 0;
    const ends = i === last;
    if (!ends && penalty >= dearest) continue;
    const isFlagged = flagged[i] === 1;
    const before = pre[i] ?? 0;
    const mostGain = items.leastPre < before ? items.leastPre - before : 0;
    bestDemerits.fill(Number.POSITIVE_INFINITY);
    let kept = 0;
    let removed = -1;

    for (let k = 0; k < actives; k++) {
      const node = active[k] ?? 0;
      const from = position[node] ?? 0;
      const length =
        (width[i] ?? 0) - (width[from + 1] ?? 0) + before + (from < 0 ? items.start : (post[from] ?? 0));
      const short = measure - length;
      const give = (stretch[i] ?? 0) - (stretch[from + 1] ?? 0) + extraStretch;
      const take = (shrink[i] ?? 0) - (shrink[from + 1] ?? 0);
      let ratio: number;
      if (short > 0) {
        if (ends && !rules.balanced) ratio = 0;
        else ratio = give > 0 ? short / give : Number.POSITIVE_INFINITY;
      } else if (short < 0) ratio = take > 0 ? short / take : Number.NEGATIVE_INFINITY;
      else ratio = 0;

      // Rounding: a line set to its last hundredth of a point is full, not overfull.
      if (ratio < -1 && short > -1e-6) ratio = -1;
      if (ends || (ratio < -1 && !(take > 0 ? (short - mostGain) / take >= -1 : short - mostGain >= 0)))
        removed = node;
      else active[kept++] = node;
      if (ratio < -1 || (ratio > tolerance && !hopeless)) continue;

      // Beyond a ratio of 100 all lines are equally bad: no overflow of the sums, and shorter paragraphs win.
      const tight = Math.min(Math.abs(ratio), 100);
      const badness = LINE_PENALTY + 100 * tight * tight * tight;
      let charge = badness * badness;
      if (penalty >= 0) charge += penalty * penalty;
      const tightness = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;
      if (Math.abs(tightness - (fitness[node] ?? 0)) > 1) charge += rules.fitnessDemerits;
      const run = hyphens[node] ?? 0;
      if (isFlagged && run > 0) charge += rules.hyphenDemerits * run;
      if (isFlagged && run >= rules.hyphens) charge += TOO_MANY_HYPHENS;

      if (ends && run > 0) charge += rules.lastHyphenDemerits;
      if (ends && length < rules.lastLine && from >= 0) {
        const lacking = 1 - length / rules.lastLine;
        charge += rules.lastLineDemerits * lacking;
        if (flagged[from] === 1 && from > lastSpace) charge += STUB;
      }
      charge += demerits[node] ?? 0;
      if (charge < (bestDemerits[tightness] ?? 0)) {
        bestDemerits[tightness] = charge;
        bestNode[tightness] = node;
      }
    }
    actives = kept;

    let found = false;
    for (let tightness = 0; tightness < 4; tightness++) {
      if (bestDemerits[tightness] !== Number.POSITIVE_INFINITY) found = true;
    }
    if (!found && hopeless && removed >= 0 && actives === 0) {
      bestDemerits[1] = (demerits[removed] ?? 0) + OVERFULL;
      bestNode[1] = removed;
    }
    for (let tightness = 0; tightness < 4; tightness++) {
      const charge = bestDemerits[tightness] ?? 0;
      if (charge === Number.POSITIVE_INFINITY) continue;
      if (nodes + 1 >= capacity) grow();
      const parent = bestNode[tightness] ?? 0;
      position[nodes] = i;
      previous[nodes] = parent;
      fitness[nodes] = tightness;
      hyphens[nodes] = isFlagged ? Math.min((hyphens[parent] ?? 0) + 1, 255) : 0;
      demerits[nodes] = charge;
      active[actives++] = nodes++;
    }
    if (actives === 0) return undefined;
  }

  let best = -1;
  for (let k = 0; k < actives; k++) {
    const node = active[k] ?? 0;
    if (position[node] !== last) continue;
    if (best < 0 || (demerits[node] ?? 0) < (demerits[best] ?? 0)) best = node;
  }
  if (best < 0) return undefined;
  const breaks: number[] = [];
  for (let node = best; node > 0; node = previous[node] ?? 0) breaks.push(position[node] ?? 0);
  return breaks.reverse();
}
