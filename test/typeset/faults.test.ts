/** Lines that cannot be filled or do not fit are told, with their page and the place of their words. */
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { typeset } from '../../src/typeset/index.js';
import { fixedWidth, never } from './fixed-width.js';
import { galley, p } from './galleys.js';
import { plainDesign, type PlainShape } from './plain-design.js';

/** Rule, line, column and message for a paragraph that stands in line 3 of its source. */
function faults(words: string, shape: PlainShape): unknown[][] {
  const file = new VFile({ value: `A line.\n\n${words}` });
  const position = {
    start: { line: 3, column: 1, offset: 9 },
    end: { line: 3, column: words.length + 1, offset: words.length + 9 },
  };
  const content = galley([{ ...p('paragraph', words), position }]);
  expect([...typeset(content, plainDesign(shape), fixedWidth(), never, file).pages()]).toHaveLength(1);
  return file.messages.map(({ ruleId, line, column, reason }) => [ruleId, line, column, reason]);
}

describe('lines', () => {
  it('before a long word that is not divided have wide spaces: line-underfull', () => {
    const words = 'one two incomprehensibil and so on';
    const shape = { columns: 20, look: { alignment: 'justified' } } as const;
    expect(faults(words, shape)).toEqual([
      ['line-underfull', 3, 1, 'A line on page 1 has wide spaces: “one two”'],
    ]);
    expect(faults(words, { columns: 20 })).toEqual([]);
  });

  it('of letters that are wider than the column are too long: line-overfull', () => {
    expect(faults('W', { columns: 1, look: { size: 20 } })).toEqual([
      ['word-cut', 3, 1, '“W” is wider than its column and was divided where it can'],
      ['line-overfull', 3, 1, 'A line on page 1 is 5.0 pt longer than its column: “W”'],
    ]);
    expect(faults('W', { columns: 1 })).toEqual([]);
  });
});
