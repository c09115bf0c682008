/**
 * A first proof of a source: its lines as they came, set as plain paragraphs and thrown away. What is learnt of the words (their
 * shapes and where they divide) serves the pages, and the press is warm when the order to print comes. Nothing of it is
 * printed: the pages are the same without it.
 */
import { VFile } from 'vfile';
import type { Galley } from '../galley/types.js';
import { setPages, type Look, type SetPages } from './set-pages.js';
import type { Stock } from './stock.js';

/** Most letters that are set: a page; more would not be ready when the galley comes. */
const most = 3000;

/** What a first proof takes of a source. */
export function beginningOf(content: string | Uint8Array): string {
  return typeof content === 'string'
    ? content.slice(0, most)
    : new TextDecoder().decode(content.subarray(0, most));
}

/** Sets the beginning of a source; undefined where that fails: what goes wrong is told when the galley is set. */
export async function firstProof(text: string, look: Look, stock: Stock): Promise<SetPages | undefined> {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const galley: Galley = {
    type: 'galley',
    lang,
    metadata: { ...metadata, date },
    children: lines.map((value) => ({
      type: 'paragraph',
      style: 'paragraph',
      children: [{ type: 'text', value }],
    })),
    notes: [],
    running: { verso: '', recto: '' },
  };
  return setPages(galley, look, stock, new VFile()).catch(() => undefined);
}

/** Prints a first proof, and forgets it. */
export async function printProof(proof: SetPages): Promise<void> {
  const { streamPdf } = await import('../pdf/write.js');
  const { faces } = proof;
  const attachment = { name: 'proof', bytes: new Uint8Array(), description: '' };
  await streamPdf(
    proof,
    { metadata: { ...metadata, title: 'proof' }, lang, faces, date, attachment, producer: '' },
    () => undefined,
  );
}

const lang = 'en';
const date = '2000-01-01';
const metadata = { title: '', authors: [], editors: [], keywords: [], languages: [lang] };
