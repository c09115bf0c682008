/**
 * The package: finished content documents, styles, fonts and pictures in an EPUB container (EPUB 3.3).
 *
 * `epub-gen-memory` renders the package files from templates and zips. What it would do to content (parsing it again as
 * HTML, fetching pictures, random identifiers, today's date) is kept from it: it gets no content, and the finished
 * documents are put in afterwards. Templates never hold words of an edition; those are values, and are escaped.
 */
import { EPub } from 'epub-gen-memory';
import type { PackageMetadata } from './metadata.js';
import type { Place, TocEntry } from './setting.js';

/** A file of the package, with its entry in the manifest. */
export interface Resource {
  /** Below the folder of the package document. */
  readonly path: string;
  readonly id: string;
  readonly mediaType: string;
  readonly properties?: string;
  /** Relation to the publication of a file that is no part of it: it is linked, and not in the manifest. */
  readonly relation?: 'record';
  readonly content: string | Uint8Array;
}

/** A content document: the body as XML, the rest by the template. */
export interface PageFile {
  readonly file: string;
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
  readonly body: string;
}

export interface PackageParts {
  readonly metadata: PackageMetadata;
  /** In reading order; the navigation document stands after the first, the cover. */
  readonly pages: readonly PageFile[];
  readonly resources: readonly Resource[];
  /** Names of the style sheets, in the order in which they count. */
  readonly styles: readonly string[];
  readonly navigation: {
    /** Language and words of the navigation document itself. */
    readonly lang: string;
    readonly contents: string;
    readonly landmarks: string;
    readonly pages: string;
    readonly toc: readonly TocEntry[];
    readonly landmarkList: readonly (Place & { readonly type: string })[];
    readonly pageList: readonly Place[];
  };
  /** EJS of the content documents, the package document, the navigation document and the NCX. */
  readonly templates: {
    readonly page: string;
    readonly package: string;
    readonly navigation: string;
    readonly ncx: string;
  };
}

/** The first date that a zip file can hold; an entry's date says nothing of an edition. */
const zipDate = new Date('1980-01-01T00:00:00Z');

/**
 * Characters of all files but fonts from which on they are deflated: the start of jszip's deflate costs as much time as
 * all else that is done for a small edition, and would save it 40 kB. Fonts are stored always.
 */
const worthDeflating = 150_000;

/** What the library is told; templates see it all, and `edition` is what ours are made from. */
function optionsOf(parts: PackageParts) {
  const { metadata, templates } = parts;
  return {
    title: metadata.title,
    lang: metadata.languages[0] ?? 'und',
    date: metadata.modified,
    version: 3,
    css: '',
    chapterXHTML: templates.page,
    contentOPF: templates.package,
    tocXHTML: templates.navigation,
    tocNCX: templates.ncx,
    verbose: false,
    edition: parts,
  };
}

class Edition extends EPub {
  readonly #parts: PackageParts;

  constructor(parts: PackageParts) {
    super(optionsOf(parts), []);
    this.#parts = parts;
    this.uuid = parts.metadata.identifier;
    this.content = parts.pages.map((page) => ({
      ...page,
      filename: page.file,
      content: page.body,
      styles: parts.styles,
      author: [],
      url: '',
      excludeFromToc: false,
      beforeToc: false,
    }));
  }

  protected override async generateTemplateFiles(): Promise<void> {
    await super.generateTemplateFiles();
    this.zip.remove('OEBPS/style.css');
    for (const { path, content } of this.#parts.resources) {
      this.zip.file(`OEBPS/${path}`, content, { createFolders: false });
    }
  }

  /** The container: `mimetype` first and stored (OCF, 4.2.2), then by name, without folders, dates or permissions. */
  async bytes(): Promise<Uint8Array> {
    await this.render();
    const files = Object.values(this.zip.files).filter((file) => !file.dir);
    files.sort((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1));
    const { pages, resources } = this.#parts;
    const fonts = new Set(resources.filter(isFont).map(({ path }) => `OEBPS/${path}`));
    const texts = [
      ...pages.map(({ body }) => body),
      ...resources.filter((file) => !isFont(file)).map(contentOf),
    ];
    const large = texts.reduce((sum, text) => sum + text.length, 0) > worthDeflating;
    for (const file of files) {
      file.date = zipDate;
      file.options.compression =
        !large || fonts.has(file.name) || rank(file.name) === 0 ? 'STORE' : 'DEFLATE';
    }
    this.zip.files = Object.fromEntries(files.map((file) => [file.name, file]));
    return this.zip.generateAsync({
      type: 'uint8array',
      compressionOptions: { level: 6 },
      platform: 'DOS',
      streamFiles: false,
    });
  }
}

function isFont({ mediaType }: Resource): boolean {
  return mediaType.startsWith('font/');
}

function contentOf({ content }: Resource): string | Uint8Array {
  return content;
}

function rank(name: string): number {
  return name === 'mimetype' ? 0 : 1;
}

/** The same parts give the same bytes, whatever the machine: jszip brings its own deflate. */
export function packageEdition(parts: PackageParts): Promise<Uint8Array> {
  return new Edition(parts).bytes();
}
