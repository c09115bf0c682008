import { readFileSync } from 'node:fs';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/config/yaml.js';
import { diagnosticsOf } from '../../src/diagnostics/format.js';

function parsed(text: string): { yaml: ReturnType<typeof parseYaml>; told: string[] } {
  const file = new VFile({ path: 'a.yaml', value: text });
  const yaml = parseYaml(file);
  const told = diagnosticsOf(file).map(
    ({ line, column, ruleId, message }) => `${String(line)}:${String(column)} ${ruleId} ${message}`,
  );
  return { yaml, told };
}

describe('YAML files', () => {
  it('keep numbers as they are written, and know them as numbers', () => {
    const { yaml } = parsed('opis: 010\nversion: 1.0\ndelo: 059a\ndate: 1950-02-08\n');
    expect(yaml?.verbatim).toEqual({ opis: '010', version: '1.0', delo: '059a', date: '1950-02-08' });
    expect(yaml?.typed).toMatchObject({ opis: 10, version: 1 });
  });

  it('know the place of values and keys', () => {
    const { yaml } = parsed('title: T\nnotes:\n  - after: some words\n');
    expect(yaml?.placeOf(['notes', 0, 'after'])).toEqual({
      start: { line: 3, column: 12, offset: 27 },
      end: { line: 3, column: 22, offset: 37 },
    });
    expect(yaml?.placeOfKey(['notes', 0, 'after'])?.start).toMatchObject({ line: 3, column: 5 });
    expect(yaml?.placeOf(['notes', 1])).toBeUndefined();
  });

  it('may be empty', () => {
    expect(parsed('').yaml?.typed).toEqual({});
    expect(parsed('# only a comment\n').told).toEqual([]);
  });

  it.each([
    ['a: 1\nb: 2\na: 3\n', '3:1 yaml-syntax The key “a” stands twice'],
    ['a: &x 1\nb: *x\n', '2:4 yaml-alias Unexpected alias *x'],
    ['a: &x [*x]\n', '1:8 yaml-alias Unexpected alias *x'],
    [
      'a: 1\nb: [x, "y\\u0007"]\n',
      '2:8 character-forbidden Unexpected character U+0007 (a control character)',
    ],
    ['"\\uFFFE": 1\n', '1:1 character-forbidden Unexpected character U+FFFE (not a character)'],
    ['a: x\u0001\n', '1:4 character-forbidden Unexpected character U+0001 (a control character)'],
    ['a:\n\tb: 1\n', '2:1 yaml-syntax A tab stands in the indentation; YAML wants spaces'],
    ['a: [s\n', '2:1 yaml-syntax The closing ] is missing, or stands on a line that is not indented'],
    ['a:\n  b: 1\n c: 2\n', '3:1 yaml-syntax This line is indented otherwise than the lines it belongs to'],
    [
      'a: Note: it\n',
      '1:4 yaml-syntax A second colon stands in this value; put the value in quotation marks',
    ],
    ['a\nb: 1\n', '1:1 yaml-syntax A colon is missing in one of these lines'],
    ['a: |\n x\nb\n', '3:1 yaml-syntax A colon is missing after this key'],
    ['a: "x\n', '2:1 yaml-syntax The closing quotation mark is missing'],
    ['a: @x\n', '1:4 yaml-syntax A text cannot begin with @ here; put it in quotation marks'],
    [
      "a: 'it's'\n",
      '1:8 yaml-syntax Something follows where the value has ended; put the whole value in quotation marks',
    ],
    ['a: {b: c}}\n', '1:10 yaml-syntax Unexpected “}”'],
    ['a: 1\n---\nb: 2\n', '2:1 yaml-syntax A second YAML document begins here; one is read'],
  ])('%j is refused at its place', (text, expected) => {
    const { yaml, told } = parsed(text);
    expect(yaml).toBeUndefined();
    expect(told).toContain(expected);
  });

  it('that hold a tag of another language are refused', () => {
    expect(parsed('a: !!js/function x\n').told[0]).toMatch(/^1:4 yaml-syntax /);
  });

  it.each([
    '['.repeat(100_000),
    '{a: '.repeat(5000),
    `${'- '.repeat(5000)}x`,
    Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    '? '.repeat(5000),
  ])('nested without end are refused before they are parsed', (text) => {
    const { yaml, told } = parsed(text);
    expect(yaml).toBeUndefined();
    expect(told[0]).toContain('yaml-syntax Nested deeper than 100 levels');
  });

  it('hold prose with many marks', () => {
    const prose = `${'a - b: c? '.repeat(400)}[[[`;
    expect(parsed(`text: |\n  ${prose}\n`).told).toEqual([]);
  });

  it('give a key __proto__ no power', () => {
    const { yaml } = parsed('__proto__: {polluted: yes}\n');
    expect(Object.keys(yaml?.typed ?? {})).toEqual(['__proto__']);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('schemas of what an editor writes', () => {
  it.each(['edition', 'sidecar', 'design', 'authority', 'vocabulary', 'behaviours'])(
    '%s uses only keywords that there are words for',
    (name) => {
      const url = new URL(`../../templates/schema/${name}.schema.json`, import.meta.url);
      const used = new Set<string>();
      const walk = (schema: unknown): void => {
        if (typeof schema !== 'object' || schema === null) return;
        if (Array.isArray(schema)) {
          schema.forEach(walk);
          return;
        }
        for (const [key, value] of Object.entries(schema)) {
          used.add(key);
          // Below these, keys are names.
          if (key === 'properties' || key === 'definitions' || key === '$defs')
            Object.values(value as object).forEach(walk);
          else if (!['enum', 'required', 'type'].includes(key)) walk(value);
        }
      };
      walk(JSON.parse(readFileSync(url, 'utf8')));
      const words = readFileSync(new URL('../../src/config/validate.ts', import.meta.url), 'utf8');
      const silent = [
        '$schema',
        '$ref',
        '$defs',
        'title',
        'description',
        'examples',
        'definitions',
        'properties',
        'items',
      ];
      expect([...used].filter((key) => !silent.includes(key) && !words.includes(`case '${key}'`))).toEqual(
        [],
      );
    },
  );
});
