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
  const told = [...new Set(marginalia.flatMap(({ copy }) => copy ?? []))];
  if (bearer && named.length === 1) bearer.bearsNotes = origin;
  else if (told.length > 0) bearersTold(told, document, reports[0], file);
  else {
    report(file, 'notes-copy-unknown', {
      place: reports[0]?.position,
      reason: `The report does not say which of the ${String(copies.length)} copies bears the notes`,
    });
  }
}

/** "in the Berlin copy": the one copy that is kept in Berlin. */
function bearersTold(
  told: readonly string[],
  { copies }: DocumentNode,
  where: Report | undefined,
  file: VFile,
): void {
  for (const name of told) {
    const meant = copies.filter(
      ({ repository }) =>
        repository !== undefined &&
        [repository.settlement ?? '', repository.country ?? '', repository.text].some(
          (known) => known !== '' && (occursWhole(name, known) || occursWhole(known, name)),
        ),
    );
    const [one] = meant;
    if (one && meant.length === 1) {
      one.bearsNotes = { kind: 'inferred', rule: 'copy-told', certainty: 'medium' };
      continue;
    }
    const candidates = (meant.length > 1 ? meant : copies)
      .map(({ verbatim }) => `“${verbatim}”`)
      .join(' or ');
    report(file, 'notes-copy-unknown', {
      place: where?.position,
      reason: `The report speaks of the copy “${name}”, which can be ${candidates}`,
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
