/** The colophon: what was built, from which TEI, by what, and what a reader must know of how it is shown. */
import type { Element } from 'xast';
import { interfaceHeading, languageOfHeader } from './front.js';
import { imprint, text } from './imprint.js';
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
  const paragraphs = [
    ...imprint(shop, header, headerLang).map((line) => paragraph(shop, line, headerLang)),
    paragraph(
      shop,
      around(
        `${fill(c.made, {
          title: shop.printed(title, headerLang),
          version: hole.version,
          file: hole.file,
        })} ${fill(c[context.dateOf ?? 'edition'], { date: hole.date })}`,
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
