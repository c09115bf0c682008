/**
 * The notes of a document and where they are set: read from the TEI before the text is set, so that an anchor is known
 * when it is reached. A marginal note is set once at each of its anchors.
 */
import type { Element } from 'xast';
import { report } from '../diagnostics/report.js';
import { placeNames, type Behaviour, type Rendering, type Surroundings } from './behaviours.js';
import { attribute, descendants, hasWords, localId, nameOf, tokens } from './tei-tree.js';
import type { NoteCall } from './types.js';
import type { Workshop } from './workshop.js';

/** What a note is anchored to, for the description of the note. */
export interface Target {
  element: Element;
  kind: Rendering['as'];
  parent: Element | undefined;
}

/** One setting of a note. */
export interface Setting {
  id: string;
  element: Element;
  series: 'marginal' | 'footnote';
  place: 'margin' | 'top' | 'end' | 'foot';
  /** Places on the page, without `margin`. */
  where: string[];
  target?: Target;
  /** Id of the first setting of the same note. */
  repeats?: string;
  /** Label of a footnote as the source has it. */
  n?: string;
  /** What is not certain of a marginal note: the passage it is set beside, or that it belongs to any. */
  doubt?: 'anchor' | 'unplaced';
  /** True for a note of the edition, not of the source. */
  editorial: boolean;
  label?: string;
}

export type InPlace =
  { kind: 'anchor'; notes: string[] } | { kind: 'call'; call: () => NoteCall } | { kind: 'elsewhere' };

interface Shown {
  element: Element;
  behaviour: Behaviour | undefined;
  /** In a note. */
  nested: boolean;
  parent: Element | undefined;
}

/** Elements of `standOff` whose inside is not looked through for notes. */
const apart = new Set([
  'annotation',
  'person',
  'place',
  'org',
  'relation',
  'bibl',
  'biblStruct',
  'event',
  'object',
]);

/** Places of a note on a document, or on a part of one, that come after its last words. */
const afterText = new Set(['bottom', 'end', 'overleaf']);

export class Notes {
  readonly #shop: Workshop;
  readonly #settings = new Map<string, Setting>();
  readonly #starts = new Map<string, string[]>();
  readonly #ends = new Map<string, string[]>();
  readonly #calls = new Map<string, Setting[]>();
  /** Notes of the edition whose place is not in the text. */
  readonly #loose: Setting[] = [];
  readonly #inPlace = new Map<Element, InPlace>();
  /** Settings in the order of the text. */
  readonly #order: Setting[] = [];
  readonly #stranded: string[] = [];
  #numbers = 0;
  #letters = 0;
  #numbered = false;

  constructor(shop: Workshop) {
    this.#shop = shop;
  }

  /**
   * Reads the notes of a text and of `standOff`; these may also be called from abstracts that are shown. To be called once,
   * before anything is set.
   */
  read(text: readonly Element[], standOff: readonly Element[], abstracts: readonly Element[]): void {
    const targets = new Map<string, Target>();
    const notes: { element: Element; nested: boolean; series: 'marginal' | 'footnote' }[] = [];
    for (const { element, behaviour, nested, parent } of this.#shown(text)) {
      const id = attribute(element, 'xml:id');
      if (behaviour?.as === 'note') notes.push({ element, nested, series: behaviour.series });
      else if (id !== undefined && !nested && !targets.has(id))
        targets.set(id, { element, kind: behaviour?.as ?? 'through', parent });
    }
    for (const element of abstracts.flatMap((abstract) => [...descendants(abstract)])) {
      const id = attribute(element, 'xml:id');
      if (id !== undefined && !targets.has(id))
        targets.set(id, { element, kind: 'through', parent: undefined });
    }
    for (const { element, nested, series } of notes) {
      if (series === 'marginal') this.#marginal(element, nested, targets);
      else this.#footnote(element, nested, targets, false);
    }
    for (const root of standOff) {
      // What a register says of a person or place is called from nowhere; it stays in the TEI.
      for (const element of descendants(root, (inner) => !apart.has(nameOf(inner)))) {
        const name = nameOf(element);
        if ((name === 'annotation' || name === 'note') && hasWords(element))
          this.#footnote(element, true, targets, true);
      }
    }
    this.#numbered = [...this.#settings.values()].some(
      (setting) => setting.series === 'footnote' && !setting.editorial,
    );
  }

  /** Elements of which something is set, with what they become; `nested`: in a note. */
  *#shown(text: readonly Element[]): Generator<Shown> {
    interface Level {
      nodes: readonly Element['children'][number][];
      next: number;
      parent: Element | undefined;
      surroundings: Surroundings;
    }
    const stack: Level[] = [{ nodes: text, next: 0, parent: undefined, surroundings: 'document' }];
    for (let level = stack.at(-1); level; level = stack.at(-1)) {
      const element = level.nodes[level.next++];
      if (!element) stack.pop();
      else if (element.type === 'element') {
        const behaviour = this.#shop.behaviourOf(element, level.parent, level.surroundings);
        yield { element, behaviour, nested: level.surroundings !== 'document', parent: level.parent };
        if (behaviour?.as === 'hidden') continue;
        const nodes =
          behaviour?.as === 'choice' ? this.#shop.chosen(element, behaviour.prefer) : element.children;
        const surroundings =
          behaviour?.as === 'note' && level.surroundings === 'document'
            ? behaviour.series
            : level.surroundings;
        stack.push({ nodes, next: 0, parent: element, surroundings });
      }
    }
  }

  #marginal(element: Element, nested: boolean, targets: ReadonlyMap<string, Target>): void {
    const found = this.#targets(element, targets);
    if (nested && found.length === 0) return; // set in the line of the note it stands in
    const where = placesOf(element);
    const first = this.#id(element);
    const add = (id: string, target: Target | undefined): Setting => {
      const whole = !target || target.kind === 'division' || target.kind === 'container';
      const atEnd = target !== undefined && whole && where.some((word) => afterText.has(word));
      const place = atEnd ? 'end' : whole && where.includes('top') ? 'top' : 'margin';
      const setting: Setting = { id, element, series: 'marginal', place, where, editorial: false };
      if (target) setting.target = target;
      if (id !== first) setting.repeats = first;
      if (attribute(element, 'cert') === 'low' && !(whole && where.length > 0))
        setting.doubt = whole ? 'unplaced' : 'anchor';
      this.#settings.set(id, setting);
      return setting;
    };
    for (const [index, [anchor, target]] of found.entries()) {
      const setting = add(index === 0 ? first : this.#shop.ids.fresh(first), target);
      push(setting.place === 'end' ? this.#ends : this.#starts, anchor, setting.id);
    }
    if (found.length === 0) {
      add(first, undefined);
      this.#inPlace.set(element, { kind: 'anchor', notes: [first] });
    } else this.#inPlace.set(element, { kind: 'elsewhere' });
  }

  #footnote(
    element: Element,
    nested: boolean,
    targets: ReadonlyMap<string, Target>,
    editorial: boolean,
  ): void {
    const [found] = this.#targets(element, targets);
    if (nested && !found && !editorial) return;
    const n = attribute(element, 'n');
    const id = this.#id(element);
    const setting: Setting = { id, element, series: 'footnote', place: 'foot', where: [], editorial };
    if (n !== undefined) setting.n = n;
    if (found) {
      setting.target = found[1];
      push(this.#calls, found[0], setting);
      this.#inPlace.set(element, { kind: 'elsewhere' });
    } else if (editorial) this.#loose.push(setting);
    else this.#inPlace.set(element, { kind: 'call', call: () => this.#call(setting) });
    this.#settings.set(id, setting);
  }

  /** Targets that are set, each once, in the order of `@target`; the others are reported. */
  #targets(element: Element, targets: ReadonlyMap<string, Target>): [string, Target][] {
    const found: [string, Target][] = [];
    for (const pointer of new Set(tokens(element, 'target'))) {
      const id = localId(pointer);
      const target = id === undefined ? undefined : targets.get(id);
      if (id !== undefined && target) found.push([id, target]);
      else if (id !== undefined)
        report(this.#shop.file, 'note-anchor-missing', {
          place: element,
          actual: `@target="${pointer}"`,
          expected: 'the id of something in the text',
        });
    }
    return found;
  }

  #id(element: Element): string {
    const id = attribute(element, 'xml:id');
    return id === undefined ? this.#shop.ids.fresh('note') : this.#shop.ids.take(id);
  }

  #call(setting: Setting): NoteCall {
    setting.label ??= setting.n ?? this.#nextLabel(setting);
    this.#order.push(setting);
    return { type: 'noteCall', note: setting.id, label: setting.label };
  }

  /** Numbers; letters for notes of the edition where the source has notes of its own. */
  #nextLabel(setting: Setting): string {
    return setting.editorial && this.#numbered ? letters(++this.#letters) : String(++this.#numbers);
  }

  /** Notes that are set where this element begins, and where it ends; calls at its end. */
  anchorsAt(id: string | undefined): readonly string[] {
    return (id === undefined ? undefined : this.#starts.get(id)) ?? [];
  }
  anchorsAtEnd(id: string | undefined): readonly string[] {
    return (id === undefined ? undefined : this.#ends.get(id)) ?? [];
  }
  callsAt(id: string): NoteCall[] {
    return (this.#calls.get(id) ?? []).map((setting) => this.#call(setting));
  }

  /** Calls that have no place of their own: they stand at the end of the document. */
  looseCalls(): NoteCall[] {
    return this.#loose.map((setting) => this.#call(setting));
  }

  /** What is set where a note stands; undefined for a note in a note, whose words stay in the line. */
  inPlace(element: Element): InPlace | undefined {
    return this.#inPlace.get(element);
  }

  anchored(notes: readonly string[]): void {
    for (const id of notes) {
      const setting = this.#settings.get(id);
      if (setting) this.#order.push(setting);
    }
  }

  /** Notes for which nothing was set that could bear an anchor. */
  strand(notes: readonly string[]): void {
    this.#stranded.push(...notes);
  }
  get stranded(): readonly string[] {
    return this.#stranded;
  }

  get settings(): readonly Setting[] {
    return this.#order;
  }
}

/** `a` … `z`, `aa` … for 1 … */
export function letters(count: number): string {
  let label = '';
  for (let rest = count; rest > 0; rest = Math.floor((rest - 1) / 26))
    label = String.fromCharCode(97 + ((rest - 1) % 26)) + label;
  return label;
}

/** Words of `@place`, and of `@rend` where they name a place, in one spelling and without `margin`. */
function placesOf(element: Element): string[] {
  const rend = tokens(element, 'rend').filter((word) => Object.hasOwn(placeNames, word));
  const words = [...tokens(element, 'place'), ...rend].map((word) => placeNames[word] ?? word);
  return [...new Set(words)].filter((word) => word !== 'margin');
}

function push<T>(lists: Map<string, T[]>, key: string, entry: T): void {
  const list = lists.get(key);
  if (list) list.push(entry);
  else lists.set(key, [entry]);
}
