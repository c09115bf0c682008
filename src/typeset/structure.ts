/** The logical tree as it grows: nodes are numbered in reading order, and so is every piece of content. */
import type { StructureNode, StructureRole } from './pages.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Extras = Omit<Partial<StructureNode>, 'id' | 'role' | 'parent'>;

export class StructureTree {
  readonly nodes: Mutable<StructureNode>[] = [];
  #next = 0;

  /** Adds a node and returns its id. */
  add(role: StructureRole, parent: number | undefined, extras: Extras = {}): number {
    const id = this.nodes.length;
    this.nodes.push({ id, role, parent, ...extras });
    return id;
  }

  /** Names the two ends of a reference. */
  pair(one: number, other: number): void {
    const [first, second] = [this.nodes[one], this.nodes[other]];
    if (!first || !second) throw new TypeError(`No structure node ${String(first ? other : one)}`);
    first.counterpart = other;
    second.counterpart = one;
  }

  /**
   * Reserves sequence numbers for a text of `length` UTF-16 units and returns the first: the piece that starts at offset k
   * has this number plus k, wherever the lines break.
   */
  reserve(length: number): number {
    const first = this.#next;
    this.#next += length + 1;
    return first;
  }
}
