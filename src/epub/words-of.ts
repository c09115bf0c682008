/** The words of inline nodes, without notes and page numbers. */
import type { Inline } from '../galley/types.js';

/** In order, white space as it is. */
export function wordsOf(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      return node.type === 'span' || node.type === 'link' ? wordsOf(node.children) : '';
    })
    .join('');
}

/** White space of any kind as single spaces, none at the ends. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
