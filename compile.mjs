/**
 * Compiles src/ and templates/ to lib/. It runs as npm's `prepare`, so `npm ci` leaves a program that runs; types are
 * emitted but not checked here: `npm test` checks them.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { compileTemplates } from './templates/compile.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const lib = path.join(root, 'lib');

/** @returns {string} path of the TypeScript compiler */
function findCompiler() {
  try {
    return createRequire(import.meta.url).resolve('typescript/bin/tsc');
  } catch {
    console.error(
      'compile: TypeScript is not installed (development dependencies were left out). Run `npm ci`.',
    );
    process.exit(1);
  }
}

if (!existsSync(path.join(root, 'src'))) {
  console.log('compile: no src/ folder, nothing to compile');
  process.exit(0);
}

// A fresh folder that takes lib's place at the end: modules deleted from src leave no trace in lib, and
// a program that runs from lib meanwhile does not lose its modules for longer than the two renames.
const fresh = path.join(root, `lib-${String(process.pid)}`);
mkdirSync(fresh);
const compiled = spawnSync(
  process.execPath,
  [findCompiler(), '-p', path.join(root, 'tsconfig.build.json'), '--noCheck', '--outDir', fresh],
  { stdio: 'inherit' },
);
if (compiled.status !== 0) {
  rmSync(fresh, { recursive: true, force: true });
  console.error('compile: TypeScript failed');
  process.exit(1);
}
try {
  await compileTemplates(fresh);
} catch (error) {
  rmSync(fresh, { recursive: true, force: true });
  console.error(`compile: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
const old = `${fresh}-old`;
if (existsSync(lib)) renameSync(lib, old);
renameSync(fresh, lib);
rmSync(old, { recursive: true, force: true });
