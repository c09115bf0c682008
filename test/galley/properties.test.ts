/** What holds for any TEI: the fixtures say what it looks like, these that nothing is lost on the way. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { punctuate } from '../../src/galley/punctuation.js';
import { anchors, bare, documentWords, galleyOf, noteWords, tei, teiWords } from './reading.js';
import { words } from './words-table.js';

const folder = new URL('fixtures/', import.meta.url);
const fixtures = readdirSync(folder)
  .filter((name) => name.endsWith('.xml'))
  .sort();

/** Any tree of elements, known and unknown, in line and block, with texts between them; valid or not. */
const names = [
  ...[
    'p',
    'ab',
    'div',
    'head',
    'list',
    'item',
    'label',
    'hi',
    'seg',
    'persName',
    'quote',
    'opener',
    'closer',
    'salute',
    'signed',
  ],
  ...[
    'dateline',
    'postscript',
    'table',
    'row',
    'cell',
    'lg',
    'l',
    'figure',
    'floatingText',
    'body',
    'sp',
    'speaker',
    'stage',
    'del',
    'add',
  ],
  ...[
    'supplied',
    'unclear',
    'gap',
    'lb',
    'pb',
    'fw',
    'ref',
    'idno',
    'strange',
    'address',
    'addrLine',
    'trailer',
    'foreign',
    'person',
    'bibl',
  ],
];
const words_ = fc
  .stringMatching(/^[a-z "'\u00A0\n-]{0,6}[A-Z0-9]?[ ]?$/)
  .map((text) => text.replace(/&|</g, ''));
const attributes = fc.constantFrom(
  ...[
    '',
    '',
    '',
    ' rend="inline"',
    ' rend="bold"',
    ' type="distribution"',
    ' type="secrecy"',
    ' xml:lang="ru"',
    ' n="3"',
    ' break="no"',
  ],
);
const { tree } = fc.letrec<{ tree: string; node: string; children: string }>((tie) => ({
  tree: tie('children'),
  children: fc.array(tie('node'), { maxLength: 5 }).map((parts) => parts.join('')),
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words_,
    fc
      .tuple(fc.constantFrom(...names), attributes, tie('children'))
      .map(([name, attribute, inner]) => `<${name}${attribute}>${inner}</${name}>`),
  ),
}));

describe('any tree', () => {
  it('reaches the galley with every word, once and in order', () => {
    fc.assert(
      fc.property(tree, (body) => {
        const xml = tei(body);
        const { galley } = galleyOf(xml, { punctuation: 'as-source' });
        expect(nbspBare(documentWords(galley))).toBe(nbspBare(teiWords(xml, () => false)));
      }),
      { numRuns: 1500 },
    );
  });

  it('is a galley that JSON can hold, the same twice', () => {
    fc.assert(
      fc.property(tree, (body) => {
        const { galley } = galleyOf(tei(body));
        expect(JSON.parse(JSON.stringify(galley))).toEqual(galley);
        expect(galleyOf(tei(body)).galley).toEqual(galley);
      }),
      { numRuns: 200 },
    );
  });

  it('has ids that stand once', () => {
    fc.assert(
      fc.property(tree, (body) => {
        const { galley } = galleyOf(tei(`<div xml:id="block-1">${body}</div><p xml:id="block-1">x</p>`));
        const ids = [...JSON.stringify(galley).matchAll(/"id":"([^"]*)"/g)].map(([, id]) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('notes anywhere', () => {
  const targets = fc.subarray(['a', 'b', 'c', 'd', 'nil'], { minLength: 0 });
  const note = fc
    .tuple(
      targets,
      fc.constantFrom('', ' place="top"', ' place="bottom"', ' cert="low"'),
      fc.constantFrom('marginal', 'footnote'),
    )
    .map(
      ([ids, place, type]) =>
        `<note type="${type}"${place}${ids.length > 0 ? ` target="${ids.map((id) => `#${id}`).join(' ')}"` : ' n="1" rend="marginLeft"'}>Note</note>`,
    );

  it('are all set, at an anchor each that the text has once', () => {
    fc.assert(
      fc.property(fc.array(note, { maxLength: 4 }), fc.array(note, { maxLength: 2 }), (first, second) => {
        const xml = tei(
          `<div xml:id="a">${first.join('')}<p xml:id="b">one ${second.join('')}<seg xml:id="c">two</seg> three</p><list><item xml:id="d">four</item></list>${second.join('')}</div>`,
        );
        const { galley } = galleyOf(xml);
        const set = anchors(galley).flatMap(({ notes }) => notes);
        expect([...set].sort()).toEqual(galley.notes.map(({ id }) => id).sort());
        const firsts = galley.notes.filter(({ repeats }) => repeats === undefined);
        expect(firsts.length).toBe(first.length + 2 * second.length);
        for (const { repeats } of galley.notes)
          if (repeats !== undefined) expect(firsts.map(({ id }) => id)).toContain(repeats);
        expect(bare(documentWords(galley))).toBe('onetwothreefour');
      }),
      { numRuns: 500 },
    );
  });
});

describe('fixtures', () => {
  const hidden = new Set(['corr', 'expan', 'reg']);

  it.each(fixtures)('%s reaches the galley with every word', (name) => {
    const xml = readFileSync(new URL(name, folder), 'utf8');
    const { galley } = galleyOf(xml, { punctuation: 'as-source' });
    const isSetApart = (id: string): boolean => /^(marginal|footnote)$/.test(id);
    const text = teiWords(xml, (element) => {
      const { type = '', place = '' } = element.attributes;
      const note =
        element.name === 'note' &&
        type !== 'gloss' &&
        type !== 'editorial' &&
        (isSetApart(type ?? '') || place !== 'inline');
      return note || hidden.has(element.name) || (element.name === 'fw' && type === 'sig');
    });
    expect(bare(documentWords(galley))).toBe(bare(text));
    for (const note of galley.notes) expect(bare(noteWords(note))).not.toBe('');
  });

  it.each(fixtures)('%s differs in marks of punctuation only when they are set', (name) => {
    const xml = readFileSync(new URL(name, folder), 'utf8');
    const plain = documentWords(galleyOf(xml, { punctuation: 'as-source' }).galley);
    const set = documentWords(galleyOf(xml).galley);
    expect(set.length).toBe(plain.length);
    expect(set.replace(/[“”‘’„‚«»–]/g, '')).toBe(plain.replace(/[“”‘’„‚«»–"']|(?<=\d)-(?=\d)/g, ''));
  });

  it.each(fixtures)('%s has no mark left that a second pass would set', (name) => {
    const { galley } = galleyOf(readFileSync(new URL(name, folder), 'utf8'));
    const text = documentWords(galley);
    const leaf = { type: 'text' as const, value: text };
    punctuate([leaf], words('en'));
    expect(leaf.value.length).toBe(text.length);
  });
});

/** As `bare`; blank paragraphs of U+00A0 alone are dropped, so it is left out of the count. */
function nbspBare(text: string): string {
  return bare(text).replace(/\u00A0/g, '');
}
