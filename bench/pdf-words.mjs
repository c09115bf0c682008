import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/**
 * @param {string} file a PDF
 * @returns {Promise<{ letters: number, pages: number }>} how many letters and figures its text has
 */
export async function pdfWords(file) {
  const document = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
  let letters = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const content = await (await document.getPage(number)).getTextContent();
    for (const item of content.items) if ('str' in item) letters += lettersOf(item.str);
  }
  const pages = document.numPages;
  await document.destroy();
  return { letters, pages };
}

/**
 * @param {string} text
 * @returns {number}
 */
export function lettersOf(text) {
  return text.normalize('NFKC').match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
