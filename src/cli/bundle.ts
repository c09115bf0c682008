/**
 * The command as one file, as bundle.mjs makes it, started with V8's code cache. Reading one file in place of several
 * hundred, and code compiled when the program was built in place of code compiled at each start, saves more than half
 * of the time that one edition takes.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type v8 from 'node:v8';
import { Script } from 'node:vm';
import type { Worker } from 'node:worker_threads';

/** What bundle.mjs wraps the program in. */
type Program = (
  require: NodeJS.Require,
  fileName: string,
  folder: string,
  url: string,
  press: Worker | undefined,
  reopen: (() => void) | undefined,
) => void;

export interface Bundle {
  readonly script: Script;
  /**
   * Runs it: the command on `process.argv`.
   * @param press the thread of the pressman, if it was started
   * @param reopen for the command of the repertoire (src/cli/repertoire.ts): starts the one for all of Unicode
   */
  start(press?: Worker, reopen?: () => void): void;
}

/**
 * Bytes of WebAssembly that a function executes (V8's estimate) before V8 compiles it again, better; its own limit is
 * 1.8 million. One edition comes to functions of libxml2 and HarfBuzz that reach that, whose compilation takes half as
 * long again as the whole edition; a volume reaches this limit too.
 */
const tieringBudget = 100_000_000;

/**
 * Bytes of bytecode that a function executes (V8's estimate) before V8 looks whether to optimise it; its own limit is
 * about a seventh. Most functions of one edition end before their optimised code would be ready; it is made on the
 * processor that the pressman's thread needs.
 */
const optimisingBudget = 1_000_000;

/**
 * Modules of Node that the bundles ask for (bundle.mjs compares). Node has V8's code for them, and V8 refuses that code
 * once a flag was set: they are loaded before, on each thread.
 */
export const nodeModules = [
  'buffer',
  'crypto',
  'events',
  'fs',
  'module',
  'os',
  'path',
  'process',
  'stream',
  'url',
  'util',
  'worker_threads',
  'zlib',
] as const;

export function loadNodeModules(): void {
  const require = createRequire(process.execPath);
  for (const name of nodeModules) require(`node:${name}`);
}

/**
 * Sets V8's flags, for all threads. V8 complains on stderr of flags that it does not know: they are set for the releases of
 * Node that have them.
 */
export function setFlags(): void {
  if (parseInt(process.versions.node, 10) > 24) return;
  // Loaded here, since one thread of two sets flags, and it is not loaded in an instant.
  const { setFlagsFromString } = createRequire(process.execPath)('node:v8') as typeof v8;
  setFlagsFromString(`--wasm-tiering-budget=${tieringBudget}`);
  setFlagsFromString(`--interrupt-budget=${optimisingBudget}`);
}

/**
 * Programs in the folder of the bundle: the command, and the pressman on a thread of his own; both for the repertoire
 * (src/cli/repertoire.ts) and for all of Unicode.
 */
export type PressProgram = 'press' | 'press-unicode';
export type BundledProgram = 'command' | 'command-unicode' | PressProgram;

/**
 * V8 takes code from a cache that was made under the same flags: those of the repertoire are made before flags are set, and
 * opened before; those for all of Unicode, to which the command turns later, after.
 * @param folder URL of the folder with the bundle, ends in a slash
 * @returns undefined if the program was compiled without a bundle
 */
export function openBundle(folder: URL, name: BundledProgram): Bundle | undefined {
  const url = new URL(`${name}.cjs`, folder);
  const fileName = fileURLToPath(url);
  const cache = fileURLToPath(new URL(`${name}.cache`, folder));
  if (!existsSync(fileName)) return undefined;
  if (name === 'command-unicode' || name === 'press-unicode') setFlags();
  // The file is ASCII, which V8 keeps in a byte a letter. A cache made by another Node or for other flags is refused by
  // V8, which then compiles as if there were none.
  const script = new Script(readFileSync(fileName, 'latin1'), {
    filename: fileName,
    ...(existsSync(cache) && { cachedData: readFileSync(cache) }),
  });
  return {
    script,
    start(press, reopen) {
      // The one expression in the file, which bundle.mjs wrote.
      const program = script.runInThisContext() as Program;
      program(createRequire(url), fileName, fileURLToPath(folder), url.href, press, reopen);
    },
  };
}
