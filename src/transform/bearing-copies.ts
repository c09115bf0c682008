/** On which of several archival copies the reported marginal notes stand. Nothing but the report, the editor, or there being one copy tells it. */
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';
import type { DocumentNode, EditionNode, Origin, Report } from '../edition/types.js';

/** Marks the copies that bear the notes; where that is not known, the editor is told once. */
export function findBearingCopies(document: DocumentNode, file: VFile): void {
  const { copies, marginalia } = document;
  if (marginalia.length === 0 || copies.some(({ bearsNotes }) => bearsNotes)) return;
  const [only] = copies;
  if (!only) return;
  if (copies.length === 1) {
    only.bearsNotes = { kind: 'inferred', rule: 'only-copy', certainty: 'medium' };
    return;
  }
  const reports = document.children.filter((block): block is Report => block.type === 'report');
  const words = reports.map(wordsOf).join(' ');
  const kept = new Map<string, number>();
  for (const { repository } of copies)
    if (repository) kept.set(repository.key, (kept.get(repository.key) ?? 0) + 1);
  // No other copy is kept in the archive that the words name.
  const named = copies.filter(
    ({ repository }) =>
      repository?.text && kept.get(repository.key) === 1 && occursWhole(words, repository.text),
  );
  const origin: Origin = { kind: 'inferred', rule: 'named-in-report', certainty: 'high' };
  const [bearer] = named;
  if (bearer && named.length === 1) bearer.bearsNotes = origin;
  else {
    report(file, 'notes-copy-unknown', {
      place: reports[0]?.position,
      reason: `The report does not say which of the ${String(copies.length)} copies bears the notes`,
    });
  }
}

/** "APRF" does not stand in "TsAPRF". */
function occursWhole(words: string, name: string): boolean {
  for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1)) {
    const around = words.charAt(at - 1) + words.charAt(at + name.length);
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
  }
  return false;
}

function wordsOf(node: EditionNode): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}
