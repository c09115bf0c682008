/** The text of an edition as another typesetter needs it, read from the TEI that we built. */
import { fromXml } from 'xast-util-from-xml';

/** @typedef {import('xast').Element} Element */
/** @typedef {import('xast').RootContent | import('xast').ElementContent} Content */

/**
 * A block in reading order. `notes` stand beside its first line.
 * @typedef {{ kind: 'heading' | 'paragraph' | 'item' | 'small', label: string, text: string, notes: string[] }} Block
 */

/**
 * @typedef {{ title: string, lang: string, blocks: Block[] }} EditionText
 */

/** Elements whose text is one block. */
const blockNames = new Set(['head', 'p', 'seg', 'dateline', 'addrLine', 'signed', 'salute', 'closer', 'ab']);

/**
 * @param {string} xml a TEI document
 * @returns {EditionText} title, summary, transcription, copies and rights, each once; marginal notes at every anchor
 */
export function editionText(xml) {
  const tree = fromXml(xml);
  const root = tree.children.find((node) => node.type === 'element');
  const header = root && child(root, 'teiHeader');
  const text = root && child(root, 'text');
  if (!root || !header || !text) throw new Error('not a TEI document with a header and a text');

  /** @type {Map<string, string[]>} */
  const notes = new Map();
  for (const note of all(text, 'note')) {
    if (note.attributes['type'] !== 'marginal') continue;
    for (const target of (note.attributes['target'] ?? '').split(/\s+/)) {
      const id = target.replace(/^#/, '');
      notes.set(id, [...(notes.get(id) ?? []), words(note)]);
    }
  }

  const title = words(all(header, 'title')[0]);
  /** @type {Block[]} */
  const blocks = [{ kind: 'heading', label: '', text: title, notes: [] }];
  for (const abstract of all(header, 'abstract')) blocks.push(small(abstract));
  collect(text, '', notes, blocks);
  for (const source of all(header, 'altIdentifier')) {
    if (source.attributes['type'] === 'verbatim') blocks.push(small(source));
  }
  for (const rights of all(header, 'availability')) blocks.push(small(rights));
  return {
    title,
    lang: text.attributes['xml:lang'] ?? 'en',
    blocks: blocks.filter((block) => block.text !== ''),
  };
}

/**
 * @param {Element} element
 * @param {string} label
 * @param {Map<string, string[]>} notes not yet placed, by the id of their anchor
 * @param {Block[]} blocks
 */
function collect(element, label, notes, blocks) {
  const first = blocks.length;
  if (blockNames.has(element.name) || isReport(element)) {
    const kind =
      element.name === 'head' ? 'heading' : isReport(element) ? 'small' : label === '' ? 'paragraph' : 'item';
    blocks.push({ kind, label, text: words(element, true), notes: [] });
  } else {
    let next = label;
    for (const node of element.children) {
      if (node.type !== 'element' || isMarginal(node)) continue;
      if (node.name === 'label') next = words(node);
      else {
        collect(node, next, notes, blocks);
        if (node.name !== 'item') next = '';
      }
    }
  }
  const block = blocks[first];
  if (!block) return;
  for (const id of [element, ...descendants(element)].map((node) => node.attributes['xml:id'] ?? '')) {
    block.notes.push(...(notes.get(id) ?? []));
    notes.delete(id);
  }
}

/**
 * @param {Element} element
 * @returns {Block}
 */
function small(element) {
  return { kind: 'small', label: '', text: words(element), notes: [] };
}

/**
 * @param {Element} node
 * @returns {boolean}
 */
function isMarginal(node) {
  return node.name === 'note' && node.attributes['type'] === 'marginal';
}

/**
 * @param {Element} node
 * @returns {boolean}
 */
function isReport(node) {
  return node.name === 'note' && node.attributes['type'] === 'editorial';
}

/**
 * @param {Element} element
 * @returns {Element[]}
 */
function descendants(element) {
  return element.children.flatMap((node) => (node.type === 'element' ? [node, ...descendants(node)] : []));
}

/**
 * @param {Element} element
 * @param {string} name
 * @returns {Element[]}
 */
function all(element, name) {
  return descendants(element).filter((node) => node.name === name);
}

/**
 * @param {Element} element
 * @param {string} name
 * @returns {Element | undefined}
 */
function child(element, name) {
  return element.children.filter((node) => node.type === 'element').find((node) => node.name === name);
}

/**
 * @param {Element | undefined} element
 * @param {boolean} [withoutMarginal] leaves out marginal notes inside
 * @returns {string} its text on one line
 */
function words(element, withoutMarginal = false) {
  /** @type {(node: Content) => string} */
  const text = (node) => {
    if (node.type === 'text') return node.value;
    if (node.type !== 'element' || (withoutMarginal && isMarginal(node))) return '';
    return node.children.map(text).join('');
  };
  return element ? text(element).replace(/\s+/g, ' ').trim() : '';
}
