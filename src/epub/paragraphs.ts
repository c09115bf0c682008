/**
 * Paragraphs, and the notes that stand beside or below them: a note is made of paragraphs, and a paragraph may have
 * notes.
 *
 * A marginal note stands before the block it was written beside, so that it is heard first and seen in place: the style
 * sheet moves it into the margin where there is room. A note that was written below the block, after its last word, stands
 * after it.
 */
import { x } from 'xastscript';
import type { Element, ElementContent } from 'xast';
import type { GalleyNote, GalleyParagraph, Inline, NoteAnchor } from '../galley/types.js';
import { phrasing } from './inlines.js';
import { languageAttributes } from './languages.js';
import { lines } from './lines.js';
import type { Setting } from './setting.js';

export interface ParagraphOptions {
  /** Hangs before the first line: the source's letter, a printed number. The paragraph's own, if it is not given. */
  readonly label?: readonly Inline[] | undefined;
  readonly lang?: string | undefined;
  /** Further classes: what the paragraph is among its neighbours. */
  readonly kind?: string | undefined;
  /** The first of the text, after the head of the document: set off from it, with the notes beside it. */
  readonly opening?: boolean;
}

export function paragraph(
  node: GalleyParagraph,
  setting: Setting,
  { label = node.label, lang = node.lang, opening = false, kind }: ParagraphOptions = {},
): ElementContent[] {
  setting.enter(node.id);
  const pageBreaks = setting.pageBreaks();
  const hanging = label ? hangingLabel(label, setting) : [];
  const attributes = {
    id: node.id,
    class: [node.style, opening && 'opening', hanging.length > 0 && 'labelled', kind]
      .filter(Boolean)
      .join(' '),
    ...languageAttributes(lang),
  };
  const look = opening ? 'opening' : node.style;
  const notes = label ? anchored(label, look, setting) : [];
  const own = anchoredAround(node.children, look, setting);
  notes.push(...own.before);
  const content = [...hanging, ...phrasing(node.children, setting)];
  setting.passage = undefined;
  const after = own.after();
  if (notes.length > 0) return [...pageBreaks, ...notes, x('p', attributes, content), ...after];
  return [x('p', attributes, [...pageBreaks, ...content]), ...after];
}

/** The language of a note is that of its words; what announces it is said in the language of the edition. */
function noteParagraph(node: GalleyParagraph, note: GalleyNote, setting: Setting): ElementContent[] {
  return paragraph(node, setting, { lang: node.lang ?? note.lang });
}

/** A label and the space that parts it from what follows, for those who hear or copy it. */
export function hangingLabel(label: readonly Inline[], setting: Setting): ElementContent[] {
  const content = phrasing(label, setting);
  if (content.length === 0) return [];
  return [x('span', { class: 'label' }, content, ' ')];
}

/** The marginal notes anchored in a label. */
export function anchored(label: readonly Inline[], style: string, setting: Setting): Element[] {
  const notes: Element[] = [];
  const walk = (inlines: readonly Inline[]): void => {
    for (const node of inlines) {
      if (node.type === 'noteAnchor')
        for (const note of notesOf(node, setting)) notes.push(marginalNote(note, `beside-${style}`, setting));
      else if (node.type === 'span' || node.type === 'link') walk(node.children);
    }
  };
  walk(label);
  return notes;
}

/**
 * The marginal notes anchored in a block: those that stand before it, and those that were written below its last word,
 * which are made when the block is. An anchor between words gets a sign, since the block alone would not show where it is.
 */
export function anchoredAround(
  nodes: readonly Inline[],
  style: string,
  setting: Setting,
): { before: Element[]; after: () => Element[] } {
  const places: { readonly note: GalleyNote; readonly words: number }[] = [];
  let words = 0;
  const walk = (inlines: readonly Inline[]): void => {
    for (const node of inlines) {
      if (node.type === 'noteAnchor') {
        for (const note of notesOf(node, setting)) places.push({ note, words });
        if (words > 0) setting.signs.add(node);
      } else if (node.type === 'text') words += /\S/.test(node.value) ? 1 : 0;
      else if (node.type === 'span' || node.type === 'link') walk(node.children);
    }
  };
  walk(nodes);
  const set = (below: boolean, place: string): Element[] =>
    places
      .filter((one) => (words > 0 && (one.note.place === 'end' || one.words === words)) === below)
      .map(({ note }) => marginalNote(note, place, setting));
  return { before: set(false, `beside-${style}`), after: () => set(true, 'below') };
}

function notesOf({ notes }: NoteAnchor, setting: Setting): GalleyNote[] {
  return notes.map((id) => {
    const note = setting.notes.get(id);
    if (!note) throw new TypeError(`no note has the id “${id}”`);
    return note;
  });
}

/**
 * @param place `beside-` and the style of the block beside it, whose space above it takes over, or `below`
 * @throws TypeError if the note was set before: a note that is seen twice is two notes of the galley
 */
export function marginalNote(note: GalleyNote, place: string, setting: Setting): Element {
  if (setting.placed.has(note.id)) throw new TypeError(`the note “${note.id}” has two places in the text`);
  setting.placed.add(note.id);
  const attributes = {
    id: note.id,
    class: `marginal ${place}`,
    role: 'note',
    'aria-label': note.description,
  };
  return x(
    'aside',
    attributes,
    setting.besideText(() => lines(note.children.flatMap((child) => noteParagraph(child, note, setting)))),
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
  const link = x(
    'a',
    { href: `#${call}`, role: 'doc-backlink', 'aria-label': setting.backlink(label) },
    label === '' ? '↑' : label,
  );
  const back = x('span', { class: 'label' }, link, ' ');
  const [first, ...rest] = note.children;
  const attributes = { id: note.id, class: 'footnote', 'epub:type': 'footnote', role: 'doc-footnote' };
  const body: ElementContent[] = first
    ? [
        ...withBacklink(noteParagraph(first, note, setting), back),
        ...rest.flatMap((child) => noteParagraph(child, note, setting)),
      ]
    : [x('p', { class: 'footnote' }, back)];
  return x('aside', attributes, lines(body));
}

/** Puts the backlink at the head of the first paragraph. */
function withBacklink(content: ElementContent[], back: Element): ElementContent[] {
  const first = content.find((node) => node.type === 'element' && node.name === 'p');
  if (first?.type === 'element') first.children.unshift(back);
  return content;
}
