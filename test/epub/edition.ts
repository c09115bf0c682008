/** An EPUB made in a test, opened: what `writeEpub` needs, and what is in the file. */
import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
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
