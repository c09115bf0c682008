/** Building xast elements the way the parser would give them back: no empty text, no two texts side by side. */
import type { Element, Text } from 'xast';
import type { Position } from 'unist';
import type { ElementName } from './names.js';

/** Values by name, in the order in which they are to be written; `undefined` leaves the attribute out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** What may stand inside an element; `undefined` stands for nothing, so that optional parts can be written in place. */
export type Content = Element | Text | string | undefined;

/**
 * An element. White space in attribute values is made single spaces, as every XML parser would for a line end
 * (XML 1.0, 3.3.3); texts side by side become one.
 */
export function element(
  name: ElementName,
  attributes: Attributes = {},
  children: readonly Content[] = [],
  position?: Position,
): Element {
  const written: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined)
      written[key] = String(value)
        .replace(/[\t\n\r ]+/g, ' ')
        .trim();
  }
  return {
    type: 'element',
    name,
    attributes: written,
    children: joined(children),
    ...(position ? { position } : {}),
  };
}

/** A text node that remembers where in the source its words stand. */
export function words(value: string, position?: Position): Text {
  return { type: 'text', value, ...(position ? { position } : {}) };
}

/** The element, or nothing if it would hold nothing. */
export function unlessEmpty(
  name: ElementName,
  attributes: Attributes,
  children: readonly Content[],
): Element | undefined {
  const made = element(name, attributes, children);
  return made.children.length > 0 ? made : undefined;
}

/** Children without gaps; texts side by side become one. */
function joined(children: readonly Content[]): (Element | Text)[] {
  const result: (Element | Text)[] = [];
  for (const child of children) {
    if (child === undefined) continue;
    const node = typeof child === 'string' ? words(child) : child;
    if (node.type === 'element') {
      result.push(node);
      continue;
    }
    if (node.value === '') continue;
    const last = result.at(-1);
    if (last?.type === 'text') result[result.length - 1] = merged(last, node);
    else result.push(node);
  }
  return result;
}

function merged(first: Text, second: Text): Text {
  const start = first.position ?? second.position;
  const end = second.position ?? first.position;
  return words(first.value + second.value, start && end ? { start: start.start, end: end.end } : undefined);
}

/** A value list's word (TEI's teidata.enumerated): no spaces, no invisible characters. */
export function token(value: string): string {
  return value.replace(/[\p{C}\p{Z}]+/gu, '-');
}
