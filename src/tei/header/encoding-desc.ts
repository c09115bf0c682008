/** How the text was encoded: the program, the editorial rules, the classes that the profile points to (TEI 2.3). */
import type { Element } from 'xast';
import type { DocumentKind } from '../../edition/types.js';
import { nodesOf, plainText } from '../census.js';
import { element } from '../element.js';
import type { Encoding } from '../encoding.js';
import { editorialDecl } from './editorial-declaration.js';

export function encodingDesc(encoding: Encoding): Element {
  return element('encodingDesc', {}, [
    element('appInfo', {}, [
      element('application', { ident: 'marginalia', version: versionNumber(encoding.version) }, [
        element('label', {}, ['Marginalia']),
      ]),
    ]),
    editorialDecl(encoding),
    classDecl(encoding),
  ]);
}

/** `@version` is digits and dots, four numbers at most (teidata.versionNumber). */
function versionNumber(version: string): string {
  return /^\d+(?:\.\d+){0,3}/u.exec(version)?.[0] ?? '0';
}

export const kindNames: Record<DocumentKind, string> = {
  telegram: 'Telegram',
  letter: 'Letter',
  memorandum: 'Memorandum',
  conversation: 'Record of conversation',
  decision: 'Decision',
  report: 'Report',
  document: 'Document',
};

function classDecl(encoding: Encoding): Element {
  const { document, ids } = encoding;
  const marks = secrecyMarks(encoding);
  return element('classDecl', {}, [
    marks.length > 0
      ? element(
          'taxonomy',
          { 'xml:id': ids.pointer('fixed', 'secrecy').slice(1) },
          marks.map((mark) => category(ids.pointer('category', mark.key), mark.text)),
        )
      : undefined,
    element('taxonomy', { 'xml:id': ids.pointer('fixed', 'document-type').slice(1) }, [
      category(ids.pointer('category', `type-${document.kind.value}`), kindNames[document.kind.value]),
    ]),
  ]);
}

function category(pointer: string, text: string): Element {
  return element('category', { 'xml:id': pointer.slice(1) }, [element('catDesc', {}, [unspaced(text)])]);
}

/** Words printed with spaces between their letters ("S e c r e t") without them: that is a matter of type. */
function unspaced(text: string): string {
  const joined = text.replace(/(?<![\p{L}\p{M}])\p{L}(?: \p{L}){2,}(?![\p{L}\p{M}])/gu, (word) =>
    word.replaceAll(' ', ''),
  );
  return joined.replace(/\s+/gu, ' ').trim();
}

/** Marks of secrecy, each key once: those of the document's record, then any that only stands in the text. */
export function secrecyMarks({ document, ids }: Encoding): { key: string; text: string }[] {
  const marks = new Map<string, string>();
  for (const mark of document.secrecy) if (!marks.has(mark.key)) marks.set(mark.key, mark.text);
  for (const node of nodesOf(document.children)) {
    if (node.type === 'secrecyMark' && !marks.has(node.key)) {
      marks.set(node.key, plainText(node.children).replace(/\s+/gu, ' ').trim());
    }
  }
  for (const key of marks.keys()) ids.make('category', key);
  return [...marks].map(([key, text]) => ({ key, text }));
}
