/** From offsets in the reference to positions in the file. */
import type { Point, Position } from 'unist';

/** Line ends are LF, CR LF and CR, as in the file's own count of lines. */
export class Places {
  readonly #starts: number[] = [0];

  constructor(
    text: string,
    readonly start: Point,
  ) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) this.#starts.push(i + 1);
    }
  }

  point(offset: number): Point {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const column = offset - (this.#starts[low] ?? 0) + (low === 0 ? this.start.column : 1);
    return {
      line: this.start.line + low,
      column,
      ...(this.start.offset !== undefined && { offset: this.start.offset + offset }),
    };
  }

  position(start: number, end: number): Position {
    return { start: this.point(start), end: this.point(end) };
  }
}
