/**
 * xast → XML text. `xast-util-to-xml` writes what it is given; the characters that would make the file ill-formed or
 * be lost are dealt with here.
 */
import { toXml } from 'xast-util-to-xml';
import type { Nodes } from 'xast';

/** What XML 1.0 does not allow (2.2 Char), and halves of surrogate pairs. */
const notXml =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * @throws TypeError for a character that no XML file can hold: the galley is made from XML, so it cannot have one
 */
export function serialise(tree: Nodes): string {
  const xml = toXml(guarded(tree));
  // No CDATA section and no raw XML is ever made, so that "]]>" can only be text or an attribute's value (XML 1.0, 2.4);
  // a raw CR would be read back as a line feed (2.11).
  return xml.replaceAll(']]>', ']]&gt;').replaceAll('\r', '&#xD;');
}

function guarded<Tree extends Nodes>(tree: Tree): Tree {
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'text') guardText(node.value);
    else if (node.type === 'element') {
      for (const [name, value] of Object.entries(node.attributes)) {
        if (typeof value !== 'string') continue;
        guardText(value);
        // White space in attributes is read back as single spaces by some readers and as it is by others.
        if (/[\t\n\r]/.test(value)) node.attributes[name] = value.replace(/\s+/g, ' ');
      }
    }
    if ('children' in node) stack.push(...node.children);
  }
  return tree;
}

/** @throws TypeError for a character that no XML file can hold */
export function guardText(text: string): string {
  const found = notXml.exec(text);
  if (found) {
    const hex = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    throw new TypeError(`U+${hex} cannot stand in XML`);
  }
  return text;
}
