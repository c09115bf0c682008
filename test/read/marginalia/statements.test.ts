import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { AnchorExpression } from '../../../src/read/marginalia/anchor-expression.js';
import { looksLikeReport } from '../../../src/read/marginalia/recognise.js';
import { readStatements, type Statement } from '../../../src/read/marginalia/statements.js';
import { vocabulary } from '../vocabulary.js';

interface Case {
  report: string;
  notes?: string[];
  none?: true;
}

const cases = parse(readFileSync(new URL('reports.yaml', import.meta.url), 'utf8')) as Case[];

function anchor(expression: AnchorExpression): string {
  switch (expression.kind) {
    case 'numbers':
      return `${expression.target} ${expression.values.join(',')}`;
    case 'ordinals':
      return `${expression.values.join(',')} ${expression.target}`;
    case 'words':
      return `«${expression.words}»`;
    case 'heading':
      return 'heading';
    case 'subject':
      return `${expression.target} about ${expression.subject.join(' ')}`;
    case 'list':
      return `list ${String(expression.value)}`;
    default:
      return `${expression.kind} ${expression.target}`;
  }
}

function line({ subject, words, sign, place, anchors, addressees }: Statement): string {
  const hand = subject.kind === 'name' ? subject.name : subject.kind === 'unknown' ? subject.label : '';
  const parts = [hand, words ?? `=${sign ?? ''}`, place ?? '', anchors.map(anchor).join(' & ')];
  if (addressees) parts.push(addressees.map(({ name }) => name).join('; '));
  return parts.join(' | ').replace(/\s+/gu, ' ').trim();
}

const tidy = (text: string): string => text.replace(/\s*\|\s*/gu, '|').trim();

describe('reports of marginal notes', () => {
  test.each(cases)('$report', ({ report, notes, none }) => {
    expect(looksLikeReport(report, vocabulary)).toBe(none !== true);
    if (notes) {
      expect(readStatements(report, 0, vocabulary).map((statement) => tidy(line(statement)))).toEqual(
        notes.map(tidy),
      );
    }
  });

  test('places lie in the source, and words are the words there', () => {
    for (const { report } of cases) {
      for (const statement of readStatements(report, 7, vocabulary)) {
        const there = report.slice(statement.start - 7, statement.end - 7);
        expect(there).toContain(statement.words ?? statement.sign?.replaceAll('"', ''));
      }
    }
  });

  test('any words are read without failing', () => {
    const word = fc.constantFrom(
      'Stalin',
      'wrote',
      '"a"',
      'beside',
      'points',
      '1',
      '-',
      '3',
      ',',
      'and',
      'the',
      'last',
      'two',
      'paragraph',
      'it',
      '.',
      '[',
      ']',
      'in',
      'margin',
      'top',
      '“',
      '”',
      'x',
      'He',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const text = words.join(' ');
        for (const { start, end } of readStatements(text, 0, vocabulary)) {
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});
