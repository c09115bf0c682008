/** Who made the edition and where it appeared: respStmt of its editors, series, version, publication (TEI 2.2). */
import type { Element } from 'xast';
import { inlinesOf } from './front.js';
import { attribute, childElements, joinedText, nameOf, path, plainText } from './tei-tree.js';
import type { GalleyMetadata, Inline } from './types.js';
import type { Workshop } from './workshop.js';

interface Editor {
  name: string;
  /** In words, as it is printed: "edited by". */
  role: string;
  /** Without its address: `0000-0002-1825-0097`. */
  orcid?: string;
}

/** True of the statement of an editor of this edition. */
export function isEditor(statement: Element): boolean {
  return attribute(statement, 'xml:id')?.startsWith('editor') === true;
}

/** Editors of this edition that have a name, in their order. */
export function editorsOf(header: Element | undefined): Editor[] {
  return path(header, 'fileDesc', 'titleStmt', 'respStmt')
    .filter(isEditor)
    .flatMap((statement) => {
      const role = plainText(childElements(statement, 'resp')[0]);
      const orcid = path(statement, 'note', 'idno').find((part) => attribute(part, 'type') === 'ORCID');
      return childElements(statement, 'persName')
        .map((name) => joinedText(name))
        .filter((name) => name !== '')
        .map((name) => ({ name, role, ...(orcid && { orcid: plainText(orcid) }) }));
    });
}

/** Name of the editor that `@resp` points to; where the edition has one only, nobody asks. */
export function editorBehind(shop: Workshop, header: Element | undefined, resp: string | undefined): string {
  if (editorsOf(header).length < 2) return '';
  const statement = shop.byId.get(resp?.replace(/^#/, '') ?? '');
  return statement && isEditor(statement) ? plainText(childElements(statement, 'persName')[0]) : '';
}

/** Lines of the colophon: one for each role, then series and version, then publisher, date and identifier. */
export function imprint(shop: Workshop, header: Element | undefined, lang: string): Inline[][] {
  const [publication] = path(header, 'fileDesc', 'publicationStmt');
  const series = path(header, 'fileDesc', 'seriesStmt', 'title').map((title) => italic(plainText(title)));
  const versions = path(header, 'fileDesc', 'editionStmt', 'edition').map((part) => [text(plainText(part))]);
  const parts = childElements(publication).filter((part) => !['availability', 'p'].includes(nameOf(part)));
  const published = parts.map((part) =>
    nameOf(part) === 'idno' ? identifier(part) : [text(joinedText(part))],
  );
  return [
    ...roleLines(shop, editorsOf(header)),
    joined([...series, ...versions]),
    joined(published),
    // A working edition has sentences only.
    ...childElements(publication, 'p').map((sentence) => inlinesOf(shop, sentence, lang)),
  ].filter((line) => line.length > 0);
}

/** "Edited by A, B and C." */
function roleLines(shop: Workshop, editors: readonly Editor[]): Inline[][] {
  const { separator, last } = shop.words.imprint;
  const roles = new Map<string, Editor[]>();
  for (const editor of editors) roles.set(editor.role, [...(roles.get(editor.role) ?? []), editor]);
  return [...roles].map(([role, bearers]) => {
    const line: Inline[] = role === '' ? [] : [text(`${role.charAt(0).toUpperCase()}${role.slice(1)} `)];
    bearers.forEach(({ name, orcid }, i) => {
      if (i > 0) line.push(text(i === bearers.length - 1 ? last : separator));
      line.push(text(name));
      if (orcid !== undefined)
        line.push(text(' ('), link(`ORCID ${orcid}`, `https://orcid.org/${orcid}`), text(')'));
    });
    return line;
  });
}

function identifier(idno: Element): Inline[] {
  const [type, value] = [attribute(idno, 'type') ?? '', plainText(idno)];
  if (value === '') return [];
  const words = type === '' || isAddress(value) ? value : `${type} ${value}`;
  if (isAddress(value)) return [link(words, value)];
  return [type.toUpperCase() === 'DOI' ? link(words, `https://doi.org/${encodeURI(value)}`) : text(words)];
}

/** What machines are told of the same. */
export function imprintMetadata(
  shop: Workshop,
  header: Element | undefined,
): Pick<GalleyMetadata, 'contributors' | 'version' | 'licence' | 'identifier'> {
  const { relators } = shop.words.imprint;
  const contributors = editorsOf(header).map(({ name, role, orcid }) => {
    const key = role.toLowerCase();
    const relator = Object.hasOwn(relators, key) ? relators[key] : undefined;
    return { name, ...(relator !== undefined && { relator }), ...(orcid !== undefined && { orcid }) };
  });
  const [edition] = path(header, 'fileDesc', 'editionStmt', 'edition');
  const version = (edition && attribute(edition, 'n')) ?? plainText(edition);
  const [publication] = path(header, 'fileDesc', 'publicationStmt');
  const licence = path(publication, 'availability', 'licence')
    .map((part) => attribute(part, 'target') ?? '')
    .find(isAddress);
  const idno = childElements(publication, 'idno')[0] ?? path(publication, 'p', 'idno')[0];
  const value = plainText(idno);
  return {
    ...(contributors.length > 0 && { contributors }),
    ...(version !== '' && { version }),
    ...(licence !== undefined && { licence }),
    ...(value !== '' && { identifier: named((idno && attribute(idno, 'type')) ?? '', value) }),
  };
}

/** As a URI where its kind has one that says what it is. */
function named(type: string, value: string): string {
  if (isAddress(value)) return value;
  if (type.toUpperCase() === 'DOI') return `doi:${value.replace(/^doi:/i, '')}`;
  return type.toUpperCase() === 'ISBN' ? `urn:isbn:${value.replace(/[^0-9X]/gi, '')}` : value;
}

export function isAddress(value: string): boolean {
  return /^https?:\/\/\S+$/.test(value);
}

function joined(parts: readonly Inline[][]): Inline[] {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, i) => (i === 0 ? part : [text(', '), ...part]));
}

function italic(words: string): Inline[] {
  return words === '' ? [] : [{ type: 'span', style: 'italic', children: [text(words)] }];
}

export function link(words: string, href: string): Inline {
  return { type: 'link', href, children: [text(words)] };
}

export function text(value: string): Inline {
  return { type: 'text', value, data: { generated: true } };
}
