/** What stands before the first paragraph and after the last (TEI 4.2.2). */
import type { Element } from 'xast';
import type {
  Addressee,
  Closer,
  CloserLine,
  Opener,
  OpenerLine,
  OpenerPart,
  Stamp,
} from '../../edition/types.js';
import { element } from '../element.js';
import type { Encoding } from '../encoding.js';
import { phrases } from './phrases.js';

type Part = OpenerPart | Closer['children'][number];
type PartHandlers = {
  readonly [Type in Exclude<Part['type'], 'addressee'>]: (
    part: Extract<Part, { type: Type }>,
    encoding: Encoding,
  ) => Element;
};

const handlers: PartHandlers = {
  secrecyMark: (part, encoding) =>
    element(
      'seg',
      { type: 'secrecy', ana: `#${encoding.ids.make('category', part.key)}` },
      phrases(part.children, encoding),
      part.position,
    ),
  handlingMark: (part, encoding) =>
    element('seg', { type: 'handling' }, phrases(part.children, encoding), part.position),
  distributionLine: (part, encoding) =>
    element('seg', { type: 'distribution' }, phrases(part.children, encoding), part.position),
  headField: (part, encoding) =>
    element('seg', { type: 'field', subtype: part.field }, phrases(part.children, encoding), part.position),
  openerLine: line,
  closerLine: line,
  dateline: (part, encoding) => element('dateline', {}, phrases(part.children, encoding), part.position),
  salute: (part, encoding) => element('salute', {}, phrases(part.children, encoding), part.position),
  signed: (part, encoding) => element('signed', {}, phrases(part.children, encoding), part.position),
  stamp,
};

function line(part: OpenerLine | CloserLine, encoding: Encoding): Element {
  return element('seg', { type: 'line' }, phrases(part.children, encoding), part.position);
}

export function opener(node: Opener, encoding: Encoding): Element {
  return element('opener', {}, parts(node.children, encoding), node.position);
}

export function closer(node: Closer, encoding: Encoding): Element {
  return element('closer', {}, parts(node.children, encoding), node.position);
}

export function stamp(node: Stamp, encoding: Encoding): Element {
  return element('stamp', {}, phrases(node.children, encoding), node.position);
}

/** Lines of an address that follow each other are one address. */
function parts(nodes: readonly Part[], encoding: Encoding): Element[] {
  const made: Element[] = [];
  let lines: Addressee[] = [];
  const endAddress = (): void => {
    if (lines.length === 0) return;
    made.push(
      element(
        'address',
        {},
        lines.map((line) => addressLine(line, encoding)),
      ),
    );
    lines = [];
  };
  for (const node of nodes) {
    if (node.type === 'addressee') {
      lines.push(node);
      continue;
    }
    endAddress();
    // The table maps each type to the handler of that very type, which the compiler cannot follow through an index.
    const handle = handlers[node.type] as (part: Part, encoding: Encoding) => Element;
    made.push(handle(node, encoding));
  }
  endAddress();
  return made;
}

function addressLine(line: Addressee, encoding: Encoding): Element {
  return element('addrLine', {}, phrases(line.children, encoding), line.position);
}
