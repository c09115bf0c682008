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
