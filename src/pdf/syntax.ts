/** PDF syntax (ISO 32000-1, 7.3) where pdfkit's own conversion does not say what we mean. */

/**
 * A piece of finished PDF syntax inside a dictionary given to pdfkit, which writes what it does not know as it prints.
 * (Strings would become names there, and objects dictionaries.)
 */
export class Token {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  /** Keeps pdfkit from taking it for a dictionary. */
  get [Symbol.toStringTag](): string {
    return 'Token';
  }
  toString(): string {
    return this.#text;
  }
}

/** Half surrogate pairs are no characters and cannot be written. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Text string (7.9.2.2): ASCII as a literal, anything else as UTF-16BE with its mark, in hexadecimal. */
export function textString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[()\\]/g, '\\$&')})`;
  return utf16String(text);
}

/** Text string in UTF-16BE, hexadecimal, whatever it holds. */
export function utf16String(text: string): string {
  return `<feff${utf16(wellFormed(text))}>`;
}

export function textToken(text: string): Token {
  return new Token(textString(text));
}

/** UTF-16BE code units, four hexadecimal digits each. */
export function utf16(text: string): string {
  let hex = '';
  for (let i = 0; i < text.length; i++) hex += hex4(text.charCodeAt(i));
  return hex;
}

/** Four lower-case hexadecimal digits. */
export function hex4(value: number): string {
  return value.toString(16).padStart(4, '0');
}

/** Number with at most three decimals and no exponent. */
export function real(value: number): string {
  const thousandths = Math.round(value * 1000);
  return thousandths % 1000 === 0
    ? String(thousandths / 1000)
    : (thousandths / 1000).toFixed(3).replace(/0+$/, '');
}

/** A name (7.3.5) from any text, as in the media type of an attachment. */
export function nameToken(text: string): Token {
  const bytes = new TextEncoder().encode(text);
  let name = '/';
  for (const byte of bytes) {
    const regular = byte > 0x20 && byte < 0x7f && !'#%()/<>[]{}'.includes(String.fromCharCode(byte));
    name += regular ? String.fromCharCode(byte) : `#${byte.toString(16).padStart(2, '0')}`;
  }
  return new Token(name);
}

/** URI (RFC 3986): what is not ASCII is percent-encoded, as PDF asks for 7-bit text. */
export function uriToken(href: string): Token {
  const ascii = wellFormed(href).replace(/[^\x21-\x7e]/gu, (character) => encodeURIComponent(character));
  return new Token(textString(ascii));
}

/**
 * @param date ISO 8601: `YYYY-MM-DD`, or a time with `Z` or an offset
 * @throws TypeError for anything else, since local time would differ from machine to machine
 */
export function instant(date: string): Date {
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(date)) {
    throw new TypeError(`“${date}” is no day and no time with a zone`);
  }
  const parsed = new Date(date);
  if (Number.isNaN(parsed.getTime())) throw new TypeError(`“${date}” is not in the calendar`);
  return parsed;
}
