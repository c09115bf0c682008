import { readFileSync } from 'node:fs';
import { Blob, Buffer, Face, Feature, Font, shape } from 'harfbuzzjs';
import { describe, expect, it } from 'vitest';
import { styled } from '../../src/epub/looks.js';
import { makeReady } from '../../src/epub/ready-faces.js';
import { subset } from '../../src/epub/subset.js';
import { elements, contextOf, makeEpub } from './edition.js';
import { telegram } from './telegram.js';

const css = readFileSync('templates/epub/edition.css', 'utf8').replace(/\/\*[^]*?\*\//g, '');

/** Selectors of the rules that have this declaration, one by one. */
function selectorsWith(declaration: string): string[] {
  return [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
    .filter(([, , body = '']) => body.includes(declaration))
    .flatMap(([, selectors = '']) => selectors.split(',').map((selector) => selector.trim()));
}

describe('the style sheet', () => {
  it('agrees with the table of what is set in which face', () => {
    const expected = ({
      classes,
      elements: names,
    }: {
      classes: readonly string[];
      elements: readonly string[];
    }) => [...classes.map((name) => `.${name}`), ...names].sort();
    const italic = selectorsWith('font-style: italic');
    // `i` is italic in every reading system.
    expect([...italic, 'i'].sort()).toEqual([...expected(styled.italic), 'p.source .label'].sort());
    expect(selectorsWith('font-weight: bold')).toEqual(expected(styled.bold));
    expect(selectorsWith('font-variant-caps: small-caps').sort()).toEqual(expected(styled.smallCaps));
    expect(selectorsWith('font-variant-caps: all-small-caps').sort()).toEqual(expected(styled.allSmallCaps));
  });

  it('leaves colours to the reader and sizes to the reader’s size', () => {
    expect(css).not.toMatch(/#[0-9a-f]{3,8}\b|rgb|hsl|background|(?<![-\w])color: (?!inherit)/i);
    expect(css).not.toMatch(/\d(?:px|pt|cm|mm|in)\b/);
  });
});

/** Names of glyphs are no part of a subset: what counts is that the feature changes the glyphs, and none is missing. */
function glyphsOf(bytes: Uint8Array, text: string, features: string[]): number[] {
  const font = new Font(new Face(new Blob(bytes)));
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(
    font,
    buffer,
    features.flatMap((feature) => Feature.fromString(feature) ?? []),
  );
  return buffer.getGlyphInfos().map(({ codepoint }) => codepoint);
}

describe('embedded faces', () => {
  it('hold the characters and the features that the text is set with', async () => {
    const epub = await makeEpub(telegram);
    const roman = epub.binary('OEBPS/fonts/roman.ttf');
    const plain = glyphsOf(roman, 'Stalin 1950', []);
    expect(plain).not.toContain(0);
    for (const feature of ['smcp', 'c2sc', 'onum']) {
      const changed = glyphsOf(roman, 'Stalin 1950', [feature]);
      expect(changed, feature).not.toEqual(plain);
      expect(changed, feature).not.toContain(0);
    }
    expect(roman.length).toBeLessThan(80_000);
    const italic = epub.binary('OEBPS/fonts/italic.ttf');
    expect(glyphsOf(italic, '“give an answer today.”', ['onum'])).not.toContain(0);
    expect(epub.names).not.toContain('OEBPS/fonts/bold.ttf');
  });

  it('are named in the style sheet, and no others', async () => {
    const epub = await makeEpub(telegram);
    const named = [...epub.text('OEBPS/edition.css').matchAll(/url\(([^)]*)\)/g)].map(([, path]) => path);
    const there = epub.names
      .filter((name) => name.includes('/fonts/'))
      .map((name) => name.replace('OEBPS/', ''));
    expect(named.sort()).toEqual(there.sort());
  });

  it('include a bold face where the text has bold words', async () => {
    const galley = structuredClone(telegram);
    galley.children.push({
      type: 'paragraph',
      style: 'paragraph',
      children: [{ type: 'span', style: 'bold', children: [{ type: 'text', value: 'жирно' }] }],
    });
    const epub = await makeEpub(galley);
    expect(glyphsOf(epub.binary('OEBPS/fonts/bold.ttf'), 'жирно', [])).not.toContain(0);
  });

  it('bring another face for characters that the roman one lacks', async () => {
    const context = await contextOf();
    const roman = context.faces.get('roman');
    const italic = context.faces.get('italic');
    if (!roman || !italic) throw new Error('the faces are not installed');
    const lacking = { bytes: roman.bytes, coverage: (c: number) => c < 0x400 && roman.coverage(c) };
    const faces = Object.assign(
      new Map([
        ['roman', lacking],
        ['italic', italic],
        ['other', roman],
      ]),
      { shaper: context.faces.shaper },
    );
    const galley = structuredClone(telegram);
    galley.children.push({
      type: 'paragraph',
      style: 'paragraph',
      children: [{ type: 'text', value: 'Сталин' }],
    });
    const epub = await makeEpub(galley, { faces });
    expect(epub.text('OEBPS/edition.css')).toMatch(
      /font-family:"Edition Fallback";font-style:normal;font-weight:normal;unicode-range:U\+401,(U\+[0-9a-f]{3,4},?)+;src:url\(fonts\/other\.ttf\)/,
    );
    expect(glyphsOf(epub.binary('OEBPS/fonts/other.ttf'), 'Сталин', [])).not.toContain(0);
  });
});

describe('faces that lie ready', () => {
  it('are what would be made, and are found by what they are', async () => {
    const { faces, host } = await contextOf();
    const made = await makeReady(faces, host);
    expect(made.size).toBe(4);
    const read: string[] = [];
    const asked = {
      font: () => Promise.reject(new Error('nothing has to be made')),
      resource: (name: string) => {
        read.push(name);
        const found = made.get(name);
        return found ? Promise.resolve(found) : host.resource(name);
      },
    };
    const ready = await makeEpub(telegram, { host: asked });
    expect(read.filter((name) => made.has(name))).toHaveLength(2);
    const none = {
      font: host.font,
      resource: (name: string) => refuse(made.has(name)) ?? host.resource(name),
    };
    const fresh = await makeEpub(telegram, { host: none });
    expect(sameBytes(ready.bytes, fresh.bytes)).toBe(true);
    const galley = structuredClone(telegram);
    galley.children.push({
      type: 'paragraph',
      style: 'paragraph',
      children: [{ type: 'text', value: 'Сталин' }],
    });
    read.length = 0;
    await makeEpub(galley, { host: asked });
    expect(read.filter((name) => made.has(name))).toHaveLength(2);
  });
});

function refuse(it: boolean): Promise<never> | undefined {
  return it ? Promise.reject(new Error('not there')) : undefined;
}

describe('subsetting', () => {
  it('gives the same bytes for the same characters, and refuses what is no font', async () => {
    const { faces, host } = await contextOf();
    const roman = faces.get('roman');
    if (!roman) throw new Error('the face is not installed');
    const kept = { characters: [65, 66], features: ['kern'] };
    const one = await subset(roman.bytes, kept, host);
    expect(sameBytes(one, await subset(Uint8Array.from(roman.bytes), kept, host))).toBe(true);
    expect(await subset(roman.bytes, kept, host)).toBe(one);
    await expect(subset(new Uint8Array(100), kept, host)).rejects.toThrow('no subset');
  });
});

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

it('the cover is outlines of the words in the picture', async () => {
  const epub = await makeEpub(telegram);
  const svg = elements(epub.tree('OEBPS/cover.svg'));
  expect(svg[0]?.attributes['viewBox']).toBe('0 0 1600 2560');
  expect(svg.some(({ name }) => name === 'text')).toBe(false);
  const ids = new Set(svg.filter(({ name }) => name === 'path').map(({ attributes }) => attributes['id']));
  const uses = svg.filter(({ name }) => name === 'use');
  for (const { attributes } of uses) expect(ids).toContain(attributes['xlink:href']?.slice(1));
  // As many glyphs as letters, marks and figures, less what ligatures join.
  const letters = 'February7,1950·PyongyangCipheredTelegram,ShtykovtoVyshinskyDocumentsof1950'.length;
  expect(uses.length).toBeGreaterThan(letters - 6);
  expect(uses.length).toBeLessThanOrEqual(letters);
});

it('the cover holds titles of any length in the column', async () => {
  for (const title of ['A', 'W'.repeat(300), 'word '.repeat(400).trim(), 'Донесение о положении в Корее']) {
    const galley = { ...telegram, metadata: { ...telegram.metadata, title } };
    const epub = await makeEpub(galley);
    const svg = elements(epub.tree('OEBPS/cover.svg'));
    for (const group of svg) {
      const matrix = /^matrix\(([\d.]+) 0 0 -[\d.]+ (\d+) (\d+)\)$/.exec(group.attributes['transform'] ?? '');
      if (!matrix) continue;
      const last = Math.max(0, ...elements(group).map(({ attributes }) => Number(attributes['x'])));
      expect(Number(matrix[2]) + last * Number(matrix[1])).toBeLessThan(1318);
      expect(Number(matrix[3])).toBeLessThan(2400);
    }
  }
});

it('the cover breaks no word that can stand whole in a smaller size', async () => {
  const title = 'Donaudampfschifffahrtsgesellschaft';
  const metadata = { ...telegram.metadata, title, series: '' };
  const galley = { ...telegram, children: [], notes: [], metadata };
  const svg = elements((await makeEpub(galley)).tree('OEBPS/cover.svg'));
  expect(svg.filter(({ attributes }) => attributes['transform']?.startsWith('matrix'))).toHaveLength(1);
});

it('the cover leaves words without glyphs to the fonts of the reading system', async () => {
  const galley = {
    ...telegram,
    children: [],
    notes: [],
    metadata: { ...telegram.metadata, title: '조선 전보' },
  };
  const svg = elements((await makeEpub(galley)).tree('OEBPS/cover.svg'));
  expect(svg.some(({ name }) => name === 'text')).toBe(true);
});
