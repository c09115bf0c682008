/** A shelfmark as printed, its parts told apart (TEI 11.4.1). */
import type { Element } from 'xast';
import type { Copy, Span } from '../../edition/types.js';
import { element, type Content } from '../element.js';
import type { Encoding } from '../encoding.js';
import { correctedBy } from '../responsibility.js';

/**
 * `idno[@type="shelfmark"]` with the words of the reference in their order around nested `idno`s, from after the archive's
 * name to the last part: what was not understood, and leaves between two parts, are plain words in it. What was not
 * understood and follows the last part at once ("DY 30, IV B 2/20/314") belongs to it, too. Nothing if the source gives
 * no part.
 */
export function shelfmark(copy: Copy, encoding: Encoding): Element | undefined {
  if (copy.shelfmark.length === 0) return undefined;
  const parts = copy.shelfmark.filter((part) => part.end > part.start).sort((a, b) => a.start - b.start);
  // Parts that the editor states and the page does not print bound no words in it.
  const stated = copy.shelfmark.filter((part) => part.end <= part.start);
  const bounds = [...parts, ...parts.flatMap((part) => (part.label ? [part.label] : []))];
  const printed = parts.length > 0;
  const start = printed ? Math.min(...bounds.map((span) => span.start), ...before(copy, bounds)) : 0;
  const end = printed ? following(copy, Math.max(...bounds.map((span) => span.end))) : 0;

  const content: Content[] = [];
  let cursor = start;
  for (const part of parts) {
    content.push(copy.verbatim.slice(cursor, Math.max(cursor, part.start)));
    content.push(
      element('idno', { type: part.unit, ...correctedBy(copy, part.unit, encoding) }, [part.text]),
    );
    cursor = Math.max(cursor, part.end);
  }
  content.push(copy.verbatim.slice(cursor, end));
  for (const part of stated) {
    content.push(
      content.some((each) => each !== '') ? ' ' : '',
      element('idno', { type: part.unit, ...correctedBy(copy, part.unit, encoding) }, [part.text]),
    );
  }
  return element('idno', { type: 'shelfmark', subtype: copy.partial ? 'partial' : undefined }, content);
}

/** Where words that were not understood begin between the archive's name and the first part. */
function before({ repository, remainder }: Copy, bounds: readonly Span[]): number[] {
  const first = Math.min(...bounds.map((span) => span.start));
  return remainder
    .filter((span) => span.end <= first && (!repository || span.start >= repository.end))
    .map((span) => span.start);
}

/** The end of what was not understood and follows `end` with a comma or less between. */
function following({ verbatim, remainder }: Copy, end: number): number {
  let reached = end;
  for (const span of [...remainder].sort((a, b) => a.start - b.start)) {
    if (span.start >= reached && /^\s*[,:/]?\s*$/u.test(verbatim.slice(reached, span.start)))
      reached = span.end;
  }
  return reached;
}
