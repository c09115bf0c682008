import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { diagnosticsOf } from '../../src/diagnostics/format.js';
import { decode } from '../../src/host/decode.js';

function decoded(bytes: readonly number[] | string): { text: string | undefined; told: string[] } {
  const file = new VFile({ path: 'a.txt' });
  const text = decode(
    typeof bytes === 'string' ? new TextEncoder().encode(bytes) : Uint8Array.from(bytes),
    file,
  );
  const told = diagnosticsOf(file).map(
    ({ line, column, ruleId, message }) => `${String(line)}:${String(column)} ${ruleId} ${message}`,
  );
  return { text, told };
}

/** Bytes of an ASCII text, with others put in. */
function bytesOf(before: string, ...bytes: number[]): number[] {
  return [...new TextEncoder().encode(before), ...bytes];
}

describe('decoding', () => {
  it('drops a byte order mark', () => {
    expect(decoded([0xef, 0xbb, 0xbf, 0x61]).text).toBe('a');
  });

  it('keeps U+00A0, soft hyphens and letters of any script', () => {
    const text = 'a\u00A0b\u00AD\tКим Ир Сен 김일성 \u{1F4DC}\r\n';
    expect(decoded(text)).toEqual({ text, told: [] });
  });

  it.each([
    [bytesOf('ab\ncé', 0xff, 0x41), '2:3 encoding-invalid Unexpected byte 0xFF (the 7. of the file)'],
    [bytesOf('a', 0xc3), '1:2 encoding-invalid Unexpected byte 0xC3'],
    [bytesOf('a', 0xed, 0xa0, 0x80), '1:2 encoding-invalid Unexpected byte 0xED'],
    [bytesOf('a', 0xc0, 0x80), '1:2 encoding-invalid Unexpected byte 0xC0'],
    [bytesOf('a', 0xf4, 0x90, 0x80, 0x80), '1:2 encoding-invalid Unexpected byte 0xF4'],
    [bytesOf('Text\u{1F4DC}\n', 0xe0, 0x80, 0x80), '2:1 encoding-invalid Unexpected byte 0xE0'],
    [bytesOf('a\nb', 0), '2:2 character-forbidden Unexpected character U+0000 (NUL)'],
    [bytesOf('a', 0x1b, 0x5b), '1:2 character-forbidden Unexpected character U+001B (a control character)'],
    [bytesOf('a', 0xef, 0xbf, 0xbf), '1:2 character-forbidden Unexpected character U+FFFF (not a character)'],
    [bytesOf('a', 0xef, 0xbf, 0xbe), '1:2 character-forbidden Unexpected character U+FFFE (not a character)'],
    [bytesOf('a', 0xc2, 0x85), '1:2 character-forbidden Unexpected character U+0085'],
    [bytesOf('%PDF-1.7 and more'), '1:1 source-binary The file is not text: a PDF'],
    [
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
      '1:1 source-binary The file is not text: a PNG picture',
    ],
    [[0x50, 0x4b, 3, 4, 20, 0], '1:1 source-binary The file is not text: a ZIP archive'],
    [[0, 1, 2, 0x50, 0x4b, 3], '1:1 source-binary The file is not text: it is full of control characters'],
    [Array.from({ length: 400 }, (_, i) => (i * 7) % 256), '1:1 source-binary '],
    [[0xff, 0xfe, 0x61, 0], '1:1 encoding-invalid The file is UTF-16, not UTF-8'],
    [
      Array.from('A page of text', (c) => [0, c.charCodeAt(0)]).flat(),
      '1:1 encoding-invalid The file is UTF-16',
    ],
    [[0xfe, 0xff, 0, 0x61], '1:1 encoding-invalid The file is UTF-16'],
  ])('refuses %j at its place', (bytes, expected) => {
    const { text, told } = decoded(bytes);
    expect(text).toBeUndefined();
    expect(told[0]?.startsWith(expected)).toBe(true);
  });

  it('names an old encoding where most of the text is in one', () => {
    const koi = Array.from({ length: 100 }, (_, i) => (i % 6 === 5 ? 0x20 : 0xc1 + (i % 30)));
    expect(decoded(koi).told[0]).toContain('KOI8-R');
  });

  it('tells each kind of forbidden character once, with its number', () => {
    expect(decoded('a\u0007b\u0007c\u0008').told).toEqual([
      '1:2 character-forbidden Unexpected character U+0007 (a control character, 2 times)',
      '1:6 character-forbidden Unexpected character U+0008 (a control character)',
    ]);
  });

  it('gives back any text, or says what is wrong with it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const { text, told } = decoded([...bytes]);
        if (text === undefined) expect(told).not.toEqual([]);
        else {
          expect(told).toEqual([]);
          const kept = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.slice(3) : bytes;
          expect([...new TextEncoder().encode(text)]).toEqual([...kept]);
        }
      }),
    );
  });
});
