/**
 * The only door to files, environment and clock. Stages never import a host; `build` and `cli` hand in what is needed.
 * `host/node.ts` opens it on a computer, `host/memory.ts` on files that are only in memory.
 */

export interface Host {
  /** Environment variables that matter: SOURCE_DATE_EPOCH, NO_COLOR, DEBUG. */
  env(name: string): string | undefined;
  /** Milliseconds from an arbitrary start; for `--timings` only, never for content. */
  elapsed(): number;
  /** A file that ships with the program, by its path below the package ("templates/designs/reading.yaml"). */
  resource(path: string): Promise<Uint8Array>;
  /**
   * A file of an installed font package ("@expo-google-fonts/eb-garamond", "400Regular/EBGaramond_400Regular.ttf").
   * @param from absolute path of a folder: packages installed there or above go before those beside the program
   * @returns undefined if it is not installed
   */
  font(packageName: string, path: string, from?: string): Promise<Uint8Array | undefined>;
}

export type FileKind = 'file' | 'directory' | 'other';

/** Bytes that lie beside their target under another name, waiting to take its place. */
export interface StagedFile {
  /** Takes the target's place in one step (rename). */
  commit(): Promise<void>;
  /** Removes what was written beside; nothing happens after `commit`. */
  discard(): Promise<void>;
}

/** Name of the file that says that a folder is taken; hidden from lists of editions. */
export const lockName = '.marginalia.lock';

/** A folder that is ours until it is released. */
export interface Claim {
  /** Gives the folder back; removes it if it was made for the claim and nothing was put into it. */
  release(): Promise<void>;
}

/**
 * What the command line needs besides. Paths are absolute or relative to `cwd()`, with `/` between names.
 * What the system refuses (no such file, not permitted, disk full) is thrown as `HostError`.
 */
export interface FileHost extends Host {
  cwd(): string;
  /** The path made absolute and plain (no `.`, `..` or double `/`), links not resolved. */
  absolute(path: string): string;
  /** What a path leads to, links followed; undefined if there is nothing (also for a link that leads nowhere). */
  stat(path: string): Promise<{ kind: FileKind; size: number } | undefined>;
  read(path: string): Promise<Uint8Array>;
  /** Names in a directory, sorted by code point. */
  list(path: string): Promise<string[]>;
  /** Writes beside the target, in the target's folder, which is made if need be. */
  stage(path: string, bytes: Uint8Array): Promise<StagedFile>;
  /** Writes beside the target and renames, so that no reader ever sees half a file. Creates folders. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Real path, links resolved; where the path does not exist, that of its nearest existing folder with the rest added. */
  real(path: string): Promise<string>;
  /**
   * Takes a folder for one program alone, until it is released; the folder is made if need be. What a program left that
   * ended without releasing is taken over.
   * @returns who holds it, in words, if somebody does
   */
  claim(folder: string): Promise<Claim | { holder: string; path: string }>;
  /** True if a file could be written in this folder, or in the one that would be made for it. */
  writable(folder: string): Promise<boolean>;
}

/** The system refused: an outer circumstance that a diagnostic names, not a fault of the program. */
export class HostError extends Error {
  override readonly name = 'HostError';
  /** What is the matter, without the path. */
  readonly reason: string;
  /** `code` is the system's (`ENOENT`, `EACCES`, `ENOSPC`); the message says it in words. */
  constructor(
    readonly code: string,
    readonly path: string,
    options?: ErrorOptions,
  ) {
    const reason = systemWords[code] ?? code;
    super(`${path}: ${reason}`, options);
    this.reason = reason;
  }
}

const systemWords: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EBUSY: 'in use',
  EEXIST: 'exists already',
  EINVAL: 'not a possible name',
  EISDIR: 'is a folder',
  ELOOP: 'links lead in a circle',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'name too long',
  ENOENT: 'no such file or folder',
  ENOSPC: 'no space left on the disk',
  ENOTDIR: 'a part of the path is not a folder',
  ENOTEMPTY: 'folder is not empty',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
};

/** Orders strings by code point, the same in every locale. */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    // In UTF-16 the units of supplementary characters (D800–DFFF) sort below U+E000–U+FFFF: lift them above.
    return lift(x) - lift(y);
  }
  return a.length - b.length;
}

function lift(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
