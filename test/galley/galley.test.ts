import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawBlocks, drawDocument, drawNotes } from './draw.js';
import { anchors, galleyOf, tei } from './reading.js';

const { properties } = JSON.parse(
  readFileSync(new URL('../../templates/schema/sidecar.schema.json', import.meta.url), 'utf8'),
) as { properties: { marginalia: { items: { properties: { place: { enum: string[] } } } } } };
const sidecarPlaces = properties.marginalia.items.properties.place.enum;

/** Document drawn, from the content of `body`. */
function set(body: string, standOff = ''): string {
  return drawDocument(galleyOf(tei(body, { standOff })).galley);
}
function notes(body: string, header = '', standOff = ''): string {
  return drawNotes(galleyOf(tei(body, { header, standOff })).galley);
}

describe('white space', () => {
  it('collapses over elements and leaves none at the ends', () => {
    expect(set('<p>\n  one <hi rend="bold"> two</hi>\n\tthree <name> </name> four\n</p>')).toBe(
      'paragraph-first: one <bold|two> three four',
    );
  });

  it('keeps U+00A0', () => {
    expect(set('<p>\u00A0a \u00A0 b</p>')).toBe('paragraph-first: \u00A0a \u00A0 b');
  });

  it('reads the end of a line of the source as a space, unless the word goes on', () => {
    expect(set('<p>one<lb/>two hy-<lb/>\nphen wo<lb break="no"/>\n rd a- <lb/>b</p>')).toBe(
      'paragraph-first: one two hy-phen word a- b',
    );
  });

  it('keeps lines that have their sense: a name and the office under it', () => {
    expect(
      set(
        '<div><p>a<lb/>b</p><closer><signed><persName>A. Shade</persName> <lb/><roleName>Am<lb break="no"/>bassador</roleName></signed><dateline>Sofia,<lb/>1964</dateline></closer></div>',
      ),
    ).toBe(
      [
        'paragraph-first: a b',
        'signed: A. Shade',
        'signed: Ambassador',
        'closer: Sofia,',
        'closer: 1964',
      ].join('\n'),
    );
  });

  it('puts no space between ideographs at the end of a line', () => {
    expect(set('<p>漢字\n<lb/>かな 漢 字\n서울\n말</p>')).toBe('paragraph-first: 漢字かな 漢 字 서울 말');
  });

  it('drops paragraphs without words', () => {
    expect(set('<p>\u00A0</p><p/><p> <hi/></p><p>words</p>')).toBe('paragraph-first: words');
  });
});

describe('blocks', () => {
  it('sets the first paragraph after anything else without indent', () => {
    expect(
      set('<head>H</head><p>a</p><p>b</p><list><label>1.</label><item>c</item></list><p>d</p><p>e</p>'),
    ).toBe(
      [
        'head 2: H',
        'paragraph-first: a',
        'paragraph: b',
        'list decimal',
        '- [1.]',
        '  item: c',
        'paragraph-first: d',
        'paragraph: e',
      ].join('\n'),
    );
  });

  it('ends a paragraph at a block inside it and goes on after it, with its spans', () => {
    expect(set('<p>a <hi rend="italic">b <list><label>1.</label><item>c</item></list> d</hi> e</p>')).toBe(
      [
        'paragraph-first: a <italic|b>',
        'list decimal',
        '- [1.]',
        '  item: <italic|c>',
        'paragraph-first: <italic|d> e',
      ].join('\n'),
    );
  });

  it('keeps a list that the source ran in', () => {
    expect(
      set(
        '<p>Agenda: <list rend="inline"><label>1.</label> <item n="1">One.</item> <label>2.</label><item n="2">Two.</item></list> After.</p>',
      ),
    ).toBe('paragraph-first: Agenda: 1. One. 2. Two. After.');
  });

  it('hangs the printed number of a paragraph', () => {
    expect(set('<p n="3"><label>3.</label> Words <label>x</label></p>')).toBe(
      'paragraph-first: [3.] Words x',
    );
  });

  it('sets nested lists, labels inside items, and labels without items', () => {
    expect(
      set('<list><item><label>a)</label> one<list><item>two</item></list></item><label>b)</label></list>'),
    ).toBe(
      ['list alpha', '- [a)]', '  item: one', '  list none', '  - []', '    item: two', 'paragraph: b)'].join(
        '\n',
      ),
    );
  });

  it('lets headings step down one level at a time', () => {
    expect(
      set(
        '<div><div><head>A</head><div><head>B</head></div></div><div><div><head>C</head></div></div></div>',
      ),
    ).toBe(
      [
        '= division',
        '  head 2: A',
        '  = division',
        '    head 3: B',
        '= division',
        '  = division',
        '    head 2: C',
      ].join('\n'),
    );
  });

  it('keeps the parts of opener and closer apart', () => {
    expect(
      set(
        '<div><opener><seg type="secrecy">Secret</seg><seg type="handling">File</seg><seg type="distribution">Copies: A</seg><seg type="line">Line</seg><dateline>From P</dateline><address><addrLine>To A</addrLine><addrLine>and B</addrLine></address><salute>Sir</salute></opener><p>x</p><closer>Yours <salute>truly</salute><signed>C</signed></closer><postscript><p>PS</p></postscript></div>',
      ),
    ).toBe(
      [
        ...['secrecy: Secret', 'handling: File', 'distribution: Copies: A', 'line: Line', 'dateline: From P'],
        ...[
          'addressee: To A',
          'addressee: and B',
          'salute: Sir',
          'paragraph-first: x',
          'closer: Yours',
          'closer: truly',
          'signed: C',
        ],
        'postscript: PS',
      ].join('\n'),
    );
  });
});

describe('in the line', () => {
  it('shows what the source has, not what was made of it', () => {
    expect(
      set(
        '<p><choice><sic>teh</sic><corr>the</corr></choice> <choice><abbr>Cde.</abbr><expan>Comrade</expan></choice> <choice><reg>a</reg></choice></p>',
      ),
    ).toBe('paragraph-first: teh Cde. a');
  });

  it('puts brackets around what was supplied, if there are none, outside of the white space', () => {
    const body =
      '<p>a<supplied> b </supplied>c W<supplied>[illiam]</supplied> <unclear>(x)</unclear> <unclear>y</unclear> <gap/> <gap><desc>[illegible]</desc></gap></p>';
    expect(set(body)).toBe('paragraph-first: a [b] c W[illiam] (x) [y?] […] [illegible]');
  });

  it('nests the looks of an element', () => {
    expect(set('<p><hi rend="bold superscript">x</hi> <hi rendition="#aq">y</hi></p>')).toBe(
      'paragraph-first: <bold|<superscript|x>> y',
    );
  });

  it('links to what a reader can follow, and to nothing else', () => {
    const { galley } = galleyOf(
      tei(
        '<p xml:id="p1"><ref target="https://a.org/x">web</ref> <ref target="#s1">in</ref> <ref target="#nil">out</ref> <ref target="javascript:alert(1)">js</ref> <ptr target="mailto:a@b.org"/></p><p><seg xml:id="s1">seg</seg></p>',
      ),
    );
    expect(drawDocument(galley)).toBe(
      'paragraph-first: <https://a.org/x|web> <#s1|in> out js <mailto:a@b.org|mailto:a@b.org>\nparagraph: <#s1|seg>',
    );
  });

  it('keeps pages of the source, also between paragraphs', () => {
    expect(set('<p>a <pb n="2"/> b</p><pb n="3"/><p>c</p><pb n="4"/><pb/>')).toBe(
      'paragraph-first: a ⟦2⟧b\nparagraph: ⟦3⟧c⟦4⟧',
    );
  });

  it('says the language of blocks and spans where it changes, in canonical form', () => {
    const { galley } = galleyOf(
      tei('<p>a <foreign xml:lang="deu">b</foreign></p><p xml:lang="RU">c</p><p xml:lang="no such">d</p>'),
    );
    expect(drawDocument(galley)).toBe('paragraph-first: a <de|b>\nparagraph (ru): c\nparagraph: d');
    expect(galley.metadata.languages).toEqual(['en', 'de', 'ru']);
  });
});

describe('punctuation', () => {
  it('is that of the language, over the elements of a block', () => {
    const body =
      '<p>a <hi rend="bold">"b</hi> c" <foreign xml:lang="de">"d"</foreign></p><p xml:lang="de">"e" f</p><p xml:lang="xx">"g"</p>';
    expect(set(body)).toBe(
      'paragraph-first: a <bold|“b> c” <de|“d”>\nparagraph (de): „e“ f\nparagraph (xx): "g"',
    );
  });

  it('stays as in the source on demand', () => {
    const { galley } = galleyOf(tei('<p>"b" 3-4</p>'), { punctuation: 'as-source' });
    expect(drawDocument(galley)).toBe('paragraph-first: "b" 3-4');
    expect(drawBlocks(galley.children).join('\n')).not.toContain('Straight quotation marks');
  });

  it('leaves numbers alone that are one number', () => {
    expect(set('<p><idno>3-4</idno>, <seg type="dispatch">5-6</seg>, pages 7-8</p>')).toBe(
      'paragraph-first: 3-4, 5-6, pages 7–8',
    );
  });
});

const hands =
  '<profileDesc><handNotes><handNote xml:id="h1" scribeRef="#stalin">Hand of Stalin, reported.</handNote><handNote xml:id="h2">Unknown hand, pencil.</handNote></handNotes></profileDesc>';
const persons = '<listPerson><person xml:id="stalin"><persName>Stalin</persName></person></listPerson>';

describe('marginal notes', () => {
  it('stand at each anchor; the others repeat the first', () => {
    const body =
      '<div xml:id="d"><list><label>1.</label><item xml:id="i1" n="1"><note type="marginal" place="margin" hand="#h1" target="#i1 #i2 #p1"><quote>yes</quote></note><p>a</p><p>b</p></item><label>2.</label><item xml:id="i2" n="2"><p>c</p></item></list><p xml:id="p1">d</p></div>';
    const { galley } = galleyOf(tei(body, { header: hands, standOff: persons }));
    expect(drawDocument(galley)).toBe(
      [
        'list decimal',
        '- [1.]',
        '  item: @note-1 a',
        '  item-following: b',
        '- [2.]',
        '  item: @note-1-1 c',
        'paragraph-first: @note-1-2 d',
      ].join('\n'),
    );
    expect(drawNotes(galley)).toBe(
      [
        ...[
          'note-1 margin: Marginal note by Stalin, beside point 1',
          '  marginal-hand: Stalin',
          '  marginal-words: “yes”',
        ],
        ...[
          'note-1-1 margin repeats note-1: Marginal note by Stalin, beside point 2',
          '  marginal-hand: Stalin',
          '  marginal-words: “yes”',
        ],
        ...[
          'note-1-2 margin repeats note-1: Marginal note by Stalin, beside this paragraph',
          '  marginal-hand: Stalin',
          '  marginal-words: “yes”',
        ],
      ].join('\n'),
    );
  });

  it('repeat the first in the text, whatever the order of the pointers', () => {
    const body =
      '<p xml:id="a">a</p><p xml:id="b"><note type="marginal" xml:id="n" target="#b #a">w</note>b</p>';
    const { galley } = galleyOf(tei(body));
    expect(galley.notes.map(({ id, repeats }) => [id, repeats])).toEqual([
      ['n-1', undefined],
      ['n', 'n-1'],
    ]);
  });

  it('name hand, addressee and place, and the place only where it says more than the margin', () => {
    const body =
      '<div xml:id="d"><note type="marginal" place="top right" hand="#h2" target="#d"><seg type="addressee">Malenkov</seg> <quote>today</quote></note><note type="marginal" place="margin" target="#p"><desc>an x</desc></note><p xml:id="p">a</p></div>';
    expect(notes(body, hands, persons)).toBe(
      [
        'note-1 top: Marginal note by Unknown hand to Malenkov, at the top right',
        '  marginal-hand: Unknown hand, to Malenkov, at the top right',
        '  marginal-words: “today”',
        'note-2 margin: Marginal note, beside this paragraph',
        '  marginal-sign: an x',
      ].join('\n'),
    );
  });

  it('leave an addressee whom the words themselves name in the words', () => {
    const body =
      '<div xml:id="d"><note type="marginal" place="top" target="#d"><quote>To Comr. <seg type="addressee"><persName>Krotov</persName></seg>. Speak!</quote></note><p xml:id="p">a</p></div>';
    expect(notes(body, hands, persons)).toBe(
      [
        'note-1 top: Marginal note, at the top',
        '  marginal-hand: at the top',
        '  marginal-words: “To Comr. Krotov. Speak!”',
      ].join('\n'),
    );
  });

  it('say quietly that their place is not certain', () => {
    const body =
      '<div xml:id="d"><p xml:id="p">a</p><note type="marginal" hand="#h1" cert="low" target="#p">b</note><note type="marginal" hand="#h1" cert="low" target="#d">c</note></div>';
    const { galley } = galleyOf(tei(body, { header: hands, standOff: persons }));
    expect(drawNotes(galley)).toBe(
      [
        ...[
          'note-2 margin: Marginal note by Stalin, on the document (place uncertain)',
          '  marginal-hand: Stalin, passage not identified',
          '  marginal-words: c',
        ],
        ...[
          'note-1 margin: Marginal note by Stalin, beside this paragraph (place uncertain)',
          '  marginal-hand: Stalin, place uncertain',
          '  marginal-words: b',
        ],
      ].join('\n'),
    );
    expect(drawBlocks(galley.children).join('\n')).toContain('“place uncertain” in the margin');
  });

  it('stand at the passage, at the last block for the foot of the document, and where they are without a target', () => {
    const body =
      '<div xml:id="d"><note type="marginal" place="bottom" target="#d">z</note><p>one <seg xml:id="s"><note type="marginal" target="#s">y</note>two</seg> three<note place="left">x</note> four</p><p>five</p></div>';
    const { galley } = galleyOf(tei(body));
    expect(drawDocument(galley)).toBe(
      'paragraph-first: one @note-2 two three@note-3  four\nparagraph: @note-1 five',
    );
    expect(anchors(galley).flatMap(({ notes: ids }) => ids)).toEqual(['note-2', 'note-3', 'note-1']);
  });

  it('at the foot of the document stand beside its last words, not beside the report of them', () => {
    const report = '<note type="editorial" subtype="marginalia-report">[He wrote.]</note>';
    const { galley } = galleyOf(
      tei(`<div xml:id="d"><note type="marginal" place="bottom" target="#d">z</note><p>a</p>${report}</div>`),
    );
    expect(drawDocument(galley)).toBe('paragraph-first: @note-1 a');
  });

  it('written on a document overleaf or at its end belong to its last block, those at the top to its first', () => {
    for (const [place, expected] of [
      ['top', 'paragraph-first: @note-1 a'],
      ['end', 'signed: @note-1 B'],
      ['overleaf', 'signed: @note-1 B'],
      ['bottom left', 'signed: @note-1 B'],
    ] as const) {
      const note = `<note type="marginal" place="${place}" target="#d">z</note>`;
      const { galley } = galleyOf(
        tei(`<div xml:id="d">${note}<p>a</p><closer><signed>B</signed></closer></div>`),
      );
      expect(drawDocument(galley).split('\n')).toContain(expected);
      expect(galley.notes[0]?.place).toBe(place === 'top' ? 'top' : 'end');
    }
  });

  it('are never lost: without a place in the text they stand where they are, or at the end', () => {
    const { galley, rules } = galleyOf(tei('<p>a</p><p><note type="marginal" target="#nil">b</note></p>'));
    expect(rules).toEqual(['note-anchor-missing']);
    expect(drawDocument(galley)).toBe('paragraph-first: @note-1 a');
    const alone = galleyOf(tei('<p><note type="marginal" place="left">b</note></p>')).galley;
    expect(drawNotes(alone)).toContain('marginal-words: b');
    expect(anchors(alone)).toHaveLength(1);
  });

  it('transcribed in the line stay there if nothing says where they were written', () => {
    expect(set('<p>a <note type="marginal" hand="#h1">[handwritten: b]</note> c</p>')).toBe(
      'paragraph-first: a [handwritten: b] c',
    );
  });

  it.each(sidecarPlaces)('at %s, as a sidecar may say, are at a place that is known', (place) => {
    const { rules } = galleyOf(
      tei(`<p xml:id="p">a</p><note type="marginal" place="${place}" target="#p">b</note>`),
    );
    expect(rules).toEqual([]);
  });

  it('beside a paragraph with a number say the number, not that it is the paragraph of that place', () => {
    const { galley } = galleyOf(
      tei('<p>z</p><p xml:id="p" n="1"><label>1.</label> a</p><note type="marginal" target="#p">b</note>'),
    );
    expect(galley.notes[0]?.description).toBe('Marginal note, beside the passage numbered 1');
  });

  it('report a hand and a place that are not known', () => {
    const { rules, galley } = galleyOf(
      tei('<p xml:id="p">a</p><note type="marginal" hand="#nil" place="sideways" target="#p">b</note>'),
    );
    expect(rules).toEqual(['note-hand-missing', 'note-place-unknown']);
    expect(drawNotes(galley)).toBe(
      'note-1 margin: Marginal note, beside this paragraph\n  marginal-words: b',
    );
  });
});

describe('footnotes', () => {
  it('are called where they stand or where they point, with the label of the source', () => {
    const body =
      '<p>a<note n="*">b</note> c<anchor xml:id="x"/> d<note>e</note></p><note place="foot" target="#x">f</note>';
    const { galley } = galleyOf(tei(body));
    expect(drawDocument(galley)).toBe('paragraph-first: a^* c^1 d^2');
    expect(drawNotes(galley)).toBe(
      [
        'note-1 foot: Footnote *',
        '  footnote: b',
        'note-3 foot: Footnote 1',
        '  footnote: f',
        'note-2 foot: Footnote 2',
        '  footnote: e',
      ].join('\n'),
    );
  });

  it('of the edition have letters where the source has notes of its own', () => {
    const standOff =
      '<listAnnotation><annotation xml:id="n1" target="#x"><note>ours</note></annotation></listAnnotation>';
    expect(set('<p>c<anchor xml:id="x"/> d</p>', standOff)).toBe('paragraph-first: c^1 d');
    expect(set('<p>c<anchor xml:id="x"/> d<note>e</note></p>', standOff)).toBe('paragraph-first: c^a d^1');
  });
});

describe('reports', () => {
  const report = '<note type="editorial" subtype="marginalia-report" xml:id="r">[He wrote.]</note>';

  it('at the end are a part of their own', () => {
    const { galley } = galleyOf(tei(`<div><p>a</p>${report}</div>`));
    expect(galley.children.map((block) => (block.type === 'section' ? block.role : block.type))).toEqual([
      'document',
      'ornament',
      'report',
      'colophon',
    ]);
  });

  it('amid the document stay where they stand; a design may leave out the one at its end', () => {
    expect(set(`<div>${report}<p>a</p></div>`)).toBe('report: [He wrote.]\nparagraph-first: a');
    const { galley } = galleyOf(tei(`<div><p>a</p>${report}</div>`), { show: { report: false } });
    expect(drawDocument(galley)).toBe('paragraph-first: a');
  });
});

describe('what is not known', () => {
  it('is told once for each name, and shown', () => {
    const { galley, file } = galleyOf(
      tei('<p>a <odd>b</odd> <odd>c</odd></p><strange><p>d</p></strange><empty/>'),
    );
    expect(drawDocument(galley)).toBe('paragraph-first: a b c\nparagraph: d');
    expect(file.messages.map(({ ruleId, reason, line }) => [ruleId, reason, line])).toEqual([
      [
        'tei-element-unknown',
        'No behaviour is known for the element "odd"; its words are shown plain, 2 times',
        1,
      ],
      [
        'tei-element-unknown',
        'No behaviour is known for the element "strange"; its words are shown plain',
        1,
      ],
    ]);
  });

  it('is shown as paragraphs where it cannot be laid out yet', () => {
    const { galley, rules } = galleyOf(
      tei(
        '<table><row><cell>a</cell><cell>b</cell></row><row><cell>c</cell></row></table><lg><l>d</l><l>e</l></lg>',
      ),
    );
    expect(drawDocument(galley)).toBe(
      ['a b', 'c', 'd', 'e'].map((line) => `paragraph-first: ${line}`).join('\n'),
    );
    expect(new Set(rules)).toEqual(new Set(['tei-element-unsupported']));
  });

  it('does not overflow on a depth that nobody needs', () => {
    // Twice as deep as `parseTei` lets in: the XML parser itself recurses, and how far depends on the stack of the machine.
    const depth = 500;
    const deep = (name: string, inner: string): string =>
      `<${name}>`.repeat(depth) + inner + `</${name}>`.repeat(depth);
    for (const name of ['div', 'hi rend="bold"', 'list><item', 'quote']) {
      const close = name.replace(/ .*/, '').split('><').reverse().join('></');
      const body = `<${name}>`.repeat(depth) + '<p>words</p>' + `</${close}>`.repeat(depth);
      const { galley, rules } = galleyOf(tei(body));
      expect(drawDocument(galley)).toContain('words');
      if (name === 'div' || name.startsWith('hi')) expect(rules).toEqual(['tei-too-deep']);
      expect(() => JSON.stringify(galley)).not.toThrow();
    }
    expect(galleyOf(tei(deep('ab', 'x'))).galley.children.length).toBeGreaterThan(0);
  });

  it('a file without a text is an error, and a galley all the same', () => {
    const { galley, rules } = galleyOf('<html/>');
    expect(rules).toEqual(['tei-text-missing']);
    expect(galley.metadata.title).toBe('document');
  });
});

describe('around the document', () => {
  const titled = (title: string): string =>
    galleyOf(
      tei('<p>x</p>', { header: `<fileDesc><titleStmt><title>${title}</title></titleStmt></fileDesc>` }),
    ).galley.running.verso;

  it.each([
    [
      'Memorandum From Harold T. Brandeis of the Office of Maritime Affairs',
      'Memorandum From Harold T. Brandeis…',
    ],
    [
      'Memorandum, Hungarian Legation in Ulan Bator to the Hungarian Foreign Ministry',
      'Memorandum, Hungarian Legation in Ulan Bator…',
    ],
    [
      'Letter from the Soviet Consul in Sinuiju [Excerpt] (undated)',
      'Letter from the Soviet Consul in Sinuiju',
    ],
    [
      'Memorandum of Conversation, Ambassador Kholodkov to Minister Pak',
      'Ambassador Kholodkov to Minister Pak',
    ],
    [
      'Counterrevolutionary intergovernmental correspondence everywhere',
      'Counterrevolutionary intergovernmental…',
    ],
    [
      'Decision of the Secretariat of the CC of the BCP, No. 214, Regarding Radio',
      'Decision of the Secretariat of the CC of the BCP…',
    ],
    ['Telegram, Marek to Dvorak', 'Telegram, Marek to Dvorak'],
  ])('cuts the title “%s” for a running head where it makes sense', (title, running) => {
    expect(titled(title)).toBe(running);
  });

  it('cuts a title that is too long to those who wrote and were written to, where it names them', () => {
    const headed = (title: string): string =>
      galleyOf(
        tei('<p>x</p>', {
          header: `<fileDesc><titleStmt><title>${title}</title></titleStmt></fileDesc>
            <profileDesc><correspDesc><correspAction type="sent"><persName>M. Ostrovoi</persName></correspAction>
            <correspAction type="received" subtype="cc"><persName>V. I. Sergunov</persName></correspAction>
            <correspAction type="received" subtype="to"><persName>A. P. Lednev</persName></correspAction></correspDesc></profileDesc>`,
        }),
      ).galley.running.verso;
    expect(headed('Letter, M. Ostrovoi [Rangoon] to A. P. Lednev, Concerning the Cotton of the Year')).toBe(
      'Letter, M. Ostrovoi to A. P. Lednev',
    );
    expect(headed('Extract from the Weekly Letter of M. Ostrovoi, to A. P. Lednev, with Enclosures')).toBe(
      'M. Ostrovoi, to A. P. Lednev',
    );
    // What the title does not say, no running head says.
    expect(
      headed('Letter from the Head of the Southeast Asia Department to the Soviet Ambassador in Rangoon'),
    ).toBe('Letter from the Head of the Southeast Asia…');
  });

  it('sets each paragraph on rights by itself, and an address that the page hid in its words', () => {
    const { galley } = galleyOf(
      tei('<p>x</p>', {
        header:
          '<fileDesc><publicationStmt><availability><p>Free.</p><p>Ask <gap reason="hidden-by-page"><desc>[email protected]</desc></gap>.</p></availability></publicationStmt></fileDesc>',
      }),
    );
    const rights = galley.children.filter((block) => block.type === 'section' && block.role === 'rights');
    expect(drawBlocks(rights)).toEqual([
      '= rights',
      '  apparatus-heading 2: Rights',
      '  rights: This edition: Free.',
      '  rights: Ask [email protected].',
    ]);
  });

  describe('says what edition.yaml says of the edition', () => {
    const header = `<fileDesc><titleStmt><title>T</title>
      <respStmt xml:id="editor-1"><resp>edited by</resp><persName>A</persName><note type="identifier"><idno type="ORCID">0000-0002-1825-0097</idno></note></respStmt>
      <respStmt xml:id="editor-2"><resp>translated by</resp><persName>B</persName></respStmt>
      <respStmt xml:id="editor-3"><resp>edited by</resp><persName>C</persName></respStmt></titleStmt>
      <editionStmt><edition n="1.0">Version 1.0</edition></editionStmt>
      <publicationStmt><publisher>P</publisher><date>2026</date><idno type="DOI">10.5555/1</idno>
      <availability><licence target="https://example.org/by">CC BY</licence></availability></publicationStmt>
      <seriesStmt><title level="s">S</title></seriesStmt>
      <sourceDesc><bibl type="transcript"><availability><p>Ask.</p></availability></bibl>
      <msDesc><msIdentifier><altIdentifier type="verbatim"><idno>X, 3</idno></altIdentifier>
      <idno type="shelfmark"><idno type="fond" resp="#editor-1">45</idno></idno></msIdentifier>
      <msContents><msItem><locus resp="#editor-1">1-2</locus></msItem></msContents></msDesc></sourceDesc></fileDesc>`;
    const standOff =
      '<listAnnotation><annotation xml:id="n1" target="#x" resp="#editor-3"><note>ours</note></annotation></listAnnotation>';
    const { galley } = galleyOf(tei('<p>c<anchor xml:id="x"/> d</p>', { header, standOff }));
    const part = (role: string): string[] =>
      drawBlocks(galley.children.filter((block) => block.type === 'section' && block.role === role));

    it('in the colophon: a line for a role, series and version, publication', () => {
      expect(part('colophon').slice(2, 6)).toEqual([
        '  colophon: Edited by A (<https://orcid.org/0000-0002-1825-0097|ORCID 0000-0002-1825-0097>) and C',
        '  colophon: Translated by B',
        '  colophon: <italic|S>, Version 1.0',
        '  colophon: P, 2026, <https://doi.org/10.5555/1|DOI 10.5555/1>',
      ]);
    });

    it('and tells its licence from the rights of the document', () => {
      expect(part('rights').slice(2)).toEqual([
        '  rights: The document: Ask.',
        '  rights: This edition: CC BY, <https://example.org/by|https://example.org/by>',
      ]);
      expect(galley.metadata.rights).toBe('The document: Ask. This edition: CC BY');
    });

    it('and what an editor states of a copy, below the reference as printed', () => {
      expect(part('sources').slice(2)).toEqual([
        '  source: <quantity-lining|X, 3>',
        '  source: <quantity-lining|By the editor: fond 45, leaves 1–2>',
      ]);
    });

    it('and whose a footnote is', () => {
      expect(drawNotes(galley)).toContain('ours — C');
    });

    it('and gives machines roles, identifiers, version and licence', () => {
      expect(galley.metadata).toMatchObject({
        contributors: [
          { name: 'A', relator: 'edt', orcid: '0000-0002-1825-0097' },
          { name: 'B', relator: 'trl' },
          { name: 'C', relator: 'edt' },
        ],
        series: 'S',
        identifier: 'doi:10.5555/1',
        version: '1.0',
        licence: 'https://example.org/by',
      });
    });
  });

  it('hangs the number of a paragraph, and sets the next one without indent', () => {
    expect(set('<p>a</p><p><label>1.</label> b</p><p>c</p>')).toBe(
      ['paragraph-first: a', 'paragraph-first: [1.] b', 'paragraph-first: c'].join('\n'),
    );
  });
});
