/**
 * The edition tree: what an editor knows of a document, without markup vocabulary.
 *
 * Plain unist objects, JSON-serialisable. Every node that stands for words of the source has a `position` in it
 * (line and column 1-based, offset 0-based in UTF-16 units); a node we made has `generated: true` instead.
 * Facts the source states are `Fact`s with origin `stated`; what we derive says by which rule and how certainly.
 */
import type { Node, Position } from 'unist';

export type Certainty = 'high' | 'medium' | 'low';

/** Where a value comes from. `rule` names the reading rule and is what `inspect` prints. */
export type Origin =
  | { readonly kind: 'stated'; readonly rule: string }
  | { readonly kind: 'inferred'; readonly rule: string; readonly certainty: Certainty }
  /** The editor's word, from the sidecar; `resp` is the id of an editor in `Edition.editors`. */
  | { readonly kind: 'editor'; readonly rule: 'sidecar'; readonly resp: string };

/** One value with its origin; `verbatim` are the words of the source it was read from. */
export interface Fact<T> {
  value: T;
  verbatim?: string;
  position?: Position;
  origin: Origin;
}

export interface Edition extends Node {
  type: 'edition';
  children: DocumentNode[];
  /** Editors named in `edition.yaml`; `#editor-1` … in TEI. The first is the default `resp` of a sidecar. */
  editors: Editor[];
  /** What `edition.yaml` says of the edition as a publication. */
  publication: Publication;
}

export interface Editor {
  /** `editor-1` … */
  id: string;
  name: string;
  orcid?: string;
  /** In words, as it is to be printed: "edited by", "translated by". */
  role?: string;
}

export interface Publication {
  /** Title of the series. */
  series?: string;
  publisher?: string;
  licence?: { text: string; url?: string };
  /** Identifier of the edition, e.g. a DOI or ISBN. */
  identifier?: { type: string; value: string };
  version?: string;
  /** ISO date of the build (never the clock): see `buildDate`. */
  date: string;
}

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

/** Nodes of a transcription nest at most this deep; what lies deeper a reader keeps as words without markup. */
export const maximumNesting = 60;

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

/** The page the edition was made from. */
export interface PageFacts {
  /** SHA-256 of the bytes of the source, lower-case hex. */
  sha256: string;
  /** Base name of the source file. */
  file: string;
  publisher?: Fact<string>;
  record?: Fact<string>;
  uploaded?: Fact<CalendarDate>;
  url?: Fact<string>;
  /** Rights statement: one entry a paragraph, verbatim. */
  rights: RightsParagraph[];
  /** Statements of the page about the document that fit no field; each stands in the header verbatim. */
  remarks: PageRemark[];
}

export interface RightsParagraph {
  children: (Text | Hidden)[];
  position?: Position;
  origin: Origin;
}

/** Words that the page put in place of something it hides ("[email protected]"). */
export interface Hidden extends Node {
  type: 'hidden';
  value: string;
}

export interface PageRemark {
  /** The label of the page it stood under, if any. */
  label?: string;
  text: string;
  position: Position;
}

/** A date. `when` is ISO 8601 (`1950-02-07`, `1950-02`, `1950`); several forms exclude each other. */
export interface CalendarDate {
  text: string;
  when?: string;
  from?: string;
  to?: string;
  notBefore?: string;
  notAfter?: string;
  /** `07-03` where the year is not printed; a transform completes it from the page. */
  monthDay?: string;
  /** `45` where the year is printed with two digits; a transform completes it where the page's year ends so. */
  shortYear?: string;
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

/** The name of a person, place or organisation with the register entry it belongs to. */
export interface Mention {
  name: string;
  key: string;
  /** `person` where absent. */
  kind?: 'person' | 'organisation';
}

export interface Correspondence {
  sent?: {
    person?: Fact<Mention>;
    place?: Fact<Mention>;
    date?: Fact<CalendarDate>;
    time?: Fact<ClockTime>;
    dispatch?: Fact<string>;
  };
  /** Where the source tells sending by wire apart from writing. */
  transmitted?: { date?: Fact<CalendarDate>; time?: Fact<ClockTime> };
  received?: { place?: Fact<Mention>; date?: Fact<CalendarDate>; time?: Fact<ClockTime> };
  addressees: Fact<Mention>[];
  /** Distribution ("Copies: …"), in order. */
  copiesTo: Fact<Mention>[];
  /** "Copy", "file": the copy kept in the file, in the source's word. */
  fileCopy?: Fact<string>;
}

/** The making of a document that is no correspondence. */
export interface Making {
  place?: Fact<Mention>;
  date?: Fact<CalendarDate>;
  time?: Fact<ClockTime>;
}

/** `when` is `hh:mm` or `hh:mm:ss`; no time zone is invented. */
export interface ClockTime {
  text: string;
  when?: string;
}

/** An entry of a register of persons, places or organisations. */
export interface Register {
  /** Id in the TEI: `shtykov`. */
  key: string;
  name: string;
  /** Other forms in which the name occurs or is known. */
  variants: string[];
  /** Authority numbers that the editor gave. */
  authorities: { type: 'VIAF' | 'GND' | 'wikidata' | 'geonames'; value: string }[];
  note?: string;
  origin: Origin;
}

/* Archival copies ------------------------------------------------------------------------------------------ */

/** One archival copy (a physical object). Offsets are UTF-16 units within `verbatim`. */
export interface Copy extends Node {
  type: 'copy';
  /** `copy-1` … */
  id: string;
  /** The reference as printed, without its separators and tail. */
  verbatim: string;
  repository?: Repository;
  /** Call numbers, outermost first as printed; leaves are in `leaves`. */
  shelfmark: ShelfmarkPart[];
  leaves: Leaves[];
  /** What the source says is missing, in its words ("Fond and Opis not given"). */
  lacunae: Lacuna[];
  /** True if the source says that parts are missing, or units that this archive's notation needs are not there. */
  partial: boolean;
  /** Units without which a shelfmark of this archive is only part of one, and that are not there; of each list one is enough. */
  wanting?: ShelfmarkUnit[][];
  /** What an editor stated in place of what was read or was not there, by field. */
  corrected?: Partial<Record<CopyField, Origin>>;
  /** Old or new number of one holding. */
  former: Span[];
  /** Original, typescript, certified copy …: words about the object, verbatim, and about its making and handling. */
  description: DescriptionSpan[];
  language?: Fact<string>;
  provenance: Responsibility[];
  /** What the grammar did not understand, verbatim; each was reported. */
  remainder: Span[];
  origin: Origin;
}

/** Fields of a copy that an editor can correct, but for the language, which has an origin of its own. */
export type CopyField = 'repository' | 'country' | 'settlement' | 'leaves' | ShelfmarkUnit;

/** `units` are those that the words name; empty where they name none ("without number"). */
export interface Lacuna extends Span {
  units?: (ShelfmarkUnit | Leaves['unit'])[];
}

export interface Span {
  text: string;
  start: number;
  end: number;
}

export interface DescriptionSpan extends Span {
  /** Marks of secrecy and handling; who drafted and cleared it. Absent: of the object. */
  about?: 'classification' | 'drafting';
}

export interface Repository extends Span {
  /** Key in the authority table, if the name is known there (`aprf`); its TEI id is the organisation's key. */
  key: string;
  known: boolean;
  country?: string;
  settlement?: string;
}

export const shelfmarkUnits = [
  'fond',
  'opis',
  'delo',
  'papka',
  'box',
  'folder',
  'file',
  'record',
  'reel',
  'series',
  'group',
  'lot',
  'item',
  'volume',
  'collection',
  'bundle',
  'document',
  'entry',
  'number',
] as const;
export type ShelfmarkUnit = (typeof shelfmarkUnits)[number];

/** `text` is the value exactly as printed (`059a`); `start`/`end` bound it within `verbatim`. `label` as printed. */
export interface ShelfmarkPart extends Span {
  unit: ShelfmarkUnit;
  label?: Span;
}

/** One range of leaves or pages. `from`/`to` are without spaces (`12v`). `text` holds the printed words with label. */
export interface Leaves extends Span {
  unit: 'leaf' | 'page' | 'frame';
  from: string;
  to: string;
}

export interface PrintedSource {
  verbatim: string;
  position: Position;
  origin: Origin;
}

/** A statement of who did what ("Translated by N for X"). */
export interface Responsibility {
  kind:
    | 'translated'
    | 'obtained'
    | 'contributed'
    | 'provided'
    | 'edited'
    | 'published'
    | 'reprinted'
    | 'on-file'
    | 'credit';
  /** Whole statement, verbatim. */
  text: string;
  /** The words up to the agent that it shares with a statement after it ("Obtained and translated by N"). */
  whole?: string;
  names: string[];
  position?: Position;
}

/* Marginal notes --------------------------------------------------------------------------------------------- */

export interface Hand {
  /** `hand-stalin`, `hand-unknown-1`. */
  id: string;
  /** Name as reported; absent for an unknown hand. */
  person?: Mention;
  /** "Stalin", "unknown hand": what a reader is shown. */
  label: string;
  /** Pencil, red ink …, in the source's words. */
  medium?: string;
  /** True when known from an editor's report only. */
  reported: boolean;
}

/** Places on the page in TEI's suggested values, combined ("margin left", "top right"). */
export type NotePlace = string;

export interface MarginalNote extends Node {
  type: 'marginalNote';
  id: string;
  /** Id of a hand; absent when the report names nobody. */
  hand?: string;
  place: NotePlace;
  /** Ids of the anchored blocks or passages, in the order of the text; never empty. */
  anchors: string[];
  /** Literal candidates of an ambiguous anchor and the like; `low` also when nothing could be resolved. */
  certainty?: Certainty;
  /** Id of the report it was made from. */
  report: string;
  /** The words written; absent for a sign alone. */
  words?: string;
  /** A sign, or what was done to the text, described in the report's words. */
  sign?: string;
  addressees?: Mention[];
  /** What it is written with, in the report's words. */
  medium?: string;
  /** Its date, as the report prints it. */
  date?: string;
  origin: Origin;
}

export interface Annotation extends Node {
  type: 'annotation';
  id: string;
  /** Id of the `anchor` phrase it is called from. */
  anchor: string;
  text: string;
  resp: string;
}

/* The transcription --------------------------------------------------------------------------------------------- */

export type Block = Heading | Opener | Paragraph | Points | Report | Closer | Postscript | DistributionList;

/** A heading that stands in the text. */
export interface Heading extends Node {
  type: 'heading';
  id: string;
  children: Phrase[];
}

/** What stands before the first paragraph, in order. */
export interface Opener extends Node {
  type: 'opener';
  children: OpenerPart[];
}
export type OpenerPart =
  SecrecyMark | HandlingMark | DistributionLine | Dateline | Addressee | HeadField | Salute | OpenerLine;
/** A line among the marks of the head that is none of them (an office, a file number): kept where it stands. */
export interface OpenerLine extends Node {
  type: 'openerLine';
  children: Phrase[];
}
/** A labelled line that is none of the others ("SUBJECT: …"), with its label. */
export interface HeadField extends Node {
  type: 'headField';
  field: 'from' | 'through' | 'subject' | 'reference';
  children: Phrase[];
}
export interface SecrecyMark extends Node {
  type: 'secrecyMark';
  key: string;
  children: Phrase[];
}
export interface HandlingMark extends Node {
  type: 'handlingMark';
  children: Phrase[];
}
export interface DistributionLine extends Node {
  type: 'distributionLine';
  children: Phrase[];
}
export interface Dateline extends Node {
  type: 'dateline';
  children: Phrase[];
}
export interface Addressee extends Node {
  type: 'addressee';
  children: Phrase[];
}
export interface Salute extends Node {
  type: 'salute';
  children: Phrase[];
}

export interface Paragraph extends Node {
  type: 'paragraph';
  id: string;
  /** Printed number of a paragraph that is no item of an announced list ("3."), as printed. */
  label?: Label;
  /** Who speaks it, as printed, with its colon ("Comrade Ortega:"). */
  speaker?: Label;
  children: (Phrase | RunInList)[];
}

export interface Label extends Node {
  type: 'label';
  value: string;
}

/** A list of numbered points. */
export interface Points extends Node {
  type: 'points';
  id: string;
  children: Point[];
  origin: Origin;
}
export interface Point extends Node {
  type: 'point';
  id: string;
  /** Number without its punctuation: `1`, `a`. */
  n: string;
  label: Label;
  children: Block[];
}

/** A list run into a paragraph; the source's spaces between its parts are kept in the texts between entries. */
export interface RunInList extends Node {
  type: 'runInList';
  children: (RunInEntry | Text)[];
  origin: Origin;
}
export interface RunInEntry extends Node {
  type: 'runInEntry';
  n: string;
  label: Label;
  /** Space between label and words, as in the source. */
  children: Phrase[];
}

/** An editor's report of marginal notes, whole and verbatim. */
export interface Report extends Node {
  type: 'report';
  id: string;
  /** How many parts of it no marginal note could be made of; absent where nobody counted. */
  unread?: number;
  children: Phrase[];
  origin: Origin;
}

export interface Closer extends Node {
  type: 'closer';
  children: (Salute | Signed | Dateline | Addressee)[];
}
export interface Signed extends Node {
  type: 'signed';
  children: Phrase[];
}
export interface Postscript extends Node {
  type: 'postscript';
  children: Paragraph[];
}
/** Distribution as a block of lines. */
export interface DistributionList extends Node {
  type: 'distributionList';
  /** True where it follows the signature. */
  afterCloser: boolean;
  head?: Label;
  children: DistributionEntry[];
}
export interface DistributionEntry extends Node {
  type: 'distributionEntry';
  label?: Label;
  children: Phrase[];
}

export type Phrase =
  | Text
  | Emphasis
  | Gloss
  | Supplied
  | Unclear
  | Gap
  | Sic
  | Correction
  | Name
  | DateMention
  | TimeMention
  | DispatchNumber
  | Office
  | LineBreak
  | Passage
  | Anchor
  | TranscribedNote;

/** Words of the source. */
export interface Text extends Node {
  type: 'text';
  value: string;
}
export interface Emphasis extends Node {
  type: 'emphasis';
  rend: 'italic' | 'bold' | 'underline' | 'superscript' | 'subscript' | 'spaced';
  children: Phrase[];
}
/** A bracket that names or explains; the brackets stand in its texts. */
export interface Gloss extends Node {
  type: 'gloss';
  certainty?: Certainty;
  children: Phrase[];
}
/** Words that an editor supplied; the brackets stand in its texts. */
export interface Supplied extends Node {
  type: 'supplied';
  reason: 'editorial' | 'omitted' | 'abbreviated';
  certainty?: Certainty;
  children: Phrase[];
}
export interface Unclear extends Node {
  type: 'unclear';
  certainty: Certainty;
  children: Phrase[];
}
/** What is not there to be read; `value` are the printed words with their brackets. */
export interface Gap extends Node {
  type: 'gap';
  reason: 'illegible' | 'editorial' | 'blank' | 'excised';
  value: string;
  unit?: 'character' | 'letter' | 'word' | 'line' | 'page';
  quantity?: number;
  atLeast?: number;
  atMost?: number;
}
/** `children` are the words before the bracket that the remark is about. */
export interface Sic extends Node {
  type: 'sic';
  children: Phrase[];
}
/** `[sic, X]`: `children` are the words, `correction` is X; the printed bracket follows as a gloss. */
export interface Correction extends Node {
  type: 'correction';
  children: Phrase[];
  correction: string;
}
export interface Name extends Node {
  type: 'name';
  kind: 'person' | 'place' | 'organisation';
  key: string;
  /** True when only the editor asked for the link. */
  resp?: string;
  children: Phrase[];
}
export interface DateMention extends Node {
  type: 'date';
  date: CalendarDate;
  children: Phrase[];
}
export interface TimeMention extends Node {
  type: 'time';
  time: ClockTime;
  children: Phrase[];
}
export interface DispatchNumber extends Node {
  type: 'dispatchNumber';
  /** True for the number of a decision, of minutes, of a record: nothing was sent under it. */
  own?: boolean;
  children: Phrase[];
}
/** The office of who signs ("Chairman of the Council"). */
export interface Office extends Node {
  type: 'office';
  children: Phrase[];
}
/** End of a line of the page inside a heading or signature; `value` is its white space. */
export interface LineBreak extends Node {
  type: 'lineBreak';
  value: string;
}
/** A passage inside a paragraph that a note is anchored to. */
export interface Passage extends Node {
  type: 'passage';
  id: string;
  children: Phrase[];
}
/** The place an annotation is called from. */
export interface Anchor extends Node {
  type: 'anchor';
  id: string;
}
/** A handwritten note transcribed in brackets where it stands. */
export interface TranscribedNote extends Node {
  type: 'transcribedNote';
  hand?: string;
  place?: NotePlace;
  children: Phrase[];
}

export type EditionNode =
  | Edition
  | DocumentNode
  | Copy
  | MarginalNote
  | Annotation
  | Block
  | OpenerPart
  | Label
  | Point
  | RunInList
  | RunInEntry
  | Signed
  | DistributionEntry
  | Hidden
  | Phrase;
