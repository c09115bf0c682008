/**
 * Inline nodes of the galley → phrasing content. One handler a node type: a type without one does not compile.
 */
import { x } from 'xastscript';
import type { ElementContent } from 'xast';
import type {
  GalleyLink,
  GalleySpan,
  GalleyText,
  Inline,
  NoteAnchor,
  NoteCall,
  SourcePageBreak,
  SpanStyle,
} from '../galley/types.js';
import { languageAttributes } from './languages.js';
import type { Setting } from './setting.js';

interface Handled {
  text: GalleyText;
  span: GalleySpan;
  link: GalleyLink;
  noteCall: NoteCall;
  noteAnchor: NoteAnchor;
  sourcePageBreak: SourcePageBreak;
}
type Handlers = { [Type in Inline['type']]: (node: Handled[Type], setting: Setting) => ElementContent[] };

/** Element and class of each style; the class has its look in `edition.css`. */
const looks: { [Style in SpanStyle]: readonly [name: string, className?: string] } = {
  italic: ['i'],
  bold: ['b'],
  underline: ['span', 'underline'],
  spaced: ['span', 'spaced'],
  superscript: ['sup'],
  subscript: ['sub'],
  'small-caps': ['span', 'small-caps'],
  'quantity-lining': ['span', 'lining'],
  code: ['span', 'code'],
  struck: ['s'],
};

const handlers: Handlers = {
  text: (node, setting) => setting.text(node),
  span(node, setting) {
    setting.enter(node.id);
    const pageBreaks = node.id === undefined ? [] : setting.pageBreaks();
    const content = phrasing(node.children, setting);
    const [name, className] = node.style ? looks[node.style] : (['span'] as const);
    const attributes = { id: node.id, class: className, ...languageAttributes(node.lang) };
    const bare = name === 'span' && Object.values(attributes).every((value) => value === undefined);
    return [...pageBreaks, ...(bare ? content : [x(name, attributes, content)])];
  },
  link: (node, setting) => [x('a', { href: target(node.href, setting) }, phrasing(node.children, setting))],
  noteCall(node, setting) {
    const note = setting.notes.get(node.note);
    if (!note) throw new TypeError(`no note has the id “${node.note}”`);
    const id = setting.freshId(`${node.note}-call`);
    if (!setting.placed.has(node.note)) {
      setting.placed.add(node.note);
      setting.waiting.push(note);
      setting.calls.set(node.note, id);
    }
    const href = setting.reference(node.note);
    const call = x('a', { id, href, 'epub:type': 'noteref', role: 'doc-noteref' }, node.label);
    return [x('sup', { class: 'call' }, call)];
  },
  // The notes stand before or after the block (paragraphs.ts); the word that follows shows the place.
  noteAnchor(node, setting) {
    // What was written below the block is beside none of its words.
    if (node.notes.some((id) => setting.notes.get(id)?.place !== 'end'))
      setting.passage = setting.signs.has(node) ? 'anchor' : 'passage';
    return [];
  },
  sourcePageBreak: (node) => [x('span', { class: 'source-page' }, node.label)],
};

export function phrasing(nodes: readonly Inline[], setting: Setting): ElementContent[] {
  return nodes.flatMap((node) => handle(node, setting));
}

type Of<Type extends Inline['type']> = { [T in Type]: Handled[T] & { type: T } }[Type];

function handle<Type extends Inline['type']>(node: Of<Type>, setting: Setting): ElementContent[] {
  const type: Type = node.type;
  return handlers[type](node, setting);
}

/** @throws TypeError for anything but `#id` of the galley, http, https and mailto */
function target(href: string, setting: Setting): string {
  if (href.startsWith('#')) return setting.reference(href.slice(1));
  const url = new URL(href);
  if (!['http:', 'https:', 'mailto:'].includes(url.protocol)) {
    throw new TypeError(`a link points to “${href}”, which is neither in the galley nor on the web`);
  }
  return url.href;
}
