/** Page labels (ISO 32000-1, 12.4.2): what is printed on the page is what readers show and ask for. */
import { textToken, type Token } from './syntax.js';

/** Decimal, roman or none, with the number it stands for. */
interface Reading {
  readonly style: 'D' | 'r' | 'R' | undefined;
  readonly number: number;
  readonly text: string;
}

export type LabelEntry = Readonly<Record<string, Token | string | number>>;

/** The number tree's contents: index of the first page of each range, and its label dictionary. */
export function pageLabels(labels: readonly string[]): (number | LabelEntry)[] {
  const entries: (number | LabelEntry)[] = [];
  let last: Reading | undefined;
  labels.forEach((label, index) => {
    const reading = readLabel(label);
    const continues =
      last?.style !== undefined && last.style === reading.style && reading.number === last.number + 1;
    if (!continues) entries.push(index, entryOf(reading));
    last = reading;
  });
  return entries;
}

function entryOf(reading: Reading): LabelEntry {
  if (reading.style === undefined) return { P: textToken(reading.text) };
  return reading.number === 1 ? { S: reading.style } : { S: reading.style, St: reading.number };
}

function readLabel(text: string): Reading {
  if (/^[1-9]\d{0,8}$/.test(text)) return { style: 'D', number: Number(text), text };
  const number = fromRoman(text.toLowerCase());
  if (number > 0 && text === text.toLowerCase()) return { style: 'r', number, text };
  if (number > 0 && text === text.toUpperCase()) return { style: 'R', number, text };
  return { style: undefined, number: 0, text };
}

const numerals = [
  ['m', 1000], ['cm', 900], ['d', 500], ['cd', 400], ['c', 100], ['xc', 90], ['l', 50],
  ['xl', 40], ['x', 10], ['ix', 9], ['v', 5], ['iv', 4], ['i', 1],
] as const; // prettier-ignore

/** 0 if it is no number in its usual form. */
function fromRoman(text: string): number {
  if (!/^[ivxlcdm]+$/.test(text)) return 0;
  let number = 0;
  let rest = text;
  for (const [numeral, value] of numerals) {
    while (rest.startsWith(numeral)) {
      number += value;
      rest = rest.slice(numeral.length);
    }
  }
  return rest === '' && toRoman(number) === text ? number : 0;
}

function toRoman(number: number): string {
  let text = '';
  let rest = number;
  for (const [numeral, value] of numerals) {
    while (rest >= value) {
      text += numeral;
      rest -= value;
    }
  }
  return text;
}
