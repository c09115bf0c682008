import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { byCodePoint, HostError, type FileHost } from '../../src/host.js';
import { memoryHost } from '../../src/host/memory.js';
import { nodeHost } from '../../src/host/node.js';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'marginalia-')));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = async (host: FileHost, name: string): Promise<string> =>
  new TextDecoder().decode(await host.read(name));

describe.each(['node', 'memory'])('the %s host', (kind) => {
  function open(files: Record<string, string>): FileHost {
    const absolute = Object.fromEntries(
      Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]),
    );
    if (kind === 'memory') return memoryHost(absolute, { cwd: folder });
    for (const [name, content] of Object.entries(absolute)) {
      mkdirSync(path.dirname(name), { recursive: true });
      writeFileSync(name, content);
    }
    return nodeHost();
  }

  it('tells files, folders and nothing apart', async () => {
    const host = open({ 'a/b.txt': 'x' });
    expect(await host.stat(`${folder}/a/b.txt`)).toEqual({ kind: 'file', size: 1 });
    expect((await host.stat(`${folder}/a`))?.kind).toBe('directory');
    expect(await host.stat(`${folder}/c`)).toBeUndefined();
    expect(await host.stat(`${folder}/a/b.txt/c`)).toBeUndefined();
  });

  it('lists by code point', async () => {
    const host = open({
      'a/é.txt': '',
      'a/z.txt': '',
      'a/B.txt': '',
      'a/\u{1F4DC}.txt': '',
      'a/\uFF21.txt': '',
    });
    expect(await host.list(`${folder}/a`)).toEqual([
      'B.txt',
      'z.txt',
      'é.txt',
      '\uFF21.txt',
      '\u{1F4DC}.txt',
    ]);
  });

  it('throws HostError for what the system refuses', async () => {
    const host = open({ a: 'x' });
    await expect(host.read(`${folder}/none`)).rejects.toThrow(HostError);
    await expect(host.read(`${folder}/none`)).rejects.toThrow('no such file or folder');
    await expect(host.write(`${folder}/a/b`, bytes(''))).rejects.toThrow(HostError);
  });

  it('makes folders and leaves nothing beside what it wrote', async () => {
    const host = open({ 'a/old': 'old' });
    await host.write(`${folder}/a/new/b`, bytes('new'));
    await host.write(`${folder}/a/old`, bytes('newer'));
    expect(await text(host, `${folder}/a/new/b`)).toBe('new');
    expect(await text(host, `${folder}/a/old`)).toBe('newer');
    expect(await host.list(`${folder}/a`)).toEqual(['new', 'old']);
  });

  it('shows staged bytes to nobody until they are committed', async () => {
    const host = open({ old: 'old' });
    const staged = await host.stage(`${folder}/old`, bytes('new'));
    expect(await text(host, `${folder}/old`)).toBe('old');
    await staged.commit();
    await staged.discard();
    expect(await text(host, `${folder}/old`)).toBe('new');
    const dropped = await host.stage(`${folder}/old`, bytes('dropped'));
    await dropped.discard();
    expect(await text(host, `${folder}/old`)).toBe('new');
    expect(await host.list(folder)).toEqual(['old']);
  });

  it('knows where it could write', async () => {
    const host = open({ 'a/file': '' });
    expect(await host.writable(`${folder}/a/b/c`)).toBe(true);
    expect(await host.writable(`${folder}/a/file`)).toBe(false);
    expect(await host.writable(`${folder}/a/file/b`)).toBe(false);
  });
});

describe('the node host', () => {
  it('follows links, also where the end is not there yet', async () => {
    const host = nodeHost();
    mkdirSync(`${folder}/real`);
    symlinkSync('real', `${folder}/link`);
    expect(await host.real(`${folder}/link/x/y`)).toBe(`${folder}/real/x/y`);
    symlinkSync('nowhere', `${folder}/loose`);
    expect(await host.stat(`${folder}/loose`)).toBeUndefined();
  });

  it('takes the place of a link, not of what it leads to', async () => {
    writeFileSync(`${folder}/target`, 'kept');
    symlinkSync('target', `${folder}/link`);
    await nodeHost().write(`${folder}/link`, bytes('new'));
    expect(await text(nodeHost(), `${folder}/target`)).toBe('kept');
    expect(await text(nodeHost(), `${folder}/link`)).toBe('new');
  });

  it('writes beside under names that no other process has', async () => {
    // A process of another container may have our number.
    writeFileSync(`${folder}/.marginalia-${String(process.pid)}-1.tmp`, 'theirs');
    const staged = await Promise.all(
      ['a', 'b'].map((name) => nodeHost().stage(`${folder}/${name}`, bytes(name))),
    );
    const beside = readdirSync(folder);
    expect(beside).toHaveLength(3);
    expect(
      beside.filter((name) => /^\.marginalia-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/.test(name)),
    ).toHaveLength(2);
    for (const file of staged) await file.discard();
  });

  it('writes beside a name as long as names can be', async () => {
    const long = 'x'.repeat(255);
    await nodeHost().write(`${folder}/${long}`, bytes('a'));
    expect(readdirSync(folder)).toEqual([long]);
    await expect(nodeHost().write(`${folder}/${long}y`, bytes('a'))).rejects.toThrow('name too long');
    expect(readdirSync(folder)).toEqual([long]);
  });

  it('finds what ships with the program and fonts that are installed', async () => {
    const host = nodeHost();
    expect((await host.resource('package.json')).length).toBeGreaterThan(0);
    const face = await host.font('@expo-google-fonts/eb-garamond', '400Regular/EBGaramond_400Regular.ttf');
    expect(face?.length).toBeGreaterThan(0);
    expect(await host.font('@expo-google-fonts/eb-garamond', 'none.ttf')).toBeUndefined();
    expect(await host.font('no-such-package', 'none.ttf')).toBeUndefined();
  });

  it('finds fonts of a project in it or above, before those beside the program', async () => {
    const host = nodeHost();
    const garamond = ['@expo-google-fonts/eb-garamond', '400Regular/EBGaramond_400Regular.ttf'] as const;
    const place = (name: string, content: string): void => {
      mkdirSync(path.dirname(`${folder}/${name}`), { recursive: true });
      writeFileSync(`${folder}/${name}`, content);
    };
    place('node_modules/ours/a.ttf', 'above');
    place(`volume/node_modules/${garamond.join('/')}`, 'project');
    const found = async (from: string, ...face: readonly [string, string]): Promise<string | undefined> => {
      const font = await host.font(...face, `${folder}/${from}`);
      return font && new TextDecoder('latin1').decode(font.subarray(0, 7));
    };
    expect(await found('volume', 'ours', 'a.ttf')).toBe('above');
    expect(await found('volume', ...garamond)).toBe('project');
    expect(await found('other', ...garamond)).toBe('\0\x01\0\0\0\x10\x01');
    // The working folder is no project.
    expect(await host.font('ours', 'a.ttf')).toBeUndefined();
  });
});

describe('order by code point', () => {
  it('is that of the code points', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const [x, y] = [
          Array.from(a, (c) => c.codePointAt(0) ?? 0),
          Array.from(b, (c) => c.codePointAt(0) ?? 0),
        ];
        const at = x.findIndex((code, i) => code !== y[i]);
        const expected = at < 0 ? x.length - y.length : y[at] === undefined ? 1 : (x[at] ?? 0) - (y[at] ?? 0);
        expect(Math.sign(byCodePoint(a, b))).toBe(Math.sign(expected));
      }),
    );
  });
});
