/** Blocks of the transcription. */
import type { Element } from 'xast';
import type {
  Block,
  DistributionEntry,
  DistributionList,
  Label,
  Paragraph,
  Phrase,
  Point,
  RunInList,
} from '../../edition/types.js';
import { plainText } from '../census.js';
import { element, words, type Content } from '../element.js';
import { takeNotes, type Encoding } from '../encoding.js';
import { originAttributes } from '../responsibility.js';
import { divisions } from './divisions.js';
import { closer, opener, stamp } from './openers.js';
import { opensWithSpace, phrases } from './phrases.js';
import { runInList } from './run-in-list.js';

type BlockHandlers = {
  readonly [Type in Block['type']]: (block: Extract<Block, { type: Type }>, encoding: Encoding) => Element;
};

const handlers: BlockHandlers = {
  heading: (block, encoding) =>
    element(
      'head',
      { 'xml:id': encoding.targets.has(block.id) ? block.id : undefined },
      [...takeNotes(encoding, block.id), ...phrases(block.children, encoding)],
      block.position,
    ),

  opener,
  closer,
  paragraph,

  points: (block, encoding) =>
    element(
      'list',
      { type: 'points', 'xml:id': block.id, ...originAttributes(block.origin, encoding) },
      [
        ...takeNotes(encoding, block.id),
        ...block.children.flatMap((child) => [label(child.label), point(child, encoding)]),
      ],
      block.position,
    ),

  // TEI has a stamp among the phrases only.
  stamp: (block, encoding) => element('ab', { type: 'stamp' }, [stamp(block, encoding)], block.position),

  // The words are those of the page's editors: nobody else answers for them. That it was taken for a report is said in
  // the editorial declaration.
  report: (block, encoding) =>
    element(
      'note',
      {
        type: 'editorial',
        subtype: 'marginalia-report',
        'xml:id': block.id,
      },
      [...takeNotes(encoding, block.id), ...phrases(block.children, encoding)],
      block.position,
    ),

  postscript: (block, encoding) =>
    element(
      'postscript',
      {},
      block.children.map((child) => plainParagraph(child, encoding)),
      block.position,
    ),

  distributionList,
};

export function encodeBlock(node: Block, encoding: Encoding): Element {
  // The table maps each type to the handler of that very type, which the compiler cannot follow through an index.
  const handle = handlers[node.type] as (block: Block, encoding: Encoding) => Element;
  return handle(node, encoding);
}

function label(node: Label): Element {
  return element('label', {}, [words(node.value, node.position)], node.position);
}

/** The printed number of a paragraph that is no item of a list stays in its `label`; `@n` is the bare number. */
function paragraph(node: Paragraph, encoding: Encoding): Element {
  if (!node.speaker) return plainParagraph(node, encoding);
  const { speaker } = node;
  return element(
    'sp',
    {},
    [
      element('speaker', {}, [words(speaker.value, speaker.position)], speaker.position),
      plainParagraph(node, encoding),
    ],
    node.position,
  );
}

function plainParagraph(node: Paragraph, encoding: Encoding): Element {
  return element(
    'p',
    { 'xml:id': node.id, n: node.label ? bareNumber(node.label.value) : undefined },
    [
      ...takeNotes(encoding, node.id),
      ...labelled(node.label, paragraphContent(node.children, encoding), node.children),
    ],
    node.position,
  );
}

function paragraphContent(children: Paragraph['children'], encoding: Encoding): Content[] {
  return children.flatMap((child) =>
    child.type === 'runInList' ? runInList(child, encoding) : phrases([child], encoding),
  );
}

/** A label before its words, with a space between them where the source has none or it was cut off. */
function labelled(
  node: Label | undefined,
  content: Content[],
  source: readonly (Phrase | RunInList)[],
): Content[] {
  if (!node) return content;
  return opensWithSpace(source) ? [label(node), ...content] : [label(node), ' ', ...content];
}

/** "3." and "(3)" are number 3. */
function bareNumber(printed: string): string | undefined {
  const bare = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su.exec(printed)?.[0];
  return bare === undefined || /[\p{C}]/u.test(bare) ? undefined : bare;
}

/** Blocks that cannot stand in an `item` make its content a text of its own. */
const textParts = new Set<Block['type']>(['heading', 'opener', 'closer', 'postscript']);

function point(node: Point, encoding: Encoding): Element {
  const notes = takeNotes(encoding, node.id);
  const content = node.children.some((child) => textParts.has(child.type))
    ? [element('floatingText', {}, [element('body', {}, divisions(node.children, encoding))])]
    : node.children.map((child) => encodeBlock(child, encoding));
  return element('item', { 'xml:id': node.id, n: node.n }, [...notes, ...content], node.position);
}

/** "Distribution:", "CC:", "5 copies": what the first line of a list says of the lines that follow it. */
const announces = /:$|^\p{N}+ (?:copies|экз\.?|Expl\.?|Ex\.?|egz\.?|výt\.?|pld\.?)$/iu;

/** The head of a distribution, and its entries: a first line that announces the others is their head. */
function announced(node: DistributionList): { head: Label | undefined; entries: DistributionEntry[] } {
  const [first, ...others] = node.children;
  if (node.head || !first || first.label || others.length === 0)
    return { head: node.head, entries: node.children };
  const words = first.children.every((child) => child.type === 'text')
    ? plainText(first.children).trim()
    : '';
  return announces.test(words)
    ? {
        head: { type: 'label', value: words, ...(first.position && { position: first.position }) },
        entries: others,
      }
    : { head: undefined, entries: node.children };
}

/** Labels stand beside the items if every entry has one, otherwise inside: TEI allows no mixture. */
function distributionList(node: DistributionList, encoding: Encoding): Element {
  const { head, entries } = announced(node);
  if (node.children.length === 0) {
    return element(
      'ab',
      { type: 'distribution' },
      node.head ? [words(node.head.value, node.head.position)] : [],
    );
  }
  const apart = entries.every((entry) => entry.label);
  return element(
    'list',
    { type: 'distribution' },
    [
      head ? element('head', {}, [words(head.value, head.position)]) : undefined,
      ...entries.flatMap((entry) =>
        apart && entry.label
          ? [label(entry.label), entryItem(entry, undefined, encoding)]
          : [entryItem(entry, entry.label, encoding)],
      ),
    ],
    node.position,
  );
}

function entryItem(entry: DistributionEntry, inside: Label | undefined, encoding: Encoding): Element {
  return element(
    'item',
    {},
    labelled(inside, phrases(entry.children, encoding), entry.children),
    entry.position,
  );
}
