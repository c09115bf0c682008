/**
 * A TrueType file as far as embedding and drawing need it (OpenType 1.9: table directory, glyf, head, hhea, hmtx, loca,
 * maxp, name, OS/2, post). Lengths in font units, y upwards.
 */

/** Flags of a component of a composite glyph (`glyf`). */
export const component = {
  argumentsAreWords: 0x0001,
  argumentsAreOffsets: 0x0002,
  hasScale: 0x0008,
  moreFollow: 0x0020,
  hasTwoScales: 0x0040,
  hasMatrix: 0x0080,
  scalesOffset: 0x0800,
} as const;

export interface Table {
  readonly offset: number;
  readonly length: number;
}

export class TrueTypeFont {
  /** What messages call it. */
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly glyphCount: number;
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly italicAngle: number;
  readonly italic: boolean;
  readonly fixedPitch: boolean;
  /** Serifs, by the IBM class of the OS/2 table. */
  readonly serif: boolean;
  readonly script: boolean;
  /** Class of weight, 100 to 900. */
  readonly weight: number;
  readonly box: {
    readonly minX: number;
    readonly minY: number;
    readonly maxX: number;
    readonly maxY: number;
  };
  readonly #tables = new Map<string, Table>();
  readonly #metrics: number;
  readonly #metricCount: number;
  readonly #longOffsets: boolean;

  /** @throws RangeError if the file is cut off or no TrueType font; faces are checked when they are loaded */
  constructor(key: string, bytes: Uint8Array) {
    this.key = key;
    // A plain view: `slice` of Node's Buffer does not copy.
    this.bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { view } = this;
    const count = view.getUint16(4);
    for (let i = 0; i < count; i++) {
      const at = 12 + i * 16;
      const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
      this.#tables.set(tag, { offset: view.getUint32(at + 8), length: view.getUint32(at + 12) });
    }
    const head = this.table('head').offset;
    const hhea = this.table('hhea').offset;
    const post = this.table('post').offset;
    this.glyphCount = view.getUint16(this.table('maxp').offset + 4);
    this.unitsPerEm = view.getUint16(head + 18);
    this.box = {
      minX: view.getInt16(head + 36),
      minY: view.getInt16(head + 38),
      maxX: view.getInt16(head + 40),
      maxY: view.getInt16(head + 42),
    };
    this.#longOffsets = view.getInt16(head + 50) !== 0;
    this.ascent = view.getInt16(hhea + 4);
    this.descent = view.getInt16(hhea + 6);
    this.#metrics = this.table('hmtx').offset;
    this.#metricCount = view.getUint16(hhea + 34);
    this.italicAngle = view.getInt32(post + 4) / 0x10000;
    this.italic = (view.getUint16(head + 44) & 2) !== 0;
    this.fixedPitch = view.getUint32(post + 12) !== 0;
    const os2 = this.#tables.get('OS/2');
    const heights = os2 !== undefined && view.getUint16(os2.offset) >= 2;
    this.xHeight = heights ? view.getInt16(os2.offset + 86) : 0;
    this.capHeight = heights ? view.getInt16(os2.offset + 88) : this.ascent;
    const family = os2 ? view.getUint8(os2.offset + 30) : 0;
    this.serif = family >= 1 && family <= 7;
    this.script = family === 10;
    this.weight = os2 ? view.getUint16(os2.offset + 4) : 400;
    this.postscriptName = this.#name(6) ?? key;
  }

  /** @throws RangeError if the font has no such table */
  table(tag: string): Table {
    const table = this.#tables.get(tag);
    if (!table) throw new RangeError(`the font ${this.key} has no table “${tag}”`);
    return table;
  }

  optionalTable(tag: string): Table | undefined {
    return this.#tables.get(tag);
  }

  /** Advance width, font units. */
  advance(glyph: number): number {
    this.#check(glyph);
    return this.view.getUint16(this.#metrics + 4 * Math.min(glyph, this.#metricCount - 1));
  }

  leftSideBearing(glyph: number): number {
    this.#check(glyph);
    const { view } = this;
    return glyph < this.#metricCount
      ? view.getInt16(this.#metrics + 4 * glyph + 2)
      : view.getInt16(this.#metrics + 4 * this.#metricCount + 2 * (glyph - this.#metricCount));
  }

  /** The outline of a glyph as it stands in `glyf`; empty for a space. @throws RangeError if it is cut off */
  outline(glyph: number): Uint8Array {
    this.#check(glyph);
    const { view } = this;
    const loca = this.table('loca').offset;
    const glyf = this.table('glyf').offset;
    const [from, to] = this.#longOffsets
      ? [view.getUint32(loca + 4 * glyph), view.getUint32(loca + 4 * glyph + 4)]
      : [view.getUint16(loca + 2 * glyph) * 2, view.getUint16(loca + 2 * glyph + 2) * 2];
    if (glyf + to > this.bytes.length)
      throw new RangeError(`the font ${this.key} ends within glyph ${String(glyph)}`);
    return this.bytes.subarray(glyf + from, glyf + to);
  }

  #check(glyph: number): void {
    if (glyph >= this.glyphCount) throw new RangeError(`the font ${this.key} has no glyph ${String(glyph)}`);
  }

  /** A name of the `name` table, reduced to what a PDF name takes without escapes; undefined if there is none. */
  #name(id: number): string | undefined {
    const table = this.#tables.get('name');
    if (!table) return undefined;
    const { view, bytes } = this;
    const count = view.getUint16(table.offset + 2);
    const strings = table.offset + view.getUint16(table.offset + 4);
    for (let i = 0; i < count; i++) {
      const at = table.offset + 6 + i * 12;
      if (view.getUint16(at + 6) !== id) continue;
      const start = strings + view.getUint16(at + 10);
      const text = String.fromCharCode(...bytes.subarray(start, start + view.getUint16(at + 8)));
      // UTF-16BE or Mac Roman: the names are ASCII by definition, so the zero bytes can go.
      const name = text.replace(/[^A-Za-z0-9_.-]/g, '');
      if (name !== '') return name;
    }
    return undefined;
  }
}
