import type { Element } from 'xast';
import { beforeAll, describe, expect, it } from 'vitest';
import type {
  Galley,
  GalleyBlock,
  GalleyNote,
  GalleyParagraph,
  GalleyText,
  Inline,
} from '../../src/galley/types.js';
import { checkLinks, elements, makeEpub, textOf, wordsOf, type Opened } from './edition.js';
import { wordsOfGalley } from './galley-words.js';
import { telegram } from './telegram.js';

const text = (value: string): Inline => ({ type: 'text', value });
const paragraph = (children: Inline[], more: Partial<GalleyParagraph> = {}): GalleyParagraph => ({
  type: 'paragraph',
  style: 'paragraph',
  children,
  ...more,
});
const galleyOf = (children: GalleyBlock[], notes: GalleyNote[] = [], more: Partial<Galley> = {}): Galley => ({
  type: 'galley',
  lang: 'en',
  metadata: {
    title: 'A letter',
    authors: [],
    editors: [],
    keywords: [],
    languages: ['en'],
    date: '2026-01-02',
  },
  running: { verso: '', recto: '' },
  children,
  notes,
  ...more,
});
const marginal = (id: string, more: Partial<GalleyNote> = {}): GalleyNote => ({
  type: 'note',
  id,
  series: 'marginal',
  place: 'margin',
  description: `Marginal note ${id}`,
  children: [{ type: 'paragraph', style: 'marginal-words', children: [text(`words of ${id}`)] }],
  ...more,
});
const footnote = (id: string, label: string): GalleyNote => ({
  ...marginal(id),
  series: 'footnote',
  place: 'foot',
  label,
});

const bodyOf = (epub: Opened, file = 'text.xhtml'): Element[] => elements(epub.tree(`OEBPS/${file}`));

describe('the telegram', () => {
  let epub: Opened;
  beforeAll(async () => {
    epub = await makeEpub(telegram, {
      printed: () => ({
        starts: [],
        labels: new Map([
          ['front', '1'],
          ['p1', '1'],
          ['pt4', '2'],
          ['p6', '2'],
          ['note-3', '3'],
          ['gloss-1', '3'],
          ['p8', '3'],
        ]),
      }),
    });
  });

  it('has every word of the galley, in order, and no other', () => {
    expect(wordsOf(epub)).toEqual(wordsOfGalley(telegram));
  });

  it('has ids that are unique and links that lead somewhere', () => {
    checkLinks(epub);
  });

  it('puts each marginal note right before the block it was written beside', () => {
    const all = bodyOf(epub);
    for (const [note, block] of [
      ['note-1', 'p2'],
      ['note-1-2', 'p3'],
      ['note-1-3', 'p4'],
      ['note-2', 'p5'],
      ['note-3', 'p7'],
      ['note-4', 'p8'],
    ]) {
      const parent = all.find(({ children }) =>
        children.some((child) => child.type === 'element' && child.attributes['id'] === note),
      );
      const siblings = parent?.children.filter((child): child is Element => child.type === 'element') ?? [];
      const at = siblings.findIndex(({ attributes }) => attributes['id'] === note);
      expect(siblings[at]).toMatchObject({ name: 'aside', attributes: { role: 'note' } });
      expect(siblings[at]?.attributes['aria-label']).toContain('Marginal note by Stalin');
      const beside = siblings.slice(at + 1).find(({ name }) => name !== 'span');
      expect(beside?.attributes['id']).toBe(block);
    }
  });

  it('marks the place of an anchor that has words before it, and no other', () => {
    const all = bodyOf(epub);
    const marks = all.filter(({ attributes }) => attributes['class'] === 'anchor');
    expect(marks).toHaveLength(1);
    const holder = all.find(({ children }) => children.includes(marks[0]!));
    expect(holder?.attributes['id']).toBe('p8');
  });

  it('links a footnote both ways', () => {
    const all = bodyOf(epub);
    const call = all.find(({ attributes }) => attributes['role'] === 'doc-noteref');
    const note = all.find(({ attributes }) => attributes['role'] === 'doc-footnote');
    const back = all.find(({ attributes }) => attributes['role'] === 'doc-backlink');
    expect(call?.attributes['href']).toBe(`#${note?.attributes['id'] ?? '?'}`);
    expect(back?.attributes['href']).toBe(`#${call?.attributes['id'] ?? '?'}`);
    expect(note?.attributes['epub:type']).toBe('footnote');
    expect(call?.attributes['epub:type']).toBe('noteref');
    // The accessible name holds what is seen (WCAG 2.1, 2.5.3).
    expect(back?.attributes['aria-label']).toContain(textOf(back!));
  });

  it('keeps lists lists, with the labels of the source', () => {
    const list = bodyOf(epub).find(({ name }) => name === 'ol');
    expect(list?.attributes['role']).toBe('list');
    const labels = elements(list!).filter(({ attributes }) => attributes['class'] === 'label');
    expect(labels.map(textOf)).toEqual(['1. ', '2. ', '3. ', '4. ']);
  });

  it('has headings without gaps in every file', () => {
    const ranks = (file: string): string[] =>
      bodyOf(epub, file).flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [name] : []));
    // The galley's levels are 1, 3, 2, 2, 2 and, in a file of its own, 2.
    expect(ranks('text.xhtml')).toEqual(['h1', 'h2', 'h2', 'h2', 'h2']);
    expect(ranks('colophon.xhtml')).toEqual(['h1']);
    expect(ranks('toc.xhtml')).toEqual(['h1']);
  });

  it('says what the parts are', () => {
    const parts = bodyOf(epub).filter(({ name }) => name === 'section');
    const roles = new Map(parts.map(({ attributes }) => [attributes['class'], attributes['role']]));
    expect(roles.get('abstract')).toBe('doc-abstract');
    expect(roles.get('document')).toBe('doc-chapter');
    expect(roles.get('sources')).toBeUndefined();
    expect(
      bodyOf(epub, 'colophon.xhtml').some(({ attributes }) => attributes['role'] === 'doc-colophon'),
    ).toBe(true);
  });

  it('lists the printed pages, each where its first block stands', () => {
    const all = bodyOf(epub);
    const breaks = all.filter(({ attributes }) => attributes['role'] === 'doc-pagebreak');
    expect(breaks.map(({ attributes }) => attributes['aria-label'])).toEqual(['1', '2', '3']);
    const nav = bodyOf(epub, 'toc.xhtml').find(({ attributes }) => attributes['epub:type'] === 'page-list');
    const links = elements(nav!).filter(({ name }) => name === 'a');
    expect(links.map((link) => [textOf(link), link.attributes['href']])).toEqual(
      breaks.map(({ attributes }) => [attributes['aria-label'], `text.xhtml#${attributes['id'] ?? ''}`]),
    );
    // A note that is on the next page breaks no page; the words after it do.
    const holder = all.find(({ children }) => children.includes(breaks[2]!));
    expect(holder?.attributes['id']).toBe('p7');
  });

  it('marks languages with both attributes', () => {
    const gloss = bodyOf(epub).find(({ attributes }) => attributes['id'] === 'gloss-1');
    expect(gloss?.attributes).toMatchObject({ lang: 'ko-Latn', 'xml:lang': 'ko-Latn' });
  });
});

it('claims no pages when none are known', async () => {
  const epub = await makeEpub(telegram);
  expect(epub.text('OEBPS/text.xhtml')).not.toContain('pagebreak');
  expect(epub.text('OEBPS/toc.xhtml')).not.toContain('page-list');
  expect(epub.text('OEBPS/toc.ncx')).not.toContain('pageList');
  expect(epub.text('OEBPS/content.opf')).not.toMatch(/pageBreak|pageNavigation/);
});

it('makes a package of an empty galley', async () => {
  const epub = await makeEpub(galleyOf([]));
  checkLinks(epub);
  expect(wordsOf(epub)).toEqual([]);
});

it('sets 300 notes, each once', async () => {
  const notes = Array.from({ length: 300 }, (_, i) =>
    i % 2 ? footnote(`n${i}`, String(i)) : marginal(`n${i}`),
  );
  const blocks = Array.from({ length: 60 }, (_, i) =>
    paragraph([
      text(`paragraph ${i} `),
      ...notes.slice(i * 5, i * 5 + 5).map((note): Inline => {
        if (note.series === 'marginal') return { type: 'noteAnchor', notes: [note.id] };
        return { type: 'noteCall', note: note.id, label: note.label ?? '' };
      }),
    ]),
  );
  const galley = galleyOf([{ type: 'section', role: 'document', children: blocks }], notes);
  const epub = await makeEpub(galley);
  checkLinks(epub);
  expect(wordsOf(epub)).toEqual(wordsOfGalley(galley));
  expect(bodyOf(epub).filter(({ name }) => name === 'aside')).toHaveLength(300);
});

it('keeps hostile words as words, wherever they stand', async () => {
  const hostile = `<b>&amp; "x" 'y' ]]> <%= process %> <%- 1 %> %> \${x} {words} --> <?php`;
  const note = marginal('n', { description: hostile });
  const galley = galleyOf(
    [
      {
        type: 'section',
        role: 'document',
        title: hostile,
        children: [
          { type: 'heading', level: 1, style: 'title', children: [text(hostile)] },
          paragraph([{ type: 'noteAnchor', notes: ['n'] }, text(hostile)]),
        ],
      },
    ],
    [note],
  );
  galley.metadata = {
    ...galley.metadata,
    title: hostile,
    authors: [hostile],
    editors: [hostile],
    publisher: hostile,
    rights: hostile,
    series: hostile,
    subject: hostile,
    keywords: [hostile],
    identifier: hostile,
  };
  const epub = await makeEpub(galley);
  checkLinks(epub);
  expect(wordsOf(epub)).toEqual(wordsOfGalley(galley));
  const opf = elements(epub.tree('OEBPS/content.opf'));
  for (const name of [
    'dc:title',
    'dc:creator',
    'dc:contributor',
    'dc:publisher',
    'dc:rights',
    'dc:subject',
  ]) {
    expect(textOf(opf.find((element) => element.name === name)!)).toBe(hostile);
  }
  const nav = bodyOf(epub, 'toc.xhtml').find(({ name }) => name === 'a');
  expect(textOf(nav!)).toBe(hostile);
  const aside = bodyOf(epub).find(({ name }) => name === 'aside');
  expect(aside?.attributes['aria-label']).toBe(hostile);
  expect(epub.tree('OEBPS/cover.svg').type).toBe('root');
  const img = bodyOf(epub, 'cover.xhtml').find(({ name }) => name === 'img');
  expect(img?.attributes['alt']).toContain(hostile);
});

it('writes right-to-left text as such', async () => {
  const epub = await makeEpub(galleyOf([paragraph([text('שלום')])], [], { lang: 'he' }));
  const html = bodyOf(epub).find(({ name }) => name === 'html');
  expect(html?.attributes).toMatchObject({ lang: 'he', 'xml:lang': 'he', dir: 'rtl' });
});

describe('a galley that breaks its promises is a fault of the program', () => {
  it.each([
    ['a note without a place', galleyOf([paragraph([text('x')])], [marginal('n')])],
    ['an anchor without a note', galleyOf([paragraph([{ type: 'noteAnchor', notes: ['n'] }])])],
    ['a call without a note', galleyOf([paragraph([{ type: 'noteCall', note: 'n', label: '1' }])])],
    [
      'a note set twice',
      galleyOf(
        [
          paragraph([{ type: 'noteAnchor', notes: ['n'] }]),
          paragraph([{ type: 'noteAnchor', notes: ['n'] }]),
        ],
        [marginal('n')],
      ),
    ],
    ['an id used twice', galleyOf([paragraph([], { id: 'p' }), paragraph([], { id: 'p' })])],
    ['an id that is none', galleyOf([paragraph([], { id: 'a b' })])],
    ['a link to nowhere', galleyOf([paragraph([{ type: 'link', href: '#x', children: [] }])])],
    ['a link to a script', galleyOf([paragraph([{ type: 'link', href: 'javascript:x', children: [] }])])],
    ['a link to a file', galleyOf([paragraph([{ type: 'link', href: 'file:///x', children: [] }])])],
    ['a control character', galleyOf([paragraph([text('a\u0001b')])])],
    ['half a character', galleyOf([paragraph([text('a\ud800b')])])],
  ])('%s', async (_, galley) => {
    await expect(makeEpub(galley)).rejects.toThrow(TypeError);
  });
});

it('lists the front under the title of the document, and nothing without a name', async () => {
  const heading: GalleyBlock = { type: 'heading', level: 1, style: 'title', children: [text('A  letter')] };
  const empty: GalleyBlock = { type: 'heading', level: 2, style: 'head', children: [text(' ')] };
  const galley = galleyOf([
    { type: 'section', role: 'front', children: [heading] },
    { type: 'section', role: 'document', title: ' ', children: [empty, paragraph([text('x')])] },
  ]);
  const epub = await makeEpub(galley);
  const nav = bodyOf(epub, 'toc.xhtml').find(({ attributes }) => attributes['epub:type'] === 'toc');
  const entries = elements(nav!).filter(({ name }) => name === 'a');
  expect(entries.map(textOf)).toEqual(['A letter']);
  expect(bodyOf(epub).filter(({ name }) => /^h\d$/.test(name))).toHaveLength(1);
});

it('marks the language of a note on its words, not on what announces it', async () => {
  const note = marginal('n', { lang: 'ru' });
  const galley = galleyOf([paragraph([{ type: 'noteAnchor', notes: ['n'] }])], [note]);
  const aside = bodyOf(await makeEpub(galley)).find(({ name }) => name === 'aside');
  expect(aside?.attributes['lang']).toBeUndefined();
  expect(elements(aside!).map(({ attributes }) => attributes['lang'])).toEqual(['ru']);
});

it('breaks no page for a note that runs over', async () => {
  const note = marginal('n', { children: [paragraph([text('note')], { id: 'in-note' })] });
  const anchor: Inline = { type: 'noteAnchor', notes: ['n'] };
  const blocks = [paragraph([anchor], { id: 'p1' }), paragraph([]), paragraph([], { id: 'p2' })];
  const galley = galleyOf(blocks, [note]);
  const pageLabels = new Map([
    ['p1', '1'],
    ['in-note', '2'],
    ['p2', '2'],
  ]);
  const all = bodyOf(await makeEpub(galley, { printed: () => ({ labels: pageLabels, starts: [] }) }));
  const [, second] = all.filter(({ attributes }) => attributes['role'] === 'doc-pagebreak');
  const holder = all.find(({ children }) => second && children.includes(second));
  expect(holder?.attributes['id']).toBe('p2');
});

it('breaks a page at its first word, in the middle of a paragraph and of a span', async () => {
  const words = (value: string): GalleyText => ({ type: 'text', value });
  const [first, second, third] = [words('one two '), words('three four'), words(' five')];
  const blocks = [
    paragraph([first, { type: 'span', style: 'italic', children: [second] }, third], { id: 'p1' }),
    paragraph([text('six')], { id: 'p2' }),
  ];
  const printed = {
    labels: new Map([
      ['p1', '1'],
      ['p2', '5'],
    ]),
    starts: [
      { label: '1', text: { node: first, offset: 0 } },
      { label: '2', text: { node: first, offset: 4 } },
      { label: '3', text: { node: second, offset: 6 } },
      { label: '4' },
      { label: '5', text: { node: third, offset: 1 } },
      { label: '6' },
    ],
  };
  const epub = await makeEpub(galleyOf(blocks), { printed: () => printed });
  const source = epub
    .text('OEBPS/text.xhtml')
    .replace(/<span id="page-(\d)"[^>]*?(?:\/>|><\/span>)/g, '{$1}');
  expect(source).toContain('>{1}one {2}two <i>three {3}four</i> {4}{5}five</p>');
  expect(source).toMatch(/six<\/p>\s*\{6\}/);
  const list = [...epub.text('OEBPS/toc.xhtml').matchAll(/#page-\d">(\d)</g)].map(([, label]) => label);
  expect(list).toEqual(['1', '2', '3', '4', '5', '6']);
});

it('sets a note at the top even if nothing anchors it', async () => {
  const galley = galleyOf([paragraph([text('words')])], [marginal('n', { place: 'top' })]);
  const epub = await makeEpub(galley);
  expect(wordsOf(epub).join(' ')).toBe('words of n words');
});

it('keeps words on one line that hold together, where a place in the text stays what it was', async () => {
  const holds = (left: string, right: string): boolean => left === 'No.' && /^\d/.test(right);
  const galley = galleyOf([
    { type: 'heading', level: 1, style: 'title', children: [text('A list of the dead')] },
    paragraph([text('see No. '), { type: 'span', style: 'italic', children: [text('4040 and No. x')] }]),
  ]);
  const source = (await makeEpub({ ...galley, joining: ['of', 'the'] }, { holds })).text('OEBPS/text.xhtml');
  expect(source).toContain('A list of\u00a0the\u00a0dead');
  expect(source).toContain('see No.\u00a0<i>4040 and No. x</i>');
});

it('sets a note of the end after its block, and the sign of another at the word that follows it', async () => {
  const galley = galleyOf(
    [
      paragraph([
        { type: 'noteAnchor', notes: ['end'] },
        text('one '),
        { type: 'noteAnchor', notes: ['mid'] },
        text('two three'),
      ]),
    ],
    [marginal('end', { place: 'end' }), marginal('mid')],
  );
  const epub = await makeEpub(galley);
  expect(wordsOf(epub).join(' ')).toBe('words of mid one two three words of end');
  expect(epub.text('OEBPS/text.xhtml')).toContain('one <span class="anchor">two</span> three');
});

it('calls the publication what is printed above the text, and the text what kind of document it is', async () => {
  const galley = galleyOf([
    {
      type: 'section',
      role: 'front',
      children: [{ type: 'heading', level: 1, style: 'title', children: [text('The “x”')] }],
    },
    { type: 'section', role: 'document', title: 'Document', children: [paragraph([text('x')])] },
  ]);
  galley.metadata.title = 'The "x"';
  const entries = async (kind?: string): Promise<string[]> => {
    const epub = await makeEpub({ ...galley, metadata: { ...galley.metadata, ...(kind && { kind }) } });
    expect(epub.text('OEBPS/content.opf')).toContain('>The “x”</dc:title>');
    expect(epub.text('OEBPS/cover.svg')).toContain('The “x”</title>');
    const nav = bodyOf(epub, 'toc.xhtml').find(({ attributes }) => attributes['epub:type'] === 'toc');
    return elements(nav!)
      .filter(({ name }) => name === 'a')
      .map(textOf);
  };
  expect(await entries()).toEqual(['The “x”']);
  expect(await entries('Letter')).toEqual(['The “x”', 'Letter']);
});
