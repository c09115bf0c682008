/** The editor's word in the editions: whose it is stands on what it changes, and on nothing else. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { build, Press } from '../../src/build.js';
import { diagnosticsOf } from '../../src/diagnostics/format.js';
import type { Galley } from '../../src/galley/types.js';
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

test('footnotes are called from the abstract and from the report, too', async () => {
  const { editions } = await build(
    [
      {
        path: 'a.txt',
        content,
        facts,
        sidecar: {
          path: 'a.yaml',
          content: [
            'notes:',
            '  - { after: Shtykov relays to Vyshinsky, text: In the abstract. }',
            '  - { after: In the margins Stalin, text: In the report. }',
            '  - { after: a group of textile workers, text: In the text. }',
          ].join('\n'),
        },
      },
    ],
    { host: nodeHost() },
  );
  const [edition] = editions;
  expect(edition?.files.flatMap(diagnosticsOf).filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(edition?.outputs.map(({ format }) => format)).toEqual(['tei', 'pdf', 'epub']);
  const tei = new TextDecoder().decode(edition?.outputs[0]?.bytes);
  const call = (text: string): string =>
    new RegExp(`target="#([^"]+)"[^>]*>\\s*<note type="annotation">${text}`).exec(tei)?.[1] ?? '';
  const before = (text: string): string => tei.split(`<anchor xml:id="${call(text)}"/>`)[0] ?? '';
  expect(before('In the abstract.')).toMatch(/<abstract[^>]*>\s*<p>[^<]*Shtykov relays to Vyshinsky$/);
  expect(before('In the report.')).toMatch(/<note type="editorial"[^>]*>\[In the margins Stalin$/);
  expect(before('In the text.')).toMatch(/a group of textile workers$/);
});

test('a footnote of the abstract is called there, also where it is set', async () => {
  const press = new Press({ host: nodeHost() });
  try {
    const sidecar = {
      path: 'a.yaml',
      content: 'notes: [{ after: Shtykov relays to Vyshinsky, text: In the abstract. }]',
    };
    const { view } = await press.inspect({ path: 'a.txt', content, facts, sidecar }, 'galley');
    const { children, notes } = view as Galley;
    const abstract = children.find((block) => block.type === 'section' && block.role === 'abstract');
    expect(JSON.stringify(abstract)).toMatch(/Shtykov relays to Vyshinsky",[^[]*?\{"type":"noteCall"/);
    expect(JSON.stringify(notes)).toContain('In the abstract.');
  } finally {
    await press.close();
  }
});

test('a footnote called from words that stand nowhere', async () => {
  const { errors } = await teiWith('notes:\n  - { after: no such words, text: x }\nsummary: Mine.');
  expect(errors).toEqual(['a.yaml:2:14 quotation-not-found']);
});

test('a note beside several places stands at each of them', async () => {
  const { tei, errors } = await teiWith(
    'marginalia: [{ note: him write, anchors: [1, a group of textile workers, { paragraph: Kim Il Sung reported }, top] }]',
  );
  expect(errors).toEqual([]);
  expect(tei).toMatch(/<note [^>]*target="#document #pt1 #p7 #passage-1"[^>]*>/);
});
