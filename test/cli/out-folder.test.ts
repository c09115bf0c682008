/** The folder that editions go to, by whatever name, and what in it is not written over. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeHost } from '../../src/host/node.js';
import { page, run, type Ran } from './terminal.js';

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'marginalia-out-')));
  mkdirSync(`${folder}/s`);
  writeFileSync(`${folder}/s/a.txt`, page());
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const build = (...words: string[]): Promise<Ran> =>
  run(['build', ...words, '--format', 'tei'], {
    ...nodeHost(),
    cwd: () => folder,
    absolute: (of) => path.resolve(folder, of),
  });

describe('the folder for the editions', () => {
  it('is one under two names: its checksums are known, and edits in it', async () => {
    symlinkSync('o', `${folder}/link`);
    mkdirSync(`${folder}/o`);
    expect((await build(`${folder}/s`, '--out', `${folder}/o`)).code).toBe(0);
    expect((await build(`${folder}/s`, '--out', `${folder}/link`)).code).toBe(0);
    writeFileSync(`${folder}/o/a.xml`, 'mine');
    const { code, rules, stderr } = await build(`${folder}/s`, '--out', `${folder}/link`);
    expect({ code, rules }).toEqual({
      code: 1,
      rules: expect.arrayContaining(['output-edited']) as string[],
    });
    expect(stderr).toMatch(/link\/a\.xml:1:1 error This file was edited since it was built from .*s\/a\.txt/);
    expect(readFileSync(`${folder}/o/a.xml`, 'utf8')).toBe('mine');
  });

  it('is one where two projects name it otherwise', async () => {
    mkdirSync(`${folder}/q/s`, { recursive: true });
    mkdirSync(`${folder}/q/dist`);
    symlinkSync('q/dist', `${folder}/alias`);
    writeFileSync(`${folder}/edition.yaml`, 'out: alias\n');
    writeFileSync(`${folder}/q/edition.yaml`, 'out: dist\n');
    writeFileSync(`${folder}/q/s/b.txt`, page());
    const { code, rules } = await build(`${folder}/s`, `${folder}/q/s`);
    expect(rules).not.toContain('out-busy');
    expect(code).toBe(0);
    expect(readFileSync(`${folder}/q/dist/SHA256SUMS`, 'utf8')).toMatch(/ {2}a\.xml\n.* {2}b\.xml\n$/);
    // A second source of one name would overwrite the first, whatever the folder is called.
    writeFileSync(`${folder}/q/s/A.txt`, page());
    expect(
      (await build(`${folder}/s`, `${folder}/q/s`)).rules.filter((rule) => rule === 'stem-collision'),
    ).toHaveLength(2);
  });

  it('holds a link to a source, which no output replaces', async () => {
    mkdirSync(`${folder}/o`);
    symlinkSync('../s/a.txt', `${folder}/o/a.xml`);
    const { code, stderr } = await build(`${folder}/s`, '--out', `${folder}/o`, '--force');
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /o\/a\.xml:1:1 error This output of .*s\/a\.txt is a file that editions are made from output-overwrites-source/,
    );
    expect(readFileSync(`${folder}/s/a.txt`, 'utf8')).toBe(page());
  });

  it('keeps its outputs and checksums from the report, by any name', async () => {
    mkdirSync(`${folder}/o`);
    symlinkSync('o', `${folder}/link`);
    for (const name of ['a.xml', 'a.pdf', 'SHA256SUMS']) {
      for (const [out, other] of [
        ['o', 'link'],
        ['link', 'o'],
      ] as const) {
        const { code, rules } = await build(
          `${folder}/s`,
          '--out',
          `${folder}/${out}`,
          '--report',
          `${folder}/${other}/${name}`,
        );
        expect({ code, rules }).toEqual({ code: 1, rules: ['output-overwrites-source'] });
      }
    }
    expect(existsSync(`${folder}/o/a.xml`)).toBe(false);
  });
});
