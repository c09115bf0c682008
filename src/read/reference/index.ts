/**
 * Archival references: "APRF, Listy 125-126, Fond and Opis not given; and AVP RF, Fond 059a, …" as copies, printed
 * editions and statements of who did what. Everything that tells archives and notations apart is in the tables.
 */
import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.js';
import type { Copy, PrintedSource, Responsibility } from '../../edition/types.js';
import type { Authority } from '../authority.js';
import type { CopyDraft, Extent } from './draft.js';
import { lexiconOf } from './lexicon.js';
import { Places } from './places.js';
import { ReferenceReader, type StatementDraft } from './reader.js';

export interface ReferenceReading {
  copies: Copy[];
  printedSources: PrintedSource[];
  /** Statements about the document, or about all copies; those about one copy are its `provenance`. */
  responsibilities: Responsibility[];
  /** What parts the others: marks, "and" between references, "Source:" before them. In the order of the text. */
  separators: Separator[];
}

export interface Separator {
  text: string;
  position: Position;
}

/** Statements about the object rather than about the text. */
const aboutTheCopy: ReadonlySet<Responsibility['kind']> = new Set([
  'obtained',
  'contributed',
  'provided',
  'on-file',
]);

/**
 * Reads one reference, or several in a row. Every word of `text` stands in one copy's `verbatim`, one printed source, one
 * statement or one separator. Never throws for what a text holds; takes time in proportion to its length.
 *
 * @param text the reference as the source has it, line ends included
 * @param start place of its first character in the file
 * @param file gets a message for every part that was not understood
 */
export function readReference(text: string, start: Point, tables: Authority, file: VFile): ReferenceReading {
  const reader = new ReferenceReader(text, lexiconOf(tables));
  reader.read();
  const places = new Places(text, start);
  const printed = [...reader.printed];
  const statements: StatementDraft[] = [];
  for (const statement of reader.statements) {
    // Where no archive is named, an edition in print is what the page was made from.
    const isSource =
      reader.copies.length === 0 && (statement.kind === 'published' || statement.kind === 'reprinted');
    if (isSource) printed.push({ ...statement, origin: { kind: 'stated', rule: 'published-in' } });
    else statements.push(statement);
  }
  printed.sort((one, other) => one.start - other.start);

  const responsibilities: Responsibility[] = [];
  for (const statement of statements) {
    const responsibility: Responsibility = {
      kind: statement.kind,
      text: text.slice(statement.start, statement.end),
      names: statement.names,
      ...(statement.wholeEnd !== undefined && { whole: text.slice(statement.start, statement.wholeEnd) }),
      position: places.position(statement.start, statement.end),
    };
    const { copy } = statement;
    const followed = copy !== undefined && (copy !== reader.copies.at(-1) || reader.copies.length === 1);
    if (copy && followed && aboutTheCopy.has(statement.kind)) copy.provenance.push(responsibility);
    else responsibilities.push(responsibility);
    if (statement.from !== undefined) translatedFrom(reader.copies, statement.from, tables);
  }
  tell(reader, places, file);
  const copies = reader.copies.map((draft, index) =>
    draft.finish(text, `copy-${index + 1}`, places.position(draft.start, draft.end)),
  );
  return {
    copies,
    printedSources: printed.map((edition) => ({
      verbatim: text.slice(edition.start, edition.end),
      position: places.position(edition.start, edition.end),
      origin: edition.origin,
    })),
    responsibilities,
    separators: separatorsOf(reader, text, places),
  };
}

/**
 * A translation "from Chinese" was made from a copy in that language, whatever the archive mostly holds. Of several
 * copies one in an archive of another language may be no more than a translation itself: there it is inferred.
 */
function translatedFrom(copies: readonly CopyDraft[], tag: string, { repositories }: Authority): void {
  const rule = 'translated-from';
  for (const copy of copies) {
    if (copy.language?.origin.kind === 'stated') continue;
    const usual = copy.repository?.known ? repositories[copy.repository.key]?.language : undefined;
    const stated = copies.length === 1 || usual === undefined || usual === tag;
    copy.language = {
      value: tag,
      origin: stated ? { kind: 'stated', rule } : { kind: 'inferred', rule, certainty: 'medium' },
    };
  }
}

function tell(reader: ReferenceReader, places: Places, file: VFile): void {
  const { text } = reader.scan;
  const unread = (extent: Extent) => {
    report(file, 'reference-not-understood', {
      place: places.position(extent.start, extent.end),
      actual: `“${shortened(text.slice(extent.start, extent.end))}” in an archival reference`,
    });
  };
  for (const name of reader.doubtful) {
    const place = places.position(name.start, name.end);
    const words = shortened(text.slice(name.start, name.end));
    if (name.candidates.length === 0)
      report(file, 'repository-unknown', {
        place,
        reason: `The archive “${words}” is in no authority table`,
      });
    else
      report(file, 'repository-ambiguous', {
        place,
        reason: `“${words}” can be ${name.candidates.join(' or ')}`,
      });
  }
  for (const copy of reader.copies) {
    for (const extent of copy.remainder) unread(extent);
    if (!copy.repository && copy.hasHolding)
      report(file, 'repository-unnamed', { place: places.position(copy.start, copy.end) });
  }
  for (const statement of reader.statements) if (!statement.understood) unread(statement);
}

/** What no copy, edition or statement took. */
function separatorsOf(reader: ReferenceReader, text: string, places: Places): Separator[] {
  const taken: Extent[] = [...reader.copies, ...reader.printed, ...reader.statements].sort(
    (one, other) => one.start - other.start,
  );
  const separators: Separator[] = [];
  let from = 0;
  for (const { start, end } of [...taken, { start: text.length, end: text.length }]) {
    const words = text.slice(from, start);
    const trimmed = words.trim();
    if (trimmed !== '') {
      const begin = from + words.indexOf(trimmed);
      separators.push({ text: trimmed, position: places.position(begin, begin + trimmed.length) });
    }
    from = Math.max(from, end);
  }
  return separators;
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
