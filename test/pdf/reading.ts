/**
 * Reads a PDF back with pdf.js, which shares no code with the writer: the characters that ToUnicode gives to each glyph,
 * by marked content, in the order of the structure tree. (Its own text extraction guesses at spaces and drops U+00AD.)
 */
import { getDocument, OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface Element {
  readonly role: string;
  readonly lang?: string;
  readonly children: (Element | string)[];
}

export interface ReadPage {
  /** Text of the page in the order of the structure tree; U+00AD at line ends still in it. */
  readonly text: string;
  /** Texts of the artifacts. */
  readonly artifacts: readonly string[];
  /** Text that is in no element and no artifact. */
  readonly unmarked: string;
  /** The tree with the text of each piece of content. */
  readonly tree: Element;
}

export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  // pdf.js takes the buffer away.
  return getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
}

export async function readPages(document: PDFDocumentProxy): Promise<ReadPage[]> {
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number++)
    pages.push(await readPage(await document.getPage(number)));
  return pages;
}

/** The words of a whole document as a reader is given them: hyphens at line ends taken away. */
export function wordsOf(pages: readonly ReadPage[]): string {
  return pages
    .map(({ text }) => text)
    .join('')
    .replaceAll('\u00ad', '');
}

async function readPage(page: PDFPageProxy): Promise<ReadPage> {
  const operators = await page.getOperatorList();
  const byId = new Map<number, string>();
  const artifacts: string[] = [];
  let unmarked = '';
  const open: (number | 'artifact' | 'span')[] = [];
  operators.fnArray.forEach((operator, i) => {
    const operands: unknown = operators.argsArray[i];
    if (operator === OPS.beginMarkedContentProps || operator === OPS.beginMarkedContent) {
      const [tag, id] = Array.isArray(operands) ? (operands as unknown[]) : [];
      if (typeof id === 'number') open.push(id);
      else open.push(tag === 'Artifact' ? 'artifact' : 'span');
      if (tag === 'Artifact') artifacts.push('');
    } else if (operator === OPS.endMarkedContent) {
      open.pop();
    } else if (operator === OPS.showText) {
      const text = shownText(operands);
      const mark = open.findLast((one) => one !== 'span');
      if (mark === undefined) unmarked += text;
      else if (mark === 'artifact') artifacts.push(`${artifacts.pop() ?? ''}${text}`);
      else byId.set(mark, (byId.get(mark) ?? '') + text);
    }
  });
  const tree = elementOf(await page.getStructTree(), byId);
  return { text: textOf(tree), artifacts: artifacts.filter((text) => text !== ''), unmarked, tree };
}

/** pdf.js hands on glyph objects and, between them, movements. */
function shownText(operands: unknown): string {
  if (!Array.isArray(operands) || !Array.isArray(operands[0]))
    throw new TypeError('pdf.js shows text otherwise');
  return operands[0]
    .map((glyph: unknown) =>
      typeof glyph === 'object' && glyph !== null && 'unicode' in glyph && typeof glyph.unicode === 'string'
        ? glyph.unicode
        : '',
    )
    .join('');
}

function elementOf(node: unknown, byId: ReadonlyMap<number, string>): Element {
  if (typeof node !== 'object' || node === null) return { role: 'none', children: [] };
  const role = 'role' in node && typeof node.role === 'string' ? node.role : '';
  const children: (Element | string)[] = [];
  for (const child of 'children' in node && Array.isArray(node.children)
    ? (node.children as unknown[])
    : []) {
    if (typeof child !== 'object' || child === null) continue;
    if ('type' in child && 'id' in child && typeof child.id === 'string') {
      const mcid = /_mc(\d+)$/.exec(child.id)?.[1];
      children.push(mcid === undefined ? { role: 'OBJR', children: [] } : (byId.get(Number(mcid)) ?? ''));
    } else {
      children.push(elementOf(child, byId));
    }
  }
  return { role, ...('lang' in node && typeof node.lang === 'string' ? { lang: node.lang } : {}), children };
}

export function textOf(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
