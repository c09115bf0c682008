/**
 * Blocks of the galley → the stream of lines that pages are made of. Walks the galley once, in reading order, and gives out
 * structure nodes, sequence numbers, destinations and outline entries on the way.
 */
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
import { BlockSetter, type BlockLabel, type BlockSource } from './blocks.js';
import { Collector, plainText } from './collect.js';
import { mm, type Design } from './design.js';
import type { Fallback } from './fallback.js';
import { bySeries, type FlowLine } from './flow.js';
import type { LetterCase } from './letters.js';
import { Notes } from './notes.js';
import type { StructureNode } from './pages.js';
import { Reporter } from './reporter.js';
import { shareLines, type BlockLine } from './sharing.js';
import type { StructureTree } from './structure.js';
import { VerticalList } from './vertical.js';

interface Around {
  readonly structure: number;
  readonly lang: string;
  /** Indent, pt, and the part of it that a label hangs in. */
  readonly left: number;
  readonly hang: number;
}

export interface GalleyLinesParts {
  readonly galley: Galley;
  readonly design: Design;
  readonly letterCase: LetterCase;
  readonly fallback: Fallback;
  readonly tree: StructureTree;
  readonly file: VFile;
}

export class GalleyLines {
  readonly #galley: Galley;
  readonly #design: Design;
  readonly #tree: StructureTree;
  readonly #notes: Notes;
  readonly #blocks: BlockSetter;
  readonly #width: number;
  readonly #file: VFile;
  readonly #vertical: VerticalList;
  readonly #reporter: Reporter;
  /** Label of an item, until there are words beside which it stands. */
  #label: BlockLabel | undefined;

  constructor({ galley, design, letterCase, fallback, tree, file }: GalleyLinesParts) {
    this.#galley = galley;
    this.#design = design;
    this.#tree = tree;
    this.#file = file;
    this.#width = design.page.measure * mm;
    this.#vertical = new VerticalList(design);
    const reporter = (this.#reporter = new Reporter(design, file, (face) => fallback.has(face)));
    this.#notes = new Notes(galley, design, tree);
    const collector = new Collector({
      design,
      letterCase,
      tree,
      fallback,
      onAnchor: (note, structure) => {
        this.#notes.meet(note, structure);
      },
      endsBlock: (note) => this.#notes.endsBlock(note),
      describe: (note) => this.#notes.describe(note),
      onReference: (note, reference) => {
        this.#notes.refer(note, reference);
      },
      joining: new Set(galley.joining),
      onText: (text, position) => {
        reporter.scripts(text, position);
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
    for (const line of shareLines(this.#all(), this.#design.pagination.torn)) {
      if (held) yield held;
      held = line;
    }
    this.#reporter.end();
    // Whatever found no line of its own stands by the last one.
    const last = held ?? this.#vertical.empty();
    const { anchors, marginal, foot, calls, outline } = this.#vertical.waiting;
    const late = bySeries([...this.#notes.feet(calls, 0), ...this.#notes.uncalled()]);
    yield {
      ...last,
      anchors: [...last.anchors, ...anchors],
      marginal: [...last.marginal, ...marginal, ...late.marginal],
      foot: [...last.foot, ...foot, ...late.foot],
      outline: [...last.outline, ...outline],
    };
  }

  *#all(): Generator<BlockLine, void, void> {
    const structure = this.#tree.add('Document', undefined, { lang: this.#galley.lang });
    const strays = this.#notes.strays();
    for (const { note } of strays) {
      report(this.#file, 'note-unanchored', {
        ...(note.position ? { place: note.position } : {}),
        actual: `note “${note.description}” that no passage calls`,
      });
    }
    for (const { note } of strays) {
      if (note.series !== 'marginal') continue;
      this.#notes.meet(note.id, structure, false);
      const { marginal, foot } = bySeries(this.#notes.take(note.id));
      this.#vertical.waiting.marginal.push(...marginal);
      this.#vertical.waiting.foot.push(...foot);
    }
    yield* this.#blocksIn(this.#galley.children, { structure, lang: this.#galley.lang, left: 0, hang: 0 });
  }

  *#blocksIn(children: readonly GalleyBlock[], around: Around): Generator<BlockLine, void, void> {
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
          this.#vertical.waiting.outline = this.#vertical.waiting.outline.filter(
            (entry) => entry.title !== title,
          );
          if (title !== '') this.#vertical.waiting.outline.push({ title, level: block.level, structure });
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
          yield this.#vertical.ornament();
          break;
        }
        default: {
          throw new TypeError(`Not a block of the galley: ${String((block as { type?: unknown }).type)}`);
        }
      }
    }
  }

  *#section(section: Section, around: Around): Generator<BlockLine, void, void> {
    const lang = section.lang ?? around.lang;
    const structure = this.#tree.add('Sect', around.structure, {
      ...langOf(section, around),
      ...anchorOf(section),
      ...(section.title === undefined ? {} : { title: section.title }),
    });
    const starts = this.#design.sections[section.role];
    if (starts === 'kept') this.#vertical.waiting.clings = true;
    else if (starts && starts !== 'flow') this.#vertical.waiting.starts = starts;
    if (section.id !== undefined) this.#vertical.waiting.anchors.push(section.id);
    if (section.title !== undefined && section.title !== '') {
      this.#vertical.waiting.outline.push({
        title: section.title,
        level: section.role === 'front' ? 1 : 2,
        structure,
      });
    }
    yield* this.#blocksIn(section.children, { ...around, structure, lang });
  }

  *#list(list: GalleyList, around: Around): Generator<BlockLine, void, void> {
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
    if (list.id !== undefined) this.#vertical.waiting.anchors.push(list.id);
    const labels = list.children.map(({ label }) => label);
    const indent = Math.max(
      lists.indent * text.size,
      this.#blocks.widest('item', labels, around.lang) + lists.gap * text.size,
    );
    for (const [i, item] of list.children.entries()) {
      this.#vertical.want(i === 0 ? lists.space : lists.between);
      yield* this.#item(item, { structure, lang: around.lang, left: around.left + indent, hang: indent });
    }
    this.#vertical.leave(lists.space);
  }

  *#item(item: GalleyItem, around: Around): Generator<BlockLine, void, void> {
    const structure = this.#tree.add('LI', around.structure, anchorOf(item));
    if (item.id !== undefined) this.#vertical.waiting.anchors.push(item.id);
    if (item.label.length > 0) {
      const label = this.#tree.add('Lbl', structure);
      this.#label = { inlines: item.label, structure: label };
    }
    const body = this.#tree.add('LBody', structure);
    const inside = { ...around, structure: body };
    if (item.children[0]?.type !== 'paragraph') yield* this.#loneLabel(inside);
    yield* this.#blocksIn(item.children, inside);
  }

  /** Sets a label that waits for words to stand beside on a line of its own. */
  *#loneLabel(around: Around): Generator<BlockLine, void, void> {
    if (!this.#label) return;
    const empty: GalleyParagraph = { type: 'paragraph', style: 'item', children: [] };
    yield* this.#paragraph(empty, around.structure, around);
  }

  *#labelled(
    block: GalleyParagraph,
    label: readonly Inline[],
    list: number,
    around: Around,
  ): Generator<BlockLine, void, void> {
    yield* this.#loneLabel(around);
    const item = this.#tree.add('LI', list, anchorOf(block));
    this.#label = {
      inlines: label,
      structure: this.#tree.add('Lbl', item),
    };
    const body = this.#tree.add('LBody', item);
    const structure = this.#tree.add('P', body, langOf(block, around));
    yield* this.#paragraph(block, structure, around);
  }

  *#paragraph(
    block: Pick<GalleyParagraph, 'style' | 'lang' | 'id' | 'children' | 'position'>,
    structure: number,
    around: Around,
  ): Generator<BlockLine, void, void> {
    if (block.id !== undefined) this.#vertical.waiting.anchors.push(block.id);
    const label = this.#label;
    this.#label = undefined;
    const source: BlockSource = {
      style: block.style,
      lang: block.lang ?? around.lang,
      children: block.children,
      position: block.position,
      structure,
      ...(label ? { label } : {}),
    };
    const column = { width: this.#width, left: around.left, hang: label ? around.hang : 0 };
    const set = this.#blocks.set(source, column);
    this.#vertical.keep(set.left);
    if (set.lines.length === 0) return;
    yield* this.#vertical.block(set, block.position, (calls) => this.#notes.feet(calls, around.structure));
  }
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
