/**
 * Bytes to text. A source is UTF-8, with or without a byte order mark (which is no part of the text), and holds only
 * characters that XML 1.0 can hold (section 2.2) and that print: no controls but tab and line ends.
 */
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';
import { lineEnds, pointOf } from '../diagnostics/place.js';

/** Largest source, in UTF-16 units of its text: some 600 printed pages. */
const largestText = 2_000_000;
/** Most lines with something on them; ten in a paragraph are more than any page has in as many pages. */
const mostLines = 20_000;
/** A run of this many characters without white space is no word: it can break at every character, which takes time. */
const longRun = 2_000;
/** Most characters in such runs together. */
const mostUnbroken = 500_000;
/** Largest source, in bytes: no text of that size is longer in UTF-8. */
export const largestBytes = largestText * 3;

/** Reports `source-too-large` for a number of bytes. */
export function refuseSize(bytes: number, file: VFile): void {
  report(file, 'source-too-large', {
    actual: `${(bytes / 1_000_000).toFixed(1)} MB`,
    expected: `at most ${String(largestText / 1_000_000)} million characters`,
  });
}

/**
 * Reports `source-too-large` for a text that is longer, or has more lines, than the page of a document. What comes after
 * takes time and memory by line and by word, and is bounded by this.
 * @returns true if it is
 */
export function refuseLong(text: string, file: VFile): boolean {
  let lines = 0;
  for (const { index } of text.matchAll(/[^\s][^\n]*/g)) if (index >= 0) lines += 1;
  let unbroken = 0;
  for (const [run] of text.matchAll(/\S+/g)) if (run.length >= longRun) unbroken += run.length;
  const long = text.length > largestText;
  if (!long && unbroken > mostUnbroken) {
    report(file, 'source-too-large', {
      actual: `${String(unbroken)} characters without white space`,
      expected: `at most ${String(mostUnbroken)}`,
    });
    return true;
  }
  if (!long && lines <= mostLines) return false;
  report(file, 'source-too-large', {
    actual: long ? `${String(text.length)} characters` : `${String(lines)} lines`,
    expected: long ? `at most ${String(largestText)}` : `at most ${String(mostLines)}`,
  });
  return true;
}

/**
 * @returns the text, or undefined after `source-binary`, `encoding-invalid` or `character-forbidden` was reported.
 * The text is set as the file's value also when characters in it are forbidden, so that a report can show the line.
 */
export function decode(bytes: Uint8Array, file: VFile): string | undefined {
  const kind = binaryKind(bytes);
  if (kind !== undefined) {
    report(file, 'source-binary', { reason: `The file is not text: ${kind}` });
    return undefined;
  }
  if (bytes.length > largestBytes) {
    refuseSize(bytes.length, file);
    return undefined;
  }
  const wide = wideEncoding(bytes);
  if (wide !== undefined) {
    report(file, 'encoding-invalid', { reason: `The file is ${wide}, not UTF-8` });
    return undefined;
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    reportInvalid(bytes, file);
    return undefined;
  }
  return refuseForbidden(text, file) ? undefined : text;
}

/**
 * Reports characters that no document can hold, each kind once, at its first place.
 * @returns true if there were any
 */
export function refuseForbidden(text: string, file: VFile): boolean {
  const found = new Map<string, { first: number; times: number }>();
  for (const match of text.matchAll(forbidden)) {
    const known = found.get(match[0]);
    if (known) known.times += 1;
    else found.set(match[0], { first: match.index, times: 1 });
  }
  if (found.size === 0) return false;
  file.value = text;
  const lines = lineEnds(text);
  for (const [character, { first, times }] of found) {
    report(file, 'character-forbidden', {
      place: {
        start: pointOf(first, lines),
        end: pointOf(first + character.length, lines),
      },
      actual: described(character, times),
    });
  }
  return true;
}

/** The first character of a text that no document can hold, in words; undefined if there is none. */
export function forbiddenIn(text: string): string | undefined {
  const [found] = text.match(forbidden) ?? [];
  return found === undefined ? undefined : described(found, 1);
}

function described(character: string, times: number): string {
  const code = character.codePointAt(0) ?? 0;
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return `character ${name} (${kindOf(code)}${times > 1 ? `, ${String(times)} times` : ''})`;
}

/** C0 but tab, line feed, carriage return; DEL and C1; lone surrogates; noncharacters. */
const forbidden =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]|[\u{1FFFE}\u{1FFFF}\u{2FFFE}\u{2FFFF}\u{3FFFE}\u{3FFFF}\u{4FFFE}\u{4FFFF}\u{5FFFE}\u{5FFFF}\u{6FFFE}\u{6FFFF}\u{7FFFE}\u{7FFFF}\u{8FFFE}\u{8FFFF}\u{9FFFE}\u{9FFFF}\u{AFFFE}\u{AFFFF}\u{BFFFE}\u{BFFFF}\u{CFFFE}\u{CFFFF}\u{DFFFE}\u{DFFFF}\u{EFFFE}\u{EFFFF}\u{FFFFE}\u{FFFFF}\u{10FFFE}\u{10FFFF}]/gu;

function kindOf(code: number): string {
  if (code === 0) return 'NUL';
  if (code === 0x0c) return 'form feed';
  if (code < 0xa0) return 'a control character';
  if (code < 0xe000) return 'half of a surrogate pair';
  return 'not a character';
}

const signatures: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF'],
  ['PK\x03\x04', 'a ZIP archive (a DOCX, ODT or EPUB is one)'],
  ['\x89PNG', 'a PNG picture'],
  ['\xff\xd8\xff', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['II*\x00', 'a TIFF picture'],
  ['MM\x00*', 'a TIFF picture'],
  ['\x1f\x8b', 'a gzip archive'],
  ['{\\rtf', 'RTF'],
  ['\xd0\xcf\x11\xe0', 'an old Office document'],
];

/** What a file that is no text is, by its first bytes or its NULs and controls; undefined for text. */
function binaryKind(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  for (const [signature, kind] of signatures) if (head.startsWith(signature)) return kind;
  if (wideEncoding(bytes) !== undefined) return undefined;
  const sample = bytes.subarray(0, 8192);
  let controls = 0;
  for (const byte of sample)
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) controls += 1;
  // One stray control in a text is shown at its place; more than a few in a hundred are no text's, nor is more than half of a short one.
  const full = controls * (controls > 8 ? 25 : 2) > sample.length;
  return full ? 'it is full of control characters' : undefined;
}

/** UTF-16 and UTF-32 by byte order mark, or by NUL in every second byte of a Latin text. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32' : 'UTF-16';
  if (a === 0xfe && b === 0xff) return 'UTF-16';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'UTF-32';
  const sample = bytes.subarray(0, 512);
  if (sample.length < 16) return undefined;
  const nulls = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) nulls[i % 2] = (nulls[i % 2] ?? 0) + 1;
  });
  const half = sample.length / 2;
  return nulls.some((count, i) => count > half * 0.9 && (nulls[1 - i] ?? 0) < half * 0.1)
    ? 'UTF-16'
    : undefined;
}

/** Reports the first place that is no UTF-8, with the line before it, so that it can be found. */
function reportInvalid(bytes: Uint8Array, file: VFile): void {
  const at = firstInvalid(bytes);
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, at));
  let high = 0;
  for (const byte of bytes) if (byte >= 0x80) high += 1;
  file.value = new TextDecoder('utf-8').decode(bytes);
  const byte = bytes[at] ?? 0;
  report(file, 'encoding-invalid', {
    place: pointOf(before.length, lineEnds(before)),
    actual: `byte 0x${byte.toString(16).toUpperCase().padStart(2, '0')} (the ${at + 1}. of the file)`,
    expected:
      high * 3 > bytes.length
        ? 'UTF-8 (the file may be in an encoding such as KOI8-R or Windows-1251)'
        : 'UTF-8',
  });
}

/** Offset of the first byte that is no part of well-formed UTF-8 (Unicode 16.0, table 3-7). */
function firstInvalid(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i]!;
    const next = bytes[i + 1] ?? 0;
    let length: number;
    if (lead < 0x80) length = 1;
    else if (lead >= 0xc2 && lead <= 0xdf) length = 2;
    else if (lead >= 0xe0 && lead <= 0xef) length = 3;
    else if (lead >= 0xf0 && lead <= 0xf4) length = 4;
    else return i;
    if (lead === 0xe0 && next < 0xa0) return i;
    if (lead === 0xed && next > 0x9f) return i;
    if (lead === 0xf0 && next < 0x90) return i;
    if (lead === 0xf4 && next > 0x8f) return i;
    for (let k = 1; k < length; k += 1) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return i;
    i += length;
  }
  return i;
}
