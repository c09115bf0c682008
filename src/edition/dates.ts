/** Dates and times of the clock, with their words. */

/** A date. `when` is ISO 8601 (`1950-02-07`, `1950-02`, `1950`); several forms exclude each other. */
export interface CalendarDate {
  text: string;
  when?: string;
  from?: string;
  to?: string;
  notBefore?: string;
  notAfter?: string;
  /** `07-03` where the year is not printed; a transform completes it from the page. */
  monthDay?: string;
  /** `45` where the year is printed with two digits; a transform completes it where the page's year ends so. */
  shortYear?: string;
}

/** `when` is `hh:mm` or `hh:mm:ss`; no time zone is invented. */
export interface ClockTime {
  text: string;
  when?: string;
}
