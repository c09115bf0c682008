/**
 * Subsets of faces by HarfBuzz's subsetter, which keeps what OpenType layout needs. The same bytes come out on every
 * machine: it is one WebAssembly module, and nothing of the machine goes in.
 *
 * The module is called directly: the wrapper on npm also loads converters for WOFF and WOFF2, two further WebAssembly
 * modules whose start costs more than subsetting all faces of a document.
 */
import type { Host } from '../host.js';

/** The functions of hb-subset.h and hb-blob.h that are used here; numbers are addresses in the module's memory. */
interface HarfBuzzSubset {
  readonly memory: { readonly buffer: ArrayBuffer };
  _initialize(): void;
  malloc(size: number): number;
  free(address: number): void;
  hb_blob_create(data: number, length: number, mode: number, userData: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_set_clear(set: number): void;
  hb_set_add(set: number, value: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_set(input: number, which: number): number;
  hb_subset_input_unicode_set(input: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_or_fail(face: number, input: number): number;
}

/** The part of the standard interface that is used here; TypeScript knows it only together with browsers. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  /** The module is of a fixed version: its exports are the C functions of that version. */
  readonly Instance: new (module: object) => { readonly exports: HarfBuzzSubset };
};

/* Constants of hb-subset.h and hb-blob.h. */
const memoryModeWritable = 2;
const layoutFeatureTags = 6;
const noHinting = 1;

/** What a subset is to keep. */
export interface Kept {
  /** Code points, ascending. */
  readonly characters: readonly number[];
  /** Layout features; without them all that HarfBuzz thinks a script needs. */
  readonly features?: readonly string[];
}

let module: Promise<HarfBuzzSubset> | undefined;

async function load(host: Pick<Host, 'font'>): Promise<HarfBuzzSubset> {
  const bytes = await host.font('harfbuzzjs', 'dist/harfbuzz-subset.wasm');
  if (!bytes) throw new Error('the installation lacks dist/harfbuzz-subset.wasm of harfbuzzjs');
  // Compiled here and now, which takes 4 ms, since functions are only compiled as they are called: the asynchronous way
  // waits, 200 ms and more, until the threads of the machine have improved the code of other modules.
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  exports._initialize();
  return exports;
}

const done = new WeakMap<Uint8Array, Map<string, Uint8Array>>();
/** Subsets remembered for each face; a volume of one language needs a handful. */
const remembered = 32;

/**
 * A TrueType font with the glyphs of the given code points, those that features put in their place, and no hints.
 * @throws Error if the module is not installed or the bytes are no font
 */
export async function subset(face: Uint8Array, kept: Kept, host: Pick<Host, 'font'>): Promise<Uint8Array> {
  let subsets = done.get(face);
  if (!subsets) {
    subsets = new Map<string, Uint8Array>();
    done.set(face, subsets);
  }
  const key = `${kept.features?.join() ?? ''} ${kept.characters.join()}`;
  let made = subsets.get(key);
  if (!made) {
    module ??= load(host);
    made = run(await module, face, kept);
    if (subsets.size >= remembered) subsets.clear();
    subsets.set(key, made);
  }
  return made;
}

function run(hb: HarfBuzzSubset, bytes: Uint8Array, { characters, features }: Kept): Uint8Array {
  const address = hb.malloc(bytes.length);
  // The memory may grow in any call, which makes older views of it useless.
  new Uint8Array(hb.memory.buffer).set(bytes, address);
  const blob = hb.hb_blob_create(address, bytes.length, memoryModeWritable, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  hb.hb_blob_destroy(blob);
  const input = hb.hb_subset_input_create_or_fail();
  if (features) {
    const tags = hb.hb_subset_input_set(input, layoutFeatureTags);
    hb.hb_set_clear(tags);
    for (const feature of features) hb.hb_set_add(tags, tagOf(feature));
  }
  hb.hb_subset_input_set_flags(input, noHinting);
  const codePoints = hb.hb_subset_input_unicode_set(input);
  for (const character of characters) hb.hb_set_add(codePoints, character);
  const subsetFace = hb.hb_subset_or_fail(face, input);
  hb.hb_subset_input_destroy(input);
  let result = new Uint8Array();
  if (subsetFace !== 0) {
    const made = hb.hb_face_reference_blob(subsetFace);
    const start = hb.hb_blob_get_data(made, 0);
    result = new Uint8Array(hb.memory.buffer).slice(start, start + hb.hb_blob_get_length(made));
    hb.hb_blob_destroy(made);
    hb.hb_face_destroy(subsetFace);
  }
  hb.hb_face_destroy(face);
  hb.free(address);
  if (result.length === 0) throw new Error('HarfBuzz makes no subset of this font');
  return result;
}

/** HB_TAG: four bytes, most significant first. */
function tagOf(feature: string): number {
  let tag = 0;
  for (let i = 0; i < feature.length; i++) tag = (tag << 8) + feature.charCodeAt(i);
  return tag;
}
