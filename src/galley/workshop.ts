/** What the compositors of one galley share: table, words, ids, notes, and what is told once at the end. */
import type { Element, Root } from 'xast';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';
import type { RuleId } from '../diagnostics/rules.js';
import { behaviours, type Behaviour, type Surroundings } from './behaviours.js';
import type { GalleyContext } from './context.js';
import { Ids } from './ids.js';
import { matcher, type Matcher } from './match.js';
import { Notes } from './notes.js';
import { punctuate } from './punctuation.js';
import { attribute, childElements, descendants, localId, nameOf, texts, tokens } from './tei-tree.js';
import type { Inline } from './types.js';
import { collapse, type CollapsedInline, type RawInline, type RawText } from './whitespace.js';
import { lookUpWords, type Words } from './words.js';

type ToldOnce = Extract<
  RuleId,
  'tei-element-unknown' | 'tei-element-unsupported' | 'tei-rendition-unknown' | 'tei-too-deep'
>;

export class Workshop {
  readonly context: GalleyContext;
  readonly words: Words;
  /** `teiHeader`. */
  readonly header: Element | undefined;
  readonly ids: Ids;
  readonly notes: Notes;
  /** Elements by `xml:id`, the first of each. */
  readonly byId: ReadonlyMap<string, Element>;
  /** Ids that links of the text lead to. */
  readonly linked: ReadonlySet<string>;
  /** True once brackets or marks of omission of ours were set. */
  added = false;
  /** True once a mark of punctuation was set otherwise than in the source. */
  punctuated = false;
  readonly file: VFile;
  readonly #match: Matcher;
  readonly #told = new Map<string, { rule: ToldOnce; name: string; first: Element; count: number }>();

  constructor(tei: Root, context: GalleyContext, file: VFile) {
    this.context = context;
    this.words = context.words;
    this.header = [...descendants(tei, (inner) => nameOf(inner) === 'TEI')].find(
      (part) => nameOf(part) === 'teiHeader',
    );
    this.file = file;
    this.#match = matcher([behaviours, context.behaviours ?? []]);
    const byId = new Map<string, Element>();
    const linked = new Set<string>();
    for (const element of descendants(tei)) {
      const id = attribute(element, 'xml:id');
      if (id !== undefined && !byId.has(id)) byId.set(id, element);
      const target = nameOf(element) === 'ref' ? localId(tokens(element, 'target')[0]) : undefined;
      if (target !== undefined) linked.add(target);
    }
    this.byId = byId;
    this.linked = linked;
    this.ids = new Ids(byId.keys());
    this.notes = new Notes(this);
  }

  behaviourOf(
    element: Element,
    parent: Element | undefined,
    surroundings: Surroundings,
  ): Behaviour | undefined {
    return this.#match(element, parent ? nameOf(parent) : '', surroundings);
  }

  /** The reading that is shown of several: see `choice` in behaviours.ts. */
  chosen(element: Element, prefer: readonly string[]): Element[] {
    const readings = childElements(element);
    for (const name of prefer) {
      const found = readings.find((reading) => nameOf(reading) === name);
      if (found) return [found];
    }
    return readings.slice(0, 1);
  }

  /** True if the words of an element open with a bracket or close with one. */
  hasBrackets(element: Element): boolean {
    const words = [...texts(element)].join('').trim();
    return /^[[(<⟨〈{]|[\])>⟩〉}]$/u.test(words);
  }

  /** Words, and with them punctuation, of a language; those of the interface if it has none. */
  wordsOf(lang: string): Words {
    return this.#own(lang) ?? this.words;
  }

  #own(lang: string): Words | undefined {
    const { languages } = this.context;
    const found = languages ? lookUpWords(lang, languages) : undefined;
    return found ?? lookUpWords(lang, { [this.words.lang.toLowerCase()]: this.words });
  }

  /** Raw inlines of one block → inlines: white space collapsed, punctuation of the language. */
  finish(raw: RawInline[], lang: string): Inline[] {
    const collapsed = collapse(raw);
    const leaves = [...textsOf(collapsed)];
    const words = this.context.punctuation === 'typographic' ? this.#own(lang) : undefined;
    if (words && punctuate(leaves, words)) this.punctuated = true;
    for (const leaf of leaves) delete leaf.punctuation;
    return collapsed; // texts are plain again
  }

  /** Plain words with the punctuation of their language. */
  printed(words: string, lang: string): string {
    return this.wordsIn(this.finish([{ type: 'text', value: words }], lang));
  }

  /** Words of finished inlines, without calls. */
  wordsIn(inlines: readonly Inline[]): string {
    return [...textsOf(inlines)].map((leaf) => leaf.value).join('');
  }

  /** Reports a rule once for each name, with the place of the first and the number of all, when the galley is done. */
  tellOnce(rule: ToldOnce, name: string, element: Element): void {
    const key = `${rule} ${name}`;
    const told = this.#told.get(key);
    if (told) told.count++;
    else this.#told.set(key, { rule, name, first: element, count: 1 });
  }

  tell(): void {
    for (const { rule, name, first, count } of this.#told.values()) {
      const times = count === 1 ? '' : `, ${count} times`;
      report(this.file, rule, { place: first, reason: `${said[rule](name)}${times}` });
    }
  }
}

const said: Record<ToldOnce, (name: string) => string> = {
  'tei-element-unknown': (name) =>
    `No behaviour is known for the element "${name}"; its words are shown plain`,
  'tei-element-unsupported': (name) => `The element "${name}" is shown as plain text`,
  'tei-rendition-unknown': (name) => `The rendition "${name}" is not known; the words are shown plain`,
  'tei-too-deep': (name) => `"${name}" is nested too deeply; its words are shown plain`,
};

function* textsOf(inlines: readonly (Inline | CollapsedInline)[]): Generator<RawText> {
  for (const inline of inlines) {
    if (inline.type === 'text') yield inline;
    else if (inline.type === 'span' || inline.type === 'link') yield* textsOf(inline.children);
  }
}
