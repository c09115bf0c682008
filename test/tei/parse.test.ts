import fc from 'fast-check';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseTei } from '../../src/tei/parse.js';
import { all, one, textOf } from './trees.js';

const open = '<TEI xmlns="http://www.tei-c.org/ns/1.0">';

function messages(xml: string): [string | undefined, number | undefined, number | undefined][] {
  const file = new VFile();
  parseTei(xml, file);
  return file.messages.map((message) => [message.ruleId, message.line, message.column]);
}

test('a file that is in order has no message, and positions', () => {
  const file = new VFile();
  const root = parseTei(`<?xml version="1.0"?>\n<!-- c -->\n${open}\n<p>x</p></TEI>\n`, file);
  expect(file.messages).toEqual([]);
  expect(one(root, 'p').position?.start).toEqual({ line: 4, column: 1, offset: 75 });
});

test.each([
  ['an open element', `${open}\n  <p>`],
  ['crossed tags', `${open}<p><hi></p></hi></TEI>`],
  ['no element', 'words'],
  ['nothing', ''],
  ['a control character', `${open}\u0001</TEI>`],
  ['two roots', `${open}</TEI>${open}</TEI>`],
  ['an attribute twice', `${open}<p n="1" n="2"/></TEI>`],
])('%s is reported as ill-formed, once, and nothing throws', (_, xml) => {
  const file = new VFile();
  expect(parseTei(xml, file)).toEqual({ type: 'root', children: [] });
  expect(file.messages.map((message) => message.ruleId)).toEqual(['tei-ill-formed']);
  expect(file.messages[0]?.fatal).toBe(true);
});

test('an ill-formed place has its line and column', () => {
  expect(messages(`${open}\n  <p></q>\n</TEI>`)).toEqual([['tei-ill-formed', 2, 6]]);
});

test('entities are refused: external, internal, and undefined', () => {
  const internal = `<!DOCTYPE TEI [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>\n${open}<p>&b;</p></TEI>`;
  const external = `<!DOCTYPE TEI [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n${open}<p>&a;</p></TEI>`;
  for (const xml of [internal, external, `${open}\n<p>&mdash;</p></TEI>`]) {
    const [first, ...rest] = messages(xml);
    expect(rest).toEqual([]);
    expect(first?.slice(0, 2)).toEqual(['tei-entity', 2]);
  }
});

test('a second element with one xml:id is a warning that shows the first', () => {
  const file = new VFile();
  const root = parseTei(`${open}<p xml:id="a"/>\n<p xml:id="b"/>\n<p xml:id="a"/></TEI>`, file);
  expect(all(root, 'p')).toHaveLength(3);
  expect(file.messages.map(({ ruleId, line, fatal }) => [ruleId, line, fatal])).toEqual([
    ['tei-duplicate-id', 3, false],
  ]);
  expect(file.messages[0]).toMatchObject({ related: [{ position: { start: { line: 1 } } }] });
});

test('a prefix for the TEI namespace is taken off', () => {
  const file = new VFile();
  const root = parseTei('<t:TEI xmlns:t="http://www.tei-c.org/ns/1.0"><t:p>x</t:p></t:TEI>', file);
  expect(file.messages).toEqual([]);
  expect(textOf(one(root, 'p'))).toBe('x');
});

test('other namespaces are reported once each and kept', () => {
  const file = new VFile();
  const root = parseTei(
    `${open}<m:math xmlns:m="http://www.w3.org/1998/Math/MathML"><m:mi>a</m:mi></m:math><p xmlns="urn:x"><q/></p><s/></TEI>`,
    file,
  );
  expect(file.messages.map(({ ruleId, reason }) => [ruleId, reason.split(',')[0]])).toEqual([
    ['tei-namespace', 'Unexpected namespace http://www.w3.org/1998/Math/MathML'],
    ['tei-namespace', 'Unexpected namespace urn:x'],
  ]);
  expect(all(root, 'm:mi')).toHaveLength(1);
});

test('a TEI element without the namespace is read with a warning; another root is refused', () => {
  expect(messages('<TEI><p/></TEI>').map(([rule]) => rule)).toEqual(['tei-namespace']);
  expect(messages('<html xmlns="http://www.w3.org/1999/xhtml"/>').map(([rule]) => rule)).toEqual([
    'tei-namespace',
    'tei-root',
  ]);
});

test('20,000 open elements are refused at the place where it is too deep', () => {
  const xml = `${open}\n${'<seg>'.repeat(20_000)}${'</seg>'.repeat(20_000)}</TEI>`;
  const file = new VFile();
  expect(parseTei(xml, file).children).toEqual([]);
  expect(file.messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([['tei-nesting', 2]]);
  // Tags in comments, sections and attribute values do not count, nor do elements side by side.
  const flat = `${open}<!--${'<a>'.repeat(300)}--><![CDATA[${'<a>'.repeat(300)}]]>${'<p n="&lt;>"/>'.repeat(300)}${'<p></p>'.repeat(300)}</TEI>`;
  expect(messages(flat)).toEqual([]);
});

test('no text throws', () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    '</',
    '/>',
    '<p',
    '<p>',
    '</p>',
    '"',
    "'",
    '=',
    '&',
    ';',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
    '<!DOCTYPE x [',
    ']>',
    open,
    '</TEI>',
    'x',
    '\u0000',
    '\uD800',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
      parseTei(parts.join(''), new VFile());
    }),
    { numRuns: 1000 },
  );
});
