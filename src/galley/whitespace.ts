/**
 * White space of mixed content: runs of it become one space, over the borders of elements, none is left at the ends of
 * a paragraph. U+00A0 is a character like any other. Ends of lines of the source are spaces, unless the word goes on.
 */
import type {
  GalleyLink,
  GalleySpan,
  GalleyText,
  Inline,
  NoteAnchor,
  NoteCall,
  SourcePageBreak,
} from './types.js';

/** Text on its way into the galley. */
export interface RawText extends GalleyText {
  /** Punctuation: see `Behaviour.punctuation`. */
  punctuation?: 'as-source' | 'ranges' | undefined;
}
/**
 * `line`: the end of a line of the source; `joint`: the same within a word; `space`: words that must not run together
 * though nothing stands between them.
 */
export interface RawBreak {
  type: 'break';
  kind: 'line' | 'joint' | 'space';
}
export interface RawSpan extends Omit<GalleySpan, 'children'> {
  children: RawInline[];
}
export interface RawLink extends Omit<GalleyLink, 'children'> {
  children: RawInline[];
}
export type RawInline = RawText | RawBreak | RawSpan | RawLink | NoteCall | NoteAnchor | SourcePageBreak;
/** The same with white space collapsed; texts keep what they say of punctuation. */
export type CollapsedInline = Exclude<Inline, GalleyText> | RawText;

/** Collapses white space; empty texts, spans and links go. Changes the texts of `children`. */
export function collapse(children: RawInline[]): CollapsedInline[] {
  new Run().read(children);
  return prune(children);
}

const hyphen = /[-\u00AC\u00AD\u2010\u2011\u2E17]$/;
/** Letters and marks between which Chinese and Japanese leave no space at the end of a line (Korean does). */
const ideographic =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFF60\uFFE0-\uFFE6]/u;

class Run {
  /** Last character so far; empty at the start of the paragraph. */
  #last = '';
  /** Text that a space belongs to, once another character follows. */
  #space: { owner: { value: string }; newline: boolean } | undefined;
  /** Within a word that goes on in the next line: white space falls. */
  #joint = false;

  read(children: RawInline[]): void {
    for (const [index, child] of children.entries()) {
      if (child.type === 'text') this.#text(child);
      else if (child.type === 'break') children[index] = this.#break(child);
      else if (child.type === 'span' || child.type === 'link') this.read(child.children);
      else if (child.type === 'noteCall') this.#character('\uFFFC');
    }
  }

  #text(text: RawText): void {
    const pieces = text.value.split(/([ \t\r\n]+)/);
    text.value = '';
    for (const [index, piece] of pieces.entries()) {
      if (piece === '') continue;
      if (index % 2 === 1) this.#white(text, /[\r\n]/.test(piece));
      else {
        this.#character(piece);
        text.value += piece;
      }
    }
  }

  #white(owner: { value: string }, newline: boolean): void {
    if (this.#last === '' || this.#joint) return;
    this.#space ??= { owner, newline };
  }

  #break({ kind }: RawBreak): RawText {
    const text: RawText = { type: 'text', value: '' };
    const joins = kind === 'joint' || (kind === 'line' && !this.#space && hyphen.test(this.#last));
    if (joins) {
      this.#space = undefined;
      this.#joint = this.#last !== '';
    } else this.#white(text, kind === 'line');
    return text;
  }

  #character(piece: string): void {
    const space = this.#space;
    if (space && !(space.newline && ideographic.test(lastOf(this.#last)) && ideographic.test(firstOf(piece))))
      space.owner.value += ' ';
    this.#space = undefined;
    this.#joint = false;
    this.#last = piece;
  }
}

function firstOf(piece: string): string {
  return String.fromCodePoint(piece.codePointAt(0) ?? 0);
}
function lastOf(piece: string): string {
  return piece.slice(/[\uDC00-\uDFFF]$/.test(piece) ? -2 : -1);
}

function prune(children: RawInline[]): CollapsedInline[] {
  const kept: CollapsedInline[] = [];
  for (const child of children) {
    if (child.type === 'break') continue; // none is left: `read` made texts of them
    if (child.type === 'span' || child.type === 'link') {
      const inner = prune(child.children);
      if (inner.length > 0) kept.push({ ...child, children: inner });
    } else if (child.type === 'text') {
      const before = kept.at(-1);
      if (child.value === '') continue;
      if (before?.type === 'text' && alike(before, child)) merge(before, child);
      else kept.push(child);
    } else kept.push(child);
  }
  return kept;
}

function alike(a: RawText, b: RawText): boolean {
  return a.punctuation === b.punctuation && !a.data && !b.data;
}

function merge(into: RawText, from: RawText): void {
  into.value += from.value;
  if (into.position && from.position) into.position = { start: into.position.start, end: from.position.end };
}
