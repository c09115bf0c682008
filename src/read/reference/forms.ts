/** Parts of a shelfmark without labels: call numbers by their shape, collections and series by the last word of their name. */
import type { FormEntry, LabelUnit } from '../authority.js';
import type { CompiledNotation } from './lexicon.js';
import { endsPart, isBetween, type Scan } from './scan.js';
import { Gap, isCapital, isDash } from './tokens.js';
import {
  codeEnd,
  datedShapeOf,
  hasOtherThanYears,
  isLabelled,
  isValueFirst,
  labelAt,
  runEnd,
  shapeOf,
} from './values.js';

export interface FormPart {
  readonly unit: LabelUnit;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
}

export interface FormMatch {
  readonly parts: readonly FormPart[];
  /** Index of the token after the form. */
  readonly end: number;
}

/** The longest call number, in tokens. */
const longest = 24;
/** The longest name of a collection, in tokens. */
const longestName = 12;

/** The call number at `index`, if its shape is one that the notation knows in this place. */
export function formAt(
  scan: Scan,
  index: number,
  notation: CompiledNotation,
  read: ReadonlySet<LabelUnit>,
): FormMatch | undefined {
  const { tokens } = scan;
  const first = tokens[index];
  if (!first || first.kind === 'mark' || notation.forms.length === 0) return undefined;
  const whole = partEnd(scan, index, notation);
  const code = codeEnd(scan, index, notation);
  // The whole part first, then what is joined without spaces: "XIX-J-1-j Korea".
  for (const end of new Set([whole, code, runEnd(scan, index, notation)])) {
    if (end === undefined) continue;
    const shape = shapeOf(scan, index, end);
    const dated = datedShapeOf(scan, index, end);
    const words = tokens
      .slice(index, end)
      .map((token) => token.norm)
      .join(' ');
    for (const { entry, shapes, words: spelled, start } of notation.forms) {
      const fits = shapes.has(shape) || (dated !== undefined && shapes.has(dated)) || spelled.has(words);
      if (!fits) continue;
      if (start && !start.has(first.norm)) continue;
      if (entry.after && !entry.after.some((unit) => read.has(unit))) continue;
      if (entry.unless?.some((unit) => read.has(unit))) continue;
      const parted = end === whole || entry.rest !== undefined || isParted(scan, end, notation);
      if (!parted && !(entry.open === true && tokens[end]?.gap === Gap.space)) continue;
      const parts = partsOf(scan, index, end, entry);
      if (!parts || parts.some(({ unit }) => read.has(unit))) continue;
      const rest = tokens[end];
      if (end !== whole && entry.rest !== undefined && rest && whole !== undefined) {
        if (!isCapital(rest.text) || hasOtherThanYears(tokens, end, whole)) continue;
        const last = tokens[whole - 1];
        parts.push({ unit: entry.rest, start: rest.start, end: last?.end ?? rest.end });
        return { parts, end: whole };
      }
      return { parts, end };
    }
  }
  return undefined;
}

/** A collection or series named in words ("Harriman Papers", "Central Files 1967–69"). */
export function namedAt(
  scan: Scan,
  index: number,
  notation: CompiledNotation,
  read: ReadonlySet<LabelUnit>,
): FormMatch | undefined {
  const { tokens } = scan;
  const first = tokens[index];
  if (first?.kind !== 'word' || !isCapital(first.text) || notation.named.length === 0) return undefined;
  let end = index;
  while (end < index + longestName && !endsNamePart(scan, end, index)) {
    if (end > index && isLabelled(scan, end, notation) && !namedWithYears(scan, end, notation)) break;
    end++;
  }
  if (end === index + longestName || end === index) return undefined;
  // Years after the name belong to it.
  let name = end;
  while (name > index && (tokens[name - 1]?.kind === 'number' || isDash(tokens[name - 1]))) name--;
  const last = tokens[name - 1];
  if (!last || name <= index + 1) return undefined;
  const unit = notation.named.find(
    ({ entry, endings }) =>
      endings.has(last.norm) &&
      !read.has(entry.unit) &&
      (!entry.after || entry.after.some((one) => read.has(one))),
  )?.entry.unit;
  const lastToken = tokens[end - 1];
  if (!unit || !lastToken) return undefined;
  return { parts: [{ unit, start: first.start, end: lastToken.end }], end };
}

/** True if another part of a shelfmark begins at `index`, a label or a number before its label. */
function isParted(scan: Scan, index: number, notation: CompiledNotation): boolean {
  return (
    labelAfterStop(scan, index, notation) !== undefined ||
    isLabelled(scan, index, notation) ||
    isValueFirst(scan, index, notation)
  );
}

/** "M-KS-288. fond", "M-KS-288.f.5/152": the label after the full stop at `index`, in a notation that writes numbers first. */
export function labelAfterStop(
  scan: Scan,
  index: number,
  notation: CompiledNotation,
): { units: ReadonlySet<LabelUnit>; start: number; end: number } | undefined {
  const stop = scan.tokens[index];
  if (!notation.valueFirst || stop?.norm !== '.' || stop.gap !== Gap.none) return undefined;
  if (scan.tokens[index + 1]?.gap === Gap.paragraph) return undefined;
  const found = notation.labels.match(scan.tokens, index + 1);
  if (!found) return undefined;
  const end = scan.tokens[found.end]?.norm === '.' ? found.end + 1 : found.end;
  return { units: new Set(found.value.map(({ entry }) => entry.unit)), start: index + 1, end };
}

/** "Files 1967–69", "Decimal File 1950-54": the last words of a name and years, though they are a label too. */
function namedWithYears(scan: Scan, index: number, notation: CompiledNotation): boolean {
  const { tokens } = scan;
  const label = labelAt(scan, index, notation);
  const last = tokens[(label?.label.end ?? index + 1) - 1];
  return (
    notation.named.some(({ endings }) => endings.has(last?.norm ?? '')) &&
    /^(?:1[89]|20)\d\d$/.test(tokens[label?.value ?? index + 1]?.text ?? '')
  );
}

function endsNamePart(scan: Scan, index: number, start: number): boolean {
  const token = scan.tokens[index];
  if (!token || (index > start && token.gap === Gap.paragraph)) return true;
  if (isDash(token)) return false;
  if (token.norm === '.') return endsPart(scan, index) && scan.tokens[index - 1]?.text.length !== 1;
  return isBetween(token);
}

/** End of the part at `index`: the next mark between parts that stands free, or the next label. */
function partEnd(scan: Scan, index: number, notation: CompiledNotation): number | undefined {
  const { tokens } = scan;
  for (let i = index + 1; i < index + longest; i++) {
    const token = tokens[i];
    if (!token || token.gap > Gap.line) return i;
    const next = tokens[i + 1];
    const joined =
      token.gap === Gap.none && next !== undefined && next.gap === Gap.none && next.kind !== 'mark';
    if (isBetween(token) && !((isDash(token) || token.norm === '.') && joined)) return i;
    if (
      token.kind === 'word' &&
      tokens[i - 1]?.kind === 'number' &&
      token.gap > Gap.none &&
      isLabelled(scan, i, notation)
    )
      return i;
  }
  return undefined;
}

function partsOf(
  scan: Scan,
  index: number,
  end: number,
  { unit, parts: units, split, surplus }: FormEntry,
): FormPart[] | undefined {
  const { tokens } = scan;
  const first = tokens[index];
  const last = tokens[end - 1];
  if (!first || !last) return undefined;
  if (!units) return unit && [{ unit, start: first.start, end: last.end }];
  const parts: FormPart[] = [];
  let spare = surplus === 'first' ? marksIn(scan, index, end, split) - units.length + 1 : 0;
  let { start } = first;
  for (let i = index; i < end; i++) {
    const token = tokens[i];
    const current = units[parts.length];
    // The last part has the rest ("DY 30/IV 2/20/142"), or the first ("XIX-J-1-j-Korea-5/c-00766/1960").
    if (token?.norm !== split || !token || !current || parts.length + 1 === units.length) continue;
    if (spare-- > 0) continue;
    parts.push({ unit: current, start, end: token.start });
    start = token.end;
  }
  const current = units[parts.length];
  if (!current || parts.length + 1 !== units.length) return undefined;
  parts.push({ unit: current, start, end: last.end });
  return parts;
}

function marksIn({ tokens }: Scan, start: number, end: number, mark: string | undefined): number {
  let count = 0;
  for (let i = start; i < end; i++) if (tokens[i]?.norm === mark) count++;
  return count;
}
