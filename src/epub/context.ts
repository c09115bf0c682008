/**
 * What the EPUB is made from besides the galley.
 */
import type { GalleyText } from '../galley/types.js';
import type { Host } from '../host.js';
import type { FaceName, Shaper } from '../typeset/measure.js';
import type { Holds } from './held-spaces.js';

/** A face as the EPUB needs it: a static TrueType font. */
export interface EpubFace {
  readonly bytes: Uint8Array;
  coverage(codePoint: number): boolean;
}

/**
 * Faces by name: `roman` must be there; `italic`, `bold` and `bold-italic` are embedded where the text needs them; any
 * other face stands in for characters that one of them lacks.
 */
export interface EpubFaces extends ReadonlyMap<FaceName, EpubFace> {
  readonly shaper: Shaper;
}

/**
 * Words of the package in one language (`templates/epub/<lang>.yaml`). `{…}` is filled in.
 */
export interface EpubWords {
  /** BCP 47 tag of these words. */
  readonly lang: string;
  readonly cover: string;
  /** Text alternative of the cover; `{words}` are the words set on it. */
  readonly coverDescription: string;
  readonly contents: string;
  readonly landmarks: string;
  readonly pages: string;
  /** What a document without a title is called. */
  readonly document: string;
  readonly rights: string;
  readonly colophon: string;
  /** Heading of the footnotes. */
  readonly notes: string;
  /** Name of a backlink; `{label}` is the label of the footnote. */
  readonly backlink: string;
  /** What the pages of `page-list` are pages of; `{title}` is the title of the document. */
  readonly pageSource: string;
  /** Sentences of the accessibility summary; each is used where it is true. */
  readonly summary: {
    readonly text: string;
    readonly cover: string;
    readonly marginal: string;
    readonly footnotes: string;
    readonly pages: string;
  };
}

/** What is known of the printed pages. */
export interface PrintedPages {
  /** Galley id → folio of the page it stands on. */
  readonly labels: ReadonlyMap<string, string>;
  /** Each page in order: its folio, and the first word of the text that begins on it, if there is one. */
  readonly starts: readonly {
    readonly label: string;
    readonly text?: { readonly node: GalleyText; readonly offset: number };
  }[];
}

export interface EpubContext {
  readonly faces: EpubFaces;
  readonly words: EpubWords;
  /** The printed pages, asked for as late as can be: they may still be being set. Without them there is no page list. */
  readonly printed?: () => PrintedPages | Promise<PrintedPages>;
  /** Date of the build: ISO 8601, a day or a moment in UTC. */
  readonly date: string;
  /** What names this edition for ever (its URN, or folder and stem of the source): the unique identifier is made from it. */
  readonly key: string;
  /** Name and version of the program, "Marginalia 0.1.0". */
  readonly generator: string;
  /** The TEI the galley was made from: it travels in the package. */
  readonly tei?: { readonly bytes: Uint8Array };
  /** Which words stay on one line: the rule of the printed pages. */
  readonly holds?: Holds;
  readonly host: Pick<Host, 'resource' | 'font'>;
}
