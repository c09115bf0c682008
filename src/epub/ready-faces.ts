/**
 * Subsets made when the program is compiled. To start HarfBuzz's subsetter takes about as long as all else that is done
 * for a small EPUB, and most documents in a language need the same characters. A ready subset is the one that would be
 * made, byte for byte: its name holds the checksum of the face and of what it keeps, so that a face of another version
 * or another set of characters does not find it.
 */
import { createHash } from 'node:crypto';
import type { Host } from '../host.js';
import type { FaceName } from '../typeset/measure.js';
import { always, ascending, russian } from './characters.js';
import type { EpubFace } from './context.js';
import { featuresOf } from './looks.js';
import { subset, type Kept } from './subset.js';

const checksums = new WeakMap<Uint8Array, string>();

/** Where the subset of a face is, if it was made ready: a resource of the program. */
export function readyName(face: Uint8Array, { characters, features }: Kept): string {
  let checksum = checksums.get(face);
  if (checksum === undefined) {
    checksum = createHash('sha256').update(face).digest('hex');
    checksums.set(face, checksum);
  }
  const kept = `${checksum}\n${features?.join() ?? ''}\n${characters.join()}`;
  return `lib/faces/${createHash('sha256').update(kept).digest('hex').slice(0, 32)}.ttf`;
}

/** The subset as it lies ready, or made now. */
export async function readySubset(
  face: Uint8Array,
  kept: Kept,
  host: Pick<Host, 'font' | 'resource'>,
): Promise<Uint8Array> {
  // Whatever keeps a resource from being read, the subset that is made instead is the same.
  const ready = await host.resource(readyName(face, kept)).catch(() => undefined);
  return ready ?? subset(face, kept, host);
}

/** What is made ready of the faces of a design, by name of the resource: `roman` with small capitals, `italic` without. */
export async function makeReady(
  faces: ReadonlyMap<FaceName, EpubFace>,
  host: Pick<Host, 'font'>,
): Promise<Map<string, Uint8Array>> {
  const made = new Map<string, Uint8Array>();
  for (const name of ['roman', 'italic']) {
    const face = faces.get(name);
    if (!face) continue;
    for (const characters of [always, [...always, ...russian]]) {
      const held = ascending(characters).filter((codePoint) => face.coverage(codePoint));
      const kept = { characters: held, features: featuresOf(name, new Set()) };
      made.set(readyName(face.bytes, kept), await subset(face.bytes, kept, host));
    }
  }
  return made;
}
