/** The parts of one copy, in the order in which they are looked for. */
import { readDescription, readFormer, readHandling, readSiglum } from './descriptions.js';
import type { CopyDraft } from './draft.js';
import { readForm, readLabelled, readLacuna, readName, readValueFirst } from './holdings.js';
import type { ReferenceReader } from './reader.js';

/** Reads the part that begins where the reader stands; false if there is none, and then nothing has moved. */
export function readElement(reader: ReferenceReader, copy: CopyDraft): boolean {
  return (
    readLacuna(reader, copy) ||
    readFormer(reader, copy) ||
    readHandling(reader, copy) ||
    readLabelled(reader, copy) ||
    readValueFirst(reader, copy) ||
    readForm(reader, copy) ||
    readName(reader, copy) ||
    readSiglum(reader, copy) ||
    readDescription(reader, copy)
  );
}
