/** The shipped words of the interface, read from YAML as a project's own would be. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { checkWords, type Words, type WordsTable } from '../../src/galley/words.js';

const folder = new URL('../../templates/words/', import.meta.url);

export const rawWords: ReadonlyMap<string, unknown> = new Map(
  readdirSync(folder)
    .sort()
    .map((name) => [
      name.replace(/\.yaml$/, ''),
      parse(readFileSync(new URL(name, folder), 'utf8')) as unknown,
    ]),
);

function isWords(value: unknown): value is Words {
  return checkWords(value).length === 0;
}

export const wordsTable: WordsTable = Object.fromEntries(
  [...rawWords].flatMap(([lang, words]) => (isWords(words) ? [[lang, words]] : [])),
);

/** Words of a language that is known to be there. */
export function words(lang: string): Words {
  const found = wordsTable[lang];
  if (!found)
    throw new Error(`templates/words/${lang}.yaml is missing or has not the shape of a table of words`);
  return found;
}
