/** What the page says about the document after its text: reference, rights, record, dates, subjects. Nothing of it is dropped. */
import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.js';
import type {
  ChromeLine,
  Copy,
  Fact,
  Hidden,
  PageFacts,
  PrintedSource,
  Responsibility,
  RightsParagraph,
  SummaryParagraph,
  Text,
} from '../../edition/types.js';
import { wholeDate } from '../dates.js';
import type { Authority } from '../authority.js';
import { madeOnce } from '../made-once.js';
import { readReference } from '../reference/index.js';
import { fold, type LabelMeaning, type Vocabulary } from '../vocabulary.js';
import type { Locator } from '../weave.js';
import { anyOf, wordsOf } from '../words.js';
import { chromeLines } from './chrome.js';
import { readCitation } from './citation.js';
import { isCredit } from './likeness.js';
import { labelMeaning } from './page-labels.js';
import { isProse } from './prose.js';
import type { Choice } from './sequence.js';
import type { Unit } from './units.js';

export interface PageReading {
  page: Omit<PageFacts, 'sha256' | 'file'>;
  copies: Copy[];
  printedSources: PrintedSource[];
  responsibilities: Responsibility[];
  chrome: ChromeLine[];
  subjects: Fact<string>[];
  /** Abstract that a label marks. */
  summary: SummaryParagraph[];
  /** Prose that stands neither in the document nor under a label. */
  unplaced: Unit[];
  author?: Fact<string>;
  documentType?: Fact<string>;
  language?: Fact<string>;
}

interface Context {
  file: VFile;
  vocabulary: Vocabulary;
  authority: Authority;
  at: Locator;
}

/** Reads the units around the document. `choices` has one entry a unit. */
export function readPageFacts(
  units: readonly Unit[],
  choices: readonly Choice[],
  context: Context,
): PageReading {
  const reading: PageReading = {
    page: { rights: [], remarks: [] },
    copies: [],
    printedSources: [],
    responsibilities: [],
    chrome: [],
    subjects: [],
    summary: [],
    unplaced: [],
  };
  const title = units[choices.findIndex(({ role }) => role === 'title')];
  const titleWords = new Set(wordsOf(title?.text ?? ''));
  const archives: NamedArchive[] = [];
  let label: { means: LabelMeaning; text: string } | undefined;
  units.forEach((unit, i) => {
    const { role } = choices[i] as Choice; // one choice a unit
    switch (role) {
      case 'chrome':
        if (isProse(unit)) reading.unplaced.push(unit);
        reading.chrome.push(...chromeLines(unit, 'navigation', context.at));
        break;
      case 'label': {
        const means = labelMeaning(unit.text, context.vocabulary);
        // The heading of the whole part says nothing about one line of it.
        label = means === undefined || means === 'information' ? undefined : { means, text: unit.text };
        reading.chrome.push(...chromeLines(unit, 'label', context.at));
        break;
      }
      case 'credit':
        if (isCredit(unit.text, context.authority)) readSources(unit, reading, context);
        else
          reading.responsibilities.push({
            kind: 'credit',
            text: unit.text,
            names: [],
            position: context.at(unit.start, unit.end),
          });
        break;
      case 'citation':
        readCited(unit, titleWords, reading, context);
        break;
      case 'reference': {
        const [copy, ...others] = readSources(unit, reading, context);
        if (label?.means === 'archive' && copy && others.length === 0 && namesOnlyArchive(copy))
          archives.push({ copy, label: label.text, unit });
        break;
      }
      case 'rights':
        reading.page.rights.push(rightsParagraph(unit, context));
        break;
      case 'value':
        readValue(unit, label, reading, context);
        break;
      default:
    }
  });
  for (const named of archives) joinArchive(named, archives, reading, context);
  return reading;
}

/** A copy of which the page names the archive under a label of its own. */
interface NamedArchive {
  copy: Copy;
  label: string;
  unit: Unit;
}

/** True if nothing is told of a copy but which known archive holds it. */
function namesOnlyArchive(copy: Copy): boolean {
  const { shelfmark, leaves, lacunae, former, description, provenance, remainder } = copy;
  const told = [shelfmark, leaves, lacunae, former, description, provenance, remainder];
  return copy.repository?.known === true && told.every(({ length }) => length === 0);
}

/** "Original Archive" / "Archive of …", of which a reference on the page has the shelfmark: no further copy; its words are kept as a remark. */
function joinArchive(
  { copy, label, unit }: NamedArchive,
  archives: readonly NamedArchive[],
  reading: PageReading,
  { at }: Context,
): void {
  const isThere = reading.copies.some(
    (other) =>
      archives.every((named) => named.copy !== other) &&
      other.repository?.known === true &&
      other.repository.key === copy.repository?.key,
  );
  if (!isThere) return;
  reading.copies.splice(reading.copies.indexOf(copy), 1);
  reading.copies.forEach((each, i) => {
    each.id = `copy-${String(i + 1)}`;
  });
  const position = at(unit.start, unit.end);
  const { remarks } = reading.page;
  const kept = remarks.find((remark) => remark.position.start.offset === unit.start);
  if (kept) kept.label = label;
  else remarks.push({ label, text: unit.text, position });
}

/** The copies that the unit names. */
function readSources(unit: Unit, reading: PageReading, context: Context, isWhole = true): Copy[] {
  const { file, authority, at } = context;
  const { start } = at(unit.start, unit.end);
  const found = readReference(unit.text, start, authority, file);
  const copies = found.copies.map((copy, i) => ({
    ...copy,
    id: `copy-${String(reading.copies.length + i + 1)}`,
  }));
  reading.copies.push(...copies);
  reading.printedSources.push(...found.printedSources);
  reading.responsibilities.push(...found.responsibilities);
  // Words between the copies ("and") stand in none of them: then the whole string is kept as the page printed it.
  const kept = [
    ...found.copies.map((copy) => copy.verbatim),
    ...found.printedSources.map((source) => source.verbatim),
    ...found.responsibilities.map((one) => one.text),
    ...found.copies.flatMap((copy) => copy.provenance.map((one) => one.text)),
  ];
  if (isWhole && !sameWords(unit.text, kept.join(' '))) keepWhole(unit, reading, context);
  return copies;
}

/** A citation: its parts become facts, and it is kept whole, since its title and date stand nowhere else. */
function readCited(
  unit: Unit,
  titleWords: ReadonlySet<string>,
  reading: PageReading,
  context: Context,
): void {
  const { vocabulary, at } = context;
  const found = readCitation(unit.text, titleWords, vocabulary);
  const fact = ({ start, end }: { start: number; end: number }): Fact<string> => ({
    value: unit.text.slice(start, end),
    verbatim: unit.text.slice(start, end),
    position: at(unit.start + start, unit.start + end),
    origin: { kind: 'stated', rule: 'citation' },
  });
  if (found?.publisher) reading.page.publisher ??= fact(found.publisher);
  if (found?.url) reading.page.url ??= fact(found.url);
  const { start, end } = found?.reference ?? { start: 0, end: unit.text.length };
  if (start < end) {
    const text = unit.text.slice(start, end);
    readSources({ ...unit, start: unit.start + start, end: unit.start + end, text }, reading, context, false);
  }
  keepWhole(unit, reading, context);
}

function keepWhole({ text, start, end }: Unit, { page }: PageReading, { at }: Context): void {
  page.remarks.push({ label: 'reference', text, position: at(start, end) });
}

function sameWords(text: string, kept: string): boolean {
  const counts = new Map<string, number>();
  for (const word of wordsOf(kept, Infinity)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return wordsOf(text, Infinity).every((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left > 0;
  });
}

const hiddenPhrase = madeOnce(({ hidden }: Vocabulary['page']) => new RegExp(anyOf(hidden), 'giu'));

function rightsParagraph(unit: Unit, { vocabulary, at }: Context): RightsParagraph {
  const children: (Text | Hidden)[] = [];
  let from = 0;
  for (const match of unit.text.matchAll(hiddenPhrase(vocabulary.page))) {
    if (match.index > from) children.push(words(from, match.index));
    children.push({
      type: 'hidden',
      value: match[0],
      position: at(unit.start + match.index, unit.start + match.index + match[0].length),
    });
    from = match.index + match[0].length;
  }
  if (from < unit.text.length) children.push(words(from, unit.text.length));
  return { children, position: at(unit.start, unit.end), origin: { kind: 'stated', rule: 'rights' } };

  function words(start: number, end: number): Text {
    return {
      type: 'text',
      value: unit.text.slice(start, end),
      position: at(unit.start + start, unit.start + end),
    };
  }
}

function readValue(
  unit: Unit,
  label: { means: LabelMeaning; text: string } | undefined,
  reading: PageReading,
  context: Context,
): void {
  const { vocabulary, file, at } = context;
  const position = at(unit.start, unit.end);
  const fact = <T>(value: T): Fact<T> => ({
    value,
    verbatim: unit.text,
    position,
    origin: { kind: 'stated', rule: `label:${label?.means ?? ''}` },
  });
  const { page } = reading;
  switch (label?.means) {
    case 'uploaded': {
      const date = wholeDate(unit.text, vocabulary.dates);
      if (date && !page.uploaded) {
        page.uploaded = fact(date);
        return;
      }
      break;
    }
    case 'record':
      if (/^[\p{L}\p{N}][\p{L}\p{N}._:/-]{0,60}$/u.test(unit.text) && !page.record) {
        page.record = fact(unit.text);
        return;
      }
      break;
    case 'publisher':
      if (!page.publisher) {
        page.publisher = fact(unit.text);
        return;
      }
      break;
    case 'rights':
      page.rights.push(rightsParagraph(unit, context));
      return;
    case 'reference':
      readSources(unit, reading, context);
      return;
    case 'abstract':
      reading.summary.push({ text: unit.text, position });
      return;
    case 'subjects':
      reading.subjects.push(fact(unit.text));
      return;
    case 'type':
      reading.documentType ??= fact(unit.text);
      break;
    case 'author':
      reading.author ??= fact(unit.text);
      break;
    case 'language': {
      const tag = context.authority.phrases.languages[fold(unit.text)];
      if (tag !== undefined) reading.language ??= fact(tag);
      break;
    }
    case undefined:
      if (isProse(unit)) {
        reading.unplaced.push(unit);
        report(file, 'prose-unplaced', {
          place: position,
          actual: 'a paragraph in the information about the document that stands under no label',
        });
      } else
        report(file, 'page-line-unplaced', {
          place: position,
          actual: 'a line in the information about the document that stands under no label',
        });
      break;
    default:
  }
  // Also where a field was made of it: the page's own words under its own label.
  page.remarks.push({ ...(label ? { label: label.text } : {}), text: unit.text, position });
}
