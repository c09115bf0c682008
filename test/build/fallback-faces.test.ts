/** Documents with characters that the faces of the design lack. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { loadTables } from '../../src/build/tables.js';
import { subset } from '../../src/epub/subset.js';
import { build, memoryHost, nodeHost } from '../../src/index.js';
import type { Design } from '../../src/typeset/design.js';
import { page } from '../cli/terminal.js';

const node = nodeHost();
const garamond = '@expo-google-fonts/eb-garamond';
const file = '400Regular/EBGaramond_400Regular.ttf';

/** EB Garamond with Latin letters only, and a design of it whose fallback face is all of EB Garamond. */
async function latinOnly(installed: boolean) {
  const whole = await node.font(garamond, file);
  const { designs } = await loadTables(node);
  const reading = designs['reading'];
  if (!whole || !reading) throw new Error('the installation lacks its face or its design');
  const characters = Array.from({ length: 0x2200 - 0x20 }, (_, i) => 0x20 + i).filter(
    (codePoint) => codePoint < 0x400 || codePoint > 0x4ff,
  );
  const latin = await subset(whole, { characters, features: ['liga', 'onum', 'pnum', 'smcp', 'c2sc'] }, node);
  const asked: string[] = [];
  const host = memoryHost(
    {},
    {
      shipped: {
        ...node,
        font: (name: string, path: string) => {
          asked.push(name);
          if (name === 'latin') return Promise.resolve(latin);
          if (name !== 'cyrillic') return node.font(name, path);
          return Promise.resolve(installed ? whole : undefined);
        },
      },
    },
  );
  const design: Design = {
    ...reading,
    faces: Object.fromEntries(Object.keys(reading.faces).map((name) => [name, { package: 'latin', file }])),
    fallbacks: { cyrillic: { package: 'cyrillic', file, scripts: ['Cyrillic'] } },
  };
  return { options: { host, designs: { reading: design } }, asked };
}

const cyrillic = { path: 'a.txt', content: page('He said Правда to them, and Правда again.') };

describe('a character that the faces of the design lack', () => {
  it('is set in the fallback face that is installed, in PDF and EPUB', async () => {
    const { options } = await latinOnly(true);
    const { editions, diagnostics } = await build([cyrillic], options);
    expect(diagnostics.filter(({ ruleId }) => ruleId.startsWith('glyph-'))).toEqual([]);
    const epub = editions[0]?.outputs.find(({ format }) => format === 'epub')?.bytes;
    expect(editions[0]?.outputs.map(({ format }) => format)).toEqual(['tei', 'pdf', 'epub']);
    const files = unzipSync(epub ?? new Uint8Array());
    expect(Object.keys(files)).toContain('OEBPS/fonts/cyrillic.ttf');
    expect(strFromU8(files['OEBPS/edition.css'] ?? new Uint8Array())).toContain('url(fonts/cyrillic.ttf)');
  });

  it('stops the PDF with one message where none is installed, at the character', async () => {
    const { options } = await latinOnly(false);
    const { editions, diagnostics } = await build([cyrillic], options);
    const missing = diagnostics.filter(({ ruleId }) => ruleId.startsWith('glyph-'));
    expect(missing).toMatchObject([{ ruleId: 'glyph-missing', severity: 'error', line: 17, column: 9 }]);
    expect(missing[0]?.message).toContain('U+041F П');
    expect(missing[0]?.hint).toContain('npm install cyrillic');
    expect(editions[0]?.outputs).toEqual([]);
  });

  it('is left to the reading system by an EPUB alone, which says so', async () => {
    const { options } = await latinOnly(false);
    const { editions, diagnostics } = await build([cyrillic], { ...options, formats: ['epub'] });
    const missing = diagnostics.filter(({ ruleId }) => ruleId.startsWith('glyph-'));
    expect(missing).toMatchObject([
      { ruleId: 'glyph-not-embedded', severity: 'warning', line: 17, column: 9 },
    ]);
    expect(editions[0]?.outputs).toHaveLength(1);
  });

  it('has a face loaded for it, and nothing else has', async () => {
    const { options, asked } = await latinOnly(true);
    const latin = { path: 'b.txt', content: page('He said “truth” to them.') };
    await build([latin], options);
    expect(asked).not.toContain('cyrillic');
    await build([cyrillic], options);
    expect(asked).toContain('cyrillic');
  });

  it('gives the same bytes whatever was built before it', async () => {
    const { options } = await latinOnly(true);
    const plain = { path: 'b.txt', content: page('He said nothing.') };
    const [, after] = (await build([cyrillic, plain], options)).editions;
    const [alone] = (await build([plain], options)).editions;
    expect(after?.outputs).toEqual(alone?.outputs);
  });
});
