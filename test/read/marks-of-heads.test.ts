/** Lines of a head in many wordings and languages: distribution, handling, numbers, datelines, addresses, senders; and what is told of the others. */
import { describe, expect, test } from 'vitest';
import { readDateline } from '../../src/read/body/dateline.js';
import { readLabel } from '../../src/read/body/labels.js';
import { readMarks } from '../../src/read/body/marks.js';
import { distributionLabel } from '../../src/read/text/distribution-head.js';
import { readTitle } from '../../src/read/text/title.js';
import { read, type Read } from './read.js';
import { vocabulary } from './vocabulary.js';

const body =
  'The cranes of the port stand idle for want of oil, and nobody knows when it will come.\n\nWe have asked the ministry twice and had no answer from it so far.\n\nThe cost of all this, as far as anybody can tell at present, is borne by the harbour board alone.\n\nWe shall write again.';
const page = (head: string, close = 'I. BELOV', title = 'Telegram, I. Belov to P. Chernov'): string =>
  `March 3, 1952\n\n${title}\n\n${head}\n\n${body}\n\n${close}\n\nDocument Information\n\nAPRF, Fond 3, Opis 1, Delo 2, Listy 4-5\n`;
const copiesOf = ({ document }: Read): unknown[] => [
  document?.correspondence.copiesTo.map(({ value }) => value.name),
  document?.correspondence.fileCopy?.value,
];
const paragraphsOf = ({ document }: Read): number =>
  (document?.children ?? []).filter(({ type }) => type === 'paragraph').length;

describe('labels of distribution', () => {
  test.each([
    'Distributed to: A',
    'Circulated: A',
    'Mailing list: A',
    'Seen by: A',
    'To be read by: A',
    'For information: A',
    'Copy for: A',
    'Copies of this telegram were sent to: A',
    '6 copies printed: A',
    'Deciphered in four copies: A',
    'Recipients: A',
    'Разослано: А',
    'Отпечатано 4 экз.: А',
    'Verteiler: A',
    'Zur Kenntnis: A',
    'Kapják: A',
    'Otrzymują: A',
    'Да се прочете от: А',
    'Copies – A',
    'Distributed to Comrades A, B, C and the Near Eastern Department.',
    'Distributed to Orlov, Petrenko and the head of the 6th Department',
    'Sent to A, B and C',
    'Copies were sent to Orlov and the Ministry of Trade',
  ])('%s', (line) => {
    // What stands behind the label is the names, whole.
    const length = distributionLabel(line, vocabulary);
    expect(length === undefined ? line : line.slice(length)).toMatch(
      /^\s+(?:A|А|A, B and C|Comrades A, B, C and the Near Eastern Department\.|Orlov(?:, Petrenko)? and the .*)$/u,
    );
  });
  test.each([
    'To: A',
    'Sent: 23:15, 2 August 1967',
    'Information: A',
    'He sent the list to: A',
    'Distributed: 14 May 1951',
    'From: A',
    'Subject: copies',
    'Sent to Orlov, who will read it, and to Petrenko.',
    'Distributed to the villages and towns of the district, the seed is enough.',
    'Sent to A',
  ])('none: %s', (line) => {
    expect(distributionLabel(line, vocabulary)).toBeUndefined();
  });
});

describe('who receives copies', () => {
  test.each([
    ['Distributed to: Comrades Orlov, Petrenko; one to the file.', ['Orlov', 'Petrenko'], 'one to the file'],
    [
      'Circulated: members and candidate members of the Presidium; Orlov; 10th Department.',
      ['members and candidate members of the Presidium', 'Orlov', '10th Department'],
      undefined,
    ],
    [
      '6 copies printed: 1 - Com. Orlov, 2 - Com. Petrenko, 3 - 8th Directorate (file)',
      ['Orlov', 'Petrenko'],
      '3 - 8th Directorate (file)',
    ],
    [
      'Copy for: Ministry of Trade, Middle East Department (Comrade Pastov)',
      ['Ministry of Trade', 'Middle East Department', 'Pastov'],
      undefined,
    ],
    [
      'Sent to: members of the Politburo; 2 copies to file.',
      ['members of the Politburo'],
      '2 copies to file',
    ],
    ['c.c. Comrades Zhelev, Panov, Bonev', ['Zhelev', 'Panov', 'Bonev'], undefined],
    ['Prepared in 3 copies, 2 to the Center, 1 to the file', ['Center'], '1 to the file'],
    [
      'Copies: Orlov and Petrenko; Ministry of Health, 4th Department; file.',
      ['Orlov', 'Petrenko', 'Ministry of Health, 4th Department'],
      'file',
    ],
    ['Made in 3 copies:\n1. Addressee\n2. Comrade Orlov, 3rd Department\n3. File', ['Orlov'], 'File'],
    [
      'Mailing list: Orlov (2), Fifth European Department, archives',
      ['Orlov', 'Fifth European Department'],
      'archives',
    ],
    [
      '7 copies\n1. Comr. Orlov\n2-3. Comr. Petrenko\n4. Second Department\n5. File',
      ['Orlov', 'Petrenko', 'Second Department'],
      'File',
    ],
    [
      'Copy No. 1 - Com. Orlov\nCopies Nos. 2-3 - Com. Petrenko\nCopy No. 4 - to file',
      ['Orlov', 'Petrenko'],
      'to file',
    ],
    [
      'Distributed to Comrades Orlov, Petrenko, Zorin and the Near and Middle East Department.',
      ['Orlov', 'Petrenko', 'Zorin', 'Near and Middle East Department'],
      undefined,
    ],
    [
      'Distributed to Orlov, Petrenko and the head of the 6th Department',
      ['Orlov', 'Petrenko', 'head of the 6th Department'],
      undefined,
    ],
    ['Copy to Orlov', ['Orlov'], undefined],
    ['Разослано: тт. Орлову, Петренко; в дело', ['Орлову', 'Петренко'], 'в дело'],
    [
      'Verteiler: Gen. Ahrendt, Abteilung Nachbarländer, Ablage',
      ['Ahrendt', 'Abteilung Nachbarländer'],
      'Ablage',
    ],
  ])('at the head: %s', (line, copies, file) => {
    const found = read(page(`Secret\n\n${line}\n\nOslo, 3 March 1952`));
    expect(copiesOf(found)).toEqual([copies, file]);
    expect(paragraphsOf(found)).toBe(4);
    expect(found.ruleIds).not.toContain('head-line-unread');
  });
  test.each([
    [
      'I. BELOV\n\nDeciphered in four copies: L. Orlov, Sixth Department, archive.',
      ['L. Orlov', 'Sixth Department'],
      'archive',
    ],
    [
      'Ambassador I. Belov\n\nTo be read by:\n1. T. Orlov\n2. Second Department',
      ['T. Orlov', 'Second Department'],
      undefined,
    ],
  ])('after the signature: %s', (close, copies, file) => {
    const found = read(page('Secret', close));
    expect(copiesOf(found)).toEqual([copies, file]);
    expect(found.document?.author?.value.name).toBe('I. Belov');
  });
});

describe('marks', () => {
  const kinds = (line: string): string[] | undefined =>
    readMarks(line, 0, vocabulary)?.map(({ kind, text }) => `${kind}: ${text}`);
  test.each([
    ['Top secret. Copying forbidden', ['secrecy: Top secret', 'handling: Copying forbidden']],
    [
      'The making of copies is prohibited. Strictly secret',
      ['handling: The making of copies is prohibited', 'secrecy: Strictly secret'],
    ],
    ['Personal. By diplomatic mail', ['handling: Personal', 'handling: By diplomatic mail']],
    ['118/1962/Top Secret.', ['number: 118/1962', 'secrecy: Top Secret']],
    ['Secret. Outgoing No. 611', ['secrecy: Secret', 'number: Outgoing No. 611']],
    [
      'Strictly secret! Do not duplicate! Deliver by courier only.',
      ['secrecy: Strictly secret', 'handling: Do not duplicate', 'handling: Deliver by courier only'],
    ],
    [
      'Совершенно секретно. Снимать копии воспрещается',
      ['secrecy: Совершенно секретно', 'handling: Снимать копии воспрещается'],
    ],
    [
      'Streng geheim! Vervielfältigung verboten!',
      ['secrecy: Streng geheim', 'handling: Vervielfältigung verboten'],
    ],
  ])('%s', (line, expected) => {
    expect(kinds(line)).toEqual(expected);
  });
  test.each([
    'To be returned to the 10th Department within 24 hours',
    'Return to the General Department of the CC CPSU within three days',
    'TO BE HANDED OVER PERSONALLY',
    'RETURN TO THE SECOND DEPARTMENT WITHIN 48 HOURS',
    'To be opened personally!',
    'Destroy after reading',
    'To be decoded by the head of the cipher office personally',
    'Подлежит возврату в течение 24 часов',
    'Экз. № 3',
    '3. Ausfertigung',
    'Do rąk własnych',
    'Saját kezébe!',
  ])('of handling: %s', (line) => {
    expect(kinds(line)?.every((kind) => kind.startsWith('handling'))).toBe(true);
  });
  test.each([
    'Return of the Delegation to Moscow',
    'Return to Moscow',
    'To be considered by the Politburo',
    'The documents were returned to me',
    'No. 118/1962',
    'Copy the Minister on everything',
  ])('none: %s', (line) => {
    expect(kinds(line)).toBeUndefined();
  });
});

describe('datelines', () => {
  const parts = (line: string): string[] =>
    (readDateline(line, 0, vocabulary)?.found ?? []).map((part) =>
      part.kind === 'place'
        ? part.name
        : part.kind === 'number'
          ? `#${part.value}${part.moment === 'received' ? ' in' : ''}`
          : part.kind === 'time'
            ? (part.time.when ?? '')
            : (part.date.when ?? `${part.date.shortYear ?? ''} ${part.date.monthDay ?? ''}`.trim()),
    );
  test.each([
    [
      'From Cairo, Spec. Nos. 1127–1128. 13/X-57, 1 hr. 20 min.',
      ['Cairo', '#1127', '#1128', '57 10-13', '01:20'],
    ],
    ['TEHRAN, dispatched 19.V.51 at 23:40', ['TEHRAN', '51 05-19', '23:40']],
    ['Tirana. No. 30418. 3 December 1949, 16 hrs 05 min.', ['Tirana', '#30418', '1949-12-03', '16:05']],
    [
      'Bucharest, 28 July 1948, cables 388 and 389, handed in at 20.50 Moscow time',
      ['Bucharest', '1948-07-28', '#388', '#389', '20:50'],
    ],
    ['Aden, spec. No. 402-403. 19.4.79, 0.50 Moscow time', ['Aden', '#402-403', '79 04-19', '00:50']],
    ['PEKING, 9 December [1969], 09.30 hours local time', ['PEKING', '1969-12-09', '09:30']],
    ['Our numbers 455 and 456', ['#455', '#456']],
    ['Kabul, 27.2.1959. Ref. 212', ['Kabul', '1959-02-27', '#212']],
    ['Received in the Chancellery 4.3.1959, entry 0933', ['1959-03-04', '#0933 in']],
    ['Incoming No. 2254', ['#2254 in']],
    ['1874/yuva', ['#1874/yuva']],
    ['(1032/14/53)', ['#1032/14/53']],
    ['New Delhi, No. 2716, 14 November 1956', ['New Delhi', '#2716', '1956-11-14']],
    ['Budapest, 1962. április 6.', ['Budapest', '1962-04-06']],
    ['Warschau, den 3. März 1958', ['Warschau', '1958-03-03']],
    ['Из Белграда, № 412. 3.III.1952, 14 час. 20 мин.', ['Белграда', '#412', '1952-03-03', '14:20']],
    ['MUKDEN. Special Nos. 61, 62 and 63. February 11, 1950', ['MUKDEN', '#61', '#62', '#63', '1950-02-11']],
    ['Embtel 2113', ['#2113']],
    ['From Frankfurt an der Oder, No. 12. 3 May 1951', ['Frankfurt an der Oder', '#12', '1951-05-03']],
    ['Rio de Janeiro, 3 May 1951', ['Rio de Janeiro', '1951-05-03']],
    ['From Ho Chi Minh City, No. 12', ['Ho Chi Minh City', '#12']],
    ['Port Said. No. 12', ['Port Said', '#12']],
    ['From Sofia Sent 3 May 1951', ['Sofia', '1951-05-03']],
  ])('%s', (line, expected) => {
    expect(parts(line)).toEqual(expected);
  });
  test.each([
    ['to your No. 163', []],
    ['3/7/1951', ['']],
  ])('no number: %s', (line, expected) => {
    expect(parts(line)).toEqual(expected);
  });
  test('numbers of one line are those of one dispatch; that of receipt is the receiver’s', () => {
    const { document } = read(page('Oslo, 3 March 1952\nNos. 41 and 42\nIncoming No. 2254'));
    const { sent, received } = document?.correspondence ?? {};
    expect([
      sent?.dispatch?.value,
      sent?.dispatchParts?.map(({ value }) => value),
      received?.number?.value,
    ]).toEqual(['41', ['42'], '2254']);
  });
  test('a number in the heading and one under the signature are both kept, and asked about', () => {
    const { document, ruleIds } = read(page('Ciphered Telegram No. 1604/sh\n\nSecret', 'I. BELOV\nNo. 207'));
    const { sent } = document?.correspondence ?? {};
    expect([sent?.dispatch?.value, sent?.otherNumbers?.map(({ value }) => value)]).toEqual([
      '1604/sh',
      ['207'],
    ]);
    expect(ruleIds).toContain('number-conflict');
  });
  test('a date of two figures for the year is compared with the page’s', () => {
    expect(read(page('Aden, No. 402. 5.3.52, 0.50 Moscow time')).ruleIds).toContain('date-conflict');
  });
});

describe('addressees', () => {
  const to = (head: string, title?: string): unknown =>
    read(page(head, 'I. BELOV', title)).document?.correspondence.addressees.map(({ value }) => value.name);
  test.each([
    ['USSR MFA, for Comrade Orlov', ['USSR MFA', 'Orlov']],
    ['V. M. Orlov', ['V. M. Orlov']],
    ['To Comrade A. I. Orlov, Deputy Chairman of the Council of People’s Commissars', ['A. I. Orlov']],
    ['Attention: Comrade Lyuben Kostov', ['Lyuben Kostov']],
    ["PEOPLE'S COMMISSAR FOR FOREIGN AFFAIRS\nComr. V. M. ORLOV", ['V. M. ORLOV']],
    ['To Comrade N. P. Orlov\nDeputy Minister of Foreign Trade of the USSR', ['N. P. Orlov']],
    ['An\nGenossen Staatssekretär Ahrendt', ['Ahrendt']],
    ['Товарищу А. Я. Орлову', ['А. Я. Орлову']],
    ['For the Secretary from Brown', ['Secretary']],
  ])('%s', (line, expected) => {
    const head = `Secret\n\nOslo, 3 March 1952\n\n${line}`;
    expect(to(head)).toEqual(expected);
    expect(read(page(head)).document?.children.filter(({ type }) => type === 'heading')).toEqual([]);
  });
  test('the office that the title addresses, without “To”', () => {
    expect(
      to(
        'Embassy of Norvik\n\nOslo, 3 March 1952\n\nMinistry of Health of Norvik\nDepartment of External Relations',
        'Letter of the Embassy in Oslo to the Ministry of Health of Norvik on Vaccine',
      ),
    ).toEqual(['Ministry of Health of Norvik']);
  });
  test('whom a signature is for is no addressee', () => {
    const { document } = read(
      page(
        'Secret',
        'For the Ambassador\n[signature] Z. Olesko\nCounsellor',
        'Letter from the Polish Embassy in Berlin to P. Chernov',
      ),
    );
    expect(document?.correspondence.addressees.map(({ value }) => value.name)).toEqual(['P. Chernov']);
    expect(document?.author?.value.name).toBe('Z. Olesko');
  });
  test.each(['V. M. Molotov', 'I. BELOV', 'C. Smith', 'V. M. Molotov said that he agrees.'])(
    'no number: %s',
    (line) => {
      expect(readLabel(line)).toBeUndefined();
    },
  );
  test('a Roman number is one', () => {
    expect(readLabel('I. They would like to receive the buses')?.value).toBe(1);
  });
});

describe('senders in titles', () => {
  test.each([
    ['Cipher Telegram from Gavrilin in Tehran to Vyshinsky', 'Gavrilin', 'Tehran', undefined],
    [
      "Cipher Message from Chargé d'Affaires Tsonchev in Belgrade to the CC",
      'Tsonchev',
      'Belgrade',
      undefined,
    ],
    [
      'Telegram from the Soviet Military Mission in Tirana (Sokolnik) to Vasilevsky',
      'Soviet Military Mission in Tirana',
      'Tirana',
      'Sokolnik',
    ],
    ['Cable from Rubanov (Bucharest) to Molotov', 'Rubanov', undefined, 'Bucharest'],
    [
      'Letter of the Polish Embassy in Berlin to the Ministry of Trade',
      'Polish Embassy in Berlin',
      'Berlin',
      undefined,
    ],
  ])('%s', (title, sender, place, bracket) => {
    expect(readTitle(title, vocabulary)).toMatchObject({
      sender,
      ...(place === undefined ? {} : { place }),
      ...(bracket === undefined ? {} : { bracket }),
    });
  });
  test.each([
    ['Telegram from Obukhov (Grachev) to Molotov', 'Obukhov', ['Grachev']],
    ['Cable, "Sedov" [Ambassador P. I. Sevrugin] to Molotov', 'Sedov', ['P. I. Sevrugin']],
  ])('another name: %s', (title, name, others) => {
    const { document } = read(page('Urumqi, 3 March 1952', name, title));
    expect(document?.persons.find((entry) => entry.name === name)).toMatchObject({
      variants: others,
      aliases: others,
    });
  });
  test('another name of the addressee is his where it stands by itself', () => {
    const { document } = read(
      page('Copies: Gradov, Orlov', 'I. BELOV', 'Telegram, I. Belov to Filippov [Gradov]'),
    );
    const keys = [
      ...(document?.correspondence.addressees ?? []),
      ...(document?.correspondence.copiesTo ?? []),
    ];
    expect(keys.map(({ value }) => value.key)).toEqual(['filippov', 'filippov', 'orlov']);
    expect(document?.persons.find(({ key }) => key === 'filippov')?.aliases).toEqual(['Gradov']);
  });
  test.each([
    ['Telegram from the Norvik Ambassador in Conakry, Belov', 'Belov 143', 'Conakry'],
    ['Telegram from Ambassador Belov on Rice', 'Belov 17', undefined],
  ])('a sender behind his office, and the number behind his name: %s', (title, close, place) => {
    const { document } = read(page('Secret', close, title));
    expect(readTitle(title, vocabulary)).toMatchObject({ sender: 'Belov', ...(place && { place }) });
    expect(document?.author?.value.name).toBe('Belov');
    expect(document?.persons.map(({ name }) => name)).toEqual(['Belov']);
  });
  test('a place alone is no sender', () => {
    expect(readTitle('Telegram from Conakry on Rice', vocabulary).sender).toBeUndefined();
  });
  test('who writes for an office is an author with it; a bracket with a place is none', () => {
    const title = 'Telegram from the Soviet Mission in Tirana (Sokolnik) to Molotov';
    expect(read(page('Secret', '', title)).document?.coAuthors?.map(({ value }) => value.name)).toEqual([
      'Sokolnik',
    ]);
    const other = read(page('Secret', 'RUBANOV', 'Cable from Rubanov (Bucharest) to Molotov')).document;
    expect(other?.correspondence.sent?.place?.value.name).toBe('Bucharest');
  });
});

describe('head-line-unread', () => {
  const told = (head: string): number[] =>
    read(page(head))
      .file.messages.filter(({ ruleId }) => ruleId === 'head-line-unread')
      .map(({ line }) => line ?? 0);
  test.each([
    ['a line of the opener', 'Secret\n\nHandwritten, series Gamma', [7]],
    ['a list with an office', 'Secret\n\nFair sheets by Orlov, Petrenko, Bonev and the 6th Department', [7]],
    ['words of copies', 'Secret\n\nDistributed to all sections of the Trade Department', [7]],
    ['two', 'Secret\n\nSeries Gamma\nHandwritten fair sheets', [7, 8]],
    [
      'an office below the dateline that is nobody’s',
      'Oslo, 3 March 1952\n\nDirectorate of Harbours and Lights',
      [7],
    ],
  ])('%s', (_, head, lines) => {
    expect(told(head)).toEqual(lines);
  });
  test.each([
    ['marks', 'Secret. Urgent'],
    ['a heading that repeats the kind', 'CIPHERED TELEGRAM\n\nSecret'],
    ['one in spaced letters', 'Secret\n\nM E M O R A N D U M'],
    ['a letterhead and its seat', 'Embassy of the Republic of Norvik\nOslo\n\nSecret'],
    ['a sentence', 'Secret\n\nIt rained.'],
  ])('not for %s', (_, head) => {
    expect(told(head)).toEqual([]);
  });
});

test('an initial of two letters is no part of a key', () => {
  const { document } = read(page('To Comrade A. Ya. Orlov', 'Yu. Belskikh', 'Letter to Orlov'));
  expect(document?.persons.map(({ key }) => key).sort()).toEqual(['belskikh', 'orlov']);
});

test('a page that is dated by the receipt of the document is told so', () => {
  const { file } = read(page('Oslo, 1 March 1952\nReceived 3 March 1952'));
  expect(file.messages.find(({ ruleId }) => ruleId === 'date-conflict')?.reason).toContain(
    'when it was received',
  );
});
