/** Plain facts of the TEI header: metadata of the galley, its language and its running heads. */
import type { Element } from 'xast';
import { languageOfHeader, sent, titleElement } from './front.js';
import { imprintMetadata, isEditor } from './imprint.js';
import { rightsWords } from './rights.js';
import {
  attribute,
  childElements,
  descendants,
  joinedText,
  languageOf,
  languageTag,
  localId,
  paragraphsText,
  path,
  plainText,
  tokens,
} from './tei-tree.js';
import type { GalleyMetadata } from './types.js';
import type { Workshop } from './workshop.js';

/** BCP 47 tag of the document: what the text says, else the root, else the first language in use; `und` if nothing does. */
export function documentLanguage(
  root: Element | undefined,
  header: Element | undefined,
  text: Element | undefined,
): string {
  const body = childElements(text, 'body')[0];
  const stated = [text, body, root]
    .map((element) => element && languageOf(element))
    .find((lang) => lang !== undefined);
  if (stated !== undefined) return stated;
  const used = path(header, 'profileDesc', 'langUsage', 'language').map((language) =>
    languageTag(attribute(language, 'ident')),
  );
  return used.find((ident) => ident !== undefined) ?? 'und';
}

export function metadataOf(
  shop: Workshop,
  root: Element | undefined,
  header: Element | undefined,
  texts: readonly Element[],
  lang: string,
): GalleyMetadata {
  const titleStmt = path(header, 'fileDesc', 'titleStmt')[0];
  const publicationStmt = path(header, 'fileDesc', 'publicationStmt')[0];
  const metadata: GalleyMetadata = {
    title: plainText(titleElement(header)) || shop.context.teiFile.replace(/\.[^.]*$/, ''),
    authors: distinct(childElements(titleStmt, 'author').map(joinedText)),
    editors: distinct(
      [...childElements(titleStmt, 'editor'), ...editorialStatements(titleStmt)].map(joinedText),
    ),
    keywords: distinct([...terms(header), ...categories(shop, header)]),
    languages: languages(header, texts, lang, shop.words.lang),
    date: shop.context.date,
  };
  const subject = path(header, 'profileDesc', 'abstract').map(paragraphsText).join(' ');
  const publisher = distinct(childElements(publicationStmt, 'publisher').map(joinedText)).join(', ');
  const rights = rightsWords(shop, header);
  const series = plainText(path(header, 'fileDesc', 'seriesStmt', 'title')[0]);
  const documentDate = isoDate(header);
  if (subject !== '') metadata.subject = subject;
  if (publisher !== '') metadata.publisher = publisher;
  if (rights !== '') metadata.rights = rights;
  if (series !== '') metadata.series = series;
  const { contributors = [], ...imprint } = imprintMetadata(shop, header);
  Object.assign(metadata, imprint);
  if (metadata.editors.length > 0)
    metadata.contributors = metadata.editors.map(
      (name) => contributors.find((one) => one.name === name) ?? { name, relator: 'edt' },
    );
  if (documentDate !== undefined) metadata.documentDate = documentDate;
  const [kind] = categories(shop, header, '#document-type');
  if (kind && kind !== shop.words.headings.document) metadata.kind = kind;
  return metadata;
}

/** Editors named by `respStmt`: those that the edition itself refers to as `@resp`. */
function editorialStatements(titleStmt: Element | undefined): Element[] {
  return childElements(titleStmt, 'respStmt')
    .filter(isEditor)
    .flatMap((statement) => childElements(statement, 'persName'));
}

function terms(header: Element | undefined): string[] {
  return path(header, 'profileDesc', 'textClass', 'keywords', 'term').map((part) => plainText(part));
}

/** Descriptions of the categories that the document is assigned to. */
function categories(shop: Workshop, header: Element | undefined, scheme?: string): string[] {
  return path(header, 'profileDesc', 'textClass', 'catRef')
    .filter((reference) => scheme === undefined || attribute(reference, 'scheme') === scheme)
    .flatMap((reference) => tokens(reference, 'target'))
    .map((pointer) => plainText(childElements(shop.byId.get(localId(pointer) ?? ''), 'catDesc')[0]));
}

/** Languages of what is shown: the document's first, then those of passages, of the header and of the interface. */
function languages(
  header: Element | undefined,
  texts: readonly Element[],
  lang: string,
  ofWords: string,
): string[] {
  const passages = texts.flatMap((text) =>
    [...descendants(text)].map((element) => languageOf(element) ?? ''),
  );
  return distinct([lang, ...passages, languageOfHeader(header, lang), ofWords]).filter(
    (tag) => tag !== 'und',
  );
}

function isoDate(header: Element | undefined): string | undefined {
  for (const date of [...path(header, 'profileDesc', 'creation', 'date'), ...sent(header, 'date')]) {
    const when = attribute(date, 'when') ?? attribute(date, 'when-iso');
    const iso = /^\d{4}(-\d\d(-\d\d)?)?/.exec(when ?? '')?.[0];
    if (iso !== undefined) return iso;
  }
  return undefined;
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].filter((value) => value !== '');
}
