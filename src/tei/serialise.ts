/**
 * TEI as text. `xast-util-to-xml` writes what it is given; what XML cannot hold is found before, so that every file we
 * write is read back as the tree it was written from.
 */
import type { Nodes, Root, RootContent } from 'xast';
import { toXml } from 'xast-util-to-xml';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';
import { codePointName, forbiddenCharacter, isQualifiedName } from './characters.js';
import { maximumDepth } from './depth.js';

type Finding = { rule: 'character-forbidden' | 'tei-nesting'; node: Nodes; actual: string };

/**
 * Writes a tree: XML declaration, elements without content closed in their tag, one line feed at the end.
 *
 * Characters that XML cannot hold are the source's fault: they are reported to `file` (`character-forbidden`, with the place
 * of the words they stand in) and U+FFFD stands for them in the text, which must not be kept then. The same holds for
 * nesting deeper than `maximumDepth`, where nothing is written at all.
 *
 * @throws TypeError for the same findings if there is no file to report to; for names, instructions, comments and
 *   CDATA sections that are not well-formed, which only a program can have made.
 */
export function serialise(root: Root, file?: VFile): string {
  const findings = inspect(root);
  for (const { rule, node, actual } of findings) {
    if (!file) throw new TypeError(`serialise: ${actual}`);
    report(file, rule, { place: node, actual });
  }
  if (findings.some((finding) => finding.rule === 'tei-nesting')) return '';
  return root.children
    .map(
      (node) =>
        toXml(prepared(node), { closeEmptyElements: true, tightClose: true, allowDangerousXml: true }) + '\n',
    )
    .join('');
}

/** Walks without recursion: nothing is known of the depth yet. */
function inspect(root: Root): Finding[] {
  const findings: Finding[] = [];
  const waiting: { node: RootContent; depth: number }[] = [];
  const push = (nodes: readonly RootContent[], depth: number): void => {
    for (let index = nodes.length - 1; index >= 0; index--) {
      const node = nodes[index];
      if (node) waiting.push({ node, depth });
    }
  };
  push(root.children, 1);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next;
    if (depth > maximumDepth) {
      findings.push({
        rule: 'tei-nesting',
        node,
        actual: `nesting deeper than ${String(maximumDepth)} elements`,
      });
      break;
    }
    if ('value' in node) requireWellFormed(node.type, node.value);
    if (node.type === 'instruction' || node.type === 'element') requireName(node.name);
    if (node.type === 'text' || node.type === 'cdata' || node.type === 'comment') {
      const found = forbiddenCharacter.exec(node.value);
      if (found)
        findings.push({ rule: 'character-forbidden', node, actual: `character ${codePointName(found[0])}` });
    }
    if (node.type !== 'element') continue;
    for (const [name, value] of Object.entries(node.attributes)) {
      requireName(name);
      const found = forbiddenCharacter.exec(value ?? '') ?? /[\t\n\r]/.exec(value ?? '');
      if (found) {
        findings.push({
          rule: 'character-forbidden',
          node,
          actual: `character ${codePointName(found[0])} in @${name}`,
        });
      }
    }
    push(node.children, depth + 1);
  }
  return findings;
}

function requireName(name: string): void {
  if (!isQualifiedName(name)) throw new TypeError(`serialise: ${JSON.stringify(name)} is no XML name`);
}

/** Sequences that would end a construct early (XML 1.0, 2.5–2.7). */
const ending: Partial<Record<RootContent['type'], RegExp>> = {
  comment: /--|-$/,
  cdata: /\]\]>/,
  instruction: /\?>/,
};

function requireWellFormed(type: RootContent['type'], value: string): void {
  if (ending[type]?.test(value))
    throw new TypeError(`serialise: ${JSON.stringify(value)} cannot stand in a ${type}`);
}

/** What needs a character reference where the library writes none: `]]>` in text (XML 1.0, 2.4), carriage returns (2.11). */
const unsafe = /\r|(?<=^|\])>/;
const anyForbidden = new RegExp(forbiddenCharacter.source, 'g');

/** The node itself where the library writes it right, otherwise a copy that it does. Depth is bounded by now. */
function prepared(node: RootContent): RootContent {
  switch (node.type) {
    case 'element': {
      const children = node.children.flatMap((child) =>
        child.type === 'text' ? textParts(child.value) : prepared(child),
      );
      const attributes = Object.fromEntries(
        Object.entries(node.attributes).map(([name, value]) => [
          name,
          value?.replace(anyForbidden, '\uFFFD').replace(/[\t\n\r]/g, ' '),
        ]),
      );
      // Children of an element stay children of an element: `raw` is text to the library.
      return { ...node, attributes, children: children as typeof node.children };
    }
    case 'cdata':
    case 'comment':
      return { ...node, value: node.value.replace(anyForbidden, '\uFFFD') };
    default:
      return node;
  }
}

function textParts(value: string): RootContent[] {
  const clean = forbiddenCharacter.test(value) ? value.replace(anyForbidden, '\uFFFD') : value;
  if (!unsafe.test(clean)) return [{ type: 'text', value: clean }];
  return clean
    .split(/(\r|(?<=^|\])>)/)
    .filter((part) => part !== '')
    .map((part) =>
      part === '\r' || part === '>'
        ? { type: 'raw', value: part === '\r' ? '&#xD;' : '&gt;' }
        : { type: 'text', value: part },
    );
}
