import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// What is tested here is the compiled program: `npm test` compiles it first.
const lib = fileURLToPath(new URL('../../lib/', import.meta.url));
const source = fileURLToPath(new URL('../../sources/1950-02-07-shtykov-vyshinsky.txt', import.meta.url));

let work: string;
beforeAll(() => {
  work = mkdtempSync(path.join(tmpdir(), 'marginalia-bundle-'));
});
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

/** Whether V8 took code from the cache of a bundle in a folder; 'none' without a bundle. */
function cacheOf(folder: string, name = 'command'): string {
  const script = `
    import { openBundle } from ${JSON.stringify(pathToFileURL(path.join(lib, 'cli/bundle.js')).href)};
    const bundle = openBundle(new URL(${JSON.stringify(pathToFileURL(folder + path.sep).href)}), ${JSON.stringify(name)});
    process.stdout.write(bundle ? String(bundle.script.cachedDataRejected) : 'none');`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
}

describe('the bundle', () => {
  it('makes the same bytes as the modules', () => {
    const build = (program: string): Map<string, Buffer> => {
      const out = path.join(work, path.basename(program));
      execFileSync(process.execPath, [path.join(lib, program), 'build', source, '--out', out, '--quiet'], {
        stdio: 'pipe',
      });
      return new Map(readdirSync(out).map((name) => [name, readFileSync(path.join(out, name))]));
    };
    const bundled = build('bin/launch.cjs');
    expect([...bundled.keys()].filter((name) => /\.(xml|pdf|epub)$/.test(name))).toHaveLength(3);
    expect(bundled).toEqual(build('cli/main.js'));
  });

  it('finds the validators of a project’s own tables, which stay beside it', () => {
    const folder = path.join(work, 'project');
    mkdirSync(folder);
    copyFileSync(source, path.join(folder, 'a.txt'));
    writeFileSync(path.join(folder, 'edition.yaml'), 'design: own.yaml\ntables: { vocabulary: own.yaml }\n');
    writeFileSync(path.join(folder, 'own.yaml'), 'boddy: {}\n');
    for (const program of ['bin/launch.cjs', 'cli/main.js']) {
      const { stderr } = spawnSync(process.execPath, [path.join(lib, program), 'check', 'a.txt'], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(stderr).toContain('own.yaml:1:1 error Unexpected key “boddy”, expected “body” config-key');
      expect(stderr).toContain('own.yaml:1:1 error The key “page” is missing here config-missing');
    }
  });

  it.each(['command', 'press'])('has a code cache of %s that this Node takes', (name) => {
    expect(cacheOf(path.join(lib, 'bin'), name)).toBe('false');
  });

  it('is compiled without a cache, or with one that is of no use', () => {
    const program = path.join(lib, 'bin', 'command.cjs');
    copyFileSync(program, path.join(work, 'command.cjs'));
    expect(cacheOf(work)).toBe('undefined');
    writeFileSync(path.join(work, 'command.cache'), 'no cache');
    expect(cacheOf(work)).toBe('true');
  });

  it('need not be there', () => {
    expect(cacheOf(path.join(work, 'nowhere'))).toBe('none');
  });

  it('names the licences of what it holds', () => {
    const licences = readFileSync(path.join(lib, 'bin', 'LICENSES.txt'), 'utf8');
    for (const name of ['pdfkit', 'epub-gen-memory', 'harfbuzzjs', 'libxml2-wasm', 'unified']) {
      expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'));
    }
  });
});
