/**
 * Sets TEI as galley blocks: walks the tree, asks the table of behaviours what each element becomes, and gives the
 * words to a `Flow`. One compositor sets one flow: the transcription, a paragraph of the header, the content of a note.
 */
import type { Element } from 'xast';
import type { Position } from 'unist';
import type { Behaviour, Rendering, Surroundings } from './behaviours.js';
import { handlers, type Handler } from './handlers.js';
import { Flow, type Opened } from './flow.js';
import type { BlockStyle, GalleyBlock, GalleyParagraph, NoteCall } from './types.js';
import { attribute, hasWords, languageOf, nameOf, type TeiNode } from './tei-tree.js';
import type { Workshop } from './workshop.js';
import type { RawText } from './whitespace.js';

export interface CompositorOptions {
  surroundings: Surroundings;
  /** Language of the galley around the blocks. */
  galleyLang: string;
  /** Language of the nodes that are set; `galleyLang` if absent. */
  lang?: string | undefined;
  /** Style of paragraphs that have none of their own. */
  paragraphs?: BlockStyle | undefined;
  /** Division that is the whole document, not a part of it. */
  whole?: Element | undefined;
}

/** Levels of nested sections, lists and spans that are set as such; below, words are set without. */
const deepest = 48;

interface Visit {
  readonly element: Element | undefined;
  readonly nodes: readonly TeiNode[];
  next: number;
  readonly lang: string;
  readonly punctuation: RawText['punctuation'];
  readonly leave: () => void;
}

/** What a handler says of an element: how to leave it, and which children are set if not all. */
export interface Entered {
  leave?: () => void;
  children?: readonly TeiNode[];
}

export interface Entry<R extends Rendering = Rendering> {
  element: Element;
  rendering: R;
  lang: string;
  /** Id that nothing else has taken. */
  id: string | undefined;
}

export class Compositor {
  readonly flow: Flow;
  readonly shop: Workshop;
  readonly options: CompositorOptions;
  readonly #lang: string;
  readonly #visits: Visit[] = [];
  /** The document and the divisions around what is set; whether each has a heading decides the level of the next. */
  readonly divisions: { headed: boolean }[] = [{ headed: false }];
  /** Lists run into the line around what is set. */
  runIn = 0;

  constructor(shop: Workshop, options: CompositorOptions) {
    this.shop = shop;
    this.options = options;
    this.#lang = options.lang ?? options.galleyLang;
    this.flow = new Flow({
      lang: options.galleyLang,
      paragraphs: options.paragraphs,
      strict: options.surroundings === 'document',
      finish: (raw, lang) => shop.finish(raw, lang),
      id: (wanted) => shop.ids.take(wanted),
      quotes: (lang) => shop.wordsOf(lang).quotation.double,
      anchored: (notes) => {
        shop.notes.anchored(notes);
      },
    });
  }

  /** Sets nodes after what was set before. */
  set(nodes: readonly TeiNode[], parent?: Element): this {
    const visits = this.#visits;
    visits.push({
      element: parent,
      nodes,
      next: 0,
      lang: this.#lang,
      punctuation: undefined,
      leave: () => undefined,
    });
    for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
      const node = visit.nodes[visit.next++];
      if (!node) {
        visit.leave();
        visits.pop();
      } else if (node.type === 'text' || node.type === 'cdata') {
        this.#text(node.value, visit, node.position);
      } else if (node.type === 'element') this.#enter(node, visit);
    }
    return this;
  }

  /** Calls of notes that have no place of their own. */
  callAtEnd(calls: readonly NoteCall[], lang: string): this {
    for (const call of calls) this.flow.call(call, lang);
    return this;
  }

  end(): GalleyBlock[] {
    const blocks = this.flow.end();
    if (this.flow.stranded.length > 0) this.shop.notes.strand(this.flow.stranded);
    return blocks;
  }

  #text(value: string, { lang, punctuation }: Visit, position: Position | undefined): void {
    const text: RawText = { type: 'text', value };
    if (punctuation) text.punctuation = punctuation;
    if (position) text.position = position;
    this.flow.text(text, lang);
  }

  /** Words of ours that stand for markup. */
  mark(value: string, lang: string): void {
    this.shop.added = true;
    this.flow.text({ type: 'text', value, data: { generated: true } }, lang);
  }

  #enter(element: Element, parent: Visit): void {
    const { flow } = this;
    const shop = this.shop;
    const behaviour = shop.behaviourOf(element, parent.element, this.options.surroundings);
    const rendering = behaviour ?? unknown;
    const lang = languageOf(element) ?? parent.lang;
    const id = attribute(element, 'xml:id');
    if (rendering.as === 'hidden') {
      this.#marks(id, lang);
      return;
    }
    this.#tell(element, behaviour);

    const outside = this.options.surroundings !== 'document';
    const atEnd = outside ? [] : shop.notes.anchorsAtEnd(id);
    const before = flow.lastOfText;
    const loose = !flow.inParagraph;
    if (!outside) flow.anchor(shop.notes.anchorsAt(id));

    const handler = handlers[rendering.as] as Handler;
    const entered = handler.call(this, { element, rendering, lang, id });
    const span = this.#inlineSpan(rendering, lang, parent.lang, id);
    if (span) flow.openSpan(span);
    this.#visits.push({
      element,
      nodes: entered.children ?? element.children,
      next: 0,
      lang,
      punctuation: behaviour?.punctuation ?? parent.punctuation,
      leave: () => {
        if (span) flow.closeSpan();
        entered.leave?.();
        if (loose && isInline(rendering)) flow.endLoose();
        if (id !== undefined) this.#calls(id, lang);
        if (atEnd.length > 0) {
          flow.endParagraph();
          if (flow.lastOfText === before) flow.anchor(atEnd);
          else flow.anchorLast(atEnd);
        }
      },
    });
  }

  /** What an element that shows nothing may carry: the anchor or call of a note. */
  #marks(id: string | undefined, lang: string): void {
    if (id === undefined) return;
    if (this.options.surroundings === 'document') {
      const { notes } = this.shop;
      this.flow.anchor([...notes.anchorsAt(id), ...notes.anchorsAtEnd(id)]);
    }
    this.#calls(id, lang);
  }

  /** Footnotes are called from the text and from an abstract, never from a note. */
  #calls(id: string, lang: string): void {
    const { surroundings } = this.options;
    if (surroundings !== 'document' && surroundings !== 'header') return;
    for (const call of this.shop.notes.callsAt(id)) this.flow.call(call, lang);
  }

  #tell(element: Element, behaviour: Behaviour | undefined): void {
    if (!behaviour) {
      if (hasWords(element)) this.shop.tellOnce('tei-element-unknown', nameOf(element), element);
    } else if (behaviour.unsupported === true)
      this.shop.tellOnce('tei-element-unsupported', nameOf(element), element);
  }

  /** The span that a change of language or a target of a link needs in the line. */
  #inlineSpan(
    rendering: Rendering,
    lang: string,
    around: string,
    id: string | undefined,
  ): Opened | undefined {
    if (!isInline(rendering)) return undefined;
    const named = id !== undefined && this.shop.linked.has(id);
    const foreign = lang !== around && (this.flow.inParagraph || this.options.surroundings !== 'document');
    if ((!named && !foreign) || this.tooDeep(undefined)) return undefined;
    const span: Opened = { type: 'span' };
    if (foreign) span.lang = lang;
    if (named) span.id = this.shop.ids.take(id);
    return span;
  }

  tooDeep(element: Element | undefined): boolean {
    const tooDeep = this.flow.spanDepth >= deepest || this.flow.depth >= deepest;
    if (tooDeep && element) this.shop.tellOnce('tei-too-deep', nameOf(element), element);
    return tooDeep;
  }

  /** Opens a span for a handler; undefined where there are too many. */
  span(span: Opened, element: Element): Entered {
    if (this.tooDeep(element)) return {};
    this.flow.openSpan(span);
    return {
      leave: () => {
        this.flow.closeSpan();
      },
    };
  }

  paragraph(style: BlockStyle, { element, id, lang }: Entry, quoted = false): Entered {
    const { flow } = this;
    const node: GalleyParagraph = { type: 'paragraph', style, children: [] };
    if (id !== undefined) node.id = id;
    if (element.position) node.position = element.position;
    flow.startParagraph(node, lang, quoted);
    return {
      leave: () => {
        flow.endParagraph();
      },
    };
  }
}

const unknown: Rendering = { as: 'through' };

function isInline(rendering: Rendering): boolean {
  return inline.has(rendering.as);
}
const inline = new Set<Rendering['as']>([
  'through',
  'words',
  'span',
  'emphasis',
  'link',
  'choice',
  'gap',
  'bracketed',
  'label',
  'note',
  'break',
  'page',
]);
