/** Every fixture and some dozens of random editions against all of TEI: its RELAX NG and its Schematron. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Schema } from 'node-schematron';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encode } from '../../src/tei/encode.js';
import { openRelaxNg, type RelaxNg } from '../../src/tei/relax-ng.js';
import { serialise } from '../../src/tei/serialise.js';
import { editionArbitrary } from '../edition/arbitrary.js';
import { pages } from '../edition/pages.js';

const read = (name: string): string => readFileSync(new URL(`../schema/${name}`, import.meta.url), 'utf8');

let relaxNg: RelaxNg;
let schematron: Schema;
beforeAll(async () => {
  relaxNg = await openRelaxNg(Buffer.from(read('tei_all.rng')));
  schematron = Schema.fromString(read('tei_all.sch'));
}, 300_000);
afterAll(() => {
  relaxNg.dispose();
});

function findings(xml: string): string[] {
  return relaxNg.findings(xml);
}

function assertions(xml: string): string[] {
  return schematron.validateString(xml).map((result) => result.message ?? 'failed');
}

test.each(Object.entries(pages))('%s is valid TEI P5', (_, edition) => {
  const xml = serialise(encode(edition, { version: '0.1.0' }));
  expect(findings(xml)).toEqual([]);
  expect(assertions(xml)).toEqual([]);
});

test('random editions are valid TEI P5', () => {
  fc.assert(
    fc.property(editionArbitrary, (edition) => {
      expect(findings(serialise(encode(edition, { version: '0.1.0' })))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('random editions pass TEI’s Schematron', () => {
  fc.assert(
    fc.property(editionArbitrary, (edition) => {
      expect(assertions(serialise(encode(edition, { version: '0.1.0' })))).toEqual([]);
    }),
    { numRuns: 24 },
  );
});

test('the checks find what is wrong', () => {
  const xml = serialise(encode(pages['telegram']!, { version: '0.1.0' }));
  expect(
    findings(
      xml.replace('<body>', '<body><opener/>').replace('<text ', '<txt ').replace('</text>', '</txt>'),
    ),
  ).not.toEqual([]);
  // Schematron only: @when excludes @from (att.datable.w3c).
  const dated = xml.replace('<date when="1950-02-08"', '<date when="1950-02-08" from="1950-02-08"');
  expect(findings(dated)).toEqual([]);
  expect(assertions(dated)).not.toEqual([]);
});
