import type { Host } from '../host.js';
import type { TeiValidator } from '../tei/validate.js';
import type { Design } from '../typeset/design.js';
import type { Hyphenator } from '../typeset/measure.js';
import type { FallbackFaces } from './fallback-faces.js';

/** What is loaded once, when it is first needed, and used for every source: faces, patterns, the schema. */
export class Stock {
  #validator: Promise<TeiValidator> | undefined;
  #hyphenator: Promise<Hyphenator> | undefined;
  readonly #faces = new Map<string, Promise<FallbackFaces>>();

  constructor(readonly host: Host) {}

  /** One set of faces, and its fallback faces, for all designs that name the same. Rejected with `FaceUnavailable`. */
  faces(design: Design): Promise<FallbackFaces> {
    const key = JSON.stringify([design.faces, design.fallbacks]);
    let faces = this.#faces.get(key);
    if (!faces) {
      faces = this.#loadFaces(design);
      this.#faces.set(key, faces);
    }
    return faces;
  }

  async #loadFaces(design: Design): Promise<FallbackFaces> {
    const [{ loadFaces }, { FallbackFaces }] = await Promise.all([
      import('../fonts/faces.js'),
      import('./fallback-faces.js'),
    ]);
    return new FallbackFaces(await loadFaces(design.faces, this.host), design, this.host);
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
