/** Who wrote to whom, when and where; or where and when a document was made that was not sent. */
import type { CalendarDate, ClockTime } from './dates.js';
import type { Fact } from './origin.js';
import type { Mention } from './registers.js';

export interface Correspondence {
  sent?: {
    person?: Fact<Mention>;
    place?: Fact<Mention>;
    date?: Fact<CalendarDate>;
    time?: Fact<ClockTime>;
    dispatch?: Fact<string>;
  };
  /** Where the source tells sending by wire apart from writing. */
  transmitted?: { date?: Fact<CalendarDate>; time?: Fact<ClockTime> };
  received?: { place?: Fact<Mention>; date?: Fact<CalendarDate>; time?: Fact<ClockTime> };
  addressees: Fact<Mention>[];
  /** Distribution ("Copies: …"), in order. */
  copiesTo: Fact<Mention>[];
  /** "Copy", "file": the copy kept in the file, in the source's word. */
  fileCopy?: Fact<string>;
}

/** The making of a document that is no correspondence. */
export interface Making {
  place?: Fact<Mention>;
  date?: Fact<CalendarDate>;
  time?: Fact<ClockTime>;
}
