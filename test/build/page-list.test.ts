/** The pages of the PDF in the EPUB: every page, at the word that it begins with. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { build, nodeHost } from '../../src/index.js';
import { page } from '../cli/terminal.js';
import { openPdf } from '../pdf/reading.js';

describe('the page list of the EPUB', () => {
  it('has every page of the PDF, at its first word', async () => {
    // One paragraph that runs over several pages; every word is another one.
    const words = Array.from({ length: 2500 }, (_, i) => `word${String(i)}`);
    const content = page(`${words.join(' ')}.`);
    const { editions } = await build([{ path: 'a.txt', content }], { host: nodeHost() });
    const [edition] = editions;
    const bytesOf = (format: string): Uint8Array =>
      edition?.outputs.find((output) => output.format === format)?.bytes ?? new Uint8Array();
    const files = unzipSync(bytesOf('epub'));
    const fileOf = (name: string): string => strFromU8(files[`OEBPS/${name}`] ?? new Uint8Array());
    const list = [...fileOf('toc.xhtml').matchAll(/href="[^"]*#page-\d+">(\d+)</g)].map(([, label]) => label);

    const pdf = await openPdf(bytesOf('pdf'));
    expect(pdf.numPages).toBeGreaterThan(4);
    expect(list).toEqual(Array.from({ length: pdf.numPages }, (_, i) => String(i + 1)));
    const text = fileOf('text.xhtml');
    const broken = [...text.matchAll(/id="page-(\d+)"[^>]*?(?:\/>|><\/span>)(word\d+)/g)];
    expect(broken.length).toBeGreaterThan(2);
    for (const [, label, word] of broken) {
      const shown = await (await pdf.getPage(Number(label))).getTextContent();
      const onPage = shown.items.flatMap((item) => ('str' in item ? [item.str] : [])).join(' ');
      // Of the words that are on the page it is the first.
      const numbers = [...onPage.matchAll(/word(\d+)/g)].map(([, number]) => Number(number));
      expect(Math.min(...numbers), `page ${String(label)}`).toBe(Number(word?.slice(4)));
    }
  });
});
