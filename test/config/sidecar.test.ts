import { readFileSync } from 'node:fs';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { readSidecar, type Sidecar } from '../../src/config/sidecar.js';
import { diagnosticsOf } from '../../src/diagnostics/format.js';
import type { Editor } from '../../src/edition/types.js';

const editors: Editor[] = [
  { id: 'editor-1', name: 'Ada Example' },
  { id: 'editor-2', name: 'Bela Example' },
];

async function sidecar(
  text: string | Uint8Array,
  known = editors,
): Promise<{ sidecar: Sidecar | undefined; told: string[] }> {
  const file = new VFile({ path: 'a.yaml' });
  const found = await readSidecar(text, file, known);
  const told = diagnosticsOf(file).map(
    ({ line, column, ruleId, message }) => `${String(line)}:${String(column)} ${ruleId} ${message}`,
  );
  return { sidecar: found, told };
}

describe('sidecars', () => {
  it('say everything that docs/configuration.md lists', async () => {
    const { sidecar: found, told } = await sidecar(`
editor: Bela Example
title: A title
author: { name: N }
addressees: [A, { name: B, is: organisation }]
date: 1950
pageDate: 1950-02-07
type: letter
language: en-GB
rights: One paragraph
summary: [One, Two]
blocks:
  - { quote: some words, occurrence: 2, is: abstract }
marginalia:
  - note: it is possible
    hand: N
    place: top right
    anchor: { point: 4 }
  - { note: x, occurrence: 3, anchor: { points: [1, 2a] } }
  - { note: y, anchor: { paragraph: begins so } }
  - { note: z, anchor: { quote: these words } }
  - { note: t, anchor: { document: top } }
notes:
  - { after: words, text: A note. }
  - { after: words, occurrence: 2, text: Another., by: Ada Example }
persons:
  - { name: N, as: Nina N, variants: [Enn], VIAF: 0123, GND: 118-X, wikidata: Q42, note: A person. }
places:
  - { name: P, geonames: 99 }
copies:
  - { copy: 1, repository: R, shelfmark: { fond: 059a, opis: 010 }, leaves: 125-126, language: ru }
`);
    expect(told).toEqual([]);
    expect(found?.resp).toBe('editor-2');
    expect(found?.value).toEqual({
      editor: 'Bela Example',
      title: 'A title',
      authors: [{ name: 'N' }],
      addressees: [{ name: 'A' }, { name: 'B', is: 'organisation' }],
      date: '1950',
      pageDate: '1950-02-07',
      type: 'letter',
      language: 'en-GB',
      rights: ['One paragraph'],
      summary: ['One', 'Two'],
      blocks: [{ quote: 'some words', occurrence: 2, is: 'abstract' }],
      marginalia: [
        { note: 'it is possible', hand: 'N', place: 'top right', anchor: { kind: 'points', points: ['4'] } },
        { note: 'x', occurrence: 3, anchor: { kind: 'points', points: ['1', '2a'] } },
        { note: 'y', anchor: { kind: 'paragraph', paragraph: 'begins so' } },
        { note: 'z', anchor: { kind: 'quote', quote: 'these words' } },
        { note: 't', anchor: { kind: 'document', document: 'top' } },
      ],
      notes: [
        { after: 'words', text: 'A note.', resp: 'editor-2' },
        { after: 'words', occurrence: 2, text: 'Another.', resp: 'editor-1' },
      ],
      persons: [
        {
          name: 'N',
          as: 'Nina N',
          variants: ['Enn'],
          authorities: [
            { type: 'VIAF', value: '0123' },
            { type: 'GND', value: '118-X' },
            { type: 'wikidata', value: 'Q42' },
          ],
          note: 'A person.',
        },
      ],
      places: [{ name: 'P', variants: [], authorities: [{ type: 'geonames', value: '99' }] }],
      copies: [
        {
          copy: 1,
          repository: 'R',
          shelfmark: [
            { unit: 'fond', value: '059a' },
            { unit: 'opis', value: '010' },
          ],
          leaves: '125-126',
          language: 'ru',
        },
      ],
    });
    expect(found?.placeOf(['notes', 1, 'by'])).toBeDefined();
    // `point` is written, `points` is what the value has: the place is that of the anchor.
    expect(found?.placeOf(['marginalia', 0, 'anchor', 'points', 0])?.start).toMatchObject({ line: 18 });
  });

  it('are the first editor’s word unless they say whose', async () => {
    expect((await sidecar('title: T')).sidecar?.resp).toBe('editor-1');
    expect((await sidecar('title: T', [])).sidecar?.resp).toBeUndefined();
  });

  it.each([
    ['titel: T', '1:1 config-key Unexpected key “titel”, expected “title”'],
    ['type: telegramme', '1:7 config-value Unexpected “telegramme”, expected “telegram”'],
    ['date: 1950-13', '1:7 config-value Unexpected 1950-13, expected a date of the calendar'],
    ['date: yesterday', '1:7 config-value Unexpected “yesterday”, expected YYYY-MM-DD, YYYY-MM or YYYY'],
    ['blocks: [{ quote: x }]', '1:10 config-missing The key “is” is missing here'],
    ['blocks: [{ quote: "  ", is: body }]', '1:19 config-value Unexpected empty text, expected words'],
    [
      'blocks: [{ quote: x, is: body, occurrence: 0 }]',
      '1:44 config-value Unexpected 0, expected a number from 1',
    ],
    ['marginalia: [{ note: x, anchor: {} }]', '1:33 config-value Unexpected empty mapping'],
    [
      'marginalia: [{ note: x, anchor: { point: 1, quote: y } }]',
      '1:33 config-value Unexpected mapping of keys, expected one key of paragraph, point, points, quote, document, and `occurrence` only',
    ],
    ['author: { nme: N }', '1:11 config-key Unexpected key “nme”, expected “name”'],
    [
      'author: [N, { name: M, is: office }]',
      '1:28 config-value Unexpected “office”, expected one of: person, organisation',
    ],
    [
      'marginalia: [{ note: x, place: bananas }]',
      '1:32 config-value Unexpected “bananas”, expected one of: margin, margin left, margin right, ',
    ],
    [
      'marginalia: [{ note: x, place: left margin }]',
      '1:32 config-value Unexpected “left margin”, expected “margin left” (one of: margin, ',
    ],
    [
      'marginalia: [{ note: x, place: foot }]',
      '1:32 config-value Unexpected “foot”, expected one of: margin, ',
    ],
    ['language: english!', '1:11 config-value Unexpected “english!”, expected the form of en or zh-Hant'],
    ['author: []', '1:9 config-value Unexpected empty list, expected something here'],
    ['addressees: Gromov', '1:13 config-value Unexpected “Gromov”, expected a list'],
    ['persons: [{ name: N, wikidata: 42 }]', '1:32 config-value Unexpected 42, expected text'],
    ['copies: [{ copy: one }]', '1:18 config-value Unexpected “one”, expected a whole number'],
    ['editor: Ada Exampel', '1:9 editor-unknown Unexpected editor “Ada Exampel”, expected “Ada Example”'],
  ])('%j is refused at its place', async (text, expected) => {
    const { told } = await sidecar(text);
    expect(told.some((line) => line.startsWith(expected))).toBe(true);
  });

  it.each([
    'marginalia: [{ note: x, anchor: { occurrence: 2 } }]',
    'marginalia: [{ note: x, anchors: [{ point: 1, occurrence: 2 }] }]',
    'marginalia: [{ note: x, anchor: { point: 1, document: top } }]',
  ])('%j gives a place in two ways, or in none', async (text) => {
    const { told } = await sidecar(text);
    expect(told).toEqual([
      expect.stringContaining('config-value Unexpected mapping of keys, expected one key'),
    ]);
  });

  it('of which an entry is wrong still say the rest, each value at its place', async () => {
    const { sidecar: found, told } = await sidecar(
      'typ: letter\nnotes:\n  - { after: a }\n  - { after: b, text: B. }\npersons: { name: N }\ntitle: T\n',
    );
    expect(told.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      '1:1 config-key',
      '3:5 config-missing',
      '5:10 config-value',
    ]);
    expect(found?.value).toMatchObject({ title: 'T', notes: [{ after: 'b' }] });
    expect(found?.value.persons).toBeUndefined();
    expect(found?.placeOf(['notes', 0, 'after'])?.start).toMatchObject({ line: 4, column: 14 });
  });

  it.each(['blocks: [{ quote: x, is: bdy }]', 'bloks: [{ quote: x, is: body }]'])(
    '%j: nothing else can be checked where it is unknown what the text is',
    async (text) => {
      expect((await sidecar(text)).sidecar).toBeUndefined();
    },
  );

  it('with a comma in braces get a hint', async () => {
    const file = new VFile({ path: 'a.yaml' });
    await readSidecar('notes:\n  - { after: he came, and went, text: T. }\n', file, editors);
    expect(diagnosticsOf(file)).toMatchObject([
      {
        ruleId: 'config-key',
        line: 2,
        column: 23,
        hint: expect.stringContaining('a comma ends a value') as string,
      },
    ]);
    const plain = new VFile({ path: 'a.yaml' });
    await readSidecar('notes:\n  - after: he came\n    text: T.\n    also:\n', plain, editors);
    expect(diagnosticsOf(plain)[0]?.hint).not.toContain('comma');
  });

  it('are refused where they are no UTF-8', async () => {
    const { told } = await sidecar(new Uint8Array([0x61, 0x3a, 0x20, 0xe9]));
    expect(told[0]).toMatch(/^1:4 encoding-invalid /);
  });

  it('of the repository is one', async () => {
    const text = readFileSync(new URL('../../sources/1950-02-07-shtykov-vyshinsky.yaml', import.meta.url));
    const { sidecar: found, told } = await sidecar(text);
    expect(told).toEqual([]);
    expect(found?.value.marginalia).toHaveLength(1);
  });
});
