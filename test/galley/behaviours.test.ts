import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { x } from 'xastscript';
import { behaviours, placeNames, type Behaviour } from '../../src/galley/behaviours.js';
import { readBehaviours } from '../../src/galley/extension.js';
import { matcher } from '../../src/galley/match.js';
import { drawDocument } from './draw.js';
import { galleyOf, tei } from './reading.js';
import { words } from './words-table.js';

const match = matcher([behaviours]);

describe('the table', () => {
  it('has the shape that a project’s table must have', () => {
    const file = new VFile();
    expect(readBehaviours(JSON.parse(JSON.stringify(behaviours)), file)).toHaveLength(behaviours.length);
    expect(file.messages).toEqual([]);
  });

  it('names an element once for the same conditions', () => {
    const seen = new Set<string>();
    for (const { element, where, parent, in: within } of behaviours) {
      for (const name of element.trim().split(/\s+/)) {
        const key = JSON.stringify([name, where, parent, within]);
        expect(seen, key).not.toContain(key);
        seen.add(key);
      }
    }
  });

  it('has words for every place that it gives another name', () => {
    for (const place of Object.values(placeNames))
      expect(Object.keys(words('en').note.places)).toContain(place);
  });
});

describe('the most specific entry', () => {
  it.each([
    [x('p'), 'div', 'document', 'paragraph'],
    [x('note'), 'p', 'document', 'note'],
    [x('note', { type: 'gloss', place: 'inline' }), 'p', 'document', 'through'],
    [x('note', { type: 'marginal', place: 'bottom', target: '#p1' }), 'p', 'document', 'note'],
    [x('note', { type: 'editorial' }), 'p', 'document', 'note'],
    [x('note', { type: 'editorial' }), 'div', 'document', 'block'],
    [x('note'), 'p', 'header', 'words'],
    [x('name'), 'person', 'document', 'words'],
    [x('head'), 'div', 'document', 'heading'],
    [x('head'), 'table', 'document', 'block'],
    [x('tei:p'), 'div', 'document', 'paragraph'],
    [x('desc'), 'gap', 'marginal', 'through'],
    [x('desc'), 'note', 'marginal', 'block'],
  ] as const)('%#: %o in %s, %s, is %s', (element, parent, surroundings, as) => {
    expect(match(element, parent, surroundings)?.as).toBe(as);
  });

  it('counts conditions, not the order; of equals the later one wins', () => {
    const a: Behaviour = { element: 'p', where: { rend: 'x' }, as: 'through' };
    const b: Behaviour = { element: 'p', as: 'division' };
    const c: Behaviour = { element: '*', where: { rend: true }, as: 'item' };
    const d: Behaviour = { element: 'p', as: 'heading' };
    const own = matcher([[a, b, c], [d]]);
    expect(own(x('p', { rend: 'y x' }), '', 'document')).toBe(a);
    expect(own(x('p', { rend: 'y' }), '', 'document')).toBe(c);
    expect(own(x('p'), '', 'document')).toBe(d);
    expect(own(x('q'), '', 'document')).toBeUndefined();
  });
});

describe('a project’s table', () => {
  it('wins over the built-in one', () => {
    const file = new VFile();
    const own = readBehaviours(
      [
        { element: 'strange', as: 'span', style: 'bold' },
        { element: 'hi', where: { rend: 'odd' }, as: 'span', style: 'italic' },
      ],
      file,
    );
    const { galley, rules } = galleyOf(tei('<p><strange>a</strange> <hi rend="odd">b</hi></p>'), {
      behaviours: own,
    });
    expect(drawDocument(galley)).toBe('paragraph-first: <bold|a> <italic|b>');
    expect(rules).toEqual([]);
  });

  it.each([
    ['no list', { element: 'p' }],
    ['no table', [3]],
    ['no name', [{ as: 'through' }]],
    ['no kind', [{ element: 'p', as: 'toString' }]],
    ['a style that is none', [{ element: 'p', as: 'block', style: 'loud' }]],
    ['a style that is missing', [{ element: 'p', as: 'block' }]],
    ['a key that means nothing', [{ element: 'p', as: 'through', style: 'bold' }]],
    ['a condition of the wrong shape', [{ element: 'p', as: 'through', where: { rend: 3 } }]],
    ['surroundings that are none', [{ element: 'p', as: 'through', in: 'document nowhere' }]],
    ['lines without a style', [{ element: 'list', as: 'list', kind: 'lines' }]],
  ])('is reported where it has %s', (_, table) => {
    const file = new VFile();
    expect(readBehaviours(table, file)).toEqual([]);
    expect(file.messages.map((message) => message.ruleId)).toEqual(['behaviour-invalid']);
  });
});
