/**
 * What is known while a content document is made.
 */
import { x } from 'xastscript';
import type { Element, ElementContent } from 'xast';
import type { GalleyNote, GalleyText, NoteAnchor } from '../galley/types.js';
import type { EpubWords, PrintedPages } from './context.js';
import { fill } from './fill.js';
import type { HeldSpaces } from './held-spaces.js';

/** A place that the navigation document points to. */
export interface Place {
  readonly label: string;
  /** File and fragment, relative to the package document. */
  readonly href: string;
}

export interface TocEntry extends Place {
  readonly children: TocEntry[];
}

export class Setting {
  /** Folios in the order of the text. */
  readonly pages: Place[] = [];
  /** Ids of marginal notes and footnotes that have been set. */
  readonly placed = new Set<string>();
  /** Footnotes that were called and wait for the end of their section. */
  readonly waiting: GalleyNote[] = [];
  /** Id of the first call of each footnote. */
  readonly calls = new Map<string, string>();
  /** Anchors in the middle of a block, which show a sign. */
  readonly signs = new Set<NoteAnchor>();
  /** Class of the next word of the block: a note was anchored before it. */
  passage: 'anchor' | 'passage' | undefined;
  /** What kind of document it is, if that is known. */
  kind: string | undefined;
  /** File that is being made. */
  file = '';
  /** Levels of the headings that are open, outermost first. */
  headings: number[] = [];
  /** What the table of contents gets next is put here. */
  toc: TocEntry[] = [];
  /** Folios whose page breaks are to be put before what comes next. */
  #due: string[] = [];
  /** Pages of `printed.starts` that have begun. */
  #reached = 0;
  readonly #starts = new Map<GalleyText, { readonly label: string; readonly offset: number }[]>();
  #beside = 0;
  readonly #labels = new Set<string>();
  readonly #given = new Set<string>();

  constructor(
    readonly notes: ReadonlyMap<string, GalleyNote>,
    readonly files: ReadonlyMap<string, string>,
    readonly words: EpubWords,
    private readonly printed: PrintedPages | undefined,
    private readonly held?: HeldSpaces,
  ) {
    for (const { label, text } of printed?.starts ?? []) {
      if (!text) continue;
      const starts = this.#starts.get(text.node) ?? [];
      starts.push({ label, offset: text.offset });
      this.#starts.set(text.node, starts);
    }
  }

  /** An id of our own that no galley node has: `wish`, or `wish-2` and so on. */
  freshId(wish: string): string {
    let id = wish;
    for (let n = 2; this.#given.has(id) || this.files.has(id); n++) id = `${wish}-${n}`;
    this.#given.add(id);
    return id;
  }

  /** Where a galley id is, as seen from the current file. */
  reference(id: string): string {
    const file = this.files.get(id);
    if (file === undefined) throw new TypeError(`a link points to “${id}”, which is not in the galley`);
    return file === this.file ? `#${id}` : `${file}#${id}`;
  }

  /** Notes that a node with this id stands on another printed page than what came before it. */
  enter(id: string | undefined): void {
    const label = id === undefined || this.#beside > 0 ? undefined : this.printed?.labels.get(id);
    if (label !== undefined) this.#reach(label);
  }

  /** The page with this folio begins, and with it those before it that have no text of their own. */
  #reach(label: string): void {
    if (this.#labels.has(label)) return;
    const starts = this.printed?.starts ?? [];
    const at = starts.findIndex((start, i) => i >= this.#reached && start.label === label);
    const before = starts.slice(this.#reached, Math.max(this.#reached, at)).map((start) => start.label);
    if (at >= 0) this.#reached = at + 1;
    for (const reached of [...before, label]) {
      this.#labels.add(reached);
      this.#due.push(reached);
    }
  }

  /** A text with the page breaks that are in it: pages begin in the middle of paragraphs, too. */
  text(node: GalleyText): ElementContent[] {
    const content: ElementContent[] = [];
    const value = this.#withHeldSpaces(node);
    let from = 0;
    const add = (to: number): void => {
      if (to > from) content.push(...this.#words(value.slice(from, to)));
      from = to;
    };
    for (const { label, offset } of this.#beside > 0 ? [] : (this.#starts.get(node) ?? [])) {
      if (this.#labels.has(label)) continue;
      this.#reach(label);
      add(offset);
      content.push(...this.pageBreaks());
    }
    add(value.length);
    return content;
  }

  /** Words, the first of which may be the one that a note stands beside: the sign never parts from it. */
  #words(value: string): ElementContent[] {
    const [, space = '', word = '', rest = ''] =
      this.passage === undefined ? [] : (/^(\s*)(\S+)(.*)$/su.exec(value) ?? []);
    if (word === '') return [{ type: 'text', value }];
    const marked = x('span', { class: this.passage }, word);
    this.passage = undefined;
    const text = (part: string): ElementContent[] => (part === '' ? [] : [{ type: 'text', value: part }]);
    return [...text(space), marked, ...text(rest)];
  }

  #withHeldSpaces(node: GalleyText): string {
    const held = this.held?.get(node);
    if (!held) return node.value;
    return Array.from({ length: node.value.length }, (_, i) =>
      held.has(i) ? '\u00a0' : node.value.charAt(i),
    ).join('');
  }

  /** The breaks of the pages after the end of the text, which hold the rest of notes. */
  lastPageBreaks(): Element[] {
    const last = this.printed?.starts.at(-1);
    if (last) this.#reach(last.label);
    return this.pageBreaks();
  }

  /** Makes what stands beside the text: a note that runs over to the next page breaks no page of the text. */
  besideText<Result>(make: () => Result): Result {
    this.#beside++;
    const result = make();
    this.#beside--;
    return result;
  }

  /** Name of the link from a footnote back to its call. */
  backlink(label: string): string {
    return fill(this.words.backlink, { label }).trim();
  }

  /**
   * The page breaks that are due, as empty elements to be put before what comes next; more than one after a page
   * without text. DPUB-ARIA 1.1, doc-pagebreak: the name is the label.
   */
  pageBreaks(): Element[] {
    if (this.#beside > 0) return [];
    return this.#due.splice(0).map((label) => this.#pageBreak(label));
  }

  #pageBreak(label: string): Element {
    const id = this.freshId(/^[\w.-]+$/.test(label) ? `page-${label}` : `page-at-${this.pages.length + 1}`);
    this.pages.push({ label, href: `${this.file}#${id}` });
    return x('span', {
      id,
      class: 'page',
      'epub:type': 'pagebreak',
      role: 'doc-pagebreak',
      'aria-label': label,
    });
  }

  /**
   * Rank of a heading in its file, 1 to 6: levels that the galley leaves out leave no gap (WCAG 2.1, G141).
   */
  rank(level: number): number {
    while ((this.headings.at(-1) ?? 0) >= level) this.headings.pop();
    this.headings.push(level);
    return Math.min(this.headings.length, 6);
  }
}
