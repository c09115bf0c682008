/** Marginal notes known from reports, the hands that wrote them, and the footnotes of the editor. */
import type { Node } from 'unist';
import type { Certainty, Origin } from './origin.js';
import type { Mention } from './registers.js';

export interface Hand {
  /** `hand-stalin`, `hand-unknown-1`. */
  id: string;
  /** Name as reported; absent for an unknown hand. */
  person?: Mention;
  /** "Stalin", "unknown hand": what a reader is shown. Empty where the report names nobody, only a medium. */
  label: string;
  /** Pencil, red ink …, in the source's words. */
  medium?: string;
  /** True when known from an editor's report only. */
  reported: boolean;
  /** Set where the hand is known only from a signature in the words of its notes, or from an office. */
  certainty?: Certainty;
  /** The office by which the report names the hand, where one person of the page holds it. */
  office?: string;
}

/** Places on the page in TEI's suggested values, combined ("margin left", "top right"). */
export type NotePlace = string;

/** `within`: where the words of the note name them (offsets in `words`); absent where the report does. */
export interface NoteAddressee extends Mention {
  within?: { from: number; to: number };
}

export interface MarginalNote extends Node {
  type: 'marginalNote';
  /** The copy that bears it, as the report names it ("Berlin"). */
  copy?: string;
  id: string;
  /** Id of a hand; absent when the report names nobody. */
  hand?: string;
  /** The report names the hand by a pronoun or the like ("He wrote", "the latter"). */
  handByPronoun?: true;
  /** Absent where the report says only that it stands on the document. */
  place?: NotePlace;
  /** Ids of the anchored blocks or passages, in the order of the text; never empty. */
  anchors: string[];
  /** Literal candidates of an ambiguous anchor and the like; `low` also when nothing could be resolved. */
  certainty?: Certainty;
  /** Ids of other passages that the report's words can mean; where the editor chose, those they mean by the letter. */
  alternatives?: string[];
  /** What the editor settled in place of what was read; everything else of the note is still the report's. */
  settled?: Settlement;
  /** Id of the report it was made from. */
  report: string;
  /** The words written; absent for a sign alone. */
  words?: string;
  /** A sign, or what was done to the text, described in the report's words. */
  sign?: string;
  addressees?: NoteAddressee[];
  /** What it is written with, in the report's words. */
  medium?: string;
  /** Its date, as the report prints it. */
  date?: string;
  origin: Origin;
}

/** A decision of the editor on a reported note. */
export interface Settlement {
  fields: ('anchors' | 'place' | 'hand')[];
  /** Id of the editor. */
  resp: string;
}

export interface Annotation extends Node {
  type: 'annotation';
  id: string;
  /** Id of the `anchor` phrase it is called from. */
  anchor: string;
  text: string;
  resp: string;
}
