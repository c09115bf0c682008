import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { widthOf } from '../../src/diagnostics/display.js';
import { diagnosticsOf, formatDiagnostics } from '../../src/diagnostics/format.js';
import { report } from '../../src/diagnostics/report.js';
import { nearest } from '../../src/diagnostics/suggest.js';

const plain = { color: false, width: 80 };

function shown(text: string, line: number, from: number, to: number, width = 80): string[] {
  const file = new VFile({ path: 'a.txt', value: text });
  const place = { start: { line, column: from }, end: { line, column: to } };
  report(file, 'date-conflict', { place, actual: 'two dates', expected: 'one', hint: '' });
  return formatDiagnostics(file, { color: false, width }).split('\n');
}

/** The characters of the excerpt that stand above the marks, told by their columns. */
function marked([, line = '', marks = '']: string[]): string {
  const start = widthOf(marks.slice(0, marks.indexOf('^')));
  const end = start + marks.split('^').length - 1;
  let column = 0;
  let found = '';
  for (const character of line) {
    if (column >= start && column < end) found += character;
    column += widthOf(character);
  }
  return found;
}

describe('diagnostics in a terminal', () => {
  it('have a place, severity, message and rule; the line with the place marked; a hint', () => {
    const file = new VFile({ path: 'sources/a.txt', value: 'one\ntwo three four\nfive' });
    report(file, 'date-conflict', {
      place: { start: { line: 2, column: 5 }, end: { line: 2, column: 10 } },
      actual: 'two dates',
      expected: 'one',
    });
    expect(formatDiagnostics(file, plain)).toBe(
      [
        'sources/a.txt:2:5 warning Unexpected two dates, expected one date-conflict',
        '  2 | two three four',
        '    |     ^^^^^',
        '  hint: State the right date in the sidecar under `date`.',
        '',
      ].join('\n'),
    );
  });

  it('show other places that matter', () => {
    const file = new VFile({ path: 'a.txt', value: 'one\ntwo' });
    const second = { start: { line: 2, column: 1 }, end: { line: 2, column: 4 } };
    report(file, 'date-conflict', {
      place: { line: 1, column: 1 },
      hint: '',
      related: [{ position: second, text: 'the other' }],
    });
    expect(formatDiagnostics(file, plain)).toContain('  a.txt:2:1 the other\n  2 | two\n    | ^^^\n');
  });

  it('stand at 1:1 without a line where the file as a whole is meant', () => {
    const file = new VFile({ path: 'a.txt', value: 'one' });
    report(file, 'source-empty');
    expect(formatDiagnostics(file, plain).split('\n')[0]).toBe(
      'a.txt:1:1 error The source has no words. source-empty',
    );
    expect(formatDiagnostics(file, plain)).not.toContain('^');
  });

  it('mark tabs, wide letters and marks that take no room', () => {
    expect(marked(shown('\t\tabc', 1, 3, 6))).toBe('abc');
    expect(marked(shown('김일성 abc', 1, 5, 8))).toBe('abc');
    expect(marked(shown('e\u0301e\u0301 abc', 1, 6, 9))).toBe('abc');
    expect(marked(shown('abc 김일성', 1, 5, 8))).toBe('김일성');
    expect(marked(shown('\u{1F4DC} abc', 1, 4, 7))).toBe('abc');
  });

  it('cut a long line around the place', () => {
    const text = `${'left '.repeat(2000)}MARK${' right'.repeat(2000)}`;
    const lines = shown(text, 1, 10_001, 10_005);
    expect(marked(lines)).toBe('MARK');
    expect(lines[1]).toMatch(/^ {2}1 \| ….*MARK.*…$/);
    for (const line of lines.slice(1)) expect(widthOf(line)).toBeLessThanOrEqual(80);
  });

  it('mark a place over several lines in the first', () => {
    const file = new VFile({ path: 'a.txt', value: 'one two\nthree' });
    report(file, 'date-conflict', { place: { start: { line: 1, column: 5 }, end: { line: 2, column: 3 } } });
    expect(formatDiagnostics(file, plain)).toContain('  1 | one two\n    |     ^^^\n');
  });

  it('mark the end of a line, and survive a place outside of the text', () => {
    expect(shown('abc', 1, 4, 4)[2]).toBe('    |    ^');
    expect(shown('abc', 9, 9, 10)).toHaveLength(2);
    expect(shown('abc', 1, 90, 99)[2]).toBe('    |    ^');
  });

  it('let no source write to the terminal', () => {
    const file = new VFile({ path: 'a\u001B[2J.txt', value: 'x\u001B[31m\u202Ey' });
    report(file, 'date-conflict', {
      place: { line: 1, column: 1 },
      reason: 'Words \u001B]0;t\u0007 of\na source',
    });
    const text = formatDiagnostics(file, plain);
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/);
    expect(text.split('\n')[0]).toContain('of a source');
  });

  it('are coloured only if asked', () => {
    const file = new VFile({ path: 'a.txt', value: 'one' });
    report(file, 'source-empty', { place: { line: 1, column: 1 } });
    expect(formatDiagnostics(file, { color: true, width: 80 })).toContain('\u001B[31merror\u001B[0m');
    expect(formatDiagnostics(file, plain)).not.toContain('\u001B');
  });

  it('stand in the order of their places', () => {
    const file = new VFile({ path: 'a.txt', value: 'one\ntwo' });
    for (const [line, column] of [
      [2, 1],
      [1, 2],
      [1, 1],
    ] as const) {
      report(file, 'date-conflict', { place: { line, column } });
    }
    report(file, 'source-empty');
    expect(diagnosticsOf(file).map(({ line, column, ruleId }) => [line, column, ruleId])).toEqual([
      [1, 1, 'source-empty'],
      [1, 1, 'date-conflict'],
      [1, 2, 'date-conflict'],
      [2, 1, 'date-conflict'],
    ]);
  });

  it('fit the width and mark what is meant, whatever the line holds', () => {
    const unit = fc.constantFrom('a', ' ', '\t', '김', 'e\u0301', '\u{1F4DC}', 'я', '\u0007');
    fc.assert(
      fc.property(
        fc.array(unit, { minLength: 1, maxLength: 200 }),
        fc.nat(200),
        fc.nat(20),
        fc.integer({ min: 40, max: 120 }),
        (units, at, length, width) => {
          const start = Math.min(at, units.length);
          const from = units.slice(0, start).join('').length;
          const to = units.slice(0, start + length).join('').length;
          const lines = shown(units.join(''), 1, from + 1, to + 1, width);
          for (const line of lines.slice(1)) expect(widthOf(line)).toBeLessThanOrEqual(width);
          expect(lines[2]).toContain('^');
        },
      ),
    );
  });
});

describe('suggestions', () => {
  it.each([
    ['fromat', ['format', 'force'], 'format'],
    ['Buidl', ['build', 'check'], 'build'],
    ['xyzzy', ['build', 'check'], undefined],
    ['', ['a'], undefined],
    ['Left margin', ['margin', 'margin left', 'margin right'], 'margin left'],
  ])('for %j', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });
});
