/**
 * The pressman reads proofs (the TEI against our schema) and prints (galley → pages → PDF) while the desk goes on with
 * the same source or the next. What passes between them is plain, so he may work on a thread of his own
 * (src/cli/press-thread.ts) or beside the desk, where there is no second processor or no thread to be had.
 */
import { VFile } from 'vfile';
import { retell, told, type Told } from '../diagnostics/carry.js';
import { hasErrors, report } from '../diagnostics/report.js';
import { FaceUnavailable, type Faces } from '../fonts/faces.js';
import type { Galley } from '../galley/types.js';
import type { PdfAttachment } from '../pdf/context.js';
import type { Design } from '../typeset/design.js';
import type { Setting } from '../typeset/pages.js';
import type { CoveringFaces } from './fallback-faces.js';
import type { Stock } from './stock.js';
import { textsOf } from './texts.js';

export interface PrintOrder {
  /** The source: its path and text, by which diagnostics find a place. */
  readonly source: { readonly path: string; readonly value: string };
  readonly galley: Galley;
  readonly design: Design;
  readonly attachment: PdfAttachment;
  /** Name and version of the program. */
  readonly producer: string;
}

/** What is known when the pages are set and none is painted. */
export interface Imposition {
  readonly pages: number;
  /** Galley id → folio of the page it stands on. */
  readonly labels: ReadonlyMap<string, string>;
  /** Where each page begins: its folio, and the text (by its number in `textsOf` the galley) and word that it begins with. */
  readonly starts: readonly {
    readonly label: string;
    readonly text?: { readonly number: number; readonly offset: number };
  }[];
  /** What typesetting has to say of the source; after an error nothing is printed. */
  readonly told: readonly Told[];
}

export interface Printing {
  readonly imposition: Promise<Imposition>;
  /** The PDF; undefined after errors. */
  readonly bytes: Promise<Uint8Array | undefined>;
}

export interface Pressman {
  /** Lays out what every printing in a design needs, and reads the schema, while there is nothing else to do. */
  makeReady(design: Design): void;
  /** What our schema says against a TEI, in its words. */
  proof(tei: string): Promise<readonly string[]>;
  print(order: PrintOrder): Printing;
  /** Milliseconds by station, of all that was done. */
  readonly timings: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/** Works when he is asked, on the thread of who asks. */
export class HousePressman implements Pressman {
  readonly timings = new Map<string, number>();

  constructor(readonly stock: Stock) {}

  makeReady(design: Design): void {
    // What goes wrong is told where it is needed.
    for (const begun of [this.stock.faces(design), this.stock.hyphenator(), this.stock.validator()])
      begun.catch(() => undefined);
  }

  proof(tei: string): Promise<readonly string[]> {
    return this.timed('validation', async () => (await this.stock.validator()).findings(tei));
  }

  print(order: PrintOrder): Printing {
    const file = new VFile({ ...order.source });
    const set = this.set(order.galley, order.design, file);
    const printed = set.then(async (pages) => pages && this.#paint(order, pages));
    return {
      imposition: set.then((pages) => imposed(order.galley, pages, file)),
      bytes: printed,
    };
  }

  /**
   * The pages, all of them: what typesetting has to say (a letter that no font has) must be known before a page is
   * painted. Undefined after errors.
   */
  async set(galley: Galley, design: Design, file: VFile): Promise<SetPages | undefined> {
    const covering = await this.timed('fonts', () => this.faces(galley, design, file));
    if (!covering) return undefined;
    const { faces } = covering;
    return this.timed('pages', async () => {
      const [{ typeset }, hyphenator] = await Promise.all([
        import('../typeset/index.js'),
        this.stock.hyphenator(),
      ]);
      const setting = typeset(galley, design, faces.shaper, hyphenator, file);
      const pages = [...setting.pages()];
      if (hasErrors(file)) return undefined;
      return {
        ...setting,
        faces,
        count: pages.length,
        *pages() {
          yield* pages;
        },
      };
    });
  }

  /** The faces of a design and the fallback faces that a galley needs; reports `font-missing`. */
  async faces(galley: Galley, design: Design, file: VFile): Promise<CoveringFaces | undefined> {
    try {
      const [faces, { clustersIn }] = await Promise.all([
        this.stock.faces(design),
        import('../typeset/fallback.js'),
      ]);
      return await faces.covering(clustersIn(galley));
    } catch (error) {
      if (!(error instanceof FaceUnavailable)) throw error;
      report(file, 'font-missing', {
        reason: `For the design ${design.name}, ${error.message}`,
        hint: `Install it: npm install ${error.source.package}`,
      });
      return undefined;
    }
  }

  #paint({ galley, attachment, producer }: PrintOrder, pages: SetPages): Promise<Uint8Array> {
    return this.timed('pdf', async () => {
      const { writePdf } = await import('../pdf/write.js');
      const { metadata, lang } = galley;
      return writePdf(pages, {
        metadata,
        lang,
        faces: pages.faces,
        date: metadata.date,
        attachment,
        producer,
      });
    });
  }

  /** For the stations, one after the other. */
  async timed<T>(station: string, action: () => Promise<T>): Promise<T> {
    const { host } = this.stock;
    const started = host.elapsed();
    try {
      return await action();
    } finally {
      this.timings.set(station, (this.timings.get(station) ?? 0) + host.elapsed() - started);
    }
  }

  close(): Promise<void> {
    return this.stock.close();
  }
}

/** A setting whose pages were taken and can be taken again. */
export interface SetPages extends Setting {
  readonly count: number;
  readonly faces: Faces;
}

function imposed(galley: Galley, pages: SetPages | undefined, file: VFile): Imposition {
  if (!pages) return { pages: 0, labels: new Map(), starts: [], told: told(file) };
  const numbers = new Map(textsOf(galley).map((text, number) => [text, number]));
  return {
    pages: pages.count,
    labels: pages.labels,
    starts: pages.starts.map(({ label, text }) => {
      const number = text && numbers.get(text.node);
      return number === undefined ? { label } : { label, text: { number, offset: text?.offset ?? 0 } };
    }),
    told: told(file),
  };
}

/** Hears of the pages of a galley: says of the source what was said of it at the press. */
export function hear(
  imposition: Imposition,
  galley: Galley,
  file: VFile,
): Pick<Setting, 'labels' | 'starts'> {
  retell(file, imposition.told);
  const texts = textsOf(galley);
  return {
    labels: imposition.labels,
    starts: imposition.starts.map(({ label, text }) => {
      const node = text && texts[text.number];
      return node ? { label, text: { node, offset: text.offset } } : { label };
    }),
  };
}
