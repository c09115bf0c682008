/** The parts of one copy: labelled and unlabelled call numbers, leaves, lacunae, descriptions, old numbers. */
import type { LabelUnit } from '../authority.js';
import type { Leaves, ShelfmarkUnit } from '../../edition/types.js';
import type { CopyDraft, Extent } from './draft.js';
import { formAt, namedAt, type FormMatch } from './forms.js';
import { lacunaEnd } from './lacunae.js';
import { leafRangeAt, nextLeafRange } from './leaves.js';
import type { LabelMeaning } from './lexicon.js';
import type { ReferenceReader } from './reader.js';
import { endsPart, endsSentence, isBetween } from './scan.js';
import { repositoryAt, shelfmarkFollows } from './repositories.js';
import { statementHead } from './statements.js';
import { Gap, isAllCapitals, isCapital } from './tokens.js';
import { codeEnd, isLabelled, labelAt, meaningOf, type LabelMatch } from './values.js';

/** How far a label may be looked for that decides the meaning of another. */
const reach = 40;

/** Reads the part that begins where the reader stands; false if there is none, and then nothing has moved. */
export function readElement(reader: ReferenceReader, copy: CopyDraft): boolean {
  return (
    readLacuna(reader, copy) ||
    readFormer(reader, copy) ||
    readHandling(reader, copy) ||
    readLabelled(reader, copy) ||
    readValueFirst(reader, copy) ||
    readForm(reader, copy, formAt(reader.scan, reader.index, copy.notation, copy.read)) ||
    readForm(reader, copy, namedAt(reader.scan, reader.index, copy.notation, copy.read)) ||
    readSiglum(reader, copy) ||
    readDescription(reader, copy)
  );
}

function extent(reader: ReferenceReader, start: number, end: number): Extent {
  const first = reader.token(start);
  const last = reader.token(end - 1);
  if (!first || !last) throw new RangeError('an extent of no tokens');
  return { start: first.start, end: last.end };
}

function move(reader: ReferenceReader, copy: CopyDraft, end: number): true {
  copy.reach(extent(reader, end - 1, end).end);
  reader.index = end;
  return true;
}

function readLacuna(reader: ReferenceReader, copy: CopyDraft): boolean {
  const end = lacunaEnd(reader.scan, reader.index, copy.notation);
  if (end === undefined) return false;
  copy.lacunae.push(extent(reader, reader.index, end));
  return move(reader, copy, end);
}

/** "formerly Fond 5, Opis 3": to the end of its bracket, or of the part. */
function readFormer(reader: ReferenceReader, copy: CopyDraft): boolean {
  const { scan, index } = reader;
  const found = scan.lexicon.former.match(scan.tokens, index);
  if (!found) return false;
  const value =
    reader.token(found.end)?.norm === ':' || reader.token(found.end)?.norm === '.'
      ? found.end + 1
      : found.end;
  if (
    !isLabelled(scan, value, copy.notation) &&
    reader.token(value)?.kind !== 'number' &&
    codeEnd(scan, value, copy.notation, true) === undefined
  ) {
    return false;
  }
  const before = reader.token(index - 1)?.norm;
  const close = before === '(' ? ')' : before === '[' ? ']' : undefined;
  let end = value + 1;
  for (let token = reader.token(end); token; token = reader.token(end)) {
    if (token.gap === Gap.paragraph || token.norm === ';' || token.norm === close) break;
    if (close === undefined && (token.norm === ',' || token.norm === ')' || endsSentence(scan, end))) break;
    end++;
  }
  copy.former.push(extent(reader, index, end));
  return move(reader, copy, end);
}

function readHandling(reader: ReferenceReader, copy: CopyDraft): boolean {
  const found = reader.scan.lexicon.handling.match(reader.scan.tokens, reader.index);
  if (!found || !endsPart(reader.scan, found.end)) return false;
  describe(reader, copy, found.end);
  // What follows a mark of secrecy is no more of it.
  reader.describing = false;
  return true;
}

/** Words of one description part only by commas or semicolons are one span. */
function describe(reader: ReferenceReader, copy: CopyDraft, end: number): void {
  const words = extent(reader, reader.index, end);
  const last = copy.description.at(-1);
  const between = last ? reader.scan.text.slice(last.end, words.start) : undefined;
  if (
    last &&
    last.end === copy.end &&
    between !== undefined &&
    between.length < 8 &&
    /^[\s,;]*$/.test(between)
  ) {
    last.end = words.end;
  } else {
    copy.description.push(words);
  }
  reader.describing = true;
  move(reader, copy, end);
}

function readLabelled(reader: ReferenceReader, copy: CopyDraft): boolean {
  const { scan, index } = reader;
  const label = labelAt(scan, index, copy.notation);
  if (!label) return false;
  const meaning = meaningOf(label, copy.read, (unit, from) => labelFollows(reader, copy, unit, from));
  if (!meaning) return false;
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
  const words = extent(reader, label.label.start, label.label.end);
  copy.shelfmark.push({ unit, ...extent(reader, label.value, end), label: words });
  copy.read.add(unit);
  move(reader, copy, end);
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
  const end = codeEnd(scan, label.value, copy.notation, label.weak);
  if (end !== undefined) {
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
  if (!meaning.entry.named || label.weak || first?.kind !== 'word' || !isCapital(first.text))
    return undefined;
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
    next = scan.lexicon.and.match(scan.tokens, next)?.end ?? next;
    if (next === reader.index || reader.token(next)?.kind !== 'number') return;
    const end = codeEnd(scan, next, copy.notation, true);
    if (end === undefined || !(endsPart(scan, end) || scan.lexicon.and.match(scan.tokens, end))) return;
    copy.shelfmark.push({ unit, ...extent(reader, next, end) });
    move(reader, copy, end);
  }
}

function readLeaves(reader: ReferenceReader, copy: CopyDraft, value: number, unit: Leaves['unit']): boolean {
  const { scan, index } = reader;
  let range = leafRangeAt(scan, value);
  if (!range) return false;
  copy.leaves.push({ unit, ...extent(reader, index, range.end), from: range.from, to: range.to });
  copy.read.add(unit);
  move(reader, copy, range.end);
  for (;;) {
    const next = nextLeafRange(scan, reader.index, range);
    if (!next) return true;
    let start = reader.index;
    if (reader.token(start)?.norm === ',') start++;
    start = scan.lexicon.and.match(scan.tokens, start)?.end ?? start;
    copy.leaves.push({ unit, ...extent(reader, start, next.end), from: next.from, to: next.to });
    move(reader, copy, next.end);
    range = next;
  }
}

/** "4. doboz", "288. f.", "12-15. o.": the number before its label. */
function readValueFirst(reader: ReferenceReader, copy: CopyDraft): boolean {
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
    copy.leaves.push({ unit, ...extent(reader, index, after), from: range.from, to: range.to });
  } else {
    copy.shelfmark.push({ unit, ...extent(reader, index, end), label: extent(reader, at, after) });
  }
  copy.read.add(unit);
  return move(reader, copy, after);
}

function readForm(reader: ReferenceReader, copy: CopyDraft, found: FormMatch | undefined): boolean {
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
  return move(reader, copy, found.end);
}

/** A letter in brackets that an editor gives a witness: "(А)". */
function readSiglum(reader: ReferenceReader, copy: CopyDraft): boolean {
  const { index } = reader;
  const token = reader.token();
  if (token?.kind !== 'word' || token.text.length !== 1 || !isCapital(token.text)) return false;
  if (reader.token(index - 1)?.norm !== '(' || reader.token(index + 1)?.norm !== ')') return false;
  copy.description.push(extent(reader, index - 1, index + 2));
  copy.reach(extent(reader, index + 1, index + 2).end);
  reader.index = index + 1;
  return true;
}

/** Words about the object, to the next comma; the rest of the sentence goes on with them. */
function readDescription(reader: ReferenceReader, copy: CopyDraft): boolean {
  const { scan, index } = reader;
  const found = scan.lexicon.descriptions.match(scan.tokens, index);
  if (!found) return false;
  let end = found.end;
  for (let token = reader.token(end); token; token = reader.token(end)) {
    if (token.gap === Gap.paragraph || token.norm === ',' || token.norm === ';' || endsSentence(scan, end))
      break;
    if (token.norm === ')' || token.norm === ']') break;
    if (isBetween(token) && token.norm !== '-' && token.norm !== '.' && token.norm !== ':') break;
    if (token.kind === 'word' && interrupts(reader, copy, end)) break;
    end++;
  }
  for (let i = index; i + 1 < end; i++) {
    const word = reader.token(i)?.norm;
    const tag = scan.lexicon.languages.get(reader.token(i + 1)?.norm ?? '');
    if ((word !== 'in' && word !== 'на') || tag === undefined) continue;
    copy.language = {
      value: tag,
      verbatim: scan.text.slice(extent(reader, i, i + 2).start, extent(reader, i, i + 2).end),
      origin: { kind: 'stated', rule: 'reference' },
    };
  }
  describe(reader, copy, end);
  return true;
}

function interrupts(reader: ReferenceReader, copy: CopyDraft, index: number): boolean {
  const { scan } = reader;
  if (statementHead(scan, index)) return true;
  const label = labelAt(scan, index, copy.notation);
  if (label && !label.weak && isLabelled(scan, index, copy.notation)) return true;
  const repository = repositoryAt(scan, index, false);
  return repository !== undefined && shelfmarkFollows(scan, repository.end, copy.notation);
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
