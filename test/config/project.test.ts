import { describe, expect, it } from 'vitest';
import { findProjectFile, readProject, type Project } from '../../src/config/project.js';
import { diagnosticsOf } from '../../src/diagnostics/format.js';
import { memoryHost } from '../../src/host/memory.js';

async function project(text: string): Promise<{ project: Project; told: string[] }> {
  const host = memoryHost({ '/p/edition.yaml': text });
  const found = await readProject('/p/edition.yaml', 'edition.yaml', host);
  const told = diagnosticsOf(found.file).map(
    ({ line, column, ruleId, message }) => `${String(line)}:${String(column)} ${ruleId} ${message}`,
  );
  return { project: found, told };
}

describe('edition.yaml', () => {
  it('is found upward, the nearest first', async () => {
    const host = memoryHost({ '/p/edition.yaml': '', '/p/vol/edition.yaml': '', '/q/a.txt': '' });
    expect(await findProjectFile('/p/vol/sources', host)).toBe('/p/vol/edition.yaml');
    expect(await findProjectFile('/p', host)).toBe('/p/edition.yaml');
    expect(await findProjectFile('/q', host)).toBeUndefined();
    expect(await findProjectFile('/', host)).toBeUndefined();
  });

  it('says what the edition is', async () => {
    const { project: found, told } = await project(
      [
        'title: Telegrams',
        'sources: [letters, telegrams]',
        'out: built/here',
        'design: reading',
        'languages: [en, ru]',
        'date: 2024-02-29',
        'editors:',
        '  - name: Ada Example',
        '    orcid: https://orcid.org/0000-0002-1825-0097',
        '    role: edited by',
        'publisher: A Press',
        'licence: { text: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/" }',
        'identifier: { type: DOI, value: 10.5555/12345678 }',
        'version: 1.0',
      ].join('\n'),
    );
    expect(told).toEqual([]);
    expect(found).toMatchObject({
      sources: ['/p/letters', '/p/telegrams'],
      out: '/p/built/here',
      design: 'reading',
      languages: ['en', 'ru'],
      date: '2024-02-29',
      editors: [{ id: 'editor-1', name: 'Ada Example', orcid: '0000-0002-1825-0097', role: 'edited by' }],
      publication: {
        series: 'Telegrams',
        publisher: 'A Press',
        licence: { text: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
        identifier: { type: 'DOI', value: '10.5555/12345678' },
        version: '1.0',
      },
    });
  });

  it('takes a licence in words', async () => {
    expect((await project('licence: All rights reserved')).project.publication.licence).toEqual({
      text: 'All rights reserved',
    });
  });

  it.each([
    ['tilte: x', '1:1 config-key Unexpected key “tilte”, expected “title”'],
    ['date: 2023-02-29', '1:7 config-value Unexpected 2023-02-29, expected a day of the calendar'],
    ['editors:\n  - orcid: 0000-0002-1825-0097', '2:5 config-missing The key “name” is missing here'],
    [
      'languages: english!',
      '1:12 config-value Unexpected “english!”, expected the form of en or zh-Hant (Languages',
    ],
    ['title: [a]', '1:8 config-value Unexpected list, expected text'],
    ['title:', '1:7 config-value Unexpected nothing, expected text'],
    ['sources: ../elsewhere', '1:10 config-path The path “../elsewhere” leads out of the project'],
    ['sources: [ok, /etc]', '1:15 config-path The path “/etc” leads out of the project'],
    ['out: a/../../b', '1:6 config-path The path “a/../../b” leads out of the project'],
    [
      'licence: { text: x, url: ftp://a }',
      '1:26 config-value Unexpected “ftp://a”, expected the form of https://',
    ],
    ['- a list', '1:1 config-value Unexpected list, expected a mapping of keys'],
  ])('%j is refused at its place', async (text, expected) => {
    const { told } = await project(text);
    expect(told.some((line) => line.startsWith(expected))).toBe(true);
  });

  it('checks the check digit of an ORCID iD', async () => {
    const { told } = await project('editors: [{ name: A, orcid: 0000-0002-1825-0098 }]');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^1:29 config-value .*check digit/);
    expect((await project('editors: [{ name: A, orcid: 0000-0002-1694-233X }]')).told).toEqual([]);
  });

  it('tells all faults in one go', async () => {
    const { told } = await project('tilte: x\ndesing: y\ndate: soon\n');
    expect(told.map((line) => line.split(' ')[1])).toEqual(['config-key', 'config-key', 'config-value']);
    const more = await project(
      'tilte: x\nsources: ../s\ndate: 2023-02-29\neditors:\n  - { orcid: 0000-0002-1825-0097 }\n  - { name: B, orcid: 0000-0002-1825-0098 }\n',
    );
    expect(more.told.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      '1:1 config-key',
      '2:10 config-path',
      '3:7 config-value',
      '5:5 config-missing',
      '6:23 config-value',
    ]);
    expect(more.project).toMatchObject({ editors: [], languages: [] });
  });
});
