/**
 * Weaving: marks found in a stretch of the source become phrases around its words. Every character of the stretch comes out once, in
 * order, whatever the marks say; marks that cross others are refused, so that nesting stays sound.
 */
import type { Position } from 'unist';
import { location } from 'vfile-location';
import type { Phrase, Text } from '../edition/types.js';

/** Gives the position of a stretch of the source from its offsets. */
export type Locator = (start: number, end: number) => Position;

/** Makes a locator for a source. */
export function locatorFor(source: string): Locator {
  const places = location(source);
  const point = (offset: number): { line: number; column: number; offset: number } => {
    const found = places.toPoint(offset);
    if (!found) throw new RangeError(`Offset ${String(offset)} lies outside the source`);
    return { line: found.line, column: found.column, offset };
  };
  return (start, end) => ({ start: point(start), end: point(end) });
}

/** A mark on the words from `start` to `end` (offsets in the source). */
export interface PhraseMark {
  start: number;
  end: number;
  /** Makes the phrase around its words; a phrase without children keeps the words itself. */
  make: (children: Phrase[], position: Position) => Phrase;
}

export interface Stretch {
  source: string;
  start: number;
  end: number;
}

export function textNode(stretch: Stretch, at: Locator): Text {
  return {
    type: 'text',
    value: stretch.source.slice(stretch.start, stretch.end),
    position: at(stretch.start, stretch.end),
  };
}

/** True if one mark begins inside the other and ends outside it. */
export function crosses(a: PhraseMark, b: PhraseMark): boolean {
  return (
    (a.start < b.start && b.start < a.end && a.end < b.end) ||
    (b.start < a.start && a.start < b.end && b.end < a.end)
  );
}

/** Weaves marks into a stretch. Outer marks win over marks that cross them; of equal marks the first given is the outer one. */
export function weave(stretch: Stretch, marks: readonly PhraseMark[], at: Locator): Phrase[] {
  const inside = marks
    .filter((mark) => mark.start >= stretch.start && mark.end <= stretch.end && mark.start <= mark.end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let next = 0;
  const level = (start: number, end: number): Phrase[] => {
    const phrases: Phrase[] = [];
    let from = start;
    const words = (to: number): void => {
      if (to > from) phrases.push(textNode({ source: stretch.source, start: from, end: to }, at));
      from = to;
    };
    for (
      let mark = inside[next];
      mark && (mark.start < end || (mark.start === mark.end && mark.start <= end));
      mark = inside[next]
    ) {
      next++;
      // It crosses the mark around it or one before it: refused.
      if (mark.end > end || mark.start < from) continue;
      words(mark.start);
      phrases.push(
        mark.make(mark.end > mark.start ? level(mark.start, mark.end) : [], at(mark.start, mark.end)),
      );
      from = mark.end;
    }
    words(end);
    return phrases;
  };
  return level(stretch.start, stretch.end);
}
