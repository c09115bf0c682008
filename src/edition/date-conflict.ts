/** Whether the date that the page gives and that in the text contradict each other. */
import type { CalendarDate } from './dates.js';
import type { DocumentNode } from './document.js';
import type { Fact } from './origin.js';

/** The date in the text: of sending, of transmission, or of making. */
export function ownDate({ correspondence, made }: DocumentNode): Fact<CalendarDate> | undefined {
  return correspondence.sent?.date ?? correspondence.transmitted?.date ?? made?.date;
}

/** True for two dates neither of which only says less: "February 1950" and "8 February 1950" agree. */
export function datesConflict(document: DocumentNode): boolean {
  const page = document.pageDate?.value.when;
  const own = ownDate(document)?.value.when;
  return page !== undefined && own !== undefined && !page.startsWith(own) && !own.startsWith(page);
}
