/** Head and close of a document: fields, headings and addresses over several lines, who signs with his office. */
import { describe, expect, test } from 'vitest';
import { encode } from '../../src/tei/encode.js';
import { parseTei } from '../../src/tei/parse.js';
import { serialise } from '../../src/tei/serialise.js';
import { read } from './read.js';

const words =
  'The stores at Norvik are to be counted by the end of the month, and I shall report the count to you.';
const page = (title: string, head: string, close = ''): string =>
  `May 9, 1949\n\n${title}\n\n${head}\n\n${words}\n\n${words}\n\n${words}\n\n${close}\n\nDocument Information\n`;

/** The text without the spaces of XML between elements. */
function tei(source: string): string {
  const { edition, file } = read(source);
  const xml = serialise(encode(edition, { version: '0.1.0' }), file);
  expect(parseTei(xml, file)).toBeDefined();
  return xml
    .slice(xml.indexOf('<body>'))
    .replace(/\s+/gu, ' ')
    .replace(/> <(?!lb|gap|persName)/gu, '><')
    .replace(/ ref="[^"]*"/gu, '');
}

describe('labelled fields', () => {
  const fields = [
    'Sender: LAGUNA',
    'CLASSIFICATION: SECRET – URGENT',
    'Date: 06.06.1949/14:00',
    'No.: 083.117',
    'To: Comrade Minister Anton Holt;',
    'Comrade Deputy Minister Vasil Grek',
    'Subject: the stores',
  ];
  test.each([
    ['with colons', fields.join('\n')],
    [
      'in columns',
      fields.map((line) => line.replace(/^([^:]+):\s*/u, (_, label: string) => label.padEnd(20))).join('\n'),
    ],
    ['with blank lines between', fields.join('\n').replace(/\n(?!Comrade)/gu, '\n\n')],
  ])('%s', (_, head) => {
    const source = page('Telegram on the Stores at Norvik', head, '(ss) Konstantin Moldov');
    const { document } = read(source);
    const { sent, addressees } = document?.correspondence ?? {};
    expect(addressees?.map(({ value }) => value.name)).toEqual(['Anton Holt', 'Vasil Grek']);
    expect(sent?.place?.value.name).toBe('LAGUNA');
    expect(sent?.date?.value.when).toBe('1949-06-06');
    expect(sent?.time?.value.when).toBe('14:00');
    expect(sent?.dispatch?.value).toBe('083.117');
    expect(document?.secrecy.map(({ key }) => key)).toEqual(['secret']);
    expect(document?.author?.value.name).toBe('Konstantin Moldov');
    expect(tei(source)).toMatch(/<seg type="field" subtype="subject">Subject:? *the stores<\/seg>/u);
  });
  test('who is named under "From" sent it, a code before the name is none of it', () => {
    const { document } = read(
      page(
        'Memorandum on the Stores',
        'TO: G - Mr. Coyle\nTHROUGH: S/S\nFROM: E/OMA - Harold T. Brandeis\nSUBJECT: Stores',
      ),
    );
    expect(document?.correspondence.addressees.map(({ value }) => value.name)).toEqual(['Coyle']);
    expect(document?.correspondence.sent?.person?.value.name).toBe('Harold T. Brandeis');
    expect(document?.author?.value.name).toBe('Harold T. Brandeis');
  });
  test('a label in the text is a word of the text', () => {
    expect(
      tei(page('Letter on Stores', 'Dear Holt,', 'Subject: stores and what they hold, as I said.')),
    ).not.toContain('type="field"');
  });
});

describe('after the text', () => {
  test.each(['1 enclosure', 'Enclosure: 2 pages'])('“%s” signs nothing', (line) => {
    const source = page('Letter, Arsen to Holt', 'To Comrade Holt', `P. Arsen\n\n${line}`);
    expect(tei(source)).toContain(`<seg type="line">${line}</seg>`);
    expect(read(source).document?.author?.value.name).toBe('P. Arsen');
  });
});

describe('headings over several lines', () => {
  test.each([
    [
      'Embassy\nof the Republic of Norvik\nin Laguna',
      'Embassy <lb/>of the Republic of Norvik <lb/>in Laguna',
    ],
    [
      'RECORD OF A CONVERSATION\nwith the Chairman of the Council',
      'RECORD OF A CONVERSATION <lb/>with the Chairman of the Council',
    ],
    ['From the journal of\nP. ARSEN', 'From the journal of <lb/>P. ARSEN'],
    ['M E M O R A N D U M\nfrom Col. V. Arsen', 'M E M O R A N D U M <lb/>from Col. V. Arsen'],
  ])('%s', (head, expected) => {
    expect(
      tei(
        page(
          'Report of the Embassy of the Republic of Norvik: Record of a Conversation',
          `Secret\n\n${head}`,
        ),
      ),
    ).toContain(`<head>${expected}</head>`);
  });
  test('a line apart, or a line of its own, is no part of it', () => {
    const xml = tei(page('Report of the Embassy', 'Embassy\n\nin Laguna'));
    expect(xml).not.toContain('<lb/>');
  });
});

describe('addresses', () => {
  test('lines under an addressee belong to him', () => {
    const source = page(
      'Letter on the Stores',
      'To Comrade Holt,\nChairman of the Council of Norvik\nLAGUNA',
    );
    expect(read(source).document?.correspondence.addressees.map(({ value }) => value.name)).toEqual(['Holt']);
    expect(tei(source)).toContain(
      '<address><addrLine>To Comrade <persName>Holt</persName>,</addrLine><addrLine>Chairman of the Council of Norvik</addrLine><addrLine><placeName>LAGUNA</placeName></addrLine></address>',
    );
  });
  test('without "To": a person with a word of address; at the foot: the addressee of the title', () => {
    const report = read(
      page('Report on the Stores', 'Comrade Director Anton Holt\nMinistry of Stores\nLaguna'),
    ).document;
    expect(report?.correspondence.addressees.map(({ value }) => value.name)).toEqual(['Anton Holt']);
    const source = page(
      'Letter, A. Arsen to J. D. Strand, Stores Office',
      'Dear Strand,',
      'Yours ever,\nA. Arsen\n\nJ. D. Strand, Esq., C.M.G.,\nStores Department,\nForeign Office',
    );
    expect(read(source).document?.correspondence.addressees.map(({ value }) => value.name)).toEqual([
      'J. D. Strand',
    ]);
    expect(tei(source)).toContain(
      '<address><addrLine><persName>J. D. Strand</persName>, Esq., C.M.G.,</addrLine><addrLine>Stores Department,</addrLine><addrLine>Foreign Office</addrLine></address></closer>',
    );
  });
  test('"TO" alone leads in an address', () => {
    const source = page('Memorandum on the Stores', 'TO\nTHE MINISTER OF STORES\nCOMRADE COL. GENERAL HOLT');
    expect(read(source).document?.correspondence.addressees.map(({ value }) => value.name)).toEqual(['HOLT']);
    expect(tei(source)).toContain('<addrLine>TO</addrLine><addrLine>THE MINISTER OF STORES</addrLine>');
  });
});

test('persons under "Distribution:" are no address', () => {
  const { document } = read(
    page(
      'Report on the Stores',
      'Secret',
      'Signed: Raj\n\nDistribution:\nComrade Fisk\nComrade Holt\nComrade Arsen\nFile',
    ),
  );
  expect(document?.correspondence.addressees).toEqual([]);
  expect(document?.correspondence.copiesTo.map(({ value }) => value.name)).toEqual(['Fisk', 'Holt', 'Arsen']);
});

describe('who signs, with his office', () => {
  test.each([
    [
      'Ambassador\n(—) Vitold Raj',
      '<roleName>Ambassador</roleName> <lb/>(—) <persName>Vitold Raj</persName>',
    ],
    [
      'Vitold Raj\nchargé d’affaires ad interim',
      '<persName>Vitold Raj</persName> <lb/><roleName>chargé d’affaires ad interim</roleName>',
    ],
    [
      'SECRETARY OF THE COUNCIL: /s/ Vitold Raj',
      '<roleName>SECRETARY OF THE COUNCIL</roleName>: /s/ <persName>Vitold Raj</persName>',
    ],
    [
      'DEPUTY DIRECTOR:\n(Col. V. Raj)',
      '<roleName>DEPUTY DIRECTOR</roleName>: <lb/>(<roleName>Col.</roleName> <persName>V. Raj</persName>)',
    ],
    [
      'Consul [illegible signature]',
      '<roleName>Consul</roleName> <gap reason="illegible"><desc>[illegible signature]</desc></gap>',
    ],
    ['Comrade Vitold Raj', 'Comrade <persName>Vitold Raj</persName>'],
  ])('%s', (close, expected) => {
    expect(tei(page('Report on the Stores', 'Secret', close))).toContain(`<signed>${expected}</signed>`);
  });
  test('two who sign, each with his own', () => {
    const xml = tei(
      page('Report on the Stores', 'Secret', 'Minister of Stores\nA. Arsen\nMinister of Trade\nB. Holt'),
    );
    expect(xml).toContain(
      '<signed><roleName>Minister of Stores</roleName> <lb/><persName>A. Arsen</persName></signed><signed><roleName>Minister of Trade</roleName> <lb/><persName>B. Holt</persName></signed>',
    );
  });
});
