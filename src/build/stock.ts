import { FaceUnavailable, type Faces } from '../fonts/faces.js';
import type { Host } from '../host.js';
import type { TeiValidator } from '../tei/validate.js';
import type { Design } from '../typeset/design.js';
import type { Hyphenator } from '../typeset/measure.js';
import type { FallbackFaces } from './fallback-faces.js';
import { Ledger } from './ledger.js';

/** What is loaded once, when it is first needed, and used for every source: faces, patterns, the schema. */
export class Stock {
  #validator: Promise<TeiValidator> | undefined;
  #hyphenator: Promise<Hyphenator> | undefined;
  readonly #faces = new Map<string, Promise<FallbackFaces>>();
  /** Faces of designs that the program's own installation has, by what the design names. */
  readonly #installed = new Map<string, Promise<Faces>>();
  /** The time of who works with it. */
  readonly ledger: Ledger;

  constructor(readonly host: Host) {
    this.ledger = new Ledger(host);
  }

  /**
   * One set of faces, and its fallback faces, for all designs that name the same. The faces of a design are those that come
   * with the program, else those of the project; fallback faces are the project's, else those beside the program.
   * Rejected with `FaceUnavailable`.
   * @param folder of the project, absolute
   */
  faces(design: Design, folder?: string): Promise<FallbackFaces> {
    const key = JSON.stringify([design.faces, design.fallbacks, folder]);
    let faces = this.#faces.get(key);
    if (!faces) {
      faces = this.#loadFaces(design, folder);
      this.#faces.set(key, faces);
    }
    return faces;
  }

  async #loadFaces(design: Design, folder: string | undefined): Promise<FallbackFaces> {
    const { host } = this;
    const [main, { FallbackFaces }] = await Promise.all([
      this.#mainFaces(design, folder),
      import('./fallback-faces.js'),
    ]);
    return new FallbackFaces(main, design, { font: (name, file) => host.font(name, file, folder) });
  }

  async #mainFaces({ faces }: Design, folder: string | undefined): Promise<Faces> {
    const { host } = this;
    const { loadFaces } = await import('../fonts/faces.js');
    const key = JSON.stringify(faces);
    let installed = this.#installed.get(key);
    if (!installed) {
      installed = loadFaces(faces, host);
      this.#installed.set(key, installed);
    }
    try {
      return await installed;
    } catch (error) {
      if (!(error instanceof FaceUnavailable) || error.fault !== 'missing' || folder === undefined)
        throw error;
      return loadFaces(faces, {
        font: async (name, file) => (await host.font(name, file)) ?? host.font(name, file, folder),
      });
    }
  }

  hyphenator(): Promise<Hyphenator> {
    return (this.#hyphenator ??= import('../fonts/hyphenator.js').then(({ makeHyphenator }) =>
      makeHyphenator(),
    ));
  }

  validator(): Promise<TeiValidator> {
    return (this.#validator ??= import('../tei/validate.js').then(({ openTeiValidator }) =>
      openTeiValidator(this.host),
    ));
  }

  /** Frees what the schema holds outside JavaScript's memory. */
  async close(): Promise<void> {
    const validator = this.#validator;
    this.#validator = undefined;
    // If it could not be opened, that was told where it was needed.
    (await validator?.catch(() => undefined))?.dispose();
  }
}
