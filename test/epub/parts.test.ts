import { describe, expect, it } from 'vitest';
import { x } from 'xastscript';
import { fromXml } from 'xast-util-from-xml';
import fc from 'fast-check';
import { fill } from '../../src/epub/fill.js';
import { identifierOf } from '../../src/epub/identifier.js';
import { languageAttributes, languageTag } from '../../src/epub/languages.js';
import { serialise } from '../../src/epub/serialise.js';

describe('languages', () => {
  it.each([
    'en',
    'ru',
    'de-AT',
    'zh-Hant-TW',
    'ko-Latn',
    'x-lost',
    'de-1996',
    'en-u-nu-latn',
    'sr-Latn-x-old',
  ])('%s is a tag', (tag) => {
    expect(languageTag(tag)).toBe(tag);
  });
  it.each(['', 'english language', 'e', 'de_AT', '-en', 'en-', 'en-x'])('%j is none', (tag) => {
    expect(languageTag(tag)).toBe('und');
  });
  it('knows which scripts run from right to left', () => {
    expect(languageAttributes('ar')).toHaveProperty('dir', 'rtl');
    expect(languageAttributes('az-Arab')).toHaveProperty('dir', 'rtl');
    expect(languageAttributes('ar-Latn')).not.toHaveProperty('dir');
    expect(languageAttributes('arn')).not.toHaveProperty('dir');
    expect(languageAttributes(undefined)).toEqual({});
  });
});

it('fills words once, and leaves what it does not know', () => {
  expect(fill('{a} and {b}', { a: '{b}', b: '$1' })).toBe('{b} and $1');
  expect(fill('{c}', { a: 'x' })).toBe('{c}');
});

it('identifiers are UUIDs of version 5', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      const id = identifierOf(a);
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      if (a !== b) expect(identifierOf(b)).not.toBe(id);
    }),
  );
});

it('XML reads back as what was written, or is refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const tree = x('p', { title: value }, value);
      let xml: string;
      try {
        xml = serialise(tree);
      } catch (error) {
        expect(error).toBeInstanceOf(TypeError);
        return;
      }
      const [read] = fromXml(xml).children;
      if (read?.type !== 'element') throw new Error('no element was read back');
      const text = read.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
      expect(text).toBe(value);
      expect(read.attributes['title']).toBe(/[\t\n\r]/.test(value) ? value.replace(/\s+/g, ' ') : value);
    }),
    { examples: [[']]>'], ['a\r\nb'], ['<%= x %>'], ['\u0085\u2028'], ['\ufffe'], ['\ud800']] },
  );
});
