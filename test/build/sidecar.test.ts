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

test('one run tells all that is wrong: keys, quoted words, names and copies', async () => {
  const { errors } = await teiWith(
    [
      'titel: T',
      'notes:',
      '  - { after: no such words, text: x }',
      '  - { after: textile workers }',
      'persons: [{ name: Nobody }]',
      'places: [{ name: Nowhere }, { name: Pyongyang, geonames: x }]',
      'copies: [{ copy: 9 }]',
    ].join('\n'),
  );
  expect(errors.sort()).toEqual([
    'a.yaml:1:1 config-key',
    'a.yaml:3:14 quotation-not-found',
    'a.yaml:4:5 config-missing',
    'a.yaml:5:19 name-not-found',
    'a.yaml:6:18 name-not-found',
    'a.yaml:6:58 config-value',
    'a.yaml:7:18 copy-not-found',
  ]);
});

test('a person whom the editor names more fully keeps the form of the page, and is found by it', async () => {
  const { tei, errors } = await teiWith(
    'author: Terentii Fomich Shtykov\naddressees: [A. Ya. Vyshinsky]\npersons: [{ name: Shtykov, VIAF: 1 }, { name: Vyshinsky, VIAF: 2 }]',
  );
  expect(errors).toEqual([]);
  expect(tei).toMatch(
    /<person xml:id="shtykov" resp="#editor-1">\s*<persName>Terentii Fomich Shtykov<\/persName>\s*<persName type="variant">Shtykov<\/persName>\s*<idno type="VIAF">1</,
  );
  expect(tei).toMatch(/<person xml:id="vyshinsky" resp="#editor-1">\s*<persName>A. Ya. Vyshinsky</);
  expect(tei.match(/<person /g)).toHaveLength(9);
});

test('a person whom the editor puts in place of another is not the other', async () => {
  const { tei, errors } = await teiWith('author: A. M. Ignatiev\npersons: [{ name: Ignatiev, VIAF: 1 }]');
  expect(errors).toEqual([]);
  expect(tei).toMatch(/<persName>A. M. Ignatiev<\/persName>\s*<idno type="VIAF">1</);
  expect(tei).not.toContain('<persName>Shtykov<');
  expect((await teiWith('author: A. M. Ignatiev\npersons: [{ name: Shtykov }]')).errors).toEqual([
    'a.yaml:2:19 name-not-found',
  ]);
});

test('an editor’s title is that of the edition; the page keeps its own', async () => {
  const { tei, errors } = await teiWith('title: Kim Il Sung asks for credit');
  expect(errors).toEqual([]);
  expect(tei).toContain('<title type="main" resp="#editor-1">Kim Il Sung asks for credit</title>');
  expect(/<bibl xml:id="transcript"[^>]*>\s*<title>([^<]*)/.exec(tei)?.[1]).toBe(
    'Ciphered Telegram, Shtykov to Vyshinsky',
  );
  // What each copy is called is a heading of the document, which the page's title begins with.
  expect(tei).toContain('<title>Ciphered Telegram</title>');
  expect(tei).not.toContain('<label>title</label>');
});

test('a date that the editor states does not borrow the words of another', async () => {
  const { tei } = await teiWith('date: 1950-02-09');
  const sent = /<correspAction type="sent">[^]*?<\/correspAction>/.exec(tei)?.[0] ?? '';
  expect(sent).toContain('<date when="1950-02-09" resp="#editor-1">1950-02-09</date>');
  expect(tei).toContain('<date when="1950-02-08">8.II.1950</date></dateline>');
  expect(tei).toContain('The page dates the document February 7, 1950, the editor 1950-02-09.');
  expect((await teiWith('date: 1950-02-08')).tei).toContain(
    '<date when="1950-02-08" resp="#editor-1">8.II.1950</date>',
  );
});

test('several authors, and those that are no persons', async () => {
  const { tei, errors } = await teiWith(
    'author: [Shtykov, { name: Embassy in the DPRK, is: organisation }]\naddressees: [{ name: Foreign Ministry, is: organisation }]',
  );
  expect(errors).toEqual([]);
  expect(tei).toMatch(/<author resp="#editor-1"><persName ref="#shtykov">Shtykov<\/persName><\/author>/);
  expect(tei).toMatch(
    /<author resp="#editor-1"><orgName ref="#[^"]*">Embassy in the DPRK<\/orgName><\/author>/,
  );
  const sent = /<correspAction type="sent">[^]*?<\/correspAction>/.exec(tei)?.[0] ?? '';
  expect(sent).toMatch(/Shtykov<\/persName>\s*<orgName [^>]*resp="#editor-1">Embassy in the DPRK</);
  expect(tei).toMatch(/subtype="to"><orgName [^>]*resp="#editor-1">Foreign Ministry</);
  expect(tei).toMatch(/<listOrg>\s*<org xml:id="[^"]*" resp="#editor-1"><orgName>Embassy in the DPRK</);
});

test('the declaration lists what the editor states, of copies, rights and registers too', async () => {
  const { tei } = await teiWith(
    'rights: Mine.\ncopies: [{ copy: 2, language: en }]\npersons: [{ name: Stalin, VIAF: 1 }]',
  );
  expect(tei).toContain(
    'Stated by the editor: the rights, parts of the description of copy 2 and entries of the registers.',
  );
  expect((await teiWith('persons: [{ name: Stalin, variants: [Filippov] }]')).tei).not.toContain(
    'Stated by the editor',
  );
});

test('the transcript keeps the date of the page beside the one that it should have given', async () => {
  const { tei } = await teiWith('pageDate: 1950-02-08');
  const transcript = /<bibl xml:id="transcript"[^]*?<\/bibl>/.exec(tei)?.[0] ?? '';
  expect(transcript).toContain('<date when="1950-02-07">February 7, 1950</date>');
  expect(tei).toContain('<creation><date when="1950-02-08" resp="#editor-1">');
});
