/** What a copy is kept under: labelled and unlabelled call numbers, leaves, and what is said to be missing. */
import type { LabelUnit } from '../authority.js';
import type { Leaves, ShelfmarkUnit } from '../../edition/types.js';
import { describe } from './descriptions.js';
import type { CopyDraft } from './draft.js';
import { formAt, labelAfterStop, namedAt, type FormMatch } from './forms.js';
import { lacunaEnd, lostLeavesEnd, unitsNamed } from './lacunae.js';
import { leafRangeAt, nextLeafRange } from './leaves.js';
import type { LabelMeaning } from './lexicon.js';
import { isQuote } from './pairs.js';
import type { ReferenceReader } from './reader.js';
import { twoLabels } from './repositories.js';
import { conjunctionAt, endsPart, endsSentence } from './scan.js';
import { Gap, isAllCapitals, isCapital } from './tokens.js';
import { codeEnd, hasDigit, isLabelled, labelAt, meaningOf, type LabelMatch } from './values.js';

/** How far a label may be looked for that decides the meaning of another. */
const reach = 40;

export function readLacuna(reader: ReferenceReader, copy: CopyDraft): boolean {
  const lost = lostLeavesEnd(reader.scan, reader.index, copy.notation);
  const end = lost ?? lacunaEnd(reader.scan, reader.index, copy.notation);
  if (end === undefined) return false;
  copy.lacunae.push({
    ...reader.extent(reader.index, end),
    units: unitsNamed(reader.scan, reader.index, end, copy.notation),
    ...(lost !== undefined && { lost: true as const }),
  });
  return reader.take(copy, end);
}

export function readLabelled(reader: ReferenceReader, copy: CopyDraft): boolean {
  const { scan, index } = reader;
  const label = labelAt(scan, index, copy.notation);
  if (!label) return false;
  const meaning = meaningOf(label, copy.read, (unit, from) => labelFollows(reader, copy, unit, from));
  if (!meaning) return false;
  // Without an archive and a first part, "D. 5" may be anything.
  if (label.weak && !copy.repository && !copy.hasHolding && !twoLabels(scan, index, copy.notation))
    return false;
  const { unit } = meaning.entry;
  if (unit === 'leaf' || unit === 'page' || unit === 'frame')
    return readLeaves(reader, copy, label.value, unit);
  const end = valueEnd(reader, copy, label, meaning);
  if (end === undefined) return false;
  if (unit === 'description') {
    describe(reader, copy, end);
    return true;
  }
  if (copy.read.has(unit)) {
    // A unit of which there can be one comes twice: which leaves belong to which cannot be told.
    reader.lost = true;
    return false;
  }
  const words = reader.extent(label.label.start, label.label.end);
  copy.shelfmark.push({ unit, ...reader.extent(label.value, end), label: words });
  copy.read.add(unit);
  reader.take(copy, end);
  if (meaning.plural) readMore(reader, copy, unit);
  return true;
}

function valueEnd(
  reader: ReferenceReader,
  copy: CopyDraft,
  label: LabelMatch,
  meaning: LabelMeaning,
): number | undefined {
  const { scan } = reader;
  const end = codeEnd(scan, label.value, copy.notation, label.bare);
  // "Fond CC al PCR": of what has a name, two capitals are a number only where they stand alone.
  const named = meaning.entry.named === true && end !== undefined && !hasDigit(scan.tokens, label.value, end);
  if (end !== undefined && !(named && !endsPart(scan, end))) {
    // "Lot 64 D 199"
    const letter = reader.token(end);
    const number = reader.token(end + 1);
    const lot =
      meaning.entry.unit === 'lot' &&
      letter?.kind === 'word' &&
      letter.text.length === 1 &&
      number?.kind === 'number';
    return lot && isAllCapitals(letter.text) ? end + 2 : end;
  }
  const first = reader.token(label.value);
  if (!meaning.entry.named) return undefined;
  const close = first && isQuote(first) ? reader.pairs.get(label.value) : undefined;
  if (close !== undefined) return close + 1;
  if (label.weak || first?.kind !== 'word' || !isCapital(first.text)) return undefined;
  let stop = label.value + 1;
  for (let token = reader.token(stop); token; token = reader.token(stop)) {
    if (
      token.gap === Gap.paragraph ||
      token.norm === ',' ||
      token.norm === ';' ||
      token.norm === ')' ||
      token.norm === ']'
    )
      break;
    if (endsSentence(scan, stop) || (token.kind === 'word' && isLabelled(scan, stop, copy.notation))) break;
    stop++;
  }
  return stop;
}

/** More values after a plural label: "Dd. 221, 222 and 224". */
function readMore(reader: ReferenceReader, copy: CopyDraft, unit: ShelfmarkUnit): void {
  const { scan } = reader;
  for (;;) {
    let next = reader.index;
    if (reader.token(next)?.gap === Gap.paragraph) return;
    if (reader.token(next)?.norm === ',') next++;
    next = conjunctionAt(scan, next)?.end ?? next;
    if (next === reader.index || reader.token(next)?.kind !== 'number') return;
    const end = codeEnd(scan, next, copy.notation, true);
    if (end === undefined || !(endsPart(scan, end) || conjunctionAt(scan, end))) return;
    copy.shelfmark.push({ unit, ...reader.extent(next, end) });
    reader.take(copy, end);
  }
}

function readLeaves(reader: ReferenceReader, copy: CopyDraft, value: number, unit: Leaves['unit']): boolean {
  const { scan, index } = reader;
  let range = leafRangeAt(scan, value);
  if (!range) return false;
  copy.leaves.push({ unit, ...reader.extent(index, range.end), from: range.from, to: range.to });
  copy.read.add(unit);
  reader.take(copy, range.end);
  for (;;) {
    const next = nextLeafRange(scan, reader.index, range);
    if (!next) return true;
    let start = reader.index;
    if (reader.token(start)?.norm === ',') start++;
    start = conjunctionAt(scan, start)?.end ?? start;
    copy.leaves.push({ unit, ...reader.extent(start, next.end), from: next.from, to: next.to });
    reader.take(copy, next.end);
    range = next;
  }
}

/** "4. doboz", "288. f.", "12-15. o.": the number before its label. */
export function readValueFirst(reader: ReferenceReader, copy: CopyDraft): boolean {
  const { scan, index } = reader;
  if (!copy.notation.valueFirst || reader.token()?.kind !== 'number') return false;
  const end = codeEnd(scan, index, copy.notation);
  if (end === undefined) return false;
  const dot = reader.token(end);
  const at = dot?.norm === '.' && dot.gap === Gap.none ? end + 1 : end;
  const found = copy.notation.labels.match(scan.tokens, at);
  if (!found || reader.token(at)?.gap === Gap.paragraph) return false;
  const meaning = found.value.find(
    ({ entry }) => !entry.after || entry.after.some((unit) => copy.read.has(unit)),
  );
  if (!meaning) return false;
  const stop = reader.token(found.end);
  const after = stop?.norm === '.' && stop.gap === Gap.none ? found.end + 1 : found.end;
  const { unit } = meaning.entry;
  if (unit === 'description' || copy.read.has(unit)) return false;
  if (unit === 'leaf' || unit === 'page' || unit === 'frame') {
    const range = leafRangeAt(scan, index);
    if (!range || range.end !== end) return false;
    copy.leaves.push({ unit, ...reader.extent(index, after), from: range.from, to: range.to });
  } else {
    copy.shelfmark.push({ unit, ...reader.extent(index, end), label: reader.extent(at, after) });
  }
  copy.read.add(unit);
  return reader.take(copy, after);
}

/** A call number without label. */
export function readForm(reader: ReferenceReader, copy: CopyDraft): boolean {
  return keepForm(reader, copy, formAt(reader.scan, reader.index, copy.notation, copy.read));
}

/** A collection or series that has a name. */
export function readName(reader: ReferenceReader, copy: CopyDraft): boolean {
  return keepForm(reader, copy, namedAt(reader.scan, reader.index, copy.notation, copy.read));
}

function keepForm(reader: ReferenceReader, copy: CopyDraft, found: FormMatch | undefined): boolean {
  if (!found || found.parts.some(({ unit }) => copy.read.has(unit))) return false;
  const onlyLeaves = found.parts.every(({ unit }) => unit === 'leaf' || unit === 'page' || unit === 'frame');
  // A bare number is one of leaves only as a part of its own.
  if (onlyLeaves && reader.token(reader.index - 1)?.norm !== ',') return false;
  for (const part of found.parts) {
    copy.read.add(part.unit);
    if (part.unit === 'description') copy.description.push({ start: part.start, end: part.end });
    else if (part.unit === 'leaf' || part.unit === 'page' || part.unit === 'frame') {
      const words = reader.scan.text.slice(part.start, part.end);
      const range = onlyLeaves ? leafRangeAt(reader.scan, reader.index) : undefined;
      copy.leaves.push({
        unit: part.unit,
        start: part.start,
        end: part.end,
        from: range?.from ?? words,
        to: range?.to ?? words,
      });
    } else copy.shelfmark.push({ unit: part.unit, start: part.start, end: part.end });
  }
  const only = found.parts.length === 1 ? copy.shelfmark.at(-1) : undefined;
  const label = only && labelAfterStop(reader.scan, found.end, copy.notation);
  if (!only || !label?.units.has(only.unit)) return reader.take(copy, found.end);
  only.label = reader.extent(label.start, label.end);
  return reader.take(copy, label.end);
}

/** True if a label of `unit` with a number comes later in this copy. */
function labelFollows(reader: ReferenceReader, copy: CopyDraft, unit: LabelUnit, from: number): boolean {
  const { scan } = reader;
  for (let i = from; i < from + reach; i++) {
    const token = reader.token(i);
    if (!token || token.norm === ';' || token.gap === Gap.paragraph) return false;
    if (token.kind !== 'word') continue;
    const label = labelAt(scan, i, copy.notation);
    if (label?.meanings.some(({ entry }) => entry.unit === unit) && leafRangeAt(scan, label.value))
      return true;
  }
  return false;
}
