/** What TEI's schemas do not check: that ids occur once and every pointer leads somewhere inside the file. */
import type { Element, Root } from 'xast';
import { elementsOf } from './elements.js';

/** Attributes that point; several pointers are separated by white space (teidata.pointer). */
const pointing = [
  'ref',
  'hand',
  'target',
  'corresp',
  'scheme',
  'ana',
  'resp',
  'source',
  'scribeRef',
  'who',
  'assertedValue',
] as const;

/** Elements whose `@target` leads out of the file: a licence, a link in prose. */
const outward = new Set(['licence', 'ref', 'ptr']);

export interface PointerFinding {
  node: Element;
  /** In a few words, as diagnostics say what they found. */
  actual: string;
}

export function checkPointers(root: Root): PointerFinding[] {
  const findings: PointerFinding[] = [];
  const ids = new Set<string>();
  for (const node of elementsOf(root)) {
    const id = node.attributes['xml:id'];
    if (typeof id !== 'string') continue;
    if (ids.has(id)) findings.push({ node, actual: `second element with xml:id="${id}"` });
    ids.add(id);
  }
  for (const node of elementsOf(root)) {
    for (const name of pointing) {
      const value = node.attributes[name];
      if (typeof value !== 'string') continue;
      const leadsOut = name === 'target' && outward.has(node.name);
      for (const pointer of value.split(/[ \t\r\n]+/)) {
        if (leadsOut && /^[a-z][a-z0-9+.-]*:/i.test(pointer)) continue;
        if (pointer.startsWith('#') && ids.has(pointer.slice(1))) continue;
        findings.push({ node, actual: `${node.name}/@${name} that leads nowhere: "${pointer}"` });
      }
    }
    for (const name of ['from', 'to']) {
      const value = node.attributes[name];
      if (typeof value === 'string' && /\s/.test(value)) {
        findings.push({ node, actual: `${node.name}/@${name} with a space: "${value}"` });
      }
    }
  }
  return findings;
}
