import { createHash } from 'node:crypto';
import { unified, type Plugin } from 'unified';
import { VFile } from 'vfile';
import type { Root } from 'xast';
import { buildDate, environmentDate, originOfDate, type KnownDates } from '../config/dates.js';
import { noFacts, type ProjectFacts } from '../config/project.js';
import type { Sidecar } from '../config/sidecar.js';
import { hasErrors } from '../diagnostics/report.js';
import type { Edition } from '../edition/types.js';
import type { PrintedPages } from '../epub/context.js';
import type { Galley } from '../galley/types.js';
import type { ReadOptions } from '../read/text/index.js';
import type { Design } from '../typeset/design.js';
import { version } from '../version.js';
import { beginningOf } from './first-proof.js';
import { extensions, formats, type Format, type Output } from './formats.js';
import type { Press } from './press.js';
import { hear, type Printing } from './pressman.js';
import { facesFor, setPages, type Look } from './set-pages.js';
import { refuseName, takeText } from './source-text.js';
import { wordsIn } from './tables.js';
import type { Source } from './types.js';

interface EncodedTei {
  root: Root;
  text: string;
  bytes: Uint8Array;
  sha256: string;
}

/** The road of one source. Each station is gone through once, when it is first asked for. */
export class Road {
  readonly file: VFile;
  readonly files: VFile[];
  readonly stem: string;
  readonly #facts: ProjectFacts;
  readonly #known = new Map<string, Promise<unknown>>();
  /** What the schema says against the TEI, once there is one. */
  #proof: Promise<readonly string[]> | undefined;

  constructor(
    readonly source: Source,
    readonly press: Press,
  ) {
    this.file = new VFile({ path: source.path });
    this.files = [this.file];
    this.stem = this.file.stem ?? '';
    this.#facts = source.facts ?? press.options.facts ?? noFacts();
  }

  /** The edition tree; undefined if the source or its sidecar cannot be read. Without a document after an error. */
  edition(): Promise<Edition | undefined> {
    return this.#once('edition', async () => {
      refuseName(this.stem, this.file);
      const bytes = takeText(this.source, this.file);
      const sidecar = await this.#sidecar();
      // What is left of a sidecar with errors is checked against the source; nothing is made of it then.
      if (!bytes || hasErrors(this.file) || (this.source.sidecar && !sidecar)) return undefined;
      const [{ readText }, { transforms }, tables] = await Promise.all([
        import('../read/text/index.js'),
        import('../transform/index.js'),
        this.press.tables(this.#facts.tables),
      ]);
      const { editors, publication, languages } = this.#facts;
      const readOptions: ReadOptions = {
        vocabulary: tables.vocabulary,
        authority: tables.authority,
        ...(sidecar && { sidecar }),
        editors,
        publication: { ...publication, date: this.#date(undefined) },
        sha256: sha256(bytes),
        languages,
      };
      const reader: Plugin<[], string, Edition> = function () {
        this.parser = (_text, file) => readText(file, readOptions);
      };
      const processor = unified()
        .use(reader)
        .use(transforms, { archives: tables.authority.repositories, ...(sidecar && { sidecar }) });
      const read = processor.parse(this.file);
      read.publication.date = this.#date(read.children[0]?.page.uploaded?.value.when);
      return processor.run(read, this.file);
    });
  }

  /** The TEI; undefined after errors. */
  async encoded(): Promise<EncodedTei | undefined> {
    const edition = await this.edition();
    if (!edition || this.files.some(hasErrors)) return undefined;
    return this.#once('tei', async () => {
      const [{ encode }, { serialise }, { reportPointers }] = await Promise.all([
        import('../tei/encode.js'),
        import('../tei/serialise.js'),
        import('../tei/validate.js'),
      ]);
      const root = encode(edition, { version, dateOf: this.#dateOf(edition) });
      const text = serialise(root, this.file);
      if (hasErrors(this.file)) return undefined;
      reportPointers(root, this.file);
      const bytes = new TextEncoder().encode(text);
      return hasErrors(this.file) ? undefined : { root, text, bytes, sha256: sha256(bytes) };
    });
  }

  /** Has the TEI read against our schema, if there is one; what is found is reported by `proven`. */
  async #proofread(): Promise<readonly string[]> {
    const tei = await this.encoded();
    return tei ? this.press.pressman.proof(tei.text) : [];
  }

  /** Reports what the proof of the TEI has found: a fault of the program, and nothing is written then. */
  async proven(): Promise<void> {
    const findings = await this.#timed('press', () => (this.#proof ??= this.#proofread()));
    if (findings.length > 0) (await import('../tei/validate.js')).reportFindings(findings, this.file);
  }

  async tei(): Promise<string | undefined> {
    return (await this.encoded())?.text;
  }

  /** The galley; undefined after errors. */
  async galley(): Promise<Galley | undefined> {
    const tei = await this.encoded();
    if (!tei) return undefined;
    return this.#once('galley', async () => {
      const [{ makeGalley, wordsFor }, tables, edition] = await Promise.all([
        import('../galley/index.js'),
        this.press.tables(),
        this.edition(),
      ]);
      const lang = edition?.children[0]?.language.value ?? 'en';
      return makeGalley(
        tei.root,
        {
          words: wordsFor(lang, tables.words, this.file),
          languages: tables.words,
          version,
          teiSha256: tei.sha256,
          teiFile: this.#nameOf('tei'),
          date: edition?.publication.date ?? this.#date(undefined),
          dateOf: this.#dateOf(edition),
          punctuation: (await this.#design()).punctuation ?? 'typographic',
          ...(this.#facts.tables && { behaviours: this.#facts.tables.behaviours }),
        },
        this.file,
      );
    });
  }

  /** A plain view of the pages; undefined after errors. */
  async pages(): Promise<unknown> {
    const galley = await this.galley();
    if (!galley) return undefined;
    return this.#once('pages', async () => {
      const [{ plainPages }, look] = await Promise.all([import('./plain-pages.js'), this.#look()]);
      const pages = await setPages(galley, look, this.press.stock, this.file);
      return pages && plainPages(pages);
    });
  }

  /** Makes what is asked for; nothing after errors. */
  async write(asked: readonly Format[]): Promise<Output[]> {
    const outputs: Output[] = [];
    const add = (format: Format, output: Pick<Output, 'bytes' | 'pages'>): void => {
      outputs.push({ format, name: this.#nameOf(format), ...output });
    };
    if (asked.includes('pdf'))
      this.press.pressman.makeReady(await this.#look(), beginningOf(this.source.content));
    const tei = await this.encoded();
    // Read while the galley is made, when the pressman has nothing else to do.
    this.#proof = this.#proofread();
    this.#proof.catch(() => undefined); // awaited last; what fails before is told then
    if (tei && asked.includes('tei')) add('tei', { bytes: tei.bytes });
    // The pages are set and printed while the EPUB is made, which takes only its page list from them.
    const galley = asked.some((format) => format !== 'tei') ? await this.galley() : undefined;
    const printing = tei && galley && asked.includes('pdf') ? await this.#print(tei, galley) : undefined;
    const imposed = printing && galley && this.#imposed(printing, galley);
    if (tei && galley && asked.includes('epub') && !this.files.some(hasErrors)) {
      const bytes = await this.#epub(tei, galley, imposed);
      if (bytes) add('epub', { bytes });
    }
    if (printing && imposed) {
      const [{ pages }, bytes] = await this.#timed('press', () =>
        Promise.all([printing.imposition, printing.bytes, imposed]),
      );
      if (bytes) add('pdf', { bytes, pages });
    }
    await this.proven();
    if (this.files.some(hasErrors)) return [];
    return outputs.sort((a, b) => formats.indexOf(a.format) - formats.indexOf(b.format));
  }

  async #print(tei: EncodedTei, galley: Galley): Promise<Printing> {
    const printing = this.press.pressman.print({
      source: { path: this.file.path, value: String(this.file) },
      galley,
      ...(await this.#look()),
      attachment: {
        name: this.#nameOf('tei'),
        bytes: tei.bytes,
        description: `TEI P5: ${galley.metadata.title}`,
      },
      producer,
    });
    // as the proof
    for (const part of [printing.imposition, printing.bytes]) part.catch(() => undefined);
    return printing;
  }

  /** What the EPUB takes from the pages; what typesetting has to say is said of the source. */
  #imposed(printing: Printing, galley: Galley): Promise<PrintedPages> {
    const imposed = printing.imposition.then((imposition) => hear(imposition, galley, this.file));
    imposed.catch(() => undefined); // as those of the printing
    return imposed;
  }

  /** The EPUB; undefined after errors. */
  async #epub(
    tei: EncodedTei,
    galley: Galley,
    imposed: Promise<PrintedPages> | undefined,
  ): Promise<Uint8Array | undefined> {
    const look = await this.#look();
    const covering = await this.#once('fonts', () =>
      // Where the pages are set too, what lacks is told at the press.
      facesFor(galley, look, this.press.stock, imposed ? new VFile() : this.file),
    );
    if (!covering) return undefined;
    const { faces, uncovered } = covering;
    // Of what is printed it is said at the press.
    if (uncovered.length > 0 && !imposed)
      (await import('./not-embedded.js')).reportNotEmbedded(covering, look.design, this.file);
    const { epubWords } = await this.press.tables();
    const { identifier, series } = this.#facts.publication;
    return this.#timed('epub', async () => {
      const [{ writeEpub }, { Guard }] = await Promise.all([
        import('../epub/index.js'),
        import('../typeset/protect.js'),
      ]);
      const guard = new Guard(look.design.protection);
      return writeEpub(galley, {
        faces,
        words: wordsIn(galley.lang, epubWords),
        holds: (...words) => guard.holds(...words) !== undefined,
        ...(imposed && { printed: () => this.#timed('press', () => imposed) }),
        date: galley.metadata.date,
        key: [identifier?.value ?? '', series ?? '', this.stem].join('\n'),
        generator: producer,
        tei: { bytes: tei.bytes },
        host: this.press.options.host,
      });
    });
  }

  async #sidecar(): Promise<Sidecar | undefined> {
    const { sidecar } = this.source;
    if (!sidecar) return undefined;
    const file = new VFile({ path: sidecar.path });
    this.files.push(file);
    const { readSidecar } = await import('../config/sidecar.js');
    return readSidecar(sidecar.content, file, this.#facts.editors);
  }

  #date(uploaded: string | undefined): string {
    return buildDate(this.#dates(uploaded));
  }

  #dateOf(edition: Edition | undefined): ReturnType<typeof originOfDate> {
    return originOfDate(this.#dates(edition?.children[0]?.page.uploaded?.value.when));
  }

  #dates(uploaded: string | undefined): KnownDates {
    const environment = environmentDate(this.press.options.host).date;
    return { environment, edition: this.#facts.date, uploaded };
  }

  async #design(): Promise<Design> {
    const { designs } = await this.press.tables();
    const { options } = this.press;
    const name = options.design ?? this.#facts.design ?? 'reading';
    const design = options.designs?.[name] ?? designs[name];
    // Options and project files are checked before; this is a caller's mistake.
    if (!design) throw new RangeError(`there is no design "${name}"`);
    return design;
  }

  async #look(): Promise<Look> {
    return { design: await this.#design(), folder: this.source.folder };
  }

  #nameOf(format: Format): string {
    return `${this.stem}${extensions[format]}`;
  }

  /** Runs a station once, and notes its time. */
  #once<T>(station: string, action: () => Promise<T>): Promise<T> {
    let known = this.#known.get(station);
    if (!known) {
      known = this.#timed(station, action);
      this.#known.set(station, known);
    }
    return known as Promise<T>; // each station has one name and one type
  }

  #timed<T>(station: string, action: () => Promise<T>): Promise<T> {
    return this.press.stock.ledger.timed(station, action);
  }
}

const producer = `Marginalia ${version}`;

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
