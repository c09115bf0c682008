import type { Position } from 'unist';
import { printable, widthOf } from './display.js';
import { paint, type Look } from './paint.js';

/** The line and, under it, the marks; both cut to the width of the terminal. */
export function excerpt(
  line: string,
  place: Position,
  severity: 'error' | 'warning' | 'info',
  look: Look,
): string {
  const number = String(place.start.line);
  const room = Math.max(20, look.width - number.length - 7);
  const from = Math.min(place.start.column - 1, line.length);
  const to = place.end.line === place.start.line ? Math.min(place.end.column - 1, line.length) : line.length;
  // Cells are at least one unit for each column, or marks of no width: a few times the room is enough to look at.
  const left = cells(line.slice(safeStart(line, Math.max(0, from - 4 * room)), from));
  const marked = cells(line.slice(from, Math.min(Math.max(to, from), from + 4 * room)));
  const right = cells(line.slice(Math.max(to, from), Math.max(to, from) + 4 * room));
  const whole =
    from <= 4 * room && widthIn([...left, ...marked, ...right]) <= room && line.length - to <= 4 * room;
  const before = whole ? left : last(left, Math.floor(room / 3), from > 0);
  const middle = whole ? marked : first(marked, room - widthIn(before), false);
  const after = whole ? right : first(right, room - widthIn(before) - widthIn(middle), true);
  const mark = '^'.repeat(Math.max(1, widthIn(middle)));
  const gutter = ' '.repeat(number.length);
  const words = [...before, ...middle, ...after].map((cell) => cell.text).join('');
  return (
    `  ${paint(`${number} |`, 'dim', look)} ${words.trimEnd()}\n` +
    `  ${paint(`${gutter} |`, 'dim', look)} ${' '.repeat(widthIn(before))}${paint(mark, severity, look)}\n`
  );
}

interface Cell {
  text: string;
  /** Columns of a terminal. */
  width: number;
}

/** A tab is shown as two spaces, so that marks stand right in every terminal. */
function cells(text: string): Cell[] {
  return Array.from(text, (character) => {
    const shown = character === '\t' ? '  ' : printable(character);
    return { text: shown, width: widthOf(shown) };
  });
}

function widthIn(list: readonly Cell[]): number {
  return list.reduce((sum, cell) => sum + cell.width, 0);
}

const ellipsis: Cell = { text: '…', width: 1 };

/** As many cells from the front as fit, with a sign if some are left out and `sign` is set. */
function first(list: readonly Cell[], room: number, sign: boolean): Cell[] {
  if (widthIn(list) <= room) return [...list];
  const kept: Cell[] = [];
  let width = sign ? 1 : 0;
  for (const cell of list) {
    if (width + cell.width > room) break;
    kept.push(cell);
    width += cell.width;
  }
  return sign && room > 0 ? [...kept, ellipsis] : kept;
}

/** As many cells from the end as fit, with a sign if some are left out. */
function last(list: readonly Cell[], room: number, sign: boolean): Cell[] {
  if (widthIn(list) <= room) return [...list];
  const kept: Cell[] = [];
  let width = 1;
  for (let i = list.length - 1; i >= 0; i -= 1) {
    const cell = list[i]!;
    if (width + cell.width > room) break;
    kept.unshift(cell);
    width += cell.width;
  }
  return sign ? [ellipsis, ...kept] : kept;
}

/** Not between the halves of a surrogate pair. */
function safeStart(line: string, at: number): number {
  const unit = line.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}
