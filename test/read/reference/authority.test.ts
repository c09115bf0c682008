import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { extendAuthority, type AuthorityFile } from '../../../src/read/authority.js';
import { readReference } from '../../../src/read/reference/index.js';
import { authorityFiles, tables } from './tables.js';

const start = { line: 1, column: 1, offset: 0 };
const copiesOf = (text: string, authority = tables) =>
  readReference(text, start, authority, new VFile()).copies;

describe('the tables that ship', () => {
  it('fit their schema', () => {
    const schema = JSON.parse(
      readFileSync(new URL('../../../templates/schema/authority.schema.json', import.meta.url), 'utf8'),
    ) as object;
    const validate = new Ajv({ allErrors: true }).compile(schema);
    for (const [name, file] of Object.entries(authorityFiles)) {
      expect(validate(file), `${name}: ${JSON.stringify(validate.errors)}`).toBe(true);
    }
  });

  it('name only notations that there are', () => {
    const keys = new Set(Object.keys(tables.notations));
    for (const { notation } of Object.values(tables.repositories))
      if (notation !== undefined) expect(keys).toContain(notation);
    for (const { extends: parent } of Object.values(tables.notations))
      if (parent !== undefined) expect(keys).toContain(parent);
  });

  it.each(Object.keys(tables.repositories))(
    '%s is found under each of its names and abbreviations',
    (key) => {
      const entry = tables.repositories[key];
      const names = [entry?.name, ...(entry?.names ?? []), ...(entry?.former?.names ?? [])];
      const short = [...(entry?.abbreviations ?? []), ...(entry?.former?.abbreviations ?? [])];
      for (const name of [...names, ...short]) {
        if (name === undefined) continue;
        // What follows decides between archives of one name; no other archive may ever be taken.
        const found = [`${name}, fond 5, opis 6`, `${name}, ${entry?.evidence?.[0] ?? 'Box'} 5`].map(
          (text) => copiesOf(text)[0]?.repository,
        );
        expect(found.map((repository) => (repository?.known === true ? repository.key : key))).toEqual([
          key,
          key,
        ]);
        expect([name, found.some((repository) => repository?.key === key)]).toEqual([name, true]);
      }
    },
  );

  it('give each abbreviation to one archive, or to several that the words after it tell apart', () => {
    const owners = new Map<string, string>();
    for (const [key, entry] of Object.entries(tables.repositories)) {
      for (const short of [...(entry.abbreviations ?? []), ...(entry.former?.abbreviations ?? [])]) {
        const other = owners.get(short) ?? key;
        const toldApart = entry.evidence && tables.repositories[other]?.evidence;
        if (!toldApart) expect(other, short).toBe(key);
        owners.set(short, key);
      }
    }
  });
});

describe('a project’s own tables', () => {
  const extra: AuthorityFile = {
    repositories: {
      'tambov-regional': {
        name: 'Tambov Regional Archive',
        abbreviations: ['GATO'],
        country: 'Russia',
        settlement: 'Tambov',
        notation: 'tambov',
      },
      aprf: { names: ['Kremlin Archive'] },
    },
    notations: { tambov: { extends: 'soviet', labels: [{ unit: 'box', words: ['yashchik'] }] } },
    phrases: { lacuna: { after: ['lost in transit'] }, languages: { latin: 'la' } },
  };
  const own = extendAuthority(tables, extra);

  it('bring archives with notations of their own', () => {
    const [copy] = copiesOf('GATO, f. R-3, op. 1, yashchik 5', own);
    expect(copy?.repository).toMatchObject({ key: 'tambov-regional', known: true, settlement: 'Tambov' });
    expect(copy?.shelfmark.map(({ unit, text }) => [unit, text])).toEqual([
      ['fond', 'R-3'],
      ['opis', '1'],
      ['box', '5'],
    ]);
  });

  it('complete archives that are there', () => {
    const [copy] = copiesOf('Kremlin Archive, f. 3, op. 1, d. 2', own);
    expect(copy?.repository).toMatchObject({ key: 'aprf', country: 'Russia' });
    expect(copiesOf('AP RF, f. 3, op. 1, d. 2', own)[0]?.repository?.key).toBe('aprf');
  });

  it('add words', () => {
    const [copy] = copiesOf('APRF, Fond 3, Opis lost in transit. Original in Latin', own);
    expect(copy?.lacunae.map(({ text }) => text)).toEqual(['Opis lost in transit']);
    expect(copy?.language?.value).toBe('la');
  });

  it('do not touch the tables they are laid over', () => {
    expect(copiesOf('Kremlin Archive, f. 3, op. 1, d. 2')[0]?.repository?.key).not.toBe('aprf');
    expect(tables.repositories['tambov-regional']).toBeUndefined();
  });

  it('may name a notation that is not there, or one that extends itself', () => {
    const odd = extendAuthority(tables, {
      repositories: {
        odd: { name: 'Odd Archive', notation: 'nowhere' },
        round: { name: 'Round Archive', notation: 'a' },
      },
      notations: { a: { extends: 'b' }, b: { extends: 'a' } },
    });
    expect(copiesOf('Odd Archive, f. 1', odd)[0]?.repository?.key).toBe('odd');
    expect(copiesOf('Round Archive, f. 1', odd)[0]?.repository?.key).toBe('round');
  });
});
