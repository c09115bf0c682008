import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build.js';
import { isCalendarDate, isCalendarDay } from '../../src/config/calendar.js';
import { buildDate, environmentDate, originOfDate } from '../../src/config/dates.js';
import { noFacts } from '../../src/config/project.js';
import { memoryHost } from '../../src/host/memory.js';
import { nodeHost } from '../../src/host/node.js';
import { releaseDate, version } from '../../src/version.js';
import { page } from '../cli/terminal.js';

const root = new URL('../../', import.meta.url);

describe('the date of a build', () => {
  it('is that of the environment, the edition, the page, the release, in this order', () => {
    const dates = { environment: '2001-01-01', edition: '2002-02-02', uploaded: '2003-03-03' };
    expect(buildDate(dates)).toBe('2001-01-01');
    expect(buildDate({ ...dates, environment: undefined })).toBe('2002-02-02');
    expect(buildDate({ ...dates, environment: undefined, edition: undefined })).toBe('2003-03-03');
    const none = { environment: undefined, edition: undefined, uploaded: undefined };
    expect(buildDate(none)).toBe(releaseDate);
    // A month is no day to date a build with.
    expect(buildDate({ ...none, uploaded: '2003-03' })).toBe(releaseDate);
  });

  it('is called what it is the date of', () => {
    const dates = { environment: '2001-01-01', edition: undefined, uploaded: '2003-03-03' };
    expect(originOfDate(dates)).toBe('edition');
    expect(originOfDate({ ...dates, environment: undefined })).toBe('page');
    expect(originOfDate({ ...dates, environment: undefined, uploaded: '2003-03' })).toBe('program');
  });

  it.each([
    ['0', { date: '1970-01-01' }],
    ['86399', { date: '1970-01-01' }],
    ['86400', { date: '1970-01-02' }],
    ['253402300799', { date: '9999-12-31' }],
    ['253402300800', { invalid: '253402300800' }],
    ['today', { invalid: 'today' }],
    ['', {}],
    [undefined, {}],
  ])('of SOURCE_DATE_EPOCH=%s', (value, expected) => {
    expect(environmentDate({ env: () => value })).toEqual(expected);
  });

  it('stands in the TEI', async () => {
    const uploaded = page().replace('Record ID', 'Original Uploaded Date\n\n2015-06-17\n\nRecord ID');
    const tei = async (env: Record<string, string>, date?: string): Promise<string> => {
      const host = memoryHost({}, { env, shipped: nodeHost() });
      const facts = { ...noFacts(), ...(date !== undefined && { date }) };
      const { editions } = await build([{ path: 'a.txt', content: uploaded, facts }], {
        host,
        formats: ['tei'],
      });
      const change = new TextDecoder().decode(editions[0]?.outputs[0]?.bytes);
      return /<change[^>]* when="([^"]*)"/.exec(change)?.[1] ?? '';
    };
    expect(await tei({ SOURCE_DATE_EPOCH: '86400' }, '2020-02-20')).toBe('1970-01-02');
    expect(await tei({}, '2020-02-20')).toBe('2020-02-20');
    expect(await tei({})).toBe('2015-06-17');
  });
});

describe('calendar', () => {
  it.each(['1950-02-28', '2000-02-29', '1900-12-31', '0001-01-01'])('%s is a day', (day) => {
    expect(isCalendarDay(day)).toBe(true);
  });
  it.each(['1900-02-29', '1950-02-30', '1950-13-01', '1950-00-10', '1950-01-00', '1950-1-1', '1950-02'])(
    '%s is no day',
    (day) => {
      expect(isCalendarDay(day)).toBe(false);
    },
  );
  it('has months and years', () => {
    expect(['1950', '1950-12', '1950-12-31'].every(isCalendarDate)).toBe(true);
    expect(['195', '1950-13', '1950-0'].some(isCalendarDate)).toBe(false);
  });
});

describe('the release', () => {
  it('is the one of package.json', () => {
    const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string };
    expect(version).toBe(manifest.version);
    expect(isCalendarDay(releaseDate)).toBe(true);
  });
});
