import { createHash } from 'node:crypto';
import { unified, type Plugin } from 'unified';
import { VFile } from 'vfile';
import type { Root } from 'xast';
import { buildDate, environmentDate } from '../config/dates.js';
import { noFacts, type ProjectFacts } from '../config/project.js';
import type { Sidecar } from '../config/sidecar.js';
import { hasErrors, report } from '../diagnostics/report.js';
import type { Edition } from '../edition/types.js';
import type { Galley } from '../galley/types.js';
import { decode, refuseForbidden, refuseLong } from '../host/decode.js';
import type { ReadOptions } from '../read/text/index.js';
import type { Design } from '../typeset/design.js';
import type { Setting } from '../typeset/pages.js';
import { version } from '../version.js';
import type { CoveringFaces } from './fallback-faces.js';
import { extensions, type Format, type Output } from './formats.js';
import type { Press } from './press.js';
import { wordsIn } from './tables.js';
import type { Source } from './types.js';

/** A setting whose pages were taken and can be taken again. */
interface SetPages extends Setting {
  readonly count: number;
}

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
  readonly timings = new Map<string, number>();
  readonly #facts: ProjectFacts;
  readonly #known = new Map<string, Promise<unknown>>();
  /** Once there are pages: the folio of each galley id, and where each page begins. */
  #printed: Pick<Setting, 'labels' | 'starts'> | undefined;

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
      const bytes = this.#bytes();
      const sidecar = await this.#sidecar();
      if (!bytes || this.files.some(hasErrors)) return undefined;
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
      const [{ encode }, { serialise }] = await Promise.all([
        import('../tei/encode.js'),
        import('../tei/serialise.js'),
      ]);
      const root = encode(edition, { version });
      const text = serialise(root, this.file);
      if (hasErrors(this.file)) return undefined;
      const validator = await this.#timed('validation', () => this.press.validator());
      validator.validate(text, this.file, root);
      const bytes = new TextEncoder().encode(text);
      return hasErrors(this.file) ? undefined : { root, text, bytes, sha256: sha256(bytes) };
    });
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
          punctuation: (await this.#design()).punctuation ?? 'typographic',
          ...(this.#facts.tables && { behaviours: this.#facts.tables.behaviours }),
        },
        this.file,
      );
    });
  }

  /**
   * The pages, all of them: what typesetting has to say (a letter that no font has) must be known before a page is
   * painted. Undefined after errors.
   */
  async setting(): Promise<SetPages | undefined> {
    const galley = await this.galley();
    if (!galley || this.files.some(hasErrors)) return undefined;
    return this.#once('pages', async () => {
      const covering = await this.#faces(galley);
      const [{ typeset }, hyphenator] = await Promise.all([
        import('../typeset/index.js'),
        this.press.hyphenator(),
      ]);
      if (!covering) return undefined;
      const { shaper } = covering.faces;
      const setting = typeset(galley, await this.#design(), shaper, hyphenator, this.file);
      const pages = [...setting.pages()];
      if (this.files.some(hasErrors)) return undefined;
      return {
        ...setting,
        count: pages.length,
        *pages() {
          yield* pages;
        },
      };
    });
  }

  /** A plain view of the pages. */
  async pages(): Promise<unknown> {
    const setting = await this.setting();
    return setting && (await import('./plain-pages.js')).plainPages(setting);
  }

  /** Makes one format; undefined after errors. PDF goes before EPUB, which takes its page numbers from it. */
  async write(format: Format): Promise<Output | undefined> {
    const output = await this.#writers[format]();
    if (!output || this.files.some(hasErrors)) return undefined;
    return { format, name: this.#nameOf(format), ...output };
  }

  readonly #writers: Record<Format, () => Promise<Pick<Output, 'bytes' | 'pages'> | undefined>> = {
    tei: async () => {
      const tei = await this.encoded();
      return tei && { bytes: tei.bytes };
    },
    pdf: async () => {
      const [tei, galley] = [await this.encoded(), await this.galley()];
      const setting = await this.setting();
      const covering = galley && (await this.#faces(galley));
      if (!tei || !galley || !setting || !covering) return undefined;
      const { faces } = covering;
      const bytes = await this.#timed('pdf', async () => {
        const { writePdf } = await import('../pdf/write.js');
        return writePdf(setting, {
          metadata: galley.metadata,
          lang: galley.lang,
          faces,
          date: galley.metadata.date,
          attachment: {
            name: this.#nameOf('tei'),
            bytes: tei.bytes,
            description: `TEI P5: ${galley.metadata.title}`,
          },
          producer,
        });
      });
      this.#printed = setting;
      return { bytes, pages: setting.count };
    },
    epub: async () => {
      const [tei, galley] = [await this.encoded(), await this.galley()];
      const covering = galley && (await this.#faces(galley));
      if (!tei || !galley || !covering) return undefined;
      const { faces, uncovered } = covering;
      if (uncovered.length > 0) await this.#notEmbedded(uncovered, faces);
      const { epubWords } = await this.press.tables();
      const { identifier, series } = this.#facts.publication;
      const bytes = await this.#timed('epub', async () => {
        const { writeEpub } = await import('../epub/index.js');
        return writeEpub(galley, {
          faces,
          words: wordsIn(galley.lang, epubWords),
          ...(this.#printed && { printed: this.#printed }),
          date: galley.metadata.date,
          key: [identifier?.value ?? '', series ?? '', this.stem].join('\n'),
          generator: producer,
          tei: { bytes: tei.bytes },
          host: this.press.options.host,
        });
      });
      return { bytes };
    },
  };

  #bytes(): Uint8Array | undefined {
    const { content } = this.source;
    let text: string | undefined;
    if (typeof content === 'string') text = refuseForbidden(content, this.file) ? undefined : content;
    else text = decode(content, this.file);
    if (text === undefined) return undefined;
    // Readers know line feeds only. U+2028 and U+2029 end lines too (Unicode, section 5.8).
    const lines = text.replace(/\r\n?|[\u2028\u2029]/g, '\n');
    if (refuseLong(lines, this.file)) return undefined;
    this.file.value = lines;
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
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
    return buildDate({
      environment: environmentDate(this.press.options.host).date,
      edition: this.#facts.date,
      uploaded,
    });
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

  /** The faces of the design and the fallback faces that the galley needs; reports `font-missing`. */
  async #faces(galley: Galley): Promise<CoveringFaces | undefined> {
    const design = await this.#design();
    return this.#once('fonts', async () => {
      const [{ FaceUnavailable }, { clustersIn }] = await Promise.all([
        import('../fonts/faces.js'),
        import('../typeset/fallback.js'),
      ]);
      try {
        return await (await this.press.faces(design)).covering(clustersIn(galley));
      } catch (error) {
        if (!(error instanceof FaceUnavailable)) throw error;
        report(this.file, 'font-missing', {
          reason: `For the design ${design.name}, ${error.message}`,
          hint: `Install it: npm install ${error.source.package}`,
        });
        return undefined;
      }
    });
  }

  /** Reports what an EPUB has no face for. A PDF of the same text cannot be made, so nothing is said twice. */
  async #notEmbedded(clusters: readonly string[], { shaper }: CoveringFaces['faces']): Promise<void> {
    const { MissingGlyphs } = await import('../typeset/missing-glyphs.js');
    const missing = new MissingGlyphs(await this.#design(), this.file, (face) => shaper.has?.(face) ?? false);
    for (const cluster of clusters) {
      for (const codePoint of shaper.missing(cluster, { face: 'roman', features: [], lang: 'und' })) {
        missing.add(codePoint, undefined);
      }
    }
    missing.report('glyph-not-embedded');
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

  /** Adds the time of an action to a station, without that of stations gone through within it. */
  async #timed<T>(station: string, action: () => Promise<T>): Promise<T> {
    const { host } = this.press.options;
    const started = host.elapsed();
    const outer = this.#within;
    this.#within = 0;
    try {
      return await action();
    } finally {
      const time = host.elapsed() - started;
      this.timings.set(station, (this.timings.get(station) ?? 0) + time - this.#within);
      this.#within = outer + time;
    }
  }

  /** Time of stations within the one that is being gone through. */
  #within = 0;
}

const producer = `Marginalia ${version}`;

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
