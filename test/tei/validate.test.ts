import { readFileSync } from 'node:fs';
import { VFile } from 'vfile';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encode } from '../../src/tei/encode.js';
import { elementNames } from '../../src/tei/names.js';
import { serialise } from '../../src/tei/serialise.js';
import { openTeiValidator, validateTei, type TeiValidator } from '../../src/tei/validate.js';
import { pages } from '../edition/pages.js';
import { telegram } from '../edition/telegram.js';
import { repository } from './trees.js';

let validator: TeiValidator;
beforeAll(async () => {
  validator = await openTeiValidator(repository);
});
afterAll(() => {
  validator.dispose();
});

const xml = serialise(encode(telegram, { version: '0.1.0' }));

function findings(text: string): string[] {
  const file = new VFile();
  validator.validate(text, file);
  expect(file.messages.every((message) => message.ruleId === 'tei-invalid' && message.fatal === true)).toBe(
    true,
  );
  return file.messages.map((message) => message.reason);
}

function changed(from: string | RegExp, to: string): string {
  const text = xml.replace(from, to);
  expect(text).not.toBe(xml);
  return text;
}

test.each(Object.entries(pages))('%s is valid by our schema', async (_, edition) => {
  const file = new VFile();
  await validateTei(serialise(encode(edition, { version: '0.1.0' })), file, repository);
  expect(file.messages.map(String)).toEqual([]);
});

/** Valid TEI, every one of them, or nearly so: our schema is to be narrower. */
test.each([
  ['an element of TEI that we do not write', '<p xml:id="p1">', '<p xml:id="p1"><foreign/>'],
  ['an attribute that we do not write', '<p xml:id="p1">', '<p xml:id="p1" rend="x">'],
  ['a certainty that is none', 'cert="low"', 'cert="unknown"'],
  ['a type of division that is none', 'div type="telegram"', 'div type="chapter"'],
  ['a place that is none', 'place="margin"', 'place="somewhere"'],
  ['a date that is none', 'when="1950-02-08"', 'when="1950-02-30"'],
  ['a time that is none', 'when-iso="10:10"', 'when-iso="25:10"'],
  ['a checksum that is none', /[0-9a-f]{64}/, 'abc'],
  ['a unit of shelfmarks that is none', 'idno type="fond"', 'idno type="shelf"'],
  ['a leaf with a space', 'from="125"', 'from="125 v"'],
  ['a paragraph without id', '<p xml:id="p1">', '<p>'],
  ['a marginal note without report', ' corresp="#report-1"', ''],
  ['a marginal note without words or sign', /<quote>it is possible<\/quote>/, ''],
  ['a paragraph after its division', '</body>', '<p xml:id="p99"/></body>'],
  ['words between the items of a list', '<label>2.</label>', 'words<label>2.</label>'],
  ['a header without a change', /<revisionDesc>.*<\/revisionDesc>/, ''],
  ['a language that is none', 'ident="ru"', 'ident="russian language"'],
  ['another namespace', 'xmlns="http://www.tei-c.org/ns/1.0"', 'xmlns="urn:x"'],
])('%s is found', (_, from, to) => {
  expect(findings(changed(from, to))).not.toEqual([]);
});

test.each([
  ['ref', '<repository ref="#aprf">', '<repository ref="#nowhere">'],
  ['hand', 'hand="#hand-stalin"', 'hand="#nowhere"'],
  ['target', 'target="#pt1 #pt2 #pt3"', 'target="#pt1 #nowhere #pt3"'],
  ['corresp', 'corresp="#report-1"', 'corresp="#nowhere"'],
  ['scheme', 'scheme="#copy-1-leaves"', 'scheme="#nowhere"'],
  ['ana', 'ana="#strictly-secret"', 'ana="#nowhere"'],
  ['resp', 'resp="#marginalia"', 'resp="#nowhere"'],
  ['source', 'source="#transcript"', 'source="#nowhere"'],
  ['scribeRef', 'scribeRef="#stalin"', 'scribeRef="#nowhere"'],
  ['who', 'who="#marginalia"', 'who="#nowhere"'],
])('a @%s that leads nowhere is found', (name, from, to) => {
  expect(findings(changed(from, to))).toEqual([
    expect.stringMatching(new RegExp(`/@${name} that leads nowhere: "#nowhere"`)),
  ]);
});

test('an id that occurs twice is found', () => {
  expect(findings(changed('xml:id="p2"', 'xml:id="p1"')).join()).toContain('xml:id="p1"');
});

test('ill-formed text is found and nothing throws', () => {
  expect(findings('<TEI')).not.toEqual([]);
  expect(findings('')).not.toEqual([]);
});

test('the schema defines exactly the elements that the encoder can write', () => {
  const schema = readFileSync(new URL('../../templates/schema/marginalia.rng', import.meta.url), 'utf8');
  const defined = new Set([...schema.matchAll(/<element name="([^"]+)"/g)].map((match) => match[1]));
  expect([...defined].sort()).toEqual([...elementNames].sort());
});

test('every definition of the schema is used', () => {
  const schema = readFileSync(new URL('../../templates/schema/marginalia.rng', import.meta.url), 'utf8');
  const defined = [...schema.matchAll(/<define name="([^"]+)"/g)].map((match) => match[1]);
  const used = new Set([...schema.matchAll(/<ref name="([^"]+)"/g)].map((match) => match[1]));
  expect(defined.filter((name) => !used.has(name))).toEqual([]);
});
