/** The transcription: its blocks, in the order of the source. */
import type { Node } from 'unist';
import type { Origin } from './origin.js';
import type { Phrase, Text } from './phrases.js';

export type Block =
  Heading | Opener | Paragraph | Points | Stamp | Report | Closer | Postscript | DistributionList;

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
  children: (Salute | Signed | Dateline | Addressee | Stamp | CloserLine)[];
}

/** A line after the text of which nothing shows that it is a signature ("1 enclosure"). */
export interface CloserLine extends Node {
  type: 'closerLine';
  children: Phrase[];
}

/** What the page says in brackets that a stamp or seal on the document bears, with the brackets. */
export interface Stamp extends Node {
  type: 'stamp';
  children: Phrase[];
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
