/** The date of the page and the date in the text: both are kept; where they differ the editor is told. */
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';
import { datesConflict, ownDate } from '../edition/date-conflict.js';
import type { DocumentNode, EditionNode, Origin } from '../edition/types.js';

/** Reports `date-conflict`, and receipt before sending. */
export function compareDates(document: DocumentNode, file: VFile): void {
  const page = document.pageDate;
  const sent = ownDate(document);
  const decided = page?.origin.kind === 'editor' || sent?.origin.kind === 'editor';
  if (datesConflict(document) && !decided) {
    const arrived = document.correspondence.received?.date?.value.when;
    const isReceipt = arrived !== undefined && arrived === page?.value.when;
    report(file, 'date-conflict', {
      place: sent?.position,
      reason: `The page dates the document ${page?.value.text ?? ''}${isReceipt ? ', when it was received' : ''}, its text ${sent?.value.text ?? ''}; both are kept`,
      ...(page?.position ? { related: [{ position: page.position, text: 'date of the page' }] } : {}),
    });
  }
  const b = sent?.value.when;
  const received = document.correspondence.received?.date?.value.when;
  if (received !== undefined && b?.length === 10 && received.length === 10 && received < b) {
    report(file, 'received-before-sent', {
      place: document.correspondence.received?.date?.position,
      actual: `receipt on ${received}, before sending on ${b}`,
    });
  }
}

/** Where the text has no date of its own, the page's is that of sending, less surely (docs/tei.md). */
export function inferSentDate(document: DocumentNode): void {
  const { sent, transmitted } = document.correspondence;
  const { pageDate } = document;
  if (!sent || sent.date || transmitted?.date || !pageDate) return;
  const origin =
    pageDate.origin.kind === 'editor'
      ? pageDate.origin
      : ({ kind: 'inferred', rule: 'page-date', certainty: 'medium' } as const);
  sent.date = { ...pageDate, origin };
}

/** "Received on 3 July": the year is the page's, less surely. "14.XI.45": so it is, where it ends as the printed one does. */
export function completeYears(document: DocumentNode): void {
  const year = /^\d{4}/u.exec(document.pageDate?.value.when ?? '')?.[0];
  if (year === undefined) return;
  const { sent, transmitted, received } = document.correspondence;
  for (const moment of [sent, transmitted, received, document.made]) {
    const { monthDay, shortYear, when } = moment?.date?.value ?? {};
    if (!moment?.date || when !== undefined || monthDay === undefined) continue;
    if (shortYear !== undefined && !year.endsWith(shortYear)) continue;
    const value = { ...moment.date.value, when: `${year}-${monthDay}` };
    const origin: Origin = {
      kind: 'inferred',
      rule: 'year-of-page',
      certainty: shortYear === undefined ? 'medium' : 'high',
    };
    moment.date = { ...moment.date, value, origin };
    const { start } = moment.date.position ?? {};
    for (const block of document.children) complete(block, start?.offset, value.when, origin);
  }
}

/** The same date in the text has the same year. */
function complete(node: EditionNode, offset: number | undefined, when: string, origin: Origin): void {
  if (node.type === 'date' && offset !== undefined && node.position?.start.offset === offset) {
    node.date = { ...node.date, when };
    node.origin = origin;
  }
  if ('children' in node) for (const child of node.children) complete(child, offset, when, origin); // children are edition nodes
}
