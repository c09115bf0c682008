/**
 * The part of a TrueType font that a document uses (ISO 32000-1, 9.9: `glyf`, `head`, `hhea`, `hmtx`, `loca`, `maxp`, and
 * `cvt `, `fpgm`, `prep` where the font is hinted). Glyphs are numbered by character code, and one outline may stand under
 * several codes: so each code has exactly one meaning in ToUnicode.
 */
import { component, type TrueTypeFont } from '../fonts/truetype.js';

export class Subset {
  readonly #font: TrueTypeFont;
  /** Glyph of the font by code. */
  readonly #glyphs: number[] = [0];

  constructor(font: TrueTypeFont) {
    this.#font = font;
  }

  /** Gives a glyph a new code. @throws RangeError when two bytes are not enough for the codes of one face */
  add(glyph: number): number {
    const code = this.#glyphs.length;
    if (code > 0xfffe) throw new RangeError(`more than ${String(code)} codes in ${this.#font.key}`);
    this.#glyphs.push(glyph);
    return code;
  }

  /** The font file. */
  encode(): Uint8Array {
    const font = this.#font;
    const glyphs = [...this.#glyphs];
    const codes = new Map<number, number>();
    glyphs.forEach((glyph, code) => {
      if (!codes.has(glyph)) codes.set(glyph, code);
    });
    const outlines: Uint8Array[] = [];
    // Grows as components of composite glyphs are met; each is added once.
    for (const glyph of glyphs) {
      outlines.push(
        renumbered(font.outline(glyph), (part) => {
          let code = codes.get(part);
          if (code === undefined) {
            code = glyphs.push(part) - 1;
            codes.set(part, code);
          }
          return code;
        }),
      );
    }

    const loca = new DataView(new ArrayBuffer(4 * (glyphs.length + 1)));
    const hmtx = new DataView(new ArrayBuffer(4 * glyphs.length));
    let size = 0;
    glyphs.forEach((glyph, code) => {
      loca.setUint32(4 * code, size);
      size += padded(outlines[code]!.length);
      hmtx.setUint16(4 * code, font.advance(glyph));
      hmtx.setInt16(4 * code + 2, font.leftSideBearing(glyph));
    });
    loca.setUint32(4 * glyphs.length, size);
    const glyf = new Uint8Array(size);
    outlines.forEach((outline, code) => {
      glyf.set(outline, loca.getUint32(4 * code));
    });

    const head = this.#copy('head');
    head.setUint32(8, 0); // checkSumAdjustment, set when the file is whole
    head.setInt16(50, 1); // long offsets in loca
    const hhea = this.#copy('hhea');
    hhea.setUint16(34, glyphs.length);
    const maxp = this.#copy('maxp');
    maxp.setUint16(4, glyphs.length);
    const tables = new Map<string, Uint8Array>([
      ['glyf', glyf],
      ['head', bytesOf(head)],
      ['hhea', bytesOf(hhea)],
      ['hmtx', bytesOf(hmtx)],
      ['loca', bytesOf(loca)],
      ['maxp', bytesOf(maxp)],
    ]);
    for (const tag of ['cvt ', 'fpgm', 'prep']) {
      const table = font.optionalTable(tag);
      if (table) tables.set(tag, font.bytes.subarray(table.offset, table.offset + table.length));
    }
    return fontFile(tables);
  }

  #copy(tag: string): DataView {
    const { offset, length } = this.#font.table(tag);
    return new DataView(this.#font.bytes.slice(offset, offset + length).buffer);
  }
}

/** A composite glyph with its components' numbers changed; a simple one as it is. */
function renumbered(outline: Uint8Array, codeOf: (component: number) => number): Uint8Array {
  if (outline.length === 0) return outline;
  const copy = outline.slice();
  const view = new DataView(copy.buffer);
  if (view.getInt16(0) >= 0) return outline;
  let at = 10;
  let flags: number;
  do {
    flags = view.getUint16(at);
    view.setUint16(at + 2, codeOf(view.getUint16(at + 2)));
    at += 4 + (flags & component.argumentsAreWords ? 4 : 2);
    if (flags & component.hasScale) at += 2;
    else if (flags & component.hasTwoScales) at += 4;
    else if (flags & component.hasMatrix) at += 8;
  } while (flags & component.moreFollow);
  return copy;
}

/** Table directory and tables, tags in order, with checksums. */
function fontFile(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const tags = [...tables.keys()].sort();
  const power = 2 ** Math.floor(Math.log2(tags.length));
  let offset = 12 + 16 * tags.length;
  const file = new Uint8Array(offset + tags.reduce((sum, tag) => sum + padded(tables.get(tag)!.length), 0));
  const view = new DataView(file.buffer);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tags.length);
  view.setUint16(6, power * 16);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, (tags.length - power) * 16);
  let head = 0;
  tags.forEach((tag, i) => {
    const table = tables.get(tag)!;
    const at = 12 + 16 * i;
    file.set(new TextEncoder().encode(tag), at);
    file.set(table, offset);
    view.setUint32(at + 4, checksum(view, offset, padded(table.length)));
    view.setUint32(at + 8, offset);
    view.setUint32(at + 12, table.length);
    if (tag === 'head') head = offset;
    offset += padded(table.length);
  });
  view.setUint32(head + 8, (0xb1b0afba - checksum(view, 0, file.length)) >>> 0);
  return file;
}

/** Sum of 32-bit words (OpenType 1.9, "Calculating Checksums"). */
function checksum(view: DataView, offset: number, length: number): number {
  let sum = 0;
  for (let at = offset; at < offset + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

/** Tables and outlines start at multiples of four. */
function padded(length: number): number {
  return (length + 3) & ~3;
}

function bytesOf(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}
