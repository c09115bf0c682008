/** The transcription: from units with their roles to blocks, and what the head of the document says about who wrote to whom. */
import type {
  Block,
  Closer,
  Correspondence,
  Dateline,
  DistributionEntry,
  DistributionList,
  Fact,
  Heading,
  Mention,
  Opener,
  OpenerPart,
  Origin,
  Phrase,
  Report,
  Signed,
} from '../../edition/types.js';
import { readDateline, type DatelineReading } from '../body/dateline.js';
import { flow, type FlowContext, type FlowUnit } from '../body/flow.js';
import { readLabel } from '../body/labels.js';
import { readMarks } from '../body/marks.js';
import { signatureLead } from '../body/signature.js';
import { isRoleOnly, nameIn, namesIn, namesInList, type NameSpan } from '../body/names.js';
import { longestStart, startsWithWord } from '../words.js';
import { weave, type PhraseMark } from '../weave.js';
import type { Choice } from './sequence.js';
import type { Unit } from './units.js';

export interface BodyUnit extends Choice {
  unit: Unit;
  origin: Origin;
}

export interface BodyReading {
  blocks: Block[];
  correspondence: Correspondence;
  signature?: Fact<Mention>;
  /** Starts of the reports in the order of their blocks. */
  reports: { block: Report; unit: Unit }[];
  secrecy: { key: string; text: string; start: number; end: number }[];
}

/** Makes the blocks of a document. `context.inline` makes the phrases of running text. */
export function readBody(units: readonly BodyUnit[], context: FlowContext): BodyReading {
  const reading: BodyReading = {
    blocks: [],
    correspondence: { addressees: [], copiesTo: [] },
    reports: [],
    secrecy: [],
  };
  const maker = new Maker(reading, context);
  const text: FlowUnit[] = [];
  const flush = (): void => {
    reading.blocks.push(...flow(text, context));
    text.length = 0;
  };
  let opener: Opener | undefined;
  let closer: Closer | undefined;
  for (const { unit, part, role, origin } of units) {
    if (part !== 'opener') opener = undefined;
    switch (part) {
      case 'opener':
        if (role === 'heading') {
          opener = undefined;
          reading.blocks.push(maker.heading(unit));
        } else {
          if (!opener) reading.blocks.push((opener = { type: 'opener', children: [] }));
          opener.children.push(...maker.openerParts(unit, role));
        }
        break;
      case 'text':
        text.push(
          role === 'heading'
            ? { start: unit.start, end: unit.end, block: maker.heading(unit) }
            : role === 'report'
              ? { start: unit.start, end: unit.end, block: maker.report(unit, origin) }
              : { start: unit.start, end: unit.end },
        );
        break;
      case 'close':
        flush();
        if (role === 'distribution') {
          const last = reading.blocks.at(-1);
          if (last?.type === 'distributionList') last.children.push(maker.distributionEntry(unit));
          else reading.blocks.push(maker.distributionAtEnd(unit, closer !== undefined));
        } else if (role === 'postscript') {
          const paragraph = flow([{ start: unit.start, end: unit.end }], context)[0];
          if (paragraph?.type === 'paragraph')
            reading.blocks.push({
              type: 'postscript',
              children: [paragraph],
              position: context.at(unit.start, unit.end),
            });
        } else {
          // One closer; what stands apart from it by other blocks opens none of its own.
          if (!closer || reading.blocks.at(-1) !== closer) {
            closer = { type: 'closer', children: [] };
            reading.blocks.push(closer);
          }
          closer.children.push(maker.closerPart(unit, role, closer.children.at(-1)?.type === 'dateline'));
        }
        break;
      case 'after':
        flush();
        if (role === 'report') reading.blocks.push(maker.report(unit, origin));
        break;
      default:
    }
  }
  flush();
  return reading;
}

const stated = (rule: string): Origin => ({ kind: 'stated', rule });

class Maker {
  constructor(
    private readonly reading: BodyReading,
    private readonly context: FlowContext,
  ) {}

  openerParts(unit: Unit, role: BodyUnit['role']): OpenerPart[] {
    const { vocabulary, at, source } = this.context;
    const position = at(unit.start, unit.end);
    switch (role) {
      case 'secrecy':
      case 'handling': {
        const marks = readMarks(unit.text, unit.start, vocabulary);
        // By the editor's word only: a line that holds no known mark.
        if (!marks) return [{ type: 'openerLine', children: this.inline(unit), position }];
        return marks.map((mark): OpenerPart => {
          const children = this.phrases(mark.start, mark.end, []);
          const place = at(mark.start, mark.end);
          if (mark.kind === 'handling' || mark.key === undefined) {
            return { type: 'handlingMark', children, position: place };
          }
          this.reading.secrecy.push({
            key: mark.key,
            text: mark.text,
            start: mark.start,
            end: mark.start + mark.text.length,
          });
          return { type: 'secrecyMark', key: mark.key, children, position: place };
        });
      }
      case 'distribution':
        return [{ type: 'distributionLine', children: this.distribution(unit), position }];
      case 'dateline': {
        const dateline = readDateline(unit.text, unit.start, vocabulary);
        return [
          {
            type: 'dateline',
            children: dateline ? this.dateline(unit, dateline) : this.phrases(unit.start, unit.end, []),
            position,
          },
        ];
      }
      case 'addressee': {
        const label = vocabulary.marks.addressee.find((word) => startsWithWord(unit.text, word)) ?? '';
        const names = namesIn(unit.text.slice(label.length), vocabulary);
        for (const name of names) {
          this.reading.correspondence.addressees.push(
            this.fact(name, unit.start + label.length, 'addressee-line'),
          );
        }
        const marks = names.map((name) => this.name(name, unit.start + label.length));
        return [{ type: 'addressee', children: this.phrases(unit.start, unit.end, marks), position }];
      }
      case 'salute':
        return [{ type: 'salute', children: this.inline(unit), position }];
      default:
        return [
          {
            type: 'openerLine',
            children: this.context.inline({ source, start: unit.start, end: unit.end }),
            position,
          },
        ];
    }
  }

  private inline(unit: Unit): Phrase[] {
    return this.context.inline({ source: this.context.source, start: unit.start, end: unit.end });
  }

  private phrases(start: number, end: number, marks: PhraseMark[]): Phrase[] {
    return weave(
      { source: this.context.source, start, end },
      [...marks, ...this.context.marks],
      this.context.at,
    );
  }

  private name(span: NameSpan, offset: number): PhraseMark {
    return {
      start: offset + span.start,
      end: offset + span.end,
      make: (children, position) => ({ type: 'name', kind: span.kind, key: span.name, children, position }),
    };
  }

  private fact(span: NameSpan, offset: number, rule: string): Fact<Mention> {
    return {
      value: {
        name: span.name,
        key: span.name,
        ...(span.kind === 'organisation' ? { kind: span.kind } : {}),
      },
      verbatim: span.name,
      position: this.context.at(offset + span.start, offset + span.end),
      origin: stated(rule),
    };
  }

  /** Names of a distribution list, recorded as receivers of copies. */
  private distribution(unit: Unit): Phrase[] {
    const { vocabulary } = this.context;
    const label = longestStart(unit.text, vocabulary.marks.distribution) ?? '';
    const colon = /^\s*:?/u.exec(unit.text.slice(label.length))?.[0].length ?? 0;
    const offset = unit.start + label.length + colon;
    const marks: PhraseMark[] = [];
    for (const entry of readMarks(unit.text, unit.start, vocabulary)
      ? []
      : namesInList(unit.text.slice(label.length + colon), vocabulary)) {
      const fact = this.fact(entry, offset, 'distribution');
      if (entry.isFileCopy) this.reading.correspondence.fileCopy ??= { ...fact, value: entry.name };
      else {
        marks.push(this.name(entry, offset));
        this.reading.correspondence.copiesTo.push(fact);
      }
    }
    return this.phrases(unit.start, unit.end, marks);
  }

  private dateline(unit: Unit, { found }: DatelineReading): Phrase[] {
    const { at } = this.context;
    const { correspondence } = this.reading;
    const origin = stated('dateline');
    const marks = found.map((part): PhraseMark => {
      const position = at(part.start, part.end);
      const { start, end } = part;
      const moment =
        part.kind === 'number' || part.moment === 'written'
          ? (correspondence.sent ??= {})
          : part.moment === 'sent'
            ? (correspondence.transmitted ??= {})
            : (correspondence.received ??= {});
      switch (part.kind) {
        case 'place': {
          const place = { value: { name: part.name, key: part.name }, verbatim: part.name, position, origin };
          if (part.moment === 'received') (correspondence.received ??= {}).place ??= place;
          else (correspondence.sent ??= {}).place ??= place;
          return {
            start,
            end,
            make: (children, around) => ({
              type: 'name',
              kind: 'place',
              key: part.name,
              children,
              position: around,
            }),
          };
        }
        case 'number':
          (correspondence.sent ??= {}).dispatch ??= {
            value: part.value,
            verbatim: part.value,
            position,
            origin,
          };
          return {
            start,
            end,
            make: (children, around) => ({ type: 'dispatchNumber', children, position: around }),
          };
        case 'time':
          moment.time ??= { value: part.time, verbatim: part.time.text, position, origin };
          return {
            start,
            end,
            make: (children, around) => ({ type: 'time', time: part.time, children, position: around }),
          };
        case 'date':
          moment.date ??= { value: part.date, verbatim: part.date.text, position, origin };
          return {
            start,
            end,
            make: (children, around) => ({ type: 'date', date: part.date, children, position: around }),
          };
      }
    });
    return this.phrases(unit.start, unit.end, marks);
  }

  heading(unit: Unit): Heading {
    return {
      type: 'heading',
      id: '',
      children: this.inline(unit),
      position: this.context.at(unit.start, unit.end),
    };
  }

  report(unit: Unit, origin: Origin): Report {
    const block: Report = {
      type: 'report',
      id: '',
      children: this.phrases(unit.start, unit.end, []),
      origin,
      position: this.context.at(unit.start, unit.end),
    };
    this.reading.reports.push({ block, unit });
    return block;
  }

  closerPart(unit: Unit, role: BodyUnit['role'], afterDate: boolean): Closer['children'][number] {
    const { vocabulary, at } = this.context;
    const position = at(unit.start, unit.end);
    if (role === 'closing') return { type: 'salute', children: this.inline(unit), position };
    if (role === 'dateline') {
      const reading = readDateline(unit.text, unit.start, vocabulary);
      const dateline: Dateline = {
        type: 'dateline',
        children: reading ? this.dateline(unit, reading) : this.inline(unit),
        position,
      };
      return dateline;
    }
    // "24 April 1947" / "Vienna": one word below the date, once somebody has signed.
    if (afterDate && this.reading.signature && /^\p{Lu}[\p{L}\p{M}'’-]+[.,]?$/u.test(unit.text)) {
      const name = unit.text.replace(/[.,]$/u, '');
      (this.reading.correspondence.sent ??= {}).place ??= {
        value: { name, key: name },
        verbatim: name,
        position,
        origin: { kind: 'inferred', rule: 'place-below-date', certainty: 'medium' },
      };
      const mark: PhraseMark = {
        start: unit.start,
        end: unit.start + name.length,
        make: (children, around) => ({ type: 'name', kind: 'place', key: name, children, position: around }),
      };
      return { type: 'dateline', children: this.phrases(unit.start, unit.end, [mark]), position };
    }
    const marks: PhraseMark[] = [];
    if (role === 'signed') {
      const offset = signatureLead(unit.text, vocabulary);
      const name = nameIn(unit.text.slice(offset).replace(/[)/\]]+\s*$/u, ''), vocabulary);
      if (name && !isRoleOnly(name.name, vocabulary)) {
        marks.push(this.name(name, unit.start + offset));
        this.reading.signature ??= this.fact(name, unit.start + offset, 'signature');
      }
    }
    const signed: Signed = {
      type: 'signed',
      children: marks.length > 0 ? this.phrases(unit.start, unit.end, marks) : this.inline(unit),
      position,
    };
    return signed;
  }

  distributionAtEnd(unit: Unit, afterCloser: boolean): DistributionList {
    return { type: 'distributionList', afterCloser, children: [this.distributionEntry(unit)] };
  }

  /** One line of a distribution list; a printed number is its label. */
  distributionEntry(unit: Unit): DistributionEntry {
    const { source, at } = this.context;
    const label = readLabel(unit.text);
    const words = label
      ? { ...unit, start: unit.start + label.length, text: unit.text.slice(label.length) }
      : unit;
    return {
      type: 'distributionEntry',
      ...(label
        ? {
            label: {
              type: 'label' as const,
              value: source.slice(unit.start, unit.start + label.text.length),
              position: at(unit.start, unit.start + label.text.length),
            },
          }
        : {}),
      children: this.distribution(words),
      position: at(unit.start, unit.end),
    };
  }
}
