/**
 * Galley → content documents: the body of each file, and what the navigation document has to know of them.
 */
import { x } from 'xastscript';
import type { Element, ElementContent } from 'xast';
import type { Galley, GalleyBlock } from '../galley/types.js';
import { blocks as contentOf } from './blocks.js';
import { divide } from './chapters.js';
import type { EpubWords, PrintedPages } from './context.js';
import type { HeldSpaces } from './held-spaces.js';
import { lines } from './lines.js';
import { footnotes, marginalNote } from './paragraphs.js';
import { Setting, type Place, type TocEntry } from './setting.js';
import { titleOf } from './title.js';
import { oneLine } from './words-of.js';

export interface ContentDocument {
  readonly file: string;
  readonly body: Element;
}

export interface Documents {
  readonly documents: readonly ContentDocument[];
  readonly toc: readonly TocEntry[];
  /** Folios of the printed pages in the order of the text; empty if they are not known. */
  readonly pages: readonly Place[];
  /** Beginnings of parts that readers want to go to. */
  readonly landmarks: readonly (Place & { readonly type: string })[];
  readonly has: { readonly marginal: boolean; readonly footnotes: boolean };
}

/** @throws TypeError for a galley that breaks its promises (dangling ids, notes without a place) */
export function makeDocuments(
  galley: Galley,
  words: EpubWords,
  printed: PrintedPages | undefined,
  held?: HeldSpaces,
): Documents {
  const { chapters, files, notes } = divide(galley);
  const setting = new Setting(notes, files, words, printed, held);
  const toc = setting.toc;
  setting.kind = oneLine(galley.metadata.kind ?? '') || undefined;
  const documents = chapters.map(({ file, matter, blocks }): ContentDocument => {
    setting.file = file;
    setting.headings = [];
    const content = blocks.flatMap((block) => [...contentOf([block], setting), ...footnotes(setting)]);
    if (file === chapters[0]?.file) content.unshift(...unanchored(galley, setting));
    if (file === chapters.at(-1)?.file) content.push(...setting.lastPageBreaks());
    // Where there are no notes, no margin is kept free for them.
    const noted = hasMarginal(content);
    const edition = x('div', { class: noted ? 'edition noted' : 'edition' }, lines(content));
    return { file, body: x('body', { 'epub:type': matter }, edition) };
  });
  const title = titleOf(galley, words);
  const first = chapters[0]?.file ?? '';
  if (toc.length === 0) toc.push({ label: title, href: first, children: [] });
  return {
    documents,
    toc,
    pages: setting.pages,
    landmarks: landmarksOf(galley.children, documents, words, toc),
    has: {
      marginal: galley.notes.some((note) => note.series === 'marginal'),
      footnotes: galley.notes.some((note) => note.series === 'footnote'),
    },
  };
}

/** Notes at the top that the galley anchors nowhere. */
function unanchored(galley: Galley, setting: Setting): Element[] {
  return galley.notes
    .filter((note) => note.place === 'top' && !setting.placed.has(note.id))
    .map((note) => marginalNote(note, 'beside-title', setting));
}

function hasMarginal(content: readonly ElementContent[]): boolean {
  return elementsOf(content).some(
    ({ name, attributes, children }) =>
      (name === 'aside' && attributes['class']?.startsWith('marginal') === true) || hasMarginal(children),
  );
}

function landmarksOf(
  blocks: readonly GalleyBlock[],
  documents: readonly ContentDocument[],
  words: EpubWords,
  toc: readonly TocEntry[],
): Documents['landmarks'] {
  const types = { document: 'bodymatter', rights: 'copyright-page', colophon: 'colophon' } as const;
  const found: (Place & { type: string })[] = [];
  const sections = documents.flatMap(({ file, body }) =>
    elementsOf(body.children).flatMap((edition) =>
      elementsOf(edition.children)
        .filter((element) => element.name === 'section' && element.attributes['class'] !== 'footnotes')
        .map((element) => `${file}#${element.attributes['id'] ?? ''}`),
    ),
  );
  let index = 0;
  for (const block of blocks) {
    if (block.type !== 'section') continue;
    const href = sections[index++];
    const role = block.role;
    if (href === undefined || !(role === 'document' || role === 'rights' || role === 'colophon')) continue;
    const type = types[role];
    if (found.some((landmark) => landmark.type === type)) continue;
    found.push({ type, label: block.title ?? words[role], href });
  }
  if (!found.some(({ type }) => type === 'bodymatter')) {
    found.unshift({ type: 'bodymatter', label: words.document, href: toc[0]?.href ?? '' });
  }
  return found;
}

function elementsOf(content: readonly ElementContent[]): Element[] {
  return content.filter((node): node is Element => node.type === 'element');
}
