/** What no rule reads: how far it goes, and where it is kept. */
import { beginsCopy, followed, isBelieved } from './archives.js';
import type { ReferenceReader } from './reader.js';
import { repositoryAt } from './repositories.js';
import { conjunctionAt, endsSentence, Level } from './scan.js';
import { statementHead } from './statements.js';
import { Gap } from './tokens.js';
import { isLabelled, isValueFirst, labelAt } from './values.js';

/** Passes over what begins where the reader stands, to the next place where something can be read. */
export function leaveUnread(reader: ReferenceReader): void {
  const { tokens } = reader.scan;
  const start = reader.index;
  let end = (reader.pairs.get(start) ?? start) + 1;
  while (end < tokens.length && !stopsAt(reader, end)) end = (reader.pairs.get(end) ?? end) + 1;
  while (end > start + 1 && (tokens[end - 1]?.norm === ':' || tokens[end - 1]?.norm === '-')) end--;
  keepUnread(reader, start, end);
}

/**
 * Keeps a range of tokens: in the description that it goes on, else as remainder of the copy, or, after the last copy
 * was ended by a statement, as a statement that was not understood.
 */
export function keepUnread(reader: ReferenceReader, start: number, end: number): void {
  const extent = reader.extent(start, end);
  const paragraph = reader.token(start)?.gap === Gap.paragraph;
  reader.index = end;
  if (!reader.copy && reader.statements.length + reader.printed.length > 0) {
    reader.statements.push({ ...extent, kind: 'credit', names: [], copy: undefined, understood: false });
    return;
  }
  const copy = reader.copy ?? reader.open(extent.start, reader.notation(undefined, start));
  const list = reader.describing && !reader.lost ? copy.description : copy.remainder;
  const last = list.at(-1);
  const goesOn = list === copy.remainder ? !paragraph : reader.level < Level.sentence;
  if (last && last.end === copy.end && goesOn) last.end = extent.end;
  else list.push(extent);
  copy.reach(extent.end);
}

/** True if what is not understood ends before `index`. */
function stopsAt(reader: ReferenceReader, index: number): boolean {
  const { scan } = reader;
  const token = reader.token(index);
  if (!token || token.gap === Gap.paragraph) return true;
  if (token.norm === ',' || token.norm === ';' || token.norm === ')' || token.norm === ']') return true;
  if (token.norm === '.') return endsSentence(scan, index);
  if (token.norm === '(' || token.norm === '[') {
    return statementHead(scan, index + 1) !== undefined || repositoryAt(scan, index + 1, false) !== undefined;
  }
  if (token.kind === 'number') {
    return (
      reader.copy !== undefined && token.gap !== Gap.none && isValueFirst(scan, index, reader.copy.notation)
    );
  }
  if (token.kind !== 'word') return false;
  if (stopsAtLabel(reader, index) || statementHead(scan, index)) return true;
  const after = conjunctionAt(scan, index)?.end ?? index;
  const repository = repositoryAt(scan, after, false);
  return (
    repository !== undefined &&
    beginsCopy(reader, repository) &&
    isBelieved(reader, repository) &&
    followed(reader, repository)
  );
}

/** A label of one or two letters counts inside other words only after a number, or where such labels follow one another. */
function stopsAtLabel(reader: ReferenceReader, index: number): boolean {
  const { scan, copy } = reader;
  const notation = copy?.notation ?? scan.lexicon.notation(undefined);
  const label = labelAt(scan, index, notation);
  if (!label || !isLabelled(scan, index, notation)) return false;
  if (!label.weak || reader.token(index - 1)?.kind === 'number') return true;
  const next = reader.token(index + 1);
  return notation.glued && next?.kind === 'number' && next.gap === Gap.none;
}
