/** The authority tables that ship, read as they stand in the repository. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { assembleAuthority, type AuthorityFile } from '../../../src/read/authority.js';

const folder = new URL('../../../templates/authority/', import.meta.url);

export const authorityFiles: Record<string, AuthorityFile> = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    // The schema test checks their form.
    .map((name) => [
      name.replace(/\.yaml$/, ''),
      parse(readFileSync(new URL(name, folder), 'utf8')) as AuthorityFile,
    ]),
);

export const tables = assembleAuthority(authorityFiles);
