/**
 * What `marginalia` runs: the command from its bundle. bundle.mjs makes one file of this, which Node reads before there is
 * a code cache.
 */
import { pathToFileURL } from 'node:url';
import process from 'node:process';
import { loadNodeModules, openBundle, setFlags, type BundledProgram, type PressProgram } from './bundle.js';
import { startPressWorker } from './press-worker.js';

const folder = pathToFileURL(`${__dirname}/`);

/** Opens a command, and starts its thread, which comes up meanwhile. */
function launch(name: BundledProgram, pressName: PressProgram, reopen?: () => void): void {
  const prints = ['build', 'check'].includes(process.argv[2] ?? '');
  const press = prints ? startPressWorker(folder, pressName) : undefined;
  const bundle = openBundle(folder, name);
  if (prints) loadNodeModules();
  // Where there is a thread, it sets them when it is ready: they would slow down how it comes up.
  if (!press) setFlags();
  if (!bundle) throw new Error(`the program is not whole: ${name}.cjs is missing beside this file`);
  bundle.start(press, reopen);
}

// When all is written and nobody waited for: a process that ends by itself first takes down the heaps of both threads. Not where an error
// ends it, which Node tells after `exit`.
process.once('beforeExit', () => {
  process.exit();
});

launch('command', 'press', () => {
  launch('command-unicode', 'press-unicode');
});
