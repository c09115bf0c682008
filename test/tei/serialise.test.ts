import fc from 'fast-check';
import { VFile } from 'vfile';
import type { Element, ElementContent, Root } from 'xast';
import { expect, test } from 'vitest';
import { maximumDepth } from '../../src/tei/depth.js';
import { teiNamespace } from '../../src/tei/namespace.js';
import { parseTei } from '../../src/tei/parse.js';
import { serialise } from '../../src/tei/serialise.js';
import { bare, one, textOf } from './trees.js';

function tree(...children: ElementContent[]): Root {
  return {
    type: 'root',
    children: [{ type: 'element', name: 'TEI', attributes: { xmlns: teiNamespace }, children }],
  };
}
function element(name: string, attributes: Record<string, string>, ...children: ElementContent[]): Element {
  return { type: 'element', name, attributes, children };
}
const text = (value: string): ElementContent => ({ type: 'text', value });

const position = { start: { line: 4, column: 2, offset: 50 }, end: { line: 4, column: 9, offset: 57 } };

test('any text that XML can hold comes back as it was', () => {
  const holdable = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 40 })
    .map((value) =>
      value.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\uD800-\uDFFF]/gu, ']]>'),
    );
  const marks = fc.string({
    unit: fc.constantFrom(']', '>', '\r', '\n', '<', '&', '"', 'x'),
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(fc.oneof(holdable, marks), (value) => {
      const read = parseTei(serialise(tree(element('p', {}, text(value)))), new VFile());
      expect(textOf(one(read, 'p'))).toBe(value);
    }),
    { numRuns: 500 },
  );
});

test('“]]>” is written so that it is well-formed, also across two texts', () => {
  expect(serialise(tree(text('a]]>b')))).toContain('a]]&gt;b');
  expect(serialise(tree(text('a]]'), text('>b')))).toContain('a]]&gt;b');
});

test('a carriage return is written as a reference, which readers keep', () => {
  const xml = serialise(tree(element('p', {}, text('a\rb\r\nc'))));
  expect(xml).toContain('a&#xD;b&#xD;\nc');
});

test.each([
  ['a control character', '\u0001', 'U+0001'],
  ['U+FFFE', '\uFFFE', 'U+FFFE'],
  ['U+FFFF', '\uFFFF', 'U+FFFF'],
  ['half a surrogate pair, high', 'x\uD83D', 'U+D83D'],
  ['half a surrogate pair, low', '\uDE00x', 'U+DE00'],
])('%s is the source’s fault, reported at its words', (_, value, name) => {
  const root = tree(element('p', {}, { type: 'text', value: `a${value}b`, position }));
  expect(() => serialise(root)).toThrow(new TypeError(`serialise: character ${name}`));
  const file = new VFile();
  const xml = serialise(root, file);
  expect(
    file.messages.map((message) => [message.ruleId, message.line, message.fatal, message.reason]),
  ).toEqual([['character-forbidden', 4, true, `Unexpected character ${name}`]]);
  expect(textOf(one(parseTei(xml, new VFile()), 'p'))).toContain('\uFFFD');
});

test('a whole surrogate pair is no half', () => {
  expect(serialise(tree(text('😀')))).toContain('😀');
});

test('white space other than spaces cannot stand in an attribute, nor can a control character', () => {
  for (const value of ['a\nb', 'a\tb', 'a\rb', 'a\u0001b']) {
    expect(() => serialise(tree(element('p', { n: value })))).toThrow(/in @n/);
    const file = new VFile();
    const xml = serialise(tree(element('p', { n: value })), file);
    expect(file.messages.map((message) => message.ruleId)).toEqual(['character-forbidden']);
    expect(parseTei(xml, file).children).toHaveLength(1);
  }
});

test('attributes with quotation marks and markup come back', () => {
  const root = tree(element('p', { n: '"<&>\'' }));
  expect(bare(parseTei(serialise(root), new VFile()))).toEqual(root);
});

test.each(['', '1p', 'a b', 'p>', 'a:b:c', '<p'])('the name %j throws', (name) => {
  expect(() => serialise(tree(element(name, {})))).toThrow(TypeError);
  expect(() => serialise(tree(element('p', { [name]: 'x' })))).toThrow(TypeError);
});

test.each([
  [{ type: 'comment', value: 'a--b' }],
  [{ type: 'comment', value: 'a-' }],
  [{ type: 'cdata', value: 'a]]>b' }],
  [{ type: 'instruction', name: 'x', value: '?>' }],
] satisfies [ElementContent][])('%j throws', (node) => {
  expect(() => serialise(tree(node))).toThrow(TypeError);
});

test('nesting 20,000 deep is reported, not a stack overflow', () => {
  let node = element('p', {});
  for (let depth = 0; depth < 20_000; depth++) node = element('seg', {}, node);
  const root = tree(node);
  expect(() => serialise(root)).toThrow(
    new TypeError(`serialise: nesting deeper than ${String(maximumDepth)} elements`),
  );
  const file = new VFile();
  expect(serialise(root, file)).toBe('');
  expect(file.messages.map((message) => message.ruleId)).toEqual(['tei-nesting']);
});

test('nesting as deep as is allowed is written', () => {
  let node = element('p', {});
  for (let depth = 0; depth < maximumDepth - 2; depth++) node = element('seg', {}, node);
  const file = new VFile();
  expect(parseTei(serialise(tree(node), file), file).children).toHaveLength(1);
  expect(file.messages).toEqual([]);
});
