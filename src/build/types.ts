/** What the library takes and gives. */
import type { VFile } from 'vfile';
import type { ProjectFacts } from '../config/project.js';
import type { Diagnostic } from '../diagnostics/format.js';
import type { ChromeLine } from '../edition/types.js';
import type { Format, Output } from './formats.js';
import type { Host } from '../host.js';
import type { Pressman } from './pressman.js';
import type { Design } from '../typeset/design.js';

/** A transcription to be built, with what an editor says of it. */
export interface Source {
  /** Name as diagnostics show it; its last part without extension names the outputs. */
  path: string;
  /** The file's bytes (UTF-8), or its text. */
  content: Uint8Array | string;
  /** `<stem>.yaml`: the editor's word. */
  sidecar?: { path: string; content: Uint8Array | string };
  /** What `edition.yaml` says; it takes the place of `BuildOptions.facts`. */
  facts?: ProjectFacts;
  /**
   * Folder of the project, absolute: fonts that do not come with the program are looked for in the packages installed
   * there, as Node looks for modules.
   */
  folder?: string;
}

export interface BuildOptions {
  host: Host;
  /** What to make; default all. */
  formats?: readonly Format[];
  /** Name of a page design; goes before that of the facts; default `reading`. */
  design?: string;
  /** Designs besides those that ship, by name: whole and valid (`readDesign`). */
  designs?: Readonly<Record<string, Design>>;
  /** What is known of the edition that the sources belong to. */
  facts?: ProjectFacts;
  /** Who reads proofs and prints; default one who works on this thread. His owner closes him. */
  pressman?: Pressman;
}

/** What became of one source. */
export interface BuiltEdition {
  /** Path of the source. */
  source: string;
  stem: string;
  /** Empty if the source has errors or the program failed. */
  outputs: Output[];
  /** The source and, if it has one, its sidecar, with their diagnostics. */
  files: VFile[];
  /** Lines of the page that are no part of the edition. */
  chrome: readonly ChromeLine[];
  /** What the program failed with, if it did: a fault of ours. Also reported as `internal-error`. */
  failure?: unknown;
  /** Milliseconds by station, each moment counted once; `press` is time spent waiting for the pressman. */
  timings: ReadonlyMap<string, number>;
}

export interface BuildResult {
  /** In the order of the sources. */
  editions: BuiltEdition[];
  /** Of all files, in the order of the sources. */
  diagnostics: Diagnostic[];
}

export const stages = ['edition', 'tei', 'galley', 'pages'] as const;
export type Stage = (typeof stages)[number];

/** What a source is at a station: a tree that JSON can hold, or the TEI as text. */
export interface Inspection {
  /** Undefined if errors stop the source before it comes here. */
  view: unknown;
  files: VFile[];
  timings: ReadonlyMap<string, number>;
}
