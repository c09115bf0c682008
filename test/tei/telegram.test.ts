import { readFileSync } from 'node:fs';
import { VFile } from 'vfile';
import type { Element } from 'xast';
import { expect, test } from 'vitest';
import { encode } from '../../src/tei/encode.js';
import { parseTei } from '../../src/tei/parse.js';
import { serialise } from '../../src/tei/serialise.js';
import { telegram } from '../edition/telegram.js';
import { one, transcribed } from './trees.js';

/**
 * Parts in which our TEI differs from the worked example: prose made by rule, and the change that the profile asks for.
 * Their wording is tested in editorial-declaration.test.ts.
 */
const ours = new Set(['editorialDecl', 'revisionDesc']);

/** An element as lines: names, attributes, words; white space between elements does not count. */
function outline(node: Element, depth = 0): string[] {
  if (ours.has(node.name)) return [];
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${value ?? ''}"`);
  const indent = '  '.repeat(depth);
  return [
    `${indent}${node.name}${attributes.join('')}`,
    ...node.children.flatMap((child) =>
      child.type === 'element'
        ? outline(child, depth + 1)
        : child.type === 'text' && child.value.trim() !== ''
          ? [`${indent}  | ${child.value.replace(/[ \t\n]+/g, ' ')}`]
          : [],
    ),
  ];
}

const example = parseTei(
  readFileSync(new URL('../fixtures/tei/worked-example.xml', import.meta.url), 'utf8'),
  new VFile(),
);

test('the telegram is encoded as the worked example has it, element by element', () => {
  const tei = encode(telegram, { version: '0.1.0' });
  expect(outline(one(tei, 'TEI'))).toEqual(outline(one(example, 'TEI')));
});

test('spaces of the transcription are where the worked example has them', () => {
  const wordsOf = (root: typeof example): string[] => transcribed(root).split(/[ \t\n]+/);
  expect(wordsOf(encode(telegram, { version: '0.1.0' }))).toEqual(wordsOf(example));
});

test('no line of the file ends in a space, none is longer than a paragraph', () => {
  const xml = serialise(encode(telegram, { version: '0.1.0' }));
  expect(xml.split('\n').filter((line) => /[ \t]$/.test(line))).toEqual([]);
  expect(
    xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">\n'),
  ).toBe(true);
  expect(xml.endsWith('</TEI>\n')).toBe(true);
});
