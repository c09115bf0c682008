/**
 * Where blocks are gathered while the tree is walked: frames (sections, lists, items), one open paragraph, the spans
 * open in it. A block inside a span ends the paragraph; the span goes on in the next one.
 */
import type { Position } from 'unist';
import type {
  BlockStyle,
  GalleyBlock,
  GalleyHeading,
  GalleyItem,
  GalleyParagraph,
  Inline,
  NoteCall,
  Section,
  SourcePageBreak,
} from './types.js';
import { numberingOf } from './numbering.js';
import type { Frame } from './frame.js';
import { quote, shows, wordsOf } from './inlines.js';
import type { RawInline, RawLink, RawSpan, RawText } from './whitespace.js';

/** A span or link that is open, without its children. */
export type Opened = Omit<RawSpan, 'children'> | Omit<RawLink, 'children'>;

interface Paragraph {
  node: GalleyParagraph | GalleyHeading;
  raw: RawInline[];
  /** Nodes of the open spans in this paragraph, outermost first. */
  spans: (RawSpan | RawLink)[];
  lang: string;
  quoted: boolean;
  hasWords: boolean;
}

/** Styles whose lines are those of the source. */
const lineByLine = new Set<BlockStyle>(['line', 'dateline', 'addressee', 'salute', 'closer', 'signed']);

export interface FlowOptions {
  lang: string;
  paragraphs?: BlockStyle | undefined;
  strict: boolean;
  /** Raw inlines → inlines: white space, punctuation. */
  finish: (raw: RawInline[], lang: string) => Inline[];
  /** The wanted id if it is free, else a new one. */
  id: (wanted: string | undefined) => string;
  /** Quotation marks of a language, for blocks set in them. */
  quotes: (lang: string) => readonly [string, string];
  /** Notes whose anchor was set, in the order of the text. */
  anchored: (notes: readonly string[]) => void;
}

export class Flow {
  readonly blocks: GalleyBlock[] = [];
  readonly #options: FlowOptions;
  readonly #frames: Frame[];
  readonly #spans: Opened[] = [];
  #paragraph: Paragraph | undefined;
  /** Set aside while a label is read. */
  #aside: { paragraph: Paragraph | undefined; spans: Opened[] } | undefined;
  /** Notes and pages of the source whose place is where the next words stand. */
  #waiting: string[] = [];
  #pages: SourcePageBreak[] = [];
  #last: GalleyParagraph | GalleyHeading | undefined;
  /** The last one that is no report of an editor: nobody wrote in the margin of that. */
  #lastOfText: GalleyParagraph | GalleyHeading | undefined;

  constructor(options: FlowOptions) {
    this.#options = options;
    const { lang, paragraphs, strict } = options;
    this.#frames = [{ kind: 'flow', blocks: this.blocks, lang, paragraphs, strict }];
  }

  get frame(): Frame {
    return this.#frames.at(-1)!; // the first frame is never left
  }
  /** Nested sections and lists so far. */
  get depth(): number {
    return this.#frames.length;
  }
  get inParagraph(): boolean {
    return this.#paragraph !== undefined;
  }
  /** True in a paragraph that has neither words nor label yet. */
  get atStart(): boolean {
    const node = this.#paragraph?.node;
    const bare = node?.type === 'paragraph' && node.label === undefined;
    return bare && this.#paragraph?.hasWords === false && this.#aside === undefined;
  }
  get spanDepth(): number {
    return this.#spans.length;
  }
  get lastParagraph(): GalleyParagraph | GalleyHeading | undefined {
    return this.#last;
  }
  get lastOfText(): GalleyParagraph | GalleyHeading | undefined {
    return this.#lastOfText;
  }

  enter(frame: Frame): void {
    this.endParagraph();
    this.#dropLabel();
    this.#frames.push(frame);
  }

  leave(): void {
    this.endParagraph();
    this.#dropLabel();
    this.endList(this.frame);
    if (this.#frames.length > 1) this.#frames.pop();
  }

  /** A section inside the frame; `enter` it to fill it. */
  section(section: Section): void {
    this.endParagraph();
    this.#place(section);
  }

  /** The item that the next blocks belong to; it takes the label that waits. */
  item(wanted: string | undefined, position: Position | undefined): GalleyItem {
    this.endParagraph();
    const { frame } = this;
    if (!frame.list) {
      frame.list = { type: 'list', id: this.#options.id(frame.listId), numbering: 'none', children: [] };
      frame.blocks.push(frame.list);
    }
    const item: GalleyItem = {
      type: 'item',
      id: this.#options.id(wanted),
      label: frame.label ?? [],
      children: [],
    };
    if (position) item.position = position;
    frame.label = undefined;
    frame.list.children.push(item);
    return item;
  }

  takeLabel(): Inline[] | undefined {
    const { label } = this.frame;
    this.frame.label = undefined;
    return label;
  }

  /** A label that no item followed is a line of its own. */
  #dropLabel(): void {
    const label = this.takeLabel();
    if (!label) return;
    const paragraph: GalleyParagraph = {
      type: 'paragraph',
      style: 'paragraph',
      id: this.#options.id(undefined),
      children: label,
    };
    this.#place(paragraph);
    this.#last = paragraph;
    this.#lastOfText = paragraph;
  }

  /** Style that a paragraph without one of its own has here. */
  style(): BlockStyle {
    const { paragraphs, blocks } = this.frame;
    if (paragraphs === 'item')
      return blocks.some((block) => block.type === 'paragraph') ? 'item-following' : 'item';
    if (paragraphs) return paragraphs;
    const before = blocks.at(-1);
    const runsOn =
      before?.type === 'paragraph' &&
      before.label === undefined &&
      (before.style === 'paragraph' || before.style === 'paragraph-first');
    return runsOn ? 'paragraph' : 'paragraph-first';
  }

  startParagraph(node: GalleyParagraph | GalleyHeading, lang: string, quoted = false): void {
    if (this.#aside) {
      this.push({ type: 'break', kind: 'space' });
      return;
    }
    this.endParagraph();
    if (lang !== this.frame.lang) node.lang = lang;
    this.#paragraph = { node, raw: [], spans: [], lang, quoted, hasWords: false };
  }

  /**
   * Goes on in a line of its own where each line of the source has its sense (the name under which the office stands):
   * a paragraph in the same style. False where lines of the source mean nothing.
   */
  startLine(): boolean {
    const paragraph = this.#paragraph;
    if (!paragraph?.hasWords || this.#aside || !lineByLine.has(paragraph.node.style)) return false;
    const node: GalleyParagraph = { type: 'paragraph', style: paragraph.node.style, children: [] };
    if (paragraph.node.position) node.position = paragraph.node.position;
    this.startParagraph(node, paragraph.lang);
    return true;
  }

  endParagraph(): void {
    const paragraph = this.#paragraph;
    if (!paragraph || this.#aside) return;
    this.#paragraph = undefined;
    const { node, raw, lang } = paragraph;
    if (paragraph.quoted && paragraph.hasWords) quote(raw, this.#options.quotes(lang));
    if (paragraph.hasWords && this.#waiting.length > 0) raw.push(this.#anchor());
    const children = this.#options.finish(raw, lang);
    const hasLabel = node.type === 'paragraph' && node.label !== undefined;
    if (!hasLabel && !children.some(shows)) {
      // Anchors of an empty paragraph go on to the next.
      for (const child of children) if (child.type === 'noteAnchor') this.#waiting.push(...child.notes);
      return;
    }
    node.children = children;
    node.id = this.#options.id(node.id);
    this.#place(node);
    this.#last = node;
    if (node.style !== 'report') this.#lastOfText = node;
  }

  /** Ends a paragraph that loose text between blocks began, with the element it began in. */
  endLoose(): void {
    if (this.frame.strict) this.endParagraph();
  }

  #place(block: GalleyBlock): void {
    const { frame } = this;
    if (block.type === 'paragraph' && !block.label && frame.label) block.label = this.takeLabel() ?? [];
    else this.#dropLabel();
    this.endList(frame);
    frame.blocks.push(block);
  }

  /** What comes next in a frame stands after the list that was filled there. */
  endList(frame: Frame): void {
    if (frame.list)
      frame.list.numbering = numberingOf(frame.list.children.map(({ label }) => wordsOf(label)));
    frame.list = undefined;
  }

  /** Reads what follows as a label, until `endLabel`. */
  startLabel(lang: string): void {
    this.#aside = { paragraph: this.#paragraph, spans: this.#spans.splice(0) };
    const node: GalleyParagraph = { type: 'paragraph', style: 'paragraph', children: [] };
    this.#paragraph = { node, raw: [], spans: [], lang, quoted: false, hasWords: false };
  }

  endLabel(): Inline[] {
    const read = this.#paragraph;
    this.#paragraph = this.#aside?.paragraph;
    this.#spans.splice(0, this.#spans.length, ...(this.#aside?.spans ?? []));
    this.#aside = undefined;
    return read ? this.#options.finish(read.raw, read.lang) : [];
  }

  get inLabel(): boolean {
    return this.#aside !== undefined;
  }

  /** Gives the open paragraph its hanging label. */
  label(label: Inline[]): void {
    const node = this.#paragraph?.node;
    if (node?.type !== 'paragraph' || label.length === 0) return;
    node.label = label;
    // The label hangs: there is no indent beside it.
    if (node.style === 'paragraph') node.style = 'paragraph-first';
  }

  openSpan(span: Opened): void {
    this.#spans.push(span);
  }

  closeSpan(): void {
    this.#spans.pop();
    const spans = this.#paragraph?.spans;
    if (spans && spans.length > this.#spans.length) spans.pop();
  }

  /** Notes whose anchor is where the next words stand. */
  anchor(notes: readonly string[]): void {
    this.#waiting.push(...notes);
  }

  /** Adds text; loose text begins a paragraph in the style of its surroundings. */
  text(text: RawText, lang: string): void {
    const words = /[^ \t\r\n]/.test(text.value);
    if (!this.#paragraph) {
      if (!words) return;
      this.startParagraph({ type: 'paragraph', style: this.style(), children: [] }, lang);
    }
    if (words && !this.#aside) {
      for (const page of this.#pages.splice(0)) this.push(page);
      if (this.#waiting.length > 0) this.push(this.#anchor());
      this.#paragraph!.hasWords = true; // begun above where there was none
    }
    this.push(text);
  }

  /** Adds anything else to the open paragraph; without one it is dropped, which only marks without words may be. */
  push(node: RawInline): boolean {
    const paragraph = this.#paragraph;
    if (!paragraph) return false;
    for (const span of this.#spans.slice(paragraph.spans.length)) {
      const opened: RawSpan | RawLink = { ...span, children: [] };
      if ('id' in span) delete span.id; // an id stands once
      (paragraph.spans.at(-1)?.children ?? paragraph.raw).push(opened);
      paragraph.spans.push(opened);
    }
    (paragraph.spans.at(-1)?.children ?? paragraph.raw).push(node);
    return true;
  }

  /** A page of the source begins; between paragraphs it does so with the next words. */
  page(page: SourcePageBreak): void {
    if (!this.#paragraph?.hasWords) this.#pages.push(page);
    else this.push(page);
  }

  /** Adds the call of a note; loose, it stands at the end of the paragraph before. */
  call(call: NoteCall, lang: string): void {
    if (this.#paragraph) {
      this.push(call);
      this.#paragraph.hasWords = true;
    } else if (this.#last) this.#last.children.push(call);
    else {
      this.startParagraph({ type: 'paragraph', style: this.style(), children: [] }, lang);
      this.call(call, lang);
    }
  }

  /** Sets notes at the start of the last paragraph of the text. */
  anchorLast(notes: readonly string[]): void {
    const last = this.#lastOfText ?? this.#last;
    if (!last) this.#waiting.push(...notes);
    else {
      this.#options.anchored(notes);
      last.children.unshift({ type: 'noteAnchor', notes: [...notes] });
    }
  }

  #anchor(): { type: 'noteAnchor'; notes: string[] } {
    const notes = this.#waiting.splice(0);
    this.#options.anchored(notes);
    return { type: 'noteAnchor', notes };
  }

  /** Ends what is open. Notes that no words followed are set at the last paragraph. */
  end(): GalleyBlock[] {
    this.endParagraph();
    while (this.#frames.length > 1) this.leave();
    if (this.#waiting.length > 0 && this.#last) this.anchorLast(this.#waiting.splice(0));
    this.#last?.children.push(...this.#pages.splice(0));
    return this.blocks;
  }

  /** Notes that found no paragraph at all. */
  get stranded(): readonly string[] {
    return this.#waiting;
  }
}
