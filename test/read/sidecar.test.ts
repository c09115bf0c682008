/** The editor's word over what the reader infers; wrong words are errors at their place in the sidecar. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { EditionNode } from '../../src/edition/types.js';
import { formatDiagnostics } from '../../src/diagnostics/format.js';
import { findQuotation } from '../../src/read/quotation.js';
import { textOf } from '../../src/read/marginalia/passage-index.js';
import { read } from './read.js';
import { sidecarOf } from './sidecar-of.js';

const telegram = readFileSync(
  new URL('../../sources/1950-02-07-shtykov-vyshinsky.txt', import.meta.url),
  'utf8',
);
async function withSidecar(yaml: string, source = telegram) {
  const sidecar = await sidecarOf(yaml);
  const result = read(source, sidecar);
  const errors = sidecar.file.messages.map(({ line, ruleId }) => `${String(line)} ${ruleId ?? ''}`);
  return { ...result, errors };
}

function nodes(node: EditionNode): EditionNode[] {
  return [node, ...('children' in node ? node.children.flatMap(nodes) : [])];
}

describe('anchors', () => {
  test('without a sidecar the literal reading is taken, and asked about', () => {
    const { document, ruleIds } = read(telegram);
    expect(document?.marginalia[2]).toMatchObject({ anchors: ['p8'], certainty: 'low' });
    expect(ruleIds).toContain('anchor-ambiguous');
  });
  test.each([
    ['{ paragraph: Kim Il Sung reported }', ['p7']],
    ['{ point: 2 }', ['pt2']],
    ['{ points: [1, 4] }', ['pt1', 'pt4']],
    ['{ document: bottom }', ['document']],
  ])('%s', async (anchor, ids) => {
    const { document, ruleIds, errors } = await withSidecar(
      `marginalia: [{ note: let him write it, anchor: ${anchor} }]`,
    );
    expect(errors).toEqual([]);
    expect(document?.marginalia[2]?.anchors).toEqual(ids);
    expect(document?.marginalia[2]?.certainty).toBeUndefined();
    // The choice is the editor's; what the report says of the note stays the report's, the literal reading with it.
    expect(document?.marginalia[2]?.settled).toEqual({
      fields: anchor.includes('document') ? ['anchors', 'place'] : ['anchors'],
      resp: 'editor-1',
    });
    expect(document?.marginalia[2]?.origin).toMatchObject({ kind: 'inferred' });
    expect(document?.marginalia[2]?.alternatives).toEqual(['p8']);
    expect(ruleIds).not.toContain('anchor-ambiguous');
    expect(ruleIds).not.toContain('anchor-ambiguous');
  });
  test('quoted words become a passage', async () => {
    const { document } = await withSidecar(
      'marginalia: [{ note: let him write it, anchor: { quote: a group of textile workers }, hand: Molotov, place: margin left }]',
    );
    const passage = document?.children.flatMap(nodes).find((node) => node.type === 'passage');
    expect(passage?.type === 'passage' && textOf(passage.children)).toBe('a group of textile workers');
    const note = document?.marginalia[2];
    expect(note?.anchors).toEqual([passage?.type === 'passage' && passage.id]);
    expect(note?.place).toBe('margin left');
    expect(document?.hands.map(({ label }) => label)).toEqual(['Stalin', 'Molotov']);
  });
  test.each([
    ['marginalia:\n  - note: let them write it\n    anchor: { point: 1 }', '2 quotation-not-found'],
    ['marginalia:\n  - note: let him write it\n    anchor: { point: 9 }', '3 quotation-not-found'],
    [
      'marginalia:\n  - note: let him write it\n    anchor: { paragraph: Kim Il Sung }',
      '3 quotation-ambiguous',
    ],
    [
      'marginalia:\n  - note: let him write it\n    anchor: { paragraph: no such words }',
      '3 quotation-not-found',
    ],
    [
      'marginalia:\n  - note: let him write it\n    anchor: { quote: "Heon-yeong [Pak" }',
      '3 quotation-crosses',
    ],
  ])('%s', async (yaml, error) => {
    const { errors } = await withSidecar(yaml);
    expect(errors).toEqual([error]);
  });
});

describe('quoted words', () => {
  const toldOf = async (yaml: string): Promise<{ reason: string; text: string }> => {
    const sidecar = await sidecarOf(yaml);
    read(telegram, sidecar);
    const [message] = sidecar.file.messages;
    return {
      reason: message?.reason ?? '',
      text: formatDiagnostics(sidecar.file, { color: false, width: 100 }),
    };
  };
  test('that stand in several places are shown in each of them', async () => {
    const { reason, text } = await toldOf('notes: [{ after: infantry divisions, text: N. }]');
    expect(reason).toContain(
      'in the text of the document, its abstract or a report of notes 2 times (lines 27 and 30)',
    );
    expect(text).toMatch(/source\.txt:27:\d+ occurrence 1\n.*infantry divisions/u);
    expect(text).toMatch(/source\.txt:30:\d+ occurrence 2\n/u);
  });
  test('and that are counted too far', async () => {
    const { reason } = await toldOf('notes: [{ after: infantry divisions, occurrence: 3, text: N. }]');
    expect(reason).toBe(
      'Unexpected occurrence 3 of “infantry divisions”, expected at most 2 (lines 27 and 30)',
    );
  });
  test.each([
    ['welcomes reuse', 'stands on the page, but not in the text of the document'],
    ['kim il sung reported', 'stands in the source with other capitals only'],
    ['textile work', 'stands in the source only as a part of longer words'],
    ['silk workers', 'expected words that stand in the source'],
  ])('“%s” %s', async (quote, reason) => {
    const found = await toldOf(`marginalia: [{ note: let him, anchor: { quote: ${quote} } }]`);
    expect(found.reason).toContain(reason);
  });
  test('are told apart by their occurrence, as anchors too', async () => {
    const { document, errors } = await withSidecar(
      'marginalia: [{ note: let him, anchors: [{ quote: infantry divisions, occurrence: 2 }, { paragraph: Kim Il Sung, occurrence: 2 }] }]',
    );
    expect(errors).toEqual([]);
    expect(document?.marginalia[2]?.anchors).toHaveLength(2);
    expect(document?.marginalia[2]?.anchors[0]).toBe('p1');
  });
  test('are whole words; in scripts without spaces no letter ends a word', () => {
    const found = (source: string, quote: string): number =>
      findQuotation(source, quote, { start: 0, end: source.length }).length;
    expect(found('The workers work; co-work.', 'work')).toBe(2);
    expect(found('1950 and 19500', '1950')).toBe(1);
    expect(found('他向金日成同志报告Kim的意见', '金日成')).toBe(1);
    expect(found('他向金日成同志报告Kim的意见', 'Kim')).toBe(1);
    expect(found('“Yes,” he said', '"Yes,"')).toBe(1);
  });
});

describe('a note', () => {
  test.each(['him write', 'let him', 'LET HIM WRITE IT'])('is known by a part of it: %s', async (note) => {
    const { document, errors } = await withSidecar(`marginalia: [{ note: ${note}, place: overleaf }]`);
    expect(errors).toEqual([]);
    expect(document?.marginalia.map(({ place }) => place === 'overleaf')).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });
  test('is not known by half a word, or by words of two notes', async () => {
    const half = await sidecarOf('marginalia:\n  - { note: im wri, place: top }');
    read(telegram, half);
    expect(half.file.messages.map(String)[0]).toMatch(/^source\.yaml:2:13.*words of one of “.*” \(\d+:\d+\)/);
    const statement = (words: string): string => `Stalin wrote "${words}" in the left margin of point 1`;
    const twice = telegram.replace(
      /\[[^\]]*let him write it[^\]]*\]/u,
      `[Marginal notes: ${statement('not now, later')}; ${statement('let him wait, not now')}.]`,
    );
    const both = await sidecarOf('marginalia:\n  - { note: not now, place: top }');
    const { document } = read(twice, both);
    expect(document?.marginalia.map(({ words }) => words)).toEqual([
      'not now, later',
      'let him wait, not now',
    ]);
    expect(both.file.messages.map(String)[0]).toMatch(
      /^source\.yaml:2:13.*2 notes.*later” \(\d+:\d+\).*wait/,
    );
    const second = await sidecarOf('marginalia:\n  - { note: not now, occurrence: 2, place: top }');
    expect(read(twice, second).document?.marginalia[1]?.place).toBe('top');
  });
  test('of which two entries speak', async () => {
    const { errors } = await withSidecar('marginalia:\n  - { note: let him }\n  - { note: write it }');
    expect(errors).toEqual(['3 quotation-ambiguous']);
  });
  test('stands beside several places of any sort, in the order of the text', async () => {
    const { document, errors } = await withSidecar(
      'marginalia: [{ note: let him, anchors: [{ paragraph: Kim Il Sung reported }, a group of textile workers, 4, 1, document] }]',
    );
    expect(errors).toEqual([]);
    const note = document?.marginalia[2];
    expect(note?.anchors[0]).toBe('document');
    expect(note?.anchors.slice(1, 3)).toEqual(['pt1', 'pt4']);
    expect(new Set(note?.anchors.slice(3))).toEqual(new Set(['p7', 'passage-1']));
    const top = await withSidecar('marginalia: [{ note: let him, anchors: [top, 2] }]');
    expect(top.document?.marginalia[2]).toMatchObject({ place: 'top', anchors: ['document', 'pt2'] });
  });
  test.each([
    ['[{ note: let him, anchors: [1, no such words] }]', '1:44 quotation-not-found'],
    ['[{ note: let him, anchors: [1, 9] }]', '1:44 quotation-not-found'],
    ['[{ note: let him, anchors: [{ paragraph: Kim Il Sung }] }]', '1:54 quotation-ambiguous'],
  ])('%s', async (marginalia, error) => {
    const sidecar = await sidecarOf(`marginalia: ${marginalia}`);
    read(telegram, sidecar);
    expect(
      sidecar.file.messages.map(
        ({ line, column, ruleId }) => `${String(line)}:${String(column)} ${ruleId ?? ''}`,
      ),
    ).toEqual([error]);
  });
});

test.each([
  ['9', 'Give the number as it is printed, or quote words of the passage (`paragraph` or `quote`).'],
])('the hint on the printed number %s is not about words', async (n, hint) => {
  const sidecar = await sidecarOf(`marginalia: [{ note: let him, anchor: { point: ${n} } }]`);
  read(telegram, sidecar);
  expect(sidecar.file.messages.map(({ note }) => note)).toEqual([hint]);
});

describe('blocks', () => {
  test('an abstract that is none', async () => {
    const { document, ruleIds } = await withSidecar(
      'blocks: [{ quote: Shtykov relays to Vyshinsky, is: body }]',
    );
    expect(document?.summary).toBeUndefined();
    expect(ruleIds.filter((id) => id.startsWith('abstract-'))).toEqual([]);
    expect(
      document?.children.some(
        (block) => block.type === 'paragraph' && textOf(block.children).startsWith('Shtykov relays'),
      ),
    ).toBe(true);
  });
  test('an abstract that is one', async () => {
    const { document, ruleIds } = await withSidecar(
      'blocks: [{ quote: Shtykov relays to Vyshinsky, is: abstract }]',
    );
    expect(document?.summary?.origin).toEqual({ kind: 'editor', rule: 'sidecar', resp: 'editor-1' });
    expect(ruleIds.filter((id) => id.startsWith('abstract-'))).toEqual([]);
  });
  test.each(['Special File', 'Strictly secret', 'Kim Il Sung reported that'])(
    'chrome: %s, and nothing else is moved',
    async (quote) => {
      const { document } = await withSidecar(`blocks: [{ quote: ${quote}, is: chrome }]`);
      expect(document?.chrome.some(({ text }) => text.includes(quote))).toBe(true);
      const others = (of: typeof document): string[] | undefined =>
        of?.children.filter(({ type }) => type !== 'paragraph').map(({ type }) => type);
      expect(others(document)).toEqual(others(read(telegram).document));
    },
  );
  test('a heading inside the text', async () => {
    const { document, errors } = await withSidecar('blocks: [{ quote: Kim Il Sung reported, is: heading }]');
    expect(errors).toEqual([]);
    expect(document?.children.map(({ type }) => type)).toEqual([
      'heading',
      'opener',
      'paragraph',
      'points',
      'heading',
      'paragraph',
      'report',
    ]);
  });
  test('words of the page that the editor replaces are kept', async () => {
    const { document } = await withSidecar('title: T\nrights: R\nsummary: S');
    const kept = document?.page.remarks.map(({ text }) => text).join(' ');
    expect(document?.title).toMatchObject({
      value: 'T',
      verbatim: 'Ciphered Telegram, Shtykov to Vyshinsky',
    });
    expect(kept).toContain('welcomes reuse');
    expect(kept).toContain('Shtykov relays');
  });
});

describe('notes of the editor', () => {
  test('called after quoted words, in the order of the text', async () => {
    const { document, errors } = await withSidecar(
      'notes:\n  - { after: at his request, text: Second. }\n  - { after: Strictly secret, text: First. }\n  - { after: two, text: x }',
    );
    expect(errors).toEqual(['4 quotation-not-found']);
    expect(document?.annotations.map(({ text }) => text)).toEqual(['First.', 'Second.']);
  });
  test('an occurrence tells equal words apart', async () => {
    const { document, errors } = await withSidecar(
      'notes: [{ after: infantry divisions, occurrence: 2, text: Three. }]',
    );
    expect(errors).toEqual([]);
    const anchors = document?.children.flatMap(nodes).filter((node) => node.type === 'anchor');
    expect(anchors?.map((anchor) => anchor.id)).toEqual([document?.annotations[0]?.anchor]);
  });
});

describe('header facts', () => {
  test('stated facts replace inferred ones and say whose word they are', async () => {
    const { document, errors, ruleIds } = await withSidecar(`
title: A telegram
author: Terentii Shtykov
addressees: [Andrei Vyshinsky]
date: '1950-02-08'
type: letter
language: en-GB
rights: None known.
persons:
  - { name: Stalin, as: 'Stalin, Joseph', VIAF: '100211937' }
places:
  - { name: Pyongyang, geonames: '1871859' }
copies:
  - { copy: 1, language: en, shelfmark: { fond: '3' } }
`);
    expect(errors).toEqual([]);
    const editor = { kind: 'editor', rule: 'sidecar', resp: 'editor-1' };
    expect(document?.title).toMatchObject({ value: 'A telegram', origin: editor });
    expect(document?.author).toMatchObject({ value: { name: 'Terentii Shtykov' }, origin: editor });
    expect(document?.kind.value).toBe('letter');
    expect(document?.language.value).toBe('en-GB');
    expect(ruleIds).not.toContain('date-conflict');
    expect(document?.persons.find(({ key }) => key === 'stalin')).toMatchObject({
      name: 'Stalin, Joseph',
      variants: ['Stalin'],
      authorities: [{ type: 'VIAF', value: '100211937' }],
    });
    expect(document?.places[0]?.authorities).toEqual([{ type: 'geonames', value: '1871859' }]);
    expect(document?.copies[0]).toMatchObject({
      language: { value: 'en', origin: editor },
      shelfmark: [{ unit: 'fond', text: '3' }],
    });
  });
  test('an anchor that is the literal one has no other beside it', async () => {
    const { document } = await withSidecar(
      'marginalia: [{ note: let him write it, anchor: { paragraph: I ask your orders } }]',
    );
    expect(document?.marginalia[2]?.settled?.fields).toEqual(['anchors']);
    expect(document?.marginalia[2]?.alternatives).toBeUndefined();
  });
  test('the copy that bears the notes', async () => {
    const before = await withSidecar('title: A telegram');
    expect(before.ruleIds).toContain('notes-copy-unknown');
    expect(before.document?.copies.map(({ bearsNotes }) => bearsNotes)).toEqual([undefined, undefined]);
    const { document, ruleIds, errors } = await withSidecar('copies: [{ copy: 2, notes: true }]');
    expect(errors).toEqual([]);
    expect(ruleIds).not.toContain('notes-copy-unknown');
    expect(document?.copies.map(({ bearsNotes }) => bearsNotes?.kind)).toEqual([undefined, 'editor']);
  });
  test('a corrected field has the editor’s word, the rest of the copy has not', async () => {
    const { document, errors } = await withSidecar(
      'copies:\n  - { copy: 1, settlement: Moskva, shelfmark: { fond: "3" } }',
    );
    expect(errors).toEqual([]);
    const editor = { kind: 'editor', rule: 'sidecar', resp: 'editor-1' };
    expect(document?.copies[0]?.origin.kind).toBe('stated');
    expect(document?.copies[0]?.corrected).toEqual({ settlement: editor, fond: editor });
    expect(document?.copies[1]?.corrected).toBeUndefined();
  });
  test.each([
    ['{ fond: "3" }', ['Fond and Opis not given'], true],
    ['{ fond: "3", opis: "65" }', [], true],
    ['{ fond: "3", opis: "65", delo: "775" }', [], false],
  ])('what is said to be missing and is given: %s', async (shelfmark, lacunae, partial) => {
    const { document } = await withSidecar(`copies: [{ copy: 1, shelfmark: ${shelfmark} }]`);
    const copy = document?.copies[0];
    expect(copy?.lacunae.map(({ text }) => text)).toEqual(lacunae);
    expect(copy?.partial).toBe(partial);
    expect(copy?.verbatim).toContain('Fond and Opis not given');
  });
  test.each([
    ['persons:\n  - { name: Nobody, VIAF: "1" }', '2 name-not-found'],
    ['copies:\n  - { copy: 3, language: en }', '2 copy-not-found'],
  ])('%s', async (yaml, error) => {
    expect((await withSidecar(yaml)).errors).toEqual([error]);
  });
});

test('a page that looks like none is read where the editor says that lines are body', async () => {
  const page =
    'Telegram, Orlov to Petrov, March 1, 1951\nLetter, Hale to Brook, March 2, 1951\nMemorandum on Ice, March 3, 1951\nReport on Trade, March 4, 1951\n';
  expect(read(page).ruleIds).toContain('not-a-document-page');
  const sidecar = await sidecarOf('blocks:\n  - { quote: "Memorandum on Ice", is: body }\n');
  expect(read(page, sidecar).ruleIds).not.toContain('not-a-document-page');
});
