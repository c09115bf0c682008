/** The fallback faces of a design that a document needs, of those that are installed. */
import { FaceUnavailable, joinFaces, loadFaces, type Faces } from '../fonts/faces.js';
import type { Host } from '../host.js';
import type { Design } from '../typeset/design.js';
import { isFor } from '../typeset/scripts.js';

/** Faces for a document, and the characters that none of them has. */
export interface CoveringFaces {
  readonly faces: Faces;
  readonly uncovered: readonly string[];
}

export class FallbackFaces {
  readonly #main: Faces;
  readonly #design: Design;
  readonly #host: Pick<Host, 'font'>;
  readonly #loaded = new Map<string, Promise<Faces | undefined>>();
  /** By the names of the fallback faces: documents with the same ones share a shaper and what it has kept. */
  readonly #joined = new Map<string, Promise<Faces>>();

  constructor(main: Faces, design: Design, host: Pick<Host, 'font'>) {
    this.#main = main;
    this.#design = design;
    this.#host = host;
  }

  /**
   * The faces of the design and those fallback faces that are for a character which one of them lacks. Nothing is read
   * where nothing is lacking. Which faces a document gets does not depend on the documents before it.
   * @param clusters characters with what combines with them
   * @throws FaceUnavailable if a fallback face is no static TrueType font; one that is not installed is passed over
   */
  async covering(clusters: Iterable<string>): Promise<CoveringFaces> {
    let lacking = [...clusters].filter((cluster) => !this.#inAll(cluster));
    const names: string[] = [];
    const sets = [this.#main];
    for (const [name, fallback] of Object.entries(this.#design.fallbacks)) {
      if (!lacking.some((cluster) => isFor(cluster, fallback))) continue;
      const faces = await this.#load(name);
      if (!faces) continue;
      names.push(name);
      sets.push(faces);
      lacking = lacking.filter((cluster) => lacks(faces, name, cluster));
    }
    const key = names.join();
    let joined = this.#joined.get(key);
    if (!joined) this.#joined.set(key, (joined = joinFaces(sets)));
    return {
      faces: await joined,
      uncovered: lacking.filter((cluster) => lacks(this.#main, 'roman', cluster)),
    };
  }

  #inAll(cluster: string): boolean {
    return [...this.#main.keys()].every((name) => !lacks(this.#main, name, cluster));
  }

  #load(name: string): Promise<Faces | undefined> {
    let faces = this.#loaded.get(name);
    if (!faces) {
      faces = this.#read(name);
      this.#loaded.set(name, faces);
    }
    return faces;
  }

  async #read(name: string): Promise<Faces | undefined> {
    const source = this.#design.fallbacks[name];
    if (!source) return undefined;
    try {
      return await loadFaces({ [name]: source }, this.#host);
    } catch (error) {
      if (error instanceof FaceUnavailable && error.fault === 'missing') return undefined;
      throw error;
    }
  }
}

function lacks({ shaper }: Faces, face: string, cluster: string): boolean {
  return shaper.missing(cluster, { face, features: [], lang: 'und' }).length > 0;
}
