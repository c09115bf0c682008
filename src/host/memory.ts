import { byCodePoint, HostError, lockName, type FileHost, type Host, type StagedFile } from '../host.js';

export interface MemoryHostOptions {
  /** Working folder; absolute. Default `/`. */
  cwd?: string;
  /** Environment variables. */
  env?: Readonly<Record<string, string>>;
  /** Where what ships with the program comes from; without it, asking for it is an error. */
  shipped?: Pick<Host, 'resource' | 'font'>;
  /** Paths whose writing fails, with the system's code: for trying out a full disk. */
  refuses?: (path: string) => string | undefined;
}

/** A host whose files are in memory. `files` is read and written: after a build it holds the outputs too. */
export interface MemoryHost extends FileHost {
  readonly files: Map<string, Uint8Array>;
}

/**
 * Makes a host without a computer's files. Folders are what the paths of the files imply; there are no links.
 * @param files absolute path → bytes, or text that is encoded as UTF-8
 */
export function memoryHost(
  files: Readonly<Record<string, Uint8Array | string>>,
  options: MemoryHostOptions = {},
): MemoryHost {
  const cwd = options.cwd ?? '/';
  const held = new Map<string, Uint8Array>();
  const absolute = (name: string): string => plain(name.startsWith('/') ? name : `${cwd}/${name}`);
  for (const [name, content] of Object.entries(files)) {
    held.set(absolute(name), typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }
  const isFolder = (folder: string): boolean => {
    const prefix = folder === '/' ? '/' : `${folder}/`;
    if (folder === absolute('.')) return true;
    for (const name of held.keys()) if (name.startsWith(prefix)) return true;
    return false;
  };
  const shipped = (): Pick<Host, 'resource' | 'font'> => {
    if (options.shipped) return options.shipped;
    throw new Error('this host was given nothing that ships with the program: give `shipped`');
  };
  let ticks = 0;

  const host: MemoryHost = {
    files: held,
    env: (name) => options.env?.[name],
    elapsed: () => (ticks += 1),
    resource: async (name) => shipped().resource(name),
    font: async (packageName, name, from) => shipped().font(packageName, name, from),
    cwd: () => absolute('.'),
    absolute,
    stat(name) {
      const bytes = held.get(absolute(name));
      if (bytes) return Promise.resolve({ kind: 'file', size: bytes.length });
      return Promise.resolve(isFolder(absolute(name)) ? { kind: 'directory', size: 0 } : undefined);
    },
    read(name) {
      const bytes = held.get(absolute(name));
      if (bytes) return Promise.resolve(bytes);
      return Promise.reject(new HostError(isFolder(absolute(name)) ? 'EISDIR' : 'ENOENT', name));
    },
    list(name) {
      const folder = absolute(name);
      if (!isFolder(folder))
        return Promise.reject(new HostError(held.has(folder) ? 'ENOTDIR' : 'ENOENT', name));
      const prefix = folder === '/' ? '/' : `${folder}/`;
      const names = new Set<string>();
      for (const file of held.keys()) {
        if (file.startsWith(prefix)) names.add(file.slice(prefix.length).split('/', 1)[0] ?? '');
      }
      return Promise.resolve([...names].sort(byCodePoint));
    },
    async stage(name, bytes) {
      const target = absolute(name);
      const refusal = options.refuses?.(target);
      if (refusal !== undefined) throw new HostError(refusal, name);
      if (!(await host.writable(parentOf(target)))) throw new HostError('ENOTDIR', name);
      let waiting: Uint8Array | undefined = bytes;
      const file: StagedFile = {
        commit() {
          if (isFolder(target)) return Promise.reject(new HostError('EISDIR', name));
          if (waiting) held.set(target, waiting);
          waiting = undefined;
          return Promise.resolve();
        },
        discard() {
          waiting = undefined;
          return Promise.resolve();
        },
      };
      return file;
    },
    async write(name, bytes) {
      await (await host.stage(name, bytes)).commit();
    },
    real: (name) => Promise.resolve(absolute(name)),
    claim(name) {
      const path = absolute(`${name}/${lockName}`);
      if (held.has(path)) return Promise.resolve({ holder: 'another program', path });
      held.set(path, new Uint8Array());
      return Promise.resolve({
        release() {
          held.delete(path);
          return Promise.resolve();
        },
      });
    },
    writable(folder) {
      for (let place = absolute(folder); ; place = parentOf(place)) {
        if (held.has(place)) return Promise.resolve(false);
        if (place === '/') return Promise.resolve(true);
      }
    },
  };
  return host;
}

function parentOf(name: string): string {
  return name.slice(0, Math.max(1, name.lastIndexOf('/')));
}

function plain(name: string): string {
  const parts: string[] = [];
  for (const part of name.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
