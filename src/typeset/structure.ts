/** The logical tree as it grows: nodes are numbered in reading order, and so is every piece of content. */
import type { GalleyText } from '../galley/types.js';
import type { StructureNode, StructureRole } from './pages.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Extras = Omit<Partial<StructureNode>, 'id' | 'role' | 'parent'>;

export class StructureTree {
  readonly nodes: Mutable<StructureNode>[] = [];
  /** Texts of the galley by their first sequence number, ascending. */
  readonly #texts: { readonly sequence: number; readonly node: GalleyText }[] = [];
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

  /** Notes that the next sequence numbers to be reserved are those of a text. */
  begin(node: GalleyText): void {
    this.#texts.push({ sequence: this.#next, node });
  }

  /** The text that has a sequence number, and how far in it that is; the next text if none has it. */
  textAt(sequence: number): { readonly node: GalleyText; readonly distance: number } | undefined {
    let low = 0;
    let high = this.#texts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#texts[middle]?.sequence ?? 0) <= sequence) low = middle + 1;
      else high = middle;
    }
    const before = this.#texts[low - 1];
    if (before && sequence - before.sequence <= before.node.value.length) {
      return { node: before.node, distance: sequence - before.sequence };
    }
    const after = this.#texts[low];
    return after && { node: after.node, distance: 0 };
  }
}
