import { readFileSync } from 'node:fs';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Copy, Responsibility, Span } from '../../../src/edition/types.js';
import { readReference } from '../../../src/read/reference/index.js';
import { tables } from './tables.js';

interface ExpectedCopy {
  is: string;
  repository?: string;
  shelfmark?: string[];
  leaves?: string[];
  lacunae?: string[];
  partial?: boolean;
  former?: string[];
  description?: string[];
  language?: string;
  provenance?: string[];
  remainder?: string[];
}
interface Expected {
  text: string;
  copies?: ExpectedCopy[];
  printed?: number;
  responsibilities?: string[];
  messages?: string[];
}

const references = [
  'many-archives.yaml',
  'many-notations.yaml',
  'state-archives.yaml',
  'further-archives.yaml',
  'credits.yaml',
].flatMap(
  (name) =>
    (parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as { references: Expected[] }).references,
);

const words = (spans: readonly Span[]): string[] => spans.map(({ text }) => text);
const statement = ({ kind, names }: Responsibility): string => `${kind}: ${names.join('; ')}`.trim();

function inShort(copy: Copy, expected: ExpectedCopy | undefined): ExpectedCopy {
  const { repository } = copy;
  return {
    // The beginning of the verbatim string, as long as the expected one.
    is: copy.verbatim.slice(0, expected?.is.length ?? 20),
    ...(repository && { repository: repository.known ? repository.key : `${repository.key}?` }),
    ...filled(
      'shelfmark',
      copy.shelfmark.map(({ unit, text }) => `${unit} ${text}`),
    ),
    ...filled(
      'leaves',
      copy.leaves.map(({ unit, from, to }) => `${unit} ${from}..${to}`),
    ),
    ...filled('lacunae', words(copy.lacunae)),
    ...(expected?.partial !== undefined && { partial: copy.partial }),
    ...filled('former', words(copy.former)),
    ...filled('description', words(copy.description)),
    ...(copy.language && { language: copy.language.value }),
    ...filled('provenance', copy.provenance.map(statement)),
    ...filled('remainder', words(copy.remainder)),
  };
}

function filled<K extends string>(key: K, list: string[]): Partial<Record<K, string[]>> {
  return list.length > 0 ? ({ [key]: list } as Partial<Record<K, string[]>>) : {};
}

describe('references to the archives of many countries', () => {
  it('are more than a hundred', () => {
    expect(references.length).toBeGreaterThan(100);
  });

  it.each(references)('$text', (expected) => {
    const file = new VFile();
    const found = readReference(expected.text, { line: 1, column: 1, offset: 0 }, tables, file);
    expect({
      copies: found.copies.map((copy, index) => inShort(copy, expected.copies?.[index])),
      printed: found.printedSources.length,
      responsibilities: found.responsibilities.map(statement),
      messages: file.messages.map(({ ruleId }) => ruleId),
    }).toEqual({
      copies: expected.copies ?? [],
      printed: expected.printed ?? 0,
      responsibilities: expected.responsibilities ?? [],
      messages: expected.messages ?? [],
    });
  });
});
