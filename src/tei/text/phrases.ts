/** Words and what is said of them. */
import type { EditionNode, Phrase } from '../../edition/types.js';
import { plainText } from '../census.js';
import { element, words, type Content } from '../element.js';
import { takeNotes, type Encoding } from '../encoding.js';
import { dateAttributes, timeAttributes } from '../mentions.js';
import { editorPointer, originAttributes } from '../responsibility.js';

type PhraseHandlers = {
  readonly [Type in Phrase['type']]: (
    phrase: Extract<Phrase, { type: Type }>,
    encoding: Encoding,
  ) => Content[];
};

const nameElements = {
  person: 'persName',
  place: 'placeName',
  organisation: 'orgName',
} as const;

const handlers: PhraseHandlers = {
  text: (phrase) => [words(phrase.value, phrase.position)],

  emphasis: (phrase, encoding) => [
    element('hi', { rend: phrase.rend }, phrases(phrase.children, encoding), phrase.position),
  ],

  gloss: (phrase, encoding) => [
    element(
      'note',
      { type: 'gloss', place: 'inline', cert: phrase.certainty },
      phrases(phrase.children, encoding),
      phrase.position,
    ),
  ],

  supplied: (phrase, encoding) => [
    element(
      'supplied',
      { reason: phrase.reason, cert: phrase.certainty },
      phrases(phrase.children, encoding),
      phrase.position,
    ),
  ],

  unclear: (phrase, encoding) => [
    element('unclear', { cert: phrase.certainty }, phrases(phrase.children, encoding), phrase.position),
  ],

  gap: (phrase) => [
    element(
      'gap',
      {
        reason: phrase.reason,
        unit: phrase.unit,
        quantity: phrase.quantity,
        atLeast: phrase.quantity === undefined ? phrase.atLeast : undefined,
        atMost: phrase.quantity === undefined ? phrase.atMost : undefined,
      },
      [element('desc', {}, [phrase.value])],
      phrase.position,
    ),
  ],

  sic: (phrase, encoding) => [element('sic', {}, phrases(phrase.children, encoding), phrase.position)],

  correction: (phrase, encoding) => [
    element(
      'choice',
      {},
      [element('sic', {}, phrases(phrase.children, encoding)), element('corr', {}, [phrase.correction])],
      phrase.position,
    ),
  ],

  name: (phrase, encoding) => [
    element(
      nameElements[phrase.kind],
      {
        ref: encoding.ids.pointer(phrase.kind, phrase.key),
        resp: phrase.resp === undefined ? undefined : editorPointer(phrase.resp, encoding),
      },
      phrases(phrase.children, encoding),
      phrase.position,
    ),
  ],

  date: (phrase, encoding) => [
    element(
      'date',
      {
        ...dateAttributes(phrase.date),
        ...(phrase.origin && originAttributes(phrase.origin, encoding)),
      },
      phrases(phrase.children, encoding),
      phrase.position,
    ),
  ],

  time: (phrase, encoding) => [
    element('time', timeAttributes(phrase.time), phrases(phrase.children, encoding), phrase.position),
  ],

  // An `idno` holds text only; a number with anything else in it is a `seg`.
  dispatchNumber: (phrase, encoding) => [
    element(
      phrase.children.every((child) => child.type === 'text') ? 'idno' : 'seg',
      { type: phrase.ofReceipt === true ? 'receipt' : phrase.own === true ? 'document' : 'dispatch' },
      phrases(phrase.children, encoding),
      phrase.position,
    ),
  ],

  office: (phrase, encoding) => [
    element('roleName', {}, phrases(phrase.children, encoding), phrase.position),
  ],

  // The white space of the source stays before the mark, so that the words stay apart for who does not know it.
  lineBreak: (phrase) => [words(phrase.value.replace(/[ \t\r\n]+/gu, ' '), phrase.position), element('lb')],

  passage: (phrase, encoding) => [
    element(
      'seg',
      { type: 'passage', 'xml:id': phrase.id },
      [...takeNotes(encoding, phrase.id), ...phrases(phrase.children, encoding)],
      phrase.position,
    ),
  ],

  // The words of the annotation stand in standOff: none of them are the source's.
  anchor: (phrase) => [element('anchor', { 'xml:id': phrase.id }, [], phrase.position)],

  transcribedNote: (phrase, encoding) => [
    element(
      'note',
      {
        type: 'marginal',
        place: phrase.place,
        hand: phrase.hand === undefined ? undefined : `#${phrase.hand}`,
      },
      phrases(phrase.children, encoding),
      phrase.position,
    ),
  ],
};

/** Phrases in their order. */
export function phrases(nodes: readonly Phrase[], encoding: Encoding): Content[] {
  return nodes.flatMap((node) => {
    // The table maps each type to the handler of that very type, which the compiler cannot follow through an index.
    const handle = handlers[node.type] as (phrase: Phrase, encoding: Encoding) => Content[];
    return handle(node, encoding);
  });
}

/** True if phrases begin with white space, or there are none: a label before them needs no space of its own. */
export function opensWithSpace(nodes: readonly EditionNode[]): boolean {
  return !/^\S/u.test(plainText(nodes));
}
