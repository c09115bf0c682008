/**
 * The EPUB station: galley → XHTML → package.
 */
import { x } from 'xastscript';
import type { Nodes } from 'xast';
import type { Galley } from '../galley/types.js';
import type { EpubContext } from './context.js';
import { makeCover } from './cover.js';
import { makeDocuments, type Documents } from './documents.js';
import { fill } from './fill.js';
import { embedFaces } from './fonts.js';
import { heldSpaces } from './held-spaces.js';
import { languageAttributes, languageTag } from './languages.js';
import { metadataOf } from './metadata.js';
import { makeOutliner } from './outlines.js';
import { packageEdition, type PageFile, type Resource } from './package.js';
import { serialise } from './serialise.js';
import { titleOf } from './title.js';

export type { EpubContext, EpubFace, EpubFaces, EpubWords } from './context.js';

const templateFiles = {
  page: 'templates/epub/page.ejs',
  package: 'templates/epub/package.ejs',
  navigation: 'templates/epub/navigation.ejs',
  ncx: 'templates/epub/ncx.ejs',
  style: 'templates/epub/edition.css',
} as const;

/**
 * An EPUB 3.3 of the galley, the same bytes for the same arguments on every machine.
 * @throws TypeError for a galley that breaks its promises (ids, notes, characters outside XML) or a date that is none:
 * faults of the program, never of a source
 */
export async function writeEpub(galley: Galley, context: EpubContext): Promise<Uint8Array> {
  const { words } = context;
  const templates = await loadTemplates(context);
  const cover = makeCover(galley, makeOutliner(context.faces), context.holds);
  const held = context.holds ? heldSpaces(galley, context.holds) : undefined;
  // What does not depend on the printed pages is made before they are asked for.
  const unpaged = makeDocuments(galley, words, undefined, held);
  const bodies = unpaged.documents.map(({ body }) => body);
  const faces = await embedFaces(bodies, namesIn(unpaged, titleOf(galley, words), context), context);
  const documents = context.printed ? makeDocuments(galley, words, await context.printed(), held) : unpaged;
  const metadata = metadataOf(galley, documents, context);

  const main = languageAttributes(galley.lang);
  const direction: PageFile['direction'] = main['dir'] === 'rtl' ? 'rtl' : 'ltr';
  const coverBody = x(
    'body',
    { 'epub:type': 'cover', class: 'cover-page' },
    x('img', {
      src: 'cover.svg',
      role: 'doc-cover',
      alt: fill(words.coverDescription, { words: cover.words }).trim(),
      ...languageAttributes(words.lang),
    }),
  );
  const pages: PageFile[] = [
    {
      file: 'cover.xhtml',
      title: words.cover,
      lang: languageTag(words.lang),
      direction: 'ltr' as const,
      tree: coverBody,
    },
    ...documents.documents.map(({ file, body }) => ({
      file,
      title: metadata.title,
      lang: languageTag(galley.lang),
      direction,
      tree: body,
    })),
  ].map(({ tree, ...page }) => ({ ...page, id: page.file.replace('.xhtml', ''), body: serialise(tree) }));

  return packageEdition({
    metadata,
    pages,
    styles: ['edition.css'],
    resources: [
      {
        path: 'edition.css',
        id: 'style',
        mediaType: 'text/css',
        content: `${faces.style}${templates.style}`,
      },
      {
        path: 'cover.svg',
        id: 'cover-image',
        mediaType: 'image/svg+xml',
        properties: 'cover-image',
        content: xmlFile(cover.svg),
      },
      ...faces.resources,
      ...teiOf(context),
    ],
    navigation: {
      lang: languageTag(words.lang),
      contents: words.contents,
      landmarks: words.landmarks,
      pages: words.pages,
      toc: documents.toc,
      landmarkList: [
        { type: 'cover', label: words.cover, href: 'cover.xhtml' },
        { type: 'toc', label: words.contents, href: 'toc.xhtml#toc' },
        ...documents.landmarks,
      ],
      pageList: documents.pages,
    },
    templates,
  });
}

/** Words that are set in the edition's type besides the text. */
function namesIn(documents: Documents, title: string, { words }: EpubContext): string[] {
  const entries = (toc: Documents['toc']): string[] =>
    toc.flatMap((entry) => [entry.label, ...entries(entry.children)]);
  return [title, words.contents, words.cover, ...entries(documents.toc)];
}

function xmlFile(tree: Nodes): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${serialise(tree)}\n`;
}

/** The TEI travels along as the record of the edition, for whoever cites or checks it; no reading system opens it. */
function teiOf({ tei }: EpubContext): Resource[] {
  if (!tei) return [];
  const mediaType = 'application/tei+xml';
  return [{ path: 'tei/edition.xml', id: 'tei', mediaType, relation: 'record', content: tei.bytes }];
}

type TemplateTexts = { [Name in keyof typeof templateFiles]: string };

async function loadTemplates({ host }: EpubContext): Promise<TemplateTexts> {
  const load = async (path: string): Promise<string> =>
    new TextDecoder().decode(await host.resource(path)).replaceAll('\r\n', '\n');
  const [page, packageText, navigation, ncx, style] = await Promise.all([
    load(templateFiles.page),
    load(templateFiles.package),
    load(templateFiles.navigation),
    load(templateFiles.ncx),
    load(templateFiles.style),
  ]);
  return { page, package: packageText, navigation, ncx, style };
}
