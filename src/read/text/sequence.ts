/**
 * The search for the likeliest reading of a page: the roles of its units that fit the evidence best and follow each other as the grammar
 * of pages allows (Viterbi's algorithm; Forney, "The Viterbi algorithm", Proc. IEEE 61, 1973).
 */
import { parts, passage, roles, standsIn, type Part, type Role } from './roles.js';

/** Points for one role with the reasons that gave them. About 1 is a hint, 3 strong, 10 as good as certain. */
export interface Weight {
  score: number;
  reasons: string[];
}
export type Weights = Partial<Record<Role, Weight>>;

export interface Choice {
  role: Role;
  part: Part;
}

interface State extends Choice {
  id: number;
}

const states: readonly State[] = parts
  .flatMap((part) => roles.filter((role) => standsIn[role].includes(part)).map((role) => ({ part, role })))
  .map((state, id) => ({ ...state, id }));

/** What a unit can be though no evidence speaks for it. */
const plain = new Set<Role>(['paragraph', 'openerLine', 'closerLine', 'value']);
/** Cost of a role that no evidence speaks for; of one that stands on its evidence alone, so that it is only taken where nothing else is left. */
const unsupported = 4;
const unfounded = 1000;

const costs: readonly (readonly (number | undefined)[])[] = states.map((from) =>
  states.map((to) => passage(from, to)),
);

function gain(weights: Weights, state: State): number {
  return weights[state.role]?.score ?? (plain.has(state.role) ? -unsupported : -unfounded);
}

/** The best sequence of roles. `evidence` has one entry a unit. Time: units × states². */
export function bestSequence(evidence: readonly Weights[]): { choices: Choice[]; score: number } {
  const count = evidence.length;
  const size = states.length;
  if (count === 0) return { choices: [], score: 0 };
  let scores = new Float64Array(size);
  const from = new Uint8Array(count * size);
  for (const state of states) {
    const start =
      parts.indexOf(state.part) > parts.indexOf('front')
        ? -4
        : state.part === 'front' && state.role !== 'title'
          ? -Infinity
          : 0;
    scores[state.id] = start + gain(evidence[0] as Weights, state);
  }
  for (let i = 1; i < count; i++) {
    const weights = evidence[i] as Weights;
    const next = new Float64Array(size).fill(-Infinity);
    for (const to of states) {
      let best = -Infinity;
      let bestFrom = 0;
      for (let s = 0; s < size; s++) {
        const cost = (costs[s] as readonly (number | undefined)[])[to.id];
        if (cost === undefined) continue;
        const score = (scores[s] as number) - cost;
        if (score > best) {
          best = score;
          bestFrom = s;
        }
      }
      next[to.id] = best + gain(weights, to);
      from[i * size + to.id] = bestFrom;
    }
    scores = next;
  }
  let last = 0;
  for (let s = 1; s < size; s++) if ((scores[s] as number) > (scores[last] as number)) last = s;
  const score = scores[last] as number;
  const choices: Choice[] = new Array<Choice>(count);
  for (let i = count - 1; i >= 0; i--) {
    const { part, role } = states[last] as State;
    choices[i] = { part, role };
    last = from[i * size + last] as number;
  }
  return { choices, score };
}

/**
 * How much worse the best reading becomes when one unit must not have its role: the margin of the decision, in points.
 */
export function margin(
  evidence: readonly Weights[],
  best: { choices: Choice[]; score: number },
  index: number,
): number {
  const role = (best.choices[index] as Choice).role;
  const without = evidence.map((weights, i) =>
    i === index ? { ...weights, [role]: { score: -1e6, reasons: [] } } : weights,
  );
  return best.score - bestSequence(without).score;
}
