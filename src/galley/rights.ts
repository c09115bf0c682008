/** "Rights": what the page says of them, verbatim, then what this edition says of its own. */
import type { Element } from 'xast';
import { blocksOf, interfaceHeading, languageOfHeader } from './front.js';
import { attribute, childElements, descendants, nameOf, path } from './tei-tree.js';
import type { GalleyBlock, Section } from './types.js';
import type { Workshop } from './workshop.js';

export function rights(shop: Workshop, header: Element | undefined, lang: string): Section[] {
  const headerLang = languageOfHeader(header, lang);
  const children: GalleyBlock[] = statements(header).flatMap((statement) =>
    blocksOf(shop, statement, headerLang, 'rights'),
  );
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

/** `availability` of the page, then of the edition. */
export function statements(header: Element | undefined): Element[] {
  const pages = [...descendants(path(header, 'fileDesc', 'sourceDesc')[0])].filter(
    (part) => nameOf(part) === 'bibl' && attribute(part, 'type') === 'transcript',
  );
  const ofPage = pages.flatMap((page) => childElements(page, 'availability'));
  return [...ofPage, ...path(header, 'fileDesc', 'publicationStmt', 'availability')];
}
