/** Indentation where white space says nothing: between elements that hold elements only. */
import type { Element, Root } from 'xast';
import type { ElementName } from './names.js';

/** Elements whose children stand on lines of their own, if they are all elements. */
const structural = new Set<string>([
  'TEI',
  'teiHeader',
  'fileDesc',
  'titleStmt',
  'respStmt',
  'editionStmt',
  'publicationStmt',
  'availability',
  'seriesStmt',
  'sourceDesc',
  'bibl',
  'msDesc',
  'msIdentifier',
  'msContents',
  'physDesc',
  'history',
  'additional',
  'encodingDesc',
  'appInfo',
  'editorialDecl',
  'interpretation',
  'classDecl',
  'taxonomy',
  'profileDesc',
  'abstract',
  'langUsage',
  'textClass',
  'keywords',
  'handNotes',
  'correspDesc',
  'correspAction',
  'revisionDesc',
  'standOff',
  'listPerson',
  'person',
  'listPlace',
  'place',
  'listOrg',
  'org',
  'listAnnotation',
  'text',
  'body',
  'floatingText',
  'div',
  'opener',
  'closer',
  'postscript',
  'address',
  'list',
  'item',
  'sp',
] satisfies ElementName[]);

/** Elements that may stand in running words, too: they are blocks only among blocks. */
const running = new Set<string>([
  'hi',
  'seg',
  'stamp',
  'name',
  'persName',
  'roleName',
  'lb',
  'placeName',
  'orgName',
  'date',
  'time',
  'idno',
  'supplied',
  'unclear',
  'gap',
  'choice',
  'sic',
  'anchor',
] satisfies ElementName[]);

/** Puts the white space in, two spaces a level. The tree is changed. */
export function indent(root: Root): void {
  const waiting: { node: Element; depth: number }[] = root.children.flatMap((node) =>
    node.type === 'element' ? [{ node, depth: 0 }] : [],
  );
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next;
    if (!isOnLines(node)) continue;
    const lines: Element['children'] = [];
    for (const child of node.children) {
      lines.push({ type: 'text', value: `\n${'  '.repeat(depth + 1)}` }, child);
      if (child.type === 'element') waiting.push({ node: child, depth: depth + 1 });
    }
    lines.push({ type: 'text', value: `\n${'  '.repeat(depth)}` });
    node.children = lines;
  }
}

/** One child that needs no lines of its own stays beside its parent's tags. */
function isOnLines(node: Element): boolean {
  if (!structural.has(node.name) || node.children.length === 0) return false;
  if (node.name === 'list' && node.attributes['rend'] === 'inline') return false;
  if (node.children.some((child) => child.type !== 'element')) return false;
  if (node.name === 'item' && node.children.some((child) => child.type === 'element' && isRunning(child))) {
    return false;
  }
  const [only, ...others] = node.children;
  return others.length > 0 || (only?.type === 'element' && isOnLines(only));
}

/** An item holds words, or blocks: marginal notes stand with either. */
function isRunning(child: Element): boolean {
  return running.has(child.name) || (child.name === 'note' && child.attributes['corresp'] === undefined);
}
