import fc from 'fast-check';
import { expect, test } from 'vitest';
import { legibleJson } from '../../src/cli/json.js';

test('is the JSON that a program reads', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      expect(JSON.parse(legibleJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  const odd = { a: undefined, b: [undefined, Number.NaN], c: new Map([[1, 2]]), children: [], d: {} };
  expect(JSON.parse(legibleJson(odd))).toEqual(JSON.parse(JSON.stringify(odd)));
  expect(legibleJson(odd)).toBe('{ "b": [null, null], "c": {}, "d": {}, "children": [] }');
});

test('breaks what is longer than a line, a node’s own facts before its children', () => {
  const position = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 9, offset: 8 } };
  const node = {
    type: 'paragraph',
    children: [{ type: 'text', value: 'w'.repeat(100), position }],
    position,
    data: { rule: 'x' },
  };
  expect(legibleJson(node)).toBe(
    [
      '{',
      '  "data": { "rule": "x" },',
      '  "type": "paragraph",',
      '  "position": { "start": { "line": 1, "column": 1, "offset": 0 }, "end": { "line": 1, "column": 9, "offset": 8 } },',
      '  "children": [',
      '    {',
      '      "type": "text",',
      `      "value": "${'w'.repeat(100)}",`,
      '      "position": { "start": { "line": 1, "column": 1, "offset": 0 }, "end": { "line": 1, "column": 9, "offset": 8 } }',
      '    }',
      '  ]',
      '}',
    ].join('\n'),
  );
});

test('looks at what is long once', () => {
  let deep: unknown = 'x'.repeat(200);
  let touched = 0;
  for (let i = 0; i < 300; i += 1) {
    const inner = deep;
    deep = {
      get a() {
        touched += 1;
        return inner;
      },
    };
  }
  legibleJson(deep);
  // Each level is asked for by itself and by the few above it whose line it could be on.
  expect(touched).toBeLessThan(300 * 40);
});
