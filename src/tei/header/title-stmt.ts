/** `titleStmt`: title, author, and who did what (TEI 2.2.1). */
import type { Element } from 'xast';
import type { Editor, Responsibility } from '../../edition/types.js';
import { element } from '../element.js';
import type { Encoding } from '../encoding.js';
import { mention, writers } from '../mentions.js';
import { originAttributes } from '../responsibility.js';

/** Must be made after everything else: it lists every editor that another part pointed to. */
export function titleStmt(encoding: Encoding): Element {
  const { document, ids } = encoding;
  const title = element(
    'title',
    { type: 'main', ...originAttributes(document.title.origin, encoding) },
    [document.title.value],
    document.title.position,
  );
  const authors = [document.author, ...(document.coAuthors ?? [])].map((author) =>
    author
      ? element('author', originAttributes(author.origin, encoding), [
          mention(author.value, writers, encoding),
        ])
      : undefined,
  );
  const named = new Map(encoding.edition.editors.map((editor) => [editor.id, editor]));
  const editors = [...ids.all('editor')].map(({ key, id }) => editorStmt(id, named.get(key)));
  return element('titleStmt', {}, [
    title,
    ...authors,
    programStmt(encoding),
    ...document.responsibilities.filter(isPersonal).map(responsibilityStmt),
    ...editors,
  ]);
}

/** Name and version of the program as one string. */
export function programName(encoding: Encoding): string {
  return `Marginalia ${encoding.version}`;
}

function programStmt(encoding: Encoding): Element {
  const marginalia = encoding.ids.pointer('fixed', 'marginalia');
  return element('respStmt', { 'xml:id': marginalia.slice(1) }, [
    element('resp', {}, [
      `TEI encoding made from the saved page; every value with resp="${marginalia}" is inferred`,
    ]),
    element('name', {}, [programName(encoding)]),
  ]);
}

function editorStmt(id: string, editor: Editor | undefined): Element {
  if (!editor) {
    return element('respStmt', { 'xml:id': id }, [
      element('resp', {}, ['decisions stated beside the source']),
      element('name', {}, ['the editor, not named']),
    ]);
  }
  return element('respStmt', { 'xml:id': id }, [
    element('resp', {}, [editor.role ?? 'edited by']),
    element('persName', {}, [editor.name]),
    editor.orcid === undefined
      ? undefined
      : element('note', { type: 'identifier' }, [element('idno', { type: 'ORCID' }, [editor.orcid])]),
  ]);
}

const roles: Partial<Record<Responsibility['kind'], string>> = {
  translated: 'translated by',
  obtained: 'obtained by',
  contributed: 'contributed by',
  provided: 'provided by',
  edited: 'edited by',
};

/** True if the statement names who did something; others are notes on the page (`transcript.ts`). */
export function isPersonal(statement: Responsibility): boolean {
  return statement.kind in roles && statement.names.length > 0;
}

function responsibilityStmt(statement: Responsibility): Element {
  return element('respStmt', {}, [
    element('resp', {}, [roles[statement.kind]]),
    ...statement.names.map((name) => element('name', {}, [name])),
    element('note', { type: 'statement' }, [statement.text], statement.position),
  ]);
}
