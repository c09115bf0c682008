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
