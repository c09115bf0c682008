/** What the reading of a page tells the editor: each notice with the least page that raises it, at its place. */
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { readSidecar, type Sidecar } from '../../src/config/sidecar.js';
import { read } from './read.js';

const information = 'Document Information\n\nAPRF, Fond 3, Opis 1, Delo 2, Listy 4-5\n';
const idle = 'I went to the port for two days. The cranes stand idle for want of oil.';

/** A telegram: its body begins in line 7. */
const page = (body: string, head = 'Secret', after = information): string =>
  `March 3, 1952\n\nTelegram, Orlov to Petrenko\n\n${head}\n\n${body}\n\nORLOV\n\n${after}`;

/** Rule, line, column, last column and message of all notices. */
const notices = (text: string, sidecar?: Sidecar): unknown[][] =>
  read(text, sidecar).file.messages.map(({ ruleId, line, column, place, reason }) => [
    ruleId,
    line,
    column,
    place && 'end' in place ? place.end.column : undefined,
    reason,
  ]);

describe('notices of reading', () => {
  test('a whole telegram has none', () => {
    expect(notices(page(idle))).toEqual([]);
  });

  test('no-transcription: a title and a shelfmark make no document', () => {
    const text = `March 3, 1952\n\nTelegram, Orlov to Petrenko\n\n${information}`;
    expect(notices(text)).toEqual([
      ['no-transcription', 1, 1, 14, 'Unexpected a page without the text of a document'],
    ]);
    expect(read(text).document).toBeUndefined();
  });

  test('title-missing: the only likely title is text by the word of the editor', async () => {
    const text = `The stores at Norvik\n\n${idle}\n\nI propose to wait.\n\n${information}`;
    expect(notices(text)).toEqual([]);
    const file = new VFile({ path: 'source.yaml' });
    const sidecar = await readSidecar('blocks: [{ quote: The stores at Norvik, is: body }]', file, [
      { id: 'editor-1', name: 'A. Editor' },
    ]);
    expect(notices(text, sidecar)).toEqual([
      ['title-missing', 1, 1, 21, 'Unexpected a page whose title was not found'],
    ]);
    expect(read(text, sidecar).document?.title).toMatchObject({
      value: 'The stores at Norvik',
      origin: { kind: 'inferred', rule: 'first-line', certainty: 'low' },
    });
  });

  test('language-unknown: at the first letter of the text', () => {
    expect(notices('Telegram, Orlov to Petrenko\n\nZxq vrt mlk pqr wst bnm.\n')).toEqual([
      ['language-unknown', 3, 1, 2, 'Unexpected a text whose language was not recognised'],
    ]);
  });

  test('page-line-unplaced: a line before the first label', () => {
    const after = information.replace('\n\n', '\n\nQuite another line.\n\n');
    expect(notices(page(idle, 'Secret', after))).toEqual([
      [
        'page-line-unplaced',
        13,
        1,
        20,
        'Unexpected a line in the information about the document that stands under no label',
      ],
    ]);
  });

  const stray = 'This paragraph stands below the shelfmark, where no label says what it is.';

  test('prose-unplaced: a paragraph below the shelfmark', () => {
    expect(notices(page(idle, 'Secret', `${information}\n${stray}\n`))).toEqual([
      [
        'prose-unplaced',
        15,
        1,
        75,
        'Unexpected a paragraph in the information about the document that stands under no label',
      ],
    ]);
  });

  test('text-unplaced: more paragraphs below the shelfmark than in the text', () => {
    const more = (count: number): string => `${stray}\n\n`.repeat(count);
    const ids = (count: number): unknown[] =>
      notices(page(idle, 'Secret', `${information}\n${more(count)}`)).map(([id]) => id);
    expect(ids(2)).not.toContain('text-unplaced');
    expect(ids(3)).toContain('text-unplaced');
    expect(ids(3).filter((id) => id === 'prose-unplaced')).toHaveLength(3);
  });

  test.each([
    ['opened', idle.replace('port', '[port'), 15],
    ['closed', idle.replace('port', 'port]'), 19],
  ])('bracket-unbalanced: a bracket that is only %s', (_, body, column) => {
    expect(notices(page(body))).toEqual([
      [
        'bracket-unbalanced',
        7,
        column,
        column + 1,
        'A square bracket has no counterpart in the same paragraph; it was kept as a character',
      ],
    ]);
  });

  test('list-ambiguous: a second point after two first ones', () => {
    const body =
      'He asked for these things:\n\n1. The cranes, of which there are several:\n\n1. Those of the north.\n\n2. Those of the south.';
    expect(notices(page(body))).toContainEqual([
      'list-ambiguous',
      13,
      1,
      3,
      'Unexpected number 2., which can go on with either of two lists',
    ]);
  });

  test('list-end-ambiguous: sentences after the last number, where the others have several', () => {
    const body =
      'He asked for these things: 1. The cranes are to come. They are old. 2. The parts are to come. They are new. I promised nothing.';
    expect(notices(page(body))).toEqual([
      [
        'list-end-ambiguous',
        7,
        body.indexOf('2. ') + 4,
        body.length + 1,
        'Unexpected several sentences after the last number of a list, expected one, as after its other numbers',
      ],
    ]);
    expect(notices(page(body.replaceAll(/ They are \w+\./g, '')))).toEqual([]);
  });

  test('received-before-sent: at the date of receipt', () => {
    const head = 'Sent 5 hours 40 minutes 3.III.1952\nReceived 7 hours 15 minutes 2.III.1952\n\nFrom Mukden';
    expect(notices(page(idle, head))).toEqual([
      ['received-before-sent', 6, 29, 39, 'Unexpected receipt on 1952-03-02, before sending on 1952-03-03'],
    ]);
    expect(notices(page(idle, head.replace('2.III', '3.III')))).toEqual([]);
  });

  test('abstract-uncertain: a last paragraph that names somebody of the title', () => {
    const last = 'The clerks told Petrenko of it.';
    const text = page(idle).replace('ORLOV', last);
    expect(notices(text)).toEqual([
      [
        'abstract-uncertain',
        9,
        1,
        last.length + 1,
        'The last paragraph was taken for text; it has signs of an abstract',
      ],
    ]);
    expect(read(text).file.messages[0]?.note).toContain('quote: "The clerks told Petrenko of it."');
  });
});
