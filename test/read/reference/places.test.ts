import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { readReference } from '../../../src/read/reference/index.js';
import { tables } from './tables.js';

describe('places in the file', () => {
  it.each(['\n', '\r\n', '\r'])('count lines that end in %j', (end) => {
    const text = `APRF, f. 3${end}${end}RGASPI, f. 17, zzz zzz`;
    const file = new VFile();
    const { copies } = readReference(text, { line: 41, column: 9, offset: 500 }, tables, file);
    const second = 10 + 2 * end.length;
    expect(copies.map(({ position }) => position)).toEqual([
      { start: { line: 41, column: 9, offset: 500 }, end: { line: 41, column: 19, offset: 510 } },
      {
        start: { line: 43, column: 1, offset: 500 + second },
        end: { line: 43, column: 23, offset: 522 + second },
      },
    ]);
    // The message marks exactly what was not understood.
    expect(file.messages.map(({ ruleId, place }) => [ruleId, place])).toEqual([
      [
        'reference-not-understood',
        {
          start: { line: 43, column: 16, offset: 515 + second },
          end: { line: 43, column: 23, offset: 522 + second },
        },
      ],
    ]);
  });

  it('may lack offsets', () => {
    const { copies } = readReference('APRF, f. 3', { line: 1, column: 1 }, tables, new VFile());
    expect(copies[0]?.position).toEqual({ start: { line: 1, column: 1 }, end: { line: 1, column: 11 } });
  });
});
