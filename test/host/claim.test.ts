import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { once } from 'node:events';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nodeHost } from '../../src/host/node.js';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'marginalia-')));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('a folder is taken by one at a time, and given back', async () => {
  const host = nodeHost();
  const claim = await host.claim(`${folder}/out`);
  expect(await host.claim(`${folder}/out`)).toMatchObject({
    holder: `process ${String(process.pid)} on ${hostname()}`,
  });
  if (!('release' in claim)) throw new Error('not taken');
  expect(readdirSync(`${folder}/out`)).toEqual(['.marginalia.lock']);
  await claim.release();
  // It was made for the claim, and nothing was put into it.
  expect(existsSync(`${folder}/out`)).toBe(false);
});

it('a folder that something was put into stays', async () => {
  const claim = await nodeHost().claim(`${folder}/out`);
  writeFileSync(`${folder}/out/a`, '');
  if ('release' in claim) await claim.release();
  expect(readdirSync(`${folder}/out`)).toEqual(['a']);
});

it('of many at once, one gets it', async () => {
  const claims = await Promise.all(Array.from({ length: 8 }, () => nodeHost().claim(folder)));
  expect(claims.filter((claim) => 'release' in claim)).toHaveLength(1);
});

/** What a lock file says of where its process runs. */
async function whereWeAre(): Promise<string> {
  const claim = await nodeHost().claim(folder);
  const [, where = ''] = readFileSync(`${folder}/.marginalia.lock`, 'utf8').split(' ');
  if ('release' in claim) await claim.release();
  return where;
}

it('of two containers with one host name and one number of a process, one gets it', async () => {
  // Ours is 4026531836 or another, never 0.
  const held = `${String(process.pid)} ${hostname()}/pid:[0] x\n`;
  writeFileSync(`${folder}/.marginalia.lock`, held);
  expect(await nodeHost().claim(folder)).toMatchObject({
    holder: `process ${String(process.pid)} on ${hostname()}`,
  });
  expect(readFileSync(`${folder}/.marginalia.lock`, 'utf8')).toBe(held);
});

it('what a process left that is gone is taken over; that of another machine is not', async () => {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  const where = await whereWeAre();
  for (const pid of [child.pid, process.pid]) {
    writeFileSync(`${folder}/.marginalia.lock`, `${String(pid)} ${where} x\n`);
    const claim = await nodeHost().claim(folder);
    expect('release' in claim).toBe(true);
    expect(readFileSync(`${folder}/.marginalia.lock`, 'utf8')).toMatch(
      new RegExp(`^${String(process.pid)} `),
    );
    if ('release' in claim) await claim.release();
  }
  writeFileSync(`${folder}/.marginalia.lock`, '1 elsewhere.example x\n');
  expect(await nodeHost().claim(folder)).toMatchObject({ holder: 'process 1 on elsewhere.example' });
  expect(readdirSync(folder)).toEqual(['.marginalia.lock']);
});

it.runIf(existsSync('/proc/self'))('a folder that the system does not want is refused at once', async () => {
  for (const name of ['/proc/marginalia', '/proc/marginalia/a/b']) {
    await expect(nodeHost().claim(name)).rejects.toMatchObject({ name: 'HostError', code: 'ENOENT' });
    await expect(nodeHost().stage(`${name}/x`, new Uint8Array())).rejects.toMatchObject({ code: 'ENOENT' });
  }
});

it('folders above are made too, by two at once', async () => {
  const host = nodeHost();
  await Promise.all(['a', 'b', 'c'].map((name) => host.write(`${folder}/x/y/z/${name}`, new Uint8Array())));
  expect(readdirSync(`${folder}/x/y/z`)).toEqual(['a', 'b', 'c']);
});
