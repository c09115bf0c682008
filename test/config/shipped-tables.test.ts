/** The tables that ship fit the schemas that a project's own are checked against, and leave nothing out. */
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv, type SchemaObject } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { behaviours } from '../../src/galley/behaviours.js';
import { blockStyles, spanStyles } from '../../src/galley/types.js';
import { fold, labelMeanings } from '../../src/read/vocabulary.js';
import { documentKinds } from '../../src/edition/types.js';

const templates = new URL('../../templates/', import.meta.url);
const schema = (name: string) =>
  JSON.parse(readFileSync(new URL(`schema/${name}.schema.json`, templates), 'utf8')) as SchemaObject;
const tables = (folder: string) =>
  readdirSync(new URL(folder, templates)).map((file) => ({
    name: file.replace('.yaml', ''),
    table: parse(readFileSync(new URL(`${folder}/${file}`, templates), 'utf8')) as Record<string, unknown>,
  }));
const vocabulary = Object.fromEntries(tables('vocabulary').map(({ name, table }) => [name, table]));

function faults(name: string, value: unknown): unknown[] {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strictTypes: false });
  const fits = ajv.compile(schema(name));
  fits(value);
  return (fits.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

/** Paths of the keys that a schema lists and a table has not. */
function absent(part: SchemaObject, value: unknown, root: SchemaObject, path = ''): string[] {
  const ref = part['$ref'] as string | undefined;
  const known =
    ref === undefined ? part : (root['definitions'] as Record<string, SchemaObject>)[ref.slice(14)];
  return Object.entries((known?.['properties'] ?? {}) as Record<string, SchemaObject>).flatMap(
    ([key, inner]) => {
      const child = (value as Record<string, unknown>)[key];
      return child === undefined ? [`${path}/${key}`] : absent(inner, child, root, `${path}/${key}`);
    },
  );
}

/** All texts in a value. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

describe('vocabulary', () => {
  it('fits its schema, and has every list', () => {
    expect(faults('vocabulary', vocabulary)).toEqual([]);
    expect(absent(schema('vocabulary'), vocabulary, schema('vocabulary'))).toEqual([]);
  });
  it('has no word in another form than the one that words are compared in', () => {
    expect(texts(vocabulary).filter((text) => fold(text) !== text)).toEqual([]);
  });
  it('is refused with a word that is none, or a list that nobody reads', () => {
    expect(faults('vocabulary', { body: { sic: [''] } })).toHaveLength(1);
    expect(faults('vocabulary', { body: { sics: ['x'] } })).toHaveLength(1);
  });
  it('names the meanings and kinds that the program knows', () => {
    const { definitions } = schema('vocabulary') as {
      definitions: Record<string, { properties: Record<string, { items: SchemaObject }> }>;
    };
    expect(definitions['page']?.properties['labels']?.items['properties']).toMatchObject({
      means: { enum: [...labelMeanings] },
    });
    expect(definitions['body']?.properties['kinds']?.items['properties']).toMatchObject({
      kind: { enum: [...documentKinds] },
    });
  });
});

describe('places of notes', () => {
  const at = (value: unknown, ...path: string[]): unknown =>
    path.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], value);
  const below = ['properties', 'marginalia', 'items', 'properties', 'place', 'enum'];
  const places = at(schema('sidecar'), ...below) as string[];

  it.each(tables('words'))('of a sidecar are all named in $name', ({ table }) => {
    const known = Object.keys(at(table, 'note', 'places') as object);
    // The margin is where notes are set: nothing is said of it.
    const named = places.map((place) => place.replace(/^margin ?/, '')).filter((place) => place !== '');
    expect(named.filter((place) => !known.includes(place))).toEqual([]);
  });
  it('of a sidecar are words that the TEI schema allows', () => {
    const rng = readFileSync(new URL('schema/marginalia.rng', templates), 'utf8');
    const [attribute = ''] = /<attribute name="place">.*?<\/attribute>/s.exec(rng) ?? [];
    const allowed = [...attribute.matchAll(/<value>(\w+)<\/value>/g)].map(([, word]) => word);
    expect(places.flatMap((place) => place.split(' ')).filter((word) => !allowed.includes(word))).toEqual([]);
  });
  it('of reports are the same, and the page alone', () => {
    const path = ['definitions', 'reports', 'properties', 'places', 'items', 'properties', 'place', 'enum'];
    expect(at(schema('vocabulary'), ...path)).toEqual(['page', ...places]);
  });
  it('of a sidecar are listed in docs/configuration.md', () => {
    const page = readFileSync(new URL('../docs/configuration.md', templates), 'utf8');
    expect(page).toContain(places.map((place) => `\`${place}\``).join(', '));
  });
});

describe('schemas', () => {
  /** Every part that asks for a form, by its path. */
  function formed(value: unknown, path = ''): string[] {
    if (typeof value !== 'object' || value === null) return [];
    const { pattern, examples, description } = value as Record<string, unknown>;
    const own = typeof pattern === 'string' && pattern !== '\\S' && !path.endsWith('/propertyNames');
    return [
      ...(own && examples === undefined && description === undefined ? [path] : []),
      ...(own &&
      Array.isArray(examples) &&
      !examples.every((one) => new RegExp(pattern, 'u').test(String(one)))
        ? [`${path}/examples`]
        : []),
      ...Object.entries(value).flatMap(([key, inner]) => formed(inner, `${path}/${key}`)),
    ];
  }
  it.each(['edition', 'sidecar', 'design', 'authority', 'vocabulary', 'behaviours'])(
    '%s shows every form that it asks for, by examples that fit or in words',
    (name) => {
      expect(formed(schema(name))).toEqual([]);
    },
  );
});

describe('authority', () => {
  it.each(tables('authority'))('$name fits its schema', ({ table }) => {
    expect(faults('authority', table)).toEqual([]);
  });
  it('has every list of phrases', () => {
    const root = schema('authority');
    const phrases = tables('authority').find(({ name }) => name === 'phrases')?.table['phrases'];
    expect(absent({ $ref: '#/definitions/phrases' }, phrases, root)).toEqual([]);
  });
});

describe('behaviours', () => {
  it('fit their schema, which knows every style', () => {
    expect(faults('behaviours', JSON.parse(JSON.stringify(behaviours)))).toEqual([]);
    const { items } = schema('behaviours') as { items: { properties: Record<string, SchemaObject> } };
    expect(new Set(items.properties['style']?.['enum'] as string[])).toEqual(
      new Set([...blockStyles, ...spanStyles]),
    );
    expect(items.properties['paragraphs']?.['enum']).toEqual([...blockStyles]);
    expect(items.properties['span']?.['enum']).toEqual([...spanStyles]);
  });
});

describe('designs', () => {
  it.each(tables('designs'))('$name fits its schema', ({ table }) => {
    expect(faults('design', table)).toEqual([]);
  });
});
