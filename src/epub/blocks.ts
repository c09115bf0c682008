/** Blocks of the galley → flow content. One handler a node type: a type without one does not compile. */
import { x } from 'xastscript';
import type { Element, ElementContent } from 'xast';
import type {
  BlockStyle,
  GalleyBlock,
  GalleyHeading,
  GalleyItem,
  GalleyList,
  GalleyParagraph,
  Inline,
  Ornament,
  Section,
} from '../galley/types.js';
import { phrasing } from './inlines.js';
import { languageAttributes } from './languages.js';
import { lines } from './lines.js';
import { anchored, anchoredAround, paragraph } from './paragraphs.js';
import { plainText } from './plain-text.js';
import type { Setting, TocEntry } from './setting.js';
import { oneLine, wordsOf } from './words-of.js';

interface Handled {
  section: Section;
  heading: GalleyHeading;
  paragraph: GalleyParagraph;
  list: GalleyList;
  ornament: Ornament;
}
type Handlers = {
  [Type in GalleyBlock['type']]: (node: Handled[Type], setting: Setting) => ElementContent[];
};

/**
 * What a part of the document is: `epub:type` (EPUB 3 Structural Semantics Vocabulary 1.1) and the role that says the
 * same (DPUB-ARIA 1.1), where there are any. A listing of copies is no bibliography, a report no annotation.
 */
const semantics: { [Role in Section['role']]: { readonly type?: string; readonly role?: string } } = {
  front: { type: 'titlepage' },
  abstract: { type: 'abstract', role: 'doc-abstract' },
  document: { type: 'chapter', role: 'doc-chapter' },
  report: {},
  sources: {},
  rights: { type: 'copyright-page' },
  colophon: { type: 'colophon', role: 'doc-colophon' },
  division: {},
};

const handlers: Handlers = {
  section(node, setting) {
    setting.enter(node.id);
    const id = node.id ?? setting.freshId(node.role);
    const label = labelOf(node, setting);
    const entry: TocEntry | undefined =
      label === '' ? undefined : { label, href: `${setting.file}#${id}`, children: [] };
    const outer = setting.toc;
    if (entry && !(node.role === 'document' && followsTitle(setting))) {
      setting.toc.push(entry);
      setting.toc = entry.children;
    }
    const children = blocks(node.children, setting);
    setting.toc = outer;
    const { type, role } = semantics[node.role];
    const heading = entry && ownHeading(children, entry.label);
    const attributes = {
      id,
      class: node.role,
      'epub:type': type,
      // A chapter without a name would be announced as nothing but "chapter".
      role: role === 'doc-chapter' && !entry ? undefined : role,
      ...languageAttributes(node.lang),
      ...(heading ? { 'aria-labelledby': heading } : entry ? { 'aria-label': entry.label } : {}),
    };
    return [x('section', attributes, lines(children))];
  },

  heading(node, setting) {
    setting.enter(node.id);
    const before = setting.pageBreaks();
    // A heading without words would be announced as a heading all the same.
    const name = /\S/.test(wordsOf(node.children)) ? `h${setting.rank(node.level)}` : 'p';
    const attributes = {
      id: node.id ?? setting.freshId('heading'),
      class: node.style,
      ...languageAttributes(node.lang),
    };
    const notes = anchoredAround(node.children, node.style, setting);
    const heading = x(name, attributes, phrasing(node.children, setting));
    setting.passage = undefined;
    return [...before, ...notes.before, heading, ...notes.after()];
  },

  paragraph: (node, setting) => paragraph(node, setting),

  list(node, setting) {
    setting.enter(node.id);
    // The role keeps it a list for readers that drop the meaning of lists without markers.
    const attributes = { id: node.id, class: 'points', role: 'list' };
    const items = node.children.map((child) => item(child, setting));
    return [x(node.numbering === 'none' ? 'ul' : 'ol', attributes, lines(items))];
  },

  ornament: () => [x('hr', { class: 'ornament' })],
};

export function blocks(nodes: readonly GalleyBlock[], setting: Setting): ElementContent[] {
  const content: ElementContent[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const end = nodes.findIndex((node, k) => k >= i && !isPoint(node));
    const points = nodes.slice(i, end < 0 ? nodes.length : end);
    if (points.length > 0) {
      // Points without a list, spaced as those of a list.
      const paragraphs = points.flatMap((point) => handle(point, setting));
      content.push(x('div', { class: 'points' }, lines(paragraphs)));
      i += points.length - 1;
      continue;
    }
    const node = nodes[i]!;
    if (node.type !== 'paragraph') content.push(...handle(node, setting));
    else {
      const kind = node.style === 'source' ? placeAmongSources(nodes, i) : undefined;
      content.push(...paragraph(node, setting, { opening: opens(node, nodes[i - 1]), kind }));
    }
  }
  return content;
}

/** A labelled paragraph of the text. */
function isPoint(node: GalleyBlock): boolean {
  return node.type === 'paragraph' && node.label !== undefined && textStyles.includes(node.style);
}

/**
 * What a line without a label is among the sources: a further line of the copy above it, or what is said of all of them.
 * References are in lining figures throughout.
 */
function placeAmongSources(nodes: readonly GalleyBlock[], index: number): 'continued' | 'credit' | undefined {
  const node = nodes[index];
  if (node?.type !== 'paragraph' || node.label) return undefined;
  const labelled = (other: GalleyBlock): boolean =>
    other.type === 'paragraph' && other.style === 'source' && other.label !== undefined;
  const reference = node.children.every(
    (child) => child.type === 'span' && child.style === 'quantity-lining',
  );
  const begun = nodes.slice(0, index).some(labelled);
  if (begun && (reference || nodes.slice(index).some(labelled))) return 'continued';
  const first = !nodes.slice(0, index).some((other) => other.type === 'paragraph');
  return reference || first ? undefined : 'credit';
}

const headStyles: readonly BlockStyle[] = [
  'addressee',
  'dateline',
  'distribution',
  'handling',
  'line',
  'secrecy',
];
const textStyles: readonly BlockStyle[] = ['paragraph', 'paragraph-first'];

/** True for the first paragraph of the text after the head of the document. */
function opens(node: GalleyParagraph, before: GalleyBlock | undefined): boolean {
  return textStyles.includes(node.style) && before?.type === 'paragraph' && headStyles.includes(before.style);
}

type Of<Type extends GalleyBlock['type']> = { [T in Type]: Handled[T] & { type: T } }[Type];

function handle<Type extends GalleyBlock['type']>(node: Of<Type>, setting: Setting): ElementContent[] {
  const type: Type = node.type;
  return handlers[type](node, setting);
}

/** A label that no paragraph follows. */
function labelLine(label: readonly Inline[], setting: Setting): Element[] {
  const content = phrasing(label, setting);
  setting.passage = undefined;
  return content.length === 0 ? [] : [x('p', { class: 'item' }, x('span', { class: 'label' }, content))];
}

/** The label stands in the first paragraph of the item, which is where it is read. */
function item(node: GalleyItem, setting: Setting): Element {
  setting.enter(node.id);
  const [first, ...rest] = node.children;
  const children =
    first?.type === 'paragraph' && first.label === undefined
      ? [...paragraph(first, setting, { label: node.label }), ...blocks(rest, setting)]
      : [
          ...anchored(node.label, 'item', setting),
          ...labelLine(node.label, setting),
          ...blocks(node.children, setting),
        ];
  return x('li', { id: node.id }, lines(children));
}

/** The front is called what the document is called, the document what kind of document it is. */
function labelOf({ role, title = '', children }: Section, { kind }: Setting): string {
  if (role === 'document' && title.trim() !== '') return kind ?? oneLine(title);
  if (role !== 'front' || title !== '') return oneLine(title);
  const heading = children.find((node) => node.type === 'heading');
  return heading ? oneLine(wordsOf(heading.children)) : '';
}

/** True where the contents have nothing but the title before a document of no known kind, which the title leads to. */
function followsTitle({ kind, toc }: Setting): boolean {
  return kind === undefined && toc.length === 1 && toc[0]?.children.length === 0;
}

/** Id of the heading that stands in the part itself and says what the part is called. */
function ownHeading(children: readonly ElementContent[], title: string): string | undefined {
  for (const child of children) {
    if (child.type !== 'element' || !/^h[1-6]$/.test(child.name)) continue;
    const id = child.attributes['id'];
    return typeof id === 'string' && oneLine(plainText(child)) === title ? id : undefined;
  }
  return undefined;
}
