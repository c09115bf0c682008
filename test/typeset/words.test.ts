/** Words, the places where lines may end between and in them, and what is said of characters that cannot be set. */
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import type { Galley } from '../../src/galley/types.js';
import { clustersIn, isFor, typeset } from '../../src/typeset/index.js';
import type { Look } from '../../src/typeset/measure.js';
import { LetterCase } from '../../src/typeset/letters.js';
import { Guard } from '../../src/typeset/protect.js';
import { Gap, TokenList } from '../../src/typeset/tokens.js';
import { wordCaches } from '../../src/typeset/words.js';
import { everyThird, fixedWidth, never } from './fixed-width.js';
import { galley, p } from './galleys.js';
import { plainDesign, reading } from './plain-design.js';

const design = plainDesign();
const shaper = fixedWidth();
const cases = new LetterCase(design, shaper, wordCaches(shaper, never, design));
const letters = cases.ofBlock(cases.block('paragraph'), 'en');

/** Pieces of a text; `|` where a line may end without a space. */
function pieces(...texts: string[]): string {
  const list = new TokenList();
  for (const text of texts) list.add(text, { letters, structure: 0, sequence: 0, link: undefined });
  return list
    .finish()
    .map(({ text, gap }) => text + (gap === Gap.open ? '|' : gap === Gap.joined ? '+' : ''))
    .join('');
}

describe('tokens', () => {
  it('are words with the space after them; runs of spaces are one', () => {
    expect(pieces('one  two\n three ')).toBe('one two three');
    expect(pieces('one', ' two')).toBe('one+ two');
    expect(pieces('one ', ' two')).toBe('one two');
    expect(pieces(' ', ' ')).toBe('');
  });

  it('end after hyphens between letters, dashes and in addresses', () => {
    expect(pieces('Heon-yeong')).toBe('Heon-|yeong');
    expect(pieces('XIX-J-1-j 1950-02-07 125–126 -s')).toBe('XIX-J-1-j 1950-02-07 125–126 -s');
    expect(pieces('one—two')).toBe('one—|two');
    expect(pieces('https://example.org/a/b')).toBe('https://|example.org/|a/|b');
    expect(pieces('and/or either/other')).toBe('and/or either/|other');
    expect(pieces('提出三個')).toBe('提|出|三|個');
  });

  it('do not end at a no-break space', () => {
    expect(pieces('No.\u00A04040 was')).toBe('No.\u00A04040 was');
  });
});

describe('protection', () => {
  const guard = new Guard(reading.protection);
  it.each([
    ['No.', '4040'],
    ['№', '18'],
    ['Listy', '125–126,'],
    ['(p.', '16)'],
    ['§', '4'],
    ['Fond', '059a,'],
    ['12', 'km'],
    ['February', '7,'],
    ['N.', 'P.'],
    ['N.P.', 'Firyubin'],
    ['Harold', 'T.'],
    ['Cde.', 'Stalin'],
    ['1.', 'Regarding'],
    ['a)', 'regarding'],
    ['agreed', '–'],
  ])('keeps %s %s on one line', (left, right) => {
    expect(guard.holds(left, right, 'en')).toBe(Gap.held);
  });

  it.each([
    ['4', 'February'],
    ['10', 'hours'],
    ['Comrade', 'Stalin'],
  ])('parts %s %s rather than set a line loose', (left, right) => {
    expect(guard.holds(left, right, 'en')).toBe(Gap.weak);
  });

  it.each([
    ['the', 'question'],
    ['in', '1950'],
    ['No.', 'answer'],
    ['Comrade', 'or'],
    ['1950.', 'They'],
    ['I', 'answered'],
    ['February', '1950'],
    ['Document', '118,'],
  ])('lets %s %s part', (left, right) => {
    expect(guard.holds(left, right, 'en')).toBeUndefined();
  });

  it('keeps every number of a shelfmark with the word before it', () => {
    expect(guard.holds('Document', '118,', 'en', true)).toBe(Gap.held);
    expect(guard.holds('Record,', '3', 'en', true)).toBeUndefined();
  });

  it('keeps short words with the next where the language asks for it', () => {
    expect(guard.holds('в', 'Москве', 'ru')).toBe(Gap.held);
  });
});

describe('words', () => {
  it('are shaped once over paragraphs and documents', () => {
    const own = fixedWidth();
    const content = galley([p('paragraph', 'again and again and again'), p('paragraph', 'and again')]);
    const take = (): number => [...typeset(content, design, own, everyThird, new VFile()).pages()].length;
    take();
    const before = own.shapings;
    take();
    expect(own.shapings).toBe(before);
  });

  it('with a division that leaves too few letters, or a capital, are not divided', () => {
    const divisions = (word: string, lang = 'en'): string[] => {
      const cache = wordCaches(shaper, everyThird, design)({ face: 'roman', features: [], lang });
      return cache.divisions(cache.word(word)).map(({ head }) => head.text);
    };
    expect(divisions('abcdefgh')).toEqual(['abc\u00AD']);
    expect(divisions('“abcdefghi”,')).toEqual(['“abc\u00AD', '“abcdef\u00AD']);
    expect(divisions('Vyshinsky')).toEqual([]);
    expect(divisions('Volksrepublik', 'de')).not.toEqual([]);
    expect(divisions('abc-defghi')).toEqual([]);
    expect(divisions('abc1950def')).toEqual([]);
  });
});

describe('characters', () => {
  const messages = (content: Galley, missing = ''): string[] => {
    const file = new VFile();
    const setting = typeset(content, design, fixedWidth(missing), never, file);
    const shown = [...setting.pages()].flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'run' ? item.shaped.text : [])),
    );
    return [
      ...file.messages.map(({ ruleId, reason, note }) => `${String(ruleId)} ${reason} ${String(note)}`),
      shown.join(''),
    ];
  };

  it('without a glyph are named once, with the package that has them, and never drawn', () => {
    const [first, second, text, ...rest] = messages(
      galley([p('paragraph', 'a 김 b 김'), p('paragraph', '\u{10330}')]),
      '김\u{10330}',
    );
    expect(first).toContain('U+AE40 김 (Hangul)');
    expect(first).toContain('npm install @expo-google-fonts/noto-serif-kr');
    expect(second).toContain('U+10330');
    expect(text).not.toMatch(/김|\u{10330}/u);
    expect(rest).toEqual([]);
  });

  it('that a face lacks are set in a fallback that is loaded, word for word', () => {
    const file = new VFile();
    const content = galley([p('paragraph', 'to Pak 박헌영 (朴) and 박 too')]);
    const pages = [...typeset(content, design, fixedWidth('박헌영朴', 'korean'), never, file).pages()];
    const set = pages.flatMap(({ items }) =>
      items.flatMap((item) =>
        item.kind === 'run' && 'structure' in item.belongs ? [`${item.face}:${item.shaped.text}`] : [],
      ),
    );
    expect(set.join('')).toBe(
      'roman:to roman:Pak korean:박korean:헌korean:영 roman:(korean:朴roman:) roman:and korean:박 roman:too',
    );
    expect(file.messages).toEqual([]);
  });

  it('that no face has are named together, a message for each package', () => {
    const [korean, emoji, text, ...rest] = messages(galley([p('paragraph', '김😀일🙂성')]), '김일성😀🙂');
    expect(korean).toContain('U+AE40 김, U+C77C 일, U+C131 성 (Hangul)');
    expect(emoji).toMatch(/U\+1F600 😀, U\+1F642 🙂 .*noto-emoji/);
    expect(text).not.toMatch(/[김일성😀🙂]/u);
    expect(rest).toEqual([]);
  });

  it('that an installed fallback lacks are not blamed on a package that is there', () => {
    const file = new VFile();
    const only = { ...design, fallbacks: { korean: design.fallbacks['korean']! } };
    const shaper = fixedWidth('박', 'korean');
    const lacking = {
      ...shaper,
      shape: (text: string, look: Look) => {
        const shaped = shaper.shape(text, look);
        return text.includes('헌') ? { ...shaped, glyphs: new Uint16Array(shaped.glyphs.length) } : shaped;
      },
      missing: (text: string, look: Look) => [
        ...shaper.missing(text, look),
        ...(text.includes('헌') ? [0xd5cc] : []),
      ],
    };
    expect([...typeset(galley([p('paragraph', '박헌')]), only, lacking, never, file).pages()]).toHaveLength(
      1,
    );
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['glyph-missing']);
    expect(file.messages[0]?.note).toContain('which is installed, lacks it too');
  });

  it('that combine stay in one face', () => {
    const file = new VFile();
    const only = { ...design, fallbacks: { emoji: design.fallbacks['emoji']! } };
    const content = galley([p('paragraph', 'a👍🏽b e\u0301')]);
    const pages = [...typeset(content, only, fixedWidth('👍\u{1F3FD}', 'emoji'), never, file).pages()];
    const runs = pages.flatMap(({ items }) =>
      items.flatMap((item) =>
        item.kind === 'run' && 'structure' in item.belongs ? [`${item.face}:${item.shaped.text}`] : [],
      ),
    );
    expect(runs).toEqual(['roman:a', 'emoji:👍🏽', 'roman:b ', 'roman:e\u0301']);
  });

  it('are listed with what combines with them', () => {
    const found = clustersIn(galley([p('source', 'x é', { label: '甲 e\u0301' }), p('paragraph', 'abc')]));
    expect([...found].sort()).toEqual(['e\u0301', 'é', '甲'].sort());
  });

  it('are what a face is for by script, property and code point', () => {
    const face = { package: 'p', file: 'f' };
    expect(isFor('x박', { ...face, scripts: ['Hangul', 'Martian'] })).toBe(true);
    expect(isFor('朴', { ...face, scripts: ['Hangul', 'Martian'] })).toBe(false);
    expect(isFor('😀', { ...face, properties: ['Emoji_Presentation'] })).toBe(true);
    expect(isFor('⇒', { ...face, ranges: ['U+2190-21FF'] })).toBe(true);
    expect(isFor('∑', { ...face, ranges: ['U+2190-21FF', 'U+2318'] })).toBe(false);
    expect(isFor('⌘', { ...face, ranges: ['U+2190-21FF', 'U+2318'] })).toBe(true);
  });

  it('of a script that is not set rightly are reported once a script', () => {
    const [first, second, ...rest] = messages(galley([p('paragraph', 'שלום שלום'), p('paragraph', 'سلام')]));
    expect(first).toContain('script-unsupported');
    expect(first).toContain('Hebrew');
    expect(second).toContain('Arabic');
    expect(rest).toHaveLength(1);
  });

  it('are placed where the first of them stands, and no font is asked for', () => {
    const text = 'A line.\n\nTo say שלום and 박 here.';
    const file = new VFile({ value: text });
    const position = { start: { line: 3, column: 1, offset: 9 }, end: { line: 3, column: 27, offset: 35 } };
    const paragraph = { ...p('paragraph', 'To say שלום and 박 here.'), position };
    const setting = typeset(galley([paragraph]), design, fixedWidth('שלום박'), never, file);
    expect([...setting.pages()]).toHaveLength(1);
    expect(file.messages.map(({ ruleId, line, column }) => [ruleId, line, column])).toEqual([
      ['script-unsupported', 3, 8],
      ['glyph-missing', 3, 17],
    ]);
  });

  it('that show nothing do not stand in words', () => {
    expect(messages(galley([p('paragraph', 'gov\u00ADern\u2060ment 5\u202Fkm')]))[0]).toContain(
      'government 5\u00A0km',
    );
  });
});
