import { readFileSync } from 'node:fs';
import process from 'node:process';
import { afterEach, describe, expect, it } from 'vitest';
import { elements, makeEpub, words } from './edition.js';
import { telegram } from './telegram.js';

const timeZone = process.env['TZ'];
afterEach(() => {
  if (timeZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = timeZone;
});

/** Entries of the local file headers, in the order of the file (APPNOTE 6.3.9, 4.3.7). */
function localHeaders(
  bytes: Uint8Array,
): { name: string; method: number; flags: number; date: number; extra: number }[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = [];
  for (let at = 0; view.getUint32(at, true) === 0x04034b50;) {
    const nameLength = view.getUint16(at + 26, true);
    const extra = view.getUint16(at + 28, true);
    found.push({
      name: new TextDecoder().decode(bytes.subarray(at + 30, at + 30 + nameLength)),
      flags: view.getUint16(at + 6, true),
      method: view.getUint16(at + 8, true),
      date: view.getUint32(at + 10, true),
      extra,
    });
    at += 30 + nameLength + extra + view.getUint32(at + 18, true);
  }
  return found;
}

describe('the container', () => {
  it('has mimetype first and stored, the rest by name, no folders, dates or extra fields', async () => {
    const { bytes } = await makeEpub(telegram);
    const headers = localHeaders(bytes);
    expect(headers[0]).toMatchObject({ name: 'mimetype', method: 0, extra: 0 });
    expect(new TextDecoder().decode(bytes.subarray(38, 58))).toBe('application/epub+zip');
    const names = headers.slice(1).map(({ name }) => name);
    expect(names).toEqual([...names].sort());
    expect(names.some((name) => name.endsWith('/'))).toBe(false);
    // 1 January 1980, midnight: the zero of DOS dates.
    expect(new Set(headers.map(({ date }) => date))).toEqual(new Set([0x00210000]));
    expect(headers.every(({ extra }) => extra === 0)).toBe(true);
  });

  it('is the same twice, in any time zone', async () => {
    process.env['TZ'] = 'Pacific/Kiritimati';
    const first = await makeEpub(telegram);
    process.env['TZ'] = 'America/Los_Angeles';
    const second = await makeEpub(telegram);
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  });

  it('deflates what is large, and holds the same then', async () => {
    const long = structuredClone(telegram);
    const words = Array.from({ length: 30_000 }, (_, i) => `word${i}`).join(' ');
    long.children.push({ type: 'paragraph', style: 'paragraph', children: [{ type: 'text', value: words }] });
    const epub = await makeEpub(long);
    const headers = localHeaders(epub.bytes);
    expect(headers.find(({ name }) => name === 'OEBPS/text-2.xhtml')?.method).toBe(8);
    expect(headers.find(({ name }) => name === 'mimetype')?.method).toBe(0);
    expect(headers.find(({ name }) => name.endsWith('roman.ttf'))?.method).toBe(0);
    expect(epub.text('OEBPS/text-2.xhtml')).toContain(words);
  });
});

describe('the package document', () => {
  it('lists every file once and nothing else', async () => {
    const epub = await makeEpub(telegram, { tei: { bytes: new TextEncoder().encode('<TEI/>') } });
    const opf = elements(epub.tree('OEBPS/content.opf'));
    const items = opf.filter(({ name }) => name === 'item');
    const hrefs = items.map(({ attributes }) => `OEBPS/${attributes['href'] ?? ''}`);
    const linked = opf.filter(({ name }) => name === 'link').map(({ attributes }) => attributes);
    expect(linked).toMatchObject([
      { rel: 'record', href: 'tei/edition.xml', 'media-type': 'application/tei+xml' },
    ]);
    const others = ['mimetype', 'META-INF/container.xml', 'OEBPS/content.opf', 'OEBPS/tei/edition.xml'];
    expect([...hrefs, ...others].sort()).toEqual([...epub.names].sort());
    const ids = new Set(items.map(({ attributes }) => attributes['id']));
    for (const { name, attributes } of opf)
      if (name === 'itemref') expect(ids).toContain(attributes['idref']);
    expect(new TextDecoder().decode(epub.binary('OEBPS/tei/edition.xml'))).toBe('<TEI/>');
  });

  it('has an identifier that follows from the key alone', async () => {
    const identifier = async (key: string): Promise<string | undefined> =>
      /urn:uuid:[0-9a-f-]+/.exec((await makeEpub(telegram, { key })).text('OEBPS/content.opf'))?.[0];
    const one = await identifier('a');
    expect(one).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(await identifier('a')).toBe(one);
    expect(await identifier('b')).not.toBe(one);
    const epub = await makeEpub(telegram, { key: 'a' });
    expect(epub.text('OEBPS/toc.ncx')).toContain(`content="${one ?? '?'}"`);
  });

  it('takes its moment from the date of the build', async () => {
    const modified = async (date: string): Promise<string | undefined> =>
      /dcterms:modified">([^<]*)/.exec((await makeEpub(telegram, { date })).text('OEBPS/content.opf'))?.[1];
    expect(await modified('2026-01-02')).toBe('2026-01-02T00:00:00Z');
    expect(await modified('2026-01-02T03:04:05.678+01:00')).toBe('2026-01-02T02:04:05Z');
    await expect(modified('yesterday')).rejects.toThrow(TypeError);
    await expect(modified('2026-02-31T')).rejects.toThrow(TypeError);
  });

  it('says only what is there', async () => {
    const opf = (await makeEpub({ ...telegram, notes: [], children: [] })).text('OEBPS/content.opf');
    const { summary } = words('en');
    expect(opf).toContain(summary.text);
    expect(opf).not.toContain(summary.marginal);
    expect(opf).not.toContain(summary.footnotes);
    expect(opf).not.toContain('dc:source');
    expect((await makeEpub(telegram)).text('OEBPS/content.opf')).toContain(summary.marginal);
  });
});

describe('words of the package', () => {
  const english = Object.entries(words('en')).flatMap(([key, value]) =>
    typeof value === 'string' ? [key] : [],
  );
  it.each(['de', 'en', 'fr', 'ko', 'ru'])('%s has them all, with the same values to fill in', (lang) => {
    const table = words(lang);
    const fields = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    expect(table.lang).toBe(lang);
    expect(Object.keys(table).sort()).toEqual([...english, 'summary'].sort());
    expect(Object.keys(table.summary).sort()).toEqual(Object.keys(words('en').summary).sort());
    for (const [key, value] of Object.entries(words('en'))) {
      const own: unknown = Object.entries(table).find(([name]) => name === key)?.[1];
      if (typeof value !== 'string') continue;
      expect(typeof own === 'string' ? fields(own) : own, key).toEqual(fields(value));
    }
  });

  it('speak their language in the package', async () => {
    const epub = await makeEpub(telegram, { words: words('ru') });
    const html = elements(epub.tree('OEBPS/toc.xhtml')).find(({ name }) => name === 'html');
    expect(html?.attributes['lang']).toBe('ru');
    expect(epub.text('OEBPS/toc.xhtml')).toContain(words('ru').contents);
  });
});

it('never makes a template from words', () => {
  for (const name of ['page', 'package', 'navigation', 'ncx']) {
    const template = readFileSync(`templates/epub/${name}.ejs`, 'utf8');
    // The one value that goes in unescaped is the finished body.
    expect(template.match(/<%-[^%]*%>/g) ?? []).toEqual(name === 'page' ? ['<%- content %>'] : []);
  }
});
