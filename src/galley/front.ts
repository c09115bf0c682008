/** What stands before the document: place and date as the source states them, the title, the summary. */
import type { Element } from 'xast';
import { Compositor } from './compositor.js';
import type { GalleyPart } from './context.js';
import { attribute, languageOf, path, plainText } from './tei-tree.js';
import type { BlockStyle, GalleyBlock, GalleyHeading, Inline, Section } from './types.js';
import type { Workshop } from './workshop.js';

export function front(
  shop: Workshop,
  header: Element | undefined,
  lang: string,
  show: (part: GalleyPart) => boolean,
): GalleyBlock[] {
  const { words } = shop;
  const headerLang = languageOfHeader(header, lang);
  const blocks: GalleyBlock[] = [];
  const section: Section = { type: 'section', role: 'front', id: shop.ids.named('front'), children: [] };
  if (headerLang !== lang) section.lang = headerLang;

  if (show('kicker')) {
    const parts = [datePart(header), placePart(header)].filter((part) => part !== undefined);
    const children: Inline[] = [];
    for (const part of parts) {
      const inlines = inlinesOf(shop, part, headerLang);
      if (inlines.length === 0) continue;
      if (children.length > 0)
        children.push({ type: 'text', value: words.kicker.separator, data: { generated: true } });
      children.push(...inlines);
    }
    if (children.length > 0)
      section.children.push({ type: 'paragraph', style: 'kicker', id: shop.ids.named('kicker'), children });
  }
  const title = titleElement(header);
  const inlines = title ? inlinesOf(shop, title, headerLang) : [];
  if (inlines.length > 0) {
    const heading: GalleyHeading = {
      type: 'heading',
      level: 1,
      style: 'title',
      id: shop.ids.named('title'),
      children: inlines,
    };
    if (title?.position) heading.position = title.position;
    section.children.push(heading);
  }
  if (section.children.length > 0) blocks.push(section);

  const abstracts = path(header, 'profileDesc', 'abstract');
  if (show('summary') && abstracts.length > 0) {
    const children = abstracts.flatMap((abstract) => blocksOf(shop, abstract, headerLang, 'summary'));
    if (children.length > 0) {
      const summary: Section = {
        type: 'section',
        role: 'abstract',
        id: shop.ids.named('summary'),
        title: words.headings.summary,
        children,
      };
      if (headerLang !== lang) summary.lang = headerLang;
      blocks.push(summary);
    }
  }
  if (blocks.length > 0) blocks.push({ type: 'ornament' });
  return blocks;
}

export function languageOfHeader(header: Element | undefined, lang: string): string {
  return (header && languageOf(header)) ?? lang;
}

/** The title of the document: `@type="main"`, else the first one with words. */
export function titleElement(header: Element | undefined): Element | undefined {
  const titles = path(header, 'fileDesc', 'titleStmt', 'title').filter((title) => plainText(title) !== '');
  return titles.find((title) => attribute(title, 'type') === 'main') ?? titles[0];
}

/** The date as the source states it: of creation, else of sending. */
export function datePart(header: Element | undefined): Element | undefined {
  const dates = [...path(header, 'profileDesc', 'creation', 'date'), ...sent(header, 'date')];
  return dates.find((date) => plainText(date) !== '');
}

/** The place of sending, else of creation. */
function placePart(header: Element | undefined): Element | undefined {
  const places = ['placeName', 'settlement'].flatMap((name) => [
    ...sent(header, name),
    ...path(header, 'profileDesc', 'creation', name),
  ]);
  return places.find((place) => plainText(place) !== '');
}

/** Parts of the action of sending. */
export function sent(header: Element | undefined, name: string): Element[] {
  return path(header, 'profileDesc', 'correspDesc', 'correspAction')
    .filter((action) => attribute(action, 'type') === 'sent')
    .flatMap((action) => path(action, name));
}

/** Words of an element of the header, in the line. */
export function inlinesOf(shop: Workshop, element: Element, lang: string): Inline[] {
  const blocks = blocksOf(shop, element, lang, 'paragraph');
  const inlines: Inline[] = [];
  for (const block of blocks) {
    if (block.type !== 'paragraph' && block.type !== 'heading') continue;
    if (inlines.length > 0) inlines.push({ type: 'text', value: ' ' });
    inlines.push(...block.children);
  }
  return inlines;
}

/** Content of an element of the header as blocks; paragraphs without a style of their own have `style`. */
export function blocksOf(shop: Workshop, element: Element, lang: string, style: BlockStyle): GalleyBlock[] {
  const own = languageOf(element) ?? lang;
  const compositor = new Compositor(shop, {
    surroundings: 'header',
    galleyLang: lang,
    lang: own,
    paragraphs: style,
  });
  return compositor.set(element.children, element).end();
}

/** A heading of the interface above a part of the apparatus. */
export function interfaceHeading(shop: Workshop, text: string, lang: string): GalleyHeading {
  const heading: GalleyHeading = {
    type: 'heading',
    level: 2,
    style: 'apparatus-heading',
    id: shop.ids.fresh('heading'),
    children: [{ type: 'text', value: text, data: { generated: true } }],
  };
  if (shop.words.lang !== lang) heading.lang = shop.words.lang;
  return heading;
}
