/** "Sources": each archival copy in full, the printed editions that the page names, and who translated or obtained it. */
import type { Element } from 'xast';
import { isEditor, text } from './imprint.js';
import { blocksOf, inlinesOf, interfaceHeading, languageOfHeader } from './front.js';
import { letters } from './notes.js';
import {
  attribute,
  childElements,
  descendants,
  isProse,
  joinedText,
  nameOf,
  path,
  plainText,
} from './tei-tree.js';
import type { GalleyBlock, GalleyParagraph, Inline, Section } from './types.js';
import { fill } from './words.js';
import type { Workshop } from './workshop.js';

export function sources(shop: Workshop, header: Element | undefined, lang: string): Section[] {
  const headerLang = languageOfHeader(header, lang);
  const [sourceDesc] = path(header, 'fileDesc', 'sourceDesc');
  const copies = [...descendants(sourceDesc, (part) => !copyNames.has(nameOf(part)))].filter((part) =>
    copyNames.has(nameOf(part)),
  );
  const paragraphs: GalleyParagraph[] = [];
  const shown = copies
    .map((copy) => copyParagraphs(shop, copy, headerLang))
    .filter((copy) => copy.length > 0);
  for (const [index, copy] of shown.entries()) {
    const [first] = copy;
    if (first && shown.length > 1) {
      const letter: Inline = { type: 'text', value: letters(index + 1), data: { generated: true } };
      first.label = [{ type: 'span', style: 'italic', children: [letter] }];
    }
    paragraphs.push(...copy);
  }
  const said = new Set(paragraphs.map((paragraph) => shop.wordsIn(paragraph.children)));
  for (const statement of [...responsibilities(header), ...remarks(sourceDesc)]) {
    const words = plainText(statement);
    if (words === '' || [...said].some((other) => other.includes(words))) continue;
    said.add(words);
    paragraphs.push(source(shop, inlinesOf(shop, statement, headerLang)));
  }
  if (paragraphs.length === 0) return [];
  const title = shown.length === 1 ? shop.words.headings.source : shop.words.headings.sources;
  const section: Section = {
    type: 'section',
    role: 'sources',
    id: shop.ids.named('sources'),
    title,
    children: [interfaceHeading(shop, title, headerLang), ...paragraphs],
  };
  if (headerLang !== lang) section.lang = headerLang;
  return [section];
}

/** What counts as one source, wherever it stands in `sourceDesc`. */
const copyNames = new Set(['msDesc', 'witness', 'bibl', 'biblStruct', 'biblFull', 'p']);

function copyParagraphs(shop: Workshop, copy: Element, lang: string): GalleyParagraph[] {
  const name = nameOf(copy);
  if (name === 'bibl' && attribute(copy, 'type') === 'transcript') return []; // the page, which the header describes
  if (name === 'msDesc') return manuscript(shop, copy, lang);
  const [inner] = name === 'witness' ? childElements(copy, 'msDesc') : [];
  if (inner) return manuscript(shop, inner, lang);
  if (name === 'biblStruct' || name === 'biblFull') return lining(shop, joinedText(copy), undefined);
  const inlines = isProse(copy)
    ? inlinesOf(shop, copy, lang)
    : lining(shop, joinedText(copy), undefined)[0]?.children;
  return inlines && inlines.length > 0 ? [source(shop, inlines)] : [];
}

/** The reference as printed; made of the parts of `msIdentifier` and the leaves where the TEI has no such string. */
function manuscript(shop: Workshop, copy: Element, lang: string): GalleyParagraph[] {
  const [identifier] = childElements(copy, 'msIdentifier');
  const verbatim = path(identifier, 'altIdentifier')
    .filter((alternative) => attribute(alternative, 'type') === 'verbatim')
    .map((part) => plainText(part))
    .join(' ');
  const loci = [...descendants(copy)]
    .filter((part) => nameOf(part) === 'locus')
    .map((part) => plainText(part));
  const made = [identifier ? joinedText(identifier) : '', ...loci].filter((part) => part !== '').join(', ');
  const paragraphs = verbatim === '' ? lining(shop, made, loci) : lining(shop, verbatim, loci);
  const stated = editorsFields(shop, copy);
  if (stated !== '') {
    const words = fill(shop.words.source.corrected, { words: stated });
    paragraphs.push(source(shop, [{ type: 'span', style: 'quantity-lining', children: [text(words)] }]));
  }
  let said = paragraphs.map((paragraph) => shop.wordsIn(paragraph.children)).join(' ') + verbatim;
  for (const part of descendants(copy)) {
    const words = plainText(part);
    if (!furtherParts(part) || words === '' || said.includes(words)) continue;
    said += words;
    for (const block of blocksOf(shop, part, lang, 'source')) if (isParagraph(block)) paragraphs.push(block);
  }
  return paragraphs;
}

/** What the editor states of a copy: the reference stays as printed, and these stand below it. */
function editorsFields(shop: Workshop, copy: Element): string {
  return [...descendants(copy)]
    .filter((part) => {
      const statement = shop.byId.get(attribute(part, 'resp')?.replace(/^#/, '') ?? '');
      return statement !== undefined && isEditor(statement);
    })
    .map((part) => {
      const words = plainText(part);
      if (words === '') return '';
      const unit = nameOf(part) === 'idno' ? attribute(part, 'type') : undefined;
      if (unit !== undefined) return `${unit} ${words}`;
      const range = words.replace(/(?<=\d)-(?=\d)/g, '–');
      return nameOf(part) === 'locus' ? fill(shop.words.source.leaves, { words: range }) : words;
    })
    .filter((words) => words !== '')
    .join(', ');
}

/** Stated gaps, classification, drafting and the way of a copy, where the string does not say them. */
function furtherParts(part: Element): boolean {
  const name = nameOf(part);
  return (
    name === 'acquisition' ||
    name === 'provenance' ||
    (name === 'note' && ['lacuna', 'classification', 'drafting'].includes(attribute(part, 'type') ?? ''))
  );
}

/** One source with lining figures; in `ranges`, which are parts of it, hyphens between numbers are dashes. */
function lining(shop: Workshop, text: string, ranges: readonly string[] | undefined): GalleyParagraph[] {
  if (text === '') return [];
  const raw = [];
  let rest = text;
  for (const range of ranges ?? []) {
    const at = range === '' ? -1 : rest.indexOf(range);
    if (at < 0) continue;
    raw.push({ type: 'text' as const, value: rest.slice(0, at), punctuation: 'as-source' as const });
    raw.push({ type: 'text' as const, value: range, punctuation: 'ranges' as const });
    rest = rest.slice(at + range.length);
  }
  raw.push({ type: 'text' as const, value: rest, punctuation: 'as-source' as const });
  const children = shop.finish([{ type: 'span', style: 'quantity-lining', children: raw }], shop.words.lang);
  return [source(shop, children)];
}

function source(shop: Workshop, children: Inline[]): GalleyParagraph {
  return { type: 'paragraph', style: 'source', id: shop.ids.fresh('source'), children };
}

/** Who translated, obtained or contributed the document; the program speaks in the colophon. */
function responsibilities(header: Element | undefined): Element[] {
  const programs = new Set(
    path(header, 'encodingDesc', 'appInfo', 'application').map((part) => attribute(part, 'ident')),
  );
  return path(header, 'fileDesc', 'titleStmt', 'respStmt')
    .filter((statement) => !programs.has(attribute(statement, 'xml:id')) && !isEditor(statement))
    .map(
      (statement) =>
        childElements(statement, 'note').find((note) => attribute(note, 'type') === 'statement') ?? statement,
    );
}

/** What the page says of the document in sentences ("Reprinted in …"), but for what has no bearing on its text. */
function remarks(sourceDesc: Element | undefined): Element[] {
  return [...descendants(sourceDesc)]
    .filter((part) => nameOf(part) === 'bibl' && attribute(part, 'type') === 'transcript')
    .flatMap((page) => childElements(page, 'note'))
    .filter((note) => !['remark', 'reference'].includes(attribute(note, 'type') ?? ''));
}

function isParagraph(block: GalleyBlock): block is GalleyParagraph {
  return block.type === 'paragraph';
}
