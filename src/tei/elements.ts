/** Walking a TEI tree without recursion, whatever its depth. */
import type { Element, Root } from 'xast';

/** Every element in document order. */
export function* elementsOf(root: Root | Element): Generator<Element> {
  const waiting: Element[] = [];
  const push = (nodes: Root['children']): void => {
    for (let index = nodes.length - 1; index >= 0; index--) {
      const node = nodes[index];
      if (node?.type === 'element') waiting.push(node);
    }
  };
  push(root.children);
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    push(node.children);
  }
}
