/** The tail of a reference: who obtained, provided, translated, published a copy, or keeps another. */
import type { Responsibility } from '../../edition/types.js';
import type { PhraseTree } from './phrases.js';
import { repositoryAt, shelfmarkFollows } from './repositories.js';
import { conjunctionAt, endsSentence, type Scan } from './scan.js';
import { Gap, isAllCapitals, isCapital } from './tokens.js';

type Kind = Responsibility['kind'];

export interface StatementHead {
  readonly kind: Kind;
  /** Index of the first token after the verb and the word that ties it to names. */
  readonly body: number;
  /** Index of the first token of the names, where they follow at once ("Courtesy of N", "Trans. N"). */
  readonly names?: number;
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
  for (const { kind, ties, named } of found.value) {
    const tie = ties.match(tokens, end);
    if (!tie) continue;
    const announced = tokens[tie.end - 1]?.norm === ':' && !isOfPrint(kind);
    return { kind, body: tie.end, ...((named || announced) && { names: tie.end }) };
  }
  const tieless = found.value.find((verb) => verb.tieless);
  const first = tokens[end];
  if (tieless && first?.kind === 'word' && first.gap < Gap.paragraph && isCapital(first.text))
    return { kind: tieless.kind, body: end, names: end };
  if (more === 0) return undefined;
  const comma = tokens[end]?.norm === ',' ? end + 1 : end;
  const next = conjunctionAt(scan, comma)?.end ?? comma;
  const second = next > end ? verbAt(scan, next, more - 1) : undefined;
  const kind = found.value[0]?.kind;
  if (!second || !kind) return undefined;
  const { names } = second;
  return { kind, body: end, shared: second.shared ?? second.body, ...(names !== undefined && { names }) };
}

/**
 * End of the statement whose head ends at `body`: the next sentence, semicolon, empty line, statement or reference, or
 * the bracket that holds it. A printed edition may run over several sentences.
 */
export function statementEnd(scan: Scan, body: number, kind: Kind): number {
  const { tokens } = scan;
  const printed = isOfPrint(kind);
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
    const conjunction = conjunctionAt(scan, i);
    if (conjunction && i > body && startsOther(scan, conjunction.end)) return i;
    if (token.norm === ',' && startsOther(scan, i + 1)) return i;
  }
}

/** "Published: …", "Reprinted in …": what follows is an edition, not a name. */
function isOfPrint(kind: Kind): boolean {
  return kind === 'published' || kind === 'reprinted';
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
export function agentsOf(scan: Scan, { kind, body, names }: StatementHead, end: number): string[] {
  const { tokens, lexicon } = scan;
  const start =
    // "courtesy of" may be verb and tie already.
    lastAfter(scan, lexicon.agents, Math.max(body - 2, 0), end) ??
    names ??
    afterLanguage(scan, body, end) ??
    (isOfPrint(kind) ? undefined : afterColon(scan, body, end)) ??
    lastAfter(scan, lexicon.hosts, Math.max(body - 2, 0), end);
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
    if (stop > start && lexicon.agentEnds.has(token.norm) && !conjunctionAt(scan, stop)) break;
  }
  return namesIn(scan, start, stop);
}

/** End of the last of these words in a range. */
function lastAfter(scan: Scan, words: PhraseTree<true>, from: number, end: number): number | undefined {
  let start: number | undefined;
  for (let i = from; i < end; i++) {
    const found = words.match(scan.tokens, i);
    if (found && found.end <= end) start = found.end;
  }
  return start;
}

/** "Перевод с китайского А. Петровой": the name that follows the language with nothing between. */
function afterLanguage(scan: Scan, body: number, end: number): number | undefined {
  const { tokens, lexicon } = scan;
  if (!lexicon.translatedFrom.has(tokens[body - 1]?.norm ?? '')) return undefined;
  if (!lexicon.languages.has(tokens[body]?.norm ?? '')) return undefined;
  const name = tokens[body + 1];
  return name?.kind === 'word' && body + 1 < end && isCapital(name.text) && !conjunctionAt(scan, body + 1)
    ? body + 1
    : undefined;
}

/** "Translation from Russian: N". */
function afterColon({ tokens }: Scan, body: number, end: number): number | undefined {
  for (let i = body; i + 1 < end; i++) if (tokens[i]?.norm === ':') return i + 1;
  return undefined;
}

interface NameRange {
  readonly start: number;
  readonly end: number;
}

function namesIn(scan: Scan, start: number, end: number): string[] {
  const { tokens, text } = scan;
  const names: NameRange[] = [];
  let from = start;
  for (let i = start; i <= end; i++) {
    const conjunction = i < end ? conjunctionAt(scan, i) : undefined;
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
  return withoutAffiliations(scan, names).flatMap((range) => {
    const first = tokens[range.start]?.norm === 'the' ? range.start + 1 : range.start;
    const opening = tokens[first];
    let last = range.end - 1;
    while (last > first && tokens[last]?.norm === '.' && (tokens[last - 1]?.text.length ?? 0) > 1) last--;
    const closing = tokens[last];
    if (!opening || !closing || opening.kind === 'mark') return [];
    return [text.slice(opening.start, closing.end)];
  });
}

/**
 * After one name a comma brings where that person works, or "Jr"; after a department, the institution that it is of,
 * and both are one name.
 */
function withoutAffiliations(scan: Scan, names: readonly NameRange[]): readonly NameRange[] {
  const [first, ...others] = names;
  if (!first || others.length === 0) return names;
  const attached = others.every(
    (range) => scan.tokens[range.start - 1]?.norm === ',' && isInstitution(scan, range),
  );
  if (!attached) return names;
  const department = hasWord(scan, first, scan.lexicon.departments);
  if (department) return [{ start: first.start, end: others.at(-1)?.end ?? first.end }];
  return others.length === 1 || !isInstitution(scan, first) ? [first] : names;
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

/** True if a name is of a place where people work, or goes with the name before it ("Jr"). */
function isInstitution(scan: Scan, range: NameRange): boolean {
  const { institutions, workplaces, nameSuffixes } = scan.lexicon;
  return [institutions, workplaces, nameSuffixes].some((words) => hasWord(scan, range, words));
}

/** Ten words of a name tell. */
function hasWord(scan: Scan, { start, end }: NameRange, words: ReadonlySet<string>): boolean {
  for (let i = start; i < Math.min(end, start + 10); i++)
    if (words.has(scan.tokens[i]?.norm ?? '')) return true;
  return false;
}
