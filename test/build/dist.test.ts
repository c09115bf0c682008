import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { nodeHost } from '../../src/host/node.js';
import { run } from '../cli/terminal.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const out = mkdtempSync(path.join(tmpdir(), 'marginalia-'));
afterAll(() => {
  rmSync(out, { recursive: true });
});

it('dist/ holds what sources/ make (`npm start` makes it anew)', async () => {
  // The repository as its own project, whatever the environment says of dates.
  const host = { ...nodeHost(), cwd: () => root.replace(/\/$/, ''), env: () => undefined };
  const { code } = await run(['build', '--out', out], host);
  expect(code).toBe(0);
  const dist = path.join(root, 'dist');
  const names = readdirSync(out).sort();
  expect(readdirSync(dist).sort()).toEqual(names);
  expect(names.length).toBeGreaterThan(3);
  const differing = names.filter(
    (name) => !readFileSync(path.join(out, name)).equals(readFileSync(path.join(dist, name))),
  );
  expect(differing).toEqual([]);
});
