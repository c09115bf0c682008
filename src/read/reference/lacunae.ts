/** What a reference says is missing, in its words: "Fond and Opis not given", "without number". */
import type { Lacuna } from '../../edition/types.js';
import type { CompiledNotation } from './lexicon.js';
import { leafRangeAt, nextLeafRange, type LeafRange } from './leaves.js';
import { conjunctionAt, type Scan } from './scan.js';
import { Gap } from './tokens.js';
import { labelAt } from './values.js';

/** More units than a shelfmark has are no statement about one. */
const mostSubjects = 12;

/** End of the statement that begins at `index`, if one does. */
export function lacunaEnd(scan: Scan, index: number, notation: CompiledNotation): number | undefined {
  const { tokens, lexicon } = scan;
  const before = lexicon.lacunaBefore.match(tokens, index);
  if (before && tokens[before.end]?.norm !== '.') {
    const subjects = subjectsEnd(scan, before.end, notation);
    if (subjects !== undefined) {
      // "no fond or opis given"
      return lexicon.lacunaSaid.has(tokens[subjects]?.norm ?? '') ? subjects + 1 : subjects;
    }
  }
  const subjects = subjectsEnd(scan, index, notation);
  if (subjects !== undefined) {
    const end = saidMissing(scan, subjects);
    if (end !== undefined) return end;
  }
  return lexicon.lacunaAlone.match(tokens, index)?.end;
}

/** "list 203 is missing from the file", "ll. 4-5 missing", "without l. 7": leaves that are not in the object. */
export function lostLeavesEnd(scan: Scan, index: number, notation: CompiledNotation): number | undefined {
  const { tokens, lexicon } = scan;
  const before = lexicon.lacunaBefore.match(tokens, index);
  const leaves = leavesEnd(scan, before?.end ?? index, notation);
  if (leaves === undefined) return undefined;
  const open = tokens[leaves]?.norm === '(' ? 1 : 0;
  const said = lexicon.lost.match(tokens, leaves + open);
  if (!said) return before ? leaves : undefined;
  const end = lexicon.lostWhence.match(tokens, said.end)?.end ?? said.end;
  if (open === 0) return end;
  return tokens[end]?.norm === ')' ? end + 1 : undefined;
}

/** End of a label of leaves or pages with their numbers. */
function leavesEnd(scan: Scan, index: number, notation: CompiledNotation): number | undefined {
  const label = labelAt(scan, index, notation);
  const ofLeaves = label?.meanings.some(({ entry: { unit } }) => unit === 'leaf' || unit === 'page');
  let range = label && ofLeaves ? leafRangeAt(scan, label.value) : undefined;
  let end: number | undefined;
  while (range) {
    ({ end } = range);
    range = nextLeafRange(scan, end, range) ?? lastLeaf(scan, end);
  }
  return end;
}

/** "and 7" where no part ends after it, but a statement begins. */
function lastLeaf(scan: Scan, index: number): LeafRange | undefined {
  const and = conjunctionAt(scan, index);
  const range = and && leafRangeAt(scan, and.end);
  return range && scan.lexicon.lost.match(scan.tokens, range.end) ? range : undefined;
}

/** End of "not given" and the like, with brackets around it or none. */
export function saidMissing(scan: Scan, index: number): number | undefined {
  const { tokens, lexicon } = scan;
  const plain = lexicon.lacunaAfter.match(tokens, index);
  if (plain) return plain.end;
  const bracket = tokens[index]?.norm;
  if (bracket !== '(' && bracket !== '[' && bracket !== ':' && bracket !== '-') return undefined;
  const inner = lexicon.lacunaAfter.match(tokens, index + 1);
  if (!inner) return undefined;
  if (bracket === ':' || bracket === '-') return inner.end;
  return tokens[inner.end]?.norm === (bracket === '(' ? ')' : ']') ? inner.end + 1 : undefined;
}

/** End of a list of units ("Fond and Opis", "f., op. and d. numbers"). */
function subjectsEnd(scan: Scan, index: number, notation: CompiledNotation): number | undefined {
  const { tokens, lexicon } = scan;
  const joins = (word: string): boolean => word === ',' || word === '/' || lexicon.lacunaJoiners.has(word);
  let end: number | undefined;
  let i = index;
  for (let count = 0; count < mostSubjects; count++) {
    if (i > index && tokens[i]?.gap === Gap.paragraph) break;
    const subject = notation.labels.match(tokens, i) ?? lexicon.lacunaSubjects.match(tokens, i);
    if (!subject) break;
    end = subject.end;
    if (tokens[end]?.norm === '.' && tokens[end]?.gap === Gap.none) end++;
    i = end;
    while (joins(tokens[i]?.norm ?? '') && i - end < 2) i++;
  }
  return end;
}

/** The units that a statement names. "Number" names none: it can be said of any. */
export function unitsNamed(
  { tokens }: Scan,
  start: number,
  end: number,
  notation: CompiledNotation,
): NonNullable<Lacuna['units']> {
  const units = new Set<NonNullable<Lacuna['units']>[number]>();
  for (let i = start; i < end;) {
    const label = notation.labels.match(tokens, i);
    const unit = label?.value[0]?.entry.unit;
    if (unit !== undefined && unit !== 'description' && unit !== 'number') units.add(unit);
    i = label ? label.end : i + 1;
  }
  return [...units];
}
