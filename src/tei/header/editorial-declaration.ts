/**
 * The editorial declaration (TEI 2.3.3): what was done to this document, in prose made from what was in fact inferred,
 * stated and kept in it. A sentence stands only where it is true of the document.
 */
import type { Element } from 'xast';
import type { DocumentNode, EditionNode, MarginalNote, Origin } from '../../edition/types.js';
import { nodesOf, plainText } from '../census.js';
import { element } from '../element.js';
import type { Encoding } from '../encoding.js';
import { bracketSentences } from './declared-brackets.js';
import { taggedNames } from './declared-names.js';
import { declaredDates } from './declared-dates.js';
import { marginaliaSentences } from './declared-marginalia.js';
import { languageName } from './languages.js';
import { enumeration, numberWord, plural } from './prose.js';

export function editorialDecl(encoding: Encoding): Element {
  const count = countNodes(encoding.document);
  return element('editorialDecl', {}, [
    rule('interpretation', ...interpretation(encoding.document, count)),
    rule('normalization', normalization(encoding.document, count)),
    rule('correction', correction(count)),
    element('quotation', { marks: 'all' }, [element('p', {}, [quotation(encoding.document).join(' ')])]),
  ]);
}

/** A paragraph for each group of sentences. */
function rule(
  name: 'interpretation' | 'normalization' | 'correction',
  ...paragraphs: readonly (readonly string[])[]
): Element | undefined {
  const told = paragraphs.filter((sentences) => sentences.length > 0);
  return told.length > 0
    ? element(
        name,
        {},
        told.map((sentences) => element('p', {}, [sentences.join(' ')])),
      )
    : undefined;
}

/** Names of several things. */
const manyThings = new Set([
  'the numbered points',
  'the subjects',
  'the other numbers',
  'the years of dates that are printed without',
]);

type Count = ReadonlyMap<EditionNode['type'], number>;

function countNodes(document: DocumentNode): Count {
  const count = new Map<EditionNode['type'], number>();
  for (const node of nodesOf(document.children)) count.set(node.type, (count.get(node.type) ?? 0) + 1);
  return count;
}

/** In paragraphs: the document and its copies, the marginal notes, brackets, and what stands apart. */
function interpretation(document: DocumentNode, count: Count): string[][] {
  const inferred: string[] = [];
  const stated: string[] = [];
  const { correspondence } = document;
  const facts: [string, { origin: Origin } | undefined][] = [
    ['the title', document.title],
    ['the author', document.author],
    ...(document.coAuthors ?? []).map((fact): [string, typeof fact] => ['the author', fact]),
    ['the type of the document', document.kind],
    ['the language of the page', document.language],
    ['the date of the page', document.pageDate],
    ['the sender', correspondence.sent?.person],
    ['the place of writing', correspondence.sent?.place],
    ['the date of writing', correspondence.sent?.date],
    ['the time of writing', correspondence.sent?.time],
    ['the place of writing', document.made?.place],
    ['the date of writing', document.made?.date],
    ['the time of writing', document.made?.time],
    ['the number of dispatch', correspondence.sent?.dispatch],
    ...(correspondence.sent?.dispatchParts ?? []).map((fact): [string, typeof fact] => [
      'the number of dispatch',
      fact,
    ]),
    ...(correspondence.sent?.otherNumbers ?? []).map((fact): [string, typeof fact] => [
      'the other numbers',
      fact,
    ]),
    ['the date of transmission', correspondence.transmitted?.date],
    ['the time of transmission', correspondence.transmitted?.time],
    ['the place of receipt', correspondence.received?.place],
    ['the date of receipt', correspondence.received?.date],
    ['the time of receipt', correspondence.received?.time],
    ['the number of receipt', correspondence.received?.number],
    ...correspondence.addressees.map((fact): [string, typeof fact] => ['the addressee', fact]),
    ...correspondence.copiesTo.map((fact): [string, typeof fact] => ['the distribution', fact]),
    ['the summary', document.summary],
    ...document.subjects.map((fact): [string, typeof fact] => ['the subjects', fact]),
    ...document.page.rights.map((fact): [string, typeof fact] => ['the rights', fact]),
    ...copyFacts(document),
    ...[...document.persons, ...document.places]
      .filter(
        ({ origin, authorities, note }) =>
          origin.kind === 'editor' && (authorities.length > 0 || note !== undefined),
      )
      .map((entry): [string, typeof entry] => ['entries of the registers', entry]),
    ...[...nodesOf(document.children)].flatMap((node): [string, { origin: Origin }][] =>
      node.type === 'points'
        ? [['the numbered points', node]]
        : node.type === 'runInList'
          ? [['the list run into a paragraph', node]]
          : node.type === 'report'
            ? [['the report of marginal notes', node]]
            : node.type === 'date' && node.origin
              ? [['the years of dates that are printed without', { origin: node.origin }]]
              : [],
    ),
  ];
  for (const [name, fact] of facts) {
    const list =
      fact?.origin.kind === 'inferred' ? inferred : fact?.origin.kind === 'editor' ? stated : undefined;
    if (list && !list.includes(name)) list.push(name);
  }
  const whole: string[] = [];
  if (inferred.length > 0) {
    whole.push(
      `Inferred from the wording and the layout of the page ${inferred.length === 1 && !manyThings.has(inferred[0] ?? '') ? 'is' : 'are'} ${enumeration(inferred)}.`,
    );
  }
  whole.push(
    ...copyLanguages(document),
    ...archivePlaces(document),
    ...declaredDates(document),
    ...registerEntries(document),
  );
  if (stated.length > 0) whole.push(`Stated by the editor: ${enumeration(stated)}.`);
  whole.push(...taggedNames(document));
  const rest: string[] = [];
  if (document.annotations.length > 0) {
    rest.push(
      `The ${plural(document.annotations.length, 'footnote')} in standOff ${document.annotations.length === 1 ? 'is' : 'are'} the editor's.`,
    );
  }
  if (document.children.length === 0) rest.push('The page gives no transcription.');
  else if (!count.has('signed')) rest.push('No signature was found on the page, and none was supplied.');
  return [whole, marginaliaSentences(document), bracketSentences(document), rest];
}

/** What an editor says of a copy; what is inferred of it is told by itself. */
function copyFacts({ copies }: DocumentNode): [string, { origin: Origin }][] {
  return copies.flatMap(({ corrected, language }, i) => {
    const stated = [...Object.values(corrected ?? {}), language?.origin].filter(
      (origin) => origin?.kind === 'editor',
    );
    const name = copies.length === 1 ? 'the archival copy' : `copy ${String(i + 1)}`;
    return stated.map((origin): [string, { origin: Origin }] => [
      `parts of the description of ${name}`,
      { origin },
    ]);
  });
}

/** Country and settlement come from the table of archives, unless the editor stated them or the reference prints them. */
function archivePlaces({ copies }: DocumentNode): string[] {
  const taken = (['country', 'settlement'] as const).filter((field) =>
    copies.some(({ repository, corrected, verbatim }) => {
      const place = repository?.[field];
      return place !== undefined && !corrected?.[field] && !verbatim.includes(place);
    }),
  );
  if (taken.length === 0) return [];
  return [
    `The ${enumeration(taken)} of ${copies.length === 1 ? 'the archive' : 'an archive'}, where the page does not print ${taken.length === 1 ? 'it' : 'them'}, ${taken.length === 1 ? 'is' : 'are'} taken from a table of archives.`,
  ];
}

/** Registers are ours, but for archives, which references name, and for what the editor identified. */
function registerEntries({ persons, places, organisations }: DocumentNode): string[] {
  const kinds: [string, typeof persons][] = [
    ['persons', persons],
    ['places', places],
    ['organisations', organisations],
  ];
  const made = kinds.filter(([, entries]) => entries.some(({ origin }) => origin.kind === 'inferred'));
  if (made.length === 0) return [];
  const joined = made.some(([, entries]) =>
    entries.some(({ origin, variants }) => origin.kind === 'inferred' && variants.length > 0),
  );
  return [
    `The entries of ${enumeration(made.map(([kind]) => kind))} with resp="#marginalia" were made from names on the page${joined ? ', and forms of a name joined under one entry' : ''}; none was looked up elsewhere.`,
  ];
}

function copyLanguages({ copies }: DocumentNode): string[] {
  const byLanguage = new Map<string, { tag: string; translated: boolean; n: number }>();
  for (const { language } of copies) {
    if (language?.origin.kind !== 'inferred') continue;
    const translated = language.origin.rule === 'translated-from';
    const key = `${language.value} ${String(translated)}`;
    const known = byLanguage.get(key) ?? { tag: language.value, translated, n: 0 };
    byLanguage.set(key, { ...known, n: known.n + 1 });
  }
  return [...byLanguage.values()].map(({ tag, translated, n }) => {
    const which =
      copies.length === 1
        ? 'the archival copy is'
        : n === copies.length
          ? n === 2
            ? 'both copies are'
            : 'all copies are'
          : `${plural(n, 'copy', 'copies')} of ${numberWord(copies.length)} ${n === 1 ? 'is' : 'are'}`;
    return `That ${which} in ${languageName(tag)} is inferred from ${translated ? 'what the page says of the translation' : n === 1 ? 'the repository' : 'their repositories'}.`;
  });
}

/** What is made of brackets, with them. */
const bracketed = new Set<EditionNode['type']>([
  'gloss',
  'supplied',
  'gap',
  'unclear',
  'transcribedNote',
  'report',
]);

function normalization(document: DocumentNode, count: Count): string[] {
  const explained = [...nodesOf(document.children)].some(
    (node) => bracketed.has(node.type) && /[[［]/u.test(plainText([node])),
  );
  return [
    'Only white space was changed: line ends, repeated spaces, and spaces at the beginning or end of a paragraph, no-break spaces among them. Spelling and punctuation stand as on the page.',
    ...(explained ? ['Square brackets are kept as text inside the elements that explain them.'] : []),
    ...(count.has('gap') ? ['A gap holds the printed words as its description.'] : []),
    ...(document.page.rights.some((paragraph) => paragraph.children.some((child) => child.type === 'hidden'))
      ? [
          'Where the page conceals an e-mail address, the words that it prints in its place are the description of a gap.',
        ]
      : []),
  ];
}

function correction(count: Count): string[] {
  return [
    ...(count.has('sic') ? ['Words that the page marks as wrong are kept as they are.'] : []),
    ...(count.has('correction')
      ? [
          'Corrections that the page gives in brackets are repeated, without brackets, beside the words that they correct.',
        ]
      : []),
  ];
}

/** Marks that are quotation marks in one language or another; an apostrophe is none. */
const quotationMark = /["“”„‟«»‹›「」『』〝〞]/u;

function quotation({ children, marginalia }: DocumentNode): string[] {
  return [
    quotationMark.test(plainText(children))
      ? 'Quotation marks of the page stand in the text.'
      : 'No quotation marks stand in the text of the page, and none were put there.',
    ...(marginalia.some((note) => note.words !== undefined)
      ? [
          'Words quoted in the report of marginal notes are repeated, without marks, in the marginal notes made from it.',
        ]
      : []),
    ...unquoted(marginalia),
  ];
}

/** What else stands in notes made from reports: taken over from the report, but not as quoted words. */
function unquoted(marginalia: readonly MarginalNote[]): string[] {
  const described = [
    ...(marginalia.some(({ sign }) => sign !== undefined) ? ['signs'] : []),
    ...(marginalia.some(({ medium }) => medium !== undefined) ? ['the writing material'] : []),
    ...(marginalia.some(({ date }) => date !== undefined) ? ['the date'] : []),
  ];
  const others = [
    ...(marginalia.some(({ addressees = [] }) => addressees.some(({ within }) => within === undefined))
      ? ['names of addressees (seg)']
      : []),
    ...(described.length > 0 ? [`words for ${enumeration(described)} (desc)`] : []),
  ];
  if (others.length === 0) return [];
  return [
    `The marginal notes also hold ${others.join(', and ')}, taken from the report, not from the writer of the note.`,
  ];
}
