/** Where the time goes. */
import type { Host } from '../host.js';

interface Begun {
  readonly station: string;
}

/**
 * Milliseconds by station. Stations may lie within each other and wait for each other: each moment counts for one, which
 * is the one that was begun last and is not done, so that the sum is never more than the time that has passed.
 */
export class Ledger {
  readonly timings = new Map<string, number>();
  /** Those that are not done, in the order in which they were begun. */
  readonly #begun: Begun[] = [];
  #written = 0;

  constructor(readonly host: Pick<Host, 'elapsed'>) {}

  async timed<T>(station: string, action: () => Promise<T>): Promise<T> {
    const entry = this.#begin(station);
    try {
      return await action();
    } finally {
      this.#end(entry);
    }
  }

  /** The same for an action that waits for nothing, within a station that was begun before others. */
  working<T>(station: string, action: () => T): T {
    const entry = this.#begin(station);
    try {
      return action();
    } finally {
      this.#end(entry);
    }
  }

  /** What was spent since an earlier state of `timings`. */
  since(before: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
    return new Map(
      [...this.timings].flatMap(([station, time]) => {
        const spent = time - (before.get(station) ?? 0);
        return spent > 0 ? [[station, spent] as const] : [];
      }),
    );
  }

  #begin(station: string): Begun {
    const entry = { station };
    this.#write();
    this.#begun.push(entry);
    return entry;
  }

  #end(entry: Begun): void {
    this.#write();
    this.#begun.splice(this.#begun.lastIndexOf(entry), 1);
  }

  /** Writes the time since it was last done into the account of the station that is gone through. */
  #write(): void {
    const now = this.host.elapsed();
    const station = this.#begun.at(-1)?.station;
    if (station !== undefined)
      this.timings.set(station, (this.timings.get(station) ?? 0) + now - this.#written);
    this.#written = now;
  }
}
