/** Labels of shelfmarks and the values that follow them. */
import type { LabelUnit } from '../authority.js';
import type { CompiledNotation, LabelMeaning } from './lexicon.js';
import type { Range, Scan } from './scan.js';
import { Gap, isAllCapitals, isDash, type Token } from './tokens.js';

export interface LabelMatch {
  readonly meanings: readonly LabelMeaning[];
  /** The label's own tokens, with its full stop and a sign for "number" if there is one. */
  readonly label: Range;
  /** Index of the first token of the value. */
  readonly value: number;
  /** True for a label of one or two letters, which may be something else. */
  readonly weak: boolean;
  /** True for such a label without a full stop. */
  readonly bare: boolean;
}

/** A label at `index`, whatever follows it. */
export function labelAt(scan: Scan, index: number, notation: CompiledNotation): LabelMatch | undefined {
  const { tokens, lexicon } = scan;
  const found = notation.labels.match(tokens, index);
  if (!found) return undefined;
  let end = found.end;
  if (tokens[end]?.norm === '.') end++;
  const sign = lexicon.numberSigns.match(tokens, end);
  if (sign) {
    let after = sign.end;
    if (tokens[after]?.norm === '.') after++;
    if (tokens[after]?.kind === 'number') end = after;
  }
  let value = end;
  const colon = tokens[value];
  if (colon?.norm === ':') value++;
  else if (notation.dash && isDash(colon) && colon?.gap === Gap.none && tokens[value + 1]?.kind === 'number')
    value++;
  const first = tokens[value];
  if (first?.gap === Gap.paragraph) return undefined;
  const letters = tokens.slice(index, found.end).reduce((sum, token) => sum + token.text.length, 0);
  return {
    meanings: found.value,
    label: { start: index, end },
    value,
    weak: letters <= 2,
    bare: letters <= 2 && tokens[found.end]?.norm !== '.',
  };
}

/** True if a label with a number after it begins at `index`. */
export function isLabelled(scan: Scan, index: number, notation: CompiledNotation): boolean {
  if (scan.tokens[index]?.kind !== 'word') return false;
  const label = labelAt(scan, index, notation);
  return label !== undefined && codeEnd(scan, label.value, notation, label.bare) !== undefined;
}

/** True if a number with a label after it begins at `index`, in a notation that writes them so ("4. doboz"). */
export function isValueFirst(scan: Scan, index: number, notation: CompiledNotation): boolean {
  if (!notation.valueFirst || scan.tokens[index]?.kind !== 'number') return false;
  const end = codeEnd(scan, index, notation);
  if (end === undefined) return false;
  const stop = scan.tokens[end];
  const at = stop?.norm === '.' && stop.gap === Gap.none ? end + 1 : end;
  return scan.tokens[at]?.gap !== Gap.paragraph && notation.labels.match(scan.tokens, at) !== undefined;
}

/** Of the meanings of a label the first that fits what was read before and what follows. */
export function meaningOf(
  match: LabelMatch,
  read: ReadonlySet<LabelUnit>,
  follows: (unit: LabelUnit, index: number) => boolean,
): LabelMeaning | undefined {
  return match.meanings.find(
    ({ entry }) =>
      (!entry.after || entry.after.some((unit) => read.has(unit))) &&
      (!entry.unless || !follows(entry.unless, match.value)),
  );
}

const joiners = new Set(['-', '/', '_', '+']);
const roman = /^[IVXLC]+$/;

/**
 * End of the call number at `index`: letters and digits joined without spaces ("059a", "Р-9479", "611.93/11–1055"), or
 * capitals and a number ("CL 279"). It holds a digit, or is a Roman number or, after an unmistakable label, one or two
 * capitals. Undefined if there is none. `digitsOnly` asks for a digit in the first run: for labels that may be none.
 */
export function codeEnd(
  scan: Scan,
  index: number,
  notation: CompiledNotation,
  digitsOnly = false,
): number | undefined {
  const { tokens } = scan;
  const first = tokens[index];
  if (!first || first.kind === 'mark' || first.gap >= Gap.line + 1) return undefined;
  let end = runEnd(scan, index, notation);
  if (!hasDigit(tokens, index, end)) {
    const next = tokens[end];
    const plain = tokens.slice(index, end);
    if (!plain.every((token) => isAllCapitals(token.text))) return undefined;
    if (
      !digitsOnly &&
      end - index <= 3 &&
      next?.kind === 'number' &&
      next.gap === Gap.space &&
      first.text.length <= 5
    ) {
      end = runEnd(scan, end, notation);
    } else if (end - index > 1 || isInitial(tokens, index)) {
      return undefined;
    } else if (!roman.test(first.text) && (digitsOnly || first.text.length > 2)) {
      return undefined;
    }
  }
  // "XI A/74": a Roman number and what it numbers.
  if (!digitsOnly && !hasDigit(tokens, index, end) && roman.test(first.text)) {
    const next = tokens[end];
    const last = next?.kind === 'word' && next.gap === Gap.space ? runEnd(scan, end, notation) : end;
    if (next && isAllCapitals(next.text) && hasDigit(tokens, end, last) && !isLabelled(scan, end, notation))
      end = last;
  }
  // "004076/ 1955"
  const slash = tokens[end];
  const after = tokens[end + 1];
  if (slash?.norm === '/' && slash.gap === Gap.none && after?.kind === 'number' && after.gap === Gap.space)
    end += 2;
  return end;
}

/**
 * True for a letter with a full stop and a word after it: of a name or an abbreviation, not a number. After I, V and X
 * a space shows that a sentence ends.
 */
function isInitial(tokens: readonly Token[], index: number): boolean {
  const stop = tokens[index + 1];
  const next = tokens[index + 2];
  if (stop?.norm !== '.' || stop.gap !== Gap.none || next?.kind !== 'word') return false;
  return next.gap === Gap.none || (next.gap === Gap.space && !/^[IVX]+$/.test(tokens[index]?.text ?? ''));
}

/** End of what is joined to the token at `index` without spaces. */
export function runEnd(scan: Scan, index: number, notation: CompiledNotation): number {
  const { tokens } = scan;
  let end = index + 1;
  for (;;) {
    const token = tokens[end];
    if (!token || token.gap !== Gap.none) return end;
    if (token.kind !== 'mark') {
      if (token.kind === 'word' && beginsLabel(scan, end, notation)) return end;
      end++;
      continue;
    }
    const next = tokens[end + 1];
    if (!next || next.gap !== Gap.none || next.kind === 'mark') return end;
    if (joiners.has(token.norm) && !(token.norm === '/' && beginsLabel(scan, end + 1, notation))) end += 2;
    else if (token.norm === '.' && next.kind === 'number' && tokens[end - 1]?.kind === 'number') end += 2;
    else return end;
  }
}

/** True if a word glued to a number is the next label ("F.558Op.11", "Fond 45/Opis 1"), and no letter of the number. */
function beginsLabel(scan: Scan, index: number, notation: CompiledNotation): boolean {
  const found = notation.labels.match(scan.tokens, index);
  if (!found) return false;
  const after = scan.tokens[found.end];
  if (after?.norm === '.') return scan.tokens[found.end + 1]?.kind === 'number';
  return after?.kind === 'number' && (scan.tokens[index]?.text.length ?? 0) > 1;
}

export function hasDigit(tokens: readonly Token[], start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (tokens[i]?.kind === 'number') return true;
  return false;
}

/** True if there is a number that is no year. */
export function hasOtherThanYears(tokens: readonly Token[], start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const token = tokens[i];
    if (token?.kind !== 'number' || year.test(token.text)) continue;
    // "1945-64"
    if (token.text.length === 2 && isDash(tokens[i - 1]) && year.test(tokens[i - 2]?.text ?? '')) continue;
    return true;
  }
  return false;
}

/** The shape of a call number with its years told apart: `Y` for "1955", or undefined if it has none. */
export function datedShapeOf(scan: Scan, start: number, end: number): string | undefined {
  for (let i = start; i < end; i++)
    if (year.test(scan.tokens[i]?.text ?? '')) return shapeOf(scan, start, end, true);
  return undefined;
}

const year = /^(?:1[89]|20)\d\d$/;

/** The shape of a call number: `9` digits, `A` capitals, `a` small letters, `w` mixed, spaces and marks as they are. */
export function shapeOf(scan: Scan, start: number, end: number, dated = false): string {
  let shape = '';
  for (let i = start; i < end; i++) {
    const token = scan.tokens[i];
    if (!token) break;
    const afterSlash = shape.endsWith('/') || token.norm === '/';
    if (i > start && token.gap !== Gap.none && !afterSlash) shape += ' ';
    if (token.kind === 'number') shape += dated && year.test(token.text) ? 'Y' : '9';
    else if (token.kind === 'mark') shape += token.norm;
    else if (isAllCapitals(token.text)) shape += 'A';
    else if (token.text === token.text.toLowerCase()) shape += 'a';
    else shape += 'w';
  }
  return shape;
}
