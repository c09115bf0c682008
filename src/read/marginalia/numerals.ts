/** Numbers and letters by which points are known, and ranges of them. */

/** The values from one to the other; both with a dash, which nothing in a text bears, where there is no such range. */
export function range(from: string, to: string): string[] {
  const none = [`${from}–${to}`];
  if (/^\d+$/u.test(from) && /^\d+$/u.test(to)) {
    const [a, b] = [Number(from), Number(to)];
    return a <= b && b - a < 200 ? Array.from({ length: b - a + 1 }, (_, i) => String(a + i)) : none;
  }
  if (/^[a-z]$/u.test(from) && /^[a-z]$/u.test(to) && from <= to) {
    return Array.from({ length: to.charCodeAt(0) - from.charCodeAt(0) + 1 }, (_, i) =>
      String.fromCharCode(from.charCodeAt(0) + i),
    );
  }
  const [a, b] = [romanValue(from), romanValue(to)];
  return a !== undefined && b !== undefined && a <= b
    ? Array.from({ length: b - a + 1 }, (_, i) => romanNumeral(a + i))
    : none;
}

const romanDigits = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

/** Numbers as they are written with I, V and X: up to 39. */
function romanNumeral(value: number): string {
  let rest = value;
  let written = '';
  for (const [worth, digit] of romanDigits) for (; rest >= worth; rest -= worth) written += digit;
  return written;
}

/** Undefined for letters that are no numeral as we write them ("IIII", "VX"). */
function romanValue(text: string): number | undefined {
  for (let value = 1; value < 40; value++) if (romanNumeral(value) === text) return value;
  return undefined;
}
