/** Lines that stand on one baseline with their neighbour, and lines that must stay with the line before. */
import type { FlowLine, PlacedLine } from './flow.js';

/** A line as its block sends it. */
export interface BlockLine extends FlowLine {
  /** The only line of its block. */
  readonly alone: boolean;
  readonly group: string;
  /** May stand at the end of its neighbour's line. */
  readonly shares: boolean;
  /** Stays on the page of the line before. */
  readonly clings: boolean;
}

/**
 * Joins marks (secrecy, say) with the line before, or with the line after where they come first in their group, if there is
 * room between the two. `torn` is the cost of parting a line from one that clings to it.
 */
export function* shareLines(lines: Iterable<BlockLine>, torn: number): Generator<FlowLine, void, void> {
  let held: BlockLine | undefined;
  for (const line of lines) {
    if (held && line.clings) held.breakCost = Math.max(held.breakCost, torn);
    const one = held && joined(held, line);
    if (one) {
      held = one;
      continue;
    }
    if (held) yield held;
    held = line;
  }
  if (held) yield held;
}

/** Both lines as one; undefined if they do not belong on one baseline. */
function joined(held: BlockLine, line: BlockLine): BlockLine | undefined {
  const asked = line.shares
    ? held.kind === 'text'
    : held.shares && held.group !== '' && held.group === line.group;
  if (!asked || !held.alone || !line.alone || line.starts !== 'flow') return undefined;
  if (held.sets.length !== 1 || line.sets.length !== 1) return undefined;
  const [left, right] = [...held.sets, ...line.sets].sort((one, other) => startOf(one) - startOf(other));
  if (!left || !right) return undefined;
  const free = startOf(right) - (startOf(left) + left.line.width);
  if (free < 2 * Math.max(held.size, line.size)) return undefined;
  return {
    ...held,
    sets: [...held.sets, ...line.sets],
    leading: Math.max(held.leading, line.leading),
    snap: held.snap || line.snap,
    breakCost: line.breakCost,
    marginal: [...held.marginal, ...line.marginal],
    foot: [...held.foot, ...line.foot],
    carets: [...held.carets, ...line.carets],
    anchors: [...held.anchors, ...line.anchors],
    outline: [...held.outline, ...line.outline],
    size: Math.max(held.size, line.size),
    // A third line does not come to these two.
    alone: false,
  };
}

function startOf({ line, x }: PlacedLine): number {
  return x + line.x;
}
