import { readFileSync } from 'node:fs';
import { Blob, Face, Font } from 'harfbuzzjs';
import { describe, expect, it } from 'vitest';
import { glyphPaths } from '../../src/epub/glyph-paths.js';
import { TrueTypeFont } from '../../src/fonts/truetype.js';

const folder = 'node_modules/@expo-google-fonts/eb-garamond';

describe.each(['400Regular/EBGaramond_400Regular', '400Regular_Italic/EBGaramond_400Regular_Italic'])(
  'outlines of %s',
  (file) => {
    const bytes = readFileSync(`${folder}/${file}.ttf`);
    const face = new TrueTypeFont(file, bytes);
    const pathOf = glyphPaths(face);

    it('are those that HarfBuzz draws, for every glyph', () => {
      const font = new Font(new Face(new Blob(bytes)));
      let drawn = 0;
      for (let glyph = 0; glyph < face.glyphCount; glyph++) {
        const path = pathOf(glyph);
        if (path !== font.glyphToPath(glyph))
          expect(path, `glyph ${String(glyph)}`).toBe(font.glyphToPath(glyph));
        if (path !== '') drawn++;
      }
      expect(drawn).toBeGreaterThan(2500);
    });

    it('end where the font ends', () => {
      expect(() => pathOf(60_000)).toThrow(RangeError);
      expect(() => glyphPaths(new TrueTypeFont(file, bytes.subarray(0, 200_000)))(2000)).toThrow(RangeError);
    });
  },
);
