/** Tables of a project's own: laid over those that ship, refused with every fault where they do not fit. */
import { describe, expect, it } from 'vitest';
import { build, readProject, readTables } from '../../src/index.js';
import { nodeHost } from '../../src/host/node.js';
import { names, page, project, run } from './terminal.js';

const source = page().replace(
  'RGASPI, Fond 17, Opis 3, Delo 4, List 5',
  'Tambov Repository of Deeds, yashchik 5, leaf 3',
);

/** The document that a source is read as. */
async function documentOf(host: ReturnType<typeof project>): Promise<{
  copies: { repository?: { key: string; known: boolean }; shelfmark: { unit: string; text: string }[] }[];
  children: { type: string; children: { type: string; key?: string }[] }[];
}> {
  const { code, stdout, stderr } = await run(['inspect', 'a.txt', '--stage', 'edition'], host);
  expect({ code, errors: stderr.match(/^.* error .*$/gm) }).toEqual({ code: 0, errors: null });
  return (JSON.parse(stdout) as { children: Awaited<ReturnType<typeof documentOf>>[] })
    .children[0] as Awaited<ReturnType<typeof documentOf>>;
}

const archives = `repositories:
  tambov-deeds: { name: Tambov Repository of Deeds, notation: tambov }
notations:
  tambov: { extends: soviet, labels: [{ unit: box, words: [yashchik] }] }
`;

describe('tables of a project’s own', () => {
  it('tell archives that the program does not know', async () => {
    const without = await documentOf(project({ 'a.txt': source }));
    expect(without.copies.some(({ repository }) => repository?.key === 'tambov-deeds')).toBe(false);
    const { copies } = await documentOf(
      project({
        'a.txt': source,
        'edition.yaml': 'tables: { authority: t/own.yaml }',
        't/own.yaml': archives,
      }),
    );
    expect(copies[0]?.repository).toMatchObject({ key: 'tambov-deeds', known: true });
    expect(copies[0]?.shelfmark).toMatchObject([{ unit: 'box', text: '5' }]);
  });

  it('add words that reading goes by', async () => {
    const words = 'marks: { secrecy: [{ key: most-private, words: [Most Private] }] }';
    const text = source.replace('Strictly secret', 'Most private');
    const marks = async (files: Record<string, string>) =>
      (await documentOf(project({ 'a.txt': text, ...files }))).children
        .flatMap(({ children }) => children)
        .filter(({ type }) => type === 'secrecyMark')
        .map(({ key }) => key);
    expect(await marks({})).toEqual([]);
    expect(await marks({ 'edition.yaml': 'tables: { vocabulary: [w.yaml] }', 'w.yaml': words })).toEqual([
      'most-private',
    ]);
  });

  it('say what elements become', async () => {
    const files = {
      'a.txt': source,
      'edition.yaml': 'tables: { behaviours: b.yaml }',
      'b.yaml': '- { element: p, in: document, as: block, style: postscript }',
    };
    const { stdout } = await run(['inspect', 'a.txt', '--stage', 'galley'], project(files));
    expect(stdout).toContain('"style": "postscript"');
    const { stdout: shipped } = await run(
      ['inspect', 'a.txt', '--stage', 'galley'],
      project({ 'a.txt': source }),
    );
    expect(shipped).not.toContain('"style": "postscript"');
  });

  it.each([
    ['authority', 'repositories: { new-one: { names: [N] } }', /^t\.yaml:1:17 error The archive “new-one”/m],
    [
      'authority',
      'repositories: { n: { name: N, notation: sovet } }',
      /^t\.yaml:1:41 error Unexpected notation “sovet”, expected soviet/m,
    ],
    ['authority', 'notations: { n: { extends: m } }', /^t\.yaml:1:28 error Unexpected notation “m”/m],
    [
      'authority',
      'repositries: {}',
      /^t\.yaml:1:1 error Unexpected key “repositries”, expected “repositories”/m,
    ],
    [
      'authority',
      'notations: { n: { forms: [{ unit: box }] } }',
      /^t\.yaml:1:27 error Wanted here is one or more of: “shapes”, “words” config-missing/m,
    ],
    [
      'authority',
      'notations: { n: { forms: [{ words: [x], unit: box, parts: [box], split: / }] } }',
      /^t\.yaml:1:27 error Wanted here is one and no other of: “unit”, “parts” with “split” config-missing/m,
    ],
    ['vocabulary', 'marks: { secrecy: [{ key: Bad Key, words: [x] }] }', /^t\.yaml:1:27 error /m],
    ['vocabulary', 'dates: { months: [[jan]] }', /^t\.yaml:1:18 error /m],
    ['vocabulary', 'body: { sic: [1] }', /^t\.yaml:1:15 error Unexpected 1, expected text/m],
    ['behaviours', '- { element: p, as: block }', /^t\.yaml:1:3 error Entry 1 .*"style" is missing/m],
    ['behaviours', '- { element: p, as: blok }', /^t\.yaml:1:21 error .*“block”/m],
  ])('%s: %s is refused at its place', async (kind, table, expected) => {
    const host = project({
      'a.txt': source,
      'edition.yaml': `tables:\n  ${kind}: t.yaml`,
      't.yaml': table,
    });
    const { code, stderr } = await run(['build', 'a.txt'], host);
    expect(code).toBe(1);
    expect(stderr).toMatch(expected);
    expect(stderr).toMatch(/^edition\.yaml:2:\d+ error The table t\.yaml cannot be used table-unusable/m);
    expect(names(host)).toEqual(['a.txt', 'edition.yaml', 't.yaml']);
  });

  it('tells the faults of all tables in one go', async () => {
    const { rules } = await run(
      ['check', 'a.txt'],
      project({
        'a.txt': source,
        'edition.yaml': 'tables: { authority: [x.yaml, y.yaml], vocabulary: z.yaml }',
        'x.yaml': 'repositries: {}',
        'z.yaml': 'pages: {}\nmark: {}',
      }),
    );
    expect(rules.filter((rule) => rule === 'config-key')).toHaveLength(3);
    expect(rules.filter((rule) => rule === 'table-unusable')).toHaveLength(3);
    expect(rules).toContain('source-missing');
  });

  it.each(['../x.yaml', '/etc/x.yaml', 't/../../x.yaml'])('%s is outside of the project', async (path) => {
    const { stderr, rules } = await run(
      ['check', 'a.txt'],
      project({ 'a.txt': source, 'edition.yaml': `tables: { vocabulary: [${path}] }` }),
    );
    expect(rules).toContain('config-path');
    expect(stderr).toMatch(/^edition\.yaml:1:24 error /m);
  });

  it('are read through the library, too', async () => {
    const host = project({
      'edition.yaml': 'tables: { authority: own.yaml }',
      'own.yaml': archives,
    });
    const facts = await readProject(host.absolute('edition.yaml'), 'edition.yaml', host);
    const { tables, files } = await readTables(facts.tableFiles, (path) => path, host);
    expect(files.flatMap(({ messages }) => messages)).toEqual([]);
    const { editions } = await build([{ path: 'a.txt', content: source, facts: { ...facts, tables } }], {
      host: nodeHost(),
      formats: ['tei'],
    });
    expect(new TextDecoder().decode(editions[0]?.outputs[0]?.bytes)).toContain('tambov-deeds');
  });
});
