/** The colophon: what was built, from which TEI, by what, and what a reader must know of how it is shown. */
import type { Element } from 'xast';
import { interfaceHeading, languageOfHeader } from './front.js';
import { isEditor } from './metadata.js';
import { childElements, joinedText, nameOf, path, plainText } from './tei-tree.js';
import type { GalleyNote, GalleyParagraph, Inline, Section } from './types.js';
import { fill } from './words.js';
import type { Workshop } from './workshop.js';

export function colophon(
  shop: Workshop,
  header: Element | undefined,
  lang: string,
  title: string,
  notes: readonly GalleyNote[],
): Section {
  const { words, context } = shop;
  const c = words.colophon;
  const { version, teiFile: file, teiSha256: checksum, date } = context;
  const headerLang = languageOfHeader(header, lang);
  const publication = publicationWords(header);
  const paragraphs = [
    ...editors(header).map((editor) => paragraph(shop, [text(editor)], headerLang)),
    publication === '' ? undefined : paragraph(shop, [text(publication)], headerLang),
    paragraph(
      shop,
      around(
        fill(c.made, {
          title: shop.printed(title, headerLang),
          version: hole.version,
          date: hole.date,
          file: hole.file,
        }),
        { [hole.file]: file, [hole.version]: version, [hole.date]: date },
      ),
    ),
    paragraph(shop, around(fill(c.checksum, { checksum: hole.checksum }), { [hole.checksum]: checksum })),
    shop.punctuated ? paragraph(shop, [text(c.punctuation)]) : undefined,
    notes.some((note) => note.repeats !== undefined) ? paragraph(shop, [text(c.repeated)]) : undefined,
    shop.notes.settings.some(({ doubt }) => doubt === 'anchor')
      ? paragraph(shop, [text(fill(c.uncertain, { mark: words.note.uncertain }))])
      : undefined,
    shop.added ? paragraph(shop, [text(c.added)]) : undefined,
  ].filter((block) => block !== undefined);
  const section: Section = {
    type: 'section',
    role: 'colophon',
    id: shop.ids.named('colophon'),
    title: words.headings.colophon,
    children: [interfaceHeading(shop, words.headings.colophon, words.lang), ...paragraphs],
  };
  if (words.lang !== lang) section.lang = words.lang;
  return section;
}

/** "Edited by …", one line an editor. */
function editors(header: Element | undefined): string[] {
  const lines = path(header, 'fileDesc', 'titleStmt', 'respStmt')
    .filter(isEditor)
    .map((statement) => ['resp', 'persName'].map((name) => plainText(childElements(statement, name)[0])))
    .filter(([, name]) => name !== '')
    .map((parts) => parts.join(' ').trim());
  return lines.map((line) => line.charAt(0).toUpperCase() + line.slice(1));
}

/** What the TEI says of its own publication. */
function publicationWords(header: Element | undefined): string {
  const [statement] = path(header, 'fileDesc', 'publicationStmt');
  return childElements(statement)
    .filter((part) => nameOf(part) !== 'availability')
    .map(joinedText)
    .filter((part) => part !== '')
    .join(', ');
}

/** Stand for what is no words of the sentence, until it is filled around them. */
const hole = { file: '\u0000', checksum: '\u0001', version: '\u0002', date: '\u0003' } as const;

function around(sentence: string, names: Readonly<Record<string, string>>): Inline[] {
  return sentence
    .split(/([\u0000-\u0003])/)
    .filter((part) => part !== '')
    .map((part) => {
      const name = names[part];
      return name === undefined ? text(part) : { type: 'span', style: 'code', children: [text(name)] };
    });
}

function text(value: string): Inline {
  return { type: 'text', value, data: { generated: true } };
}

function paragraph(shop: Workshop, children: Inline[], lang = shop.words.lang): GalleyParagraph {
  const block: GalleyParagraph = {
    type: 'paragraph',
    style: 'colophon',
    id: shop.ids.fresh('colophon'),
    children,
  };
  if (lang !== shop.words.lang) block.lang = lang;
  return block;
}
