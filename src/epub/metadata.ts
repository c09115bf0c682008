/**
 * What the package document says of the edition: Dublin Core, and what a reader with a disability may expect of it.
 * All of it is taken from the galley or seen in what was made.
 */
import type { Galley, GalleyBlock } from '../galley/types.js';
import type { EpubContext } from './context.js';
import type { Documents } from './documents.js';
import { fill } from './fill.js';
import { identifierOf } from './identifier.js';
import { languageTag } from './languages.js';
import { titleOf } from './title.js';
import { oneLine, wordsOf } from './words-of.js';

/** Values of the package document; absent or empty where there is nothing to say. */
export interface PackageMetadata {
  readonly identifier: string;
  readonly otherIdentifier?: string;
  readonly title: string;
  readonly languages: readonly string[];
  readonly creators: readonly string[];
  readonly editors: readonly { readonly name: string; readonly relator?: string; readonly orcid?: string }[];
  readonly version?: string;
  readonly licence?: string;
  readonly publisher?: string;
  readonly description?: string;
  readonly subjects: readonly string[];
  readonly rights?: string;
  /** The archival copies, as the page printed them. */
  readonly sources: readonly string[];
  /** Date of the document: what the text is about in time. */
  readonly coverage?: string;
  readonly series?: string;
  /** Day of the build, and the moment of it in UTC. */
  readonly date: string;
  readonly modified: string;
  readonly generator: string;
  /** schema.org values (EPUB Accessibility 1.1, 2.2). */
  readonly accessibility: {
    readonly modes: readonly string[];
    readonly features: readonly string[];
    readonly summary: string;
    readonly pageSource?: string;
  };
}

/** @throws TypeError if the date of the build is none */
export function metadataOf(galley: Galley, documents: Documents, context: EpubContext): PackageMetadata {
  const { metadata } = galley;
  const { words } = context;
  const title = titleOf(galley, words);
  const moment = momentOf(context.date);
  const paged = documents.pages.length > 0;
  const text = (value: string | undefined): string | undefined => oneLine(value ?? '') || undefined;
  const texts = (values: readonly string[]): string[] => values.map(oneLine).filter((value) => value !== '');
  const languages = [galley.lang, ...metadata.languages].map(languageTag);
  const known = [...new Set(languages)].filter((tag) => tag !== 'und');
  const optional = {
    otherIdentifier: text(metadata.identifier),
    publisher: text(metadata.publisher),
    description: text(metadata.subject),
    rights: text(metadata.rights),
    coverage: text(metadata.documentDate),
    series: text(metadata.series),
    version: text(metadata.version),
    licence: text(metadata.licence),
  };
  return {
    identifier: identifierOf(context.key),
    ...present(optional),
    title,
    languages: known.length > 0 ? known : ['und'],
    creators: texts(metadata.authors),
    editors: metadata.contributors ?? texts(metadata.editors).map((name) => ({ name, relator: 'edt' })),
    subjects: texts(metadata.keywords),
    sources: [...new Set(sourcesOf(galley.children))],
    date: moment.slice(0, 10),
    modified: moment,
    generator: oneLine(context.generator),
    accessibility: {
      // The cover is the only picture, and its words are there as text.
      modes: ['textual', 'visual'],
      features: [
        'alternativeText',
        'ARIA',
        'displayTransformability',
        'readingOrder',
        'structuralNavigation',
        'tableOfContents',
        ...(paged ? ['pageBreakMarkers', 'pageNavigation'] : []),
      ].sort(),
      summary: [
        words.summary.text,
        ...(documents.has.marginal ? [words.summary.marginal] : []),
        ...(documents.has.footnotes ? [words.summary.footnotes] : []),
        ...(paged ? [words.summary.pages] : []),
        words.summary.cover,
      ].join(' '),
      ...(paged ? { pageSource: fill(words.pageSource, { title }) } : {}),
    },
  };
}

type Present<T> = { [K in keyof T]?: NonNullable<T[K]> };

function present<T extends Record<string, string | undefined>>(values: T): Present<T> {
  const kept = Object.entries(values).filter(([, value]) => value !== undefined);
  // The same keys with the undefined ones left out.
  return Object.fromEntries(kept) as Present<T>;
}

/** A day or a moment as `CCYY-MM-DDThh:mm:ssZ`, the only form of `dcterms:modified` (EPUB 3.3, 5.5.5). */
function momentOf(date: string): string {
  const time = /^\d{4}-\d{2}-\d{2}(?:T.+)?$/.test(date) ? new Date(date).getTime() : NaN;
  if (Number.isNaN(time)) throw new TypeError(`“${date}” is no date of ISO 8601`);
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}

function sourcesOf(blocks: readonly GalleyBlock[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'section') return sourcesOf(block.children);
    if (block.type === 'list') return block.children.flatMap((item) => sourcesOf(item.children));
    if (block.type !== 'paragraph' || block.style !== 'source') return [];
    const words = oneLine(wordsOf(block.children));
    return words === '' ? [] : [words];
  });
}
