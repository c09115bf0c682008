/**
 * The grammar of a reference: one pass over the tokens. Each step reads what begins at a place (the name of an archive,
 * a statement, a printed edition, a part of a shelfmark) and moves on; what nothing reads is kept as not understood.
 */
import type { PrintedSource, Repository, Responsibility } from '../../edition/types.js';
import { CopyDraft, type Extent } from './draft.js';
import { readElement } from './elements.js';
import { formAt } from './forms.js';
import { lacunaEnd } from './lacunae.js';
import type { CompiledNotation, Lexicon } from './lexicon.js';
import { isQuote, pairMarks } from './pairs.js';
import { printedChunk } from './printed.js';
import {
  notationKey,
  repositoryAt,
  shelfmarkFollows,
  twoLabels,
  unknownRepositoryEnd,
  type RepositoryMatch,
} from './repositories.js';
import { endsSentence, isBetween, wordsOf, type Scan } from './scan.js';
import { agentsOf, statementEnd, statementHead, type StatementHead } from './statements.js';
import { Gap, isDash, tokenise, type Token } from './tokens.js';
import { isLabelled, isValueFirst, labelAt } from './values.js';

/** How strongly what stands before a place parts it from what came earlier. */
export const Level = { none: 0, soft: 1, sentence: 2, strong: 3 } as const;
export type Level = (typeof Level)[keyof typeof Level];

export interface StatementDraft extends Extent {
  readonly kind: Responsibility['kind'];
  readonly names: string[];
  /** The copy in whose segment it stands. */
  readonly copy: CopyDraft | undefined;
  readonly understood: boolean;
  /** BCP 47 tag of the language that a translation was made from. */
  readonly from?: string;
}

/** A printed edition, with its offsets. */
export type PrintedDraft = Extent & Pick<PrintedSource, 'origin'>;

export class ReferenceReader {
  readonly scan: Scan;
  readonly copies: CopyDraft[] = [];
  readonly statements: StatementDraft[] = [];
  readonly printed: PrintedDraft[] = [];
  /** Names of archives that no table has, or several entries have. */
  readonly doubtful: (Extent & { candidates: readonly string[] })[] = [];
  index = 0;
  level: Level = Level.strong;
  copy: CopyDraft | undefined;
  /** True while a description may go on after a comma. */
  describing = false;
  /** True once the order of a copy's parts is lost: the rest of it is left unread. */
  lost = false;

  readonly #pairs: ReadonlyMap<number, number>;
  readonly #open: number[] = [];
  /** The last copy of which the archive is known. */
  #named: CopyDraft | undefined;
  /** Up to here a printed edition was looked for. */
  #notPrinted = 0;

  constructor(text: string, lexicon: Lexicon) {
    this.scan = { text, tokens: tokenise(text), lexicon };
    this.#pairs = pairMarks(this.scan.tokens);
  }

  read(): void {
    const { tokens } = this.scan;
    for (;;) {
      this.#marks();
      if (this.index >= tokens.length) return;
      const before = this.index;
      if (!this.#step()) this.#leaveUnread();
      if (this.index <= before) throw new Error('the reader of references did not move');
      this.level = Level.none;
    }
  }

  token(index = this.index): Token | undefined {
    return this.scan.tokens[index];
  }

  /** Passes over marks between parts, and notes how strongly they part. */
  #marks(): void {
    const { tokens } = this.scan;
    for (let token = tokens[this.index]; token; token = tokens[this.index]) {
      if (token.gap === Gap.paragraph) this.#raise(Level.strong);
      else if (token.gap === Gap.line) this.#raise(Level.sentence);
      if (!isBetween(token)) return;
      if (token.norm === ';') this.#raise(Level.strong);
      else if (token.norm === '.' || token.norm === '|' || token.norm === '•') this.#raise(Level.sentence);
      else if (isDash(token) && token.gap !== Gap.none) this.#raise(Level.sentence);
      else this.#raise(Level.soft);
      if (token.norm === '(' || token.norm === '[') this.#open.push(token.start);
      if (token.norm === ')' || token.norm === ']') this.#close(token);
      this.index++;
    }
  }

  /** A closing bracket belongs to the copy that its partner and what stands between them belong to. */
  #close(token: Token): void {
    const open = this.#open.pop();
    const { copy } = this;
    if (open !== undefined && copy && open >= copy.start && open < copy.end) copy.reach(token.end);
  }

  #raise(level: Level): void {
    if (level > this.level) this.level = level;
  }

  #step(): boolean {
    if (this.level >= Level.sentence) this.describing = false;
    return (
      this.#announcement() ||
      this.#conjunction() ||
      this.#statement() ||
      this.#quotation() ||
      this.#repository() ||
      this.#sameRepository() ||
      this.#printedEdition() ||
      this.#unknownRepository() ||
      this.#element()
    );
  }

  /** "Source:" before a reference. */
  #announcement(): boolean {
    const found = this.scan.lexicon.announcements.match(this.scan.tokens, this.index);
    if (!found || this.level < Level.sentence || this.token(found.end)?.norm !== ':') return false;
    this.index = found.end;
    return true;
  }

  /** " and " parts copies only before the name of an archive or a statement. */
  #conjunction(): boolean {
    const found = this.scan.lexicon.and.match(this.scan.tokens, this.index);
    if (!found) return false;
    let next = found.end;
    while (this.token(next)?.norm === 'also') next++;
    if (statementHead(this.scan, next)) {
      this.index = next;
      return true;
    }
    const repository = repositoryAt(this.scan, next, false);
    const known = repository && this.#believed(repository);
    const { ibid } = this.scan.lexicon;
    if (!known && !ibid.match(this.scan.tokens, next) && unknownRepositoryEnd(this.scan, next) === undefined)
      return false;
    this.#shut();
    this.index = next;
    this.level = Level.strong;
    return this.#repository() || this.#sameRepository() || this.#unknownRepository();
  }

  #statement(): boolean {
    const head = statementHead(this.scan, this.index);
    if (!head) return false;
    const copy = this.copy ?? this.copies.at(-1);
    const end = head.shared === undefined ? statementEnd(this.scan, head.body, head.kind) : head.body;
    this.#state(head, end, copy);
    return true;
  }

  #state(head: StatementHead, end: number, copy: CopyDraft | undefined): void {
    const start = this.token();
    const last = this.token(end - 1);
    if (!start || !last) return;
    const { shared } = head;
    const names =
      shared === undefined
        ? agentsOf(this.scan, head.body, end)
        : agentsOf(this.scan, shared, statementEnd(this.scan, shared, head.kind));
    const from = this.#languageAfterFrom(this.index, end);
    this.statements.push({
      kind: head.kind,
      start: start.start,
      end: last.end,
      names,
      copy,
      understood: true,
      ...(from !== undefined && head.kind === 'translated' && { from }),
    });
    this.#shut();
    this.index = end;
  }

  #languageAfterFrom(start: number, end: number): string | undefined {
    const { tokens, lexicon } = this.scan;
    for (let i = start; i < end; i++) {
      if (tokens[i]?.norm !== 'from') continue;
      const next = tokens[i + 1]?.norm === 'the' ? i + 2 : i + 1;
      const tag = lexicon.languages.get(tokens[next]?.norm ?? '');
      if (tag !== undefined) return tag;
    }
    return undefined;
  }

  /** What stands in quotation marks is a title, not a reference; it is left whole. */
  #quotation(): boolean {
    const token = this.token();
    const close = this.#pairs.get(this.index);
    if (!token || close === undefined || !isQuote(token)) return false;
    if (this.#printedEdition()) return true;
    this.#keepUnread(this.index, close + 1);
    return true;
  }

  #repository(): boolean {
    const atStart = this.level >= Level.sentence;
    const found = repositoryAt(this.scan, this.index, atStart);
    if (!found || !this.#believed(found) || !this.#begins(found)) return false;
    const [known, other] = found.candidates;
    const name = this.#extent(found.start, found.end);
    if (!known || !name) return false;
    const entry = other ? undefined : known.entry;
    const key = entry ? known.key : keyOf(wordsOf(this.scan, found.start, found.end));
    const notation = this.#notation(known.entry.notation, found.end);
    const { copy } = this;
    const draft =
      copy && !copy.repository && !copy.hasHolding && this.level < Level.strong
        ? copy
        : this.#openCopy(name.start, notation);
    draft.notation = notation;
    this.#named = draft;
    draft.repository = { ...name, key, known: entry !== undefined, ...placeOf(entry) };
    draft.reach(name.end);
    if (other)
      this.doubtful.push({ ...name, candidates: found.candidates.map(({ entry: { name: full } }) => full) });
    this.index = found.end;
    return true;
  }

  /** A name of two or three letters is believed only with a shelfmark after it, or alone. */
  #believed(found: RepositoryMatch): boolean {
    if (!found.weak) return true;
    const notation = this.#notation(found.candidates[0]?.entry.notation, found.end);
    const next = this.token(found.end);
    if (this.level === Level.strong && (next?.norm === ',' || next?.norm === ':')) return true;
    return (
      next === undefined ||
      endsSentence(this.scan, found.end) ||
      shelfmarkFollows(this.scan, found.end, notation)
    );
  }

  /** True if the name begins a copy, or completes one that has no archive yet. */
  #begins(found: RepositoryMatch): boolean {
    const { copy } = this;
    if (!copy || this.level >= Level.strong) return true;
    if (!copy.repository && !copy.hasHolding) return true;
    const notation = this.#notation(found.candidates[0]?.entry.notation, found.end);
    const follows = shelfmarkFollows(this.scan, found.end, notation);
    if (this.level < Level.sentence) return copy.hasHolding && follows;
    return follows || this.token(found.end) === undefined || endsSentence(this.scan, found.end);
  }

  /** "Ibid.": the archive of the copy before. */
  #sameRepository(): boolean {
    const found = this.scan.lexicon.ibid.match(this.scan.tokens, this.index);
    const previous = this.#named?.repository;
    if (!found || !previous || (this.copy && this.level < Level.sentence)) return false;
    const stop = this.token(found.end);
    const end = stop?.norm === '.' && stop.gap === Gap.none ? found.end + 1 : found.end;
    const name = this.#extent(this.index, end);
    if (!name) return false;
    const before = this.#named;
    const draft = this.#openCopy(name.start, before?.notation ?? this.scan.lexicon.notation(undefined));
    draft.repository = { ...previous, ...name };
    this.#named = draft;
    draft.origin = { kind: 'inferred', rule: 'ibid', certainty: 'high' };
    if (before?.language) draft.language = before.language;
    draft.reach(name.end);
    this.index = end;
    return true;
  }

  #unknownRepository(): boolean {
    if (this.copy && this.level < (this.copy.hasHolding ? Level.sentence : Level.strong)) return false;
    if (isLabelled(this.scan, this.index, this.scan.lexicon.notation(undefined))) return false;
    if (this.scan.lexicon.ibid.match(this.scan.tokens, this.index)) return false;
    const end = unknownRepositoryEnd(this.scan, this.index);
    const name = end === undefined ? undefined : this.#extent(this.index, end);
    if (end === undefined || !name) return false;
    const draft = this.#openCopy(name.start, this.#notation(undefined, this.index));
    draft.repository = { ...name, key: keyOf(wordsOf(this.scan, this.index, end)), known: false };
    this.#named = draft;
    draft.reach(name.end);
    this.doubtful.push({ ...name, candidates: [] });
    this.index = end;
    return true;
  }

  #printedEdition(): boolean {
    if (this.index < this.#notPrinted || this.level < Level.sentence) return false;
    if (this.copy && this.level < Level.strong) return false;
    const { end, printed } = printedChunk(this.scan, this.index);
    this.#notPrinted = end;
    if (!printed) return false;
    let last = end;
    while (last > this.index + 1 && this.token(last - 1)?.norm === '.') last--;
    const extent = this.#extent(this.index, last);
    if (!extent) return false;
    this.#shut();
    this.printed.push({
      ...extent,
      origin: { kind: 'inferred', rule: 'printed-edition', certainty: 'medium' },
    });
    this.index = end;
    return true;
  }

  #element(): boolean {
    let before: CompiledNotation | undefined;
    if (this.copy && this.#restarts(this.copy)) {
      before = this.copy.notation;
      this.#shut();
    }
    if (!this.copy) {
      const notation = before ?? this.#notation(undefined, this.index);
      const start = this.token()?.start;
      if (start === undefined || (!before && !this.#opensWithoutName(notation))) return false;
      this.#openCopy(start, notation);
    }
    return this.copy !== undefined && !this.lost && readElement(this, this.copy);
  }

  /** True if a unit that the copy has is labelled again: another holding of the same archive. */
  #restarts(copy: CopyDraft): boolean {
    const label = labelAt(this.scan, this.index, copy.notation);
    if (!label || !copy.hasHolding || !isLabelled(this.scan, this.index, copy.notation)) return false;
    const again = label.meanings.some(({ entry }) => copy.shelfmark.some(({ unit }) => unit === entry.unit));
    return again && (this.level === Level.strong || copy.leaves.length > 0);
  }

  /** True if what stands here can only be a shelfmark, though no archive is named. */
  #opensWithoutName(notation: CompiledNotation): boolean {
    const { scan, index } = this;
    if (twoLabels(scan, index, notation)) return true;
    if (this.statements.length > 0) return false;
    const label = labelAt(scan, index, notation);
    if (label && !label.weak && isLabelled(scan, index, notation)) return true;
    return (
      formAt(scan, index, notation, new Set()) !== undefined || lacunaEnd(scan, index, notation) !== undefined
    );
  }

  /** Keeps what nothing reads: in the copy, or after the statements that it follows. */
  #leaveUnread(): void {
    const { tokens } = this.scan;
    let end = this.index + 1;
    const partner = this.#pairs.get(this.index);
    if (partner !== undefined) end = partner + 1;
    while (end < tokens.length && !this.#stops(end)) {
      const close = this.#pairs.get(end);
      end = close === undefined ? end + 1 : close + 1;
    }
    this.#keepUnread(this.index, end);
  }

  /** True if what is not understood ends before `index`. */
  #stops(index: number): boolean {
    const token = this.token(index);
    const before = this.token(index - 1);
    if (!token || !before || token.gap === Gap.paragraph) return true;
    if (token.norm === ',' || token.norm === ';' || token.norm === ')' || token.norm === ']') return true;
    if (token.norm === '.') return endsSentence(this.scan, index);
    if (token.norm === '(' || token.norm === '[') {
      return (
        statementHead(this.scan, index + 1) !== undefined ||
        repositoryAt(this.scan, index + 1, false) !== undefined
      );
    }
    if (token.kind === 'number')
      return (
        this.copy !== undefined &&
        token.gap !== Gap.none &&
        isValueFirst(this.scan, index, this.copy.notation)
      );
    if (token.kind !== 'word') return false;
    const notation = this.copy?.notation ?? this.scan.lexicon.notation(undefined);
    const label = labelAt(this.scan, index, notation);
    if (
      label &&
      (!label.weak ||
        before.kind === 'number' ||
        (notation.glued &&
          this.token(index + 1)?.kind === 'number' &&
          this.token(index + 1)?.gap === Gap.none)) &&
      isLabelled(this.scan, index, notation)
    )
      return true;
    if (statementHead(this.scan, index)) return true;
    const after = this.scan.lexicon.and.match(this.scan.tokens, index)?.end ?? index;
    const repository = repositoryAt(this.scan, after, false);
    return (
      repository !== undefined &&
      this.#begins(repository) &&
      this.#believed(repository) &&
      shelfmarkFollows(
        this.scan,
        repository.end,
        this.#notation(repository.candidates[0]?.entry.notation, repository.end),
      )
    );
  }

  #keepUnread(start: number, end: number): void {
    const extent = this.#extent(start, end);
    this.index = end;
    if (!extent) return;
    if (!this.copy && this.statements.length + this.printed.length > 0) {
      this.statements.push({ ...extent, kind: 'credit', names: [], copy: undefined, understood: false });
      return;
    }
    const copy = this.copy ?? this.#openCopy(extent.start, this.#notation(undefined, start));
    const list = this.describing && !this.lost ? copy.description : copy.remainder;
    const last = list.at(-1);
    const adjoins =
      last !== undefined && last.end === copy.end && (list === copy.remainder || this.level < Level.sentence);
    if (adjoins) last.end = extent.end;
    else list.push(extent);
    copy.reach(extent.end);
  }

  #openCopy(start: number, notation: CompiledNotation): CopyDraft {
    this.#shut();
    this.copy = new CopyDraft(start, notation);
    this.copies.push(this.copy);
    return this.copy;
  }

  #shut(): void {
    this.copy = undefined;
    this.describing = false;
    this.lost = false;
  }

  #notation(key: string | undefined, index: number): CompiledNotation {
    return this.scan.lexicon.notation(key ?? notationKey(this.scan, index));
  }

  #extent(start: number, end: number): Extent | undefined {
    const first = this.token(start);
    const last = this.token(end - 1);
    return first && last && { start: first.start, end: last.end };
  }
}

function placeOf(
  entry: { country?: string; settlement?: string } | undefined,
): Pick<Repository, 'country' | 'settlement'> {
  return {
    ...(entry?.country !== undefined && { country: entry.country }),
    ...(entry?.settlement !== undefined && { settlement: entry.settlement }),
  };
}

/** A key made of a name: small letters and digits with hyphens; it begins with a letter. */
export function keyOf(name: string): string {
  const words =
    name
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{Nd}]+/gu) ?? [];
  const key = words.join('-').slice(0, 60).replace(/-$/, '');
  return /^\p{L}/u.test(key) ? key : `repository-${key}`.replace(/-$/, '');
}
