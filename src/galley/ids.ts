/** Ids of the galley: those of the TEI where they are free, new ones that clash with none of them otherwise. */
export class Ids {
  readonly #reserved: ReadonlySet<string>;
  readonly #taken = new Set<string>();
  readonly #counts = new Map<string, number>();

  /** @param reserved ids of the TEI: only who asks for one by name gets it */
  constructor(reserved: Iterable<string>) {
    this.#reserved = new Set(reserved);
  }

  /** The wanted id, if nothing has taken it, else a new one. */
  take(wanted: string | undefined): string {
    if (wanted !== undefined && !this.#taken.has(wanted)) {
      this.#taken.add(wanted);
      return wanted;
    }
    return this.fresh(wanted ?? 'block');
  }

  /** An id that begins with `stem` and that no element of the TEI has. */
  fresh(stem: string): string {
    let count = this.#counts.get(stem) ?? 0;
    let id: string;
    do id = `${stem}-${++count}`;
    while (this.#reserved.has(id) || this.#taken.has(id));
    this.#counts.set(stem, count);
    this.#taken.add(id);
    return id;
  }

  /** `stem` itself if it is free in TEI and galley, else as `fresh`. */
  named(stem: string): string {
    return this.#reserved.has(stem) ? this.fresh(stem) : this.take(stem);
  }

  has(id: string): boolean {
    return this.#taken.has(id);
  }
}
