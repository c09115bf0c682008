/**
 * One face of the document: character codes as they are used, and the font objects in the end (ISO 32000-1, 9.7:
 * Type0 with a CIDFontType2, Identity-H; code, CID and glyph of the subset are one number).
 */
import type { Container, IndirectObject } from './pdfkit.js';
import { Subset } from './subset.js';
import { hex4, Token, utf16 } from './syntax.js';
import type { TrueTypeFont } from '../fonts/truetype.js';

export class EmbeddedFace {
  readonly font: TrueTypeFont;
  /** Name of the font in the resources. */
  readonly name: string;
  readonly reference: IndirectObject;
  readonly #container: Container;
  readonly #subset: Subset;
  readonly #codes = new Map<number, Map<string, number>>();
  /** Advance by code, font units. */
  readonly #advances: number[] = [];
  /** Meaning by code, UTF-16BE in hexadecimal. */
  readonly #meanings: string[] = [];

  constructor(container: Container, font: TrueTypeFont, number: number) {
    this.font = font;
    this.name = `F${String(number)}`;
    this.reference = container.ref();
    this.#container = container;
    this.#subset = new Subset(font);
    this.#advances.push(font.advance(0));
    // Never painted; every code of the font has a meaning all the same.
    this.#meanings.push('fffd');
  }

  /**
   * The code of a glyph where it stands for `text`: the same glyph with another meaning has another code, so that
   * ToUnicode is exact (a hyphen, and the hyphen at the end of a line that is none of the word's).
   */
  code(glyph: number, text: string): number {
    let byText = this.#codes.get(glyph);
    if (!byText) this.#codes.set(glyph, (byText = new Map<string, number>()));
    let code = byText.get(text);
    if (code === undefined) {
      code = this.#subset.add(glyph);
      byText.set(text, code);
      this.#advances.push(this.font.advance(glyph));
      this.#meanings.push(utf16(text));
    }
    return code;
  }

  /** Writes the font; no code can be added afterwards. */
  end(): void {
    const { font } = this;
    const scale = 1000 / font.unitsPerEm;
    const fontName = `${subsetTag(this.name)}+${font.postscriptName}`;
    const program = this.#subset.encode();
    const file = this.#container.ref({ Length1: program.length });
    file.end(program);
    const descriptor = this.#container.ref({
      Type: 'FontDescriptor',
      FontName: fontName,
      Flags: this.#flags(),
      FontBBox: [font.box.minX, font.box.minY, font.box.maxX, font.box.maxY].map((value) => value * scale),
      ItalicAngle: font.italicAngle,
      Ascent: font.ascent * scale,
      Descent: font.descent * scale,
      CapHeight: font.capHeight * scale,
      XHeight: font.xHeight * scale,
      // The file does not say it; readers use it only to imitate a font they do not have.
      StemV: Math.round(font.weight / 5),
      FontFile2: file,
    });
    descriptor.end();
    const descendant = this.#container.ref({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: fontName,
      CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      DW: 1000,
      W: [0, this.#advances.map((advance) => advance * scale)],
      CIDToGIDMap: 'Identity',
    });
    descendant.end();
    const toUnicode = this.#container.ref();
    toUnicode.end(this.#cmap());
    this.reference.data = {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: fontName,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: toUnicode,
    };
    this.reference.end();
  }

  /** Table 123 of ISO 32000-1; always symbolic, since codes are our own. */
  #flags(): Token {
    const { font } = this;
    let flags = 4;
    if (font.fixedPitch) flags |= 1;
    if (font.serif) flags |= 2;
    if (font.script) flags |= 8;
    if (font.italic) flags |= 64;
    return new Token(String(flags));
  }

  /** ToUnicode CMap (9.10.3): blocks of at most 100 entries, each meaning up to 512 bytes. */
  #cmap(): string {
    const lines = [
      '/CIDInit /ProcSet findresource begin',
      '12 dict begin',
      'begincmap',
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
      '/CMapName /Adobe-Identity-UCS def',
      '/CMapType 2 def',
      '1 begincodespacerange',
      '<0000> <ffff>',
      'endcodespacerange',
    ];
    for (let from = 0; from < this.#meanings.length; from += 100) {
      const block = this.#meanings.slice(from, from + 100);
      lines.push(`${String(block.length)} beginbfchar`);
      block.forEach((meaning, i) => lines.push(`<${hex4(from + i)}> <${meaning}>`));
      lines.push('endbfchar');
    }
    lines.push('endcmap', 'CMapName currentdict /CMap defineresource pop', 'end', 'end');
    return lines.join('\n');
  }
}

/** Six capitals that tell the subsets of one document apart (9.6.4), from the resource's name. */
function subsetTag(name: string): string {
  return Array.from(name.padStart(6, 'A'), (character) =>
    String.fromCharCode(65 + (character.charCodeAt(0) % 26)),
  ).join('');
}
