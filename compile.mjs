/**
 * Compiles src/ and templates/ to lib/ and makes the bundle that the command starts from. It runs as npm's `prepare`,
 * so `npm ci` leaves a program that runs; types are emitted but not checked here: `npm test` checks them.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = path.dirname(fileURLToPath(import.meta.url));
const lib = path.join(root, 'lib');

/** @returns {string} path of the TypeScript compiler */
function findCompiler() {
  try {
    return createRequire(import.meta.url).resolve('typescript/bin/tsc');
  } catch {
    throw new Error('TypeScript is not installed (development dependencies were left out). Run `npm ci`.');
  }
}

/** @param {string} out */
async function compile(out) {
  const compiler = findCompiler();
  const options = ['-p', path.join(root, 'tsconfig.build.json'), '--noCheck', '--outDir', out];
  const compiled = spawnSync(process.execPath, [compiler, ...options], { stdio: 'inherit' });
  if (compiled.status !== 0) throw new Error('TypeScript failed');
  // These need packages that are only there when the compiler is.
  const [{ compileTemplates }, { compileFaces }, { bundle }] = await Promise.all([
    import('./templates/compile.mjs'),
    import('./templates/epub/faces.mjs'),
    import('./bundle.mjs'),
  ]);
  await compileTemplates(out);
  await compileFaces(out);
  await bundle(out);
}

// A fresh folder that takes lib's place at the end: modules deleted from src leave no trace in lib, a compilation that
// fails leaves the old program, and one that runs does not lose its modules for longer than the two renames.
const fresh = mkdtempSync(path.join(root, 'lib-'));
const old = `${fresh}-old`;
// What is made for a moment is its maker's alone; a program may be run by others.
chmodSync(fresh, 0o755);
try {
  await compile(fresh);
  if (existsSync(lib)) renameSync(lib, old);
  renameSync(fresh, lib);
  const { warm } = await import('./bundle.mjs');
  if (!warm(lib))
    console.error('compile: no code cache was made: the sources did not build; the command starts slower');
} catch (error) {
  console.error(`compile: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true });
}
