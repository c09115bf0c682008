/** What the PDF needs besides the pages. */
import type { FaceName } from '../typeset/measure.js';

/** Facts for XMP, the document information and the title bar; all plain text. */
export interface PdfMetadata {
  /** Not empty: PDF/UA asks for a title. */
  readonly title: string;
  readonly authors: readonly string[];
  readonly editors: readonly string[];
  readonly subject?: string | undefined;
  readonly keywords: readonly string[];
  readonly publisher?: string | undefined;
  readonly rights?: string | undefined;
  readonly series?: string | undefined;
  readonly identifier?: string | undefined;
  /** Version of the edition. */
  readonly version?: string | undefined;
  /** Address of its licence. */
  readonly licence?: string | undefined;
  /** BCP 47 tags, the document's first. */
  readonly languages: readonly string[];
  /** Date of the document, ISO 8601; what is no such date is left out of `dc:date`. */
  readonly documentDate?: string | undefined;
}

/** The TEI, attached byte for byte. */
export interface PdfAttachment {
  /** File name without a path. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly description: string;
  /** Media type; `application/tei+xml` (RFC 6129) if not given. */
  readonly type?: string | undefined;
}

export interface PdfContext {
  readonly metadata: PdfMetadata;
  /** BCP 47 tag of the document. */
  readonly lang: string;
  /** Every face that the pages use; static TrueType files. */
  readonly faces: ReadonlyMap<FaceName, { readonly bytes: Uint8Array }>;
  /** Date of the build, ISO 8601: a day (taken as midnight UTC) or a time with its zone. */
  readonly date: string;
  readonly attachment: PdfAttachment;
  /** Name and version of the program, "Marginalia 1.2.3". */
  readonly producer: string;
  /**
   * ICC profile of sRGB for the output intent; without it, pdfkit reads the one that stands beside its code
   * (`outputIntentProfile` names it).
   */
  readonly outputIntentProfile?: Uint8Array | undefined;
}

/** Where the sRGB profile stands when pdfkit is bundled and no longer finds it: arguments for `Host.font`. */
export const outputIntentProfile = { package: 'pdfkit', file: 'js/data/sRGB_IEC61966_2_1.icc' } as const;

/**
 * Takes the finished bytes in order. What it returns is awaited before the next page, so that memory stays flat when the
 * bytes go to a slow file.
 */
export type Sink = (chunk: Uint8Array) => void | Promise<void>;
