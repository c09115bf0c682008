/** Printed labels of points: "1.", "2)", "3/", "(4)", "a)", "B.", "IV.", a dash or bullet, a word of counting ("First."). */
import { wordSet } from '../vocabulary.js';

export type NumberStyle = 'decimal' | 'alpha' | 'capital' | 'roman' | 'dash' | 'word';

export interface PointLabel {
  style: NumberStyle;
  /** Value: 1 for "1.", "a)", "I." and "First."; of a dash, which has none, 0 until its list is counted. */
  value: number;
  /** Number without punctuation, as printed. */
  n: string;
  /** Label with its punctuation. */
  text: string;
  /** Length of label and white space after it. */
  length: number;
  /** Letters that could be Roman numbers as well. */
  alternative?: { style: NumberStyle; value: number };
}

const pattern =
  /^(?<label>\(?(?<n>\d{1,3}|[a-zа-я]|[ivxl]{2,6}|[IVXLC]{1,7}|[A-ZА-Я])(?:\.\)|[.)/]))(?<space>[\s\u00a0]+)(?=\S)/u;
/** Names and nothing else: what a capital with a full stop stands before is then an initial. */
const namesAlone = /^(?:\p{Lu}[\p{L}\p{M}'’.-]*[\s\u00a0]*){1,4}[.,]?$/u;
const romanValues: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function roman(text: string): number | undefined {
  let total = 0;
  let previous = 0;
  for (const letter of text.toLowerCase().split('').reverse()) {
    const value = romanValues[letter];
    if (value === undefined) return undefined;
    total += value < previous ? -value : value;
    previous = Math.max(previous, value);
  }
  return total;
}

/** The dash or bullet that a line begins with. A list of them has no numbers: it is known by its neighbours. */
export function readDash(text: string): PointLabel | undefined {
  const [whole, mark = ''] = /^([-–—•·*])[\s\u00a0]+(?=\S)/u.exec(text) ?? [];
  return whole === undefined
    ? undefined
    : { style: 'dash', value: 0, n: mark, text: mark, length: whole.length };
}

/** "First. The trawlers …": a word of counting that is a sentence by itself. `ordinals` are in order, folded. */
export function readOrdinal(text: string, ordinals: readonly string[]): PointLabel | undefined {
  const [whole, label = '', word = ''] =
    /^((\p{Lu}\p{L}{2,11})[.:])[\s\u00a0]+(?=["“«([]?\p{Lu})/u.exec(text.slice(0, 32)) ?? [];
  const folded = word.toLowerCase();
  if (whole === undefined || !wordSet(ordinals).has(folded)) return undefined;
  const value = ordinals.indexOf(folded) + 1;
  return { style: 'word', value, n: String(value), text: label, length: whole.length };
}

/** True where one capital is followed by names alone ("V. M. Molotov"): a number only if its neighbours count. */
export function canBeInitial({ n, text, length }: PointLabel, words: string): boolean {
  return /^\p{Lu}$/u.test(n) && text.endsWith('.') && namesAlone.test(words.slice(length).trim());
}

/** "I. BELOV", "V. M. Molotov": initials and a name alone, or two initials and a name, the first of which could be a number as well. */
const initialed =
  /^[IVXLC]\.[\s\u00a0]*(?:\p{Lu}[\p{L}\p{M}'’-]{2,}(?:,|$)|\p{Lu}\p{Ll}{0,2}\.[\s\u00a0]*\p{Lu}[\p{L}\p{M}'’-]{2,})/u;

/** True if a text begins with the initials of a name. */
export function beginsWithInitials(text: string): boolean {
  return initialed.test(text.slice(0, 60));
}

/** The label that a text begins with, or undefined. A single capital can be an initial as well ("A. Vyshinsky"): its neighbours decide. */
export function readLabel(text: string): PointLabel | undefined {
  const groups = pattern.exec(text.slice(0, 16))?.groups;
  if (!groups || beginsWithInitials(text)) return undefined;
  const { label = '', n = '', space = '' } = groups;
  const base = { n, text: label, length: label.length + space.length };
  if (/^\d/u.test(n)) return { ...base, style: 'decimal', value: Number(n) };
  const asRoman = roman(n);
  if (/^[IVX]$/u.test(n)) {
    return {
      ...base,
      style: 'roman',
      value: asRoman ?? 0,
      alternative: { style: 'capital', value: letter(n) },
    };
  }
  if (/^\p{Lu}$/u.test(n)) return { ...base, style: 'capital', value: letter(n) };
  if (n.length > 1) return asRoman === undefined ? undefined : { ...base, style: 'roman', value: asRoman };
  return {
    ...base,
    style: 'alpha',
    value: letter(n),
    ...(asRoman === undefined ? {} : { alternative: { style: 'roman' as const, value: asRoman } }),
  };
}

/** Place of a letter in its alphabet, Latin or Cyrillic. */
function letter(n: string): number {
  const code = n.toLowerCase().charCodeAt(0);
  return code < 0x430 ? code - 96 : code - 0x430 + 1;
}
