import { describe, expect, it } from 'vitest';
import { build, memoryHost, nodeHost, noFacts, Press, type Source } from '../../src/index.js';
import { page } from '../cli/terminal.js';

const host = nodeHost();

describe('the library', () => {
  it('builds in memory what the command builds', async () => {
    const source: Source = { path: 'letters/a.txt', content: page() };
    const { editions, diagnostics } = await build([source], { host });
    const [edition] = editions;
    expect(edition).toMatchObject({ source: 'letters/a.txt', stem: 'a' });
    expect(edition?.outputs.map(({ name }) => name)).toEqual(['a.xml', 'a.pdf', 'a.epub']);
    expect(edition?.chrome.map(({ text }) => text)).toContain('Skip to content');
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('takes text and bytes, with any line ends, for the same', async () => {
    const text = page();
    const contents = [text, new TextEncoder().encode(text)];
    const { editions } = await build(
      contents.map((content) => ({ path: 'a.txt', content })),
      { host, formats: ['tei'] },
    );
    expect(editions[0]?.outputs).toEqual(editions[1]?.outputs);
    const tei = async (content: string): Promise<string> => {
      const built = await build([{ path: 'a.txt', content }], { host, formats: ['tei'] });
      const bytes = built.editions[0]?.outputs[0]?.bytes;
      return new TextDecoder().decode(bytes).replace(/[0-9a-f]{64}/g, '');
    };
    expect(await tei(text.replaceAll('\n', '\r\n'))).toBe(await tei(text));
    expect(await tei(text.replaceAll('\n', '\r'))).toBe(await tei(text));
  });

  it('reports lone surrogates of a text', async () => {
    const { editions, diagnostics } = await build(
      [{ path: 'a.txt', content: page('A \uD800 stands here.') }],
      { host },
    );
    expect(diagnostics).toMatchObject([{ ruleId: 'character-forbidden', line: 17, column: 3 }]);
    expect(editions[0]?.outputs).toEqual([]);
  });

  it('keeps the diagnostics of a sidecar apart', async () => {
    const source = { path: 'a.txt', content: page(), sidecar: { path: 'a.yaml', content: 'tilte: T' } };
    const { editions, diagnostics } = await build([source], { host, formats: ['tei'] });
    expect(diagnostics).toMatchObject([{ file: 'a.yaml', ruleId: 'config-key' }]);
    expect(editions[0]?.outputs).toEqual([]);
  });

  it('tells of a font that is not installed', async () => {
    const bare = memoryHost({}, { shipped: { ...host, font: () => Promise.resolve(undefined) } });
    const { diagnostics } = await build([{ path: 'a.txt', content: page() }], {
      host: bare,
      formats: ['pdf', 'epub'],
    });
    const [missing, ...others] = diagnostics.filter(({ severity }) => severity === 'error');
    expect(others).toEqual([]);
    expect(missing).toMatchObject({ ruleId: 'font-missing' });
    expect(missing?.hint).toContain('npm install @expo-google-fonts/');
  });

  it('keeps a failure of the program with its source', async () => {
    const broken = { ...host, font: () => Promise.reject(new TypeError('no fonts today')) };
    const sources = ['a.txt', 'b.txt'].map((path) => ({ path, content: page() }));
    const { editions, diagnostics } = await build(sources, { host: broken, formats: ['tei', 'pdf'] });
    expect(editions.map(({ failure }) => failure)).toEqual([expect.any(TypeError), expect.any(TypeError)]);
    expect(diagnostics.filter(({ ruleId }) => ruleId === 'internal-error')).toHaveLength(2);
    expect(editions.flatMap(({ outputs }) => outputs)).toEqual([]);
  });

  it('makes each source from its own facts', async () => {
    const facts = { ...noFacts(), publication: { series: 'A series' } };
    const { editions } = await build(
      [
        { path: 'a.txt', content: page(), facts },
        { path: 'b.txt', content: page() },
      ],
      { host, formats: ['tei'] },
    );
    const texts = editions.map(({ outputs }) => new TextDecoder().decode(outputs[0]?.bytes));
    expect(texts.map((text) => text.includes('A series'))).toEqual([true, false]);
  });

  it('takes the language of the edition for a text that does not tell its own', async () => {
    const content = page('').replace(/On 1 March .*/, 'Qwx zvb njk, plm rtg.');
    const language = async (languages: string[]): Promise<string | undefined> => {
      const facts = { ...noFacts(), languages };
      const { editions } = await build([{ path: 'a.txt', content, facts }], { host, formats: ['tei'] });
      return /<text xml:lang="([^"]*)"/.exec(new TextDecoder().decode(editions[0]?.outputs[0]?.bytes))?.[1];
    };
    expect(await language([])).toBe('und');
    expect(await language(['cy', 'en'])).toBe('cy');
  });

  it('keeps what an editor says of a person in the TEI, and calls it from nowhere', async () => {
    const sidecar = { path: 'a.yaml', content: 'persons: [{ name: Petrov, note: Deputy in 1951. }]' };
    const content = page();
    const press = new Press({
      host,
      facts: { ...noFacts(), editors: [{ id: 'editor-1', name: 'A. Editor' }] },
    });
    const source = { path: 'a.txt', content, sidecar };
    const { view: tei, files } = await press.inspect(source, 'tei');
    const { view: galley } = await press.inspect(source, 'galley');
    await press.close();
    expect(files.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))).not.toContain(
      'name-not-found',
    );
    expect(tei).toContain('<note>Deputy in 1951.</note>');
    expect(JSON.stringify(galley)).not.toContain('Deputy in 1951.');
  });
});
