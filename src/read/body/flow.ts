/**
 * From units of the text to blocks: numbered points become lists when a lead-in announces them and their numbers run from 1; other numbers
 * stay labels of their paragraphs. Dashes are counted where several lines in a row begin with the same; words of counting ("First.") need no
 * lead-in where the second follows the first. A paragraph between two points belongs to the first; one after the last point ends the list, unless the point leads it in.
 */
import type { VFile } from 'vfile';
import type { Block, Label, Paragraph, Phrase, Point, Points } from '../../edition/types.js';
import { report } from '../../diagnostics/report.js';
import type { Vocabulary } from '../vocabulary.js';
import type { Locator, PhraseMark, Stretch } from '../weave.js';
import { takeTurns } from './dialogue.js';
import {
  canBeInitial,
  readDash,
  readLabel,
  readOrdinal,
  type NumberStyle,
  type PointLabel,
} from './labels.js';
import { findRunIn, runInList } from './run-in.js';
import { countedIn, leadsIn } from './sentences.js';

export interface FlowUnit {
  start: number;
  end: number;
  /** A block that is no paragraph (a report): it stands where it is and belongs to no point. */
  block?: Block;
  /** Length of the name of who speaks, with its colon. */
  speaker?: number;
}

export interface FlowContext {
  source: string;
  vocabulary: Vocabulary;
  /** Places that archives of the authority tables stand in, in small letters. */
  settlements: ReadonlySet<string>;
  file: VFile;
  at: Locator;
  inline: (stretch: Stretch, marks?: readonly PhraseMark[]) => Phrase[];
  /** Marks that stand wherever their words do: passages that notes are anchored to, calls of footnotes. */
  marks: readonly PhraseMark[];
}

interface OpenList {
  style: NumberStyle;
  next: number;
  list: Points;
}

/** Makes the blocks of the text. Ids are given later (`identify`). */
export function flow(units: readonly FlowUnit[], context: FlowContext): Block[] {
  return new Flow(takeTurns(units, context.source, context.vocabulary), context).run();
}

/** Deepest nesting of lists; deeper numbers are labels of paragraphs. */
const deepestList = 6;

class Flow {
  private readonly root: Block[] = [];
  private readonly stack: OpenList[] = [];
  private readonly labels: (PointLabel | undefined)[];
  /** Units that bear a number, by style and value, ascending. */
  private readonly places = new Map<string, number[]>();

  constructor(
    private readonly units: readonly FlowUnit[],
    private readonly context: FlowContext,
  ) {
    this.labels = units.map((unit) => {
      if (unit.block || unit.speaker !== undefined) return undefined;
      const text = context.source.slice(unit.start, Math.min(unit.end, unit.start + 40));
      return readLabel(text) ?? readDash(text) ?? readOrdinal(text, context.vocabulary.reports.ordinals);
    });
    this.countDashes();
    this.countCapitals();
    this.reportRestart();
    this.labels.forEach((label, i) => {
      if (!label) return;
      const key = keyOf(label);
      const list = this.places.get(key);
      if (list) list.push(i);
      else this.places.set(key, [i]);
    });
  }

  /** A dash is the label of a point where its list is announced and the next line begins with the same; else it is a word like others. */
  private countDashes(): void {
    for (let i = 0; i < this.labels.length; i++) {
      const first = this.labels[i];
      if (first?.style !== 'dash') continue;
      let end = i;
      for (let next = first; next.style === 'dash' && next.text === first.text;) {
        end++;
        const following = this.labels[end];
        if (!following) break;
        next = following;
      }
      const counted = end - i > 1 && this.isAnnounced(i);
      for (let k = i; k < end; k++) {
        this.labels[k] = counted ? { ...first, value: k - i + 1, n: String(k - i + 1) } : undefined;
      }
      i = end - 1;
    }
  }

  /** A capital is the label of a point where its neighbour in the alphabet, or in Roman numbers, labels another; else it can be an initial. */
  private countCapitals(): void {
    const seen = new Set<string>();
    const keys = (label: PointLabel | undefined): string[] =>
      label ? [label, ...(label.alternative ? [label.alternative] : [])].map(keyOf) : [];
    for (const label of this.labels) for (const key of keys(label)) seen.add(key);
    this.labels.forEach((label, i) => {
      if (!label || !/^\p{Lu}$/u.test(label.n)) return;
      const counts = (style: NumberStyle, value: number): boolean =>
        seen.has(keyOf({ style, value: value - 1 })) || (value === 1 && seen.has(keyOf({ style, value: 2 })));
      const unit = this.units[i] as FlowUnit; // one label a unit
      const { alternative } = label;
      if (counts(label.style, label.value)) return;
      if (alternative && counts(alternative.style, alternative.value))
        this.labels[i] = {
          ...label,
          ...alternative,
          alternative: { style: label.style, value: label.value },
        };
      else if (
        label.style === 'capital' ||
        canBeInitial(label, this.context.source.slice(unit.start, Math.min(unit.end, unit.start + 80)))
      )
        this.labels[i] = undefined;
    });
  }

  run(): Block[] {
    this.units.forEach((unit, i) => {
      if (unit.block) {
        // A report between points does not end the list, but it cannot stand in it either.
        if (!this.continues(i)) this.stack.length = 0;
        (this.lastPoint()?.children ?? this.root).push(unit.block);
        return;
      }
      const label = this.labels[i];
      if (label) this.labelled(unit, i, label);
      else this.plain(unit, i);
    });
    return demote(this.root, this.context);
  }

  /** "1." "1." "1.": a page lost the numbers of its list. */
  private reportRestart(): void {
    const at = this.labels.findIndex((label, i) => {
      const before = this.labels[i - 1];
      return label?.value === 1 && before?.value === 1 && label.style === before.style;
    });
    const [unit, label] = [this.units[at], this.labels[at]];
    if (!unit || !label) return;
    report(this.context.file, 'list-numbers-restart', {
      place: this.context.at(unit.start, unit.start + label.text.length),
      actual: `number ${label.text} again right after ${label.text}`,
    });
  }

  private labelled(unit: FlowUnit, i: number, label: PointLabel): void {
    const announced = this.isAnnounced(i);
    const { source, vocabulary, file, at } = this.context;
    const stretch = { source, start: unit.start, end: unit.end };
    if (label.value === 1 && label.style === 'decimal') {
      const runIn = findRunIn(stretch, announced, vocabulary, file, at);
      if (runIn) {
        if (!announced) this.stack.length = 0;
        this.current().push(this.paragraph(unit, runIn));
        return;
      }
    }
    const open = this.stack.filter((list) => fits(list, label));
    const innermost = open.at(-1);
    if (innermost) {
      if (open.length > 1) {
        report(file, 'list-ambiguous', {
          place: at(unit.start, unit.start + label.text.length),
          actual: `number ${label.text}, which can go on with either of two lists`,
        });
      }
      this.stack.length = this.stack.indexOf(innermost) + 1;
      this.append(innermost, unit, label);
      return;
    }
    const counted = !announced && label.value === 1 ? this.isCounted(i, label) : false;
    const second = label.style === 'word' ? this.after(label.style, 2, i) : undefined;
    const counts = second !== undefined && second < (this.after(label.style, 1, i) ?? Infinity);
    if (label.value === 1 && (announced || counted || counts) && this.stack.length < deepestList) {
      const list: Points = {
        type: 'points',
        id: '',
        children: [],
        origin: announced
          ? { kind: 'inferred', rule: 'points-announced', certainty: 'high' }
          : {
              kind: 'inferred',
              rule: counted ? 'points-counted' : 'points-in-words',
              certainty: 'medium',
            },
      };
      this.current().push(list);
      const opened: OpenList = { style: label.style, next: 1, list };
      this.stack.push(opened);
      this.append(opened, unit, label);
      return;
    }
    if (!this.continues(i)) this.stack.length = 0;
    const node: Label = {
      type: 'label',
      value: label.text,
      position: at(unit.start, unit.start + label.text.length),
    };
    this.current().push({
      ...this.numbered(unit, label),
      label: node,
      position: at(unit.start, unit.end),
    });
  }

  private plain(unit: FlowUnit, i: number): void {
    if (!this.continues(i) && !(this.stack.length > 0 && this.isAnnounced(i))) this.stack.length = 0;
    const { source, vocabulary, file, at } = this.context;
    if (unit.speaker !== undefined) {
      const colon = unit.start + unit.speaker;
      const space = /^\s*/u.exec(source.slice(colon, unit.end))?.[0].length ?? 0;
      this.current().push({
        ...this.paragraph({ start: colon + space, end: unit.end }),
        speaker: {
          type: 'label',
          value: source.slice(unit.start, colon),
          position: at(unit.start, colon),
        },
        position: at(unit.start, unit.end),
      });
      return;
    }
    const runIn = findRunIn(
      { source, start: unit.start, end: unit.end },
      this.isAnnounced(i),
      vocabulary,
      file,
      at,
    );
    this.current().push(this.paragraph(unit, runIn));
  }

  /** True if a number that goes on with an open list comes later, before any list starts anew. Closes the lists inside it. */
  private continues(i: number): boolean {
    for (let depth = this.stack.length - 1; depth >= 0; depth--) {
      const list = this.stack[depth] as OpenList;
      const next = this.after(list.style, list.next, i);
      const restart = this.after(list.style, 1, i);
      if (next !== undefined && (restart === undefined || next < restart)) {
        this.stack.length = depth + 1;
        return true;
      }
    }
    return false;
  }

  private after(style: NumberStyle, value: number, i: number): number | undefined {
    const list = this.places.get(keyOf({ style, value }));
    if (!list) return undefined;
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle] as number) > i) high = middle;
      else low = middle + 1;
    }
    return list[low];
  }

  private isAnnounced(i: number): boolean {
    const before = this.units[i - 1];
    if (!before || before.block) return false;
    return leadsIn(this.context.source.slice(before.start, before.end), this.context.vocabulary);
  }

  /** "There were two things he wished to say.": no colon, but the block before tells how many points follow, and so many do. */
  private isCounted(i: number, { style }: PointLabel): boolean {
    const before = this.units[i - 1];
    if (!before || before.block) return false;
    const text = this.context.source.slice(before.start, before.end);
    const end = this.after(style, 1, i) ?? Infinity;
    let amount = 1;
    for (
      let at = this.after(style, 2, i);
      at !== undefined && at < end;
      at = this.after(style, amount + 1, at)
    )
      amount++;
    return amount > 1 && countedIn(text, this.context.vocabulary).includes(amount);
  }

  private lastPoint(): Point | undefined {
    return this.stack.at(-1)?.list.children.at(-1);
  }

  private current(): Block[] {
    return this.lastPoint()?.children ?? this.root;
  }

  private append(open: OpenList, unit: FlowUnit, label: PointLabel): void {
    const { at } = this.context;
    open.list.children.push({
      type: 'point',
      id: '',
      n: label.n,
      label: { type: 'label', value: label.text, position: at(unit.start, unit.start + label.text.length) },
      children: [this.numbered(unit, label)],
      position: at(unit.start, unit.end),
    });
    open.next++;
  }

  /** The paragraph after a label; a list can be run into it as into any other. */
  private numbered({ start, end }: FlowUnit, label: PointLabel): Paragraph {
    const { source, vocabulary, file, at } = this.context;
    const words = { start: start + label.length, end };
    return this.paragraph(words, findRunIn({ source, ...words }, false, vocabulary, file, at));
  }

  private paragraph(
    stretch: { start: number; end: number },
    runIn?: ReturnType<typeof findRunIn>,
  ): Paragraph {
    const { source, inline, at } = this.context;
    const { start, end } = stretch;
    const position = at(start, end);
    if (!runIn) return { type: 'paragraph', id: '', children: inline({ source, start, end }), position };
    return {
      type: 'paragraph',
      id: '',
      children: [
        ...(runIn.start > start ? inline({ source, start, end: runIn.start }) : []),
        runInList(runIn, source, inline, at),
        ...(end > runIn.end ? inline({ source, start: runIn.end, end }) : []),
      ],
      position,
    };
  }
}

function keyOf({ style, value }: { style: NumberStyle; value: number }): string {
  return `${style}:${String(value)}`;
}

function fits(list: OpenList, label: PointLabel): boolean {
  if (list.style === label.style && list.next === label.value) return true;
  return (
    label.alternative !== undefined &&
    list.style === label.alternative.style &&
    list.next === label.alternative.value
  );
}

/** A list of one point was none: its number becomes the label of its paragraph. */
function demote(blocks: Block[], context: FlowContext): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.type !== 'points') return [block];
    for (const point of block.children) point.children = demote(point.children, context);
    const [only] = block.children;
    if (block.children.length > 1 || !only) return [block];
    const [first, ...rest] = only.children;
    if (first?.type !== 'paragraph') return [block];
    return [{ ...first, label: only.label, ...(only.position ? { position: only.position } : {}) }, ...rest];
  });
}
