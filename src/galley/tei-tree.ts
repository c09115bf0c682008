/**
 * Reading an xast tree as TEI: names without prefix, attributes as TEI uses them, words with the white space of XML
 * collapsed. Nothing here recurses, so that a hostile depth of nesting does no harm.
 */
import type { Element, Nodes, Root } from 'xast';

export type TeiNode = Element['children'][number];

/** Name of an element in the TEI namespace, without a prefix; names with another prefix stay as they are. */
export function nameOf(element: Element): string {
  return element.name.startsWith('tei:') ? element.name.slice(4) : element.name;
}

/** Value of an attribute, white space trimmed; undefined if it is absent or empty. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.attributes[name]?.trim();
  return value === undefined || value === '' ? undefined : value;
}

/** Words of an attribute that holds several (`teidata.pointer` lists, `@place`, `@rend`). */
export function tokens(element: Element, name: string): string[] {
  return attribute(element, name)?.split(/[ \t\r\n]+/) ?? [];
}

/**
 * Language of an element as a canonical BCP 47 tag ("deu" is `de`); undefined where it says none, or no tag. RFC 5646;
 * canonical forms are those of CLDR, the same in every environment.
 */
export function languageOf(element: Element): string | undefined {
  return languageTag(attribute(element, 'xml:lang'));
}

export function languageTag(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  let tag = tags.get(value);
  if (tag === undefined) {
    try {
      tag = Intl.getCanonicalLocales(value)[0] ?? '';
    } catch {
      tag = ''; // RangeError: no well-formed tag
    }
    tags.set(value, tag);
  }
  return tag === '' ? undefined : tag;
}
const tags = new Map<string, string>();

/** Id that a pointer into the same file names; undefined for any other pointer. */
export function localId(pointer: string | undefined): string | undefined {
  return pointer?.startsWith('#') === true && pointer.length > 1 ? pointer.slice(1) : undefined;
}

export function childElements(parent: Element | Root | undefined, name?: string): Element[] {
  const found: Element[] = [];
  for (const child of parent?.children ?? [])
    if (child.type === 'element' && (name === undefined || nameOf(child) === name)) found.push(child);
  return found;
}

/** Elements reached by a path of child names: `path(header, 'fileDesc', 'titleStmt', 'title')`. */
export function path(from: Element | Root | undefined, ...names: string[]): Element[] {
  let level: (Element | Root)[] = from ? [from] : [];
  for (const name of names) level = level.flatMap((parent) => childElements(parent, name));
  return level as Element[]; // names is never empty in our calls: a level below `from` holds elements only
}

/** All elements below a node in document order; where `within` is false for an element, those in it are left out. */
export function* descendants(
  from: Element | Root | undefined,
  within: (element: Element) => boolean = () => true,
): Generator<Element> {
  if (!from) return;
  const stack: { nodes: readonly Nodes[]; next: number }[] = [{ nodes: from.children, next: 0 }];
  for (let level = stack.at(-1); level; level = stack.at(-1)) {
    const node = level.nodes[level.next++];
    if (!node) stack.pop();
    else if (node.type === 'element') {
      yield node;
      if (within(node)) stack.push({ nodes: node.children, next: 0 });
    }
  }
}

/** All texts below a node in document order; where `within` is false for an element, those in it are left out. */
export function* texts(from: Element, within: (element: Element) => boolean = () => true): Generator<string> {
  const stack: { nodes: readonly TeiNode[]; next: number }[] = [{ nodes: from.children, next: 0 }];
  for (let level = stack.at(-1); level; level = stack.at(-1)) {
    const node = level.nodes[level.next++];
    if (!node) stack.pop();
    else if (node.type === 'text' || node.type === 'cdata') yield node.value;
    else if (node.type === 'element' && within(node)) stack.push({ nodes: node.children, next: 0 });
  }
}

/** White space of XML: space, tab, line feed, carriage return. U+00A0 is none. */
export const xmlSpace = /[ \t\r\n]+/g;

/** Words of an element in one line; `within` as for `texts`. */
export function plainText(element: Element | undefined, within?: (element: Element) => boolean): string {
  if (!element) return '';
  return [...texts(element, within)].join('').replace(xmlSpace, ' ').replace(/^ | $/g, '');
}

/** Words of the paragraphs of an element, or of whatever else it holds, in one line. */
export function paragraphsText(element: Element): string {
  const paragraphs = childElements(element).map((child) => plainText(child));
  return isProse(element) ? plainText(element) : paragraphs.filter((words) => words !== '').join(' ');
}

/** True if an element has words of its own or in it. */
export function hasWords(element: Element): boolean {
  for (const value of texts(element)) if (/[^ \t\r\n]/.test(value)) return true;
  return false;
}

/**
 * Words of a description made of parts: prose as it stands, parts without any words between them joined by a comma
 * (`msIdentifier`, `biblStruct`, where TEI leaves the punctuation to who shows them).
 */
export function joinedText(element: Element): string {
  // Post-order over an explicit stack: a part is joined when its own parts are.
  interface Level {
    element: Element;
    next: number;
    parts: string[];
  }
  const stack: Level[] = [{ element, next: 0, parts: [] }];
  for (;;) {
    const level = stack.at(-1)!; // the loop ends when the first level is left
    const prose = level.next === 0 && isProse(level.element);
    const child = prose ? undefined : level.element.children[level.next++];
    if (child?.type === 'element') stack.push({ element: child, next: 0, parts: [] });
    else if (!child) {
      const words = prose ? plainText(level.element) : level.parts.join(', ');
      stack.pop();
      const parent = stack.at(-1);
      if (!parent) return words;
      if (words !== '') parent.parts.push(words);
    }
  }
}

/** True of an element that has words beside its children. */
export function isProse(element: Element): boolean {
  return element.children.some(
    (child) => (child.type === 'text' || child.type === 'cdata') && /[^ \t\r\n]/.test(child.value),
  );
}
