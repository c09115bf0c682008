/** The name of an archive where the reader stands, and the copy that it begins. */
import type { RepositoryEntry } from '../authority.js';
import type { Repository } from '../../edition/types.js';
import type { CopyDraft } from './draft.js';
import type { ReferenceReader } from './reader.js';
import {
  repositoryAt,
  shelfmarkFollows,
  unknownRepositoryEnd,
  type RepositoryMatch,
} from './repositories.js';
import { conjunctionAt, endsSentence, Level, wordsOf } from './scan.js';
import { statementHead } from './statements.js';
import { Gap } from './tokens.js';
import { isLabelled } from './values.js';

/** " and " parts copies only before the name of an archive or a statement. */
export function readConjunction(reader: ReferenceReader): boolean {
  const { scan } = reader;
  const found = conjunctionAt(scan, reader.index);
  if (!found) return false;
  let next = found.end;
  while (reader.token(next)?.norm === 'also') next++;
  if (statementHead(scan, next)) {
    reader.index = next;
    return true;
  }
  const repository = repositoryAt(scan, next, false);
  const begins =
    (repository && isBelieved(reader, repository)) ||
    scan.lexicon.ibid.match(scan.tokens, next) !== undefined ||
    unknownRepositoryEnd(scan, next) !== undefined;
  if (!begins) return false;
  reader.shut();
  reader.index = next;
  reader.level = Level.strong;
  return readKnownArchive(reader) || readSameArchive(reader) || readUnknownArchive(reader);
}

export function readKnownArchive(reader: ReferenceReader): boolean {
  const { scan, copy } = reader;
  const found = repositoryAt(scan, reader.index, reader.level >= Level.sentence);
  if (!found || !isBelieved(reader, found) || !beginsCopy(reader, found)) return false;
  const [known, other] = found.candidates;
  if (!known) return false;
  const name = reader.extent(found.start, found.end);
  const entry = other ? undefined : known.entry;
  const key = entry ? known.key : keyOf(wordsOf(scan, found.start, found.end));
  const notation = reader.notation(known.entry.notation, found.end);
  const completes =
    copy &&
    !copy.repository &&
    reader.level < Level.strong &&
    (!copy.hasHolding || isOfFilm(copy) || endsReference(reader, found.end));
  const draft = completes ? copy : reader.open(name.start, notation);
  draft.notation = notation;
  draft.repository = { ...name, key, known: entry !== undefined, ...placeOf(entry) };
  draft.reach(name.end);
  reader.named = draft;
  if (other) reader.doubtful.push({ ...name, candidates: found.candidates.map((one) => one.entry.name) });
  reader.index = found.end;
  return true;
}

/** "Reel 79, RGANI, f. 5, …": nothing but the number of a film stands before the archive. */
function isOfFilm({ shelfmark, leaves, lacunae }: CopyDraft): boolean {
  return leaves.length + lacunae.length === 0 && shelfmark.every(({ unit }) => unit === 'reel');
}

/** "Fond 5, Opis 28, Delo 412, RGANI": the archive comes last, and after it nothing. */
function endsReference(reader: ReferenceReader, end: number): boolean {
  const next = reader.token(end);
  return (
    reader.level < Level.sentence &&
    (next === undefined || next.norm === ';' || next.gap === Gap.paragraph || endsSentence(reader.scan, end))
  );
}

/** A name of two or three letters is believed only with a shelfmark after it, or where only a reference can stand. */
export function isBelieved(reader: ReferenceReader, found: RepositoryMatch): boolean {
  if (!found.weak) return true;
  const next = reader.token(found.end);
  if (next === undefined || endsSentence(reader.scan, found.end)) return true;
  if (reader.level === Level.strong && (next.norm === ',' || next.norm === ':')) return true;
  return followed(reader, found);
}

/** True if the name begins a copy, or completes one that has no archive yet. */
export function beginsCopy(reader: ReferenceReader, found: RepositoryMatch): boolean {
  const { copy } = reader;
  if (!copy || reader.level >= Level.strong || (!copy.repository && !copy.hasHolding)) return true;
  if (!copy.repository && endsReference(reader, found.end)) return true;
  if (reader.level < Level.sentence) return copy.hasHolding && followed(reader, found);
  return (
    reader.token(found.end) === undefined || endsSentence(reader.scan, found.end) || followed(reader, found)
  );
}

export function followed(reader: ReferenceReader, found: RepositoryMatch): boolean {
  const notation = reader.notation(found.candidates[0]?.entry.notation, found.end);
  return shelfmarkFollows(reader.scan, found.end, notation);
}

/** "Ibid.": the archive of the copy before. */
export function readSameArchive(reader: ReferenceReader): boolean {
  const found = reader.scan.lexicon.ibid.match(reader.scan.tokens, reader.index);
  const before = reader.named;
  if (!found || !before?.repository || (reader.copy && reader.level < Level.sentence)) return false;
  const stop = reader.token(found.end);
  const end = stop?.norm === '.' && stop.gap === Gap.none ? found.end + 1 : found.end;
  const name = reader.extent(reader.index, end);
  const draft = reader.open(name.start, before.notation);
  draft.repository = { ...before.repository, ...name };
  draft.origin = { kind: 'inferred', rule: 'ibid', certainty: 'high' };
  draft.reach(name.end);
  reader.named = draft;
  reader.index = end;
  return true;
}

/** An archive that no table knows. */
export function readUnknownArchive(reader: ReferenceReader): boolean {
  const { scan, index, copy } = reader;
  if (copy && reader.level < (copy.hasHolding ? Level.sentence : Level.strong)) return false;
  if (isLabelled(scan, index, scan.lexicon.notation(undefined))) return false;
  if (scan.lexicon.ibid.match(scan.tokens, index)) return false;
  const end = unknownRepositoryEnd(scan, index, !copy && reader.level === Level.strong);
  if (end === undefined) return false;
  const name = reader.extent(index, end);
  const draft = reader.open(name.start, reader.notation(undefined, index));
  draft.repository = { ...name, key: keyOf(wordsOf(scan, index, end)), known: false };
  draft.reach(name.end);
  reader.named = draft;
  reader.doubtful.push({ ...name, candidates: [] });
  reader.index = end;
  return true;
}

function placeOf(entry: RepositoryEntry | undefined): Pick<Repository, 'country' | 'settlement'> {
  return {
    ...(entry?.country !== undefined && { country: entry.country }),
    ...(entry?.settlement !== undefined && { settlement: entry.settlement }),
  };
}

/** Letters of a key: a name in TEI's sense of an id, short enough to read. */
const longestKey = 60;

/** A key made of a name: small letters and digits with hyphens; it begins with a letter. */
export function keyOf(name: string): string {
  const words =
    name
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{Nd}]+/gu) ?? [];
  const key = Array.from(words.join('-')).slice(0, longestKey).join('').replace(/-$/, '');
  return /^\p{L}/u.test(key) ? key : `repository-${key}`.replace(/-$/, '');
}
