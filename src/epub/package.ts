/**
 * The package: finished content documents, styles, fonts and pictures in an EPUB container (EPUB 3.3).
 *
 * `epub-gen-memory` renders the package files from templates. What it would do to content (parsing it again as
 * HTML, fetching pictures, random identifiers, today's date) is kept from it: it gets no content, and the finished
 * documents are put in afterwards. Templates never hold words of an edition; those are values, and are escaped.
 */
import { EPub } from 'epub-gen-memory';
import { writeContainer } from './container.js';
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

/**
 * Characters of all files but fonts from which on they are deflated: the start of a deflater costs as much time as
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
  /** Path in the container → content; `mimetype` is none of them. */
  readonly #files = new Map<string, string | Uint8Array>();

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
    // The library calls `folder` and `file` of its archive, no more.
    Object.assign(this, { zip: new Container(this.#files, '') });
    await super.generateTemplateFiles();
    this.#files.delete('OEBPS/style.css');
    for (const { path, content } of this.#parts.resources) this.#files.set(`OEBPS/${path}`, content);
  }

  /** The container: `mimetype` first and stored (OCF, 4.2.2), then by name. */
  async bytes(): Promise<Uint8Array> {
    await this.render();
    const fonts = new Set(this.#parts.resources.filter(isFont).map(({ path }) => `OEBPS/${path}`));
    const names = [...this.#files.keys()].sort();
    const length = names.reduce(
      (sum, name) => sum + (fonts.has(name) ? 0 : (this.#files.get(name)?.length ?? 0)),
      0,
    );
    const encoder = new TextEncoder();
    return writeContainer([
      { path: 'mimetype', bytes: encoder.encode('application/epub+zip'), deflate: false },
      ...names.map((path) => {
        const content = this.#files.get(path) ?? '';
        return {
          path,
          bytes: typeof content === 'string' ? encoder.encode(content) : content,
          deflate: length > worthDeflating && !fonts.has(path),
        };
      }),
    ]);
  }
}

/**
 * Where the library puts its files: a list in place of its archive, whose many small steps take longer than all else that
 * is done for an edition.
 */
class Container {
  constructor(
    readonly files: Map<string, string | Uint8Array>,
    readonly path: string,
  ) {}

  folder(name: string): Container {
    return new Container(this.files, `${this.path}${name}/`);
  }

  file(name: string, content: string): void {
    this.files.set(`${this.path}${name}`, content);
  }
}

function isFont({ mediaType }: Resource): boolean {
  return mediaType.startsWith('font/');
}

/** The same parts give the same bytes, whatever the machine. */
export function packageEdition(parts: PackageParts): Promise<Uint8Array> {
  return new Edition(parts).bytes();
}
