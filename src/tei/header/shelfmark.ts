/** A shelfmark as printed, its parts told apart (TEI 11.4.1). */
import type { Element } from 'xast';
import type { Copy, Span } from '../../edition/types.js';
import { element, type Content } from '../element.js';

/**
 * `idno[@type="shelfmark"]` with the words of the reference around nested `idno`s. Leaves and other statements that
 * stand between two parts are cut out: they have their own place. Nothing if the source gives no part.
 */
export function shelfmark(copy: Copy): Element | undefined {
  const parts = [...copy.shelfmark].sort((a, b) => a.start - b.start);
  if (parts.length === 0) return undefined;
  const labels = parts.flatMap((part) => (part.label ? [part.label] : []));
  const start = Math.min(...[...parts, ...labels].map((span) => span.start));
  const end = Math.max(...[...parts, ...labels].map((span) => span.end));
  const others = [
    ...(copy.repository ? [copy.repository] : []),
    ...copy.leaves,
    ...copy.lacunae,
    ...copy.former,
    ...copy.description,
    ...copy.remainder,
  ];

  const content: Content[] = [];
  let cursor = start;
  for (const part of parts) {
    content.push(between(copy.verbatim, cursor, part.start, others));
    content.push(element('idno', { type: part.unit }, [part.text]));
    cursor = Math.max(cursor, part.end);
  }
  content.push(between(copy.verbatim, cursor, end, others));
  return element('idno', { type: 'shelfmark', subtype: copy.partial ? 'partial' : undefined }, content);
}

/** The words from `start` to `end` without the spans that are encoded elsewhere, nor the separators before these. */
function between(verbatim: string, start: number, end: number, others: readonly Span[]): string {
  let text = '';
  let cursor = start;
  for (const span of [...others].sort((a, b) => a.start - b.start)) {
    if (span.start < cursor || span.end > end) continue;
    text = (text + verbatim.slice(cursor, span.start)).replace(/[\s,;]+$/u, '');
    cursor = span.end;
  }
  return cursor < end ? text + verbatim.slice(cursor, end) : text;
}
