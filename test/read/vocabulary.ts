/** Tables of the reader, read from templates/ as they stand, for tests that need no compiled program. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { assembleAuthority, type AuthorityFile } from '../../src/read/authority.js';
import type { Vocabulary } from '../../src/read/vocabulary.js';

function table(folder: string, name: string): unknown {
  return parse(readFileSync(new URL(`../../templates/${folder}/${name}.yaml`, import.meta.url), 'utf8'));
}

export const vocabulary = Object.fromEntries(
  ['page', 'marks', 'dates', 'body', 'reports'].map((name) => [name, table('vocabulary', name)]),
) as unknown as Vocabulary;

export const authority = assembleAuthority(
  Object.fromEntries(
    ['repositories', 'notations', 'phrases'].map((name) => [name, table('authority', name) as AuthorityFile]),
  ),
);
