import { mkdir, stat } from './calls.js';
import path from 'node:path';

/**
 * Makes a folder and those above it that are missing. Node's own recursive `mkdir` does not end where a file system
 * refuses a new name in a folder that is there (`ENOENT` below /proc).
 * @returns the first folder that was made, or undefined if all were there
 * @throws what the system refuses
 */
export async function makeFolder(folder: string): Promise<string | undefined> {
  const made = await makeOne(folder);
  if (made !== 'no parent') return made;
  const first = await makeFolder(path.dirname(folder));
  const own = await makeOne(folder);
  // The folder above is there: it is the system that does not want this one.
  if (own === 'no parent') throw Object.assign(new Error(`cannot make ${folder}`), { code: 'ENOENT' });
  return first ?? own;
}

async function makeOne(folder: string): Promise<string | undefined> {
  try {
    await mkdir(folder);
    return folder;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' && path.dirname(folder) !== folder) return 'no parent';
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return undefined;
    throw error;
  }
}
