import type { OwnTables } from '../config/project.js';
import { hasErrors, report } from '../diagnostics/report.js';
import { formats } from './formats.js';
import { HousePressman, type Pressman } from './pressman.js';
import { Road } from './road.js';
import { Stock } from './stock.js';
import { extendTables, loadTables, type Tables } from './tables.js';
import type { BuildOptions, BuiltEdition, Inspection, Source, Stage } from './types.js';

/**
 * What builds share: templates, faces and the schema are loaded once, when they are first needed. For volumes: editions
 * are made one by one and need not stay in memory. `close` it at the end.
 */
export class Press {
  #tables: Promise<Tables> | undefined;
  readonly #ownTables = new Map<OwnTables, Promise<Tables>>();
  /** What the desk has loaded, and the pressman who works there. */
  readonly stock: Stock;
  readonly pressman: Pressman;

  constructor(readonly options: BuildOptions) {
    this.stock = new Stock(options.host);
    this.pressman = options.pressman ?? new HousePressman(this.stock);
  }

  /** Builds the editions of one source; see `build`. */
  async build(source: Source): Promise<BuiltEdition> {
    const road = new Road(source, this);
    const { ledger } = this.stock;
    const before = new Map(ledger.timings);
    const edition: BuiltEdition = {
      source: source.path,
      stem: road.stem,
      outputs: [],
      files: road.files,
      chrome: [],
      timings: new Map(),
    };
    try {
      const outputs = await road.write(this.options.formats ?? formats);
      edition.chrome = (await road.edition())?.children.flatMap((document) => document.chrome) ?? [];
      if (!road.files.some(hasErrors)) edition.outputs = outputs;
    } catch (failure) {
      edition.failure = failure;
      const reason = failure instanceof Error ? failure.message : String(failure);
      report(road.file, 'internal-error', { reason: `The program failed: ${reason}` });
    }
    edition.timings = ledger.since(before);
    return edition;
  }

  /** What one source is at a station. Throws where the program fails. */
  async inspect(source: Source, stage: Stage): Promise<Inspection> {
    const road = new Road(source, this);
    const { ledger } = this.stock;
    const before = new Map(ledger.timings);
    const view = await road[stage]();
    await road.proven();
    return { view, files: road.files, timings: ledger.since(before) };
  }

  /** Frees what is held outside JavaScript's memory. A pressman who was handed in is his owner's to close. */
  close(): Promise<void> {
    return this.stock.close();
  }

  /**
   * For stations: the tables that ship, with a project's own laid over them. Words are made ready for reading once for each
   * set of tables, so a set is made once for a project.
   */
  tables(own?: OwnTables): Promise<Tables> {
    const shipped = (this.#tables ??= loadTables(this.options.host));
    if (!own) return shipped;
    let extended = this.#ownTables.get(own);
    if (!extended) {
      extended = shipped.then((tables) => extendTables(tables, own));
      this.#ownTables.set(own, extended);
    }
    return extended;
  }
}
