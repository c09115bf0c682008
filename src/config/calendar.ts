/** True for a day of the Gregorian calendar in ISO 8601 (`1950-02-08`). */
export function isCalendarDay(date: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!parts) return false;
  const year = Number(parts[1]);
  const month = Number(parts[2]);
  const day = Number(parts[3]);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (days[month - 1] ?? 0);
}

/** True for a day, a month or a year of the calendar in ISO 8601 (`1950-02-08`, `1950-02`, `1950`). */
export function isCalendarDate(date: string): boolean {
  if (/^\d{4}$/.test(date)) return true;
  return isCalendarDay(/^\d{4}-\d{2}$/.test(date) ? `${date}-01` : date);
}
