/**
 * Which marginal notes do not stand at the height of their line, and where the lines that join them to it go down. A note
 * never moves up and never passes another, so these lines begin and end in one order: with each one that starts before the
 * last has ended a step nearer to the text, no two cross.
 */
import type { FlowLine, NoteBox } from './flow.js';
import type { PlacedNote } from './fit.js';

/** A note and its line; heights are baselines. */
export interface Tie {
  readonly note: NoteBox;
  readonly anchor: number;
  /** Size of the letters of the line, pt. */
  readonly size: number;
  /** Where the note starts; undefined for one that starts overleaf. */
  readonly y: number | undefined;
  /** Steps towards the text; undefined for a note that stands at its line, or belongs to none. */
  readonly lane: number | undefined;
}

const EPSILON = 1e-6;

/** The notes that lines of a page call, in order. */
export function tiesOf(
  lines: readonly FlowLine[],
  ys: readonly number[],
  placed: readonly PlacedNote[],
): Tie[] {
  const ties: Tie[] = [];
  const starts = new Map(placed.filter(({ from }) => from === 0).map(({ note, y }) => [note, y] as const));
  let lane = -1;
  let end = Number.NEGATIVE_INFINITY;
  for (const [i, { marginal, size }] of lines.entries()) {
    const anchor = ys[i];
    if (anchor === undefined) continue;
    for (const note of marginal) {
      const y = starts.get(note);
      const moved = note.tied && (y === undefined || y > anchor + EPSILON);
      if (moved) {
        // All that go overleaf do so together.
        if (y !== undefined || end !== Number.POSITIVE_INFINITY) lane = anchor > end + EPSILON ? 0 : lane + 1;
        end = y ?? Number.POSITIVE_INFINITY;
      }
      ties.push({ note, anchor, size, y, lane: moved ? lane : undefined });
    }
  }
  return ties;
}
