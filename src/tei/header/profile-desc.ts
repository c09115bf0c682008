/** What kind of document it is: date, summary, languages, classification, hands, correspondence (TEI 2.4). */
import type { Element } from 'xast';
import { datesConflict } from '../../edition/date-conflict.js';
import type { CalendarDate, Fact, Hand, SummaryParagraph } from '../../edition/types.js';
import { element, token, unlessEmpty, words, type Content } from '../element.js';
import type { Encoding } from '../encoding.js';
import { dateFact, mentionFact, sites, timeFact } from '../mentions.js';
import { originAttributes } from '../responsibility.js';
import { correspDesc } from './corresp-desc.js';
import { capitalised } from './prose.js';
import { languageName } from './languages.js';
import { secrecyMarks } from './encoding-desc.js';

export function profileDesc(encoding: Encoding): Element {
  return element('profileDesc', {}, [
    creation(encoding),
    abstract(encoding),
    langUsage(encoding),
    textClass(encoding),
    unlessEmpty(
      'handNotes',
      {},
      encoding.document.hands.map((hand) => handNote(hand, encoding)),
    ),
    correspDesc(encoding),
  ]);
}

/** The date that the page gives, and where and when the text says it was made, unless it was sent (`correspDesc`). */
function creation(encoding: Encoding): Element | undefined {
  const { pageDate, made } = encoding.document;
  return unlessEmpty('creation', {}, [
    pageDate ? pageDateElement(pageDate, encoding) : undefined,
    made?.place ? mentionFact(made.place, sites, encoding) : undefined,
    made?.date ? dateFact(made.date, encoding) : undefined,
    made?.time ? timeFact(made.time, encoding) : undefined,
  ]);
}

function pageDateElement(date: Fact<CalendarDate>, encoding: Encoding): Element {
  const made = dateFact(date, encoding);
  // An editor's date is not the page's: it does not point to the page.
  const source = date.origin.kind === 'editor' ? undefined : encoding.ids.pointer('fixed', 'transcript');
  // Where the text gives another date, the page's is less likely that of the document; the page's own it stays in `bibl`.
  const doubted =
    date.origin.kind !== 'editor' && datesConflict(encoding.document)
      ? { cert: 'low', resp: encoding.ids.pointer('fixed', 'marginalia') }
      : {};
  const { cert, resp, ...regular } = { ...made.attributes, ...doubted };
  return element('date', { ...present(regular), source, ...present({ cert, resp }) }, [date.value.text]);
}

/** Attributes that are there, for putting others between them. */
function present(attributes: Element['attributes']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function abstract(encoding: Encoding): Element | undefined {
  const { summary } = encoding.document;
  if (!summary || summary.children.length === 0) return undefined;
  return element(
    'abstract',
    originAttributes(summary.origin, encoding),
    summary.children.map((child) => element('p', {}, called(child), child.position)),
  );
}

/** The words of a paragraph, with the places that annotations are called from. */
function called({ text, anchors = [], position }: SummaryParagraph): Content[] {
  let cursor = 0;
  const content = anchors.flatMap(({ id, offset }): Content[] => {
    const before = words(text.slice(cursor, offset), position);
    cursor = offset;
    return [before, element('anchor', { 'xml:id': id })];
  });
  return [...content, words(text.slice(cursor), position)];
}

function langUsage(encoding: Encoding): Element {
  const { language, copies } = encoding.document;
  const used = new Map<string, { of: string[]; origin: { cert?: string; resp?: string } }>();
  used.set(language.value, { of: ['the page'], origin: originAttributes(language.origin, encoding) });
  const originals = copies.flatMap((copy) => (copy.language ? [copy.language] : []));
  const told = new Set<string>();
  for (const original of originals) {
    if (told.has(original.value)) continue;
    told.add(original.value);
    const of = copiesIn(original.value, encoding);
    const known = used.get(original.value);
    if (!known) used.set(original.value, { of: [of], origin: originAttributes(original.origin, encoding) });
    else if (!known.of.includes(of)) known.of.push(of);
  }
  return element(
    'langUsage',
    {},
    [...used].map(([tag, { of, origin }]) =>
      element('language', { ident: tag, ...origin }, [
        `${languageName(tag)}, the language of ${of.join(' and of ')}`,
      ]),
    ),
  );
}

function copiesIn(tag: string, { document }: Encoding): string {
  const numbers = document.copies.flatMap((copy, index) =>
    copy.language?.value === tag ? [String(index + 1)] : [],
  );
  if (numbers.length === document.copies.length) {
    return numbers.length === 1 ? 'the archival copy' : 'the archival copies';
  }
  return numbers.length === 1 ? `copy ${numbers.join()}` : `copies ${numbers.join(', ')}`;
}

function textClass(encoding: Encoding): Element {
  const { document, ids } = encoding;
  return element('textClass', {}, [
    ...secrecyMarks(encoding).map((mark) =>
      element('catRef', {
        scheme: ids.pointer('fixed', 'secrecy'),
        target: ids.pointer('category', mark.key),
      }),
    ),
    element('catRef', {
      scheme: ids.pointer('fixed', 'document-type'),
      target: ids.pointer('category', `type-${document.kind.value}`),
      ...originAttributes(document.kind.origin, encoding),
    }),
    unlessEmpty(
      'keywords',
      {},
      document.subjects.map((subject) =>
        element('term', originAttributes(subject.origin, encoding), [subject.value], subject.position),
      ),
    ),
  ]);
}

/** "Unknown hand", "Somebody", "Unidentified official": a hand that is nobody's by name, in the words of the report. */
function unnamed(label: string): string {
  return label === '' ? 'Unnamed hand' : capitalised(label);
}

/** `@medium` is one word of a value list (`red-pencil`); the sentence says it as the source does. */
function handNote(hand: Hand, encoding: Encoding): Element {
  const id = hand.person ? encoding.ids.get('person', hand.person.key) : undefined;
  const whose = hand.person ? `Hand of ${hand.label}` : unnamed(hand.label);
  const medium = hand.medium === undefined ? '' : token(hand.medium.trim().replace(/^(?:in|with)\s+/iu, ''));
  return element(
    'handNote',
    {
      'xml:id': hand.id,
      scribeRef: id === undefined ? undefined : `#${id}`,
      medium: medium === '' ? undefined : medium,
      cert: hand.certainty,
    },
    [
      [
        whose,
        ...(hand.medium === undefined ? [] : [hand.medium]),
        ...(hand.reported ? ['reported', 'not seen'] : []),
        ...(hand.certainty === undefined
          ? []
          : [
              hand.office === undefined
                ? 'known from the signature in the quoted words'
                : `named by office (“${hand.office}”), which one person of the page holds`,
            ]),
      ].join(', ') + '.',
    ],
  );
}
