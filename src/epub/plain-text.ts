/** The words of a tree, without markup. */
import type { Nodes } from 'xast';

/** Text of a node and all below it, in order. */
export function plainText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  return node.children.map(plainText).join('');
}
