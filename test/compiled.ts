/**
 * Before all tests: compiles the program if lib/ is older than what it is made from. Tests run the modules of src/
 * themselves, but the command as a process, the shipped tables and the validators are lib's.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const made = path.join(root, 'lib', 'templates.json');

export default function compile(): void {
  const newest = ['src', 'templates'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map(
      (name) => statSync(path.join(root, folder, name)).mtimeMs,
    ),
  );
  const age = existsSync(made) ? statSync(made).mtimeMs : 0;
  if (newest.every((time) => time < age)) return;
  const { status } = spawnSync(process.execPath, [path.join(root, 'compile.mjs')], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the program does not compile');
}
