/** "Rights": what the page says of them, verbatim, then what this edition says of its own. */
import type { Element } from 'xast';
import { blocksOf, inlinesOf, interfaceHeading, languageOfHeader } from './front.js';
import { isAddress, link, text } from './imprint.js';
import {
  attribute,
  childElements,
  descendants,
  nameOf,
  paragraphsText,
  path,
  plainText,
} from './tei-tree.js';
import type { GalleyBlock, Section } from './types.js';
import type { Workshop } from './workshop.js';

export function rights(shop: Workshop, header: Element | undefined, lang: string): Section[] {
  const headerLang = languageOfHeader(header, lang);
  const { document: ofDocument, edition: ofEdition } = statements(header);
  const words = shop.words.rights;
  const children = ofDocument.flatMap((statement) => blocksOf(shop, statement, headerLang, 'rights'));
  const own = ofEdition.flatMap((statement) => licences(shop, statement, headerLang));
  // One statement alone is told apart from nothing.
  if (own.length > 0) {
    begin(children, words.document);
    begin(own, words.edition);
    children.push(...own);
  }
  if (children.length === 0) return [];
  const section: Section = {
    type: 'section',
    role: 'rights',
    id: shop.ids.named('rights'),
    title: shop.words.headings.rights,
    children: [interfaceHeading(shop, shop.words.headings.rights, headerLang), ...children],
  };
  if (headerLang !== lang) section.lang = headerLang;
  return [section];
}

/** The same in one line, for metadata. */
export function rightsWords(shop: Workshop, header: Element | undefined): string {
  const { document: ofDocument, edition: ofEdition } = statements(header);
  const [page, own] = [ofDocument, ofEdition].map((all) => all.map(paragraphsText).join(' ').trim());
  const words = shop.words.rights;
  if (!own) return page ?? '';
  return [page && `${words.document}${page}`, `${words.edition}${own}`].filter(Boolean).join(' ');
}

/** `availability` of the page and of the edition. */
function statements(header: Element | undefined): { document: Element[]; edition: Element[] } {
  const pages = [...descendants(path(header, 'fileDesc', 'sourceDesc')[0])].filter(
    (part) => nameOf(part) === 'bibl' && attribute(part, 'type') === 'transcript',
  );
  return {
    document: pages.flatMap((page) => childElements(page, 'availability')),
    edition: path(header, 'fileDesc', 'publicationStmt', 'availability'),
  };
}

/** Each licence with its address, which a reader of paper needs too. */
function licences(shop: Workshop, availability: Element, lang: string): GalleyBlock[] {
  if (childElements(availability).some((part) => nameOf(part) !== 'licence'))
    return blocksOf(shop, availability, lang, 'rights');
  return childElements(availability).flatMap((licence): GalleyBlock[] => {
    const target = attribute(licence, 'target') ?? '';
    const children = inlinesOf(shop, licence, lang);
    if (isAddress(target) && !plainText(licence).includes(target))
      children.push(text(children.length > 0 ? ', ' : ''), link(target, target));
    return children.length === 0
      ? []
      : [{ type: 'paragraph', style: 'rights', id: shop.ids.fresh('licence'), children }];
  });
}

/** Says of the first paragraph what it is about. */
function begin(blocks: GalleyBlock[], words: string): void {
  const [first] = blocks;
  if (first?.type === 'paragraph') first.children.unshift(text(words));
}
