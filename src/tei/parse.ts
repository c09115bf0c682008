/** Reading TEI text, ours or made elsewhere. Whatever is wrong is reported; nothing throws. */
import type { Element, Root } from 'xast';
import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import { VFileMessage } from 'vfile-message';
import { fromXml } from 'xast-util-from-xml';
import { report } from '../diagnostics/report.js';
import { tooDeepAt } from './depth.js';
import { elementsOf } from './elements.js';
import { teiNamespace } from './namespace.js';

/**
 * The tree of a TEI text, with positions. Elements of the TEI namespace lose their prefix.
 *
 * Errors (the tree is empty then): `tei-ill-formed`, `tei-entity` for references to entities that only a DTD could
 * define, `tei-nesting`, `tei-root`. Warnings: `tei-namespace` once for each other namespace, `tei-duplicate-id`.
 */
export function parseTei(text: string, file: VFile): Root {
  const deep = tooDeepAt(text);
  if (deep !== undefined) {
    report(file, 'tei-nesting', {
      place: location(text).toPoint(deep),
      actual: 'elements that nest too deep',
    });
    return { type: 'root', children: [] };
  }
  let root: Root;
  try {
    root = fromXml(text);
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error;
    reportIllFormed(error, file);
    return { type: 'root', children: [] };
  }
  resolveNamespaces(root, file);
  const top = root.children.find((node) => node.type === 'element');
  if (top?.name !== 'TEI' && top?.name !== 'teiCorpus') {
    report(file, 'tei-root', { place: top, actual: `element ${top?.name ?? ''}`, expected: 'TEI' });
    return { type: 'root', children: [] };
  }
  reportDuplicates(root, file);
  return root;
}

/** The parser's own message stands in the first line of the cause, an excerpt below it. */
function reportIllFormed(error: VFileMessage, file: VFile): void {
  const cause = error.cause instanceof Error ? error.cause.message : error.reason;
  const reason = (cause.split('\n')[0] ?? '').replace(/ \(line \d+, column \d+\)$/, '');
  report(file, /entit(?:y|ies)/i.test(reason) ? 'tei-entity' : 'tei-ill-formed', {
    place: error.place,
    reason,
  });
}

interface Scope {
  /** Namespace by prefix; '' is the default. */
  readonly bound: ReadonlyMap<string, string>;
}

/** Namespaces in XML, 6. Elements are renamed in place. */
function resolveNamespaces(root: Root, file: VFile): void {
  const reported = new Set<string>();
  const outermost: Scope = { bound: new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]) };
  const waiting: { node: Element; scope: Scope }[] = [];
  const push = (nodes: Root['children'], scope: Scope): void => {
    for (let index = nodes.length - 1; index >= 0; index--) {
      const node = nodes[index];
      if (node?.type === 'element') waiting.push({ node, scope });
    }
  };
  push(root.children, outermost);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node } = next;
    const scope = innerScope(node, next.scope);
    const colon = node.name.indexOf(':');
    const namespace = scope.bound.get(colon < 0 ? '' : node.name.slice(0, colon)) ?? '';
    if (namespace === teiNamespace) {
      if (colon >= 0) node.name = node.name.slice(colon + 1);
    } else if (!reported.has(namespace)) {
      reported.add(namespace);
      report(file, 'tei-namespace', {
        place: node,
        actual: namespace === '' ? `element ${node.name} without a namespace` : `namespace ${namespace}`,
        expected: teiNamespace,
      });
    }
    push(node.children, scope);
  }
}

function innerScope(node: Element, scope: Scope): Scope {
  const declared = Object.entries(node.attributes).flatMap(([name, value]): [string, string][] =>
    name === 'xmlns'
      ? [['', value ?? '']]
      : name.startsWith('xmlns:')
        ? [[name.slice('xmlns:'.length), value ?? '']]
        : [],
  );
  return declared.length === 0 ? scope : { bound: new Map([...scope.bound, ...declared]) };
}

function reportDuplicates(root: Root, file: VFile): void {
  const seen = new Map<string, Element>();
  for (const node of elementsOf(root)) {
    const id = node.attributes['xml:id'];
    if (typeof id !== 'string') continue;
    const first = seen.get(id);
    if (!first) seen.set(id, node);
    else {
      report(file, 'tei-duplicate-id', {
        place: node,
        actual: `second element with xml:id="${id}"`,
        ...(first.position ? { related: [{ position: first.position, text: 'the first one' }] } : {}),
      });
    }
  }
}
