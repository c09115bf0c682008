/** Designs that ship fit their schema and name only what there is. */
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { blockStyles, spanStyles } from '../../src/galley/types.js';
import { fraction, mm, type Design } from '../../src/typeset/design.js';

const templates = new URL('../../templates/', import.meta.url);
const schema = JSON.parse(readFileSync(new URL('schema/design.schema.json', templates), 'utf8')) as object;
const check = new Ajv({ allErrors: true, strictTypes: false }).compile<Design>(schema);
const read = (name: string): unknown => parse(readFileSync(new URL(`designs/${name}`, templates), 'utf8'));

describe.each(readdirSync(new URL('designs/', templates)))('%s', (name) => {
  const design = read(name);
  if (!check(design)) {
    it('fits the schema', () => {
      expect(check.errors).toBeNull();
    });
    return;
  }

  it('has a look for every style of the galley', () => {
    expect(Object.keys(design.blocks).sort()).toEqual([...blockStyles].sort());
    expect(Object.keys(design.spans).sort()).toEqual([...spanStyles].sort());
  });

  it('uses only faces that it names', () => {
    const used = new Set(
      [design.text, design.running.look, ...Object.values(design.blocks)].flatMap(({ face }) => face ?? []),
    );
    for (const span of Object.values(design.spans))
      for (const face of Object.values(span.face ?? {})) used.add(face);
    expect([...used].filter((face) => !(face in design.faces))).toEqual([]);
  });

  it('leaves margins around its columns, and a foot below its lines', () => {
    const { page, marginal, running } = design;
    expect(page.width - page.inner - page.measure - marginal.gap - marginal.width).toBeGreaterThan(10);
    const last = page.top + ((page.lines - 1 + design.pagination.longer.lines) * page.leading) / mm;
    expect(running.foot).toBeGreaterThan(last + 4);
    expect(page.height).toBeGreaterThan(running.foot + 8);
  });
});

describe('the schema', () => {
  it('refuses what is no design', () => {
    const reading = read('reading.yaml') as Design; // It fits: tested above.
    expect(check({ ...reading, page: { ...reading.page, lines: 0 } })).toBe(false);
    expect(check({ ...reading, text: { ...reading.text, colour: 'red' } })).toBe(false);
    expect(check({ ...reading, blocks: { ...reading.blocks, title: { leading: 'tight' } } })).toBe(false);
    const { title: _, ...blocks } = reading.blocks;
    expect(check({ ...reading, blocks })).toBe(false);
  });
});

describe('fraction', () => {
  it('reads numbers and parts of the grid', () => {
    expect(fraction(2)).toBe(2);
    expect(fraction('3/4')).toBe(0.75);
    expect(() => fraction('1/0')).toThrow(TypeError);
    expect(() => fraction('half')).toThrow(TypeError);
  });
});
