/**
 * Outlines of a TrueType font as paths of SVG (OpenType 1.9: `glyf`, `loca`). HarfBuzz draws them too, but asks for a function for
 * every command of a path, each of which becomes a WebAssembly module: for the words of a cover that takes longer than all else.
 */

import { component, type TrueTypeFont } from '../fonts/truetype.js';

/** A point of a contour, font units. */
interface Point {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
  /** The last of its contour. */
  readonly last: boolean;
}

/** Flags of points. */
const onCurve = 0x01;
const [xByte, yByte] = [0x02, 0x04];
const repeated = 0x08;
const [xSameOrPositive, ySameOrPositive] = [0x10, 0x20];
/** Length of what stands before an outline, and the place of its least x in it. */
const [header, leftmost] = [10, 2];
/** Components within components; fonts have one or two levels. */
const deepest = 8;

/**
 * @returns the path of a glyph, in font units with y upwards; empty for a space
 * @throws RangeError (from the function) if the font has no such glyph, or its outlines are cut off or lead nowhere
 */
export function glyphPaths(font: TrueTypeFont): (glyph: number) => string {
  function pointsOf(glyph: number, depth: number): Point[] {
    if (depth > deepest) throw new RangeError(`glyph ${String(glyph)} stands within itself`);
    const view = outlineOf(font, glyph);
    if (view.byteLength === 0) return [];
    const contours = view.getInt16(0);
    return contours >= 0 ? simple(view, contours) : composite(view, depth);
  }

  function simple(view: DataView, contours: number): Point[] {
    let at = header;
    const ends = new Set<number>();
    for (let i = 0; i < contours; i++, at += 2) ends.add(view.getUint16(at));
    const length = contours === 0 ? 0 : view.getUint16(at - 2) + 1;
    at += 2 + view.getUint16(at);
    const flags: number[] = [];
    while (flags.length < length) {
      const flag = view.getUint8(at++);
      flags.push(flag);
      if (flag & repeated) for (let more = view.getUint8(at++); more > 0; more--) flags.push(flag);
    }
    if (flags.length > length) throw new RangeError('an outline has more flags than points');
    const read = (byte: number, same: number): number[] => {
      let value = 0;
      return flags.map((flag) => {
        if (flag & byte) value += flag & same ? view.getUint8(at++) : -view.getUint8(at++);
        else if (!(flag & same)) {
          value += view.getInt16(at);
          at += 2;
        }
        return value;
      });
    };
    const xs = read(xByte, xSameOrPositive);
    const ys = read(yByte, ySameOrPositive);
    return flags.map((flag, i) => ({
      x: xs[i] ?? 0,
      y: ys[i] ?? 0,
      on: (flag & onCurve) !== 0,
      last: ends.has(i),
    }));
  }

  function composite(view: DataView, depth: number): Point[] {
    let at = header;
    const all: Point[] = [];
    for (let flags: number = component.moreFollow; flags & component.moreFollow;) {
      flags = view.getUint16(at);
      const parts = pointsOf(view.getUint16(at + 2), depth + 1);
      at += 4;
      const size = flags & component.argumentsAreWords ? 2 : 1;
      const [one, two] = [0, size].map((step) => {
        if (flags & component.argumentsAreOffsets)
          return size === 2 ? view.getInt16(at + step) : view.getInt8(at + step);
        return size === 2 ? view.getUint16(at + step) : view.getUint8(at + step);
      }) as [number, number];
      at += 2 * size;
      const scale = (): number => {
        at += 2;
        return view.getInt16(at - 2) / 0x4000;
      };
      let [xx, xy, yx, yy] = [1, 0, 0, 1];
      if (flags & component.hasScale) xx = yy = scale();
      else if (flags & component.hasTwoScales) [xx, yy] = [scale(), scale()];
      else if (flags & component.hasMatrix) [xx, xy, yx, yy] = [scale(), scale(), scale(), scale()];
      const moved = parts.map((point) => ({
        ...point,
        x: point.x * xx + point.y * yx,
        y: point.x * xy + point.y * yy,
      }));
      let [dx, dy] = [one, two];
      if (!(flags & component.argumentsAreOffsets)) {
        // A point of the component comes to lie on one of what is there already.
        const [anchor, own] = [all[one], moved[two]];
        if (!anchor || !own) throw new RangeError('a component lies on a point that is not there');
        [dx, dy] = [anchor.x - own.x, anchor.y - own.y];
      } else if (flags & component.scalesOffset) {
        dx *= Math.hypot(xx, xy);
        dy *= Math.hypot(yx, yy);
      }
      all.push(...moved.map((point) => ({ ...point, x: point.x + dx, y: point.y + dy })));
    }
    return all;
  }

  return (glyph) => {
    const drawn = pointsOf(glyph, 0);
    // The outline stands where the metrics say, whatever its own coordinates.
    const shift =
      drawn.length === 0 ? 0 : font.leftSideBearing(glyph) - outlineOf(font, glyph).getInt16(leftmost);
    const points = shift === 0 ? drawn : drawn.map((point) => ({ ...point, x: point.x + shift }));
    let path = '';
    for (let start = 0, end = 0; end < points.length; end++) {
      if (!points[end]?.last) continue;
      path += contourPath(points.slice(start, end + 1));
      start = end + 1;
    }
    return path;
  };
}

function outlineOf(font: TrueTypeFont, glyph: number): DataView {
  const { buffer, byteOffset, byteLength } = font.outline(glyph);
  return new DataView(buffer, byteOffset, byteLength);
}

/** A contour: quadratic curves, with a point on the curve between any two that are off it. */
function contourPath(points: readonly Point[]): string {
  const between = (a: Point, b: Point): Point => ({ ...a, x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, on: true });
  const [head, next] = [points[0], points[1 % points.length]];
  if (!head || !next) return '';
  // It begins at its first or second point, or between them where both are off the curve.
  const first = head.on ? 0 : next.on ? 1 : -1;
  const start = first === 0 ? head : first === 1 ? next : between(head, next);
  const from = first + 1 || 1;
  let path = `M${at(start)}`;
  let current = start;
  let off: Point | undefined;
  const to = (point: Point): void => {
    if (off) path += `Q${at(off)} ${at(point)}`;
    else path += `L${at(point)}`;
    current = point;
  };
  for (let i = 0; i < points.length - (first >= 0 ? 1 : 0); i++) {
    const point = points[(from + i) % points.length] as Point; // within bounds
    if (point.on) {
      to(point);
      off = undefined;
    } else {
      if (off) to(between(off, point));
      off = point;
    }
  }
  if (off) to(start);
  else if (current.x !== start.x || current.y !== start.y) path += `L${at(start)}`;
  return `${path}Z`;
}

function at({ x, y }: Point): string {
  return `${String(x)},${String(y)}`;
}
