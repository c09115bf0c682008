import { expect, test } from 'vitest';
import { VFile } from 'vfile';
import type { Element, Root } from 'xast';
import type { Block, Edition } from '../../src/edition/types.js';
import { maximumNesting, type Phrase } from '../../src/edition/types.js';
import { readReference } from '../../src/read/reference/index.js';
import { encode } from '../../src/tei/encode.js';
import { serialise } from '../../src/tei/serialise.js';
import {
  copy,
  documentNode,
  edition,
  entry,
  fact,
  heading,
  inferredOrigin,
  mention,
  paragraph,
  points,
  point,
  statedOrigin,
  text,
} from '../edition/build.js';
import { changed, letter, overruled, sections, untranscribed } from '../edition/pages.js';
import { tables } from '../read/reference/tables.js';
import { all, one, textOf } from './trees.js';

const encoded = (tree: Edition): Root => encode(tree, { version: '0.1.0' });

/** An element as it is written, on one line. */
function written(node: Element): string {
  return serialise({ type: 'root', children: [node] }).replace(/\n\s*/g, '');
}

/** Names of the element children. */
function names(node: Element): string[] {
  return node.children.flatMap((child) => (child.type === 'element' ? [child.name] : []));
}

function body(...children: Block[]): Element {
  return one(encoded(edition(documentNode({ children }))), 'body');
}

/* Origins */

test('an editor who speaks in a sidecar without a name in edition.yaml gets a respStmt that resolves', () => {
  const tei = encoded(overruled);
  expect(written(one(tei, 'respStmt', { 'xml:id': 'editor' }))).toBe(
    '<respStmt xml:id="editor"><resp>decisions stated beside the source</resp><name>the editor, not named</name></respStmt>',
  );
  const note = one(tei, 'note', { target: '#p7' });
  expect(written(note)).toBe(
    '<note type="marginal" place="margin" hand="#hand-stalin" target="#p7" corresp="#report-1" resp="#marginalia"><quote>let him write it</quote>' +
      '<certainty match="@target" locus="value" assertedValue="#p8" cert="low" resp="#marginalia"/>' +
      '<respons match="@target" locus="value" resp="#editor"/></note>',
  );
  expect(all(tei, 'note', { resp: '#editor' })).toEqual([]);
});

test('editors have their ORCID as a number, and what they state points to them', () => {
  const tei = encoded(letter);
  expect(written(one(tei, 'respStmt', { 'xml:id': 'editor-1' }))).toBe(
    '<respStmt xml:id="editor-1"><resp>edited by</resp><persName>Ann Editor</persName><note type="identifier"><idno type="ORCID">0000-0002-1825-0097</idno></note></respStmt>',
  );
  expect(one(tei, 'author').attributes).toEqual({ resp: '#editor-2' });
  expect(one(tei, 'title', { type: 'main' }).attributes).toEqual({ type: 'main', resp: '#editor-1' });
  expect(one(tei, 'abstract').attributes).toEqual({ cert: 'medium', resp: '#marginalia' });
});

/* Header */

test('a publication is stated as edition.yaml states it', () => {
  const tei = encoded(letter);
  expect(written(one(tei, 'publicationStmt'))).toBe(
    '<publicationStmt><publisher>Example Press</publisher><date when="2025-05-01">2025-05-01</date><idno type="DOI">10.1234/example</idno><availability><licence target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</licence></availability></publicationStmt>',
  );
  expect(written(one(tei, 'editionStmt'))).toBe(
    '<editionStmt><edition n="1.0">Version 1.0</edition></editionStmt>',
  );
  expect(written(one(tei, 'seriesStmt'))).toBe('<seriesStmt><title level="s">Specimens</title></seriesStmt>');
  expect(one(tei, 'change').attributes['when']).toBe('2025-05-01');
});

test('the date of a page or of the program is no date of publication', () => {
  const of = (dateOf: 'page' | 'program') => encode(letter, { version: '0.1.0', dateOf });
  for (const dateOf of ['page', 'program'] as const)
    expect(all(one(of(dateOf), 'publicationStmt'), 'date')).toEqual([]);
  expect(textOf(one(of('page'), 'change'))).toBe(
    'Encoded by Marginalia 0.1.0. No date of the edition is stated: this is the day on which the page was uploaded.',
  );
  expect(textOf(one(of('program'), 'change'))).toContain('this is that of the release of the program');
  expect(textOf(one(encoded(letter), 'change'))).toBe('Encoded by Marginalia 0.1.0.');
});

test('without a publisher none is invented, and licence and identifier are still said', () => {
  const tei = encoded({
    ...letter,
    publication: {
      date: '2025-05-01',
      licence: { text: 'CC0' },
      identifier: { type: 'URN', value: 'urn:x' },
    },
  });
  expect(written(one(tei, 'publicationStmt'))).toBe(
    '<publicationStmt><p>Working edition, not published.</p><p>URN: <idno type="URN">urn:x</idno></p><p>Licence: CC0</p></publicationStmt>',
  );
});

test('the page is described with its record, dates, address, rights, credit and remarks', () => {
  expect(written(one(encoded(letter), 'bibl', { type: 'transcript' }))).toBe(
    '<bibl xml:id="transcript" type="transcript"><title>Letter, Example to Specimen [Excerpt]</title><publisher>A Digital Archive</publisher>' +
      '<date when="1955-06">June 1955</date><date type="uploaded" when="2011-10-20">2011-10-20</date><idno type="record">112233</idno>' +
      '<idno type="URL">https://example.org/document/112233?lang=en&#x26;page=1</idno>' +
      `<idno type="sha256">${'1'.repeat(64)}</idno>` +
      '<availability><licence target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0, https://creativecommons.org/licenses/by/4.0/.</licence></availability>' +
      '<note type="credit">Made possible with support from a foundation.</note>' +
      '<note type="remark"><label>Associated Topics</label> Loans</note></bibl>',
  );
});

test('a copy keeps every word said of it, each in its place', () => {
  expect(written(one(encoded(letter), 'msDesc', { 'xml:id': 'copy-1' }))).toBe(
    '<msDesc xml:id="copy-1" type="archival-copy"><msIdentifier><country>Russia</country><settlement>Moscow</settlement>' +
      '<repository ref="#rgani">RGANI</repository>' +
      '<idno type="shelfmark">f. <idno type="fond">5</idno>, op. <idno type="opis">28</idno>, d. <idno type="delo">347</idno></idno>' +
      '<altIdentifier type="former"><idno>Former: fond 81</idno></altIdentifier>' +
      '<altIdentifier type="verbatim"><idno>RGANI, f. 5, op. 28, d. 347, ll. 12-13 ob., l. 15. Former: fond 81. Certified copy. Bundle of Kyiv. Obtained by A. Example.</idno></altIdentifier></msIdentifier>' +
      '<msContents><textLang mainLang="ru"/><msItem><locusGrp><locus scheme="#copy-1-leaves" from="12" to="13v">ll. 12-13 ob.</locus><locus scheme="#copy-1-leaves" from="15" to="15">l. 15</locus></locusGrp><title type="supplied" cert="high" resp="#marginalia">Letter</title></msItem></msContents>' +
      '<physDesc><p>Certified copy</p><objectDesc><supportDesc><foliation xml:id="copy-1-leaves"><p>Cited by leaf (“ll.”); the numbers on the object were not seen.</p></foliation></supportDesc></objectDesc></physDesc>' +
      '<history><acquisition><p>Obtained by <name>A. Example</name>.</p></acquisition></history>' +
      '<additional><adminInfo><note type="remainder">Bundle of Kyiv</note></adminInfo></additional></msDesc>',
  );
});

test('a shelfmark that is not whole says so, and nothing is left out of its middle', () => {
  const reference = 'A, Fond 1, Listy 2-3, Opis 4, none given, not known';
  const tei = encoded(
    edition(
      documentNode({
        copies: [
          {
            type: 'copy',
            id: 'copy-1',
            verbatim: reference,
            shelfmark: [
              { unit: 'fond', text: '1', start: 8, end: 9, label: { text: 'Fond', start: 3, end: 7 } },
              { unit: 'opis', text: '4', start: 27, end: 28, label: { text: 'Opis', start: 22, end: 26 } },
            ],
            leaves: [{ unit: 'page', text: 'Listy 2-3', start: 11, end: 20, from: '2', to: '3' }],
            lacunae: [
              { text: 'none given', start: 30, end: 40 },
              { text: 'not known', start: 42, end: 51 },
            ],
            partial: true,
            former: [],
            description: [],
            provenance: [],
            remainder: [],
            origin: statedOrigin,
          },
        ],
      }),
    ),
  );
  expect(written(one(tei, 'idno', { type: 'shelfmark' }))).toBe(
    '<idno type="shelfmark" subtype="partial">Fond <idno type="fond">1</idno>, Listy 2-3, Opis <idno type="opis">4</idno></idno>',
  );
  expect(one(tei, 'locus').attributes['scheme']).toBe('#copy-1-pages');
  expect(written(one(tei, 'noteGrp'))).toBe(
    '<noteGrp><note type="lacuna">none given</note><note type="lacuna">not known</note></noteGrp>',
  );
});

test('correspondence: sending by wire, receipt and several addressees are told apart', () => {
  expect(written(one(encoded(letter), 'correspDesc'))).toBe(
    '<correspDesc><correspAction type="sent"><persName ref="#example">Пример</persName><date when="1955-06-11">11 июня 1955 г.</date></correspAction>' +
      '<correspAction type="transmitted"><date when="1955-06-12">12 июня</date><time when-iso="05:30">5:30 am</time></correspAction>' +
      '<correspAction type="received" subtype="to"><persName ref="#specimen">Образцу</persName><orgName ref="#ministry">МИД</orgName><placeName ref="#moscow" cert="low" resp="#marginalia">Москва</placeName>' +
      '<date notBefore="1955-06-13" notAfter="1955-06-15">between 13 and 15 June</date></correspAction></correspDesc>',
  );
});

test('a document that is no correspondence has no correspDesc', () => {
  expect(all(encoded(sections), 'correspDesc')).toEqual([]);
});

test('statements about people become respStmts with the statement verbatim', () => {
  const tei = encoded(letter);
  const translated = all(tei, 'respStmt').filter((each) => textOf(each).includes('translated by'));
  expect(translated.map(written)).toEqual([
    '<respStmt><resp>translated by</resp><name>A. Translator</name><name>B. Translator</name><note type="statement">Translated by A. Translator and B. Translator</note></respStmt>',
  ]);
});

test('languages are listed once, with what they are the language of', () => {
  expect(written(one(encoded(letter), 'langUsage'))).toBe(
    '<langUsage><language ident="ru" cert="medium" resp="#marginalia">Russian, the language of the page and of copy 1</language></langUsage>',
  );
});

/* Ids */

test('a register key that is taken gets an id of its own, and pointers follow', () => {
  const tei = encoded(
    edition(
      documentNode({
        persons: [
          entry('document', 'Mr Document'),
          entry('p1', 'P. One'),
          entry('007', 'Bond'),
          entry('two words', 'T. W.'),
        ],
        places: [entry('document', 'Document (place)')],
        author: fact(mention('document', 'Mr Document')),
        children: [
          paragraph('p1', { type: 'name', kind: 'place', key: 'document', children: [text('there')] }),
        ],
      }),
    ),
  );
  expect(all(tei, 'person').map((each) => each.attributes['xml:id'])).toEqual([
    'document-2',
    'p1-2',
    'n-007',
    'two-words',
  ]);
  expect(one(one(tei, 'author'), 'persName').attributes['ref']).toBe('#document-2');
  expect(one(one(tei, 'p', { 'xml:id': 'p1' }), 'placeName').attributes['ref']).toBe('#document-3');
});

test('ids of a document in a volume bear its prefix', () => {
  const tei = encoded(edition(documentNode({ id: 'd2-document', persons: [entry('stalin', 'Stalin')] })));
  expect(one(tei, 'person').attributes['xml:id']).toBe('d2-stalin');
  expect(one(tei, 'bibl').attributes['xml:id']).toBe('d2-transcript');
  expect(one(tei, 'application').attributes).toEqual({ ident: 'marginalia', version: '0.1.0' });
});

/* Text */

test('phrases of every kind', () => {
  const [p1, p2, p3] = all(one(encoded(letter), 'text'), 'p').map(written);
  expect(p1).toBe(
    '<p xml:id="p1">Прошу <seg type="passage" xml:id="passage-1">' +
      '<note type="marginal" place="margin right" hand="#hand-unknown-1" target="#passage-1 #p3" corresp="#report-1" resp="#marginalia"><desc>an “x”</desc></note>' +
      '<note type="marginal" place="bottom" target="#passage-1" corresp="#report-1" resp="#marginalia"><quote>To the archive</quote></note>' +
      'о займе</seg><anchor xml:id="anchor-1"/><unclear cert="low">[срочно?]</unclear> и ' +
      '<gap reason="illegible" unit="letter" atLeast="3" atMost="4"><desc>[3-4 illegible letters]</desc></gap>, ' +
      '<sic>превый</sic><note type="gloss" place="inline"> [sic]</note> <choice><sic>превый</sic><corr>первый</corr></choice>' +
      '<note type="gloss" place="inline" cert="low"> [sic, первый]</note>.</p>',
  );
  expect(p2).toBe('<p xml:id="p2" n="3"><label>3)</label> Абзац с номером.</p>');
  expect(p3).toBe(
    '<p xml:id="p3"><hi rend="underline">Подчёркнуто</hi>. <note type="marginal" place="inline" hand="#hand-unknown-1">[Handwritten: согласен]</note></p>',
  );
});

test('the editor’s footnotes stay out of the text', () => {
  const tei = encoded(letter);
  expect(textOf(one(tei, 'text'))).not.toContain('Not found.');
  expect(written(one(tei, 'annotation'))).toBe(
    '<annotation xml:id="annotation-1" target="#anchor-1" motivation="commenting" resp="#editor-1"><note type="annotation">Not found.</note></annotation>',
  );
});

test('an opener keeps its lines in order, lines of one address together', () => {
  expect(written(one(encoded(letter), 'opener'))).toBe(
    '<opener><seg type="line">№ 17/с</seg><address><addrLine>Товарищу <persName ref="#specimen">Образцу</persName></addrLine><addrLine>МИД</addrLine></address><salute>Уважаемый товарищ!</salute></opener>',
  );
});

test('after a closer, a distribution and paragraphs stand in divisions of their own', () => {
  const divisions = all(one(encoded(letter), 'body'), 'div');
  expect(divisions.map((each) => [each.attributes['type'], ...names(each)])).toEqual([
    ['letter', 'opener', 'p', 'p', 'p', 'closer', 'postscript'],
    ['distribution', 'list'],
    ['section', 'p', 'note'],
  ]);
  expect(written(one(encoded(letter), 'list'))).toBe(
    '<list type="distribution"><head>5 copies</head><item><label>1.</label> Comr. Specimen</item><item>file</item></list>',
  );
});

test('late headings open sections; a heading inside a point makes a text of it; notes stand at their first anchor', () => {
  const tei = encoded(sections);
  const main = one(tei, 'div', { 'xml:id': 'document' });
  expect(names(main)).toEqual(['note', 'head', 'p', 'list', 'div', 'div', 'closer']);
  expect(all(main, 'div', { type: 'section' }).map(names)).toEqual([['head', 'p'], ['head']]);
  expect(names(one(tei, 'list', { 'xml:id': 'points-1' }))).toEqual([
    'note',
    'label',
    'item',
    'label',
    'item',
  ]);
  expect(written(one(tei, 'item', { 'xml:id': 'pt3' }))).toBe(
    '<item xml:id="pt3" n="2"><floatingText><body><div><head>A message</head><p xml:id="p4">within a point</p><closer><signed>N</signed></closer></div></body></floatingText></item>',
  );
  expect(one(tei, 'head', { 'xml:id': 'head-2' }).children[0]).toMatchObject({
    name: 'note',
    attributes: { target: '#head-2' },
  });
  const inner = one(tei, 'item', { 'xml:id': 'pt2' });
  expect(all(inner, 'quote').map(textOf)).toEqual(['note 2', 'note 3']);
});

test('a closer without a paragraph has an empty block before it', () => {
  expect(
    written(
      body(heading('h', 'Title'), { type: 'closer', children: [{ type: 'signed', children: [text('N')] }] }),
    ),
  ).toBe(
    '<body><div type="document" xml:id="document"><head>Title</head><ab/><closer><signed>N</signed></closer></div></body>',
  );
});

test('a scan without transcription has an empty division, and the declaration says so', () => {
  const tei = encoded(untranscribed);
  expect(written(one(tei, 'body'))).toBe('<body><div type="document" xml:id="document"/></body>');
  expect(textOf(one(tei, 'interpretation'))).toContain('The page gives no transcription.');
});

test('words between the entries of a run-in list stay, U+00A0 included', () => {
  const list = one(
    body(
      paragraph(
        'p1',
        {
          type: 'runInList',
          origin: inferredOrigin(),
          children: [
            { type: 'runInEntry', n: '1', label: { type: 'label', value: '1.' }, children: [text(' one')] },
            text('; and'),
            text(' '),
            {
              type: 'runInEntry',
              n: '2',
              label: { type: 'label', value: '2.' },
              children: [text('\u00A0two.')],
            },
            text('\u00A0'),
          ],
        },
        ' Rest.',
      ),
    ),
    'p',
  );
  expect(written(list)).toBe(
    '<p xml:id="p1"><list rend="inline" cert="high" resp="#marginalia"><label>1.</label> <item n="1">one; and</item> <label>2.</label><item n="2">\u00A0two.\u00A0</item></list> Rest.</p>',
  );
});

test('a dispatch number with a superscript is no idno', () => {
  const raised: Phrase = { type: 'emphasis', rend: 'superscript', children: [text('o')] };
  expect(
    written(
      one(
        body({
          type: 'opener',
          children: [
            {
              type: 'dateline',
              children: [{ type: 'dispatchNumber', children: [text('N'), raised, text('4')] }],
            },
          ],
        }),
        'dateline',
      ),
    ),
  ).toBe('<dateline><seg type="dispatch">N<hi rend="superscript">o</hi>4</seg></dateline>');
});

test('words of the source keep their place in it', () => {
  const position = { start: { line: 3, column: 1, offset: 20 }, end: { line: 3, column: 5, offset: 24 } };
  const p = one(
    body({ type: 'paragraph', id: 'p1', position, children: [{ type: 'text', value: 'word', position }] }),
    'p',
  );
  expect(p.position).toEqual(position);
  expect(p.children[0]?.position).toEqual(position);
});

test('a report of the page’s editors is theirs: nobody else answers for its words', () => {
  const note = one(
    body(paragraph('p1', 'Words.'), {
      type: 'report',
      id: 'report-1',
      origin: inferredOrigin(),
      children: [text('[In the margin: x]')],
    }),
    'note',
  );
  expect(note.attributes).toEqual({
    type: 'editorial',
    subtype: 'marginalia-report',
    'xml:id': 'report-1',
  });
});

test('a reference kept whole is a note of its own type, without a label that the page has not', () => {
  const position = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 2, offset: 1 } };
  const remarks = [
    { label: 'reference', text: 'A, f. 1; and B, f. 2.', position },
    { label: 'Reference', text: 'K 5', position },
  ];
  const page = { sha256: '0'.repeat(64), file: 'document.txt', rights: [], remarks };
  expect(all(one(encoded(edition(documentNode({ page }))), 'bibl'), 'note').map(written)).toEqual([
    '<note type="reference">A, f. 1; and B, f. 2.</note>',
    '<note type="remark"><label>Reference</label> K 5</note>',
  ]);
});

test('a printed edition that the page states is a source of its own, a publisher of the page is not', () => {
  const tei = encoded(
    edition(
      documentNode({
        responsibilities: [
          { kind: 'published', text: 'Published in Istoriya, Vol. 2', names: [] },
          { kind: 'published', text: 'Published by the Centre', names: [] },
        ],
      }),
    ),
  );
  expect(all(tei, 'bibl', { type: 'printed' }).map(textOf)).toEqual(['Published in Istoriya, Vol. 2']);
  expect(all(tei, 'note', { type: 'published' }).map(textOf)).toEqual(['Published by the Centre']);
});

test('a label never runs into the words of its item', () => {
  const list = one(
    body(
      paragraph('p1', {
        type: 'runInList',
        origin: statedOrigin,
        children: [
          {
            type: 'runInEntry',
            n: '1',
            label: { type: 'label', value: '1.' },
            children: [text('Regarding')],
          },
        ],
      }),
    ),
    'list',
  );
  expect(textOf(list)).toBe('1. Regarding');
});

test.each([['5 copies'], ['CC:'], ['Distribution:']])('%s announces a distribution', (words) => {
  const list: Block = {
    type: 'distributionList',
    afterCloser: true,
    children: [words, 'Comr. A', 'file'].map((line) => ({
      type: 'distributionEntry',
      children: [text(line)],
    })),
  };
  expect(written(one(body(paragraph('p1', 'Words.'), list), 'list'))).toBe(
    `<list type="distribution"><head>${words}</head><item>Comr. A</item><item>file</item></list>`,
  );
});

test('a report after a distribution is no part of it', () => {
  const divisions = all(
    body(
      paragraph('p1', 'Words.'),
      { type: 'closer', children: [{ type: 'signed', children: [text('N')] }] },
      {
        type: 'distributionList',
        afterCloser: true,
        children: [{ type: 'distributionEntry', children: [text('A')] }],
      },
      { type: 'report', id: 'report-1', origin: inferredOrigin(), children: [text('[In the margin: x]')] },
      paragraph('p2', 'More.'),
    ),
    'div',
  );
  expect(divisions.map((each) => [each.attributes['type'], ...names(each)])).toEqual([
    ['document', 'p', 'closer'],
    ['distribution', 'list'],
    ['editorial', 'note'],
    ['section', 'p'],
  ]);
});

test.each([
  ['in red pencil', 'red-pencil'],
  ['with blue ink', 'blue-ink'],
  ['pencil', 'pencil'],
])('the medium “%s” is one word of a list', (medium, word) => {
  const hands = [{ id: 'hand-1', label: 'someone', medium, reported: true }];
  const note = one(encoded(edition(documentNode({ hands }))), 'handNote');
  expect(note.attributes['medium']).toBe(word);
  expect(textOf(note)).toBe(`Someone, ${medium}, reported, not seen.`);
});

test('a hand that nobody names has its medium, which the note keeps for the reader', () => {
  const hands = [{ id: 'hand-unnamed', label: '', medium: 'in red pencil', reported: true }];
  const tei = encoded(
    edition(
      documentNode({
        hands,
        marginalia: [
          {
            type: 'marginalNote',
            id: 'note-1',
            hand: 'hand-unnamed',
            place: 'margin',
            anchors: ['p1'],
            report: 'p1',
            words: 'yes',
            medium: 'in red pencil',
            origin: { kind: 'inferred', rule: 'report-statement', certainty: 'high' },
          },
        ],
        children: [paragraph('p1', 'Words.')],
      }),
    ),
  );
  expect(textOf(one(tei, 'handNote'))).toBe('Unnamed hand, in red pencil, reported, not seen.');
  expect(textOf(one(tei, 'desc'))).toBe('in red pencil');
});

test.each([
  ['TO', 'Memorandum to the Minister', 'Document'],
  ['PEKING.', 'Letter from Peking', 'Document'],
  ['Embassy', 'Report of the Embassy', 'Document'],
  ['From the report of', 'Report of N', 'Document'],
  ['CIPHERED TELEGRAM No. 7', 'A to B', 'CIPHERED TELEGRAM No. 7'],
  ['Coded Dispatch No. 1', 'Coded Dispatch No. 1, A to B', 'Coded Dispatch No. 1'],
  ['Subject: Letter of 5 May', 'A to B', 'Document'],
])('under the heading “%s” and the title “%s” a copy holds “%s”', (printed, title, expected) => {
  const tei = encoded(
    edition(
      documentNode({ title: fact(title), copies: [copy('copy-1', 'A')], children: [heading('h', printed)] }),
    ),
  );
  expect(textOf(one(one(tei, 'msItem'), 'title'))).toBe(expected);
});

test('letters that are printed apart are no words of a class', () => {
  const position = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 2, offset: 1 } };
  const secrecy = [
    { key: 'confidential', text: 'S t r i c t l y  C o n f i d e n t i a l', position },
    { key: 'secret', text: 'Secret, copy A', position },
  ];
  const taxonomy = one(encoded(edition(documentNode({ secrecy }))), 'taxonomy', { 'xml:id': 'secrecy' });
  expect(all(taxonomy, 'catDesc').map(textOf)).toEqual(['Strictly Confidential', 'Secret, copy A']);
});

/* References as the page has them, read and encoded */

function described(reference: string): Element {
  const found = readReference(reference, { line: 1, column: 1, offset: 0 }, tables, new VFile());
  const organisations = found.copies.flatMap(({ repository }) =>
    repository ? [entry(repository.key, repository.text)] : [],
  );
  return one(encoded(edition(documentNode({ copies: found.copies, organisations }))), 'sourceDesc');
}

test.each([
  ['SAPMO-BA, DY 30, IV B 2/20/314, Bl. 14-16', 'DY 30, IV B 2/20/314'],
  ['The National Archives of the UK, FO 371/105577, FK 1016/12, ff. 31-32', 'FO 371/105577, FK 1016/12'],
  ['Czech National Archives, KSČ-ÚV, sv. 12, a.j. 4, l. 7', 'KSČ-ÚV, sv. 12, a.j. 4'],
  [
    'RGANI, f. 5, op. 28, d. 412, ll. 112-114ob. Korea Sector, 1956, microfilm, reel 79',
    'f. 5, op. 28, d. 412, ll. 112-114ob. Korea Sector, 1956, microfilm, reel 79',
  ],
  [
    'Romanian Ministry of Foreign Affairs Archives, Matter 214, 1973, Nigeria, Secret, MFA, Folder no. 1822. Economic relations',
    'Matter 214, 1973, Nigeria, Secret, MFA, Folder no. 1822',
  ],
])('the shelfmark of “%s” is a string of the page', (reference, expected) => {
  expect(textOf(one(described(reference), 'idno', { type: 'shelfmark' }))).toBe(expected);
});

test('classification and drafting are notes, whole, and the reference ends before them', () => {
  const source = described(
    'National Archives, RG 59, Central Files 1967–69, POL 33–6 KOR N. Secret; Limit Distribution. Drafted by Brandeis and cleared by Ruiz (L/OA).',
  );
  expect(all(source, 'note').map((each) => [each.attributes['type'], textOf(each)])).toEqual([
    ['classification', 'Secret; Limit Distribution'],
    ['drafting', 'Drafted by Brandeis and cleared by Ruiz (L/OA)'],
  ]);
  expect(all(source, 'physDesc')).toEqual([]);
  expect(textOf(one(source, 'altIdentifier', { type: 'verbatim' }))).toBe(
    'National Archives, RG 59, Central Files 1967–69, POL 33–6 KOR N',
  );
});

test('who obtained a copy is said where a later verb names them', () => {
  const source = described('RGANI, f. 5, op. 28, d. 347, l. 1. Obtained and translated by Eszter Kollár.');
  expect(written(one(source, 'acquisition'))).toBe(
    '<acquisition><p>Obtained and translated by <name>Eszter Kollár</name></p></acquisition>',
  );
});

test('a language that the page states is not inferred', () => {
  const languages = (reference: string) =>
    all(described(reference), 'textLang').map(({ attributes }) => attributes);
  expect(
    languages('SAPMO-BA, DY 30; PolA AA, MfAA, C 1183/79. Translated from German by K. Ebeling.'),
  ).toEqual([{ mainLang: 'de' }, { mainLang: 'de' }]);
  // A copy in an archive of another language may be a translation.
  expect(
    languages('PRC FMA 106-01403-02, 35; RGASPI, f. 558, op. 11, d. 334. Translated from Russian by N. N.'),
  ).toEqual([{ mainLang: 'ru', cert: 'medium', resp: '#marginalia' }, { mainLang: 'ru' }]);
});

test('parts of a shelfmark that only the editor states follow the printed ones', () => {
  const verbatim = 'A, Fond 1, Listy 2-3';
  const shelfmark = [
    { unit: 'fond' as const, text: '1', start: 8, end: 9, label: { text: 'Fond', start: 3, end: 7 } },
    { unit: 'opis' as const, text: '4', start: verbatim.length, end: verbatim.length },
  ];
  const tei = encoded(edition(documentNode({ copies: [copy('copy-1', verbatim, { shelfmark })] })));
  expect(written(one(tei, 'idno', { type: 'shelfmark' }))).toBe(
    '<idno type="shelfmark">Fond <idno type="fond">1</idno> <idno type="opis">4</idno></idno>',
  );
});

/* Mistakes of a program */

test('a tree that breaks its own rules throws', () => {
  const one = documentNode();
  expect(() => encoded({ ...edition(one), children: [] })).toThrow(RangeError);
  expect(() => encoded({ ...edition(one), children: [one, one] })).toThrow(RangeError);
  expect(() => encoded(edition(documentNode({ author: fact(mention('nobody', 'Nobody')) })))).toThrow(
    /no register/,
  );
  const note = {
    type: 'marginalNote',
    id: 'n',
    place: 'top',
    report: 'r',
    words: 'x',
    origin: statedOrigin,
  } as const;
  expect(() => encoded(edition(documentNode({ marginalia: [{ ...note, anchors: [] }] })))).toThrow(
    /no anchor/,
  );
  expect(() => encoded(edition(documentNode({ marginalia: [{ ...note, anchors: ['p9'] }] })))).toThrow(/p9/);
  let deep: Phrase = text('x');
  for (let n = 0; n < 20_000; n++) deep = { type: 'gloss', children: [deep] };
  expect(() => encoded(edition(documentNode({ children: [paragraph('p1', deep)] })))).toThrow(
    new RegExp(String(maximumNesting)),
  );
});

test('the deepest tree that is allowed is encoded', () => {
  let blocks: Block[] = [heading('h', 'x'), paragraph('p', 'x')];
  for (let n = 0; n < maximumNesting / 2 - 1; n++)
    blocks = [
      heading(`h${String(n)}`, 'x'),
      points(`l${String(n)}`, point(`i${String(n)}`, '1', '1.', ...blocks)),
    ];
  expect(serialise(encoded(edition(documentNode({ children: blocks }))))).toContain('xml:id="l0"');
});

test('a note says what was done, its medium and date in desc, and each addressee apart', () => {
  const note = one(encoded(changed), 'note', { place: 'top' });
  expect(all(note, 'seg', { type: 'addressee' }).map(textOf)).toEqual(['Malenkov', 'Beria']);
  expect(textOf(one(note, 'desc'))).toBe('replaced, in red pencil, 8 February');
  expect(textOf(one(note, 'quote'))).toBe('give an answer today.');
});

test('an addressee whom the words of a note name is marked in them', () => {
  const tei = encoded(
    edition(
      documentNode({
        persons: [entry('krotov', 'Krotov')],
        marginalia: [
          {
            type: 'marginalNote',
            id: 'note-1',
            anchors: ['p1'],
            report: 'report-1',
            words: 'To Comr. Krotov. Speak!',
            addressees: [{ ...mention('krotov', 'Krotov'), within: { from: 9, to: 15 } }],
            origin: inferredOrigin(),
          },
        ],
        children: [
          paragraph('p1', 'Words.'),
          { type: 'report', id: 'report-1', origin: inferredOrigin(), children: [text('[x]')] },
        ],
      }),
    ),
  );
  const note = one(tei, 'note', { type: 'marginal' });
  expect(textOf(note)).toBe('To Comr. Krotov. Speak!');
  const [name] = all(one(one(note, 'quote'), 'seg', { type: 'addressee' }), 'persName');
  expect(name?.attributes).toEqual({ ref: '#krotov', cert: 'medium' });
});

test('a note says what it is written with, also where its hand has that medium throughout', () => {
  const hands = [
    {
      id: 'hand-1',
      label: 'Gromov',
      person: mention('gromov', 'Gromov'),
      medium: 'in red pencil',
      reported: true,
    },
  ];
  const tei = encoded(
    edition(
      documentNode({
        hands,
        persons: [entry('gromov', 'Gromov')],
        marginalia: [
          {
            type: 'marginalNote',
            id: 'note-1',
            hand: 'hand-1',
            anchors: ['p1'],
            report: 'report-1',
            words: 'not before March',
            medium: 'in red pencil',
            origin: inferredOrigin(),
          },
        ],
        children: [
          paragraph('p1', 'Words.'),
          { type: 'report', id: 'report-1', origin: inferredOrigin(), children: [text('[x]')] },
        ],
      }),
    ),
  );
  expect(one(tei, 'handNote').attributes['medium']).toBe('red-pencil');
  expect(textOf(one(tei, 'note', { type: 'marginal' }))).toBe('in red pencil not before March');
});
