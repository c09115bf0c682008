import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadGaramond } from '../fonts/garamond.js';
import type { Faces } from '../../src/fonts/faces.js';
import { streamPdf, writePdf } from '../../src/pdf/write.js';
import type { PdfContext, PdfMetadata } from '../../src/pdf/context.js';
import { contextFor, tei } from './context.js';
import { openPdf, readPages, wordsOf, type Element } from './reading.js';
import { HandSetting, twoPages } from './setting.js';

let faces: Faces;
let bytes: Uint8Array;
beforeAll(async () => {
  faces = await loadGaramond();
  bytes = await writePdf(twoPages(faces.shaper), contextFor(faces));
});

/** A page with one paragraph. */
function onePage(text: string, fill?: (setting: HandSetting, paragraph: number) => void): HandSetting {
  const setting = new HandSetting(faces.shaper);
  setting.page('1');
  const paragraph = setting.node('P', setting.node('Document'));
  setting.text(paragraph, text, { x: 50, y: 80 });
  fill?.(setting, paragraph);
  return setting;
}

async function read(setting: HandSetting, changes: Partial<PdfContext> = {}): Promise<string> {
  return wordsOf(await readPages(await openPdf(await writePdf(setting, contextFor(faces, changes)))));
}

function metadata(changes: Partial<PdfMetadata>): Pick<PdfContext, 'metadata'> {
  return { metadata: { ...contextFor(faces).metadata, ...changes } };
}

/** Written as text: all that is not deflated, the packet among it. */
function plain(pdf: Uint8Array): string {
  return new TextDecoder().decode(pdf);
}

describe('streams', () => {
  it('are plain in a short document and deflated where one is long', async () => {
    const text = 'a long text';
    const short = await writePdf(onePage(text), contextFor(faces));
    expect(plain(short)).not.toContain('/FlateDecode');
    const setting = new HandSetting(faces.shaper);
    const document = setting.node('Document');
    for (let page = 1; page <= 80; page += 1) {
      setting.page(String(page));
      const paragraph = setting.node('P', document);
      for (let line = 0; line < 60; line += 1) setting.text(paragraph, text, { x: 50, y: 80 + line * 8 });
    }
    const long = await writePdf(setting, contextFor(faces));
    expect(plain(long)).toContain('/FlateDecode');
    const pages = await readPages(await openPdf(long));
    expect(pages).toHaveLength(80);
    expect(wordsOf(pages).replaceAll(text, '').trim()).toBe('');
  });
});

describe('what is read back', () => {
  it('is every word in reading order, over pages, notes, ligatures, small capitals and hyphens', async () => {
    const pages = await readPages(await openPdf(bytes));
    // The note at the foot stands on the first page, so it is read before the paragraph goes on.
    expect(wordsOf(pages)).toBe(twoPages(faces.shaper).readingText);
    expect(wordsOf(pages)).toContain('three divisions, an efficient office, and waﬄes');
    expect(pages[0]?.text).toContain('three di\u00advisions');
    expect(wordsOf(pages)).toContain('February 7, 1950 · Pyongyang');
    expect(wordsOf(pages)).toContain('Stalin “it is possible” ');
  });

  it('leaves running heads, folios and rules to the artifacts, and nothing unmarked', async () => {
    const pages = await readPages(await openPdf(bytes));
    expect(pages.map(({ artifacts }) => artifacts)).toEqual([['Ciphered telegram', '1'], ['2']]);
    expect(pages.map(({ unmarked }) => unmarked)).toEqual(['', '']);
  });

  it('is the structure, notes and links inside the paragraph that has them', async () => {
    const [first, second] = await readPages(await openPdf(bytes));
    expect(outline(first?.tree)).toBe(
      'Root(Document(Sect(P,H1),Sect(P(Note(P,P),Reference(Link(OBJR)),Span:ru,Link(OBJR,OBJR),Note(Lbl(Link(OBJR)),P)))))',
    );
    expect(outline(second?.tree)).toBe('Root(Document(Sect(P,H2,L(LI(Lbl,LBody(P)),LI(Lbl,LBody(P))),P)))');
  });

  it('has links both ways, outline, labels, and the languages of title and document', async () => {
    const document = await openPdf(bytes);
    const page = await document.getPage(1);
    const annotations: unknown[] = await page.getAnnotations();
    expect(annotations).toMatchObject([
      { subtype: 'Link', contentsObj: { str: 'Note a' }, dest: 'd00000000' },
      { subtype: 'Link', contentsObj: { str: 'The archive' }, url: 'https://example.org/%C3%A9?a=(b)' },
      { subtype: 'Link', contentsObj: { str: 'The archive' }, url: 'https://example.org/%C3%A9?a=(b)' },
      { subtype: 'Link', contentsObj: { str: 'Back to the text' }, dest: 'd00000001' },
    ]);
    expect(await document.getDestination('d00000000')).toMatchObject([{}, { name: 'XYZ' }, 54, 78.315, null]);
    expect(await document.getOutline()).toMatchObject([
      { title: 'Ciphered Telegram', count: 1, items: [{ title: 'Points (“draft”) \\ Пункты', items: [] }] },
    ]);
    expect(await document.getPageLabels()).toEqual(['1', '2']);
    expect((await document.getMetadata()).info).toMatchObject({
      Language: 'en',
      Title: 'Ciphered Telegram, Shtykov to Vyshinsky',
      Trapped: { name: 'False' },
      CreationDate: 'D:20260102030405Z',
      ModDate: 'D:20260102030405Z',
    });
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
  });

  it('has the TEI attached byte for byte', async () => {
    const attachments: unknown = await (await openPdf(bytes)).getAttachments();
    expect(attachments).toMatchObject({
      attachment: { filename: 'telegram.xml', content: new Uint8Array(tei) },
    });
    expect(plain(bytes)).toMatch(/\/AFRelationship \/Source/);
    expect(plain(bytes)).toContain('/Subtype /application#2ftei+xml');
  });

  it('keeps an attachment of any bytes and any size', async () => {
    for (const content of [new Uint8Array(0), Uint8Array.from({ length: 300_000 }, (_, i) => (i * i) >> 3)]) {
      const attachment = { name: 'Телеграмма (1).xml', bytes: content, description: 'a \\ b' };
      const document = await openPdf(await writePdf(onePage('a'), contextFor(faces, { attachment })));
      const attachments: unknown = await document.getAttachments();
      expect(attachments).toMatchObject({ attachment: { filename: 'Телеграмма (1).xml', content } });
    }
  });
});

describe('ToUnicode', () => {
  it.each([
    ['the same glyph for two characters', 'A\u00c5\u212b \u2126\u03a9 \u00b5\u03bc \u2010-\u00ad'],
    ['composed and decomposed letters', 'e\u0301 \u00e9 g\u0301 \u01f5 \u1e69 s\u0323\u0307'],
    ['spaces of several kinds', 'a\u00a0b\u2009c\u202fd e'],
    ['signs that are not seen', 'a\u200db\u200cc\u2060d'],
    ['ligatures and Cyrillic with historic letters', 'ffi fj Th ﬁ Ѣ ѳ ѵ ы'],
  ])('tells %s', async (_, text) => {
    expect((await read(onePage(text))).normalize('NFC')).toBe(text.normalize('NFC').replaceAll('\u00ad', ''));
  });

  it('gives back any text that the face covers, in any of its looks', async () => {
    const letters = Array.from('abcfijlsztTQ ,.-—“’áéǵßﬁЖѢйіѵἄῷ0129\u0301\u0323\u0308\u00a0\u200d\u2011');
    const looks = [
      [],
      ['smcp'],
      ['c2sc', 'smcp'],
      ['onum'],
      ['sups'],
      ['frac'],
      ['dlig', 'hist'],
      ['salt'],
      ['zero'],
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.string({ unit: fc.constantFrom(...letters) }), fc.constantFrom(...looks)), {
          maxLength: 9,
        }),
        fc.constantFrom('roman', 'italic', 'bold'),
        async (pieces, face) => {
          let y = 100;
          const setting = onePage('x', (page, paragraph) => {
            for (const [text, features] of pieces)
              page.text(paragraph, text, { x: 50, y: (y += 9) }, { features, face });
          });
          const expected = `x${pieces.map(([text]) => text).join('')}`;
          const seen = await read(setting);
          // What ToUnicode cannot say of single glyphs stands in ActualText, with signs of no width in its place here.
          expect(seen.replaceAll('\u200b', '').normalize('NFC')).toBe(expected.normalize('NFC'));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('tells small capitals, raised and lining figures as the letters they were', async () => {
    const setting = onePage('x', (page, paragraph) => {
      page.text(paragraph, 'Stalin 1950', { x: 50, y: 100 }, { features: ['c2sc', 'onum', 'smcp'] });
      page.text(paragraph, 'STALIN', { x: 50, y: 120 }, { features: ['c2sc'], actual: 'Stalin' });
      page.text(paragraph, 'a 1', { x: 50, y: 140 }, { features: ['sups'] });
    });
    expect(await read(setting)).toBe('xStalin 1950Stalina 1');
  });

  it('never paints a missing character as a box', async () => {
    await expect(writePdf(onePage('Kim 김'), contextFor(faces))).rejects.toThrow('U+AE40');
    await expect(writePdf(onePage('tab\there'), contextFor(faces))).rejects.toThrow('U+0009');
  });

  it('passes over U+FEFF, which has no place in ToUnicode', async () => {
    expect(await read(onePage('a\ufeffb'))).toBe('ab');
  });
});

describe('the same bytes', () => {
  it('twice in one process', async () => {
    expect(Buffer.compare(await writePdf(twoPages(faces.shaper), contextFor(faces)), bytes)).toBe(0);
  });

  it('after another document has been written with the same faces', async () => {
    await writePdf(onePage('zyxw'), contextFor(faces));
    expect(Buffer.compare(await writePdf(twoPages(faces.shaper), contextFor(faces)), bytes)).toBe(0);
  });

  it('under another time zone', async () => {
    const before = process.env['TZ'];
    try {
      process.env['TZ'] = 'Pacific/Kiritimati';
      expect(new Date('2026-01-01T00:00:00Z').getHours(), 'the zone is in force').toBe(14);
      expect(Buffer.compare(await writePdf(twoPages(faces.shaper), contextFor(faces)), bytes)).toBe(0);
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });

  it('but another identifier for another content', async () => {
    const id = (pdf: Uint8Array): string => /\/ID \[<([0-9a-f]{32})> <\1>\]/.exec(plain(pdf))?.[1] ?? '';
    expect(id(bytes)).toHaveLength(32);
    expect(id(await writePdf(onePage('other'), contextFor(faces)))).not.toBe(id(bytes));
  });

  it('whether streamed or not, a chunk after each page at the least', async () => {
    const chunks: Uint8Array[] = [];
    await streamPdf(twoPages(faces.shaper), contextFor(faces), async (chunk) => {
      await Promise.resolve();
      chunks.push(chunk);
    });
    expect(Buffer.compare(Buffer.concat(chunks), bytes)).toBe(0);
  });
});

describe('hostile metadata', () => {
  const titles = [
    'A <b>&amp;</b> ]]> "title" \'here\' <!-- -->',
    'Parentheses ) ( ((( \\ \\) %PDF endobj',
    'Non-BMP \u{1d4af}\u{1f600} and half \ud83d of one',
    'مكتوب من ستالين \u202eabc\u202c',
    'Control \u0001\u0000\u001b and newline\nreturn\rtab\t\ufffe',
  ];

  it.each(titles)('survives as title: %j', async (title) => {
    const pdf = await writePdf(
      onePage('a', (page, paragraph) => {
        page.outline.push({ title, level: 1, page: 0, y: 80, structure: paragraph });
      }),
      contextFor(faces, metadata({ title, authors: [title], keywords: [title], rights: title })),
    );
    const document = await openPdf(pdf);
    const seen = title
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .replace(/[\u0000-\u0008\u000e-\u001f\ufffe]/g, '\ufffd');
    expect((await document.getMetadata()).info).toMatchObject({ Title: seen });
    expect(await document.getOutline()).toHaveLength(1);
    const xmp = plain(pdf).slice(plain(pdf).indexOf('<?xpacket'), plain(pdf).indexOf('<?xpacket end'));
    const { XmlDocument } = await import('libxml2-wasm');
    const packet = XmlDocument.fromString(xmp.slice(xmp.indexOf('?>') + 2));
    const namespaces = {
      dc: 'http://purl.org/dc/elements/1.1/',
      rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    };
    expect(packet.get('//dc:title/rdf:Alt/rdf:li[1]', namespaces)?.content).toBe(seen);
    expect(packet.get('//dc:title/rdf:Alt/rdf:li[2]/@xml:lang', namespaces)?.content).toBe('en');
    packet.dispose();
  });

  it('needs a title and a date with a zone', async () => {
    await expect(writePdf(onePage('a'), contextFor(faces, metadata({ title: ' ' })))).rejects.toThrow(
      TypeError,
    );
    await expect(writePdf(onePage('a'), contextFor(faces, { date: '2026-01-02T03:04:05' }))).rejects.toThrow(
      TypeError,
    );
    await expect(writePdf(onePage('a'), contextFor(faces, { date: '2026-13-02' }))).rejects.toThrow(
      TypeError,
    );
  });

  it('takes a day for midnight UTC', async () => {
    const document = await openPdf(await writePdf(onePage('a'), contextFor(faces, { date: '2026-01-02' })));
    expect((await document.getMetadata()).info).toMatchObject({ CreationDate: 'D:20260102000000Z' });
  });
});

describe('faults of earlier stations', () => {
  it.each<[string, (page: HandSetting, paragraph: number) => void]>([
    [
      'stands on no page',
      (page, paragraph) => {
        const structure = page.node('Link', paragraph);
        page.item({
          kind: 'link',
          x: 0,
          y: 0,
          width: 9,
          height: 9,
          href: '#nowhere',
          structure,
          description: 'x',
        });
      },
    ],
    [
      'belongs to an element P',
      (page, paragraph) => {
        page.item({
          kind: 'link',
          x: 0,
          y: 0,
          width: 9,
          height: 9,
          href: 'a:b',
          structure: paragraph,
          description: 'x',
        });
      },
    ],
    [
      'no description',
      (page, paragraph) => {
        const structure = page.node('Link', paragraph);
        page.item({
          kind: 'link',
          x: 0,
          y: 0,
          width: 9,
          height: 9,
          href: 'a:b',
          structure,
          description: ' ',
        });
      },
    ],
    [
      'stands twice',
      (page) => {
        page.item({ kind: 'destination', anchor: 'a', x: 0, y: 0 });
        page.item({ kind: 'destination', anchor: 'a', x: 0, y: 9 });
      },
    ],
    [
      'occurs twice',
      (page, paragraph) => {
        page.text(page.node('Note', paragraph, { noteId: 'n' }), 'a', { x: 50, y: 90 });
        page.text(page.node('Note', paragraph, { noteId: 'n' }), 'b', { x: 50, y: 99 });
      },
    ],
    [
      'was not loaded',
      (page, paragraph) => void page.text(paragraph, 'a', { x: 0, y: 9 }, { face: 'roman' }),
    ],
  ])('a setting where something %s is refused', async (message, fill) => {
    const known = message === 'was not loaded' ? new Map() : faces;
    await expect(writePdf(onePage('a', fill), { ...contextFor(faces), faces: known })).rejects.toThrow(
      message,
    );
  });

  it('a setting without pages is refused', async () => {
    await expect(writePdf(new HandSetting(faces.shaper), contextFor(faces))).rejects.toThrow(RangeError);
  });
});

function outline(element: Element | undefined): string {
  if (!element) return '';
  const children = element.children.filter((child) => typeof child !== 'string').map(outline);
  const name = element.lang === undefined ? element.role : `${element.role}:${element.lang}`;
  return children.length === 0 ? name : `${name}(${children.join(',')})`;
}
