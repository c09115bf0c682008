/** The date of a build: what the inputs say, never the clock, so that the same inputs make the same bytes. */
import type { Host } from '../host.js';
import { releaseDate } from '../version.js';
import { isCalendarDay } from './calendar.js';

/** Latest second that four digits of a year can hold: 9999-12-31T23:59:59Z. */
const latest = 253_402_300_799;

export interface EnvironmentDate {
  date?: string;
  invalid?: string;
}

/**
 * SOURCE_DATE_EPOCH (reproducible-builds.org/specs/source-date-epoch) as an ISO date in UTC; neither field if it is not
 * set, `invalid` if it is no whole number of seconds.
 */
export function environmentDate(host: Pick<Host, 'env'>): EnvironmentDate {
  const value = host.env('SOURCE_DATE_EPOCH');
  if (value === undefined || value === '') return {};
  if (!/^\d{1,12}$/.test(value) || Number(value) > latest) return { invalid: value };
  return { date: new Date(Number(value) * 1000).toISOString().slice(0, 10) };
}

/**
 * The date of a build as an ISO date: SOURCE_DATE_EPOCH, else that of the edition, else the day the page was
 * uploaded, else the release of the program.
 */
export function buildDate(dates: KnownDates): string {
  const { environment, edition, uploaded } = dates;
  const origin = originOfDate(dates);
  return (
    (origin === 'page' ? uploaded : origin === 'edition' ? (environment ?? edition) : undefined) ??
    releaseDate
  );
}

/** Dates that a build can have, ISO. */
export interface KnownDates {
  environment: string | undefined;
  edition: string | undefined;
  /** The day the page was uploaded. */
  uploaded: string | undefined;
}

/** What the date of a build is the date of, so that no edition calls it something else. */
export function originOfDate({ environment, edition, uploaded }: KnownDates): 'edition' | 'page' | 'program' {
  if (environment !== undefined || edition !== undefined) return 'edition';
  return uploaded !== undefined && isCalendarDay(uploaded) ? 'page' : 'program';
}
