/** The width that a block is set to. */
import type { Alignment, BlockLook } from './design.js';

export interface Measure {
  /** pt */
  readonly width: number;
  /** Indent of the first line, pt. */
  readonly indent: number;
  /** Size that em is of, pt. */
  readonly size: number;
  readonly alignment: Alignment;
  readonly balanced: boolean;
  readonly hyphenate: boolean;
}

/** Measure of a block in a column: indents give way before the text becomes narrower than six em. */
export function measureOf(
  look: BlockLook,
  column: number,
  left: number,
  labelled: boolean,
): { measure: Measure; left: number } {
  const least = Math.min(column, 6 * look.size);
  const room = Math.max(0, column - least);
  const inset = Math.min(left + (look.left + (labelled ? look.hang : 0)) * look.size, room);
  const right = Math.min(look.right * look.size, room - inset);
  const width = column - inset - right;
  return {
    left: inset,
    measure: {
      width,
      indent: Math.min(look.indent * look.size, Math.max(0, width - least)),
      size: look.size,
      alignment: look.alignment,
      balanced: look.balanced,
      hyphenate: look.hyphenate,
    },
  };
}
