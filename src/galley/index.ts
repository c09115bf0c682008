/** TEI → galley: the parts of the edition in their order. */
import type { Element, Root } from 'xast';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';
import { colophon } from './colophon.js';
import { Compositor } from './compositor.js';
import type { GalleyContext, GalleyPart } from './context.js';
import { front, languageOfHeader } from './front.js';
import { dropDeadLinks } from './links.js';
import { documentLanguage, metadataOf } from './metadata.js';
import { setNotes } from './note-content.js';
import { rights } from './rights.js';
import { runningHeads } from './running-heads.js';
import { sources } from './sources.js';
import { attribute, childElements, descendants, nameOf, path } from './tei-tree.js';
import type { Galley, GalleyBlock, Section } from './types.js';
import { Workshop } from './workshop.js';

export type { GalleyContext, GalleyPart } from './context.js';
export type { Behaviour } from './behaviours.js';
export { readBehaviours } from './extension.js';
export { checkWords, fill, wordsFor, type Words, type WordsTable } from './words.js';

/**
 * The galley of a TEI document. Every word of `text` that the table of behaviours does not hide stands in it once, in
 * order; marginal notes stand at each of their anchors.
 *
 * Order (documentary edition): place and date, title, summary; the document; the editor's report; sources; rights;
 * colophon. What cannot be shown as it should be is reported to `file`; nothing throws for the sake of the TEI.
 */
export function makeGalley(tei: Root, context: GalleyContext, file: VFile): Galley {
  // A corpus is shown whole, under the header of its first document.
  const roots = [...descendants(tei)].filter((element) => nameOf(element) === 'TEI');
  const [root] = roots;
  const header = childElements(root, 'teiHeader')[0];
  const texts = roots.flatMap((document) => childElements(document, 'text'));
  if (texts.length === 0) report(file, 'tei-text-missing', { place: root });
  const lang = documentLanguage(root, header, texts[0]);
  const shop = new Workshop(tei, context, file);
  shop.notes.read(
    texts,
    roots.flatMap((document) => childElements(document, 'standOff')),
    context.show?.summary === false ? [] : path(header, 'profileDesc', 'abstract'),
  );
  for (const corpus of childElements(tei, 'teiCorpus'))
    shop.tellOnce('tei-element-unsupported', 'teiCorpus', corpus);

  const show = (part: GalleyPart): boolean => context.show?.[part] ?? true;
  const children: GalleyBlock[] = front(shop, header, lang, show);
  const document = setDocument(shop, texts, lang);
  const reports = takeReports(document);
  children.push(document);
  if (reports.length > 0 && show('report')) {
    const { words } = shop;
    children.push({ type: 'ornament' });
    children.push({
      type: 'section',
      role: 'report',
      id: shop.ids.named('report'),
      title: words.headings.report,
      children: reports,
    });
  }
  if (show('sources')) children.push(...sources(shop, header, lang));
  if (show('rights')) children.push(...rights(shop, header, lang));
  const notes = setNotes(shop, lang);
  const metadata = metadataOf(shop, root, header, texts, lang);
  if (show('colophon')) children.push(colophon(shop, header, lang, metadata.title, notes));
  dropDeadLinks(children, notes);
  shop.tell();
  return {
    type: 'galley',
    lang,
    metadata,
    children,
    notes,
    running: runningHeads(shop, header, metadata.title, lang),
    joining: joiningWords(shop, header, lang),
  };
}

/** Of the language of titles and of the interface's. */
function joiningWords(shop: Workshop, header: Element | undefined, lang: string): string[] {
  return [...new Set([...shop.wordsOf(languageOfHeader(header, lang)).joining, ...shop.words.joining])];
}

function setDocument(shop: Workshop, texts: readonly Element[], lang: string): Section {
  const whole = wholeOf(shop, texts);
  const compositor = new Compositor(shop, { surroundings: 'document', galleyLang: lang, whole });
  const id = whole && attribute(whole, 'xml:id');
  const section: Section = {
    type: 'section',
    role: 'document',
    id: id === undefined ? shop.ids.named('document') : shop.ids.take(id),
    title: shop.words.headings.document,
    children: compositor.set(texts).callAtEnd(shop.notes.looseCalls(), lang).end(),
  };
  const { stranded } = shop.notes;
  if (stranded.length > 0) {
    shop.notes.anchored(stranded);
    section.children.push({
      type: 'paragraph',
      style: 'paragraph',
      id: shop.ids.take(undefined),
      children: [{ type: 'noteAnchor', notes: [...stranded] }],
    });
  }
  return section;
}

/** The only division of the text, if there is only one: it is the document and no part of it. */
function wholeOf(shop: Workshop, texts: readonly Element[]): Element | undefined {
  let inner = texts.length === 1 ? childElements(texts[0]).filter((part) => part.children.length > 0) : [];
  if (inner.length === 1 && inner[0] && nameOf(inner[0]) === 'body') inner = childElements(inner[0]);
  const divisions = inner.filter((part) => shop.behaviourOf(part, undefined, 'document')?.as === 'division');
  return divisions.length === 1 ? divisions[0] : undefined;
}

/** Reports at the end of the document are a part of their own; one amid the document stays where it stands. */
function takeReports(document: Section): GalleyBlock[] {
  const reports: GalleyBlock[] = [];
  let inner = document;
  for (let last = inner.children.at(-1); last?.type === 'section'; last = inner.children.at(-1)) inner = last;
  for (
    let last = inner.children.at(-1);
    last?.type === 'paragraph' && last.style === 'report';
    last = inner.children.at(-1)
  ) {
    reports.unshift(last);
    inner.children.pop();
  }
  return reports;
}
