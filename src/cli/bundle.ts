/**
 * The command as one file, as bundle.mjs makes it, started with V8's code cache. Reading one file in place of several
 * hundred, and code compiled when the program was built in place of code compiled at each start, saves more than half
 * of the time that one edition takes.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

/** What bundle.mjs wraps the program in. */
type Program = (require: NodeJS.Require, fileName: string, folder: string, url: string) => void;

export interface Bundle {
  readonly script: Script;
  /** Runs the command on `process.argv`. */
  start(): void;
}

/**
 * Bytes of WebAssembly that a function executes (V8's estimate) before V8 compiles it again, better; its own limit is
 * 1.8 million. One edition comes to functions of libxml2 and HarfBuzz that reach that, whose compilation takes half as
 * long again as the whole edition; a volume reaches this limit too.
 */
const tieringBudget = 100_000_000;

/** Names in the folder of the bundle. */
export const bundleFiles = { program: 'command.cjs', cache: 'command.cache' } as const;

/**
 * @param folder URL of the folder with the bundle, ends in a slash
 * @returns undefined if the program was compiled without a bundle
 */
export function openBundle(folder: URL): Bundle | undefined {
  const url = new URL(bundleFiles.program, folder);
  const fileName = fileURLToPath(url);
  const cache = fileURLToPath(new URL(bundleFiles.cache, folder));
  if (!existsSync(fileName)) return undefined;
  // Before the script: a cache is for code and flags.
  setFlagsFromString(`--wasm-tiering-budget=${tieringBudget}`);
  // The file is ASCII, which V8 keeps in a byte a letter. A cache made by another Node or for other flags is refused by
  // V8, which then compiles as if there were none.
  const script = new Script(readFileSync(fileName, 'latin1'), {
    filename: fileName,
    ...(existsSync(cache) && { cachedData: readFileSync(cache) }),
  });
  return {
    script,
    start() {
      // The one expression in the file, which bundle.mjs wrote.
      const program = script.runInThisContext() as Program;
      program(createRequire(url), fileName, fileURLToPath(folder), url.href);
    },
  };
}
