/**
 * A folder taken for one process: a file in it names the process and its machine. The file is made whole and in one step
 * (a hard link), so that of two processes one gets it. A process of this machine that is gone holds nothing; whether one
 * of another machine still runs cannot be known, so that its file stays until somebody removes it.
 */
import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { Claim } from '../host.js';
import { makeFolder } from './folder.js';

/** Name of the file, hidden from lists of editions. */
const lockName = '.marginalia.lock';
/** How often the file of a process that is gone is cleared away before we give up. */
const attempts = 5;

/** See `FileHost.claim`. Throws what the system refuses. */
export async function claimFolder(folder: string): Promise<Claim | { holder: string; path: string }> {
  const made = await makeFolder(folder);
  const lock = path.join(folder, lockName);
  const own = `${String(process.pid)} ${hostname()} ${randomUUID()}\n`;
  const beside = path.join(folder, `.marginalia-${String(process.pid)}-claim.tmp`);
  let held = '';
  for (let i = 0; i < attempts; i += 1) {
    if (await create(lock, beside, own)) {
      return {
        async release() {
          // A file that somebody else made in its place is not ours to remove.
          if ((await contentOf(lock)) === own) await rm(lock, { force: true });
          // Not empty: the editions are in it.
          if (made !== undefined) await rmdir(folder).catch(() => undefined);
        },
      };
    }
    held = (await contentOf(lock)) ?? '';
    const [pid, machine] = held.split(' ');
    if (held !== '' && (machine !== hostname() || isRunning(Number(pid)))) break;
    if (held !== '')
      await clear(lock, held, path.join(folder, `.marginalia-${String(process.pid)}-stale.tmp`));
  }
  const [pid = '', machine = ''] = held.trim().split(' ');
  return {
    holder:
      pid === '' ? 'another program' : `process ${pid}${machine === hostname() ? '' : ` on ${machine}`}`,
    path: lock,
  };
}

async function create(lock: string, beside: string, content: string): Promise<boolean> {
  await writeFile(beside, content);
  try {
    await link(beside, lock);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return false;
    // A file system without hard links: made empty in one step, filled after.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS' && code !== 'EOPNOTSUPP') throw error;
    return await writeFile(lock, content, { flag: 'wx' }).then(
      () => true,
      (refused: unknown) => {
        if (codeOf(refused) === 'EEXIST') return false;
        throw refused;
      },
    );
  } finally {
    await rm(beside, { force: true });
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
  await rm(away, { force: true });
}

async function contentOf(name: string): Promise<string | undefined> {
  try {
    return await readFile(name, 'utf8');
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
