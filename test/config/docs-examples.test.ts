/** What docs/configuration.md shows as complete is taken as it stands: nobody is taught what is then refused. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { page, project, run, textOf } from '../cli/terminal.js';

const root = new URL('../../', import.meta.url);
const docs = readFileSync(new URL('docs/configuration.md', root), 'utf8');
const sample = readFileSync(new URL('sources/1950-02-07-shtykov-vyshinsky.txt', root), 'utf8');
const examples = new Map(
  [...docs.matchAll(/<!-- complete example: (\S+) -->\s+```yaml\n(.*?)```/gs)].map(
    ([, name = '', yaml = '']) => [name, yaml],
  ),
);

test('the complete examples build the telegram without an error', async () => {
  expect([...examples.keys()]).toEqual(['edition.yaml', 'tables/words.yaml', 'sidecar']);
  const host = project({
    'edition.yaml': examples.get('edition.yaml') ?? '',
    'tables/words.yaml': examples.get('tables/words.yaml') ?? '',
    'telegrams/telegram.txt': sample,
    'telegrams/telegram.yaml': examples.get('sidecar') ?? '',
    'letters/letter.txt': page(),
  });
  const { code, stderr } = await run(['build', '--format', 'tei'], host);
  expect(stderr.split('\n').filter((line) => / error /.test(line))).toEqual([]);
  expect(code).toBe(0);
  const tei = textOf(host, 'dist/telegram.xml');
  expect(tei).toContain('<idno type="wikidata">Q855</idno>');
  expect(tei).toContain('They went in the autumn.');
  expect(tei).toContain('appeal to Comrade <persName ref="#stalin" resp="#editor-1">Stalin</persName>');
});
