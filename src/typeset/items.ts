/**
 * Boxes, glue and penalties of one paragraph on typed arrays, with running sums. After D. E. Knuth, M. F. Plass,
 * "Breaking Paragraphs into Lines", Software: Practice and Experience 11 (1981). Widths in pt.
 *
 * Beyond the paper every place for a break has two corrections, which serve hyphens, ligatures across them and hanging
 * punctuation alike: `pre` is added to the line that ends there, `post` to the line that starts after it.
 */
export const BOX = 0;
export const GLUE = 1;
export const PENALTY = 2;

export class ItemList {
  count = 0;
  kind = new Uint8Array(256);
  flagged = new Uint8Array(256);
  cost = new Float64Array(256);
  pre = new Float64Array(256);
  post = new Float64Array(256);
  /** Sums over the items before i. */
  width = new Float64Array(257);
  stretch = new Float64Array(257);
  shrink = new Float64Array(257);
  /** What the first line starts with, as `post`. */
  start = 0;
  /** Least `pre` of all, at most 0: how much an overfull line may still gain. */
  leastPre = 0;

  /** Makes the list empty; the arrays are kept. */
  reset(start: number): void {
    this.count = 0;
    this.start = start;
    this.leastPre = 0;
  }

  box(width: number): void {
    this.#add(BOX, width, 0, 0, 0, 0, 0, 0);
  }

  /** A word space, or any stretch where a line may end. */
  glue(width: number, stretch: number, shrink: number, cost: number, pre: number, post: number): void {
    this.#add(GLUE, width, stretch, shrink, cost, pre, post, 0);
  }

  /** A place for a break without a space. `flagged`: it shows a hyphen. */
  penalty(cost: number, pre: number, post: number, flagged: boolean): void {
    this.#add(PENALTY, 0, 0, 0, cost, pre, post, flagged ? 1 : 0);
  }

  /** Ends the paragraph; `pre` as for any break. Must be the last item. */
  end(pre: number): void {
    this.#add(PENALTY, 0, 0, 0, Number.NEGATIVE_INFINITY, pre, 0, 0);
  }

  #add(
    kind: number,
    width: number,
    stretch: number,
    shrink: number,
    cost: number,
    pre: number,
    post: number,
    flagged: number,
  ): void {
    const i = this.count;
    if (i === this.kind.length) this.#grow();
    this.kind[i] = kind;
    this.flagged[i] = flagged;
    this.cost[i] = cost;
    this.pre[i] = pre;
    this.post[i] = post;
    if (pre < this.leastPre) this.leastPre = pre;
    this.width[i + 1] = (this.width[i] ?? 0) + width;
    this.stretch[i + 1] = (this.stretch[i] ?? 0) + stretch;
    this.shrink[i + 1] = (this.shrink[i] ?? 0) + shrink;
    this.count = i + 1;
  }

  #grow(): void {
    const size = this.kind.length * 2;
    const bytes = (old: Uint8Array): Uint8Array<ArrayBuffer> => {
      const fresh = new Uint8Array(size);
      fresh.set(old);
      return fresh;
    };
    const floats = (old: Float64Array, length: number): Float64Array<ArrayBuffer> => {
      const fresh = new Float64Array(length);
      fresh.set(old);
      return fresh;
    };
    this.kind = bytes(this.kind);
    this.flagged = bytes(this.flagged);
    this.cost = floats(this.cost, size);
    this.pre = floats(this.pre, size);
    this.post = floats(this.post, size);
    this.width = floats(this.width, size + 1);
    this.stretch = floats(this.stretch, size + 1);
    this.shrink = floats(this.shrink, size + 1);
  }
}
