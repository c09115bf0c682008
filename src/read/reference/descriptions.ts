/** Words about the object: marks of secrecy, kind of copy, an editor's letter for a witness, old numbers. */
import type { DescriptionSpan } from '../../edition/types.js';
import type { CopyDraft } from './draft.js';
import type { ReferenceReader } from './reader.js';
import { repositoryAt, shelfmarkFollows } from './repositories.js';
import { endsPart, endsSentence, isBetween, Level } from './scan.js';
import { statementHead } from './statements.js';
import { Gap, isCapital } from './tokens.js';
import { codeEnd, isLabelled, labelAt } from './values.js';

/** "formerly Fond 5, Opis 3": to the end of its bracket, or of the part. */
export function readFormer(reader: ReferenceReader, copy: CopyDraft): boolean {
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
  copy.former.push(reader.extent(index, end));
  return reader.take(copy, end);
}

export function readHandling(reader: ReferenceReader, copy: CopyDraft): boolean {
  const found = reader.scan.lexicon.handling.match(reader.scan.tokens, reader.index);
  if (!found || !endsPart(reader.scan, found.end)) return false;
  describe(reader, copy, found.end, 'classification');
  // What follows a mark of secrecy is no more of it.
  reader.describing = false;
  return true;
}

/** Words of one description part only by commas or semicolons are one span. */
export function describe(
  reader: ReferenceReader,
  copy: CopyDraft,
  end: number,
  about?: DescriptionSpan['about'],
): void {
  const words = reader.extent(reader.index, end);
  const last = copy.description.at(-1);
  const between = last ? reader.scan.text.slice(last.end, words.start) : undefined;
  if (
    last &&
    last.end === copy.end &&
    last.about === about &&
    between !== undefined &&
    between.length < 8 &&
    /^[\s,;]*$/.test(between)
  ) {
    last.end = words.end;
  } else {
    copy.description.push(about ? { ...words, about } : words);
  }
  reader.describing = true;
  reader.take(copy, end);
}

/** A letter in brackets that an editor gives a witness: "(А)". */
export function readSiglum(reader: ReferenceReader, copy: CopyDraft): boolean {
  const { index } = reader;
  const token = reader.token();
  if (token?.kind !== 'word' || token.text.length !== 1 || !isCapital(token.text)) return false;
  if (reader.token(index - 1)?.norm !== '(' || reader.token(index + 1)?.norm !== ')') return false;
  copy.description.push(reader.extent(index - 1, index + 2));
  copy.reach(reader.extent(index + 1, index + 2).end);
  reader.index = index + 1;
  return true;
}

/** Words about the object, to the next comma; the rest of the sentence goes on with them. */
export function readDescription(reader: ReferenceReader, copy: CopyDraft): boolean {
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
      verbatim: scan.text.slice(reader.extent(i, i + 2).start, reader.extent(i, i + 2).end),
      origin: { kind: 'stated', rule: 'reference' },
    };
  }
  describe(reader, copy, end, isDrafting(reader, index) ? 'drafting' : undefined);
  return true;
}

/** "…; another copy in APRF, f. 3", "a copy is held in APRF, f. 3": the kind of the copy that begins here, not of the one before. */
export function readKeptCopy(reader: ReferenceReader): boolean {
  const { scan, index, copy } = reader;
  if (!copy?.hasHolding || reader.level < Level.soft) return false;
  const kind = scan.lexicon.descriptions.match(scan.tokens, index);
  const kept = kind && scan.lexicon.kept.match(scan.tokens, kind.end);
  if (!kind || !kept) return false;
  const repository = repositoryAt(scan, kept.end, false);
  const key = repository?.candidates[0]?.entry.notation;
  if (!repository || !shelfmarkFollows(scan, repository.end, reader.notation(key, repository.end)))
    return false;
  const words = reader.extent(index, kind.end);
  const draft = reader.open(words.start, reader.notation(key, repository.end));
  draft.description.push(words);
  draft.reach(reader.extent(kind.end, kept.end).end);
  reader.index = kept.end;
  return true;
}

/** "Drafted by", "cleared by": who made the document and let it go. */
function isDrafting({ scan }: ReferenceReader, index: number): boolean {
  return scan.lexicon.drafting.match(scan.tokens, index) !== undefined;
}

function interrupts(reader: ReferenceReader, copy: CopyDraft, index: number): boolean {
  const { scan } = reader;
  if (statementHead(scan, index)) return true;
  const label = labelAt(scan, index, copy.notation);
  if (label && !label.weak && isLabelled(scan, index, copy.notation)) return true;
  const repository = repositoryAt(scan, index, false);
  return repository !== undefined && shelfmarkFollows(scan, repository.end, copy.notation);
}
