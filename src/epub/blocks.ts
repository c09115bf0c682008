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
import { anchored, paragraph } from './paragraphs.js';
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
    const label = oneLine(node.title ?? (node.role === 'front' ? titleIn(node.children) : ''));
    const entry: TocEntry | undefined =
      label === '' ? undefined : { label, href: `${setting.file}#${id}`, children: [] };
    const outer = setting.toc;
    if (entry) {
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
    const notes = anchored(node.children, node.style, true, setting);
    return [...before, ...notes, x(name, attributes, phrasing(node.children, setting))];
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
  return nodes.flatMap((node, i) =>
    node.type === 'paragraph' && opens(node, nodes[i - 1])
      ? paragraph(node, setting, { opening: true })
      : handle(node, setting),
  );
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
          ...anchored(node.label, 'item', false, setting),
          ...labelLine(node.label, setting),
          ...blocks(node.children, setting),
        ];
  return x('li', { id: node.id }, lines(children));
}

/** The front is called what the document is called. */
function titleIn(nodes: readonly GalleyBlock[]): string {
  const heading = nodes.find((node) => node.type === 'heading');
  return heading ? wordsOf(heading.children) : '';
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
