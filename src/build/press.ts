import type { OwnTables } from '../config/project.js';
import { hasErrors, report } from '../diagnostics/report.js';
import type { TeiValidator } from '../tei/validate.js';
import type { Design } from '../typeset/design.js';
import type { Hyphenator } from '../typeset/measure.js';
import type { FallbackFaces } from './fallback-faces.js';
import { formats, type Format, type Output } from './formats.js';
import { Road } from './road.js';
import { extendTables, loadTables, type Tables } from './tables.js';
import type { BuildOptions, BuiltEdition, Inspection, Source, Stage } from './types.js';

/**
 * What builds share: templates, faces and the schema are loaded once, when they are first needed. For volumes: editions
 * are made one by one and need not stay in memory. `close` it at the end.
 */
export class Press {
  #tables: Promise<Tables> | undefined;
  readonly #ownTables = new Map<OwnTables, Promise<Tables>>();
  #validator: Promise<TeiValidator> | undefined;
  #hyphenator: Promise<Hyphenator> | undefined;
  readonly #faces = new Map<Design, Promise<FallbackFaces>>();

  constructor(readonly options: BuildOptions) {}

  /** Builds the editions of one source; see `build`. */
  async build(source: Source): Promise<BuiltEdition> {
    const road = new Road(source, this);
    const edition: BuiltEdition = {
      source: source.path,
      stem: road.stem,
      outputs: [],
      files: road.files,
      chrome: [],
      timings: road.timings,
    };
    try {
      const outputs: Output[] = [];
      const asked = this.options.formats ?? formats;
      this.#begin(asked);
      for (const format of formats.filter((one) => asked.includes(one))) {
        const output = await road.write(format);
        if (output) outputs.push(output);
      }
      edition.chrome = (await road.edition())?.children.flatMap((document) => document.chrome) ?? [];
      if (!road.files.some(hasErrors)) edition.outputs = outputs;
    } catch (failure) {
      edition.failure = failure;
      const reason = failure instanceof Error ? failure.message : String(failure);
      report(road.file, 'internal-error', { reason: `The program failed: ${reason}` });
    }
    return edition;
  }

  /**
   * Starts what is compiled beside our own work (WebAssembly) before it is needed. What goes wrong with it is told where
   * it is awaited.
   */
  #begin(asked: readonly Format[]): void {
    this.validator().catch(() => undefined);
    if (asked.some((format) => format !== 'tei')) import('../fonts/shaper.js').catch(() => undefined);
  }

  /** What one source is at a station. Throws where the program fails. */
  async inspect(source: Source, stage: Stage): Promise<Inspection> {
    const road = new Road(source, this);
    const view = await road[stage]();
    return { view, files: road.files, timings: road.timings };
  }

  /** Frees what the schema holds outside JavaScript's memory. */
  async close(): Promise<void> {
    const validator = this.#validator;
    this.#validator = undefined;
    // If it could not be opened, that was told where it was needed.
    (await validator?.catch(() => undefined))?.dispose();
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

  /** For stations: one set of faces for each design, and its fallback faces. */
  faces(design: Design): Promise<FallbackFaces> {
    let faces = this.#faces.get(design);
    if (!faces) {
      faces = this.#loadFaces(design);
      this.#faces.set(design, faces);
    }
    return faces;
  }

  async #loadFaces(design: Design): Promise<FallbackFaces> {
    const { host } = this.options;
    const [{ loadFaces }, { FallbackFaces }] = await Promise.all([
      import('../fonts/faces.js'),
      import('./fallback-faces.js'),
    ]);
    return new FallbackFaces(await loadFaces(design.faces, host), design, host);
  }

  /** For stations. */
  hyphenator(): Promise<Hyphenator> {
    return (this.#hyphenator ??= import('../fonts/hyphenator.js').then(({ makeHyphenator }) =>
      makeHyphenator(),
    ));
  }

  /** For stations. */
  validator(): Promise<TeiValidator> {
    return (this.#validator ??= import('../tei/validate.js').then(({ openTeiValidator }) =>
      openTeiValidator(this.options.host),
    ));
  }
}
