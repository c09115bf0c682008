/** Names of archives: those of the authority table, and unknown ones that their form gives away. */
import { isQuote } from './pairs.js';
import { formAt } from './forms.js';
import { lacunaEnd } from './lacunae.js';
import type { CompiledNotation, KnownRepository } from './lexicon.js';
import { endsSentence, isBetween, pastMarks, type Scan } from './scan.js';
import { Gap, isAllCapitals, isCapital, isDash } from './tokens.js';
import { codeEnd, isLabelled, labelAt } from './values.js';

export interface RepositoryMatch {
  /** Archives of this name: mostly one. */
  readonly candidates: readonly KnownRepository[];
  /** The name's tokens, with a place or abbreviation printed after it. */
  readonly start: number;
  readonly end: number;
  /** True for a name of so few letters that it needs a shelfmark to be believed. */
  readonly weak: boolean;
}

/** Tokens after a name within which words decide between archives of one name, or notations. */
const reach = 40;
/** The longest name of an unknown archive, in tokens. */
const longestName = 16;

/**
 * The known name at `index`. "The" is part of it; "the" before it is no part of any field, as "and" is not: it stands
 * between copies, or between the fields of a copy that the archive completes. `atStart` says that a reference may begin
 * here, so that the case of the letters need not be right.
 */
export function repositoryAt(scan: Scan, index: number, atStart: boolean): RepositoryMatch | undefined {
  const { tokens, lexicon } = scan;
  const start = tokens[index]?.norm === 'the' ? index + 1 : index;
  const first = tokens[start];
  if (first?.kind !== 'word') return undefined;
  const name = atStart || isCapital(first.text) ? lexicon.names.match(tokens, start) : undefined;
  let short = lexicon.abbreviations.match(tokens, start);
  if (!short && atStart) {
    const value = lexicon.abbreviationsAnyCase.get(first.text.toUpperCase());
    if (value) short = { value, end: start + 1 };
  }
  const found = name && (!short || name.end >= short.end) ? name : short;
  if (!found) return undefined;
  const candidates = decided(scan, found.value, found.end);
  const weak = found === short && found.end - start === 1 && first.text.length <= 3;
  const named = tokens[index]?.text === 'The' ? index : start;
  return { candidates, start: named, end: nameEnd(scan, found.end, candidates), weak };
}

/** Of several archives of one name the one that the words after it speak for. */
function decided(
  scan: Scan,
  candidates: readonly KnownRepository[],
  end: number,
): readonly KnownRepository[] {
  if (candidates.length < 2) return candidates;
  const { tokens, lexicon } = scan;
  for (let i = end; i < end + reach && tokens[i] && tokens[i]?.norm !== ';'; i++) {
    const keys = lexicon.evidence.match(tokens, i)?.value;
    const spokenFor = keys ? candidates.filter(({ key }) => keys.has(key)) : [];
    if (spokenFor.length === 1) return spokenFor;
  }
  return candidates;
}

/** Takes in "(BStU)" after the full name, "(formerly RTsKhIDNI)", ": TNA" and ", Moscow". */
function nameEnd(scan: Scan, index: number, candidates: readonly KnownRepository[]): number {
  const { tokens } = scan;
  const key = candidates.length === 1 ? candidates[0]?.key : undefined;
  if (key === undefined) return index;
  let end = index;
  for (let rounds = 0; rounds < 4; rounds++) {
    const mark = tokens[end];
    if (!mark || mark.gap === Gap.paragraph) break;
    const close = mark.norm === '(' ? ')' : mark.norm === '[' ? ']' : undefined;
    if (close !== undefined) {
      const inner = scan.lexicon.former.match(tokens, end + 1)?.end ?? end + 1;
      const name = otherNameEnd(scan, inner, key);
      const after = name === undefined ? inner : tokens[name]?.norm === ',' ? name + 1 : name;
      const inside = placeEnd(scan, after, key) ?? name;
      if (inside === undefined || tokens[inside]?.norm !== close) break;
      end = inside + 1;
      continue;
    }
    const at = mark.norm === ',' || mark.norm === ':' ? end + 1 : end;
    const more = placeEnd(scan, at, key) ?? (at > end ? otherNameEnd(scan, at, key) : undefined);
    if (more === undefined) break;
    end = more;
  }
  return end;
}

/** End of another name of the same archive. */
function otherNameEnd(scan: Scan, index: number, key: string): number | undefined {
  const found = [scan.lexicon.abbreviations, scan.lexicon.names].map((tree) =>
    tree.match(scan.tokens, index),
  );
  return found.find((match) => match?.value.some((known) => known.key === key))?.end;
}

function placeEnd(scan: Scan, index: number, key: string): number | undefined {
  if (scan.tokens[index]?.gap === Gap.paragraph) return undefined;
  const found = scan.lexicon.places.match(scan.tokens, index);
  return found?.value.has(key) ? found.end : undefined;
}

/** True if a shelfmark, or the statement that there is none, follows at `index`, after marks. */
export function shelfmarkFollows(scan: Scan, index: number, notation: CompiledNotation): boolean {
  let i = index;
  while (i < index + 3 && isBetween(scan.tokens[i])) i++;
  return (
    isLabelled(scan, i, notation) ||
    lacunaEnd(scan, i, notation) !== undefined ||
    formAt(scan, i, notation, new Set()) !== undefined
  );
}

/**
 * An archive that no table has, known by its form: a name, then a shelfmark. Gives the end of the name. `atStart` says
 * that nothing but a reference can begin here.
 */
export function unknownRepositoryEnd(scan: Scan, index: number, atStart = false): number | undefined {
  const { tokens, lexicon } = scan;
  const first = tokens[index];
  if (first?.kind !== 'word' || !isCapital(first.text)) return undefined;
  const notation = lexicon.notation(notationKey(scan, index));
  let institution = false;
  let capitals = true;
  let end = index;
  for (; end < index + longestName; end++) {
    const token = tokens[end];
    if (!token || (end > index && token.gap === Gap.paragraph)) break;
    if (token.norm === ',' || token.norm === ':' || token.norm === ';') break;
    if (token.norm === '.' ? endsSentence(scan, end) : isBetween(token) && !isDash(token)) break;
    // What is quoted names no archive by itself (stamped “…”).
    if (token.kind === 'number' || (!institution && isQuote(token))) return undefined;
    // "Photocopy from RGANI" is no name.
    if (end > index && lexicon.abbreviations.match(tokens, end) && token.text.length > 3) return undefined;
    if (end > index && isLabelled(scan, end, notation)) break;
    if (lexicon.institutions.has(token.norm)) institution = true;
    if (token.kind === 'word' && !isCapital(token.text) && token.text.length > 3) capitals = false;
  }
  if (end === index + longestName) return undefined;
  // "Museum (XYZ)": the abbreviation belongs to the name.
  let after = end;
  if (tokens[end]?.norm === '(' && tokens[end + 1]?.kind === 'word' && tokens[end + 2]?.norm === ')')
    after = end + 3;
  const acronym = end === index + 1 && isAllCapitals(first.text) && first.text.length >= 3;
  const next = pastMarks(scan, after);
  const labelled = isLabelled(scan, next, notation);
  if (labelled && (institution || acronym || twoLabels(scan, next, notation))) return after;
  if (!institution || !capitals || after <= index + 1) return undefined;
  // A name alone must be all there is up to the next reference; at the beginning a number may follow somewhere.
  const stop = tokens[after];
  if (stop === undefined || stop.norm === ';' || stop.gap === Gap.paragraph || endsSentence(scan, after))
    return after;
  if (!atStart || (stop.norm !== ',' && stop.norm !== ':') || !numberFollows(scan, after)) return undefined;
  return lexicon.places.match(tokens, after + 1)?.end ?? after;
}

/** True if a number comes before the end of the sentence, and before the name of a known archive. */
function numberFollows(scan: Scan, index: number): boolean {
  const { tokens } = scan;
  for (let i = index; i < index + reach; i++) {
    const token = tokens[i];
    if (!token || token.norm === ';' || token.gap === Gap.paragraph) return false;
    if (token.kind === 'number') return true;
    if (token.kind === 'word' && repositoryAt(scan, i, false)) return false;
  }
  return false;
}

/** True if two labelled numbers stand one after the other at `index`. */
export function twoLabels(scan: Scan, index: number, notation: CompiledNotation): boolean {
  if (scan.tokens[index]?.kind !== 'word') return false;
  const label = labelAt(scan, index, notation);
  const end = label && codeEnd(scan, label.value, notation, label.bare);
  if (end === undefined) return false;
  const next = pastMarks(scan, end);
  return scan.tokens[next]?.gap !== Gap.paragraph && isLabelled(scan, next, notation);
}

/** Key of the notation that the labels after `index` give away; undefined if none does. */
export function notationKey(scan: Scan, index: number): string | undefined {
  const { tokens, lexicon } = scan;
  let key: string | undefined;
  for (let i = index; i < index + reach; i++) {
    const token = tokens[i];
    if (!token || token.norm === ';' || (i > index && token.gap === Gap.paragraph)) break;
    const mark = lexicon.marks.match(tokens, i);
    if (!mark || !numberBeside(scan, i, mark.end)) continue;
    // Soviet labels are also those of other notations, which have marks of their own.
    if (mark.value !== 'soviet') return mark.value;
    key ??= mark.value;
  }
  return key;
}

function numberBeside(scan: Scan, start: number, end: number): boolean {
  if (scan.tokens[end - 1]?.kind === 'number') return true;
  let after = end;
  while (scan.tokens[after]?.norm === '.' || isDash(scan.tokens[after])) after++;
  if (scan.tokens[after]?.kind === 'number') return true;
  const before = scan.tokens[start - 1]?.norm === '.' ? start - 2 : start - 1;
  return scan.tokens[before]?.kind === 'number';
}
