import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGaramond } from '../fonts/garamond.js';
import { pageLabels } from '../../src/pdf/page-labels.js';
import { writePdf } from '../../src/pdf/write.js';
import { contextFor } from './context.js';
import { openPdf } from './reading.js';
import { HandSetting } from './setting.js';

/** Entries with their dictionaries as text. */
function written(labels: readonly string[]): string {
  return pageLabels(labels)
    .map((entry) =>
      typeof entry === 'number' ? String(entry) : Object.entries(entry).join(' ').replaceAll(',', ' '),
    )
    .join(' | ');
}

describe('pageLabels', () => {
  it.each<[string, string[], string]>([
    ['arabic', ['1', '2', '3'], '0 | S D'],
    ['from another number', ['7', '8'], '0 | S D St 7'],
    ['roman, then arabic', ['i', 'ii', 'iii', 'iv', '1', '2'], '0 | S r | 4 | S D'],
    ['capital roman', ['IX', 'X'], '0 | S R St 9'],
    ['with a gap', ['1', '3', '4'], '0 | S D | 1 | S D St 3'],
    ['other', ['A-1', '', '007', 'iiii'], '0 | P (A-1) | 1 | P () | 2 | P (007) | 3 | P (iiii)'],
  ])('%s', (_, labels, expected) => {
    expect(written(labels)).toBe(expected);
  });

  it('gives back any labels', async () => {
    const faces = await loadGaramond();
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('1', '2', '3', 'i', 'ii', 'V', 'c')),
          {
            minLength: 1,
            maxLength: 8,
          },
        ),
        async (labels) => {
          const setting = new HandSetting(faces.shaper);
          for (const label of labels) setting.page(label);
          const document = await openPdf(await writePdf(setting, contextFor(faces)));
          expect(await document.getPageLabels()).toEqual(labels);
          await document.loadingTask.destroy();
        },
      ),
      { numRuns: 20 },
    );
  });
});
