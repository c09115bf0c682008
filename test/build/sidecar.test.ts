/** The editor's word in the editions: whose it is stands on what it changes, and on nothing else. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { build } from '../../src/build.js';
import { diagnosticsOf } from '../../src/diagnostics/format.js';
import { nodeHost } from '../../src/host/node.js';

const content = readFileSync(
  new URL('../../sources/1950-02-07-shtykov-vyshinsky.txt', import.meta.url),
  'utf8',
);
const facts = { editors: [{ id: 'editor-1', name: 'A. Editor' }], publication: {}, languages: [] };

/** The TEI with the sidecar, and what was said as an error. */
async function teiWith(sidecar: string, source = content): Promise<{ tei: string; errors: string[] }> {
  const { editions } = await build(
    [{ path: 'a.txt', content: source, sidecar: { path: 'a.yaml', content: sidecar }, facts }],
    { host: nodeHost(), formats: ['tei'] },
  );
  const [edition] = editions;
  return {
    tei: new TextDecoder().decode(edition?.outputs[0]?.bytes),
    errors: (edition?.files ?? [])
      .flatMap(diagnosticsOf)
      .filter(({ severity }) => severity === 'error')
      .map(({ file, line, column, ruleId }) => `${file}:${String(line)}:${String(column)} ${ruleId}`),
  };
}

test('a copy corrected in one field is the editor’s in that field', async () => {
  const { tei, errors } = await teiWith(
    'copies: [{ copy: 1, settlement: Moskva, shelfmark: { fond: "3", opis: "65" }, leaves: "125" }]',
  );
  expect(errors).toEqual([]);
  expect(tei).toContain('<msDesc xml:id="copy-1" type="archival-copy">');
  expect(tei).toContain('<settlement resp="#editor-1">Moskva</settlement>');
  expect(tei).toContain('<idno type="fond" resp="#editor-1">3</idno>');
  expect(tei).toMatch(/<locus [^>]*resp="#editor-1"[^>]*>125<\/locus>/);
  expect(tei).not.toContain('type="lacuna"');
  expect(tei).toContain('Fond and Opis not given');
});

test('a note beside several places stands at each of them', async () => {
  const { tei, errors } = await teiWith(
    'marginalia: [{ note: him write, anchors: [1, a group of textile workers, { paragraph: Kim Il Sung reported }, top] }]',
  );
  expect(errors).toEqual([]);
  expect(tei).toMatch(/<note [^>]*target="#document #pt1 #p7 #passage-1"[^>]*>/);
});
