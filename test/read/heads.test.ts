/** Heads of documents of several archives: datelines without a date, letterheads, labelled fields. */
import { describe, expect, test } from 'vitest';
import { read } from './read.js';

const body =
  'The cranes of the port stand idle for want of oil, and nobody knows when it will come.\n\nWe have asked the ministry twice and had no answer from it so far.';
const page = (title: string, head: string, close = ''): string =>
  `March 3, 1952\n\n${title}\n\n${head}\n\n${body}\n\n${close}\n\nDocument Information\n\nAPRF, Fond 3, Opis 1, Delo 2, Listy 4-5\n`;
const sentOf = (title: string, head: string): unknown[] => {
  const sent = read(page(title, head, 'I. BELOV')).document?.correspondence.sent;
  return [sent?.place?.value.name, sent?.dispatch?.value];
};
const partsOf = (head: string): string[] =>
  (read(page('Telegram, I. Belov to P. Chernov', head)).document?.children ?? []).flatMap((block) =>
    block.type === 'opener'
      ? block.children.map(({ type }) => type)
      : block.type === 'paragraph'
        ? []
        : [block.type],
  );

describe('a dateline without a date', () => {
  test.each([
    ['Bucharest, No. 0914\n\nTop Secret', 'Bucharest', '0914'],
    ['Helsinki, No. 41/s\n\nSecret', 'Helsinki', '41/s'],
    ['Sofia, Legation, no. 12\n\nSecret', 'Sofia', '12'],
    ['From Trieste\n\nSecret', 'Trieste', undefined],
    ['Incoming No. 1122\nfrom Trieste\n\nSecret', 'Trieste', undefined],
  ])('%s', (head, place, number) => {
    expect(sentOf('Telegram, I. Belov to P. Chernov', head)).toEqual([place, number]);
  });
  test.each(['Protocol, No. 12\n\nSecret', 'Special Folder, No. 12\n\nSecret', 'Ministry, No. 12\n\nSecret'])(
    'no place: %s',
    (head) => {
      expect(sentOf('Letter, I. Belov to P. Chernov', head)[0]).toBeUndefined();
    },
  );
  test('a place that only its form shows is marked as inferred', () => {
    const { document } = read(page('Telegram, I. Belov to P. Chernov', 'Bucharest, No. 0914'));
    expect(document?.correspondence.sent?.place?.origin).toMatchObject({ certainty: 'medium' });
  });
});

describe('letterheads', () => {
  test.each([
    ['BRITISH EMBASSY,\nROME\n12 March 1952\n\nSecret', 'ROME'],
    ['BRITISH EMBASSY, ROME\n\nSecret', 'ROME'],
    ["British Chargé d'Affaires' Office,\nPEKING.\n\nSecret", 'PEKING'],
    ['THE WHITE HOUSE\nWASHINGTON\n\nMarch 12, 1952\n\nSecret', 'WASHINGTON'],
    ['EMBASSY OF THE USSR IN THE DPRK\n\nSecret', undefined],
    ['MINISTRY OF FOREIGN AFFAIRS\nChancery\n\nSecret', undefined],
    ['LAGOS\n\nSecret', undefined],
  ])('%s', (head, place) => {
    const { document } = read(page('Letter, I. Belov to P. Chernov', head));
    expect(document?.correspondence.sent?.place?.value.name).toBe(place);
    expect(partsOf(head)).not.toContain('heading');
  });
  test('a first sentence that names an office is of the text', () => {
    expect(partsOf('Secret\n\nThe delegation arrived and was met at the station.')).toEqual(['secrecyMark']);
  });
});

test('labels of place, time and receiver', () => {
  const { document } = read(
    page(
      'Telegram on the Port',
      'Sender: Embassy in Tirana\nPlace of dispatch: Tirana\nReceiver: Ministry of Trade\nTime: 14:20\nDate: 12.3.1952',
    ),
  );
  const { sent, addressees } = document?.correspondence ?? {};
  expect(sent?.place?.value.name).toBe('Tirana');
  expect(sent?.time?.value.when).toBe('14:20');
  expect(sent?.date?.value.when).toBe('1952-03-12');
  expect(sent?.person?.value.name).toBe('Embassy in Tirana');
  expect(addressees?.map(({ value }) => value.name)).toEqual(['Ministry of Trade']);
});

test('a name with initials that could be numbers signs', () => {
  const { document } = read(page('Letter on the Port', 'Secret', 'V. I. BELOV'));
  expect(document?.author?.value.name).toBe('V. I. BELOV');
});

test('a word of address alone names nobody: who is addressed stands below it', () => {
  const head = 'To Comrade\nJ. Dryglas\nDeputy Director of Department II';
  const { document } = read(page('Note on the Port', head, 'I. BELOV'));
  expect(document?.correspondence.addressees.map(({ value }) => value.name)).toEqual(['J. Dryglas']);
});

describe('a page of one paragraph', () => {
  const prose =
    'The cranes of the port stand idle for want of oil, and nobody knows when it will come. I ask you to send it.';
  test.each([
    ['alone', prose, ['title-missing']],
    ['with its date', `March 3, 1952\n\n${prose}`, ['title-missing']],
    ['with a title', `Letter, I. Belov to P. Chernov\n\n${prose}`, []],
    [
      'with a reference',
      `${prose}\n\nDocument Information\n\nAPRF, Fond 3, Opis 1, Delo 2, Listy 4-5`,
      ['title-missing'],
    ],
  ])('%s', (_, source, told) => {
    const { document, ruleIds } = read(source);
    expect(document?.children.map(({ type }) => type)).toEqual(['paragraph']);
    expect(ruleIds.filter((id) => id === 'title-missing' || id === 'no-transcription')).toEqual(told);
  });
  test('a title alone is no document', () => {
    expect(read('Letter, I. Belov to P. Chernov').ruleIds).toContain('no-transcription');
  });
});

describe('times in four figures', () => {
  test.each([
    ['Received 1652Z, 3 March 1952', '16:52'],
    ['Received 0915 hrs 3 March 1952', '09:15'],
    ['Received 2561Z, 3 March 1952', undefined],
    ['Received No. 1652, 3 March 1952', undefined],
  ])('%s', (head, time) => {
    const { document } = read(page('Telegram, I. Belov to P. Chernov', `TELNO 418\n${head}`, 'I. BELOV'));
    expect(document?.correspondence.received?.time?.value.when).toBe(time);
    expect(document?.correspondence.sent?.dispatch?.value).toBe('418');
  });
});

describe('from where and to whom a dispatch goes', () => {
  const title = 'Telegram, I. Belov to the Office of Trade';
  const facts = (head: string, of = title): unknown[] => {
    const { correspondence } = read(page(of, head, 'I. BELOV')).document ?? {};
    return [
      correspondence?.sent?.place?.value.name,
      correspondence?.addressees.map(({ value }) => value.name.toLowerCase()),
    ];
  };
  test.each([
    ['IMMEDIATE TUNIS TO TRADE OFFICE\n\nTELNO 12', 'TUNIS', ['trade office']],
    ['MOST URGENT. ADDIS ABABA TO TRADE OFFICE', 'ADDIS ABABA', ['trade office']],
    ['From Tunis to Trade Office\n\nSecret', 'Tunis', ['trade office']],
    ['FROM TUNIS TO TRADE OFFICE\nTELNO 12', 'TUNIS', ['trade office']],
    ['TO PRIORITY TRADEDEPT 4471\nSECRET', undefined, ['tradedept']],
    // A sentence and a heading that repeats the title are none.
    ['The envoy went from Tunis to Sfax', undefined, ['office of trade']],
  ])('%s', (head, place, addressees) => {
    expect(facts(head)).toEqual([place, addressees]);
  });
  test('the title again is a heading', () => {
    expect(facts('BELOV TO CHERNOV\n\nSecret', 'Telegram, Belov to Chernov')).toEqual([
      undefined,
      ['chernov'],
    ]);
  });
  test('the mark of urgency is one of handling', () => {
    expect(partsOf('IMMEDIATE TUNIS TO TRADE OFFICE')).toEqual(['handlingMark', 'dateline']);
  });
});

test('a date under the title is the text’s where the page has one above it', () => {
  const { document } = read(page('Letter, I. Belov to P. Chernov', '5 March 1952\n\nNo. 18', 'I. BELOV'));
  expect(document?.correspondence.sent?.date?.verbatim).toBe('5 March 1952');
  expect(document?.pageDate?.value.when).toBe('1952-03-03');
});

test('a list of distribution at the head: a line is an entry, and none of them an addressee', () => {
  const { document } = read(
    page(
      'Note, Belov to Chernov and Orlov',
      'Distribution:\nComrade Chernov\nComrade Petrov\nMinistry of Trade, HV A\nN. and E. African Dept.\nFiled\n\nNote',
      'Belov',
    ),
  );
  const { addressees, copiesTo, fileCopy } = document?.correspondence ?? {};
  expect(addressees?.map(({ value }) => value.name)).toEqual(['Chernov', 'Orlov']);
  expect(copiesTo?.map(({ value }) => value.name)).toEqual([
    'Chernov',
    'Petrov',
    'Ministry of Trade, HV A',
    'N. and E. African Dept',
  ]);
  expect(fileCopy?.value).toBe('Filed');
});

describe('a place under who is addressed', () => {
  test.each([
    ['To: Department II of the Ministry of Foreign Affairs\nBUDAPEST', 'BUDAPEST'],
    ['To Comrade Chernov\nMoscow', 'Moscow'],
    ['To Comrade Chernov\nCHIEF OF STAFF', undefined],
    ['To Comrade Chernov\nDirector', undefined],
    ['To Comrade Chernov\nPetr Grekov', undefined],
    ['To Comrade Chernov\nGrekov', undefined],
    ['TO COMRADE CHERNOV\nGREKOV', undefined],
  ])('%s', (head, place) => {
    const { document } = read(page('Letter, I. Belov to P. Chernov', head));
    expect(document?.correspondence.received?.place?.value.name).toBe(place);
    if (place !== undefined) {
      expect(document?.correspondence.received?.place?.origin).toMatchObject({ certainty: 'medium' });
      expect(document?.places.map(({ name }) => name)).toEqual([place]);
    }
  });
});

test('a date whose year is the page’s has it in the text as in the header', () => {
  const { document } = read(
    page('Telegram, I. Belov to P. Chernov', 'Secret', 'I. BELOV\n\nSent on 4:10 am, 3 July'),
  );
  const dates = JSON.stringify(document?.children).match(/"type":"date".*?"when":"[^"]*"/gu) ?? [];
  expect(document?.correspondence.transmitted?.date?.value.when).toBe('1952-07-03');
  expect(dates.join()).toContain('"when":"1952-07-03"');
});
