/**
 * Outlines of a TrueType font as paths of SVG (OpenType 1.9: `glyf`, `loca`). HarfBuzz draws them too, but asks for a function for
 * every command of a path, each of which becomes a WebAssembly module: for the words of a cover that takes longer than all else.
 */

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
/** Flags of components. */
const words = 0x0001;
const offsets = 0x0002;
const oneScale = 0x0008;
const moreComponents = 0x0020;
const twoScales = 0x0040;
const matrix = 0x0080;
const scaledOffset = 0x0800;
/** Components within components; fonts have one or two levels. */
const deepest = 8;

/**
 * @param bytes a static TrueType font; faces are checked when they are loaded
 * @returns the path of a glyph, in font units with y upwards; empty for a space
 * @throws RangeError, also from the function, if the font lacks a table or the glyph, or its outlines are cut off or lead nowhere
 */
export function glyphPaths(bytes: Uint8Array): (glyph: number) => string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, number>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + i * 16;
    tables.set(String.fromCharCode(...bytes.subarray(at, at + 4)), view.getUint32(at + 8));
  }
  const table = (tag: string): number => {
    const offset = tables.get(tag);
    if (offset === undefined) throw new RangeError(`the font has no table “${tag}”`);
    return offset;
  };
  const count = view.getUint16(table('maxp') + 4);
  const [glyf, loca, hmtx] = [table('glyf'), table('loca'), table('hmtx')];
  const metrics = view.getUint16(table('hhea') + 34);
  const placeOf =
    view.getInt16(table('head') + 50) !== 0
      ? (glyph: number): number => view.getUint32(loca + 4 * glyph)
      : (glyph: number): number => view.getUint16(loca + 2 * glyph) * 2;

  /** Where the metrics say that an outline begins, from its origin. */
  const bearing = (glyph: number): number =>
    view.getInt16(hmtx + (glyph < metrics ? 4 * glyph + 2 : 2 * (metrics + glyph)));

  function pointsOf(glyph: number, depth: number): Point[] {
    if (depth > deepest) throw new RangeError(`glyph ${String(glyph)} stands within itself`);
    if (glyph >= count) throw new RangeError(`the font has no glyph ${String(glyph)}`);
    const at = placeOf(glyph);
    if (placeOf(glyph + 1) === at) return [];
    const contours = view.getInt16(glyf + at);
    return contours >= 0 ? simple(glyf + at + 10, contours) : composite(glyf + at + 10, depth);
  }

  function simple(at: number, contours: number): Point[] {
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

  function composite(at: number, depth: number): Point[] {
    const all: Point[] = [];
    for (let flags = moreComponents; flags & moreComponents;) {
      flags = view.getUint16(at);
      const parts = pointsOf(view.getUint16(at + 2), depth + 1);
      at += 4;
      const size = flags & words ? 2 : 1;
      const [one, two] = [0, size].map((step) => {
        if (flags & offsets) return size === 2 ? view.getInt16(at + step) : view.getInt8(at + step);
        return size === 2 ? view.getUint16(at + step) : view.getUint8(at + step);
      }) as [number, number];
      at += 2 * size;
      const scale = (): number => {
        at += 2;
        return view.getInt16(at - 2) / 0x4000;
      };
      let [xx, xy, yx, yy] = [1, 0, 0, 1];
      if (flags & oneScale) xx = yy = scale();
      else if (flags & twoScales) [xx, yy] = [scale(), scale()];
      else if (flags & matrix) [xx, xy, yx, yy] = [scale(), scale(), scale(), scale()];
      const moved = parts.map((point) => ({
        ...point,
        x: point.x * xx + point.y * yx,
        y: point.x * xy + point.y * yy,
      }));
      let [dx, dy] = [one, two];
      if (!(flags & offsets)) {
        // A point of the component comes to lie on one of what is there already.
        const [anchor, own] = [all[one], moved[two]];
        if (!anchor || !own) throw new RangeError('a component lies on a point that is not there');
        [dx, dy] = [anchor.x - own.x, anchor.y - own.y];
      } else if (flags & scaledOffset) {
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
    const shift = drawn.length === 0 ? 0 : bearing(glyph) - view.getInt16(glyf + placeOf(glyph) + 2);
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
