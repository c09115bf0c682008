import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { punctuate } from '../../src/galley/punctuation.js';
import type { RawText } from '../../src/galley/whitespace.js';
import { words } from './words-table.js';

function set(text: string, lang = 'en', punctuation?: RawText['punctuation']): string {
  const leaf: RawText = { type: 'text', value: text, punctuation };
  punctuate([leaf], words(lang));
  return leaf.value;
}

describe('quotation marks', () => {
  it.each([
    ['wrote "it is possible" beside points', 'wrote “it is possible” beside points'],
    ['to "give an answer today."]', 'to “give an answer today.”]'],
    ['"One," he said, "and two."', '“One,” he said, “and two.”'],
    ['("yes")', '(“yes”)'],
    ['"He said \'yes\' to me"', '“He said ‘yes’ to me”'],
    ['\'He said "yes" to me\'', '‘He said “yes” to me’'],
    ['"\'Yes,\' he said."', '“‘Yes,’ he said.”'],
    ['"He said "yes" to me"', '“He said “yes” to me”'],
    ['said:"Yes"', 'said:“Yes”'],
    ['—"Yes"—', '—“Yes”—'],
    ['in "1950" and', 'in “1950” and'],
  ])('pairs %s', (source, printed) => {
    expect(set(source)).toBe(printed);
  });

  it.each([
    ['a 5" pipe'],
    ['a 5" and a 6" pipe'],
    ['a "5" pipe" and'],
    ['6\'2" tall'],
    ['10\' 30"'],
    ['"unclosed and left'],
    ['unopened" and left'],
    ['a " b " c'],
    ['5"x7"'],
    ["the 'workers' party' line' said"],
    ["'bove all"],
  ])('leaves %s as it is', (source) => {
    expect(set(source)).toBe(source);
  });

  it('pairs over a sign of inches only where nothing is left over', () => {
    expect(set('he said "a pipe of 5" to me')).toBe('he said “a pipe of 5” to me');
    expect(set('he said "a 5" pipe" to me')).toBe('he said "a 5" pipe" to me');
  });

  it('never pairs single marks over the border of double ones', () => {
    expect(set('"A \'B" C\' "D"')).toBe("“A 'B” C’ “D”");
  });
});

describe('apostrophes', () => {
  it.each([
    ["we don't object", 'we don’t object'],
    ["Kim Il Sung's", 'Kim Il Sung’s'],
    ["O'Neill and l'homme", 'O’Neill and l’homme'],
    ["the 1950's", 'the 1950’s'],
    ["the workers' party", 'the workers’ party'],
    ["'tis true", '’tis true'],
    ["the '50s and '41", 'the ’50s and ’41'],
    ["'the workers' party is here,' he said", '‘the workers’ party is here,’ he said'],
  ])('sets %s', (source, printed) => {
    expect(set(source)).toBe(printed);
  });

  it.each([["'tis true' he said"], ["6' tall"]])('leaves %s', (source) => {
    expect(set(source)).toBe(source);
  });
});

describe('languages', () => {
  it.each([
    [
      'de',
      "Er schrieb \"ja\", nicht 'nein'. Hans' Buch, geht's",
      'Er schrieb „ja“, nicht ‚nein‘. Hans’ Buch, geht’s',
    ],
    ['fr', 'il a écrit "oui" d\'abord', 'il a écrit «oui» d’abord'],
    ['ru', 'написал "за" и "против"', 'написал «за» и «против»'],
    ['ko', '그는 "가능하다"고 썼다', '그는 “가능하다”고 썼다'],
    ['ko', "'남로당'의", '‘남로당’의'],
  ])('%s', (lang, source, printed) => {
    expect(set(source, lang)).toBe(printed);
  });

  it('leaves the spaces of French marks alone', () => {
    expect(set('« oui » et "non"', 'fr')).toBe('« oui » et «non»');
  });
});

describe('ranges of numbers', () => {
  it.each([
    ['pp. 3-4', 'pp. 3–4'],
    ['(24-25 April)', '(24–25 April)'],
    ['Listy 125-126.', 'Listy 125–126.'],
    ['in 1967-69', 'in 1967–69'],
    ['1941-1945', '1941–1945'],
    ['pp. 221-2', 'pp. 221–2'],
    ['24-25.II.1950', '24–25.II.1950'],
    ['98-102 tons', '98–102 tons'],
  ])('sets %s', (source, printed) => {
    expect(set(source)).toBe(printed);
  });

  it.each([
    ['1950-02-07'],
    ['1950-02'],
    ['106-01403-02'],
    ['C-1078-80'],
    ['C 1078-80'],
    ['MiG-15'],
    ['No. 4040-41'],
    ['№ 12-13'],
    ['555-1234'],
    ['202-555-0100'],
    ['3-2'],
    ['02-03'],
    ['12345-12346'],
    ['3-4.5'],
    ['https://example.org/3-4'],
    ['a-b'],
    ['10-'],
  ])('leaves %s', (source) => {
    expect(set(source)).toBe(source);
  });

  it('takes the word of the markup for leaves', () => {
    expect(set('ll. 12v-13, 0141-0142 и 12об.-15', 'en', 'ranges')).toBe('ll. 12v–13, 0141–0142 и 12об.–15');
    expect(set('106-01403-02', 'en', 'ranges')).toBe('106-01403-02');
    expect(set('pp. 3-4 "x"', 'en', 'as-source')).toBe('pp. 3-4 "x"');
  });
});

describe('over elements', () => {
  it('finds pairs over several texts, and reads but never changes what is to stay', () => {
    const leaves: RawText[] = [
      { type: 'text', value: 'he wrote "' },
      { type: 'text', value: 'yes' },
      { type: 'text', value: '" in "' },
      { type: 'text', value: '"1-2"', punctuation: 'as-source' },
      { type: 'text', value: '", don' },
      { type: 'text', value: "'" },
      { type: 'text', value: 't' },
    ];
    expect(punctuate(leaves, words('en'))).toBe(true);
    expect(leaves.map((leaf) => leaf.value)).toEqual([
      'he wrote “',
      'yes',
      '” in “',
      '"1-2"',
      '”, don',
      '’',
      't',
    ]);
  });
});

describe('properties', () => {
  const character = fc.constantFrom(..."\"'\"'“”‘’«»„‚ -–—.,(1950s'aB동ж\u00A0𝔸6x".match(/./gu)!);
  const text = fc.array(character, { maxLength: 40 }).map((characters) => characters.join(''));
  const lang = fc.constantFrom('en', 'de', 'fr', 'ru', 'ko');
  const kind = fc.constantFrom(undefined, 'ranges' as const, 'as-source' as const);

  it('changes straight marks and hyphens only, one for one', () => {
    fc.assert(
      fc.property(text, lang, kind, (source, language, punctuation) => {
        const printed = set(source, language, punctuation);
        expect(printed.length).toBe(source.length);
        for (let index = 0; index < source.length; index++) {
          if (!/["'-]/.test(source[index]!)) expect(printed[index]).toBe(source[index]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(text, lang, (source, language) => {
        const once = set(source, language);
        expect(set(once, language)).toBe(once);
      }),
      { numRuns: 5000 },
    );
  });

  it('sets as many opening as closing marks', () => {
    fc.assert(
      fc.property(text, (source) => {
        const { double } = words('de').quotation;
        const count = (value: string, mark: string): number => value.split(mark).length - 1;
        const printed = set(source, 'de');
        const opened = count(printed, double[0]) - count(source, double[0]);
        const closed = count(printed, double[1]) - count(source, double[1]);
        if (!/[„“]/.test(source)) expect(opened).toBe(closed);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes time in proportion to the length', () => {
    // Quadratic work on these would take minutes, not the moment that the test runner allows.
    for (const unit of ['"', "'", '"\'', "'a ", '"a ', '1-', "a' "]) {
      const source = unit.repeat(50_000);
      expect(set(source).length).toBe(source.length);
    }
  });
});
