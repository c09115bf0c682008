import { readFileSync } from 'node:fs';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readReference } from '../../../src/read/reference/index.js';
import { shapeOfReading, type ExpectedReading } from './shape.js';
import { tables } from './tables.js';

interface Case extends ExpectedReading {
  text: string;
}

// Checked by hand, one for each shape.
const cases = parse(readFileSync(new URL('cases.yaml', import.meta.url), 'utf8')) as Record<string, Case[]>;

describe.each(Object.entries(cases))('%s', (_, list) => {
  it.each(list)('$text', ({ text, ...expected }) => {
    const file = new VFile();
    const found = readReference(text, { line: 1, column: 1, offset: 0 }, tables, file);
    expect(
      shapeOfReading(
        found,
        file.messages.map(({ ruleId }) => ruleId ?? ''),
      ),
    ).toEqual(expected);
  });
});
