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
    /** Further numbers of one dispatch that went in several parts ("Nos. 1127–1128"). */
    dispatchParts?: Fact<string>[];
    /** Numbers of other lines, which can be the dispatch's as well ("Cipher Telegram No. 16044" above, "No. 207" under the signature). */
    otherNumbers?: Fact<string>[];
  };
  /** Where the source tells sending by wire apart from writing. */
  transmitted?: { date?: Fact<CalendarDate>; time?: Fact<ClockTime> };
  /** `number` is that under which the receiver entered it ("Incoming No. 2254"). */
  received?: {
    place?: Fact<Mention>;
    date?: Fact<CalendarDate>;
    time?: Fact<ClockTime>;
    number?: Fact<string>;
  };
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
