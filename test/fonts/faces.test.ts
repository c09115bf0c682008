import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { FaceUnavailable, loadFaces } from '../../src/fonts/faces.js';
import { garamond, loadGaramond } from './garamond.js';

const require = createRequire(import.meta.url);

describe('loadFaces', () => {
  it('gives each face its bytes as installed, sorted by name', async () => {
    const faces = await loadGaramond();
    expect([...faces.keys()]).toEqual(['bold', 'italic', 'roman']);
    const path = require.resolve(`${garamond.roman.package}/${garamond.roman.file}`);
    expect(Buffer.compare(Buffer.from(faces.get('roman')?.bytes ?? []), readFileSync(path))).toBe(0);
  });

  it('knows what a face covers', async () => {
    const roman = (await loadGaramond()).get('roman');
    for (const character of 'aЖѣἀ№§—“ſ') {
      expect(roman?.coverage(character.codePointAt(0) ?? 0), character).toBe(true);
    }
    for (const character of '김漢א\u{1F600}') {
      expect(roman?.coverage(character.codePointAt(0) ?? 0), character).toBe(false);
    }
  });

  it('says which package is missing', async () => {
    const failure = loadFaces(
      { roman: { package: '@expo-google-fonts/nowhere', file: 'a.ttf' } },
      { font: () => Promise.resolve(undefined) },
    );
    await expect(failure).rejects.toThrow(FaceUnavailable);
    await expect(failure).rejects.toMatchObject({ face: 'roman', fault: 'missing' });
  });

  it.each([
    ['empty', new Uint8Array(0)],
    ['text', new TextEncoder().encode('wOF2 is another format, and this is not even that')],
    ['cut off', new Uint8Array([0, 1, 0, 0, 255, 255, 0, 0, 0, 0, 0, 0])],
  ])('refuses a file that is no font: %s', async (_, bytes) => {
    const failure = loadFaces({ roman: { package: 'p', file: 'f' } }, { font: () => Promise.resolve(bytes) });
    await expect(failure).rejects.toMatchObject({ fault: 'unfit' });
  });
});
