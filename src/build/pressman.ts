/**
 * The pressman reads proofs (the TEI against our schema) and prints (galley → pages → PDF) while the desk goes on with
 * the same source or the next. What passes between them is plain, so he may work on a thread of his own
 * (src/cli/press-thread.ts) or beside the desk, where there is no second processor or no thread to be had.
 */
import { VFile } from 'vfile';
import { retell, told, type Told } from '../diagnostics/carry.js';
import type { Galley } from '../galley/types.js';
import type { PdfAttachment } from '../pdf/context.js';
import type { Design } from '../typeset/design.js';
import type { Setting } from '../typeset/pages.js';
import { firstProof } from './first-proof.js';
import { setPages, type Look, type SetPages } from './set-pages.js';
import type { Stock } from './stock.js';
import { textsOf } from './texts.js';

export interface PrintOrder {
  /** The source: its path and text, by which diagnostics find a place. */
  readonly source: { readonly path: string; readonly value: string };
  readonly galley: Galley;
  readonly design: Design;
  /** Folder of the project, from which faces are looked for that do not come with the program. */
  readonly folder: string | undefined;
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
  /**
   * Lays out what every printing in a design needs, and reads the schema, while there is nothing else to do.
   * @param copy the beginning of the source, as it came
   */
  makeReady(look: Look, copy: string): void;
  /** What our schema says against a TEI, in its words. */
  proof(tei: string): Promise<readonly string[]>;
  print(order: PrintOrder): Printing;
  /** Milliseconds by station, of all that was done. */
  readonly timings: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/** Works when he is asked, on the thread of who asks. */
export class HousePressman implements Pressman {
  readonly idle: boolean;
  readonly timings: ReadonlyMap<string, number>;
  #warm = false;

  /** @param idle true if he has nothing else to do until the first galley comes: then he sets a first proof of its source */
  constructor(
    readonly stock: Stock,
    { idle }: { readonly idle: boolean } = { idle: false },
  ) {
    this.idle = idle;
    this.timings = stock.ledger.timings;
  }

  makeReady(look: Look, copy: string): void {
    const { stock } = this;
    // A press that is warm needs no proof to get so.
    const proof = this.idle && !this.#warm ? firstProof(copy, look, stock) : Promise.resolve();
    this.#warm = true;
    const ready = proof.then(() => Promise.all([stock.validator(), import('../pdf/write.js')]));
    // What goes wrong is told where it is needed.
    for (const one of [stock.faces(look.design, look.folder), stock.hyphenator(), ready])
      one.catch(() => undefined);
  }

  proof(tei: string): Promise<readonly string[]> {
    return this.stock.ledger.timed('validation', async () => {
      const validator = await this.stock.validator();
      return this.stock.ledger.working('validation', () => validator.findings(tei));
    });
  }

  print(order: PrintOrder): Printing {
    const file = new VFile({ ...order.source });
    const set = setPages(order.galley, order, this.stock, file);
    const printed = set.then(async (pages) => pages && this.#paint(order, pages));
    return {
      imposition: set.then((pages) => imposed(order.galley, pages, file)),
      bytes: printed,
    };
  }

  #paint({ galley, attachment, producer }: PrintOrder, pages: SetPages): Promise<Uint8Array> {
    return this.stock.ledger.timed('pdf', async () => {
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

  close(): Promise<void> {
    return this.stock.close();
  }
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
