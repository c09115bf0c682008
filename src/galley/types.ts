/**
 * The galley: what a reader sees, before there are pages. Made from TEI by `galley/behaviours`; read by `typeset`
 * (PDF) and `epub` (XHTML), so that the editions cannot disagree. Plain unist objects, JSON-serialisable.
 */
import type { Node } from 'unist';

/** Names that a design gives a look to. A block or span of the galley bears one; designs must define all. */
export const blockStyles = [
  'kicker', // place and date above the title
  'title',
  'summary',
  'head', // heading that stands in the document
  'secrecy',
  'handling',
  'distribution',
  'dateline',
  'line', // line of the head without a part of its own
  'addressee',
  'salute',
  'paragraph',
  'paragraph-first', // first paragraph after a heading, opener or list: set without indent
  'item', // paragraph of a point, beside its hanging label
  'item-following', // later paragraph of a point
  'closer',
  'signed',
  'postscript',
  'report',
  'apparatus-heading', // "Sources", "Rights"
  'source', // one archival copy, hanging label a, b …
  'rights',
  'colophon',
  'footnote',
  'marginal-hand', // first paragraph of a marginal note: who, to whom, where
  'marginal-words',
  'marginal-sign', // a mark without words, described: upright, where the words are italic
] as const;
export type BlockStyle = (typeof blockStyles)[number];

export const spanStyles = [
  'italic',
  'bold',
  'underline',
  'spaced',
  'superscript',
  'subscript',
  'small-caps',
  'quantity-lining',
  'code',
  'struck',
] as const;
/**
 * `quantity-lining`: lining figures (shelfmarks). `code`: addresses, file names, checksums: no word of a language, never
 * divided. `struck`: words crossed out in the source.
 */
export type SpanStyle = (typeof spanStyles)[number];

export interface Galley extends Node {
  type: 'galley';
  /** BCP 47 tag of the document. */
  lang: string;
  /** What metadata of PDF and EPUB are made from. */
  metadata: GalleyMetadata;
  children: GalleyBlock[];
  /** Every note exactly once for each place it is set at; a call or anchor refers to it by id. */
  notes: GalleyNote[];
  running: { verso: string; recto: string };
  /** Words, lower case, that should not end a line of a title or of a note's first line: articles, prepositions. */
  joining?: readonly string[];
}

export interface GalleyMetadata {
  title: string;
  authors: string[];
  editors: string[];
  /** Editors of the edition with their MARC relator, where the role is a known one, and ORCID. */
  contributors?: { name: string; relator?: string; orcid?: string }[];
  subject?: string;
  keywords: string[];
  /** What kind of document it is: "Telegram". */
  kind?: string;
  publisher?: string;
  rights?: string;
  series?: string;
  /** A URI where the kind of identifier has one (`doi:…`, `urn:isbn:…`). */
  identifier?: string;
  /** Version of the edition. */
  version?: string;
  /** Address of the licence of the edition. */
  licence?: string;
  /** Languages that occur, the document's first. */
  languages: string[];
  /** ISO date of the document. */
  documentDate?: string;
  /** ISO date of the build. */
  date: string;
}

export type GalleyBlock = Section | GalleyHeading | GalleyParagraph | GalleyList | Ornament;

/** A part with a role; `document` is the transcription. `title` is what a table of contents calls it. */
export interface Section extends Node {
  type: 'section';
  role: 'front' | 'abstract' | 'document' | 'report' | 'sources' | 'rights' | 'colophon' | 'division';
  id?: string;
  lang?: string;
  title?: string;
  children: GalleyBlock[];
}

/** `level` 1 is the title of the document. */
export interface GalleyHeading extends Node {
  type: 'heading';
  level: 1 | 2 | 3 | 4;
  style: BlockStyle;
  id?: string;
  lang?: string;
  children: Inline[];
}

export interface GalleyParagraph extends Node {
  type: 'paragraph';
  style: BlockStyle;
  id?: string;
  lang?: string;
  /** Label that hangs beside the first line (a source's letter, a printed number). */
  label?: Inline[];
  children: Inline[];
}

/** Labels are the source's, never made. */
export interface GalleyList extends Node {
  type: 'list';
  id?: string;
  numbering: 'none' | 'decimal' | 'alpha' | 'roman';
  children: GalleyItem[];
}
export interface GalleyItem extends Node {
  type: 'item';
  id?: string;
  label: Inline[];
  children: GalleyBlock[];
}

/** A short rule between parts. */
export interface Ornament extends Node {
  type: 'ornament';
}

export type Inline = GalleyText | GalleySpan | GalleyLink | NoteCall | NoteAnchor | SourcePageBreak;

export interface GalleyText extends Node {
  type: 'text';
  value: string;
}
export interface GalleySpan extends Node {
  type: 'span';
  style?: SpanStyle;
  lang?: string;
  id?: string;
  children: Inline[];
}
/** `href` is `#id` inside the galley or an http(s)/mailto URL. */
export interface GalleyLink extends Node {
  type: 'link';
  href: string;
  /** What it says to who does not see it; its words, if absent. */
  description?: string;
  children: Inline[];
}
/** The call of a footnote: shown as a raised label, linked both ways. */
export interface NoteCall extends Node {
  type: 'noteCall';
  note: string;
  label: string;
}
/** The point in the text beside which notes start. Shows nothing itself but a quiet sign, if the design has one. */
export interface NoteAnchor extends Node {
  type: 'noteAnchor';
  notes: string[];
}
/** A page break of the source. */
export interface SourcePageBreak extends Node {
  type: 'sourcePageBreak';
  label: string;
}

export interface GalleyNote extends Node {
  type: 'note';
  id: string;
  series: 'marginal' | 'footnote';
  /** For a note that is set at several anchors: the id of its first setting. */
  repeats?: string;
  /**
   * `top`: at the head of the document; `end`: beside the last line of the block that its anchor stands in; `margin`: beside
   * the anchor's line.
   */
  place: 'margin' | 'top' | 'end' | 'foot';
  lang?: string;
  /** Label of a footnote. */
  label?: string;
  /** What assistive technology announces ("Marginal note by Stalin, beside point 1"). */
  description: string;
  /** What the link from a marginal note back to its passage says of itself. */
  back?: string;
  children: GalleyParagraph[];
}
