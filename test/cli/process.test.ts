/** The command as a process, as it is installed. */
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { version } from '../../src/version.js';
import { page } from './terminal.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
// The shape of our own package.json.
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  bin: { marginalia: string };
};
const command = path.join(root, manifest.bin.marginalia);
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'marginalia-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function marginalia(
  argv: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): { status: number | null; stdout: string; stderr: string } {
  const { PATH = '' } = process.env;
  return spawnSync(process.execPath, [command, ...argv], { cwd, env: { PATH, ...env }, encoding: 'utf8' });
}

/** Name → bytes of all files of a folder. */
function contents(place: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(place)
      .sort()
      .map((name) => [name, readFileSync(path.join(place, name)).toString('base64')]),
  );
}

describe('the process', () => {
  // A device on which nothing can be written; Linux has it.
  it.runIf(existsSync('/dev/full'))('tells an error that ends it', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [command, '--help'], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    expect(status).not.toBe(0);
    expect(stderr).toContain('ENOSPC');
  });

  it('ends with all that it had to say', () => {
    writeFileSync(path.join(folder, 'long.txt'), page('I ask for your orders. '.repeat(4000)));
    const { status, stdout } = marginalia(['inspect', 'long.txt', '--stage', 'galley'], folder);
    expect(status).toBe(0);
    expect(stdout.length).toBeGreaterThan(65_536);
    expect(() => JSON.parse(stdout) as unknown).not.toThrow();
  });

  it('prints its version and ends with 0', () => {
    expect(marginalia(['--version'], folder)).toMatchObject({
      status: 0,
      stdout: `${version}\n`,
      stderr: '',
    });
  });

  it('ends with 1 where a source is wrong, and writes nothing', () => {
    const { status, stderr } = marginalia(['build', 'none.txt'], folder);
    expect(status).toBe(1);
    expect(stderr).toContain('none.txt:1:1 error');
    expect(existsSync(path.join(folder, 'dist'))).toBe(false);
  });

  it('makes the same bytes under another time zone, locale and folder', () => {
    const sources = path.join(root, 'sources');
    const places = ['one', 'zwei Ordner/ünter'].map((name) => path.join(folder, name));
    const environments: Record<string, string>[] = [
      { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      { TZ: 'America/Adak', LANG: 'C' },
    ];
    for (const [i, place] of places.entries()) {
      mkdirSync(place, { recursive: true });
      cpSync(sources, path.join(place, 'sources'), { recursive: true });
      writeFileSync(path.join(place, 'sources', 'second.txt'), page());
      const { status, stderr } = marginalia(['build'], place, environments[i]);
      expect(stderr).not.toContain('error');
      expect(status).toBe(0);
    }
    const [one, two] = places.map((place) => contents(path.join(place, 'dist')));
    expect(Object.keys(one ?? {})).toHaveLength(7);
    expect(two).toEqual(one);
  });

  it('writes checksums that sha256sum reads', (context) => {
    const place = path.join(folder, 'sums');
    mkdirSync(place);
    for (const name of ['a\\b', 'line\nend', 'Ö ö']) writeFileSync(path.join(place, `${name}.txt`), page());
    expect(
      marginalia(['build', place, '--out', path.join(folder, 'summed'), '--format', 'tei'], folder).status,
    ).toBe(0);
    const checked = spawnSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], {
      cwd: path.join(folder, 'summed'),
      encoding: 'utf8',
    });
    if (checked.error) context.skip('there is no sha256sum here');
    expect(checked.status).toBe(0);
    expect(checked.stdout.split('\n').filter((line) => line.endsWith(': OK'))).toHaveLength(3);
  });

  it('is content when its reader leaves', () => {
    const place = path.join(folder, 'pipe');
    mkdirSync(place);
    writeFileSync(path.join(place, 'a.txt'), page('Many words. '.repeat(20_000)));
    const line = `"${process.execPath}" "${command}" inspect a.txt --stage edition | head -c 10`;
    const { stderr, stdout } = spawnSync('sh', ['-c', line], { cwd: place, encoding: 'utf8' });
    expect(stdout).toHaveLength(10);
    expect(stderr).not.toMatch(/EPIPE|Error/);
  });

  it('does what it was asked also where nobody reads what it says', () => {
    const place = path.join(folder, 'unread');
    mkdirSync(place);
    for (const name of ['a', 'b', 'c']) writeFileSync(path.join(place, `${name}.txt`), page());
    const line = `{ "${process.execPath}" "${command}" build . --out ../heard --format tei; echo "$?" >&2; } | true`;
    const { stderr } = spawnSync('sh', ['-c', line], { cwd: place, encoding: 'utf8' });
    expect(stderr.trim().split('\n').at(-1)).toBe('0');
    expect(readdirSync(path.join(folder, 'heard')).sort()).toEqual(['SHA256SUMS', 'a.xml', 'b.xml', 'c.xml']);
  });

  it('refuses a name that no document can hold, and one that is not UTF-8', (context) => {
    const place = path.join(folder, 'names');
    mkdirSync(place);
    writeFileSync(path.join(place, 'a\u001bb.txt'), page());
    const broken = Buffer.from([...Buffer.from(`${place}/`), 0x62, 0xff, ...Buffer.from('.txt')]);
    try {
      writeFileSync(broken, page());
    } catch {
      context.skip('the file system has UTF-8 names only');
    }
    const { status, stderr } = marginalia(['build', place, '--out', path.join(folder, 'named')], folder);
    expect(status).toBe(1);
    expect(stderr.match(/ source-name$/gm)).toHaveLength(2);
    expect(existsSync(path.join(folder, 'named', 'SHA256SUMS'))).toBe(false);
  });
});
