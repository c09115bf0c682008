import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectSources } from '../../src/cli/sources.js';
import { nodeHost } from '../../src/host/node.js';
import { project, run } from './terminal.js';

async function collected(
  files: Record<string, string>,
  ...operands: string[]
): Promise<{ sources: string[]; told: string[] }> {
  const { sources, files: told } = await collectSources(operands, project(files));
  return {
    sources: sources.map(({ shown }) => shown),
    told: told.flatMap((file) => file.messages.map((message) => `${file.path} ${message.ruleId ?? ''}`)),
  };
}

describe('sources', () => {
  it('are in sources/ where nothing else is said', async () => {
    expect(await collected({ 'sources/b.txt': '', 'sources/a.txt': '' })).toEqual({
      sources: ['sources/a.txt', 'sources/b.txt'],
      told: [],
    });
    expect(await collected({ 'x.txt': '' })).toEqual({ sources: [], told: ['sources source-missing'] });
  });

  it('are where the nearest edition.yaml upward says', async () => {
    const files = {
      '../edition.yaml': 'sources: [project/letters, project/one.txt]',
      'letters/a.txt': '',
      'one.txt': '',
    };
    expect(await collected(files)).toEqual({ sources: ['letters/a.txt', 'one.txt'], told: [] });
    expect((await collected({ 'edition.yaml': 'sources: none' })).told).toEqual(['none source-missing']);
  });

  it('of a folder are sorted by code point, with those of folders in it', async () => {
    const names = ['z.txt', 'B.txt', 'é.txt', 'a/1.TXT', 'a.txt', '\uFF21.txt', '\u{1F4DC}.txt'];
    const { sources } = await collected(Object.fromEntries(names.map((name) => [`d/${name}`, ''])), 'd/');
    expect(sources).toEqual(
      ['B.txt', 'a.txt', 'a/1.TXT', 'z.txt', 'é.txt', '\uFF21.txt', '\u{1F4DC}.txt'].map(
        (name) => `d/${name}`,
      ),
    );
  });

  it('are not what belongs to a project, or is hidden', async () => {
    const files = [
      ...['edition.yaml', 'a.txt', 'a.yaml', 'README.md', 'readme.txt', 'README', 'SHA256SUMS', 'scan.jpg'],
      ...['.hidden.txt', '.git/a.txt'],
    ];
    expect(await collected(Object.fromEntries(files.map((name) => [`d/${name}`, ''])), 'd')).toEqual({
      sources: ['d/a.txt'],
      told: [],
    });
  });

  it('that are passed over are told', async () => {
    const files = {
      'd/a.txt': '',
      'd/b.html': '',
      'd/people.yaml': '',
      'd/c.yaml': '',
      'd/a.yml': '',
      'd/e.docx': '',
    };
    expect((await collected(files, 'd')).told).toEqual([
      'd/a.yml sidecar-orphan',
      'd/b.html source-format',
      'd/c.yaml sidecar-orphan',
      'd/e.docx source-format',
      'd/people.yaml register-unread',
    ]);
  });

  it('are not the editions that were built beside them; what is not in the list of checksums is told', async () => {
    const listed = (...names: string[]): string =>
      names.map((name) => `${'0'.repeat(64)}  ${name}\n`).join('');
    const files = {
      'd/dist/SHA256SUMS': listed('a.xml', 'a.pdf', 'a.epub', 'b.txt', 'c.html'),
      'd/dist/a.xml': '',
      'd/dist/a.pdf': '',
      'd/dist/a.epub': '',
      'd/dist/b.txt': '',
      'd/dist/c.html': '',
      'd/dist/d.xml': '',
      'd/a.xml': '',
    };
    expect(await collected(files, 'd')).toEqual({
      sources: ['d/dist/b.txt'],
      told: ['d/a.xml source-format', 'd/dist/c.html source-format', 'd/dist/d.xml source-format'],
    });
  });

  it.each([
    ['letters/x.yaml', 'Name `x.txt`: the sidecar beside it is read with it.'],
    ['edition.yaml', 'Name the sources, or the folder they are in.'],
    ['x.html', 'Save the page as plain text (`.txt`).'],
  ])('%s is refused with a hint that helps', async (name, hint) => {
    const { files } = await collectSources([name], project({ [name]: '' }));
    expect(files.flatMap((file) => file.messages.map(({ note }) => note))).toContain(hint);
  });

  it.each(['b.html', 'a.yaml', 'edition.yaml', 'README.txt', 'people.yaml', 'plain', 'x.docx', '.txt'])(
    '%s is refused where it is named',
    async (name) => {
      expect(await collected({ [name]: '' }, name)).toEqual({
        sources: [],
        told: [`${name} source-format-refused`],
      });
    },
  );

  it('have their sidecars, never the files of the project', async () => {
    const files = { 'd/a.txt': '', 'd/a.yaml': '', 'd/edition.txt': '', 'd/edition.yaml': '' };
    for (const operands of [['d'], ['d/a.txt', 'd/edition.txt']]) {
      const { sources } = await collectSources(operands, project(files));
      expect(sources.map(({ sidecar }) => sidecar)).toEqual(['/project/d/a.yaml', undefined]);
    }
  });

  it('belong to the project whose edition.yaml is nearest', async () => {
    const files = {
      'p/edition.yaml': 'title: P',
      'p/s/a.txt': '',
      'q/b.txt': '',
      'p/s/v/edition.yaml': 'title: V',
      'p/s/v/c.txt': '',
    };
    const { sources } = await collectSources(['p/s', 'q/b.txt'], project(files));
    expect(sources.map((source) => [source.stem, source.project?.publication.series])).toEqual([
      ['a', 'P'],
      ['c', 'V'],
      ['b', undefined],
    ]);
  });

  it('named twice are one', async () => {
    expect((await collected({ 'd/a.txt': '' }, 'd/a.txt', 'd', './d/../d/a.txt')).sources).toEqual([
      'd/a.txt',
    ]);
  });

  it('that are not there, and folders without any, are told', async () => {
    expect((await collected({ 'd/x.jpg': '' }, 'a.txt', 'd', 'd/x.jpg/y')).told).toEqual([
      'a.txt source-missing',
      'd source-none',
      'd/x.jpg/y source-missing',
    ]);
  });
});

describe('sources behind links', () => {
  let folder: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'marginalia-')));
    mkdirSync(`${folder}/d`);
    writeFileSync(`${folder}/a.txt`, 'a');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const told = async (): Promise<string[]> => {
    const { sources, files } = await collectSources([`${folder}/d`], nodeHost());
    return [
      ...sources.map(({ stem }) => stem),
      ...files.flatMap((file) =>
        file.messages.map(({ ruleId }) => `${path.basename(file.path)} ${ruleId ?? ''}`),
      ),
    ];
  };

  it('are read where they stay in the folder; linked folders are not entered', async () => {
    mkdirSync(`${folder}/d/.kept`);
    writeFileSync(`${folder}/d/.kept/a.txt`, 'a');
    symlinkSync('.kept/a.txt', `${folder}/d/link.txt`);
    symlinkSync('.', `${folder}/d/circle`);
    symlinkSync('..', `${folder}/d/up`);
    expect(await told()).toEqual(['link', 'circle source-link', 'up source-link']);
  });

  it('and that are named twice, by a link to their folder, are one source', async () => {
    writeFileSync(`${folder}/d/b.txt`, 'b');
    symlinkSync('d', `${folder}/e`);
    const { sources } = await collectSources(
      [`${folder}/d/b.txt`, `${folder}/e/b.txt`, `${folder}/e`],
      nodeHost(),
    );
    expect(sources.map(({ shown }) => shown)).toEqual([`${folder}/d/b.txt`]);
  });

  it('are told where they lead nowhere or in a circle', async () => {
    symlinkSync('none', `${folder}/d/loose.txt`);
    symlinkSync('self.txt', `${folder}/d/self.txt`);
    expect(await told()).toEqual(['loose.txt source-missing', 'self.txt source-unreadable', 'd source-none']);
  });

  it('outside are not followed, nor are those of sidecars', async () => {
    writeFileSync(`${folder}/a.yaml`, 'title: A');
    symlinkSync('../a.txt', `${folder}/d/link.txt`);
    writeFileSync(`${folder}/d/own.txt`, 'a');
    symlinkSync('../a.yaml', `${folder}/d/own.yaml`);
    expect(await told()).toEqual([
      'link.txt source-link-outside',
      'own.yaml source-link-outside',
      'd source-none',
    ]);
  });

  it('of another kind than files are told, and never read', async () => {
    execFileSync('mkfifo', [`${folder}/d/pipe.txt`, `${folder}/d/a.yaml`, `${folder}/d/other`]);
    writeFileSync(`${folder}/d/a.txt`, 'a');
    expect(await told()).toEqual([
      'a',
      'a.yaml source-unreadable',
      'other source-format',
      'pipe.txt source-unreadable',
    ]);
    const { code, rules } = await run(['check', `${folder}/d/pipe.txt`, `${folder}/d`], nodeHost());
    expect(code).toBe(1);
    expect(rules.filter((rule) => rule === 'source-unreadable')).toHaveLength(4);
  });

  it('may not leave the project', async () => {
    mkdirSync(`${folder}/p`);
    writeFileSync(`${folder}/p/edition.yaml`, 'sources: s\n');
    symlinkSync('../d', `${folder}/p/s`);
    const { readProject } = await import('../../src/config/project.js');
    const { file } = await readProject(`${folder}/p/edition.yaml`, 'edition.yaml', nodeHost());
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['config-path']);
  });
});
