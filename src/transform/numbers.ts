/** Numbers of a dispatch in several lines of the page: all are kept, and the editor is asked. */
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';
import type { DocumentNode } from '../edition/types.js';

/** Reports `number-conflict`. */
export function compareNumbers({ correspondence: { sent } }: DocumentNode, file: VFile): void {
  const { dispatch, otherNumbers } = sent ?? {};
  const [other] = otherNumbers ?? [];
  if (!dispatch || !other) return;
  report(file, 'number-conflict', {
    place: other.position,
    reason: `The page has two numbers, ${dispatch.value} and ${other.value}; which is that of the dispatch?`,
    ...(dispatch.position ? { related: [{ position: dispatch.position, text: 'the first number' }] } : {}),
  });
}
