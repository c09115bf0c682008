import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { HostError } from '../../src/host.js';
import type { MemoryHost } from '../../src/host/memory.js';
import { nodeHost } from '../../src/host/node.js';
import { names, page, project, run, textOf } from './terminal.js';

const tei = ['--format', 'tei'];
const sum = (host: MemoryHost, name: string): string =>
  createHash('sha256')
    .update(host.files.get(`/project/${name}`) ?? '')
    .digest('hex');

interface ReportFile {
  diagnostics: {
    file: string;
    ruleId: string;
    severity: string;
    line: number;
    column: number;
    message: string;
    hint: string;
  }[];
  sources: { file: string; status: string; outputs: unknown[]; chrome: { line: number; text: string }[] }[];
}
const reportOf = (host: MemoryHost, name: string): ReportFile => JSON.parse(textOf(host, name)) as ReportFile;

describe('build', () => {
  it('makes three files of a source, and their checksums', async () => {
    const host = project({ 'sources/a.txt': page() });
    const { code, stdout } = await run(['build'], host);
    expect(code).toBe(0);
    expect(names(host)).toEqual([
      'dist/SHA256SUMS',
      'dist/a.epub',
      'dist/a.pdf',
      'dist/a.xml',
      'sources/a.txt',
    ]);
    expect(textOf(host, 'dist/SHA256SUMS')).toBe(
      ['a.epub', 'a.pdf', 'a.xml'].map((name) => `${sum(host, `dist/${name}`)}  ${name}\n`).join(''),
    );
    expect(textOf(host, 'dist/a.xml')).toMatch(/^<\?xml/);
    expect(textOf(host, 'dist/a.pdf')).toMatch(/^%PDF-1\.7/);
    expect(textOf(host, 'dist/a.epub')).toMatch(/^PK/);
    expect(stdout).toMatch(
      /^dist\/a\.xml {2}\d+\.\d kB\ndist\/a\.pdf {2}\d+\.\d kB, \d+ pages?\ndist\/a\.epub {2}/,
    );
    expect(stdout).toMatch(
      /\n1 source built in dist, checksums in SHA256SUMS(, \d+ warnings?)?, [\d.]+ m?s\n$/,
    );
  });

  it('makes the formats asked for', async () => {
    const host = project({ 'a.txt': page() });
    await run(['build', 'a.txt', '--format', 'epub,tei', '--out', 'o'], host);
    expect(names(host)).toEqual(['a.txt', 'o/SHA256SUMS', 'o/a.epub', 'o/a.xml']);
  });

  it('takes an old edition away only for a new one', async () => {
    const host = project({ 'sources/a.txt': page(), 'sources/b.txt': page() });
    await run(['build', ...tei], host);
    const old = textOf(host, 'dist/a.xml');
    host.files.set('/project/sources/a.txt', new TextEncoder().encode(page('A \u0000 in it.')));
    host.files.set('/project/sources/b.txt', new TextEncoder().encode(page('Another request.')));
    const { code, stdout, rules } = await run(['build', ...tei], host);
    expect(code).toBe(1);
    expect(rules).toContain('character-forbidden');
    expect(textOf(host, 'dist/a.xml')).toBe(old);
    expect(textOf(host, 'dist/b.xml')).toContain('Another request.');
    expect(stdout).toContain('1 of 2 sources built in dist');
    expect(textOf(host, 'dist/SHA256SUMS')).toContain(`${sum(host, 'dist/a.xml')}  a.xml`);
  });

  it.each(['a.epub', 'a.pdf', 'a.xml'])(
    'leaves all of an old edition if %s cannot be written',
    async (name) => {
      let full = false;
      const host = project(
        { 'sources/a.txt': page() },
        { refuses: (path) => (full && path.endsWith(name) ? 'ENOSPC' : undefined) },
      );
      await run(['build'], host);
      const old = new Map(host.files);
      full = true;
      host.files.set('/project/sources/a.txt', new TextEncoder().encode(page('Another request.')));
      const { code, stderr } = await run(['build'], host);
      expect(code).toBe(1);
      expect(stderr).toMatch(/dist:1:1 error .*no space left on the disk out-unwritable/);
      host.files.set('/project/sources/a.txt', old.get('/project/sources/a.txt') ?? new Uint8Array());
      expect(new Map(host.files)).toEqual(old);
    },
  );

  it('leaves nothing beside what could not be written', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'marginalia-'));
    try {
      writeFileSync(path.join(folder, 'a.txt'), page());
      const host = nodeHost();
      const stage = host.stage.bind(host);
      host.stage = (name, bytes) =>
        name.endsWith('.xml') ? Promise.reject(new HostError('ENOSPC', name)) : stage(name, bytes);
      const out = path.join(folder, 'out');
      const argv = ['build', path.join(folder, 'a.txt'), '--out', out, '--format', 'tei,epub'];
      expect((await run(argv, host)).rules).toContain('out-unwritable');
      // The folder was made for the editions; without any, it goes too.
      expect(readdirSync(folder)).toEqual(['a.txt']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('puts the TEI in its place last', async () => {
    const order: string[] = [];
    const host = project({ 'sources/a.txt': page() });
    const stage = host.stage.bind(host);
    host.stage = async (path, bytes) => {
      const staged = await stage(path, bytes);
      order.push(`stage ${path.split('.').at(-1) ?? ''}`);
      return {
        ...staged,
        commit: () => {
          order.push(`commit ${path.split('.').at(-1) ?? ''}`);
          return staged.commit();
        },
      };
    };
    await run(['build'], host);
    expect(order.slice(0, 6)).toEqual([
      ...['stage pdf', 'stage epub', 'stage xml'],
      ...['commit pdf', 'commit epub', 'commit xml'],
    ]);
  });

  it('refuses to overwrite an output that was edited by hand, unless forced', async () => {
    const host = project({ 'sources/a.txt': page(), 'sources/b.txt': page() });
    await run(['build', ...tei], host);
    const edited = new TextEncoder().encode('<TEI>mine</TEI>');
    host.files.set('/project/dist/a.xml', edited);
    const refused = await run(['build', ...tei], host);
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.stderr).toContain(
      'dist/a.xml:1:1 error This file was edited since it was built from sources/a.txt output-edited',
    );
    expect(refused.stdout).toContain('dist/b.xml');
    expect(host.files.get('/project/dist/a.xml')).toBe(edited);
    expect((await run(['check', ...tei], host)).rules).toContain('output-edited');
    expect((await run(['build', ...tei, '--force'], host)).code).toBe(0);
    expect(textOf(host, 'dist/a.xml')).toContain('<teiHeader');
    expect((await run(['build', ...tei], host)).code).toBe(0);
  });

  it('refuses to overwrite a file that it did not make', async () => {
    const host = project({ 'a.txt': page(), 'o/a.pdf': 'a scan' });
    const { code, rules } = await run(['build', 'a.txt', '--out', 'o'], host);
    expect({ code, made: names(host) }).toEqual({ code: 1, made: ['a.txt', 'o/a.pdf'] });
    expect(rules).toContain('output-foreign');
  });

  it('goes on where a build was cut off before its checksums were written', async () => {
    const host = project({ 'sources/a.txt': page() });
    await run(['build', ...tei], host);
    host.files.delete('/project/dist/SHA256SUMS');
    expect((await run(['build', ...tei], host)).code).toBe(0);
    expect(textOf(host, 'dist/SHA256SUMS')).toContain('  a.xml\n');
  });

  it('keeps up one list of checksums over several builds', async () => {
    const host = project({ 'a.txt': page(), 'b.txt': page(), 'Ö.txt': page() });
    for (const name of ['b.txt', 'Ö.txt', 'a.txt']) await run(['build', name, '--out', 'o', ...tei], host);
    await run(['build', 'a.txt', '--out', 'o', '--format', 'epub'], host);
    const listed = (): string[] =>
      textOf(host, 'o/SHA256SUMS')
        .split('\n')
        .map((line) => line.slice(66));
    expect(listed()).toEqual(['a.epub', 'a.xml', 'b.xml', 'Ö.xml', '']);
    host.files.delete('/project/o/b.xml');
    await run(['build', 'a.txt', '--out', 'o', ...tei], host);
    expect(listed()).toEqual(['a.epub', 'a.xml', 'Ö.xml', '']);
  });

  it('stops at a list of checksums that it cannot read', async () => {
    const host = project({ 'sources/a.txt': page(), 'dist/SHA256SUMS': `${'0'.repeat(64)}  x.xml\nmine\n` });
    const { code, stderr } = await run(['build', ...tei], host);
    expect(code).toBe(1);
    expect(stderr).toContain('dist/SHA256SUMS:2:1 error');
    expect(names(host)).toEqual(['dist/SHA256SUMS', 'sources/a.txt']);
    expect((await run(['build', ...tei, '--force'], host)).code).toBe(0);
  });

  it('names both of two sources that would make one output', async () => {
    const nfd = 'Caf\u00E9'.normalize('NFD');
    const files = {
      's/Caf\u00E9.txt': page(),
      [`s/${nfd}.txt`]: page(),
      's/a/X.txt': page(),
      's/x.txt': page(),
    };
    const host = project({ ...files, 's/fine.txt': page() });
    const { code, stderr, rules } = await run(['build', 's', ...tei], host);
    expect(code).toBe(1);
    expect(rules.filter((rule) => rule === 'stem-collision')).toHaveLength(4);
    expect(stderr).toContain('s/a/X.txt and s/x.txt would make outputs of the same name');
    expect(stderr).toContain('s/x.txt and s/a/X.txt would make outputs of the same name');
    expect(names(host).filter((name) => name.startsWith('dist'))).toEqual([
      'dist/SHA256SUMS',
      'dist/fine.xml',
    ]);
  });

  it('writes into no folder of sources', async () => {
    const host = project({ 's/a.txt': page() });
    for (const out of ['s', 's/dist', './s/../s/x/y']) {
      const { code, rules } = await run(['build', 's', '--out', out], host);
      expect({ code, rules }).toEqual({ code: 1, rules: ['out-inside-sources'] });
    }
    expect(names(host)).toEqual(['s/a.txt']);
    // Nor beside a source that is named by itself; into a folder below it, yes.
    expect((await run(['build', 's/a.txt', '--out', 's', ...tei], host)).rules).toEqual([
      'out-inside-sources',
    ]);
    expect((await run(['build', 's/a.txt', '--out', 's/dist', ...tei], host)).code).toBe(0);
  });

  it('says what to do where the sources lie beside edition.yaml, and that does it', async () => {
    const files = { 'a.txt': page(), 'b.txt': page() };
    const unsaid = await run(['check', ...tei], project({ ...files, 'edition.yaml': 'title: T\n' }));
    expect(unsaid.rules).toEqual(['source-missing']);
    expect(unsaid.stderr).toContain('edition.yaml has no key `sources`');
    const dot = await run(
      ['build', ...tei],
      project({ ...files, 'edition.yaml': 'sources: .\nout: editions\n' }),
    );
    expect(dot.rules).toContain('out-inside-sources');
    expect(dot.stderr).toContain('name the files one by one (`sources: [a.txt, b.txt]`)');
    const host = project({ ...files, 'edition.yaml': 'sources: [a.txt, b.txt]\nout: editions\n' });
    expect((await run(['build', ...tei], host)).code).toBe(0);
    expect(names(host)).toContain('editions/b.xml');
  });

  it('leaves a folder to the build that is writing there', async () => {
    const host = project({ 's/a.txt': page() });
    const claim = await host.claim('o');
    const before = names(host);
    expect(await run(['build', 's', '--out', 'o', ...tei], host)).toMatchObject({
      code: 1,
      rules: ['out-busy'],
    });
    expect(names(host)).toEqual(before);
    // What writes nothing needs no folder for itself.
    expect((await run(['check', 's', '--out', 'o', ...tei], host)).code).toBe(0);
    if ('release' in claim) await claim.release();
    expect((await run(['build', 's', '--out', 'o', ...tei], host)).code).toBe(0);
    expect(names(host)).toEqual(['o/SHA256SUMS', 'o/a.xml', 's/a.txt']);
  });

  it('ends lines at U+2028 and U+2029 too', async () => {
    const text = page();
    const host = project({ 's/a.txt': text, 't/a.txt': text.replaceAll('\n', '\u2028') });
    await run(['build', 's', '--out', 'o', ...tei], host);
    expect((await run(['build', 't', '--out', 'p', ...tei], host)).code).toBe(0);
    const body = (name: string): string =>
      textOf(host, name)
        .replace(/^[^]*<text/, '')
        .replace(/<standOff[^]*$/, '');
    expect(body('p/a.xml')).toBe(body('o/a.xml'));
  });

  it.each([
    ['characters', 'word '.repeat(500_000)],
    ['lines', 'a\n'.repeat(30_000)],
    ['characters without white space', 'a'.repeat(600_000)],
    ['MB', 'a\n'.repeat(5_000_000)],
  ])('refuses a file of too many %s before it is read as a page', async (unit, words) => {
    const host = project({ 's/a.txt': page(words) });
    const { code, rules, stderr } = await run(['build', 's', ...tei], host);
    expect({ code, rules }).toEqual({ code: 1, rules: ['source-too-large'] });
    expect(stderr).toMatch(new RegExp(`Unexpected [\\d.]+ ${unit}, expected at most`));
  });

  it.each([
    [{ 'sources/a.txt': page(), dist: 'a file' }, 'out-unwritable'],
    [{ 'sources/a.txt': page(), 'dist/a.xml/x': 'a folder' }, 'out-unwritable'],
    [{ 'sources/a.txt': '' }, 'source-empty'],
    [{ 'sources/a.txt': ' \n\u00A0\n' }, 'source-empty'],
    [{ 'sources/a.txt': '%PDF-1.4' }, 'source-binary'],
    [{ 'sources/a.txt': new Uint8Array([0x61, 0xff]) }, 'encoding-invalid'],
    [{ 'sources/a.txt': page(), 'sources/a.yaml': 'tilte: x' }, 'config-key'],
    [{ 'sources/a.txt': page(), 'edition.yaml': 'desing: x' }, 'config-key'],
    [{ 'sources/a.txt': page(), 'edition.yaml': 'design: raeding' }, 'design-unknown'],
    [{ 'sources/a.md': page() }, 'source-none'],
  ])('with %j writes nothing and says %s', async (files, rule) => {
    const host = project(files);
    const before = names(host);
    const { code, rules } = await run(['build'], host);
    expect({ code, made: names(host) }).toEqual({ code: 1, made: before });
    expect(rules).toContain(rule);
  });

  it('writes nothing where it may not, and does not build for it', async () => {
    const host = project({ 'sources/a.txt': page() });
    host.writable = (folder) => Promise.resolve(folder !== '/project/dist');
    host.read = () => Promise.reject(new Error('nothing is to be read'));
    const { code, rules } = await run(['build'], host);
    expect({ code, rules, made: names(host) }).toEqual({
      code: 1,
      rules: ['out-unwritable'],
      made: ['sources/a.txt'],
    });
  });

  it('says which source cannot be read, and builds the others', async () => {
    const host = project({
      'sources/a.txt': page(),
      'sources/b.txt': page(),
      'sources/c.txt': page(),
      'sources/c.yaml': '',
    });
    const read = host.read.bind(host);
    host.read = (path) =>
      /a\.txt|c\.yaml/.test(path) ? Promise.reject(new HostError('EACCES', path)) : read(path);
    const { code, stderr } = await run(['build', ...tei], host);
    expect(code).toBe(1);
    expect(stderr).toMatch(/sources\/a\.txt:1:1 error .*permission denied source-unreadable/);
    expect(stderr).toMatch(/sources\/c\.yaml:1:1 error .*permission denied source-unreadable/);
    expect(names(host).filter((name) => name.startsWith('dist'))).toEqual(['dist/SHA256SUMS', 'dist/b.xml']);
  });

  it('keeps out of the sources of the project, also for one FILE', async () => {
    const host = project({ 'edition.yaml': 'sources: s', 's/a.txt': page() });
    expect((await run(['build', 's/a.txt', '--out', 's/o', ...tei], host)).rules).toEqual([
      'out-inside-sources',
    ]);
  });

  it('builds the others beside a source that is not there', async () => {
    const host = project({ 'a.txt': page() });
    expect((await run(['build', 'none.txt', 'a.txt', ...tei], host)).code).toBe(1);
    expect(names(host)).toContain('dist/a.xml');
  });

  it('takes out and facts from the project of each source', async () => {
    const host = project({
      'p/edition.yaml': 'title: Series P\nout: made\n',
      'p/a.txt': page(),
      'q/edition.yaml': 'title: Series Q\n',
      'q/b.txt': page(),
      'c.txt': page(),
    });
    expect((await run(['build', 'p/a.txt', 'q/b.txt', 'c.txt', ...tei], host)).code).toBe(0);
    expect(names(host)).toEqual(expect.arrayContaining(['p/made/a.xml', 'q/dist/b.xml', 'dist/c.xml']));
    expect(textOf(host, 'p/made/a.xml')).toContain('Series P');
    expect(textOf(host, 'dist/c.xml')).not.toContain('Series');
  });

  it('keeps clear of the sources where edition.yaml lies among them', async () => {
    const host = project({ 'sources/edition.yaml': 'title: T', 'sources/a.txt': page() });
    expect((await run(['build', ...tei], host)).code).toBe(0);
    expect(names(host)).toContain('dist/a.xml');
  });
});

describe('the report', () => {
  it('holds diagnostics, outputs and what was left out of the page', async () => {
    const host = project({ 'sources/a.txt': page(), 'sources/b.txt': 'Results:\n1 - 10 of 55\n' });
    await run(['build', ...tei, '--report', 'made/report.json'], host);
    const { diagnostics, sources } = reportOf(host, 'made/report.json');
    for (const diagnostic of diagnostics) {
      expect(Object.keys(diagnostic)).toEqual([
        'file',
        'ruleId',
        'severity',
        'line',
        'column',
        'message',
        'hint',
      ]);
      expect(['error', 'warning', 'info']).toContain(diagnostic.severity);
    }
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ file }) => file)).toContain(
      'sources/b.txt',
    );
    expect(sources).toMatchObject([
      {
        file: 'sources/a.txt',
        status: 'built',
        outputs: [{ format: 'tei', file: 'dist/a.xml', sha256: sum(host, 'dist/a.xml') }],
      },
      { file: 'sources/b.txt', status: 'refused', outputs: [] },
    ]);
    expect(sources[0]?.chrome[0]).toMatchObject({ line: 1, text: 'Skip to content' });
  });

  it('makes folders below the working folder and for the editions, no others', async () => {
    const files = { 'sources/a.txt': page() };
    for (const [path, out, code] of [
      ['made/below/r.json', 'dist', 0],
      ['../out/r.json', '../out', 0],
      ['../reprots/r.json', 'dist', 1],
    ] as const) {
      const host = project(files);
      const ran = await run(['build', ...tei, '--out', out, '--report', path], host);
      expect({ path, code: ran.code }).toEqual({ path, code });
      expect(host.files.has(host.absolute(path))).toBe(code === 0);
      if (code === 1) {
        expect(ran.rules).toEqual(['out-unwritable']);
        expect(ran.stderr).toContain('The report cannot be written: there is no such folder');
        expect(names(host)).toEqual(['sources/a.txt']);
      }
    }
  });

  it.each(['sources/a.txt', 'sources/a.yaml', 'edition.yaml', 'sources'])(
    'does not overwrite %s',
    async (path) => {
      const files = { 'sources/a.txt': page(), 'sources/a.yaml': '', 'edition.yaml': '' };
      const host = project(files);
      const { code } = await run(['build', ...tei, '--report', path], host);
      expect({ code, made: names(host) }).toEqual({ code: 1, made: Object.keys(files).sort() });
    },
  );
});

describe('check', () => {
  it('does everything but writing', async () => {
    const host = project({ 'sources/a.txt': page(), 'sources/b.txt': '' });
    const { code, stdout, rules } = await run(['check'], host);
    expect(code).toBe(1);
    expect(rules).toContain('source-empty');
    expect(stdout).toMatch(/^sources\/a\.txt {2}checked, .*\n1 of 2 sources checked, 1 error/);
    expect(names(host)).toEqual(['sources/a.txt', 'sources/b.txt']);
  });

  it('ends with 0 where there are warnings only', async () => {
    const host = project({ 'sources/a.txt': page().replace('March 3', 'March 2') });
    const { code, rules } = await run(['check', ...tei], host);
    expect(code).toBe(0);
    expect(rules).toContain('date-conflict');
  });
});

describe('what is printed', () => {
  const files = { 'sources/a.txt': page().replace('March 3', 'March 2'), 'sources/b.txt': page() };

  it('is plain where nobody looks', async () => {
    const { stdout, stderr } = await run(['build', ...tei], project(files));
    expect(stdout + stderr).not.toMatch(/[\u001B\r]/);
  });

  it('has colour and progress on a terminal, no colour with NO_COLOR, no progress for one source', async () => {
    const terminal = { isTTY: true, columns: 100 };
    const { stderr } = await run(['build', ...tei], project(files), terminal);
    expect(stderr).toContain('\r\u001B[K[2/2] sources/b.txt');
    expect(stderr).toContain('\u001B[33mwarning\u001B[0m');
    const plain = await run(['build', ...tei], project(files, { env: { NO_COLOR: '1' } }), terminal);
    expect(plain.stderr).not.toContain('\u001B[33m');
    const one = await run(['build', 'sources/b.txt', ...tei], project(files), terminal);
    expect(one.stderr).not.toContain('\r');
  });

  it('is diagnostics only with --quiet', async () => {
    const { stdout, stderr } = await run(['build', '--quiet', ...tei], project(files));
    expect(stdout).toBe('');
    expect(stderr).toContain('date-conflict');
  });

  it('tells where the time went with --timings', async () => {
    const { stderr } = await run(['build', '--timings', ...tei], project(files));
    for (const station of ['edition', 'tei', 'validation', 'all']) {
      expect(stderr).toMatch(new RegExp(`^${station} +[\\d.]+ ms$`, 'm'));
    }
  });

  it('counts no time twice: the stations and the command are all', async () => {
    const { stderr } = await run(['build', '--timings'], project({ 'sources/a.txt': page() }));
    const rows = [...stderr.matchAll(/^([a-z]+) +([\d.]+) ms$/gm)].map(
      ([, name, time]) => [name, Number(time)] as const,
    );
    const names = rows.map(([name]) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(['pages', 'pdf', 'epub', 'validation']));
    for (const [, time] of rows) expect(time).toBeGreaterThanOrEqual(0);
    const all = rows.find(([name]) => name === 'all')?.[1] ?? 0;
    const sum = rows.reduce((total, [name, time]) => (name === 'all' ? total : total + time), 0);
    expect(Math.abs(sum - all)).toBeLessThan(1);
  });
});

describe('a failure of the program', () => {
  it('in one source ends with 2, names it, and does not cost the others theirs', async () => {
    const host = project({ 'sources/a.txt': page(), 'sources/b.txt': page() });
    const resource = host.resource.bind(host);
    host.resource = (path) =>
      path.endsWith('.rng') ? Promise.reject(new TypeError('the schema is gone')) : resource(path);
    const { code, stdout, stderr } = await run(['build', ...tei], host);
    expect(code).toBe(2);
    expect(stderr).toContain('sources/a.txt:1:1 error The program failed: the schema is gone internal-error');
    expect(stderr).toContain('sources/b.txt:1:1 error The program failed');
    expect(stderr).toContain('report it');
    expect(stderr).not.toMatch(/^ +at /m);
    expect(stdout).toContain('0 of 2 sources built');
    expect(names(host)).toEqual(['sources/a.txt', 'sources/b.txt']);
    const debug = project({ 'a.txt': page() }, { env: { DEBUG: '1' } });
    debug.resource = (path) => host.resource(path);
    expect((await run(['build', 'a.txt', ...tei], debug)).stderr).toMatch(/^ +at /m);
  });

  it('outside of sources ends with 2 and asks for a report', async () => {
    const host = project({ 'sources/a.txt': page() });
    host.list = () => Promise.reject(new TypeError('no list'));
    const { code, stderr } = await run(['build'], host);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^marginalia: the program failed: no list\n.*report it/s);
  });
});

describe('inspect', () => {
  const host = project({ 'a.txt': page(), 'bad.txt': '', 'd/b.txt': page(), 'd/c.txt': page() });

  it.each([
    ['edition', 'edition'],
    ['galley', 'galley'],
  ])('prints the %s as JSON', async (stage, type) => {
    const { code, stdout } = await run(['inspect', 'a.txt', '--stage', stage], host);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ type });
  });

  it('tells of each line what it was taken for, and why, before anything else', async () => {
    const { stdout } = await run(['inspect', 'a.txt', '--stage', 'edition'], host);
    expect(stdout).toMatch(/^\{\n {2}"data": \{\n {4}"readings": \[/);
    const { data } = JSON.parse(stdout) as { data: { readings: Record<string, unknown>[] } };
    expect(data.readings).toContainEqual({
      line: 9,
      begins: 'Strictly secret',
      part: 'opener',
      role: 'secrecy',
      score: 6,
      reasons: ['+6 mark of secrecy'],
    });
    expect(data.readings.find(({ role }) => role === 'paragraph')?.['begins']).toBe(
      'On 1 March I had a meeting with the',
    );
  });

  it('prints the TEI as it would be written', async () => {
    const { stdout } = await run(['inspect', 'a.txt', '--stage', 'tei'], host);
    await run(['build', 'a.txt', ...tei, '--out', 'o'], host);
    expect(stdout).toBe(textOf(host, 'o/a.xml'));
  });

  it('prints the pages as words and places', async () => {
    const { stdout } = await run(['inspect', 'a.txt', '--stage', 'pages'], host);
    const { pages } = JSON.parse(stdout) as {
      pages: { label: string; items: { text?: string; x: number }[] }[];
    };
    expect(pages[0]?.items.map(({ text }) => text ?? '').join('')).toContain('Vladivostok');
  });

  it('ends with 1 where there is nothing to print', async () => {
    expect(await run(['inspect', 'bad.txt', '--stage', 'tei'], host)).toMatchObject({ code: 1, stdout: '' });
    expect((await run(['inspect', 'd', '--stage', 'tei'], host)).stderr).toContain('several sources');
    expect((await run(['inspect', 'none.txt', '--stage', 'tei'], host)).rules).toEqual(['source-missing']);
  });
});
