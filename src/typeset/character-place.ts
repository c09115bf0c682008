/** Where in the source a character of a text stands. */
import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import { location } from 'vfile-location';

/**
 * The first such character in the given stretch of the source, or in all of it if there is none given; the stretch
 * itself if the character is not in it (what the galley prints may differ from the source).
 */
export function placeOfCharacter(
  file: VFile,
  character: string,
  within: Position | undefined,
): Position | Point | undefined {
  const text = String(file);
  const from = within?.start.offset ?? 0;
  const to = within?.end.offset ?? text.length;
  const at = text.indexOf(character, from);
  if (at < 0 || at >= to) return within;
  const lines = location(file);
  const [start, end] = [lines.toPoint(at), lines.toPoint(at + character.length)];
  return start && end ? { start, end } : within;
}

export function codeOf(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
