/**
 * Divisions: TEI wants heads and openers first, closers last, and divisions after everything else in their parent
 * (TEI 4.2). Blocks come in the source's order, which knows no such rule; new divisions are opened where it needs them.
 */
import type { Element } from 'xast';
import type { Block } from '../../edition/types.js';
import { element, type Attributes, type Content } from '../element.js';
import type { Encoding } from '../encoding.js';
import { encodeBlock } from './blocks.js';

/** A division under construction: its parts follow each other in this order. */
interface Division {
  type: 'main' | 'section' | 'distribution' | 'editorial';
  top: Element[];
  middle: Element[];
  sections: Division[];
  bottom: Element[];
  /** Where notes go that stand anywhere: the part that was added to last. */
  current: Element[];
  /** True if the middle has a block; notes alone do not count. */
  filled: boolean;
}

/**
 * The divisions that hold some blocks. The first has the attributes given and the notes at its start; a late heading
 * or opener begins a section inside it; what follows a closer, other than notes and a postscript, begins one after it;
 * a report after a distribution has a division of its own.
 */
export function divisions(
  blocks: readonly Block[],
  encoding: Encoding,
  attributes: Attributes = {},
  notes: readonly Element[] = [],
): Element[] {
  const first = newDivision('main');
  const all = [first];
  let division = first;
  const open = (type: Division['type']): void => {
    division = newDivision(type);
    all.push(division);
  };

  for (const block of blocks) {
    const made = encodeBlock(block, encoding);
    const closed = division.bottom.length > 0;
    switch (block.type) {
      case 'report':
        // It is no part of a distribution that it follows.
        if (division.type === 'distribution') open('editorial');
        division.current.push(made);
        break;
      case 'heading':
      case 'opener':
        if (closed || isApart(division)) open('section');
        addToTop(division, made);
        break;
      case 'paragraph':
      case 'points':
      case 'stamp':
        if (closed || isApart(division)) open('section');
        addToMiddle(division, made);
        break;
      case 'distributionList':
        if (closed || division.type === 'editorial') open('distribution');
        addToMiddle(division, made);
        break;
      case 'closer':
      case 'postscript':
        if (made.children.length === 0) break;
        division.bottom.push(made);
        division.current = division.bottom;
        break;
    }
  }
  return all.map((each) =>
    divisionElement(each, each === first ? attributes : { type: each.type }, each === first ? notes : []),
  );
}

/** True for divisions that hold one thing only. */
function isApart(division: Division): boolean {
  return division.type === 'distribution' || division.type === 'editorial';
}

function newDivision(type: Division['type']): Division {
  const top: Element[] = [];
  return { type, top, middle: [], sections: [], bottom: [], current: top, filled: false };
}

function addToTop(division: Division, part: Element): void {
  const last = division.sections.at(-1) ?? division;
  if (!last.filled) {
    last.top.push(part);
    division.current = last.top;
    return;
  }
  const section = newDivision('section');
  section.top.push(part);
  division.sections.push(section);
  division.current = section.top;
}

function addToMiddle(division: Division, part: Element): void {
  const last = division.sections.at(-1) ?? division;
  last.middle.push(part);
  last.filled = true;
  division.current = last.middle;
}

/** A closer needs a block before it: where the source has none, an empty one stands for it. */
function divisionElement(division: Division, attributes: Attributes, notes: readonly Element[]): Element {
  const headless = division.bottom.length > 0 && !division.filled && division.sections.length === 0;
  const content: Content[] = [
    ...notes,
    ...division.top,
    ...division.middle,
    ...(headless ? [element('ab')] : []),
    ...division.sections.map((section) => divisionElement(section, { type: section.type }, [])),
    ...division.bottom,
  ];
  return element('div', attributes, content);
}
