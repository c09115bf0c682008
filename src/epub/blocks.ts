/**
 * Blocks of the galley → flow content. One handler a node type: a type without one does not compile.
 *
 * A marginal note stands before the block it was written beside, so that it is heard first and seen in place: the style
 * sheet moves it into the margin where there is room.
 */
import { x } from 'xastscript';
import type { Element, ElementContent } from 'xast';
import type {
  GalleyBlock,
  GalleyHeading,
  GalleyItem,
  GalleyList,
  GalleyNote,
  GalleyParagraph,
  Inline,
  Ornament,
  Section,
} from '../galley/types.js';
import { phrasing } from './inlines.js';
import { languageAttributes } from './languages.js';
import { plainText } from './plain-text.js';
import type { Setting, TocEntry } from './setting.js';

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
    const entry: TocEntry | undefined =
      node.title === undefined
        ? undefined
        : { label: node.title, href: `${setting.file}#${id}`, children: [] };
    const outer = { toc: setting.toc, headings: [...setting.headings] };
    if (entry) {
      setting.toc.push(entry);
      setting.toc = entry.children;
    }
    const children = flow(node.children, setting);
    setting.toc = outer.toc;
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
    return [x('section', attributes, children)];
  },

  heading(node, setting) {
    setting.enter(node.id);
    const before = setting.pageBreak();
    const name = `h${setting.rank(node.level)}`;
    const attributes = {
      id: node.id ?? setting.freshId('heading'),
      class: node.style,
      ...languageAttributes(node.lang),
    };
    const notes = anchored(node.children, node.style, true, setting);
    return [...(before ? [before] : []), ...notes, x(name, attributes, phrasing(node.children, setting))];
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

/** Blocks, each on a line of its own: the file can be read, and words of two blocks never run together in it. */
export function flow(nodes: readonly GalleyBlock[], setting: Setting): ElementContent[] {
  return lines(nodes.flatMap((node) => handle(node, setting)));
}

function lines(blocks: readonly ElementContent[]): ElementContent[] {
  const lineEnd: ElementContent = { type: 'text', value: '\n' };
  return [lineEnd, ...blocks.flatMap((block) => [block, lineEnd])];
}

type Of<Type extends GalleyBlock['type']> = { [T in Type]: Handled[T] & { type: T } }[Type];

function handle<Type extends GalleyBlock['type']>(node: Of<Type>, setting: Setting): ElementContent[] {
  const type: Type = node.type;
  return handlers[type](node, setting);
}

/** `label` hangs before the first line: the source's letter, a printed number. */
function paragraph(node: GalleyParagraph, setting: Setting, label = node.label): ElementContent[] {
  setting.enter(node.id);
  const pageBreak = setting.pageBreak();
  const hanging = label ? hangingLabel(label, setting) : [];
  const attributes = {
    id: node.id,
    class: hanging.length > 0 ? `${node.style} labelled` : node.style,
    ...languageAttributes(node.lang),
  };
  const notes = label ? anchored(label, node.style, false, setting) : [];
  notes.push(...anchored(node.children, node.style, true, setting));
  const content = [...hanging, ...phrasing(node.children, setting)];
  if (!pageBreak) return [...notes, x('p', attributes, content)];
  if (notes.length > 0) return [pageBreak, ...notes, x('p', attributes, content)];
  return [x('p', attributes, [pageBreak, ...content])];
}

/** A label and the space that parts it from what follows, for those who hear or copy it. */
function hangingLabel(label: readonly Inline[], setting: Setting): ElementContent[] {
  const content = phrasing(label, setting);
  if (content.length === 0) return [];
  return [x('span', { class: 'label' }, content, ' ')];
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
      ? [...paragraph(first, setting, node.label), ...flow(rest, setting)]
      : [
          ...anchored(node.label, 'item', false, setting),
          ...labelLine(node.label, setting),
          ...flow(node.children, setting),
        ];
  return x('li', { id: node.id }, lines(children));
}

/**
 * The marginal notes anchored in these inlines.
 * @param marked whether an anchor after other words gets a sign, since the block alone would not show where it is
 */
function anchored(nodes: readonly Inline[], style: string, marked: boolean, setting: Setting): Element[] {
  const notes: Element[] = [];
  let words = false;
  const walk = (inlines: readonly Inline[]): void => {
    for (const node of inlines) {
      if (node.type === 'noteAnchor') {
        for (const id of node.notes) {
          const note = setting.notes.get(id);
          if (!note) throw new TypeError(`no note has the id “${id}”`);
          notes.push(marginalNote(note, style, setting));
        }
        if (marked && words) setting.signs.add(node);
      } else if (node.type === 'text') words ||= /\S/.test(node.value);
      else if (node.type === 'span' || node.type === 'link') walk(node.children);
    }
  };
  walk(nodes);
  return notes;
}

/**
 * @param style style of the block beside it, whose space above it takes over
 * @throws TypeError if the note was set before: a note that is seen twice is two notes of the galley
 */
export function marginalNote(note: GalleyNote, style: string, setting: Setting): Element {
  if (setting.placed.has(note.id)) throw new TypeError(`the note “${note.id}” has two places in the text`);
  setting.placed.add(note.id);
  const attributes = {
    id: note.id,
    class: `marginal beside-${style}`,
    role: 'note',
    'aria-label': note.description,
    ...languageAttributes(note.lang),
  };
  return x(
    'aside',
    attributes,
    setting.besideText(() => lines(note.children.flatMap((child) => paragraph(child, setting)))),
  );
}

/** The footnotes that were called since the last time, as a part of their own; nothing if there are none. */
export function footnotes(setting: Setting): Element[] {
  const notes: Element[] = [];
  // A footnote may call another one.
  for (let note = setting.waiting.shift(); note; note = setting.waiting.shift()) {
    const waiting = note;
    notes.push(setting.besideText(() => footnote(waiting, setting)));
  }
  if (notes.length === 0) return [];
  const { notes: label, lang } = setting.words;
  const attributes = {
    id: setting.freshId('footnotes'),
    class: 'footnotes',
    'epub:type': 'footnotes',
    role: 'group',
  };
  return [x('section', { ...attributes, 'aria-label': label, ...languageAttributes(lang) }, lines(notes))];
}

function footnote(note: GalleyNote, setting: Setting): Element {
  const label = note.label ?? '';
  const call = setting.calls.get(note.id);
  if (call === undefined) throw new TypeError(`the footnote “${note.id}” is not called`);
  const back = x(
    'a',
    { class: 'label', href: `#${call}`, role: 'doc-backlink', 'aria-label': setting.backlink(label) },
    label === '' ? '↑' : label,
  );
  const [first, ...rest] = note.children;
  const attributes = { id: note.id, class: 'footnote', 'epub:type': 'footnote', role: 'doc-footnote' };
  const body: ElementContent[] = first
    ? [
        ...withBacklink(paragraph(first, setting), back),
        ...rest.flatMap((child) => paragraph(child, setting)),
      ]
    : [x('p', { class: 'footnote' }, back)];
  return x('aside', { ...attributes, ...languageAttributes(note.lang) }, lines(body));
}

/** Puts the backlink at the head of the first paragraph. */
function withBacklink(content: ElementContent[], back: Element): ElementContent[] {
  const first = content.find((node) => node.type === 'element' && node.name === 'p');
  if (first?.type === 'element') first.children.unshift(back, { type: 'text', value: ' ' });
  return content;
}

/** Id of the heading that stands in the part itself and says what the part is called. */
function ownHeading(children: readonly ElementContent[], title: string): string | undefined {
  for (const child of children) {
    if (child.type !== 'element' || !/^h[1-6]$/.test(child.name)) continue;
    const id = child.attributes['id'];
    return typeof id === 'string' && plainText(child).trim() === title.trim() ? id : undefined;
  }
  return undefined;
}
