/** What a note says: the hand and the place in the words of the interface, the words in those of the document. */
import type { Element } from 'xast';
import { report } from '../diagnostics/report.js';
import { Compositor } from './compositor.js';
import { editorBehind, text } from './imprint.js';
import type { Setting, Target } from './notes.js';
import {
  attribute,
  childElements,
  descendants,
  languageOf,
  localId,
  nameOf,
  plainText,
  tokens,
} from './tei-tree.js';
import type { BlockStyle, GalleyBlock, GalleyNote, GalleyParagraph } from './types.js';
import { fill } from './words.js';
import type { Workshop } from './workshop.js';

/** Notes as set, in the order of the text. */
export function setNotes(shop: Workshop, galleyLang: string): GalleyNote[] {
  const notes: GalleyNote[] = [];
  const firsts = new Map<string, GalleyNote>();
  for (const setting of shop.notes.settings) {
    const note =
      setting.series === 'marginal'
        ? marginal(shop, setting, galleyLang)
        : footnote(shop, setting, galleyLang);
    // The first in the text is the one the others repeat, whatever the order of the pointers.
    const key = setting.repeats ?? setting.id;
    const first = firsts.get(key);
    if (first) note.repeats = first.id;
    else firsts.set(key, note);
    notes.push(note);
  }
  return notes;
}

const quotations = new Set(['quote', 'q', 'said']);

function marginal(shop: Workshop, setting: Setting, galleyLang: string): GalleyNote {
  const { element } = setting;
  const { words } = shop;
  const lang = languageOf(element);
  const hand = handOf(shop, element);
  // One whom the words of the note name stands in them.
  const outsideWords = (part: Element): boolean => !quotations.has(nameOf(part));
  const addressees = [...descendants(element, outsideWords)].filter(
    (part) => nameOf(part) === 'seg' && tokens(part, 'type').includes('addressee'),
  );
  const to = addressees.map((part) => plainText(part)).join(words.note.and);
  const place = placeWords(shop, setting);
  const whole = setting.target?.kind === 'division' || setting.target?.kind === 'container';
  const doubt =
    setting.doubt === undefined
      ? ''
      : setting.doubt === 'unplaced'
        ? words.note.unplaced
        : words.note.uncertain;

  const parts = [hand, to && fill(words.note.to, { name: to }), place, doubt].filter((part) => part !== '');
  const children: GalleyParagraph[] = [];
  if (parts.length > 0) {
    const text = shop.finish(
      [{ type: 'text', value: parts.join(words.note.separator), data: { generated: true } }],
      words.lang,
    );
    const line: GalleyParagraph = {
      type: 'paragraph',
      style: 'marginal-hand',
      id: shop.ids.take(undefined),
      children: text,
    };
    if (words.lang !== galleyLang) line.lang = words.lang;
    children.push(line);
  }
  const content = new Compositor(shop, {
    surroundings: 'marginal',
    galleyLang: lang ?? galleyLang,
    paragraphs: 'marginal-words',
  });
  children.push(...paragraphsOf(content.set(element.children, element).end(), 'marginal-words'));

  const d = words.description;
  const description = fill(d.marginal, {
    by: hand && fill(d.by, { hand }),
    to: to && fill(d.to, { name: to }),
    place: place && fill(d.place, { place }),
    anchor: whole && place !== '' ? '' : anchorWords(shop, setting),
    certainty: setting.doubt === undefined ? '' : d.uncertain,
  });
  const note: GalleyNote = {
    type: 'note',
    id: setting.id,
    series: 'marginal',
    place: setting.place,
    description,
    back: d.back,
    children,
  };
  if (lang !== undefined && lang !== galleyLang) note.lang = lang;
  if (element.position) note.position = element.position;
  return note;
}

function footnote(shop: Workshop, setting: Setting, galleyLang: string): GalleyNote {
  const { element, label = '' } = setting;
  const lang = languageOf(element);
  const content = new Compositor(shop, {
    surroundings: 'footnote',
    galleyLang: lang ?? galleyLang,
    paragraphs: 'footnote',
  });
  const children = paragraphsOf(content.set(element.children, element).end(), 'footnote');
  // Of an edition with several editors a reader is told whose note it is.
  const by = setting.editorial ? editorBehind(shop, shop.header, attribute(element, 'resp')) : '';
  if (by !== '') children.at(-1)?.children.push(text(fill(shop.words.note.by, { name: by })));
  const description = fill(shop.words.description.footnote, { n: label });
  const note: GalleyNote = {
    type: 'note',
    id: setting.id,
    series: 'footnote',
    place: 'foot',
    label,
    description,
    children,
  };
  if (lang !== undefined && lang !== galleyLang) note.lang = lang;
  if (element.position) note.position = element.position;
  return note;
}

const ofNotes = new Set<BlockStyle>(['marginal-words', 'marginal-sign', 'footnote']);

/** Notes hold paragraphs only: sections and lists give theirs, labels come before their words. */
function paragraphsOf(
  blocks: readonly GalleyBlock[],
  style: 'marginal-words' | 'footnote',
): GalleyParagraph[] {
  return blocks.flatMap((block): GalleyParagraph[] => {
    if (block.type === 'paragraph') return [ofNotes.has(block.style) ? block : { ...block, style }];
    if (block.type === 'section') return paragraphsOf(block.children, style);
    if (block.type === 'heading') return [{ ...block, type: 'paragraph', style }];
    if (block.type === 'list')
      return block.children.flatMap((item) => {
        const [first, ...rest] = paragraphsOf(item.children, style);
        const lead: GalleyParagraph[] = first
          ? [{ ...first, children: [...item.label, { type: 'text', value: ' ' }, ...first.children] }]
          : [{ type: 'paragraph', style, children: item.label }];
        return [...lead, ...rest];
      });
    return [];
  });
}

/** Short name of the hand: of the scribe, else the description in the header up to its first comma or stop. */
function handOf(shop: Workshop, note: Element): string {
  const pointer = attribute(note, 'hand');
  if (pointer === undefined) return '';
  const hand = shop.byId.get(localId(pointer) ?? '');
  if (!hand) {
    report(shop.file, 'note-hand-missing', {
      place: note,
      actual: `@hand="${pointer}"`,
      expected: 'the id of a hand in the header',
    });
    return '';
  }
  const scribe = shop.byId.get(localId(attribute(hand, 'scribeRef')) ?? '') ?? hand;
  const [name] = [...descendants(scribe)].filter(
    (part) => nameOf(part) === 'persName' || nameOf(part) === 'name',
  );
  const [surname] = childElements(name, 'surname');
  if (name && plainText(name) !== '') return plainText(surname) || plainText(name);
  if (nameOf(scribe) === 'persName') return plainText(scribe);
  return attribute(hand, 'scribe') ?? /^[^,.;:(]*/.exec(plainText(hand))![0].trim(); // matches always: it may be empty
}

/** The place on the page in words; empty where it is the margin and nothing more, or the words themselves. */
function placeWords(shop: Workshop, { where, element, repeats }: Setting): string {
  if (where.length === 0) return '';
  // A sign on the words themselves (underlined, circled) says so itself.
  if (where.length === 1 && where[0] === 'inline') return '';
  // It stands in a margin here too; on which side of the source it stood, the report says. Said each time, it would push the
  // next note away from its passage.
  if (where.includes('margin') && where.every((word) => ['margin', 'left', 'right'].includes(word)))
    return '';
  const { places } = shop.words.note;
  const order = ['top', 'bottom', 'above', 'below', 'left', 'right', 'centre'];
  const sorted = [...where].sort((a, b) => rank(order, a) - rank(order, b));
  const whole = sorted.join(' ');
  if (Object.hasOwn(places, whole)) return places[whole] ?? '';
  const known = sorted.filter((word) => Object.hasOwn(places, word));
  if (known.length < sorted.length && repeats === undefined) {
    const unknown = sorted.filter((word) => !Object.hasOwn(places, word));
    report(shop.file, 'note-place-unknown', { place: element, actual: `place "${unknown.join(' ')}"` });
  }
  return known.map((word) => places[word] ?? '').join(shop.words.note.separator);
}

function rank(order: readonly string[], word: string): number {
  const found = order.indexOf(word);
  return found < 0 ? order.length : found;
}

/** Most words of a passage that a description repeats. */
const fewWords = 8;

function anchorWords(shop: Workshop, { target }: Setting): string {
  const d = shop.words.description;
  if (!target) return '';
  const { element, kind } = target;
  const n = attribute(element, 'n');
  switch (kind) {
    case 'item': {
      const point = n ?? plainText(labelBefore(target)).replace(/[.):\]]+$/, '');
      return point === '' ? d.other : fill(d.point, { n: point });
    }
    case 'paragraph':
    case 'block':
      return n === undefined ? d.paragraph : fill(d.numbered, { n });
    case 'heading':
      return d.heading;
    case 'division':
    case 'container':
      return d.document;
    case 'through':
    case 'words':
    case 'span':
    case 'emphasis': {
      const all = plainText(element, (part) => shop.notes.inPlace(part) === undefined).split(' ');
      const passage = all.slice(0, fewWords).join(' ') + (all.length > fewWords ? ' …' : '');
      return passage === '' ? d.other : fill(d.passage, { words: passage });
    }
    case 'list':
    case 'label':
    case 'link':
    case 'note':
    case 'break':
    case 'page':
    case 'choice':
    case 'gap':
    case 'bracketed':
    case 'hidden':
      return d.other;
  }
}

/** The label that stands before an item in its list. */
function labelBefore({ element, parent }: Target): Element | undefined {
  const siblings = childElements(parent);
  const before = siblings[siblings.indexOf(element) - 1];
  return before && nameOf(before) === 'label' ? before : undefined;
}
