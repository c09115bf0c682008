/** Walking the transcription of an edition without recursion, whatever its depth. */
import type { EditionNode } from '../edition/types.js';

/** Every node of some blocks or phrases in the order of the text, parents first. */
export function* nodesOf(roots: readonly EditionNode[]): Generator<EditionNode> {
  const waiting = [...roots].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child) waiting.push(child);
    }
  }
}

/** How deep nodes are nested; 1 for nodes without children. */
export function depthOf(roots: readonly EditionNode[]): number {
  let level = roots;
  let depth = 0;
  while (level.length > 0) {
    depth++;
    level = level.flatMap((node) => childrenOf(node));
  }
  return depth;
}

/** The words of phrases or blocks as one string, labels and all printed marks included. */
export function plainText(roots: readonly EditionNode[]): string {
  let text = '';
  for (const node of nodesOf(roots)) if ('value' in node) text += node.value;
  return text;
}

function childrenOf(node: EditionNode): readonly EditionNode[] {
  if (!('children' in node)) return [];
  const label = 'label' in node ? node.label : node.type === 'distributionList' ? node.head : undefined;
  const speaker = node.type === 'paragraph' ? node.speaker : undefined;
  return [speaker, label, ...node.children].filter((child) => child !== undefined);
}
