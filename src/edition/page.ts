/** The page a document was taken from: its own facts, and what it says of others who worked on it. */
import type { Node, Position } from 'unist';
import type { CalendarDate } from './dates.js';
import type { Fact, Origin } from './origin.js';
import type { Text } from './phrases.js';

/** The page the edition was made from. */
export interface PageFacts {
  /** SHA-256 of the bytes of the source, lower-case hex. */
  sha256: string;
  /** Base name of the source file. */
  file: string;
  publisher?: Fact<string>;
  record?: Fact<string>;
  uploaded?: Fact<CalendarDate>;
  /** The date that the page gives, where the editor has corrected it; else it is the document's `pageDate`. */
  date?: Fact<CalendarDate>;
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
