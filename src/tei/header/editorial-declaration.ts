/**
 * The editorial declaration (TEI 2.3.3): what was done to this document, in prose made from what was in fact inferred,
 * stated and kept in it. A sentence stands only where it is true of the document.
 */
import type { Element } from 'xast';
import type { DocumentNode, EditionNode, Origin } from '../../edition/types.js';
import { nodesOf } from '../census.js';
import { element } from '../element.js';
import type { Encoding } from '../encoding.js';
import { languageName } from './languages.js';

export function editorialDecl(encoding: Encoding): Element {
  const count = countNodes(encoding.document);
  return element('editorialDecl', {}, [
    rule('interpretation', interpretation(encoding.document, count)),
    rule('normalization', normalization(encoding.document, count)),
    rule('correction', correction(count)),
    element('quotation', { marks: 'all' }, [element('p', {}, [quotation(encoding.document).join(' ')])]),
  ]);
}

function rule(
  name: 'interpretation' | 'normalization' | 'correction',
  sentences: readonly string[],
): Element | undefined {
  return sentences.length > 0 ? element(name, {}, [element('p', {}, [sentences.join(' ')])]) : undefined;
}

type Count = ReadonlyMap<EditionNode['type'], number>;

function countNodes(document: DocumentNode): Count {
  const count = new Map<EditionNode['type'], number>();
  for (const node of nodesOf(document.children)) count.set(node.type, (count.get(node.type) ?? 0) + 1);
  return count;
}

function interpretation(document: DocumentNode, count: Count): string[] {
  const inferred: string[] = [];
  const stated: string[] = [];
  const { correspondence } = document;
  const facts: [string, { origin: Origin } | undefined][] = [
    ['the title', document.title],
    ['the author', document.author],
    ['the type of the document', document.kind],
    ['the language of the page', document.language],
    ['the date of the page', document.pageDate],
    ['the sender', correspondence.sent?.person],
    ['the place of writing', correspondence.sent?.place],
    ['the date of writing', correspondence.sent?.date],
    ['the time of writing', correspondence.sent?.time],
    ['the number of dispatch', correspondence.sent?.dispatch],
    ['the date of transmission', correspondence.transmitted?.date],
    ['the date of receipt', correspondence.received?.date],
    ...correspondence.addressees.map((fact): [string, typeof fact] => ['the addressee', fact]),
    ...correspondence.copiesTo.map((fact): [string, typeof fact] => ['the distribution', fact]),
    ['the summary', document.summary],
    ...document.subjects.map((fact): [string, typeof fact] => ['the subjects', fact]),
    ...[...nodesOf(document.children)].flatMap((node): [string, { origin: Origin }][] =>
      node.type === 'points'
        ? [['the numbered points', node]]
        : node.type === 'runInList'
          ? [['the list run into a paragraph', node]]
          : node.type === 'report'
            ? [['the report of marginal notes', node]]
            : [],
    ),
  ];
  for (const [name, fact] of facts) {
    const list =
      fact?.origin.kind === 'inferred' ? inferred : fact?.origin.kind === 'editor' ? stated : undefined;
    if (list && !list.includes(name)) list.push(name);
  }
  const sentences: string[] = [];
  if (inferred.length > 0) {
    sentences.push(`Read from the wording and the layout of the page: ${enumeration(inferred)}.`);
  }
  sentences.push(...copyLanguages(document), ...marginalNotes(document));
  const brackets = bracketSentence(count);
  if (brackets !== undefined) sentences.push(brackets);
  sentences.push(...dates(document));
  if (stated.length > 0) sentences.push(`Stated by the editor: ${enumeration(stated)}.`);
  if (document.annotations.length > 0) {
    sentences.push(
      `The ${plural(document.annotations.length, 'footnote')} in standOff ${document.annotations.length === 1 ? 'is' : 'are'} the editor's.`,
    );
  }
  if (document.children.length === 0) sentences.push('The page gives no transcription.');
  else if (!count.has('signed')) sentences.push('No signature stands on the page, and none was supplied.');
  return sentences;
}

function copyLanguages({ copies }: DocumentNode): string[] {
  const byLanguage = new Map<string, number>();
  for (const { language } of copies) {
    if (language?.origin.kind === 'inferred')
      byLanguage.set(language.value, (byLanguage.get(language.value) ?? 0) + 1);
  }
  return [...byLanguage].map(([tag, n]) => {
    const which =
      copies.length === 1
        ? 'the archival copy is'
        : n === copies.length
          ? n === 2
            ? 'both copies are'
            : 'all copies are'
          : `${plural(n, 'copy', 'copies')} of ${numberWord(copies.length)} ${n === 1 ? 'is' : 'are'}`;
    return `That ${which} in ${languageName(tag)} is inferred from ${n === 1 ? 'the repository' : 'their repositories'}.`;
  });
}

function marginalNotes({ marginalia }: DocumentNode): string[] {
  if (marginalia.length === 0) return [];
  const n = marginalia.length;
  const unsure = marginalia.filter((note) => note.certainty === 'low').length;
  const chosen = marginalia.filter((note) => note.origin.kind === 'editor').length;
  return [
    n === 1
      ? 'One marginal note was made from the report on the page and placed at the start of the passage that the report names; the report itself stands verbatim.'
      : `${capitalised(numberWord(n))} marginal notes were made from the report on the page, each placed at the start of the first passage that the report names for it; the report itself stands verbatim.`,
    ...(unsure > 0
      ? [
          `The anchor of ${unsure === n ? (n === 1 ? 'it' : 'each') : `${numberWord(unsure)} of them`} is not certain: what the report says literally was followed.`,
        ]
      : []),
    ...(chosen > 0
      ? [
          `The anchor of ${chosen === n ? (n === 1 ? 'it' : 'each') : `${numberWord(chosen)} of them`} was chosen by the editor.`,
        ]
      : []),
  ];
}

function bracketSentence(count: Count): string | undefined {
  const kinds = [
    ...(count.has('gloss') ? ['as explanations that stand beside the sentence (gloss)'] : []),
    ...(count.has('supplied') ? ['as words supplied to it'] : []),
    ...(count.has('gap') ? ['as statements that something cannot be read or was left out (gap)'] : []),
    ...(count.has('unclear') ? ['as doubtful readings'] : []),
    ...(count.has('transcribedNote') ? ['as handwritten notes transcribed where they stand'] : []),
  ];
  if (kinds.length === 0) return undefined;
  return `Words in brackets were taken ${enumeration(kinds)}, by asking whether words and sentence stay whole without them.`;
}

function dates({ pageDate, correspondence }: DocumentNode): string[] {
  const sent = correspondence.sent?.date;
  if (!pageDate || !sent?.value.when || !pageDate.value.when) return [];
  if (sent.value.when.startsWith(pageDate.value.when) || pageDate.value.when.startsWith(sent.value.when))
    return [];
  return [
    `The page dates the document ${pageDate.value.text}, the text itself ${sent.value.text}; both are kept.`,
  ];
}

function normalization(document: DocumentNode, count: Count): string[] {
  return [
    'Line ends and repeated spaces only; spelling, brackets and punctuation stand as on the page.',
    'Square brackets are kept as text inside the elements that explain them.',
    ...(count.has('gap') ? ['A gap holds the printed words as its description.'] : []),
    ...(document.page.rights.some((paragraph) => paragraph.children.some((child) => child.type === 'hidden'))
      ? ['Where the page hides an address, the words that it shows instead are the description of a gap.']
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

function quotation({ marginalia }: DocumentNode): string[] {
  return [
    'Quotation marks of the page stand in the text.',
    ...(marginalia.some((note) => note.words !== undefined)
      ? [
          'Words quoted in the report of marginal notes are repeated, without marks, in the marginal notes made from it.',
        ]
      : []),
  ];
}

const numberWords = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

function numberWord(n: number): string {
  return numberWords[n] ?? String(n);
}

function plural(n: number, one: string, many = `${one}s`): string {
  return `${numberWord(n)} ${n === 1 ? one : many}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "a", "a and b", "a, b and c". */
function enumeration(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}
