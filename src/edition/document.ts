/** One document with all that its page says about it. */
import type { Node, Position } from 'unist';
import type { Block } from './blocks.js';
import type { Copy } from './copies.js';
import type { Correspondence, Making } from './correspondence.js';
import type { CalendarDate } from './dates.js';
import type { Annotation, Hand, MarginalNote } from './marginalia.js';
import type { Fact, Origin } from './origin.js';
import type { PageFacts, PrintedSource, Responsibility } from './page.js';
import type { Mention, Register } from './registers.js';

export const documentKinds = [
  'telegram',
  'letter',
  'memorandum',
  'conversation',
  'decision',
  'report',
  'document',
] as const;

export type DocumentKind = (typeof documentKinds)[number];

/** One document with all that its page says about it. `children` is the transcription in the source's order. */
export interface DocumentNode extends Node {
  type: 'document';
  /** `document`, or with a prefix where an edition holds several. */
  id: string;
  children: Block[];
  title: Fact<string>;
  kind: Fact<DocumentKind>;
  /** BCP 47 tag of the transcription. */
  language: Fact<string>;
  author?: Fact<Mention>;
  /** Others who wrote it with the author, in the order of the source; where it was sent, they sent it with him. */
  coAuthors?: Fact<Mention>[];
  page: PageFacts;
  /** Date of the document as the page gives it ("February 7, 1950"). */
  pageDate?: Fact<CalendarDate>;
  summary?: Summary;
  copies: Copy[];
  /** Printed editions that the page names as its source. */
  printedSources: PrintedSource[];
  /** "Translated by …", "Obtained by …": said of the page as a whole. */
  responsibilities: Responsibility[];
  correspondence: Correspondence;
  /** Where and when a document was made that was not sent (a decision, minutes): what its dateline says. */
  made?: Making;
  /** Marks of secrecy in the text, in order, without repeats. */
  secrecy: Classification[];
  subjects: Fact<string>[];
  hands: Hand[];
  /** Marginal notes made from reports; notes transcribed where they stand are blocks or phrases. */
  marginalia: MarginalNote[];
  /** Editorial footnotes from the sidecar. */
  annotations: Annotation[];
  persons: Register[];
  places: Register[];
  organisations: Register[];
  /** Lines of the page that are navigation or labels of the web page. */
  chrome: ChromeLine[];
}

export interface ChromeLine {
  text: string;
  position: Position;
  /** Why the line was taken for chrome. */
  rule: string;
}

export interface Summary {
  children: SummaryParagraph[];
  origin: Origin;
}

export interface SummaryParagraph {
  text: string;
  /** Places that annotations are called from, in order: UTF-16 units into `text`. */
  anchors?: { id: string; offset: number }[];
  position: Position;
}

export interface Classification {
  /** Key for a category id: `strictly-secret`. */
  key: string;
  text: string;
  position: Position;
}
