/** Pages drawn as text: what stands where. A character is a cell of 5 × 10 pt. */
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import type { Galley, GalleyBlock } from '../../src/galley/types.js';
import { typeset } from '../../src/typeset/index.js';
import { drawPage } from '../../src/typeset/view.js';
import { everyThird, fixedWidth, never } from './fixed-width.js';
import { beside, call, footnote, galley, item, marginal, p, points, section, t } from './galleys.js';
import { cell, plainDesign, reading, type PlainShape } from './plain-design.js';

function draw(content: Galley, shape: PlainShape = {}, hyphenator = never): string {
  const file = new VFile({ path: 'test.xml' });
  const pages = [...typeset(content, plainDesign(shape), fixedWidth(), hyphenator, file).pages()];
  const drawn = pages.map((page) => `== ${page.side} ${page.label}\n${drawPage(page, cell)}`);
  return `\n${[...drawn, ...file.messages.map((message) => `${String(message.ruleId)}: ${message.reason}`)].join('\n')}\n`;
}

const short = 'one two three four five six seven eight nine ten';
const long = `${short} ${short} ${short} ${short}`;

describe('paragraphs', () => {
  it('never divide an address, nor end a line in it', () => {
    const address = { type: 'span' as const, style: 'code' as const, children: [t('[email protected]')] };
    const set = (style?: 'code'): string =>
      draw(
        galley([
          p('paragraph-first', [t('one two '), style ? address : t('[email protected]'), t(' three')]),
        ]),
        {
          columns: 20,
          change: { spans: { ...reading.spans, code: { hyphenate: false } } },
          lines: 4,
        },
        everyThird,
      );
    expect(set()).not.toContain('[email protected]');
    expect(set('code')).toContain('[email protected]');
  });

  it('end no line of a title in a word that asks for the next', () => {
    const set = (joining: readonly string[]): string =>
      draw(
        { ...galley([p('title', 'Letter, Orlov to Brandt and Weiss')]), joining },
        {
          columns: 20,
          lines: 4,
          blocks: { title: { balanced: true } },
        },
      );
    expect(set([])).toContain('  Letter, Orlov to\n');
    expect(set(['to', 'and'])).toContain('  to Brandt and Weiss\n');
  });

  it('has titles of as few lines as they need, none ending inside a name', () => {
    const set = (title: string, columns: number): string[] =>
      draw(
        { ...galley([p('title', title)]), joining: ['on', 'the', 'to'] },
        {
          columns,
          lines: 6,
          blocks: { title: { balanced: true } },
        },
      )
        .split('\n')
        .slice(2)
        .map((line) => line.trim())
        .filter((line) => line !== '' && line !== '1');
    expect(set('Letter, G. Abashin to Ya. Malik', 26)).toEqual(['Letter, G. Abashin', 'to Ya. Malik']);
    expect(set('Dispatch of Chargé d’Affaires', 18)).toEqual(['Dispatch of', 'Chargé d’Affaires']);
    expect(set('Dispatch “On the Unions of Ethiopia”', 23)).toEqual([
      'Dispatch “On the Unions',
      'of Ethiopia”',
    ]);
    expect(set('one two three four five six seven', 24)).toHaveLength(2);
  });

  it('sets a title smaller that would have more lines than the design allows', () => {
    const sizes = (words: string): number[] => {
      const title = { balanced: true, size: 20, smaller: { lines: 1, size: 10, leading: 1 } };
      const design = plainDesign({ columns: 30, lines: 6, blocks: { title } });
      const pages = [
        ...typeset(galley([p('title', words)]), design, fixedWidth(), never, new VFile()).pages(),
      ];
      const runs = pages.flatMap(({ items }) =>
        items.flatMap((item) => (item.kind === 'run' && 'structure' in item.belongs ? [item.size] : [])),
      );
      return [...new Set(runs)];
    };
    expect(sizes('one two')).toEqual([20]);
    expect(sizes('one two three four')).toEqual([10]);
  });

  it('divides no word with brackets of an editor in it', () => {
    const set = (word: string): string =>
      draw(galley([p('paragraph-first', `one ${word}`)]), { columns: 12, lines: 4 }, everyThird);
    expect(set('laboratory')).toContain('-');
    expect(set('lab[oratory]')).not.toContain('-');
  });

  it('keeps the dash of a label with its number and its name, and a doubt with its word', () => {
    const set = (words: string): string =>
      draw(galley([p('paragraph-first', words)]), { columns: 20, lines: 4 });
    expect(set('one two Com. Three, 3 - Com. Molotov')).toContain('  3 - Com. Molotov');
    expect(set('one two three four f (?)')).toContain('  f (?)');
  });

  it('indents all but the first', () => {
    expect(draw(galley([p('paragraph-first', short), p('paragraph', short)]), { columns: 24, lines: 6 }))
      .toMatchInlineSnapshot(`
        "
        == recto 1
          one two three four five
          six seven eight nine ten
            one two three four
          five six seven eight
          nine ten



                      1
        "
      `);
  });

  it('justifies lines but the last', () => {
    expect(
      draw(galley([p('paragraph-first', long)]), { columns: 33, lines: 8, look: { alignment: 'justified' } }),
    ).toMatchInlineSnapshot(`
      "
      == recto 1
        one two three four five six seven
        eight nine ten one two three four
        five  six  seven eight  nine  ten
        one two three four five six seven
        eight nine ten one two three four
        five six seven eight nine ten




                        1
      "
    `);
  });

  it('divides words where lines would else be loose, at least so many letters from their ends', () => {
    const words = p('paragraph-first', 'abcdefghij klmnopqrst abcdefghij klmnopqrst abcdefghij klmnopqrst');
    const shape: PlainShape = { columns: 16, lines: 6, look: { alignment: 'justified' } };
    expect(draw(galley([words]), shape, everyThird)).toMatchInlineSnapshot(`
      "
      == recto 1
        abcdefghij  klm-
        nopqrst  abcdef-
        ghij  klmnopqrst
        abcdefghij  klm-
        nopqrst



                1
      "
    `);
  });

  it('keeps a number with its sign', () => {
    expect(
      draw(galley([p('paragraph-first', 'From Pyongyang, No. 4040 of 8.II.1950')]), {
        columns: 19,
        lines: 4,
      }),
    ).toMatchInlineSnapshot(`
      "
      == recto 1
        From Pyongyang,
        No. 4040 of
        8.II.1950



                 1
      "
    `);
  });

  it('parts sections by a rule in the middle, none at the head of a page', () => {
    const rule: GalleyBlock = { type: 'ornament' };
    const content = galley([rule, p('paragraph-first', 'one'), rule, p('paragraph-first', 'two')]);
    expect(draw(content, { columns: 24, lines: 6 })).toMatchInlineSnapshot(`
      "
      == recto 1
        one
        ──────
        two





                    1
      "
    `);
    const design = plainDesign({ lines: 6 });
    const [page] = typeset(content, design, fixedWidth(), never, new VFile()).pages();
    const heights = page?.items.flatMap((item) =>
      item.kind === 'rule' || (item.kind === 'run' && 'structure' in item.belongs) ? [item.y] : [],
    );
    expect(heights?.map(Math.round)).toEqual([30, 38, 50]);
  });

  it('hangs labels clear of the text', () => {
    expect(
      draw(
        galley([
          points(
            item('1.', p('item', short), p('item-following', short)),
            item('2.', p('item', 'again')),
            item('10.', p('item', 'a label wider than its place'), points(item('a)', p('item', short)))),
          ),
          p('source', short, { label: 'a' }),
        ]),
        { columns: 26, lines: 14 },
      ),
    ).toMatchInlineSnapshot(`
      "
      == recto 1
        1.  one two three four
            five six seven eight
            nine ten
            one two three four
            five six seven eight
            nine ten
        2.  again
        10. a label wider than
            its place
            a) one two three four
               five six seven
               eight nine ten
        a  one two three four
           five six seven eight
           nine ten

                     1
      "
    `);
  });

  it('sets a secrecy mark on the line of the heading where there is room', () => {
    const head: GalleyBlock = { type: 'heading', level: 2, style: 'head', children: [t('Telegram')] };
    const letter = galley([head, p('secrecy', 'Strictly secret'), p('paragraph-first', short)]);
    expect(draw(letter, { columns: 30, lines: 9 })).toMatchInlineSnapshot(`
      "
      == recto 1
        Telegram       Strictly secret
        one two three four five six
        seven eight nine ten








                       1
      "
    `);
    expect(draw(letter, { columns: 22, lines: 6 })).toMatchInlineSnapshot(`
      "
      == recto 1
        Telegram
               Strictly secret
        one two three four
        five six seven eight
        nine ten



                   1
      "
    `);
  });

  it('sets a secrecy mark that comes first on the line that follows', () => {
    const letter = galley([
      p('secrecy', 'Secret'),
      p('dateline', '8.II.1950'),
      p('paragraph-first', 'Text.'),
    ]);
    expect(draw(letter, { columns: 30, lines: 4 })).toMatchInlineSnapshot(`
      "
      == recto 1
        8.II.1950               Secret
        Text.




                       1
      "
    `);
  });

  it('parts the close of a letter from its text, not its lines from each other', () => {
    const letter = galley([
      p('paragraph', short),
      p('closer', 'Greetings,'),
      p('signed', 'N. Arsen'),
      p('signed', 'Chairman'),
    ]);
    const group = { group: 'closer', leave: 1 };
    const blocks = { closer: group, signed: { ...group, alignment: 'end' as const } };
    expect(draw(letter, { columns: 30, lines: 8, blocks })).toMatchInlineSnapshot(`
      "
      == recto 1
          one two three four five six
        seven eight nine ten

        Greetings,
                              N. Arsen
                              Chairman




                       1
      "
    `);
  });

  it('cuts a word that is wider than its column, and says so', () => {
    expect(
      draw(galley([p('paragraph-first', 'a honorificabilitudinitatibus https://example.org/a/b/c?d=efgh')]), {
        columns: 12,
        lines: 7,
      }),
    ).toMatchInlineSnapshot(`
      "
      == recto 1
        a honorif-
        icabilitu-
        dinitatibus
        https://
        example.org/
        a/b/c?d=efgh



              1
      word-cut: “honorificabilitudinitatibus” is wider than its column and was divided where it can
      "
    `);
  });
});

describe('marginal notes', () => {
  const notes = [marginal('n1', 'Stalin', 'it is possible'), marginal('n2', 'Molotov', 'no')];

  it('start at the line of their anchor, flush to the text on both sides', () => {
    expect(
      draw(
        galley(
          [
            p('paragraph-first', [beside('n1'), long]),
            p('paragraph', ['one two three four five six seven ', beside('n2'), long]),
          ],
          notes,
        ),
        { columns: 30, lines: 8 },
      ),
    ).toMatchInlineSnapshot(`
      "
      == recto 1
        one two three four five six   │ Stalin
        seven eight nine ten one two    it is possible
        three four five six seven
        eight nine ten one two three
        four five six seven eight nine
        ten one two three four five
        six seven eight nine ten



                       1
      == verso 2
                        2                         Left

                          one two three four five six
               Molotov │seven one two three four five
                    no  six s▚ven eight nine ten one
                        two three four five six seven
                        eight nine ten one two three
                        four five six seven eight nine
                        ten one two three four five
                        six seven eight nine ten
      "
    `);
  });

  it('are pushed down by the note above, several at one anchor too', () => {
    expect(
      draw(
        galley(
          [p('paragraph-first', [beside('n1', 'n2'), short]), p('paragraph', [beside('n3'), long])],
          [...notes, marginal('n3', 'Beria', 'agreed')],
        ),
        { columns: 30, lines: 9 },
      ),
    ).toMatchInlineSnapshot(`
      "
      == recto 1
        one two three four five six   │ Stalin
        seven eight nine ten            it is possible
          one two three four five     │ Molotov
        six seven eight nine ten one    no
        two three four five six seven │ Beria
        eight nine ten one two three    agreed
        four five six seven eight nine
        ten one two three four five
        six seven eight nine ten


                       1
      "
    `);
  });

  it('go on overleaf when they must, and those below follow', () => {
    expect(
      draw(
        galley(
          [p('paragraph-first', [short, ' ', beside('n1'), short]), p('paragraph', [beside('n2'), short])],
          [marginal('n1', 'Stalin', long), notes[1] ?? marginal('n2', 'Molotov', 'no')],
        ),
        { columns: 24, lines: 6 },
      ),
    ).toMatchInlineSnapshot(`
      "
      == recto 1
        one two three four five
        six seven eight nine ten
        one two three four five │ Stalin
        six seven eight nine ten  one two three
          one two three four      four five six
        five six seven eight      seven eight↓
        nine ten

                    1
      == verso 2
                        2                   Left

         ↑nine ten one
        two three four
        five six seven
        eight nine ten
         one two three
        ↓four five six
      == recto 3
        Right                  3

                                  seven eight↑
                                  nine ten one
                                  two three four
                                  five six seven
                                  eight nine ten
      == verso 4
                        4                   Left

              ↑Molotov
                    no
      "
    `);
  });

  it('do not leave one line for the next page', () => {
    const note = marginal('n1', 'Stalin', 'one two three four five six seven eight nine ten eleven');
    expect(
      draw(galley([p('paragraph-first', [beside('n1'), `${long} ${long}`])], [note]), {
        columns: 24,
        lines: 5,
      }),
    ).toMatchInlineSnapshot(`
      "
      == recto 1
        one two three four five │ Stalin
        six seven eight nine ten  one two three
        one two three four five   four five
        six seven eight nine ten  six seven↓
        one two three four five


                    1
      == verso 2
                        2                   Left

           ↑eight nine  six seven eight nine ten
            ten eleven  one two three four five
                        six seven eight nine ten
                        one two three four five
                        six seven eight nine ten
      == recto 3
        Right                  3

        one two three four five
        six seven eight nine ten
        one two three four five
        six seven eight nine ten
        one two three four five
        six seven eight nine ten
      "
    `);
  });

  it('may call footnotes, which stand at the foot of their page', () => {
    const note = marginal('n1', 'Stalin', '', {
      children: [p('marginal-words', ['agreed', call('f1', '1')])],
    });
    expect(
      draw(
        galley([p('paragraph-first', [beside('n1'), short])], [note, footnote('f1', '1', 'In red pencil.')]),
        {
          columns: 24,
          lines: 6,
        },
      ),
    ).toMatchInlineSnapshot(`
      "
      == recto 1
        one two three four five │ agreed1
        six seven eight nine ten


        ──────
        1  In red pencil.


                    1
      "
    `);
  });

  it('stand at the top when they were written there', () => {
    expect(
      draw(
        galley(
          [
            section('front', { type: 'heading', level: 1, style: 'title', children: [t('Title')] }),
            section('document', p('head', [beside('top'), 'Telegram']), p('paragraph-first', short)),
          ],
          [marginal('top', 'Stalin, at the top', 'answer today', { place: 'top' })],
        ),
        { columns: 24, lines: 6 },
      ),
    ).toMatchInlineSnapshot(`
      "
      == recto 1
        Title
        Telegram                │ Stalin, at
        one two three four five   the top
        six seven eight nine ten  answer today




                    1
      "
    `);
  });

  it('stand at the last line of their block when they were written at the end', () => {
    const content = galley(
      [p('paragraph-first', [beside('end'), short])],
      [marginal('end', 'Stalin', 'no', { place: 'end' })],
    );
    expect(draw(content, { columns: 24, lines: 4 })).toMatchInlineSnapshot(`
      "
      == recto 1
        one two three four five
        six seven eight nine ten│ Stalin
                                  no



                    1
      "
    `);
    // For a listener it comes after the words, the last of which refers to it.
    const file = new VFile({ path: 'test.xml' });
    const setting = typeset(content, plainDesign({ columns: 24, lines: 4 }), fixedWidth(), never, file);
    const runs = [...setting.pages()].flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'run' && 'structure' in item.belongs ? [item] : [])),
    );
    const { structure } = setting;
    const link = structure.find(({ parent }) => structure[parent ?? -1]?.role === 'Reference');
    const linked = runs.filter(({ belongs }) => 'structure' in belongs && belongs.structure === link?.id);
    expect(linked.map(({ shaped }) => shaped.text)).toEqual(['ten']);
    expect(runs.map(({ shaped }) => shaped.text.trim()).at(-1)).toBe('no');
  });

  it('without an anchor stand at the beginning, with a warning', () => {
    expect(draw(galley([p('paragraph-first', short)], notes.slice(0, 1)), { columns: 24, lines: 6 }))
      .toMatchInlineSnapshot(`
        "
        == recto 1
          one two three four five │ Stalin
          six seven eight nine ten  it is possible






                      1
        note-unanchored: Unexpected note “Marginal note by Stalin” that no passage calls
        "
      `);
  });
});

describe('footnotes', () => {
  it('stand at the foot of the page that calls them', () => {
    expect(
      draw(
        galley(
          [
            p('paragraph-first', ['one two', call('f1', '1'), ' three four', call('f2', '2'), ' five']),
            p('paragraph', long),
          ],
          [footnote('f1', '1', 'A first note.'), footnote('f2', '2', `A second note, ${short}`)],
        ),
        { columns: 30, lines: 10, notes: 4 },
      ),
    ).toMatchInlineSnapshot(`
      "
      == recto 1
        one two1 three four2 five
          one two three four five
        six seven eight nine ten one


        ──────
        1  A first note.
        2  A second note, one two
           three four five six seven
           eight nine ten


                       1
      == verso 2
              2                         Left

              two three four five six seven
              eight nine ten one two three
              four five six seven eight nine
              ten one two three four five
              six seven eight nine ten
      "
    `);
  });

  it('go on overleaf when there is no room', () => {
    expect(
      draw(
        galley(
          [p('paragraph-first', ['one two', call('f1', '1'), ' ', short]), p('paragraph', long)],
          [footnote('f1', '1', `${long} ${long}`)],
        ),
        {
          columns: 30,
          lines: 9,
          notes: 4,
        },
      ),
    ).toMatchInlineSnapshot(`
      "
      == recto 1
        one two1 one two three four
        five six seven eight nine ten
        ──────
        1  one two three four five
           six seven eight nine ten
           one two three four five
           six seven eight nine ten
           one two three four five
           six seven eight nine ten


                       1
      == verso 2
              2                         Left

                one two three four five
              six seven eight nine ten one
              ──────
                 one two three four five
                 six seven eight nine ten
                 one two three four five
                 six seven eight nine ten
                 one two three four five
                 six seven eight nine ten
      == recto 3
        Right                        3

        two three four five six seven



        ──────
           one two three four five
           six seven eight nine ten
           one two three four five six
           seven eight nine ten
      == verso 4
              4                         Left

              eight nine ten one two three
              four five six seven eight nine
              ten one two three four five
              six seven eight nine ten
      "
    `);
  });
});

describe('pages', () => {
  const lines = (count: number): string =>
    Array.from({ length: count }, (_, i) => `line number ${String(i).padStart(2, '0')}`).join(' ');

  it('leave no line of a paragraph alone', () => {
    expect(
      draw(
        galley([
          p('paragraph-first', lines(5)),
          p('paragraph-first', lines(2)),
          p('paragraph-first', lines(6)),
        ]),
        {
          columns: 14,
          lines: 6,
          notes: 3,
        },
      ),
    ).toMatchInlineSnapshot(`
      "
      == recto 1
        line number 00
        line number 01
        line number 02
        line number 03
        line number 04
        line number 00
        line number 01

               1
      == verso 2
             2         Left

             line number 00
             line number 01
             line number 02
             line number 03
             line number 04
             line number 05
      "
    `);
  });

  it('keep a heading with what follows', () => {
    const heading: GalleyBlock = {
      type: 'heading',
      level: 2,
      style: 'apparatus-heading',
      children: [t('Sources')],
    };
    expect(
      draw(galley([p('paragraph-first', lines(7)), heading, p('rights', lines(3))]), {
        columns: 14,
        lines: 8,
        notes: 3,
      }),
    ).toMatchInlineSnapshot(`
      "
      == recto 1
        line number 00
        line number 01
        line number 02
        line number 03
        line number 04
        line number 05
        line number 06



               1
      == verso 2
             2         Left

             Sources
             line number 00
             line number 01
             line number 02
      "
    `);
  });

  it('keep a signature with the text before it', () => {
    const letter = galley([p('paragraph-first', lines(5)), p('signed', 'N. Arsen'), p('rights', lines(6))]);
    const blocks = { signed: { keepWithPrevious: true } };
    expect(draw(letter, { columns: 14, lines: 5, notes: 3, blocks })).toMatchInlineSnapshot(`
      "
      == recto 1
        line number 00
        line number 01
        line number 02
        line number 03
        line number 04
        N. Arsen

               1
      == verso 2
             2         Left

             line number 00
             line number 01
             line number 02
             line number 03
             line number 04
             line number 05
      "
    `);
  });

  it('keep a section with what stands before it, where the design says so', () => {
    const matter = galley([p('paragraph-first', lines(8)), section('colophon', p('colophon', 'Made.'))]);
    const ofColophon = (colophon: 'flow' | 'kept'): number => {
      const last = { lines: 1, cost: 0 };
      const pagination = { ...reading.pagination, last, longer: { lines: 0, cost: 0 } };
      const change = { sections: { colophon }, pagination };
      const [, second] = draw(matter, { columns: 14, lines: 8, notes: 3, change }).split('== verso 2');
      return second?.split('line number').length ?? 0;
    };
    expect(ofColophon('flow')).toBe(1);
    expect(ofColophon('kept')).toBeGreaterThan(1);
  });

  it('fill the page before the one that ends short because a block must stand whole', () => {
    const content = galley([
      p('paragraph-first', lines(20)),
      p('apparatus-heading', 'A'),
      p('colophon', lines(8)),
    ]);
    const blocks = {
      'apparatus-heading': { before: 1, keepWithNext: true },
      colophon: { unbroken: true },
    };
    const [first, second] = draw(content, { columns: 14, lines: 12, notes: 3, blocks }).split('== verso');
    expect(first?.split('line').length).toBe(13);
    expect(second?.split('== recto')[0]?.split('line').length).toBe(9);
  });

  it('keep a block whole that asks for it', () => {
    const content = galley([p('paragraph-first', lines(12)), p('colophon', lines(8))]);
    const shape = { columns: 14, lines: 14, notes: 3 };
    const starts = (unbroken: boolean): number =>
      draw(content, { ...shape, blocks: { colophon: { unbroken } } })
        .split('== verso')[1]
        ?.split('line').length ?? 0;
    expect(starts(true)).toBe(9);
    expect(starts(false)).toBeLessThan(9);
  });

  it('end on the same line where they face each other', () => {
    expect(
      draw(
        galley([
          p('paragraph-first', lines(8)),
          p('paragraph-first', lines(7)),
          p('paragraph-first', lines(2)),
          p('paragraph-first', lines(13)),
        ]),
        { columns: 14, lines: 8, notes: 3 },
      ),
    ).toMatchInlineSnapshot(`
      "
      == recto 1
        line number 00
        line number 01
        line number 02
        line number 03
        line number 04
        line number 05
        line number 06
        line number 07


               1
      == verso 2
             2         Left

             line number 00
             line number 01
             line number 02
             line number 03
             line number 04
             line number 05
             line number 06
      == recto 3
        Right        3

        line number 00
        line number 01
        line number 00
        line number 01
        line number 02
        line number 03
        line number 04
      == verso 4
             4         Left

             line number 05
             line number 06
             line number 07
             line number 08
             line number 09
             line number 10
             line number 11
             line number 12
      "
    `);
  });

  it('do not leave a few lines for the last one', () => {
    expect(draw(galley([p('paragraph-first', lines(17))]), { columns: 14, lines: 15, notes: 3 }))
      .toMatchInlineSnapshot(`
        "
        == recto 1
          line number 00
          line number 01
          line number 02
          line number 03
          line number 04
          line number 05
          line number 06
          line number 07
          line number 08
          line number 09
          line number 10
          line number 11





                 1
        == verso 2
               2         Left

               line number 12
               line number 13
               line number 14
               line number 15
               line number 16
        "
      `);
  });

  it('start a section on a new page or a recto where the design says so', () => {
    expect(
      draw(
        galley([
          p('paragraph-first', 'first'),
          section('sources', p('source', 'second')),
          section('rights', p('rights', 'third')),
          section('colophon', p('colophon', 'fourth')),
        ]),
        {
          columns: 14,
          lines: 4,
          notes: 3,
          change: { sections: { sources: 'page', rights: 'page', colophon: 'recto' } },
        },
      ),
    ).toMatchInlineSnapshot(`
      "
      == recto 1
        first





               1
      == verso 2
             2         Left

             second
      == recto 3
        Right        3

        third
      == verso 4

      == recto 5
        Right        5

        fourth
      "
    `);
  });
});
