/**
 * pdfkit 0.20 as container: objects and their offsets, page tree, catalog, output intent, trailer. This is the only file
 * that knows pdfkit; what it uses of its private parts is typed here and checked when a document is opened.
 *
 * Changed for one document, never for the library: streams are plain at first and then deflated by fflate (Node's zlib may
 * differ from release to release, and with it the bytes), chunks go to our sink, XMP is ours, the file identifier is a
 * hash of the content.
 * Nothing here makes pdfkit use fontkit, linebreak, png-js or @noble/ciphers: a bundle may leave them out.
 */
import { createHash } from 'node:crypto';
import type { zlibSync } from 'fflate';
import type { Sink } from './context.js';

/** An indirect object (pdfkit's PDFReference). `toString()` is "n 0 R". */
export interface IndirectObject {
  readonly id: number;
  /** A dictionary, or a token that is one. */
  data: object;
  compress: boolean;
  buffer: Uint8Array[];
  write(chunk: Uint8Array | string): void;
  /** Writes the object; it cannot change afterwards. */
  end(chunk?: Uint8Array | string): void;
  finalize: (this: IndirectObject) => void;
  toString(): string;
}

interface PdfkitDocument {
  _root: IndirectObject;
  _id: Uint8Array;
  _offset: number;
  _write(data: Uint8Array | string): void;
  _finalize(): void;
  _addColorOutputIntent(): void;
  endMetadata(): void;
  ref(data?: object): IndirectObject;
  getStructTreeRoot(): IndirectObject;
  end(): void;
}

const privateParts = {
  _root: 'object',
  _offset: 'number',
  _write: 'function',
  _finalize: 'function',
  _addColorOutputIntent: 'function',
  endMetadata: 'function',
  ref: 'function',
  getStructTreeRoot: 'function',
  end: 'function',
} as const satisfies Partial<Record<keyof PdfkitDocument, string>>;

function hasPrivateParts(document: unknown): document is PdfkitDocument {
  if (typeof document !== 'object' || document === null) return false;
  return Object.entries(privateParts).every(
    ([name, type]) => typeof Reflect.get(document, name) === type && Reflect.get(document, name) !== null,
  );
}

export interface ContainerOptions {
  readonly lang: string;
  /** Document information; strings, dates or tokens. */
  readonly info: Readonly<Record<string, unknown>>;
  /** The XMP packet, complete. */
  readonly xmp: string;
  readonly outputIntentProfile: Uint8Array | undefined;
  readonly sink: Sink;
}

export interface Container {
  /** Adds entries to the catalog. */
  catalog(entries: Readonly<Record<string, unknown>>): void;
  /** Root of the structure tree; written at the end. */
  readonly structTreeRoot: IndirectObject;
  ref(data?: object): IndirectObject;
  /** The catalog's /Names; written at the end. */
  readonly names: IndirectObject;
  /** Adds a page object to the page tree. */
  addPage(dictionary: Record<string, unknown>): IndirectObject;
  /** Hands what has been written so far to the sink. */
  flush(): Promise<void>;
  end(): Promise<void>;
}

/** Bytes gathered before the sink is called. */
const chunkSize = 1 << 16;

/**
 * Bytes of a document that are written before streams are deflated: to load and start fflate takes as long as setting a
 * short document, whose plain PDF is smaller than one picture.
 */
const worthDeflating = 200_000;

/** Opens a tagged PDF 1.7. @throws Error if this pdfkit is not built as the one we know */
export async function openContainer(options: ContainerOptions): Promise<Container> {
  const { default: PDFDocument } = await import('pdfkit');
  // Not `new`: the published types know neither a document without a font nor tokens.
  const made: unknown = Reflect.construct(PDFDocument, [
    {
      font: null,
      pdfVersion: '1.7',
      subset: 'PDF/A-3a',
      tagged: true,
      displayTitle: true,
      autoFirstPage: false,
      info: { ...options.info },
    },
  ]);
  if (!hasPrivateParts(made)) throw new Error('this release of pdfkit is built otherwise than 0.20');
  const document = made;
  const hash = createHash('sha256');
  let pending: Uint8Array[] = [];
  let pendingSize = 0;
  let deflate: typeof zlibSync | undefined;

  function take(chunk: Uint8Array): void {
    hash.update(chunk);
    pending.push(chunk);
    pendingSize += chunk.length;
    document._offset += chunk.length;
  }
  // The header is written by the constructor, before this method is ours; written again, offsets start with it.
  document._offset = 0;
  document._write = (data) => {
    take(typeof data === 'string' ? latin1(`${data}\n`) : data);
  };
  document._write('%PDF-1.7');
  document._write('%\u00ff\u00ff\u00ff\u00ff');

  // The reference of the catalog exists already: its methods are those of all references.
  const { finalize } = document._root;
  const refOf = document.ref.bind(document);
  document.ref = (data) => {
    const reference = refOf(data);
    reference.finalize = deflateAndFinalize;
    return reference;
  };
  function deflateAndFinalize(this: IndirectObject): void {
    if (this.compress && this.buffer.length > 0) {
      if (deflate) this.buffer = [deflate(joined(this.buffer), { level: 6 })];
      // Set by `write` for what pdfkit itself would deflate.
      else Reflect.deleteProperty(this.data, 'Filter');
      this.compress = false;
    }
    finalize.call(this);
  }

  Object.assign(document._root.data, { Lang: new String(options.lang) });
  document.endMetadata = () => {
    const metadata = document.ref({ Type: 'Metadata', Subtype: 'XML' });
    // Plain, so that tools which know no PDF find the packet (XMP, part 3, 1.1).
    metadata.compress = false;
    metadata.end(new TextEncoder().encode(options.xmp));
    Object.assign(document._root.data, { Metadata: metadata });
  };
  const { outputIntentProfile } = options;
  if (outputIntentProfile) {
    document._addColorOutputIntent = () => {
      const profile = document.ref({ N: 3 });
      profile.end(outputIntentProfile);
      const name = new String('sRGB IEC61966-2.1');
      const intent = { Type: 'OutputIntent', S: 'GTS_PDFA1', Info: name, OutputConditionIdentifier: name };
      const reference = document.ref({ ...intent, DestOutputProfile: profile });
      reference.end();
      Object.assign(document._root.data, { OutputIntents: [reference] });
    };
  }
  const finish = document._finalize.bind(document);
  document._finalize = () => {
    document._id = new Uint8Array(hash.copy().digest().subarray(0, 16));
    finish();
  };

  const names: unknown = Reflect.get(document._root.data, 'Names');
  const pages: unknown = Reflect.get(document._root.data, 'Pages');
  if (!isPageTree(pages) || !isObject(names))
    throw new Error('this release of pdfkit has another catalog than 0.20');

  async function hand(all: boolean): Promise<void> {
    // What is written decides, never time: the same document is deflated from the same object on.
    if (!deflate && document._offset > worthDeflating) deflate = (await import('fflate')).zlibSync;
    if (pendingSize === 0 || (!all && pendingSize < chunkSize)) return;
    const chunk = joined(pending);
    pending = [];
    pendingSize = 0;
    await options.sink(chunk);
  }

  return {
    catalog: (entries) => void Object.assign(document._root.data, entries),
    structTreeRoot: document.getStructTreeRoot(),
    names,
    ref: (data) => document.ref(data),
    addPage(dictionary) {
      const page = document.ref({ Type: 'Page', Parent: pages, ...dictionary });
      pages.data.Kids.push(page);
      pages.data.Count += 1;
      return page;
    },
    flush: () => hand(false),
    async end() {
      document.end();
      await hand(true);
    },
  };
}

interface PageTree extends IndirectObject {
  data: { Kids: IndirectObject[]; Count: number };
}

function isObject(value: unknown): value is IndirectObject {
  return typeof value === 'object' && value !== null && 'data' in value && typeof value.data === 'object';
}

function isPageTree(value: unknown): value is PageTree {
  return isObject(value) && 'Kids' in value.data && Array.isArray(value.data.Kids) && 'Count' in value.data;
}

/** One byte a character; everything written as text is ASCII, save the header's mark of a binary file. */
function latin1(text: string): Uint8Array {
  if (/[^\u0000-\u00ff]/.test(text)) throw new TypeError('PDF syntax with a character beyond Latin-1');
  return Buffer.from(text, 'latin1');
}

/** Puts chunks together; a chunk that stands alone is not copied. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const [only] = chunks;
  if (chunks.length === 1 && only) return only;
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
