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
    elapsed: () => performance.now(),
    resource: (name) => guarded(name, () => readFile(path.join(packageFolder(), name))),
    async font(packageName, name) {
      const folder = findPackage(packageName);
      if (folder === undefined) return undefined;
      const file = path.join(folder, name);
      return existsSync(file) ? guarded(file, () => readFile(file)) : undefined;
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

const packages = new Map<string, string | undefined>();

/** Folder of an installed package, looked for where Node looks from this module, then from the working folder. */
function findPackage(name: string): string | undefined {
  if (packages.has(name)) return packages.get(name);
  // What a user installs lies beside the project, which need not be where the program lies.
  const places = [import.meta.url, path.join(process.cwd(), 'package.json')].flatMap(
    (from) => createRequire(from).resolve.paths(name) ?? [],
  );
  const found = places.map((place) => path.join(place, name)).find((folder) => existsSync(folder));
  packages.set(name, found);
  return found;
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
