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
          title: hole.title,
          version: hole.version,
          file: hole.file,
        })} ${fill(c[context.dateOf ?? 'edition'], { date: hole.date })}`,
        {
          [hole.title]: { words: shop.printed(title, headerLang), style: 'italic' },
          [hole.file]: code(file),
          [hole.version]: code(version),
          [hole.date]: code(date),
        },
      ),
    ),
    paragraph(
      shop,
      around(fill(c.checksum, { checksum: hole.checksum }), { [hole.checksum]: code(checksum) }),
    ),
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
const hole = {
  file: '\u0000',
  checksum: '\u0001',
  version: '\u0002',
  date: '\u0003',
  title: '\u0004',
} as const;

interface Filled {
  readonly words: string;
  readonly style: 'code' | 'italic';
}

function code(words: string): Filled {
  return { words, style: 'code' };
}

function around(sentence: string, names: Readonly<Record<string, Filled>>): Inline[] {
  return sentence
    .split(/([\u0000-\u0004])/)
    .filter((part) => part !== '')
    .map((part) => {
      const name = names[part];
      return name === undefined
        ? text(part)
        : { type: 'span', style: name.style, children: [text(name.words)] };
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
