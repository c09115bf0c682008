import fc from 'fast-check';
import { zipSync, type Zippable } from 'fflate';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { slowCrc32, writeContainer } from '../../src/epub/container.js';

const files = fc.uniqueArray(
  fc.record({
    // No numbers alone: an object, which fflate takes, would sort them first.
    path: fc.string({ minLength: 1, maxLength: 20 }).map((name) => `OEBPS/${name}`),
    bytes: fc.uint8Array({ maxLength: 300 }),
    deflate: fc.boolean(),
  }),
  { selector: ({ path }) => path, maxLength: 8 },
);

describe('the container', () => {
  it('is, byte for byte, the one that fflate writes of the same files', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (contained) => {
        const entries: Zippable = {};
        for (const { path, bytes, deflate } of contained)
          Object.defineProperty(entries, path, {
            value: [bytes, { level: deflate ? 6 : 0 }],
            enumerable: true,
          });
        expect(await writeContainer(contained)).toEqual(zipSync(entries, { mtime: new Date(1980, 0, 1) }));
      }),
    );
  });

  it('refuses more files than it can count', async () => {
    const many = Array.from({ length: 70_000 }, (_, i) => ({
      path: String(i),
      bytes: new Uint8Array(),
      deflate: false,
    }));
    await expect(writeContainer(many)).rejects.toThrow(/70000 files needs ZIP64/);
  });
});

describe('the checksum without Node’s', () => {
  it('is the same', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        expect(slowCrc32(bytes)).toBe(crc32(bytes));
      }),
    );
  });
});
