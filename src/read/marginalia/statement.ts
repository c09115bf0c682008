/** What an editor's report says of one marginal note. */
import type { AnchorExpression } from './anchor-expression.js';

export type Subject =
  /** `signature`: known from the words of the note, which end with it. */
  /** `office`: known from the one person of the page who holds it. */
  /** `spokenOf`: a pronoun for who was known so from the note before. `pronoun`: any word for somebody named before. */
  | {
      kind: 'name';
      name: string;
      start: number;
      end: number;
      signature?: true;
      spokenOf?: true;
      pronoun?: true;
      office?: string;
    }
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

/** The same person, or nobody who is named. */
export function isOneHand(a: Subject, b: Subject): boolean {
  if (a.kind === 'missing' && b.kind === 'missing') return true;
  // Of the same words: one of them is spoken of by a pronoun.
  const named = (who: Subject): string | undefined =>
    who.kind === 'name' && !who.spokenOf ? `${String(who.start)} ${String(who.end)}` : undefined;
  return a === b || (named(a) !== undefined && named(a) === named(b));
}

export interface Statement {
  subject: Subject;
  words?: string;
  sign?: string;
  /** The sign is made on the words themselves (underlined, inserted), not beside them. */
  onWords?: true;
  /** TEI value of the place; undefined where the report names none. */
  place?: string;
  anchors: AnchorExpression[];
  addressees?: Addressee[];
  medium?: string;
  /** Date of the note, as printed. */
  date?: string;
  /** The copy that bears it, in the report's words ("the Berlin copy"). */
  copy?: string;
  /** Printed, by nobody's hand. */
  stamped?: boolean;
  /** The sign takes the words of its anchor away: they need not stand in the text. */
  removes?: boolean;
  /** The report itself says "probably". */
  doubtful?: boolean;
  /** A name alone that the words open with ("Petrelin. Your opinion by Monday."): whom they are for, where the page knows him. */
  opensWith?: Addressee;
  /** Where nobody is said to have written: who was named last before it. */
  candidate?: string;
  /** Where nobody is known to have written: the words of its sentence outside quotation marks, folded. */
  said?: readonly string[];
  /** What the notes before it are written with, told at the head of the report. */
  leadMedium?: string;
  /** The words (or the sign) in the source. */
  start: number;
  end: number;
}
