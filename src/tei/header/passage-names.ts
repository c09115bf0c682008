/** What the passages that notes stand beside are called in a sentence: by printed number, else by their first words. */
import type { DocumentNode, Label } from '../../edition/types.js';
import { nodesOf, plainText } from '../census.js';
import { enumeration, openingWords, quoted } from './prose.js';

export class PassageNames {
  readonly #names = new Map<string, { kind: string; name: string }>();
  readonly #document: string;

  constructor(document: DocumentNode) {
    this.#document = document.id;
    const seen = new Set<string>();
    for (const node of nodesOf(document.children)) {
      switch (node.type) {
        case 'heading':
          this.#names.set(node.id, { kind: 'the heading', name: `the heading ${opening([node])}` });
          break;
        case 'paragraph':
          this.#names.set(node.id, {
            kind: 'the paragraph',
            name: `the paragraph ${opening([...labelOf(node.label), ...node.children])}`,
          });
          break;
        case 'points':
          this.#names.set(node.id, { kind: 'the list', name: `the list ${opening([node])}` });
          break;
        case 'point': {
          // A number that was met before, or a dash, does not tell one point from another.
          const numbered = /[\p{L}\p{N}]/u.test(node.n) && !seen.has(node.n);
          seen.add(node.n);
          this.#names.set(
            node.id,
            numbered
              ? { kind: 'point', name: node.n }
              : { kind: 'the point', name: `the point ${opening(node.children)}` },
          );
          break;
        }
        case 'passage':
          this.#names.set(node.id, { kind: 'the words', name: `the words ${opening([node])}` });
          break;
        default:
          break;
      }
    }
  }

  /** "points 1, 2 and 3", "the paragraph “I ask your orders …”", "the document as a whole". */
  of(ids: readonly string[]): string {
    const numbers: string[] = [];
    const others: string[] = [];
    for (const id of ids) {
      const known = this.#names.get(id);
      if (id === this.#document || !known) others.push('the document as a whole');
      else (known.kind === 'point' ? numbers : others).push(known.name);
    }
    const points =
      numbers.length === 0 ? [] : [`${numbers.length === 1 ? 'point' : 'points'} ${enumeration(numbers)}`];
    return enumeration([...points, ...others]);
  }
}

function labelOf(label: Label | undefined): Label[] {
  return label ? [label, { type: 'label', value: ' ' }] : [];
}

function opening(nodes: Parameters<typeof plainText>[0]): string {
  return quoted(openingWords(plainText(nodes)));
}
