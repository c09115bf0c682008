import { mkdir } from 'node:fs/promises';
import path from 'node:path';

/**
 * Makes a folder and those above it that are missing. Node's own recursive `mkdir` does not end where a file system
 * refuses a new name in a folder that is there (`ENOENT` below /proc).
 * @returns the first folder that was made, or undefined if all were there
 * @throws what the system refuses
 */
export async function makeFolder(folder: string): Promise<string | undefined> {
  try {
    await mkdir(folder);
    return folder;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // A file of that name is told by whoever writes into it.
    if (code === 'EEXIST') return undefined;
    const parent = path.dirname(folder);
    if (code !== 'ENOENT' || parent === folder) throw error;
    const first = await makeFolder(parent);
    // The folder above was there all the time: it is the system that does not want this one.
    if (first === undefined) throw error;
    // Another program may have made it meanwhile.
    await makeFolder(folder);
    return first;
  }
}
