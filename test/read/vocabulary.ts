/** Tables of the reader, read from templates/ as they stand, for tests that need no compiled program. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { assembleAuthority, type AuthorityFile } from '../../src/read/authority.js';
import type { Vocabulary } from '../../src/read/vocabulary.js';

function table(folder: string, name: string): unknown {
  return parse(readFileSync(new URL(`../../templates/${folder}/${name}.yaml`, import.meta.url), 'utf8'));
}

// The files are ours; a wrong shape shows in the tests that read with them.
export const vocabulary: Vocabulary = {
  page: table('vocabulary', 'page') as Vocabulary['page'],
  marks: table('vocabulary', 'marks') as Vocabulary['marks'],
  titles: table('vocabulary', 'titles') as Vocabulary['titles'],
  dates: table('vocabulary', 'dates') as Vocabulary['dates'],
  body: table('vocabulary', 'body') as Vocabulary['body'],
  reports: table('vocabulary', 'reports') as Vocabulary['reports'],
};

export const authority = assembleAuthority(
  Object.fromEntries(
    ['repositories', 'notations', 'phrases'].map((name) => [name, table('authority', name) as AuthorityFile]),
  ),
);
