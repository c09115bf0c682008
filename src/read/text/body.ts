/** The transcription: from units with their roles to blocks, and what its head and close say about who wrote to whom. */
import type { Closer, Heading, Opener, Origin, Report, Stamp } from '../../edition/types.js';
import { flow, type FlowContext, type FlowUnit } from '../body/flow.js';
import { weave } from '../weave.js';
import { addressParts } from './address-part.js';
import type { BodyReading, BodyUnit, Making } from './body-reading.js';
import { closerPart, placeUnderHead, placeBelowDate, signatures, signed } from './closer-parts.js';
import { distributionEntry } from './distribution-part.js';
import { openerParts, readStamp } from './head-parts.js';
import { letterheadPlace } from './letterhead.js';
import { lineMarks } from './mentions.js';
import type { Role } from './roles.js';
import type { Unit } from './units.js';

/** Makes the blocks of a document. `context.inline` makes the phrases of running text. */
export function readBody(units: readonly BodyUnit[], context: FlowContext): BodyReading {
  const reading: BodyReading = {
    blocks: [],
    correspondence: { addressees: [], copiesTo: [] },
    reports: [],
    signatures: [],
    secrecy: [],
  };
  const making = { reading, context };
  const text: FlowUnit[] = [];
  const flush = (): void => {
    reading.blocks.push(...flow(text, context));
    text.length = 0;
  };
  // One closer; what stands apart from it by other blocks opens another.
  const openCloser = (last: Closer | undefined): Closer => {
    if (last && reading.blocks.at(-1) === last) return last;
    const made: Closer = { type: 'closer', children: [] };
    reading.blocks.push(made);
    return made;
  };
  let opener: Opener | undefined;
  let closer: Closer | undefined;
  for (let i = 0; i < units.length;) {
    const run = runFrom(units, i);
    i += run.length;
    const [first] = run;
    if (!first) break;
    const { unit, part, role, origin } = first;
    const lines = run.map((line) => line.unit);
    if (part !== 'opener') opener = undefined;
    switch (part) {
      case 'opener':
        if (role === 'heading') {
          opener = undefined;
          reading.blocks.push(heading(lines, context));
        } else {
          if (!opener) reading.blocks.push((opener = { type: 'opener', children: [] }));
          const under = unit.blanksBefore === 0 && opener.children.at(-1)?.type === 'dateline';
          const place =
            role === 'openerLine'
              ? ((under ? placeUnderHead(unit, making) : undefined) ??
                letterheadPlace(unit, units[i - 2]?.unit, units[i]?.unit, making))
              : undefined;
          if (role === 'stamp' || role === 'openerLine') readStamp(unit, making);
          opener.children.push(
            ...(place
              ? [place]
              : role === 'addressee'
                ? addressParts(lines, making)
                : openerParts(unit, role, making)),
          );
        }
        break;
      case 'text':
        text.push(
          role === 'heading'
            ? { start: unit.start, end: unit.end, block: heading(lines, context) }
            : role === 'report'
              ? { start: unit.start, end: unit.end, block: report(unit, origin, making) }
              : role === 'stamp'
                ? { start: unit.start, end: unit.end, block: stamp(unit, making) }
                : { start: unit.start, end: unit.end },
        );
        break;
      case 'close':
        flush();
        if (role === 'distribution') {
          const last = reading.blocks.at(-1);
          if (last?.type === 'distributionList') last.children.push(distributionEntry(unit, making));
          else
            reading.blocks.push({
              type: 'distributionList',
              afterCloser: closer !== undefined,
              children: [distributionEntry(unit, making)],
            });
        } else if (role === 'postscript') {
          const paragraph = flow([{ start: unit.start, end: unit.end }], context)[0];
          if (paragraph?.type === 'paragraph')
            reading.blocks.push({
              type: 'postscript',
              children: [paragraph],
              position: context.at(unit.start, unit.end),
            });
        } else {
          closer = openCloser(closer);
          const below =
            run.length === 1 && closer.children.at(-1)?.type === 'dateline'
              ? placeBelowDate(unit, making)
              : undefined;
          if (role === 'stamp') closer.children.push(stamp(unit, making));
          else if (below) closer.children.push(below);
          else if (role === 'addressee') closer.children.push(...addressParts(lines, making));
          else if (signs.has(role))
            closer.children.push(...signatures(run).map((group) => signed(group, making)));
          else closer.children.push(closerPart(unit, role, making));
        }
        break;
      case 'after':
        flush();
        if (role === 'report') reading.blocks.push(report(unit, origin, making));
        else if (role === 'stamp') (closer = openCloser(closer)).children.push(stamp(unit, making));
        break;
      default:
    }
  }
  flush();
  return reading;
}

const signs: ReadonlySet<Role> = new Set<Role>(['signed', 'office']);
/** The role by which a line goes on with one of another role. */
const goesOnAs: Readonly<Partial<Record<Role, Role>>> = { heading: 'headingLine', addressee: 'addressLine' };

/** The units from one on that make one thing: the lines of a heading or an address, the lines of those who sign. */
function runFrom(units: readonly BodyUnit[], from: number): BodyUnit[] {
  const first = units[from];
  if (!first) return [];
  const next = goesOnAs[first.role];
  const belongs = ({ part, role }: BodyUnit): boolean =>
    part === first.part && (role === next || (part === 'close' && signs.has(first.role) && signs.has(role)));
  let to = from + 1;
  for (let unit = units[to]; unit && belongs(unit); unit = units[to]) to++;
  return units.slice(from, to);
}

function heading(lines: readonly Unit[], { source, inline, at }: FlowContext): Heading {
  const start = lines[0]?.start ?? 0;
  const end = lines.at(-1)?.end ?? start;
  return {
    type: 'heading',
    id: '',
    children: inline({ source, start, end }, lineMarks(source, start, end)),
    position: at(start, end),
  };
}

/** A stamp; its brackets are the page's and stay. */
function stamp(unit: Unit, making: Making): Stamp {
  readStamp(unit, making);
  const { source, marks, at } = making.context;
  const { start, end } = unit;
  return {
    type: 'stamp',
    children: weave({ source, start, end }, [...marks, ...lineMarks(source, start, end)], at),
    position: at(start, end),
  };
}

function report(unit: Unit, origin: Origin, { reading, context }: Making): Report {
  const block: Report = {
    type: 'report',
    id: '',
    children: weave({ source: context.source, start: unit.start, end: unit.end }, context.marks, context.at),
    origin,
    position: context.at(unit.start, unit.end),
  };
  reading.reports.push({ block, unit });
  return block;
}
