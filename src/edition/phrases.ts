/** The transcription: words, and what is said of them. */
import type { Node } from 'unist';
import type { CalendarDate, ClockTime } from './dates.js';
import type { NotePlace } from './marginalia.js';
import type { Certainty, Origin } from './origin.js';

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
  /** Set where the regular date was inferred (its year is not printed). */
  origin?: Origin;
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
  /** The number under which it was entered where it arrived. */
  ofReceipt?: boolean;
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
