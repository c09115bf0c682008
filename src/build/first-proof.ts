/**
 * A first proof of a source: its lines as they came, set as plain paragraphs and thrown away. What is learnt of the words (their
 * shapes and where they divide) serves the pages, and the press is warm when the order to print comes. Nothing of it is
 * printed: the pages are the same without it.
 */
import { VFile } from 'vfile';
import type { Galley } from '../galley/types.js';
import { setPages, type Look } from './set-pages.js';
import type { Stock } from './stock.js';

/** Letters that are set: a few lines use all that the press uses; a page of them would take from the desk, which works at the same time, what it gains. */
const most = 600;

/** What a first proof takes of a source. */
export function beginningOf(content: string | Uint8Array): string {
  return typeof content === 'string'
    ? content.slice(0, most)
    : new TextDecoder().decode(content.subarray(0, most));
}

/** Sets the beginning of a source and forgets the pages. What goes wrong is told when the galley is set. */
export async function firstProof(text: string, look: Look, stock: Stock): Promise<void> {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const galley: Galley = {
    type: 'galley',
    lang: 'en',
    metadata: { title: '', authors: [], editors: [], keywords: [], languages: ['en'], date: '2000-01-01' },
    children: lines.map((value) => ({
      type: 'paragraph',
      style: 'paragraph',
      children: [{ type: 'text', value }],
    })),
    notes: [],
    running: { verso: '', recto: '' },
  };
  await setPages(galley, look, stock, new VFile()).catch(() => undefined);
}
