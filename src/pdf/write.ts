/**
 * The PDF of a setting: 1.7, tagged, PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) at once, with the TEI attached.
 * Which clauses are met and how is in docs/pdf.md.
 */
import type { FaceName } from '../typeset/measure.js';
import type { Page, Setting } from '../typeset/pages.js';
import type { PdfAttachment, PdfContext, Sink } from './context.js';
import { EmbeddedFace } from './embedding.js';
import { Links } from './links.js';
import { documentInformation, xmpPacket } from './metadata.js';
import { nameTree } from './name-tree.js';
import { writeOutline } from './outline.js';
import { pageLabels } from './page-labels.js';
import { Painter } from './painter.js';
import { joined, openContainer, type Container, type IndirectObject } from './pdfkit.js';
import { LogicalStructure } from './structure.js';
import { instant, nameToken, real, textToken, Token } from './syntax.js';
import { TrueTypeFont } from '../fonts/truetype.js';

/** Writes the PDF into memory. Same setting and context: same bytes, anywhere. Errors as in `streamPdf`. */
export async function writePdf(setting: Setting, context: PdfContext): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  await streamPdf(setting, context, (chunk) => void chunks.push(chunk));
  return joined(chunks);
}

/**
 * Writes the PDF page by page; what is kept is the structure tree and the fonts.
 * @throws TypeError, RangeError or Error for what earlier stations must not hand on: a missing glyph, a link that leads
 * nowhere, two notes of one name, no title. Such is a fault of the program, never of the source.
 */
export async function streamPdf(setting: Setting, context: PdfContext, sink: Sink): Promise<void> {
  const date = instant(context.date);
  const container = await openContainer({
    lang: context.lang,
    info: documentInformation(context, date),
    xmp: xmpPacket(context, date),
    outputIntentProfile: context.outputIntentProfile,
    sink,
  });
  const structure = new LogicalStructure(setting, context.lang);
  const faces = new Map<FaceName, EmbeddedFace>();
  const painter = new Painter(structure, (name) => {
    let face = faces.get(name);
    if (!face) {
      const source = context.faces.get(name);
      if (!source) throw new RangeError(`the pages use the face “${name}”, which was not loaded`);
      face = new EmbeddedFace(container, new TrueTypeFont(name, source.bytes), faces.size + 1);
      faces.set(name, face);
    }
    return face;
  });
  const links = new Links(container, structure);
  const resources = container.ref();
  const pages: IndirectObject[] = [];
  const heights: number[] = [];
  const labels: string[] = [];

  for (const page of setting.pages()) {
    if (page.index !== pages.length)
      throw new RangeError(`page ${String(page.index)} came as number ${String(pages.length)}`);
    pages.push(writePage(page, container, painter, links, resources));
    heights.push(page.height);
    labels.push(page.label);
    await container.flush();
  }
  if (pages.length === 0) throw new RangeError('a PDF needs a page');

  for (const face of faces.values()) {
    face.end();
    await container.flush();
  }
  resources.data = {
    Font: Object.fromEntries([...faces.values()].map((face) => [face.name, face.reference])),
  };
  resources.end();
  const elements = structure.end(container, pages);
  await container.flush();
  const outlines = writeOutline(container, setting.outline, { pages, heights, elements });
  const destinations = links.end();
  const attachment = attach(container, context.attachment, date);
  container.names.data = {
    EmbeddedFiles: nameTree(container, [['attachment', attachment]]),
    ...(destinations ? { Dests: destinations } : {}),
  };
  container.catalog({
    AF: [attachment],
    PageLabels: { Nums: pageLabels(labels) },
    ...(outlines ? { Outlines: outlines, PageMode: 'UseOutlines' } : {}),
  });
  await container.end();
}

function writePage(
  page: Page,
  container: Container,
  painter: Painter,
  links: Links,
  resources: IndirectObject,
): IndirectObject {
  const painted = painter.paint(page);
  const content = container.ref();
  content.end(Buffer.from(painted.content, 'latin1'));
  const annotations: IndirectObject[] = [];
  for (const item of page.items) {
    if (item.kind !== 'link') continue;
    annotations.push(links.annotate(item, page, painted.lastSequence.get(item.structure) ?? Infinity));
  }
  const box = new Token(`[0 0 ${real(page.width)} ${real(page.height)}]`);
  const reference = container.addPage({
    MediaBox: box,
    CropBox: box,
    TrimBox: box,
    Resources: resources,
    Contents: content,
    StructParents: painted.key,
    Tabs: 'S',
    ...(annotations.length > 0 ? { Annots: annotations } : {}),
  });
  reference.end();
  for (const item of page.items) if (item.kind === 'destination') links.place(item, page.height, reference);
  return reference;
}

/** The file specification of the TEI (ISO 19005-3, 6.8, and annex E): the source of this document. */
function attach(container: Container, attachment: PdfAttachment, date: Date): IndirectObject {
  const file = container.ref({
    Type: 'EmbeddedFile',
    Subtype: nameToken(attachment.type ?? 'application/tei+xml'),
    Params: { Size: attachment.bytes.length, CreationDate: date, ModDate: date },
  });
  file.end(attachment.bytes);
  const specification = container.ref({
    Type: 'Filespec',
    AFRelationship: 'Source',
    F: textToken(attachment.name),
    UF: textToken(attachment.name),
    Desc: textToken(attachment.description),
    EF: { F: file, UF: file },
  });
  specification.end();
  return specification;
}
