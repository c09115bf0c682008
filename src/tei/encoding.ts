/** What every part of the encoder needs to know. */
import type { Element } from 'xast';
import type { DocumentNode, Edition } from '../edition/types.js';
import type { Identifiers } from './identifiers.js';

/** What comes from outside the edition tree. */
export interface EncodeContext {
  /** Version of the program, as in package.json. */
  version: string;
  /** What the date of the publication is the date of; the edition's own where absent. */
  dateOf?: 'edition' | 'page' | 'program';
}

export interface Encoding {
  readonly edition: Edition;
  readonly document: DocumentNode;
  readonly version: string;
  readonly dateOf: 'edition' | 'page' | 'program';
  readonly ids: Identifiers;
  /** Marginal notes that wait for their first anchor, by its id, in their order. Encoding an anchor takes them. */
  readonly waiting: Map<string, Element[]>;
  /** Ids that marginal notes point to. */
  readonly targets: ReadonlySet<string>;
}

/** Takes the notes that are to stand at the start of the element with this id. */
export function takeNotes(encoding: Encoding, id: string): Element[] {
  const notes = encoding.waiting.get(id) ?? [];
  encoding.waiting.delete(id);
  return notes;
}
