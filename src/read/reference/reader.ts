/**
 * The grammar of a reference: one pass over the tokens. Each step reads what begins at a place (the name of an archive,
 * a statement, a printed edition, a part of a shelfmark) and moves on; what nothing reads is kept as not understood.
 */
import type { PrintedSource, Responsibility } from '../../edition/types.js';
import { readConjunction, readKnownArchive, readSameArchive, readUnknownArchive } from './archives.js';
import { readKeptCopy } from './descriptions.js';
import { CopyDraft, type Extent } from './draft.js';
import { formAt } from './forms.js';
import { readElement } from './elements.js';
import { lacunaEnd } from './lacunae.js';
import type { CompiledNotation, Lexicon } from './lexicon.js';
import { isQuote, pairMarks } from './pairs.js';
import { notationKey, twoLabels } from './repositories.js';
import { endsSentence, isBetween, Level, type Scan } from './scan.js';
import { statementHead } from './statements.js';
import { readPrinted, readStatement } from './tail.js';
import { Gap, isDash, tokenise, type Token } from './tokens.js';
import { keepUnread, leaveUnread } from './unread.js';
import { isLabelled, labelAt, meaningOf } from './values.js';

export interface StatementDraft extends Extent {
  readonly kind: Responsibility['kind'];
  readonly names: string[];
  /** The copy in whose segment it stands. */
  readonly copy: CopyDraft | undefined;
  readonly understood: boolean;
  /** Where the statement ends whose agent this one shares ("Obtained and translated by N"). */
  readonly wholeEnd?: number;
  /** BCP 47 tag of the language that a translation was made from. */
  readonly from?: string;
}

/** A printed edition, with its offsets. */
export type PrintedDraft = Extent & Pick<PrintedSource, 'origin'>;

export class ReferenceReader {
  readonly scan: Scan;
  /** Brackets and quotation marks: index of the opening one → of its partner. */
  readonly pairs: ReadonlyMap<number, number>;
  readonly copies: CopyDraft[] = [];
  readonly statements: StatementDraft[] = [];
  readonly printed: PrintedDraft[] = [];
  /** Names of archives that no table has, or several entries have. */
  readonly doubtful: (Extent & { candidates: readonly string[] })[] = [];

  /** The token that is read next, and how strongly it is parted from what came before. */
  index = 0;
  level: Level = Level.strong;
  /** The copy that is being read. */
  copy: CopyDraft | undefined;
  /** The last copy with the name of an archive. */
  named: CopyDraft | undefined;
  /** True while a description may go on after a comma. */
  describing = false;
  /** True once the order of a copy's parts is lost: the rest of it is left unread. */
  lost = false;
  /** Up to here a printed edition was looked for. */
  notPrinted = 0;
  /** Offsets of the brackets that are open. */
  readonly #brackets: number[] = [];

  constructor(text: string, lexicon: Lexicon) {
    this.scan = { text, tokens: tokenise(text), lexicon };
    this.pairs = pairMarks(this.scan.tokens);
  }

  read(): void {
    const { tokens } = this.scan;
    for (;;) {
      this.#marks();
      if (this.index >= tokens.length) return;
      const before = this.index;
      if (!this.#step()) leaveUnread(this);
      if (this.index <= before) throw new Error('the reader of references did not move');
      this.level = Level.none;
    }
  }

  /** Passes over marks between parts, and notes how strongly they part. */
  #marks(): void {
    const { tokens } = this.scan;
    for (let token = tokens[this.index]; token; token = tokens[this.index]) {
      if (token.gap === Gap.paragraph) this.#raise(Level.strong);
      else if (token.gap === Gap.line) this.#raise(Level.sentence);
      if (!isBetween(token) && token.norm !== '/') return;
      if (token.norm === ';') this.#raise(Level.strong);
      else if (token.norm === '.' || token.norm === '|' || token.norm === '•') this.#raise(Level.sentence);
      else if (isDash(token) && token.gap !== Gap.none) this.#raise(Level.sentence);
      else this.#raise(Level.soft);
      if (token.norm === '(' || token.norm === '[') this.#brackets.push(token.start);
      if (token.norm === ')' || token.norm === ']') this.#close(token);
      this.index++;
    }
  }

  /** A closing bracket belongs to the copy that its partner and what stands between them belong to. */
  #close(token: Token): void {
    const open = this.#brackets.pop();
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
      this.#crossReference() ||
      readConjunction(this) ||
      readKeptCopy(this) ||
      readStatement(this) ||
      this.#quotation() ||
      readKnownArchive(this) ||
      readSameArchive(this) ||
      readPrinted(this) ||
      readUnknownArchive(this) ||
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

  /** "See also …" names other documents: it is left unread to the end of its paragraph or a semicolon. */
  #crossReference(): boolean {
    const { tokens, lexicon } = this.scan;
    const found = lexicon.crossReferences.match(tokens, this.index);
    if (!found || this.level < Level.sentence || this.copies.length === 0) return false;
    let end = found.end;
    for (
      let token = tokens[end];
      token && token.gap !== Gap.paragraph && token.norm !== ';';
      token = tokens[end]
    ) {
      if (token.norm === '.' && endsSentence(this.scan, end) && statementHead(this.scan, end + 1)) break;
      end++;
    }
    while (isBetween(tokens[end - 1])) end--;
    keepUnread(this, this.index, end);
    return true;
  }

  /** What stands in quotation marks is a title, not a reference; it is left whole. */
  #quotation(): boolean {
    const token = this.token();
    const close = this.pairs.get(this.index);
    if (!token || close === undefined || !isQuote(token)) return false;
    if (!readPrinted(this)) keepUnread(this, this.index, close + 1);
    return true;
  }

  #element(): boolean {
    let before: CompiledNotation | undefined;
    if (this.copy && this.#restarts(this.copy)) {
      before = this.copy.notation;
      this.shut();
    }
    if (!this.copy) {
      const notation = before ?? this.notation(undefined, this.index);
      const start = this.token()?.start;
      if (start === undefined || (!before && !this.#opensWithoutName(notation))) return false;
      this.open(start, notation);
    }
    return this.copy !== undefined && !this.lost && readElement(this, this.copy);
  }

  /** True if a unit that the copy has is labelled again: another holding of the same archive. */
  #restarts(copy: CopyDraft): boolean {
    const label = labelAt(this.scan, this.index, copy.notation);
    if (!label || !copy.hasHolding || !isLabelled(this.scan, this.index, copy.notation)) return false;
    const unit = meaningOf(label, copy.read, () => false)?.entry.unit;
    const again = copy.shelfmark.some((part) => part.unit === unit);
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

  token(index = this.index): Token | undefined {
    return this.scan.tokens[index];
  }

  /** Begins a copy; what is read from here on belongs to it. */
  open(start: number, notation: CompiledNotation): CopyDraft {
    this.shut();
    this.copy = new CopyDraft(start, notation);
    this.copies.push(this.copy);
    return this.copy;
  }

  /** Ends the copy that is being read. */
  shut(): void {
    this.copy = undefined;
    this.describing = false;
    this.lost = false;
  }

  /** Takes the tokens up to `end` into the copy. */
  take(copy: CopyDraft, end: number): true {
    copy.reach(this.extent(end - 1, end).end);
    this.index = end;
    return true;
  }

  /** The notation of this key, or the one that the labels after `index` give away. */
  notation(key: string | undefined, index: number): CompiledNotation {
    return this.scan.lexicon.notation(key ?? notationKey(this.scan, index));
  }

  /** Offsets of a range of tokens that is not empty. */
  extent(start: number, end: number): Extent {
    const first = this.token(start);
    const last = this.token(end - 1);
    if (!first || !last || end <= start) throw new RangeError('an extent of no tokens');
    return { start: first.start, end: last.end };
  }
}
