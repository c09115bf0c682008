import { constants } from 'node:fs';
import { access, readdir, readFile, realpath, rename, rm, stat, writeFile } from './calls.js';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { existsSync } from 'node:fs';
import { claimFolder } from './claim.js';
import { makeFolder } from './folder.js';
import { temporaryName } from './temporary.js';
import { byCodePoint, HostError, type FileHost, type StagedFile } from '../host.js';

/** The host of a computer: Node's files, environment and clock. */
export function nodeHost(): FileHost {
  const host: FileHost = {
    env: (name) => process.env[name],
    // Not `performance`, which Node loads when it is first named.
    elapsed: () => Number(process.hrtime.bigint()) / 1e6,
    resource: (name) => guarded(name, () => readFile(path.join(packageFolder(), name))),
    async font(packageName, name, from) {
      const file = findInPackage(packageName, name, from);
      return file === undefined ? undefined : guarded(file, () => readFile(file));
    },
    cwd: () => slashes(process.cwd()),
    absolute: (name) => slashes(path.resolve(name)),
    async stat(name) {
      try {
        const found = await stat(name);
        return {
          kind: found.isFile() ? 'file' : found.isDirectory() ? 'directory' : 'other',
          size: found.size,
        };
      } catch (error) {
        const code = codeOf(error);
        if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
        throw wrapped(error, name);
      }
    },
    read: (name) => guarded(name, () => readFile(name)),
    list: (name) => guarded(name, async () => (await readdir(name)).sort(byCodePoint)),
    async stage(name, bytes) {
      const target = path.resolve(name);
      const folder = path.dirname(target);
      // Not made from the target's name, which may be as long as the file system allows.
      const beside = path.join(folder, temporaryName());
      let lies = true;
      const file: StagedFile = {
        async commit() {
          await guarded(name, () => rename(beside, target));
          lies = false;
        },
        async discard() {
          if (lies) await guarded(beside, () => rm(beside));
          lies = false;
        },
      };
      await guarded(folder, () => makeFolder(folder));
      try {
        await writeFile(beside, bytes, 'wx');
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') await rm(beside);
        throw wrapped(error, name);
      }
      return file;
    },
    async write(name, bytes) {
      const file = await host.stage(name, bytes);
      try {
        await file.commit();
      } finally {
        await file.discard();
      }
    },
    async real(name) {
      let existing = path.resolve(name);
      const rest: string[] = [];
      for (;;) {
        try {
          return slashes(path.join(await realpath(existing), ...rest));
        } catch (error) {
          const parent = path.dirname(existing);
          const code = codeOf(error);
          if ((code !== 'ENOENT' && code !== 'ENOTDIR') || parent === existing) throw wrapped(error, name);
          rest.unshift(path.basename(existing));
          existing = parent;
        }
      }
    },
    claim: (folder) => guarded(folder, () => claimFolder(path.resolve(folder))),
    async writable(name) {
      let folder = path.resolve(name);
      for (;;) {
        try {
          if (!(await stat(folder)).isDirectory()) return false;
          await access(folder, constants.W_OK | constants.X_OK);
          return true;
        } catch (error) {
          const parent = path.dirname(folder);
          if (codeOf(error) !== 'ENOENT' || parent === folder) return false;
          folder = parent;
        }
      }
    },
  };
  return host;
}

let ownFolder: string | undefined;

/** Folder of this package: the nearest one above this module with a package.json. */
function packageFolder(): string {
  if (ownFolder !== undefined) return ownFolder;
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('the package of the program has no package.json');
    folder = parent;
  }
  ownFolder = folder;
  return folder;
}

const found = new Map<string, string | undefined>();

/** Path of a file in an installed package, looked for where Node looks from a folder, then from this module. */
function findInPackage(packageName: string, name: string, from: string | undefined): string | undefined {
  const key = [packageName, name, from ?? ''].join('\n');
  if (found.has(key)) return found.get(key);
  const places = [...(from === undefined ? [] : [path.join(from, 'package.json')]), import.meta.url];
  const file = places
    .flatMap((place) => createRequire(place).resolve.paths(packageName) ?? [])
    .map((folder) => path.join(folder, packageName, name))
    .find((one) => existsSync(one));
  found.set(key, file);
  return file;
}

function slashes(name: string): string {
  return path.sep === '/' ? name : name.replaceAll(path.sep, '/');
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** A refusal of the system as `HostError`; anything else (a fault of ours, such as a wrong argument) as it is. */
function wrapped(error: unknown, name: string): unknown {
  const code = codeOf(error);
  return code !== undefined && /^E[A-Z0-9]+$/.test(code)
    ? new HostError(code, slashes(name), { cause: error })
    : error;
}

async function guarded<T>(name: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw wrapped(error, name);
  }
}
