/**
 * Node's calls on files, as promises that are kept before they are given. The program works on one source at a time and
 * has nothing else to do while a file is read: a call that waits takes a fraction of the time of one that is handed to
 * another thread.
 */
import {
  accessSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
  writeFileSync,
  type Stats,
} from 'node:fs';

/** Of a call that throws, a promise that is broken. */
function kept<T>(call: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(call());
  });
}

export const access = (name: string, mode: number): Promise<void> =>
  kept(() => {
    accessSync(name, mode);
  });
export const link = (from: string, to: string): Promise<void> =>
  kept(() => {
    linkSync(from, to);
  });
export const mkdir = (name: string): Promise<void> =>
  kept(() => {
    mkdirSync(name);
  });
export const readdir = (name: string): Promise<string[]> => kept(() => readdirSync(name));
export const readFile = (name: string): Promise<Uint8Array> => kept(() => readFileSync(name));
export const realpath = (name: string): Promise<string> => kept(() => realpathSync.native(name));
export const rename = (from: string, to: string): Promise<void> =>
  kept(() => {
    renameSync(from, to);
  });
/** Also of what is not there. */
export const rm = (name: string): Promise<void> =>
  kept(() => {
    try {
      unlinkSync(name);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  });
export const rmdir = (name: string): Promise<void> =>
  kept(() => {
    rmdirSync(name);
  });
export const stat = (name: string): Promise<Stats> => kept(() => statSync(name));
/** @param flag `wx`: refuses a file that is there */
export const writeFile = (
  name: string,
  content: string | Uint8Array,
  flag: 'w' | 'wx' = 'w',
): Promise<void> =>
  kept(() => {
    writeFileSync(name, content, { flag });
  });
