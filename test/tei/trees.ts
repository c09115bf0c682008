/** Looking into TEI trees in tests. */
import { readFile } from 'node:fs/promises';
import type { Element, Nodes, Root } from 'xast';
import { elementsOf } from '../../src/tei/elements.js';

/** The tree without positions: what has to come back from the file. */
export function bare<Tree extends Nodes>(node: Tree): Tree {
  const { position: _, ...rest } = node;
  // Only the position is gone, which every node may lack.
  const copy = rest as Tree;
  if ('children' in copy) copy.children = copy.children.map((child) => bare(child));
  return copy;
}

export function all(root: Root | Element, name: string, attributes: Record<string, string> = {}): Element[] {
  return [...elementsOf(root)].filter(
    (node) =>
      node.name === name &&
      Object.entries(attributes).every(([key, value]) => node.attributes[key] === value),
  );
}

/** The one element of that name and attributes; throws if there is none or there are several. */
export function one(root: Root | Element, name: string, attributes: Record<string, string> = {}): Element {
  const found = all(root, name, attributes);
  const [first] = found;
  if (!first || found.length > 1)
    throw new Error(`${String(found.length)} elements ${name} ${JSON.stringify(attributes)}`);
  return first;
}

/** All words in an element. */
export function textOf(node: Nodes): string {
  return 'children' in node ? node.children.map(textOf).join('') : node.type === 'text' ? node.value : '';
}

/** Words of `text` that are the source's: derived notes and corrections do not count. */
export function transcribed(root: Root): string {
  const walk = (node: Nodes): string => {
    if (node.type === 'text') return node.value;
    if (!('children' in node)) return '';
    if (node.type === 'element') {
      if (node.name === 'corr') return '';
      if (node.name === 'note' && node.attributes['corresp'] !== undefined) return '';
    }
    return node.children.map(walk).join('');
  };
  return walk(one(root, 'text'));
}

/** Without the white space of XML, which alone may differ. U+00A0 counts as a word. */
export function withoutSpace(text: string): string {
  return text.replace(/[ \t\r\n]+/g, '');
}

/** A host whose resources are the files of the repository. */
export const repository = {
  async resource(path: string): Promise<Uint8Array> {
    return readFile(new URL(`../../${path}`, import.meta.url));
  },
};
