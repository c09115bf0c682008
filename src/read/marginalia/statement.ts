/** What an editor's report says of one marginal note. */
import type { AnchorExpression } from './anchor-expression.js';

export type Subject =
  /** `signature`: known from the words of the note, which end with it. */
  | { kind: 'name'; name: string; start: number; end: number; signature?: true }
  /** An unknown hand, in the report's words. */
  | { kind: 'unknown'; label: string }
  /** The report names nobody. */
  | { kind: 'missing' };

/** `within`: where the words of the note themselves name them. */
export interface Addressee {
  name: string;
  start: number;
  end: number;
  within?: { from: number; to: number };
}

export interface Statement {
  subject: Subject;
  words?: string;
  sign?: string;
  /** TEI value of the place; undefined where the report names none. */
  place?: string;
  anchors: AnchorExpression[];
  addressees?: Addressee[];
  medium?: string;
  /** Date of the note, as printed. */
  date?: string;
  /** Printed, by nobody's hand. */
  stamped?: boolean;
  /** The sign takes the words of its anchor away: they need not stand in the text. */
  removes?: boolean;
  /** The report itself says "probably". */
  doubtful?: boolean;
  /** The words (or the sign) in the source. */
  start: number;
  end: number;
}
