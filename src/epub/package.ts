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
  /** Put into the container as it is: deflating costs more time than the bytes are worth. */
  readonly stored?: boolean;
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
    for (const { path, content, stored } of this.#parts.resources) {
      const compression = stored ? 'STORE' : 'DEFLATE';
      this.zip.file(`OEBPS/${path}`, content, { createFolders: false, compression });
    }
  }

  /** The container: `mimetype` first and stored (OCF, 4.2.2), then by name, without folders, dates or permissions. */
  async bytes(): Promise<Uint8Array> {
    await this.render();
    const files = Object.values(this.zip.files).filter((file) => !file.dir);
    files.sort((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1));
    for (const file of files) file.date = zipDate;
    this.zip.files = Object.fromEntries(files.map((file) => [file.name, file]));
    return this.zip.generateAsync({
      type: 'uint8array',
      compression: 'DEFLATE',
      compressionOptions: { level: 9 },
      platform: 'DOS',
      streamFiles: false,
    });
  }
}

function rank(name: string): number {
  return name === 'mimetype' ? 0 : 1;
}

/** The same parts give the same bytes, whatever the machine: jszip brings its own deflate. */
export function packageEdition(parts: PackageParts): Promise<Uint8Array> {
  return new Edition(parts).bytes();
}
