/**
 * The faces of a design: their bytes, what they cover, and the shaper over all of them.
 */
import type { Host } from '../host.js';
import type { FaceName, Shaper } from '../typeset/measure.js';
import type { HarfBuzzFace } from './shaper.js';

/** Where a face comes from: an installed package and a path inside it. The file is a static TrueType font. */
export interface FaceSource {
  readonly package: string;
  readonly file: string;
}

export interface Face {
  readonly name: FaceName;
  readonly source: FaceSource;
  /** The font file as it is installed. */
  readonly bytes: Uint8Array;
  /** True if the face has a glyph of its own for the code point. */
  coverage(codePoint: number): boolean;
}

export interface Faces extends ReadonlyMap<FaceName, Face> {
  readonly shaper: Shaper;
}

/** What HarfBuzz holds of faces, so that a set of faces can be made from others without reading them again. */
const held = new WeakMap<Faces, ReadonlyMap<FaceName, HarfBuzzFace>>();

/** A face of a design cannot be had: the design or the installation is wrong, not the program. */
export class FaceUnavailable extends Error {
  override readonly name = 'FaceUnavailable';
  constructor(
    readonly face: FaceName,
    readonly source: FaceSource,
    /** `missing`: the package is not installed or has no such file; `unfit`: the file is no static TrueType font. */
    readonly fault: 'missing' | 'unfit',
  ) {
    super(
      fault === 'missing'
        ? `the face “${face}” needs ${source.file} of the package ${source.package}, which is not installed`
        : `the face “${face}” is ${source.file} of ${source.package}, which is no static TrueType font`,
    );
  }
}

/**
 * Loads the faces of a design, in the order of their names. HarfBuzz is loaded here and nowhere else.
 * @throws FaceUnavailable if a file is not there or is no static TrueType font (`glyf` outlines, no `fvar`)
 */
export async function loadFaces(
  fonts: Readonly<Record<FaceName, FaceSource>>,
  host: Pick<Host, 'font'>,
): Promise<Faces> {
  const names = Object.keys(fonts).sort();
  const [{ openFace, makeShaper }, ...files] = await Promise.all([
    import('./shaper.js'),
    ...names.map((name) => {
      const source = fonts[name];
      return source ? host.font(source.package, source.file) : undefined;
    }),
  ]);
  const faces = new Map<FaceName, Face>();
  const opened = new Map<FaceName, HarfBuzzFace>();
  names.forEach((name, i) => {
    const source = fonts[name];
    if (!source) return;
    const bytes = files[i];
    if (!bytes) throw new FaceUnavailable(name, source, 'missing');
    if (!isStaticTrueType(bytes)) throw new FaceUnavailable(name, source, 'unfit');
    const face = openFace(bytes);
    opened.set(name, face);
    faces.set(name, { name, source, bytes, coverage: (codePoint) => face.covers(codePoint) });
  });
  return together(faces, opened, makeShaper);
}

/** All faces of several sets as one, with a shaper of its own; the set itself if it is the only one. */
export async function joinFaces(sets: readonly Faces[]): Promise<Faces> {
  const [only] = sets;
  if (sets.length === 1 && only) return only;
  const { makeShaper } = await import('./shaper.js');
  const opened = new Map(sets.flatMap((faces) => [...(held.get(faces) ?? [])]));
  return together(new Map(sets.flatMap((faces) => [...faces])), opened, makeShaper);
}

function together(
  faces: Map<FaceName, Face>,
  opened: ReadonlyMap<FaceName, HarfBuzzFace>,
  makeShaper: (faces: ReadonlyMap<FaceName, HarfBuzzFace>) => Shaper,
): Faces {
  const set = Object.assign(faces, { shaper: makeShaper(opened) });
  held.set(set, opened);
  return set;
}

/** Reads the table directory (OpenType 1.9, "Organization of an OpenType Font"). */
function isStaticTrueType(bytes: Uint8Array): boolean {
  if (bytes.length < 12) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(0);
  if (version !== 0x00010000 && version !== 0x74727565) return false;
  const tags = new Set<string>();
  const count = view.getUint16(4);
  if (12 + count * 16 > bytes.length) return false;
  for (let i = 0; i < count; i++) {
    const at = 12 + i * 16;
    if (view.getUint32(at + 8) + view.getUint32(at + 12) > bytes.length) return false;
    tags.add(String.fromCharCode(...bytes.subarray(at, at + 4)));
  }
  const needed = ['cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'post'];
  return needed.every((tag) => tags.has(tag)) && !tags.has('fvar');
}
