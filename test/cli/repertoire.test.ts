import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classesWithin, escapesIn, narrowing } from '../../repertoire.mjs';
import { HeldStream, hostWithin, isWithin, OutsideRepertoire, repertoire } from '../../src/cli/repertoire.js';
import { memoryHost } from '../../src/host/memory.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = readFileSync(path.join(root, 'lib/bin/command-unicode.cjs'), 'latin1');

/** The expressions of the program in which classes are cut. */
function expressions(): RegExp[] {
  const found = new Map<string, RegExp>();
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node) && /\\p\{/i.test(node.text)) {
      const slash = node.text.lastIndexOf('/');
      const source = node.text
        .slice(1, slash)
        .replace(/\\u([\da-f]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
      const flags = node.text.slice(slash + 1);
      found.set(node.text, new RegExp(source, flags));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('program.cjs', program, ts.ScriptTarget.ES2023, false, ts.ScriptKind.JS));
  return [...found.values()];
}

const character = fc
  .oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(...Array.from(' .,:;-–—()[]"“”\'’/№0123456789aAbBeEиИáŁßÑșĐ한京́')),
    },
    ...repertoire.map(([first, last]) => ({
      weight: 1,
      arbitrary: fc.integer({ min: first, max: last }).map((code) => String.fromCharCode(code)),
    })),
  )
  .filter((text) => text !== '');
const text = fc.array(character, { maxLength: 24 }).map((characters) => characters.join(''));

describe('classes cut to the repertoire', () => {
  const all = expressions();
  const { narrow, RegExp: Narrow } = narrowing(RegExp, classesWithin(escapesIn(program), repertoire));

  it('find in its texts what the classes of all Unicode find', () => {
    expect(all.length).toBeGreaterThan(100);
    const pairs = all.map((full) => [full, new RegExp(narrow(full.source), full.flags)] as const);
    fc.assert(
      fc.property(text, (sample) => {
        for (const [full, cut] of pairs) {
          full.lastIndex = cut.lastIndex = 0;
          expect(cut.exec(sample), full.source).toEqual(full.exec(sample));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('know each character for what it is', () => {
    const wrong: string[] = [];
    for (const escape of new Set(escapesIn(program))) {
      const full = new RegExp(escape, 'u');
      const cut = new RegExp(narrow(escape), 'u');
      for (const [first, last] of repertoire) {
        for (let code = first; code <= last; code += 1) {
          const sample = String.fromCharCode(code);
          if (full.test(sample) !== cut.test(sample)) wrong.push(`${escape} ${code.toString(16)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('are cut in expressions that are made at run time', () => {
    const made = new Narrow('^[^\\p{L}\\]]+\\p{Lu}\\\\p', 'u');
    expect(made).toBeInstanceOf(RegExp);
    expect(made.source).not.toContain('\\p{');
    expect(made.test('12-Ł\\p')).toBe(true);
    expect(made.test('a-Ł\\p')).toBe(false);
    expect(new Narrow(/a/g).flags).toBe('g');
  });
});

describe('the repertoire', () => {
  it('has what the templates are written in', () => {
    const templates = readFileSync(path.join(root, 'lib/templates.json'), 'utf8');
    expect([...templates].filter((one) => !isWithin(one))).toEqual([]);
  });

  it('is watched over where the host hands out text', async () => {
    const file = memoryHost({
      '/p/a.txt': 'Łódź, 3 травня',
      '/p/b.txt': 'თბილისი',
      '/p/c.pdf': 'თბილისი',
      '/თ/d.txt': '',
    });
    const host = hostWithin(file);
    await expect(host.read('/p/a.txt')).resolves.toBeDefined();
    await expect(host.read('/p/b.txt')).rejects.toBeInstanceOf(OutsideRepertoire);
    await expect(host.read('/p/c.pdf')).resolves.toBeDefined();
    await expect(host.list('/p')).resolves.toHaveLength(3);
    await expect(host.list('/')).rejects.toBeInstanceOf(OutsideRepertoire);
  });

  it('keeps what is printed until it is let go', () => {
    const written: string[] = [];
    const held = new HeldStream({ write: (said) => written.push(said), isTTY: true, columns: 72 });
    held.write('a');
    held.write('b');
    expect(written).toEqual([]);
    held.letGo();
    held.letGo();
    expect(written).toEqual(['ab']);
    expect([held.isTTY, held.columns]).toEqual([true, 72]);
  });
});

describe('the command', () => {
  let work: string;
  beforeAll(() => {
    work = mkdtempSync(path.join(tmpdir(), 'marginalia-repertoire-'));
  });
  afterAll(() => {
    rmSync(work, { recursive: true, force: true });
  });

  const page = readFileSync(path.join(root, 'sources/1950-02-07-shtykov-vyshinsky.txt'), 'utf8');

  /** Builds from a folder with the bundle and with the modules. */
  function built(name: string, files: Readonly<Record<string, string>>, ...argv: readonly string[]) {
    const run = (part: string) => {
      const folder = path.join(work, name, path.basename(part));
      mkdirSync(folder, { recursive: true });
      for (const [file, content] of Object.entries(files)) writeFileSync(path.join(folder, file), content);
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [path.join(root, 'lib', part), 'build', ...argv],
        { cwd: folder, encoding: 'utf8' },
      );
      const out = path.join(folder, 'dist');
      const outputs = readdirSync(out).map((file) => [file, readFileSync(path.join(out, file))] as const);
      return { status, said: stdout.replace(/, [\d.]+ m?s$/gm, ''), stderr, outputs: new Map(outputs) };
    };
    const [bundled, modules] = [run('bin/launch.cjs'), run('cli/main.js')];
    expect(bundled).toEqual(modules);
    return bundled;
  }

  it('builds a text outside the repertoire as the modules do, and says all once', () => {
    const content = page.replaceAll('Pyongyang', 'Pyǒngyang');
    const { status, outputs, said, stderr } = built('wide', { 'a.txt': content }, 'a.txt');
    expect(status).toBe(0);
    expect(outputs.get('a.xml')?.toString('utf8')).toContain('Pyǒngyang');
    expect(said.match(/a\.pdf/g)).toHaveLength(1);
    expect(stderr.match(/date-conflict/g)).toHaveLength(1);
  });

  it('builds several sources, of which a later one is outside', () => {
    const { status, said } = built(
      'several',
      { 'a.txt': page, 'b.txt': page.replaceAll('Pyongyang', 'Pyǒngyang') },
      'a.txt',
      'b.txt',
    );
    expect(status).toBe(0);
    expect(said.match(/\.pdf/g)).toHaveLength(2);
  });

  it('takes a sidecar outside the repertoire', () => {
    const { status, outputs } = built(
      'sidecar',
      { 'a.txt': page, 'a.yaml': 'title: From Pyǒngyang\n', 'edition.yaml': 'title: A series\n' },
      'a.txt',
    );
    expect(status).toBe(0);
    expect(outputs.get('a.xml')?.toString('utf8')).toContain('From Pyǒngyang');
  });
});
