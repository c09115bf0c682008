/**
 * The ids of one document in its TEI file. Blocks, hands, copies and reports bring their own; everything else gets its
 * id here, under the document's prefix, and never one that is taken: a person called "Document" is `document-2`.
 */
import type { DocumentNode, Edition } from '../edition/types.js';
import { nodesOf } from './census.js';

/** What an id made here stands for. `fixed` are the parts that every file has (`transcript`, `marginalia` …). */
export type IdKind = 'fixed' | 'editor' | 'category' | 'person' | 'organisation' | 'place';

export class Identifiers {
  readonly #prefix: string;
  readonly #taken = new Set<string>();
  readonly #made = new Map<string, string>();

  constructor(edition: Edition, document: DocumentNode) {
    this.#prefix = document.id.endsWith('document')
      ? document.id.slice(0, -'document'.length)
      : `${document.id}-`;
    for (const id of ownIds(document)) this.#taken.add(id);
    for (const name of ['transcript', 'marginalia', 'secrecy', 'document-type']) this.make('fixed', name);
    for (const editor of edition.editors) this.make('editor', editor.id);
    this.make('category', `type-${document.kind.value}`);
    for (const mark of document.secrecy) this.make('category', mark.key);
    for (const entry of document.persons) this.make('person', entry.key);
    for (const entry of document.organisations) this.make('organisation', entry.key);
    for (const entry of document.places) this.make('place', entry.key);
  }

  /** The id of a thing, made now if it has none yet. */
  make(kind: IdKind, key: string): string {
    const known = this.get(kind, key);
    if (known !== undefined) return known;
    const wanted = this.#prefix + asName(key);
    let id = wanted;
    for (let n = 2; this.#taken.has(id); n++) id = `${wanted}-${String(n)}`;
    this.#taken.add(id);
    this.#made.set(`${kind} ${key}`, id);
    return id;
  }

  /** The id of a thing, if it has one. */
  get(kind: IdKind, key: string): string | undefined {
    return this.#made.get(`${kind} ${key}`);
  }

  /** Keys and ids of one kind, in the order in which they were made. */
  *all(kind: IdKind): Generator<{ key: string; id: string }> {
    for (const [name, id] of this.#made) {
      if (name.startsWith(`${kind} `)) yield { key: name.slice(kind.length + 1), id };
    }
  }

  /** A pointer to a thing that must be there. */
  pointer(kind: IdKind, key: string): string {
    const id = this.get(kind, key);
    if (id === undefined) throw new TypeError(`encode: there is no ${kind} "${key}" to point to`);
    return `#${id}`;
  }
}

/** Ids that the edition tree brings. */
function* ownIds(document: DocumentNode): Generator<string> {
  yield document.id;
  for (const node of nodesOf(document.children)) if ('id' in node) yield node.id;
  for (const hand of document.hands) yield hand.id;
  for (const annotation of document.annotations) yield annotation.id;
  for (const { anchors } of document.summary?.children ?? []) for (const { id } of anchors ?? []) yield id;
  for (const copy of document.copies) {
    yield copy.id;
    for (const leaves of copy.leaves) yield foliationId(copy.id, leaves.unit);
  }
}

/** Id of the numbering (leaves, pages, frames) that a copy's references are in. */
export function foliationId(copy: string, unit: 'leaf' | 'page' | 'frame'): string {
  return `${copy}-${{ leaf: 'leaves', page: 'pages', frame: 'frames' }[unit]}`;
}

/**
 * Letters that may stand in an id, apart from ASCII: the letters of XML 1.0 second edition, which old and new
 * validators agree on (jing's data types follow it, libxml2 the fifth).
 */
const letters = 'À-ÖØ-öø-ıĴ-ľŁ-ňŊ-žΆΈ-ΊΌΎ-ΡΣ-ώЁ-ЌЎ-яё-ќў-ҁא-תء-غف-يぁ-ゔァ-ヺ一-龥가-힣';
const forbidden = new RegExp(`[^A-Za-z0-9_.${letters}-]+`, 'gu');
const initial = new RegExp(`^[A-Za-z_${letters}]`, 'u');

/** A name without colon (Namespaces in XML, NCName) as near to the key as it can be. */
function asName(key: string): string {
  const name = key.normalize('NFC').replace(forbidden, '-');
  return initial.test(name) ? name : `n-${name}`;
}
