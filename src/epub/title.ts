/** What the publication is called, on its cover, in catalogues and in the windows of reading systems. */
import type { Galley, GalleyBlock } from '../galley/types.js';
import type { EpubWords } from './context.js';
import { oneLine, wordsOf } from './words-of.js';

/** The title as it is printed above the text, with its quotation marks; else that of the record. */
export function titleOf({ metadata, children }: Galley, words: EpubWords): string {
  return printedTitle(children) || oneLine(metadata.title) || words.document;
}

/** Empty if there is none. */
export function printedTitle(blocks: readonly GalleyBlock[]): string {
  for (const block of blocks) {
    if (block.type === 'heading' && block.style === 'title') return oneLine(wordsOf(block.children));
    const found = block.type === 'section' ? printedTitle(block.children) : '';
    if (found !== '') return found;
  }
  return '';
}
