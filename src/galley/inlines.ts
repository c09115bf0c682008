/** What can be asked of inlines, and done to them, before they are finished. */
import type { Inline } from './types.js';
import type { RawInline, RawText } from './whitespace.js';

/** True if a reader sees something of it. */
export function shows(inline: Inline): boolean {
  if (inline.type === 'text') return /\S/.test(inline.value);
  if (inline.type === 'span' || inline.type === 'link') return inline.children.some(shows);
  return inline.type === 'noteCall';
}

/** Puts quotation marks around words that have none. */
export function quote(raw: RawInline[], [open, close]: readonly [string, string]): void {
  const words = wordsOf(raw).trim();
  if (/^["'“”„‘’‚«»‹›]/.test(words)) return;
  const mark = (value: string): RawText => ({ type: 'text', value, data: { generated: true } });
  trim(raw);
  // The mark stands before the first word, after an anchor that comes first.
  const first = raw.findIndex((child) => child.type !== 'noteAnchor');
  raw.splice(first, 0, mark(open));
  raw.push(mark(close));
}

/** White space at both ends stands outside the marks, where it falls. */
function trim(raw: RawInline[]): void {
  const first = raw.find((child) => child.type !== 'noteAnchor');
  const last = raw.at(-1);
  if (first?.type === 'text') first.value = first.value.replace(/^[ \t\r\n]+/, '');
  if (last?.type === 'text') last.value = last.value.replace(/[ \t\r\n]+$/, '');
}

export function wordsOf(raw: readonly (RawInline | Inline)[]): string {
  let words = '';
  for (const child of raw) {
    if (child.type === 'text') words += child.value;
    else if (child.type === 'span' || child.type === 'link') words += wordsOf(child.children);
  }
  return words;
}
