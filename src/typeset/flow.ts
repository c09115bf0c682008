/** The stream between paragraphs and pages: lines in reading order, with all that must stand on their page. */
import type { Position } from 'unist';
import type { SectionStart } from './design.js';
import type { SetLine } from './line.js';

/** A set line with its place: `x` from the left edge of its column, pt. */
export interface PlacedLine {
  readonly line: SetLine;
  readonly x: number;
}

/** A line of the text column, or the rule of an ornament. */
export interface FlowLine {
  readonly kind: 'text' | 'rule';
  /** More than one where a label hangs beside the line or a mark shares it. */
  readonly sets: readonly PlacedLine[];
  /** Distance from the baseline before, pt, without `before`. */
  readonly leading: number;
  /** Space before the line, pt; dropped at the top of a page. */
  readonly before: number;
  /** The baseline stands on the grid. */
  readonly snap: boolean;
  /** Cost of ending a page after this line. */
  breakCost: number;
  /** Where the line must start. */
  readonly starts: Exclude<SectionStart, 'kept'>;
  readonly marginal: readonly NoteBox[];
  readonly foot: readonly NoteBox[];
  /** Where in the line notes are anchored, from the left edge of the column, pt; not where they are at its start. */
  readonly carets: readonly number[];
  readonly anchors: readonly string[];
  readonly outline: readonly OutlineMark[];
  /** Letters' size, pt, for the sign in the margin. */
  readonly size: number;
  readonly position: Position | undefined;
}

export interface OutlineMark {
  readonly title: string;
  readonly level: number;
  readonly structure: number;
}

/** A note as lines, to be placed on one page or more. */
export interface NoteBox {
  readonly series: 'marginal' | 'footnote';
  readonly id: string;
  readonly description: string;
  /** Belongs to the line at its anchor, not to the document. */
  readonly tied: boolean;
  readonly lines: readonly NoteLine[];
}

export interface NoteLine {
  readonly sets: readonly PlacedLine[];
  /** From the baseline of the line before in the same note, pt. */
  readonly leading: number;
  readonly anchors: readonly string[];
  readonly position: Position | undefined;
}

/** Notes by where they stand: those of the margin may call some of the foot, and the other way round. */
export function bySeries(boxes: readonly NoteBox[]): { marginal: NoteBox[]; foot: NoteBox[] } {
  return {
    marginal: boxes.filter(({ series }) => series === 'marginal'),
    foot: boxes.filter(({ series }) => series === 'footnote'),
  };
}
