/**
 * A folder taken for one process: a file in it names the process, where its number counts, and the claim. The file is
 * made whole and in one step (a hard link), so that of two processes one gets it. A process that is gone holds nothing;
 * whether one of another machine or container still runs cannot be known, so that its file stays until somebody removes
 * it.
 */
import { randomUUID } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { link, readFile, rename, rm, rmdir, writeFile } from './calls.js';
import { hostname } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { lockName, type Claim } from '../host.js';
import { makeFolder } from './folder.js';
import { temporaryName } from './temporary.js';

/** How often the file of a process that is gone is cleared away before we give up. */
const attempts = 5;
/** Claims of this process that were not released. A file with its number and none of these was left by an older one. */
const ours = new Set<string>();

/** See `FileHost.claim`. Throws what the system refuses. */
export async function claimFolder(folder: string): Promise<Claim | { holder: string; path: string }> {
  const made = await makeFolder(folder);
  const lock = path.join(folder, lockName);
  const claim = randomUUID();
  const own = `${String(process.pid)} ${whereNumbersCount()} ${claim}\n`;
  let held = '';
  for (let i = 0; i < attempts; i += 1) {
    ours.add(claim);
    if (await create(lock, own).catch(forgotten)) {
      return {
        async release() {
          ours.delete(claim);
          // A file that somebody else made in its place is not ours to remove.
          if ((await contentOf(lock)) === own) await rm(lock);
          // Not empty: the editions are in it.
          if (made !== undefined) await rmdir(folder).catch(() => undefined);
        },
      };
    }
    ours.delete(claim);
    held = (await contentOf(lock)) ?? '';
    if (held !== '' && isHeld(held)) break;
    if (held !== '') await clear(lock, held, path.join(folder, temporaryName()));
  }
  const { pid, where } = partsOf(held);
  return {
    holder: pid === '' ? 'another program' : `process ${pid}${where === '' ? '' : ` on ${hostOf(where)}`}`,
    path: lock,
  };

  function forgotten(error: unknown): never {
    ours.delete(claim);
    throw error;
  }
}

function partsOf(held: string): { pid: string; where: string; claim: string } {
  const [pid = '', where = '', claim = ''] = held.trim().split(' ');
  return { pid, where, claim };
}

/** True if the process that made a file may still be running. */
function isHeld(held: string): boolean {
  const { pid, where, claim } = partsOf(held);
  if (where !== whereNumbersCount()) return true;
  return Number(pid) === process.pid ? ours.has(claim) : isRunning(Number(pid));
}

let place: string | undefined;

/**
 * The machine, and on Linux the namespace of process numbers (pid_namespaces(7)): two containers may have one host name
 * and each a process of the same number.
 */
function whereNumbersCount(): string {
  return (place ??= hostname() + namespaceOfNumbers());
}

function namespaceOfNumbers(): string {
  try {
    return `/${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    // Only Linux has it.
    return '';
  }
}

function hostOf(where: string): string {
  return where.replace(/\/.*$/, '');
}

async function create(lock: string, content: string): Promise<boolean> {
  const beside = path.join(path.dirname(lock), temporaryName());
  await writeFile(beside, content);
  try {
    await link(beside, lock);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return false;
    // A file system without hard links: made empty in one step, filled after.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS' && code !== 'EOPNOTSUPP') throw error;
    return await writeFile(lock, content, 'wx').then(
      () => true,
      (refused: unknown) => {
        if (codeOf(refused) === 'EEXIST') return false;
        throw refused;
      },
    );
  } finally {
    await rm(beside);
  }
}

/** Removes the file of a process that is gone: moved away first, and put back if it was another's by then. */
async function clear(lock: string, held: string, away: string): Promise<void> {
  try {
    await rename(lock, away);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if ((await contentOf(away)) !== held) await link(away, lock).catch(() => undefined);
  await rm(away);
}

async function contentOf(name: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await readFile(name));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
