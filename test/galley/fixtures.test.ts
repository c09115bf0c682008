/** Each fixture is a TEI document with its galley beside it; the galley is compared whole, but for positions. */
import { readdirSync, readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { galleyOf } from './reading.js';

const folder = new URL('fixtures/', import.meta.url);
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.xml'))
  .sort();
const languages: Readonly<Record<string, string>> = { 'letter.xml': 'de', 'conversation.xml': 'ru' };

/** The galley as YAML in the form that the formatter of this repository gives it. */
async function yamlOf(name: string): Promise<string> {
  const { galley, file } = galleyOf(readFileSync(new URL(name, folder), 'utf8'), {
    lang: languages[name] ?? 'en',
    teiFile: name,
  });
  const plain: unknown = JSON.parse(
    JSON.stringify(galley, (key, value: unknown) => (key === 'position' ? undefined : value)),
  );
  const diagnostics = file.messages.map((message) => `${String(message.ruleId)}: ${message.reason}`);
  const target = new URL(name.replace(/\.xml$/, '.galley.yaml'), folder);
  return format(stringify({ diagnostics, galley: plain }, { lineWidth: 0 }), {
    ...(await resolveConfig(target)),
    parser: 'yaml',
  });
}

describe('fixtures', () => {
  it.each(cases)('%s', async (name) => {
    await expect(await yamlOf(name)).toMatchFileSnapshot(
      new URL(name.replace(/\.xml$/, '.galley.yaml'), folder).pathname,
    );
  });
});
