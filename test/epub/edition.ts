/** An EPUB made in a test, opened: what `writeEpub` needs, and what is in the file. */
import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { expect } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import type { Element, Root } from 'xast';
import { parse } from 'yaml';
import { writeEpub, type EpubContext, type EpubWords } from '../../src/epub/index.js';
import { loadFaces, type Faces } from '../../src/fonts/faces.js';
import { nodeHost } from '../../src/host/node.js';
import type { Galley } from '../../src/galley/types.js';

const garamond = '@expo-google-fonts/eb-garamond';
let faces: Promise<Faces> | undefined;

export function words(lang: string): EpubWords {
  // The tables that ship have this shape; `words.test.ts` checks it.
  return parse(readFileSync(`templates/epub/${lang}.yaml`, 'utf8')) as EpubWords;
}

export async function contextOf(changes: Partial<EpubContext> = {}): Promise<EpubContext> {
  const host = nodeHost();
  faces ??= loadFaces(
    {
      roman: { package: garamond, file: '400Regular/EBGaramond_400Regular.ttf' },
      italic: { package: garamond, file: '400Regular_Italic/EBGaramond_400Regular_Italic.ttf' },
      bold: { package: garamond, file: '600SemiBold/EBGaramond_600SemiBold.ttf' },
    },
    host,
  );
  return {
    faces: await faces,
    words: words('en'),
    date: '2026-01-02',
    key: 'test/telegram',
    generator: 'Marginalia 0.1.0',
    host,
    ...changes,
  };
}

export interface Opened {
  readonly bytes: Uint8Array;
  /** Names in the order of the central directory. */
  readonly names: readonly string[];
  text(name: string): string;
  /** Parsed; throws if it is ill-formed. */
  tree(name: string): Root;
  binary(name: string): Uint8Array;
}

export async function makeEpub(galley: Galley, changes: Partial<EpubContext> = {}): Promise<Opened> {
  return open(await writeEpub(galley, await contextOf(changes)));
}

export async function open(bytes: Uint8Array): Promise<Opened> {
  const zip = await JSZip.loadAsync(bytes, { checkCRC32: true });
  const names = Object.keys(zip.files);
  const contents = new Map<string, Uint8Array>();
  for (const name of names) {
    const file = zip.file(name);
    if (file) contents.set(name, await file.async('uint8array'));
  }
  const binary = (name: string): Uint8Array => {
    const found = contents.get(name);
    if (!found) throw new Error(`the package has no ${name}`);
    return found;
  };
  const text = (name: string): string => new TextDecoder('utf-8', { fatal: true }).decode(binary(name));
  // The doctype is HTML's; the parser knows no such thing as an entity in it.
  return { bytes, names, text, tree: (name) => fromXml(text(name)), binary };
}

/** All elements below a node, in order. */
export function elements(node: Root | Element): Element[] {
  return node.children.flatMap((child) => (child.type === 'element' ? [child, ...elements(child)] : []));
}

/** The words of the content documents in the order of the spine. */
export function wordsOf(epub: Opened): string[] {
  const spine = elements(epub.tree('OEBPS/content.opf'))
    .filter(({ name }) => name === 'itemref')
    .map(({ attributes }) => attributes['idref'] ?? '');
  const files = spine.filter((id) => id !== 'toc' && id !== 'cover').map((id) => `OEBPS/${id}.xhtml`);
  // Blocks stand on lines of their own, so that the text of the file is the text that is read.
  return files
    .flatMap((file) => elements(epub.tree(file)).filter(({ name }) => name === 'body'))
    .flatMap((body) => textOf(body).split(/\s+/))
    .filter((word) => word !== '');
}
/** All text below an element. */
export function textOf(node: Element): string {
  return node.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : ''))
    .join('');
}

/** Every id is there once in its file, and every link inside the package leads to one. */
export function checkLinks(epub: Opened): void {
  const files = epub.names.filter((name) => /\.(xhtml|ncx)$/.test(name));
  const ids = new Map<string, Set<string>>();
  for (const file of files) {
    const found = elements(epub.tree(file)).flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(new Set(found).size, `ids of ${file}`).toBe(found.length);
    ids.set(file.replace('OEBPS/', ''), new Set(found));
  }
  for (const file of files) {
    for (const { attributes } of elements(epub.tree(file))) {
      for (const key of ['aria-labelledby', 'aria-describedby']) {
        const target = attributes[key];
        if (typeof target === 'string') expect(ids.get(file.replace('OEBPS/', ''))).toContain(target);
      }
      const href = attributes['href'] ?? attributes['src'];
      if (typeof href !== 'string' || /^[a-z]+:/.test(href)) continue;
      const [path = '', fragment] = href.split('#');
      const target = path === '' ? file.replace('OEBPS/', '') : path;
      expect(epub.names).toContain(`OEBPS/${target}`);
      if (fragment !== undefined) expect(ids.get(target), `${href} in ${file}`).toContain(fragment);
    }
  }
}
