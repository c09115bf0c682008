/** A list that the source ran into a paragraph ("1. Regarding … 2. Regarding …"). */
import type { RunInEntry, RunInList } from '../../edition/types.js';
import { element, words, type Content } from '../element.js';
import type { Encoding } from '../encoding.js';
import { originAttributes } from '../responsibility.js';
import { opensWithSpace, phrases } from './phrases.js';

interface Entry {
  node: RunInEntry;
  /** White space between label and words. */
  space: string;
  children: Content[];
  /** White space before the next label. */
  after: string;
}

/** White space of XML: nothing else may stand between the items of a list (U+00A0 may not). */
const blank = /^[ \t\r\n]*$/u;

/**
 * `list[@rend="inline"]`. The source's spaces between label, words and next label stand between the elements, and one
 * where it has none, so that the label does not run into the words; words between two entries belong to the entry before.
 */
export function runInList(list: RunInList, encoding: Encoding): Content[] {
  const before: Content[] = [];
  const entries: Entry[] = [];
  for (const child of list.children) {
    const last = entries.at(-1);
    if (child.type === 'runInEntry') {
      entries.push({ node: child, ...spaceApart(phrases(child.children, encoding)), after: '' });
    } else if (!last) {
      before.push(words(child.value, child.position));
    } else if (blank.test(child.value)) {
      last.after += child.value;
    } else {
      last.children.push(last.after, words(child.value, child.position));
      last.after = '';
    }
  }
  if (entries.length === 0) return before;
  const content = entries.flatMap(({ node, space, children, after }) => [
    element('label', {}, [words(node.label.value, node.label.position)]),
    space === '' && !opensWithSpace(node.children) ? ' ' : space,
    element('item', { n: node.n }, children, node.position),
    after,
  ]);
  const attributes = { rend: 'inline', ...originAttributes(list.origin, encoding) };
  return [...before, element('list', attributes, content, list.position)];
}

/** The white space that phrases begin with, apart from them. */
function spaceApart(children: readonly Content[]): { space: string; children: Content[] } {
  const [first, ...rest] = children;
  if (typeof first !== 'object' || first.type !== 'text') return { space: '', children: [...children] };
  const space = /^[ \t\r\n]*/u.exec(first.value)?.[0] ?? '';
  return { space, children: [words(first.value.slice(space.length), first.position), ...rest] };
}
