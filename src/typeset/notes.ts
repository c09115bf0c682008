/** Notes of the galley as boxes of lines: marginal notes at their anchors, footnotes after the block that calls them. */
import type { Galley, GalleyBlock, GalleyNote, GalleyParagraph, Inline } from '../galley/types.js';
import type { BlockLabel, BlockSetter, LineMatter } from './blocks.js';
import { callAnchor } from './collect.js';
import { mm, type Design } from './design.js';
import type { NoteBox, NoteLine } from './flow.js';
import type { StructureTree } from './structure.js';

export class Notes {
  /** Set by the owner: blocks and notes need each other. */
  blocks: BlockSetter | undefined;
  readonly #galley: Galley;
  readonly #design: Design;
  readonly #tree: StructureTree;
  readonly #byId = new Map<string, GalleyNote>();
  readonly #set = new Set<string>();
  /** Marginal notes met at their anchors and not taken yet. */
  readonly #met = new Map<string, NoteBox[]>();
  /** Structure nodes of marginal notes. */
  readonly #nodes = new Map<string, number>();

  constructor(galley: Galley, design: Design, tree: StructureTree) {
    this.#galley = galley;
    this.#design = design;
    this.#tree = tree;
    for (const note of galley.notes) {
      if (this.#byId.has(note.id)) throw new TypeError(`Two notes of the galley have the id ${note.id}`);
      this.#byId.set(note.id, note);
    }
  }

  /** Notes that nothing in the galley points to. */
  strays(): { note: GalleyNote }[] {
    const called = new Set<string>();
    const inlines = (list: readonly Inline[]): void => {
      for (const inline of list) {
        if (inline.type === 'noteCall') called.add(inline.note);
        else if (inline.type === 'noteAnchor') for (const note of inline.notes) called.add(note);
        else if ('children' in inline) inlines(inline.children);
      }
    };
    const blocks = (list: readonly GalleyBlock[]): void => {
      for (const block of list) {
        if (block.type === 'paragraph' || block.type === 'heading') {
          inlines(block.children);
          if (block.type === 'paragraph') inlines(block.label ?? []);
        } else if (block.type === 'section') blocks(block.children);
        else if (block.type === 'list') {
          for (const item of block.children) {
            inlines(item.label);
            blocks(item.children);
          }
        }
      }
    };
    blocks(this.#galley.children);
    blocks(this.#galley.notes.flatMap((note) => note.children));
    return this.#galley.notes.filter((note) => !called.has(note.id)).map((note) => ({ note }));
  }

  /** A marginal note at its anchor, if it has one: it takes its place in the tree as a child of `parent`. */
  meet(id: string, parent: number, anchored = true): void {
    const note = this.#note(id, 'marginal');
    const { marginal } = this.#design;
    const boxes: NoteBox[] = [];
    this.#met.set(id, boxes);
    const calls = this.#box(note, parent, marginal.width * mm, undefined, boxes, anchored);
    boxes.push(...this.#footOf(calls, parent));
  }

  /** True for a note that stands by the last line of the block its anchor is in. */
  endsBlock(id: string): boolean {
    return this.#byId.get(id)?.place === 'end';
  }

  /** What a link to a note says. */
  describe(id: string): string {
    const note = this.#note(id, 'marginal');
    return note.description || note.id;
  }

  /** Names the words that refer to a marginal note that was met. */
  refer(id: string, reference: number): void {
    const node = this.#nodes.get(id);
    if (node === undefined) throw new TypeError(`The note ${id} is referred to before it is met`);
    this.#tree.pair(reference, node);
  }

  /** Boxes of a note that was met: its own, and those of notes that it calls. */
  take(id: string): readonly NoteBox[] {
    const boxes = this.#met.get(id) ?? [];
    this.#met.delete(id);
    return boxes;
  }

  /** Footnotes for calls of a block, in the tree after the block, as children of `parent`. */
  feet(calls: LineMatter['calls'], parent: number): NoteBox[] {
    return this.#footOf(calls, parent);
  }

  /** Footnotes that nothing calls. */
  uncalled(): NoteBox[] {
    const boxes: NoteBox[] = [];
    for (const note of this.#galley.notes) {
      if (note.series !== 'footnote' || this.#set.has(note.id)) continue;
      boxes.push(...this.#foot(note, undefined, 0));
    }
    return boxes;
  }

  #footOf(calls: LineMatter['calls'], parent: number): NoteBox[] {
    const boxes: NoteBox[] = [];
    for (const { note, reference } of calls)
      boxes.push(...this.#foot(this.#note(note, 'footnote'), reference, parent));
    return boxes;
  }

  #foot(note: GalleyNote, reference: number | undefined, parent: number): NoteBox[] {
    const boxes: NoteBox[] = [];
    const calls = this.#box(note, parent, this.#design.page.measure * mm, reference, boxes);
    boxes.push(...this.#footOf(calls, parent));
    return boxes;
  }

  /** Sets a note and adds it to `boxes`; returns the footnotes called in it. */
  #box(
    note: GalleyNote,
    parent: number,
    width: number,
    reference: number | undefined,
    boxes: NoteBox[],
    anchored = false,
  ): LineMatter['calls'][number][] {
    if (!this.blocks) throw new TypeError('Notes are set before blocks can be');
    if (this.#set.has(note.id)) throw new TypeError(`The note ${note.id} is called twice`);
    this.#set.add(note.id);
    const tree = this.#tree;
    const lang = note.lang ?? this.#galley.lang;
    const structure = tree.add('Note', parent, {
      noteId: note.id,
      anchor: note.id,
      title: note.description,
      ...(note.lang === undefined ? {} : { lang: note.lang }),
    });
    if (reference !== undefined) tree.pair(reference, structure);
    if (note.series === 'marginal') this.#nodes.set(note.id, structure);
    const label =
      note.series === 'footnote' ? this.#label(note, structure, reference !== undefined) : undefined;
    const lines: NoteLine[] = [];
    const calls: LineMatter['calls'][number][] = [];
    const nested: NoteBox[] = [];
    let anchors = [note.id];
    for (const [i, block] of note.children.entries()) {
      const paragraph = tree.add('P', structure, {
        ...(block.lang === undefined || block.lang === lang ? {} : { lang: block.lang }),
        ...(block.id === undefined ? {} : { anchor: block.id }),
      });
      if (block.id !== undefined) anchors.push(block.id);
      const set = this.blocks.set(
        {
          style: block.style,
          lang: block.lang ?? lang,
          children: i === 0 && anchored ? linkedBack(note, block) : block.children,
          position: block.position ?? note.position,
          structure: paragraph,
          ...(i === 0 && label ? { label } : {}),
        },
        { width, left: 0, hang: 0 },
      );
      for (const matter of [set.left, ...set.lines]) {
        calls.push(...matter.calls);
        nested.push(...matter.marginal, ...matter.foot);
      }
      for (const line of set.lines) {
        lines.push({
          sets: line.sets,
          leading: set.leading,
          anchors: [...anchors, ...line.anchors],
          position: block.position ?? note.position,
        });
        anchors = [];
      }
    }
    boxes.push(
      {
        id: note.id,
        series: note.series,
        description: note.description,
        tied: note.place === 'margin' && parent !== 0,
        lines,
      },
      ...nested,
    );
    return calls;
  }

  #label(note: GalleyNote, structure: number, called: boolean): BlockLabel | undefined {
    if (note.label === undefined || note.label === '') return undefined;
    const tree = this.#tree;
    const place = tree.add('Lbl', structure);
    const inlines: Inline[] = [{ type: 'text', value: note.label }];
    if (!called) return { inlines, structure: place };
    const link = tree.add('Link', place);
    const href = `#${callAnchor(note.id)}`;
    return { inlines, structure: link, link: { href, structure: link, description: note.label } };
  }

  #note(id: string, series: GalleyNote['series']): GalleyNote {
    const note = this.#byId.get(id);
    if (note?.series !== series) throw new TypeError(`The galley has no ${series} note ${id}`);
    return note;
  }
}

/** The first paragraph of a marginal note, with a link to its passage: its hand, else its first word. */
function linkedBack(note: GalleyNote, { style, children }: GalleyParagraph): readonly Inline[] {
  const at = children.findIndex(
    (inline) => inline.type !== 'noteAnchor' && inline.type !== 'sourcePageBreak',
  );
  const first = children[at];
  if (!first || !plain(first)) return children;
  const word =
    first.type === 'text' && style !== 'marginal-hand'
      ? /^\s*\S*[\p{L}\p{N}]\S*/u.exec(first.value)?.[0]
      : undefined;
  const [linked, ...rest]: [Inline, ...Inline[]] =
    first.type === 'text' && word !== undefined
      ? [
          { type: 'text', value: word },
          { type: 'text', value: first.value.slice(word.length) },
        ]
      : [first];
  return [
    ...children.slice(0, at),
    {
      type: 'link',
      href: `#${callAnchor(note.id)}`,
      ...(note.back === undefined ? {} : { description: note.back }),
      children: [linked],
    },
    ...rest,
    ...children.slice(at + 1),
  ];
}

/** True for words without a link, a call or an anchor in them. */
function plain(inline: Inline): boolean {
  return inline.type === 'text' || (inline.type === 'span' && inline.children.every(plain));
}
