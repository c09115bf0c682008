/** The tail of a reference: who obtained, provided, translated, published a copy, or keeps another. */
import type { Responsibility } from '../../edition/types.js';
import { repositoryAt, shelfmarkFollows } from './repositories.js';
import { endsSentence, type Scan } from './scan.js';
import { Gap, isAllCapitals, isCapital } from './tokens.js';

type Kind = Responsibility['kind'];

export interface StatementHead {
  readonly kind: Kind;
  /** Index of the first token after the verb and the word that ties it to names. */
  readonly body: number;
  /** The verb shares its names with one that follows ("Obtained and translated by"): where those names begin. */
  readonly shared?: number;
}

/** Verbs that can share their names. */
const mostVerbs = 4;
/** Words before the verb ("Copy on file"). */
const mostLeads = 6;

/** The head of a statement at `index`: "Translated for", "Copy on file at", "Published:". */
export function statementHead(scan: Scan, index: number): StatementHead | undefined {
  const { tokens, lexicon } = scan;
  let i = index;
  while (i < index + mostLeads && lexicon.leads.has(tokens[i]?.norm ?? '')) i++;
  // The verb may itself be one of the words that can stand before it ("microfilm copy").
  for (let verb = i; verb >= index; verb--) {
    const head = verbAt(scan, verb);
    if (head) return head;
  }
  return undefined;
}

function verbAt(scan: Scan, index: number, more = mostVerbs): StatementHead | undefined {
  const { tokens, lexicon } = scan;
  const found = lexicon.verbs.match(tokens, index);
  if (!found) return undefined;
  let end = found.end;
  if (tokens[end]?.norm === '.' && tokens[end]?.gap === Gap.none) end++;
  for (const { kind, ties } of found.value) {
    const tie = ties.match(tokens, end);
    if (tie) return { kind, body: tie.end };
  }
  if (more === 0) return undefined;
  const comma = tokens[end]?.norm === ',' ? end + 1 : end;
  const next = lexicon.and.match(tokens, comma)?.end ?? comma;
  const second = next > end ? verbAt(scan, next, more - 1) : undefined;
  const kind = found.value[0]?.kind;
  return second && kind ? { kind, body: end, shared: second.shared ?? second.body } : undefined;
}

/**
 * End of the statement whose head ends at `body`: the next sentence, semicolon, empty line, statement or reference, or
 * the bracket that holds it. A printed edition may run over several sentences.
 */
export function statementEnd(scan: Scan, body: number, kind: Kind): number {
  const { tokens, lexicon } = scan;
  const printed = kind === 'published' || kind === 'reprinted';
  let depth = 0;
  for (let i = body; ; i++) {
    const token = tokens[i];
    if (!token || (i > body && token.gap === Gap.paragraph)) return i;
    if (token.norm === '(' || token.norm === '[') depth++;
    else if (token.norm === ')' || token.norm === ']') {
      if (depth === 0) return i;
      depth--;
    }
    if (depth > 0) continue;
    if (token.norm === ';') return i;
    if (token.gap === Gap.line && i > body && startsOther(scan, i)) return i;
    if (token.norm === '.') {
      if (i + 1 >= tokens.length) return initialBefore(scan, i) ? i + 1 : i;
      if (startsOther(scan, i + 1)) return initialBefore(scan, i) ? i + 1 : i;
      if (endsSentence(scan, i) && !printed) return i;
      continue;
    }
    const conjunction = lexicon.and.match(tokens, i);
    if (conjunction && i > body && startsOther(scan, conjunction.end)) return i;
    if (token.norm === ',' && startsOther(scan, i + 1)) return i;
  }
}

function initialBefore(scan: Scan, index: number): boolean {
  const before = scan.tokens[index - 1];
  return before?.kind === 'word' && Array.from(before.text).length === 1;
}

/** True if another statement or a reference begins at `index`. */
function startsOther(scan: Scan, index: number): boolean {
  if (scan.tokens[index]?.kind !== 'word') return false;
  if (statementHead(scan, index)) return true;
  const repository = repositoryAt(scan, index, false);
  return (
    repository !== undefined &&
    shelfmarkFollows(scan, repository.end, scan.lexicon.notation(repository.candidates[0]?.entry.notation))
  );
}

/** Names of those who did it, as printed: "by X and Y", "at the Z"; none if the statement names nobody. */
export function agentsOf(scan: Scan, body: number, end: number): string[] {
  const { tokens, lexicon } = scan;
  let start: number | undefined;
  // "courtesy of" may be verb and tie already.
  for (let i = Math.max(body - 2, 0); i < end; i++) {
    const found = lexicon.agents.match(tokens, i);
    if (found && found.end <= end) start = found.end;
  }
  if (start === undefined) return [];
  let stop = start;
  let brackets = 0;
  for (; stop < end; stop++) {
    const token = tokens[stop];
    if (!token) break;
    if (token.norm === '(' || token.norm === '[') brackets++;
    if (brackets > 0) {
      if (token.norm === ')' || token.norm === ']') brackets--;
      continue;
    }
    if (stop > start && lexicon.agentEnds.has(token.norm) && !lexicon.and.match(tokens, stop)) break;
  }
  return namesIn(scan, start, stop);
}

interface NameRange {
  readonly start: number;
  readonly end: number;
}

function namesIn(scan: Scan, start: number, end: number): string[] {
  const { tokens, lexicon, text } = scan;
  const names: NameRange[] = [];
  let from = start;
  for (let i = start; i <= end; i++) {
    const conjunction = i < end ? lexicon.and.match(tokens, i) : undefined;
    const comma = tokens[i]?.norm === ',';
    if (
      i < end &&
      !comma &&
      !(
        conjunction &&
        i > start &&
        joinsNames(scan, { start: from, end: i }, { start: conjunction.end, end })
      )
    ) {
      continue;
    }
    if (i > from) names.push({ start: from, end: i });
    from = conjunction ? conjunction.end : i + 1;
    if (conjunction) i = conjunction.end - 1;
  }
  return names.flatMap((range, place) => {
    // After one name a comma brings where that person works, or "Jr".
    const affiliation =
      place > 0 && names.length === 2 && isInstitution(scan, range) && tokens[range.start - 1]?.norm === ',';
    const first = tokens[range.start]?.norm === 'the' ? range.start + 1 : range.start;
    const opening = tokens[first];
    let last = range.end - 1;
    while (last > first && tokens[last]?.norm === '.' && (tokens[last - 1]?.text.length ?? 0) > 1) last--;
    const closing = tokens[last];
    if (affiliation || !opening || !closing || opening.kind === 'mark') return [];
    return [text.slice(opening.start, closing.end)];
  });
}

/** "A B and C D" are two, "History and Public Policy Program" is one. */
function joinsNames(scan: Scan, left: NameRange, right: NameRange): boolean {
  const { tokens } = scan;
  // Two words of each side tell enough.
  const words = ({ start, end }: NameRange) =>
    tokens.slice(start, Math.min(end, start + 4)).filter((token) => token.kind === 'word');
  const before = words(left);
  const after = words(right);
  if (before.length === 0 || after.length === 0) return tokens[left.end - 1]?.norm === ',';
  if (after[0]?.norm === 'the') return true;
  // "the History and Public Policy Program"
  if (before[0]?.norm === 'the') return !isInstitution(scan, right);
  if (before.length > 1 || after.length === 1) return true;
  return isAllCapitals(before[0]?.text ?? '') || !isCapital(after[0]?.text ?? '');
}

const places = new Set([
  'center',
  'centre',
  'university',
  'college',
  'project',
  'program',
  'programme',
  'jr',
  'sr',
]);

/** True if a name is of a place where people work; ten words of it tell. */
function isInstitution(scan: Scan, { start, end }: NameRange): boolean {
  for (let i = start; i < Math.min(end, start + 10); i++) {
    const norm = scan.tokens[i]?.norm ?? '';
    if (scan.lexicon.institutions.has(norm) || places.has(norm)) return true;
  }
  return false;
}
