/**
 * Blocks of the galley → the stream of lines that pages are made of. Walks the galley once, in reading order, and gives out
 * structure nodes, sequence numbers, destinations and outline entries on the way.
 */
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';
import type {
  Galley,
  GalleyBlock,
  GalleyItem,
  GalleyList,
  GalleyParagraph,
  Inline,
  Section,
} from '../galley/types.js';
import { BlockSetter, type BlockLabel, type BlockSource, type LineMatter, type SetBlock } from './blocks.js';
import { Collector, plainText } from './collect.js';
import { mm, type Design, type SectionStart } from './design.js';
import type { FlowLine, NoteBox, OutlineMark } from './flow.js';
import type { LetterCase } from './letters.js';
import { Notes } from './notes.js';
import type { StructureNode } from './pages.js';
import { Reporter } from './reporter.js';
import type { StructureTree } from './structure.js';

interface Around {
  readonly structure: number;
  readonly lang: string;
  /** Indent, pt, and the part of it that a label hangs in. */
  readonly left: number;
  readonly hang: number;
}

/** What waits for the next line. */
interface Pending {
  before: number;
  starts: SectionStart;
  anchors: string[];
  outline: OutlineMark[];
  marginal: NoteBox[];
  calls: LineMatter['calls'][number][];
  /** Label of an item whose first block is no paragraph, or has not come yet. */
  label: BlockLabel | undefined;
}

export class GalleyLines {
  readonly #galley: Galley;
  readonly #design: Design;
  readonly #tree: StructureTree;
  readonly #notes: Notes;
  readonly #blocks: BlockSetter;
  readonly #width: number;
  readonly #file: VFile;
  #pending: Pending = nothingPending();
  /** Space that the last block wants after it, lines; its group, and what that leaves before another one. */
  #after = 0;
  #group = '';
  #leave = 0;

  constructor(galley: Galley, design: Design, letterCase: LetterCase, tree: StructureTree, file: VFile) {
    this.#galley = galley;
    this.#design = design;
    this.#tree = tree;
    this.#file = file;
    this.#width = design.page.measure * mm;
    const reporter = new Reporter(design, file);
    this.#notes = new Notes(galley, design, tree);
    const collector = new Collector({
      design,
      letterCase,
      tree,
      onAnchor: (note, structure) => {
        this.#notes.meet(note, structure);
      },
      onText: (text) => {
        reporter.scripts(text);
      },
    });
    this.#blocks = new BlockSetter({
      design,
      letterCase,
      collector,
      notesOf: (note) => this.#notes.take(note),
      onTokens: (tokens, position) => {
        reporter.missing(tokens, position);
      },
      onCut: (words, position) => {
        reporter.cut(words, position);
      },
    });
    this.#notes.blocks = this.#blocks;
  }

  /** The lines, in order; at least one. */
  *lines(): Generator<FlowLine, void, void> {
    let held: FlowLine | undefined;
    for (const line of this.#all()) {
      if (held && line.shares && this.#join(held, line)) continue;
      if (held) yield held;
      held = line;
    }
    // Whatever found no line of its own stands by the last one.
    const rest = this.#pending;
    if (!held && rest.anchors.length + rest.marginal.length + rest.calls.length === 0) return;
    held ??= this.#empty();
    held.anchors.push(...rest.anchors);
    held.marginal.push(...rest.marginal);
    held.foot.push(...this.#notes.feet(rest.calls, 0));
    held.foot.push(...this.#notes.uncalled());
    held.outline.push(...rest.outline);
    yield held;
  }

  *#all(): Generator<Line, void, void> {
    const structure = this.#tree.add('Document', undefined, { lang: this.#galley.lang });
    const strays = this.#notes.strays();
    for (const { note } of strays) {
      report(this.#file, 'note-unanchored', {
        ...(note.position ? { place: note.position } : {}),
        actual: `note “${note.description}” that no passage calls`,
      });
    }
    this.#pending.marginal.push(
      ...strays.flatMap(({ note }) => {
        if (note.series !== 'marginal') return [];
        this.#notes.meet(note.id, structure);
        return this.#notes.take(note.id);
      }),
    );
    yield* this.#blocksIn(this.#galley.children, { structure, lang: this.#galley.lang, left: 0, hang: 0 });
  }

  *#blocksIn(children: readonly GalleyBlock[], around: Around): Generator<Line, void, void> {
    // Labelled paragraphs of one style that follow each other are a list.
    let list: { style: string; structure: number } | undefined;
    for (const block of children) {
      if (block.type !== 'paragraph' || !block.label || block.style !== list?.style) list = undefined;
      switch (block.type) {
        case 'section': {
          yield* this.#section(block, around);
          break;
        }
        case 'heading': {
          const role = (['H1', 'H2', 'H3', 'H4'] as const)[block.level - 1] ?? 'H4';
          const title = plainText(block.children);
          const structure = this.#tree.add(role, around.structure, {
            ...langOf(block, around),
            ...anchorOf(block),
          });
          this.#pending.outline = this.#pending.outline.filter((entry) => entry.title !== title);
          if (title !== '') this.#pending.outline.push({ title, level: block.level, structure });
          yield* this.#paragraph(block, structure, around);
          break;
        }
        case 'paragraph': {
          if (block.label) {
            list ??= {
              style: block.style,
              structure: this.#tree.add('L', around.structure, numbered(block.label)),
            };
            yield* this.#labelled(block, block.label, list.structure, around);
          } else {
            const structure = this.#tree.add('P', around.structure, {
              ...langOf(block, around),
              ...anchorOf(block),
            });
            yield* this.#paragraph(block, structure, around);
          }
          break;
        }
        case 'list': {
          yield* this.#list(block, around);
          break;
        }
        case 'ornament': {
          yield this.#ornament();
          break;
        }
        default: {
          throw new TypeError(`Not a block of the galley: ${String((block as { type?: unknown }).type)}`);
        }
      }
    }
  }

  *#section(section: Section, around: Around): Generator<Line, void, void> {
    const lang = section.lang ?? around.lang;
    const structure = this.#tree.add('Sect', around.structure, {
      ...langOf(section, around),
      ...anchorOf(section),
      ...(section.title === undefined ? {} : { title: section.title }),
    });
    const starts = this.#design.sections[section.role];
    if (starts && starts !== 'flow') this.#pending.starts = starts;
    if (section.id !== undefined) this.#pending.anchors.push(section.id);
    if (section.title !== undefined && section.title !== '') {
      this.#pending.outline.push({
        title: section.title,
        level: section.role === 'front' ? 1 : 2,
        structure,
      });
    }
    yield* this.#blocksIn(section.children, { ...around, structure, lang });
  }

  *#list(list: GalleyList, around: Around): Generator<Line, void, void> {
    const { lists, text } = this.#design;
    const kind = { none: 'None', decimal: 'Decimal', alpha: 'LowerAlpha', roman: 'LowerRoman' } as const;
    const upper = /^\P{L}*\p{Lu}/u.test(plainText(list.children[0]?.label ?? []));
    const numbering =
      upper && list.numbering === 'alpha'
        ? 'UpperAlpha'
        : upper && list.numbering === 'roman'
          ? 'UpperRoman'
          : kind[list.numbering];
    const structure = this.#tree.add('L', around.structure, { numbering, ...anchorOf(list) });
    if (list.id !== undefined) this.#pending.anchors.push(list.id);
    const indent = lists.indent * text.size;
    for (const [i, item] of list.children.entries()) {
      this.#want(i === 0 ? lists.space : lists.between);
      yield* this.#item(item, { structure, lang: around.lang, left: around.left + indent, hang: indent });
    }
    this.#after = Math.max(this.#after, lists.space);
  }

  *#item(item: GalleyItem, around: Around): Generator<Line, void, void> {
    const structure = this.#tree.add('LI', around.structure, anchorOf(item));
    if (item.id !== undefined) this.#pending.anchors.push(item.id);
    if (item.label.length > 0) {
      const label = this.#tree.add('Lbl', structure);
      this.#pending.label = { inlines: item.label, structure: label };
    }
    const body = this.#tree.add('LBody', structure);
    const inside = { ...around, structure: body };
    if (item.children[0]?.type !== 'paragraph') yield* this.#loneLabel(inside);
    yield* this.#blocksIn(item.children, inside);
  }

  /** Sets a label that waits for words to stand beside on a line of its own. */
  *#loneLabel(around: Around): Generator<Line, void, void> {
    if (!this.#pending.label) return;
    const empty: GalleyParagraph = { type: 'paragraph', style: 'item', children: [] };
    yield* this.#paragraph(empty, around.structure, around);
  }

  *#labelled(
    block: GalleyParagraph,
    label: readonly Inline[],
    list: number,
    around: Around,
  ): Generator<Line, void, void> {
    yield* this.#loneLabel(around);
    const item = this.#tree.add('LI', list, anchorOf(block));
    this.#pending.label = {
      inlines: label,
      structure: this.#tree.add('Lbl', item),
    };
    const body = this.#tree.add('LBody', item);
    const structure = this.#tree.add('P', body, langOf(block, around));
    yield* this.#paragraph(block, structure, around);
  }

  *#paragraph(
    block: {
      style: GalleyParagraph['style'];
      lang?: string;
      id?: string;
      children: Inline[];
      position?: Position | undefined;
    },
    structure: number,
    around: Around,
  ): Generator<Line, void, void> {
    const pending = this.#pending;
    if (block.id !== undefined) pending.anchors.push(block.id);
    const { label } = pending;
    pending.label = undefined;
    const source: BlockSource = {
      style: block.style,
      lang: block.lang ?? around.lang,
      children: block.children,
      position: block.position,
      structure,
      ...(label ? { label } : {}),
    };
    const set = this.#blocks.set(source, {
      width: this.#width,
      left: around.left,
      hang: label ? around.hang : 0,
    });
    pending.anchors.push(...set.left.anchors);
    pending.marginal.push(...set.left.marginal);
    pending.calls.push(...set.left.calls);
    if (set.lines.length > 0) yield* this.#emit(set, block.position, around.structure);
  }

  *#emit(set: SetBlock, position: Position | undefined, parent: number): Generator<Line, void, void> {
    const { pagination, page } = this.#design;
    const { look, lines } = set;
    const count = lines.length;
    const snap = Number.isInteger(set.leading / page.leading);
    const before = Math.max(this.#space(look.group), look.before, this.#pending.before);
    for (const [i, line] of lines.entries()) {
      const pending = i === 0 ? this.#takePending() : nothingPending();
      const after = count - 1 - i;
      let breakCost =
        after === 0 ? (look.keepWithNext ? pagination.torn : 0) : line.hyphenated ? pagination.hyphen : 0;
      if (after > 0) {
        if (i + 1 < pagination.together) breakCost += pagination.alone;
        if (after < pagination.together) breakCost += pagination.alone;
      }
      const calls = [...pending.calls, ...line.calls];
      yield {
        kind: 'text',
        sets: line.sets,
        leading: set.leading,
        before: i === 0 ? before * page.leading : 0,
        snap,
        breakCost,
        starts: pending.starts,
        marginal: [...pending.marginal, ...line.marginal],
        foot: calls.length > 0 ? this.#notes.feet(calls, parent) : [],
        carets: [...line.carets],
        anchors: [...pending.anchors, ...line.anchors],
        outline: pending.outline,
        size: look.size,
        position,
        shares: look.sharesLine && count === 1,
      };
    }
    this.#after = look.after;
    this.#group = look.group;
    this.#leave = look.leave;
  }

  #ornament(): Line {
    const { ornament, page } = this.#design;
    const line: Line = {
      ...this.#empty(),
      kind: 'rule',
      leading: 0,
      before: Math.max(this.#space(''), ornament.before, this.#pending.before) * page.leading,
      breakCost: this.#design.pagination.torn,
      shares: false,
    };
    this.#pending.before = 0;
    this.#after = ornament.after;
    this.#group = '';
    this.#leave = 0;
    return line;
  }

  #empty(): FlowLine {
    const { page, text } = this.#design;
    return {
      kind: 'text',
      sets: [],
      leading: page.leading,
      before: 0,
      snap: false,
      breakCost: 0,
      starts: 'flow',
      marginal: [],
      foot: [],
      carets: [],
      anchors: [],
      outline: [],
      size: text.size,
      position: undefined,
    };
  }

  /** Space that the last block leaves before one of a group. */
  #space(group: string): number {
    return group === this.#group ? this.#after : Math.max(this.#after, this.#leave);
  }

  #want(before: number): void {
    this.#pending.before = Math.max(this.#pending.before, before);
  }

  #takePending(): Pending {
    const taken = this.#pending;
    this.#pending = nothingPending();
    return taken;
  }

  /** Sets a mark at the end of the line before it; false if there is no room. */
  #join(held: FlowLine, line: Line): boolean {
    const [own] = line.sets;
    const last = held.sets.at(-1);
    if (held.kind !== 'text' || !own || !last || line.sets.length > 1 || line.starts !== 'flow') return false;
    const free = own.x + own.line.x - (last.x + last.line.x + last.line.width);
    if (free < 2 * line.size) return false;
    held.sets.push(own);
    held.marginal.push(...line.marginal);
    held.foot.push(...line.foot);
    held.anchors.push(...line.anchors);
    held.outline.push(...line.outline);
    held.breakCost = Math.max(held.breakCost, line.breakCost);
    return true;
  }
}

type Line = FlowLine & { readonly shares: boolean };

function nothingPending(): Pending {
  return { before: 0, starts: 'flow', anchors: [], outline: [], marginal: [], calls: [], label: undefined };
}

function langOf(block: { lang?: string }, around: Around): Pick<StructureNode, 'lang'> {
  return block.lang === undefined || block.lang === around.lang ? {} : { lang: block.lang };
}

function anchorOf(block: { id?: string }): Pick<StructureNode, 'anchor'> {
  return block.id === undefined ? {} : { anchor: block.id };
}

/** List numbering that labels show. */
function numbered(label: readonly Inline[]): Pick<StructureNode, 'numbering'> {
  const text = plainText(label);
  if (/^\P{L}*\d+\P{L}*$/u.test(text)) return { numbering: 'Decimal' };
  if (/^\P{L}*[a-z]\P{L}*$/u.test(text)) return { numbering: 'LowerAlpha' };
  if (/^\P{L}*[A-Z]\P{L}*$/u.test(text)) return { numbering: 'UpperAlpha' };
  return { numbering: 'None' };
}
