/** What a report says of hands and copies that only the page as a whole can tell: an office and its holder, the copy by its town, what counts as a paragraph. */
import { describe, expect, test } from 'vitest';
import { read, type Read } from '../read.js';

interface Page {
  title?: string;
  head?: string;
  reference?: string;
  report: string;
}

const page = ({
  title = 'Telegram, Orlov to Minister Petrenko',
  head = 'Secret',
  reference = 'APRF, Fond 3, Opis 1, Delo 2, Listy 4-5',
  report,
}: Page): Read =>
  read(
    `March 3, 1952\n\n${title}\n\n${head}\n\nI saw the port on Monday. The cranes stand idle.\n\nThe clerks count by night and sleep by day.\n\nNobody complains of it. I ask for orders.\n\nORLOV\n\n${report}\n\nDocument Information\n\n${reference}\n`,
  );

const handsOf = ({ document }: Read): (string | undefined)[][] =>
  (document?.hands ?? []).map(({ label, person, certainty }) => [label, person?.name, certainty]);

describe('a hand that is named by office', () => {
  test('is that of the one person of the page who holds it', () => {
    const found = page({ report: '[Beside the second paragraph the Minister wrote: “By whose order?”]' });
    expect(handsOf(found)).toEqual([['Petrenko', 'Petrenko', 'medium']]);
    expect(found.file.messages.find(({ ruleId }) => ruleId === 'hand-inferred')?.reason).toContain(
      'by office (“Minister”)',
    );
  });

  test('is found where the office stands on a line of its own, and not in its domain', () => {
    const report = '[Beside the second paragraph the Minister wrote: “By whose order?”]';
    const title = 'Telegram, Orlov to Petrenko';
    const head = 'Secret\n\nTo Comrade V. M. Petrenko\nMinister of Foreign Trade';
    expect(handsOf(page({ report, title, head }))[0]?.[2]).toBe('medium');
    expect(handsOf(page({ report, title: 'Letter from Orlov to the Minister of Foreign Trade' }))).toEqual([
      ['Minister', undefined, undefined],
    ]);
  });

  test('stays an office where nobody holds it, or another one like it', () => {
    const report = '[Beside the second paragraph the Minister wrote: “By whose order?”]';
    expect(handsOf(page({ report, title: 'Telegram, Orlov to Deputy Minister of Trade Petrenko' }))).toEqual([
      ['Minister', undefined, undefined],
    ]);
  });

  test('is asked for where several hold it', () => {
    const found = page({
      report: '[Beside the second paragraph the Minister wrote: “By whose order?”]',
      title: 'Telegram, Minister Orlov to Minister Petrenko',
    });
    expect(handsOf(found)).toEqual([['Minister', undefined, undefined]]);
    expect(found.file.messages.find(({ ruleId }) => ruleId === 'hand-unknown')?.reason).toContain(
      'Orlov or Petrenko',
    );
  });
});

describe('the copy that a report names', () => {
  const reference = 'PA AA, MfAA, A 3588, Bl. 112-113; AAN, KC PZPR, sygn. 237/XXII-1093, k. 15';
  const report = (name: string): string =>
    `[In the ${name} copy the word “cranes” is underlined twice in green. On the back of the same copy somebody noted: “Seen.”]`;

  test('bears its notes, and is nobody’s hand', () => {
    const found = page({ reference, report: report('Berlin') });
    const { document } = found;
    expect(document?.copies.map(({ bearsNotes }) => bearsNotes?.rule)).toEqual(['copy-told', undefined]);
    expect(document?.marginalia.map(({ copy, medium }) => [copy, medium])).toEqual([
      ['Berlin', 'in green'],
      ['Berlin', undefined],
    ]);
    expect(document?.persons.map(({ name }) => name)).not.toContain('Berlin');
    expect(found.ruleIds).not.toContain('notes-copy-unknown');
  });

  test('bears them where it leads in a sentence whose subject is the hand', () => {
    const { document, ruleIds } = page({
      reference: 'APRF, f. 3, op. 64, d. 16, l. 12; AVP RF, Fond 059a, Opis 4, Delo 9, Papka 6, Listy 83-85',
      report:
        '[On the copy in AVP RF Petrenko underlined the last sentence of the first paragraph and wrote in the left margin beside the second paragraph, “No.” Beside the final paragraph there is a note in another hand: “Seen.”]',
    });
    expect(document?.copies.map(({ bearsNotes }) => bearsNotes?.rule)).toEqual([
      undefined,
      'named-in-report',
    ]);
    expect(document?.marginalia.map(({ copy, hand }) => [copy, hand])).toEqual([
      ['AVP RF', 'hand-petrenko'],
      ['AVP RF', 'hand-petrenko'],
      [undefined, 'hand-unknown'],
    ]);
    expect(ruleIds).not.toContain('hand-unknown');
  });

  test('is asked for, with its name, where none is known to be it', () => {
    const found = page({ reference, report: report('Prague') });
    expect(found.document?.copies.some(({ bearsNotes }) => bearsNotes)).toBe(false);
    expect(found.file.messages.find(({ ruleId }) => ruleId === 'notes-copy-unknown')?.reason).toContain(
      '“Prague”',
    );
  });
});

test('a sentence of a paragraph is a passage of its own, with the brackets in it', () => {
  const { document } = read(
    'March 3, 1952\n\nTelegram, Orlov to Petrenko\n\nSecret\n\nI saw the port [of Murmansk] on Monday. The cranes [the old ones] stand idle. Nobody works.\n\nI ask for orders.\n\nORLOV\n\n[The second sentence of the first paragraph is underlined.]\n\nDocument Information\n\nAPRF, Fond 3, Opis 1, Delo 2, List 4\n',
  );
  const [paragraph] = document?.children.filter(({ type }) => type === 'paragraph') ?? [];
  const kinds = paragraph?.type === 'paragraph' ? paragraph.children.map(({ type }) => type) : [];
  expect(kinds).toEqual(['text', 'supplied', 'text', 'passage', 'text']);
  expect(document?.marginalia[0]?.anchors).toEqual(['passage-1']);
});

describe('a name alone before the words of a note', () => {
  const addressees = (report: string): unknown =>
    page({ head: 'Secret\n\nCopies: Karpov, Belov', report }).document?.marginalia.map((note) =>
      (note.addressees ?? []).map(({ name }) => name),
    );
  test('is whom it is for, where the page knows him', () => {
    expect(addressees('[At the top Petrenko wrote: “Karpov. Your opinion by Monday.”]')).toEqual([
      ['Karpov'],
    ]);
  });
  test('is a word like any other, where it does not', () => {
    expect(addressees('[At the top Petrenko wrote: “Agreed. Your opinion by Monday.”]')).toEqual([[]]);
  });
});

test('whose hand is not said may be that of the notes before', () => {
  const found = page({
    report:
      '[Notations by Petrenko in blue pencil: “Agreed” opposite the first paragraph. Across the top of the first page: “By Monday.”]',
  });
  const reason = found.file.messages.find(({ ruleId }) => ruleId === 'hand-unknown')?.reason;
  expect(reason).toContain('the notes before it are by Petrenko (in blue pencil)');
});

describe('a hand that a report does not tell for certain', () => {
  const why = (report: string): string[] =>
    page({ report, title: 'Telegram, Orlov to Petrenko' }).file.messages.flatMap(({ ruleId, reason }) =>
      ruleId === 'hand-unknown' || ruleId === 'hand-inferred' ? [`${ruleId}: ${reason}`] : [],
    );

  test('is that of the signer, by a pronoun, and no more certain than the signature', () => {
    const found = page({
      report: '[At the top: “To the archive. V. Petrenko.” Beside the second paragraph he noted “whose?”]',
    });
    expect(handsOf(found)).toEqual([['V. Petrenko', 'V. Petrenko', 'medium']]);
    expect(found.document?.marginalia.map(({ hand }) => hand)).toEqual(['hand-petrenko', 'hand-petrenko']);
    expect(
      found.file.messages.filter(({ ruleId }) => ruleId === 'hand-inferred').map(({ reason }) => reason),
    ).toEqual([expect.stringContaining('as the signature of'), expect.stringContaining('by a pronoun')]);
  });

  test('is said to be told by a pronoun only where it is', () => {
    const { document } = page({
      report: '[Petrenko wrote “agreed” beside the first paragraph. At the top he wrote “whose?”]',
    });
    expect(document?.marginalia.map(({ hand, handByPronoun }) => [hand, handByPronoun])).toEqual([
      ['hand-petrenko', undefined],
      ['hand-petrenko', true],
    ]);
  });

  test('is offered where the note before is signed', () => {
    expect(
      why('[At the top: “To the archive. V. Petrenko.” Beside the second paragraph: “whose?”]')[1],
    ).toMatch(/^hand-unknown: .*the notes before it are by V\. Petrenko/u);
  });

  test('is offered where the sentence names somebody', () => {
    expect(why('[Tick and underlining beside the second paragraph, perhaps Petrenko.]')[0]).toMatch(
      /^hand-unknown: It was not understood .* names Petrenko/u,
    );
  });
});
