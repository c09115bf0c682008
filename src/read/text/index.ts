/**
 * Reader for the text of a saved archive page: units → evidence → roles → blocks and facts. The result is an edition of one document
 * with positions, not yet with the inferences that look at the document as a whole (`transform/`).
 */
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { Sidecar } from '../../config/sidecar.js';
import { report } from '../../diagnostics/report.js';
import type { DocumentNode, Edition, Editor, Fact, Origin, Publication } from '../../edition/types.js';
import { settlementsOf, type Authority } from '../authority.js';
import { readBrackets } from '../body/brackets.js';
import type { FlowContext } from '../body/flow.js';
import { wholeDate } from '../dates.js';
import { detectLanguage } from '../language.js';
import { EditorsQuotations } from '../quotations.js';
import { footnotesOf } from '../marginalia/footnotes.js';
import { indexPassages } from '../marginalia/passage-index.js';
import { makeNotes } from '../marginalia/notes.js';
import { officersIn } from '../marginalia/office-holders.js';
import { putPassage, sentenceOf } from '../marginalia/sentence-passages.js';
import { readReport, type ReportWords } from '../marginalia/statements.js';
import { identify } from '../identify.js';
import { isCredit, referenceLikeness } from './likeness.js';
import type { Vocabulary } from '../vocabulary.js';
import { crosses, locatorFor, weave } from '../weave.js';
import { readBody } from './body.js';
import type { BodyUnit } from './body-reading.js';
import { chromeLines } from './chrome.js';
import { nameCorrespondents, numberOfHeading } from './correspondents.js';
import { constrain, setApart } from './editors-blocks.js';
import { weighUnits } from './evidence.js';
import { joinHeadedReports } from './headed-reports.js';
import { readPageFacts } from './page-facts.js';
import { isProse } from './prose.js';
import { isListing } from './refusal.js';
import { restoreLetterCase } from './letter-case.js';
import type { PageReadingSoFar } from './reading.js';
import { parts, type Role } from './roles.js';
import { bestSequence, type Choice } from './sequence.js';
import { joinStamps } from './stamps.js';
import { summaryOf } from './abstract.js';
import { kindOf, readTitle, titleNames } from './title.js';
import { splitUnits, type Unit } from './units.js';
import { unreadHeadLines } from './unread-head.js';

export interface ReadOptions {
  vocabulary: Vocabulary;
  authority: Authority;
  /** The editor's word. Which block is what counts here; the rest is applied by the transforms. */
  sidecar?: Sidecar;
  editors: Editor[];
  publication: Publication;
  /** SHA-256 of the bytes of the source, lower-case hex. */
  sha256: string;
  /** BCP 47 tags of the edition's languages: the first is taken for a text that does not tell its own. */
  languages?: readonly string[];
}

/** How one unit of the page was read; `inspect --stage edition` prints it. */
export interface UnitReading extends Choice {
  line: number;
  /** Its first words. */
  begins: string;
  /** Points for the role, and by how much the reading of the page is worse without it. */
  score: number;
  reasons: string[];
}

/**
 * Reads a page. `file.value` is the decoded text with line feeds only. Reports on `file`; after an error the edition has no document.
 */
export function readText(file: VFile, options: ReadOptions): Edition {
  const source = String(file);
  const edition: Edition = {
    type: 'edition',
    children: [],
    editors: options.editors,
    publication: options.publication,
  };
  const all = joinStamps(
    joinHeadedReports(splitUnits(source), source, options.vocabulary),
    source,
    options.vocabulary,
  );
  if (all.length === 0) {
    report(file, 'source-empty');
    return edition;
  }
  const at = locatorFor(source);
  // An editor who says where the text stands has said that there is one.
  const saidBody = options.sidecar?.value.blocks?.some(({ is }) => is === 'body') ?? false;
  const listing = saidBody ? undefined : isListing(all, options.vocabulary);
  if (listing) {
    report(file, 'not-a-document-page', {
      place: at(listing.unit.start, listing.unit.end),
      reason: `This is no page of a document: ${listing.reasons.join('; ')}`,
    });
    return edition;
  }
  const quotations = new EditorsQuotations(file, options.sidecar, at);
  // What the editor calls chrome or the abstract is no part of the search: it moves nothing else.
  const { units, apart } = setApart(all, quotations);
  const surroundings = {
    units,
    vocabulary: options.vocabulary,
    referenceLikeness: (text: string) => referenceLikeness(text, options.authority),
    isCredit: (text: string) => isCredit(text, options.authority),
  };
  const search = (untitled = false): Pick<PageReadingSoFar, 'evidence' | 'best'> => {
    const evidence = weighUnits({ ...surroundings, untitled });
    constrain(evidence, units, quotations);
    return { evidence, best: bestSequence(evidence) };
  };
  let { evidence, best } = search();
  // Prose with nothing under it is the text, and the page has no title.
  if (
    !best.choices.some(isOfText) &&
    units.some((unit, i) => best.choices[i]?.role === 'title' && isProse(unit))
  )
    ({ evidence, best } = search(true));
  const document = makeDocument(
    {
      file,
      source,
      units,
      apart,
      summaryGiven: options.sidecar?.value.summary !== undefined,
      evidence,
      best,
      quotations,
      at,
      vocabulary: options.vocabulary,
    },
    options,
  );
  if (document) {
    edition.children.push(document);
    const readings = units.map((unit, i): UnitReading => {
      const choice = best.choices[i] as Choice; // one choice a unit
      const weight = evidence[i]?.[choice.role];
      return {
        line: at(unit.start, unit.start).start.line,
        begins: (/^[^\n]{1,40}(?!\S)/u.exec(unit.text)?.[0] ?? unit.text.slice(0, 40)).trim(),
        ...choice,
        score: weight?.score ?? 0,
        reasons: weight?.reasons ?? [],
      };
    });
    edition.data = { readings };
  }
  return edition;
}

function makeDocument(reading: PageReadingSoFar, options: ReadOptions): DocumentNode | undefined {
  const { file, source, units, best, quotations, at } = reading;
  const { vocabulary, sidecar } = options;
  const chosen = (role: Role): Unit[] => units.filter((_, i) => best.choices[i]?.role === role);
  const fact = <T>(value: T, unit: Unit, rule: string): Fact<T> => ({
    value,
    verbatim: unit.text,
    position: at(unit.start, unit.end),
    origin: { kind: 'stated', rule },
  });

  const page = readPageFacts(units, best.choices, { file, vocabulary, authority: options.authority, at });
  const inBody = (choice: Choice | undefined): boolean =>
    choice !== undefined && parts.indexOf(choice.part) >= 2 && choice.part !== 'information';
  const body = units.flatMap((unit, i): BodyUnit[] => {
    const choice = best.choices[i];
    if (!choice || !inBody(choice) || choice.role === 'abstract') return [];
    return [{ unit, ...choice, origin: originOf(choice.role, unit, reading) }];
  });
  if (!body.some(isOfText)) {
    const [first] = units;
    report(file, 'no-transcription', {
      ...(first ? { place: at(first.start, first.end) } : {}),
      actual: 'a page without the text of a document',
    });
    return undefined;
  }

  reportUnplaced(reading, page.unplaced);

  // Reports are read first: their quoted words and the editor's become marks on the words of the text.
  const statements = readReports(
    body.filter(({ role }) => role === 'report').map(({ unit }) => unit),
    vocabulary,
  );
  const text = body.filter(({ role }) => role !== 'report');
  // Words that a report quotes do not stand in the text.
  const except = body.filter(({ role }) => role === 'report').map(({ unit }) => unit);
  const range = { start: text[0]?.unit.start ?? 0, end: text.at(-1)?.unit.end ?? 0, except };
  const passages = quotations.passages(
    [...statements.values()].flatMap((report) => report.statements),
    range,
  );
  const summary = summaryOf(reading, page.summary);
  // An abstract that the editor replaces is no place for a call.
  const abstracts = reading.summaryGiven
    ? []
    : (summary?.children ?? []).map(({ position }) => rangeOf(position));
  const calls = quotations.calls(range, [
    ...body.filter(({ role }) => role === 'report').map(({ unit }) => unit),
    ...abstracts,
  ]);
  quotations.callFrom(summary, calls.marks, calls.annotations);
  const marks = [...calls.marks, ...passages.marks];
  const context: FlowContext = {
    source,
    vocabulary,
    settlements: settlementsOf(options.authority),
    file,
    at,
    marks,
    inline: (stretch, own = []) => {
      const brackets = readBrackets(stretch, vocabulary, file, at);
      // A passage that crosses a bracket gives way to it, and is reported where somebody asked for it.
      const free = marks.filter((mark) => !brackets.some((bracket) => crosses(mark, bracket)));
      return weave(stretch, [...own, ...free, ...brackets], at);
    },
  };
  const content = readBody(body, context);
  identify(content.blocks);
  quotations.checkPlaced(content.blocks);
  for (const { block, unit } of content.reports) {
    const unread = statements.get(unit.start)?.unread.length ?? 0;
    if (unread > 0) block.unread = unread;
  }
  const index = indexPassages('document', content.blocks, footnotesOf(content.blocks, vocabulary));
  const { notes, hands } = makeNotes(
    content.reports.map(({ block, unit }) => ({
      id: block.id,
      start: unit.start,
      ...(statements.get(unit.start) ?? { statements: [], unread: [] }),
    })),
    {
      file,
      at,
      vocabulary,
      index,
      sidecar,
      quoted: passages.piecesOf,
      isRepeated: passages.isRepeated,
      persons: [
        ...titleNames(chosen('title')[0]?.text ?? '', vocabulary),
        ...[...content.correspondence.addressees, ...content.correspondence.copiesTo].flatMap(({ value }) =>
          value.kind === 'organisation' ? [] : [value.name],
        ),
      ],
      sentence: ({ block }, which) => {
        const place = block && sentenceOf(block, which, source, vocabulary);
        if (!block || !place) return undefined;
        const { id, placed } = quotations.passage(place);
        if (placed) return id;
        if (!putPassage(block, place, id, at)) return undefined;
        quotations.isPlaced(id);
        return id;
      },
      officers: officersIn(
        // A line apart: no name of one part stands beside an office of another.
        [
          ...chosen('title').map(({ text }) => text),
          ...(['opener', 'close'] as const).flatMap((own) => [
            '',
            ...body
              .filter(({ part, role }) => part === own && role !== 'stamp')
              .flatMap(({ unit }) => unit.text.split('\n')),
          ]),
        ],
        vocabulary,
      ),
      chosen: (word, path) => quotations.anchor(word, path, index, range),
    },
  );

  const [titleUnit] = chosen('title');
  if (!titleUnit)
    report(file, 'title-missing', {
      place: at(units[0]?.start ?? 0, units[0]?.end ?? 0),
      actual: 'a page whose title was not found',
    });
  const titleText = titleUnit?.text ?? body[0]?.unit.text.split('\n')[0] ?? '';
  const named = readTitle(titleText, vocabulary);
  for (const { start, end, text: line } of unreadHeadLines(body, content.blocks, titleText, vocabulary))
    report(file, 'head-line-unread', {
      place: at(start, end),
      reason: `This line of the head was kept word for word, not understood: “${line.length > 60 ? `${line.slice(0, 60)}…` : line}”`,
    });
  const heading = content.blocks.find((block) => block.type === 'heading');
  const kind = kindFact(
    titleUnit,
    heading?.position ? source.slice(heading.position.start.offset, heading.position.end.offset) : '',
    page.documentType?.value,
    vocabulary,
    at,
  );

  const [dateUnit, ...otherDates] = chosen('pageDate');
  const pageDate = dateUnit && wholeDate(dateUnit.text, vocabulary.dates);
  const detected = detectLanguage(text.map(({ unit }) => unit.text).join(' '), vocabulary);
  const language = detected ?? options.languages?.[0];
  if (language === undefined && sidecar?.value.language === undefined)
    report(file, 'language-unknown', {
      place: at(range.start, Math.min(range.end, range.start + 1)),
      actual: 'a text whose language was not recognised',
    });

  const document: DocumentNode = {
    type: 'document',
    id: 'document',
    children: content.blocks,
    title: titleUnit
      ? fact(titleText, titleUnit, 'title')
      : {
          value: titleText.slice(0, 200),
          origin: { kind: 'inferred', rule: 'first-line', certainty: 'low' },
        },
    kind,
    language: {
      value: language ?? 'und',
      origin:
        detected === undefined
          ? {
              kind: 'inferred',
              rule: 'edition-language',
              certainty: language === undefined ? 'low' : 'medium',
            }
          : { kind: 'inferred', rule: 'language', certainty: 'high' },
    },
    page: { sha256: options.sha256, file: file.basename ?? '', ...page.page },
    copies: page.copies,
    printedSources: page.printedSources,
    responsibilities: page.responsibilities,
    correspondence: content.correspondence,
    secrecy: secrecyOf(content.secrecy, at),
    subjects: page.subjects,
    hands,
    marginalia: notes,
    annotations: calls.annotations,
    persons: [],
    places: [],
    organisations: [],
    chrome: [...page.chrome, ...reading.apart.chrome.flatMap((unit) => chromeLines(unit, 'sidecar', at))],
  };
  // A second line that dates the page, or one that is no date after all, is kept as it is.
  for (const unit of pageDate ? otherDates : chosen('pageDate')) {
    document.page.remarks.push({ text: unit.text, position: at(unit.start, unit.end) });
  }
  if (dateUnit && pageDate) document.pageDate = fact(pageDate, dateUnit, 'page-date');
  if (summary) document.summary = summary;
  if (page.language) for (const copy of document.copies) copy.language ??= page.language;

  nameCorrespondents(
    document,
    {
      title: named,
      titleText,
      signature: content.signature,
      signatures: content.signatures,
      sender: content.sender,
      labelled: page.author,
    },
    vocabulary,
  );
  restoreLetterCase(document, titleText, source);
  numberOfHeading(document, heading?.position, source, vocabulary, at);
  return document;
}

/** Fewer paragraphs outside the text are the page's own words ("About the authors"), which their notices tell of. */
const fewestUnplaced = 3;

/** Where most prose of the page was taken neither for text nor for what a page says of it, the text was not found. */
function reportUnplaced({ file, units, best, at }: PageReadingSoFar, unplaced: readonly Unit[]): void {
  const [first] = unplaced;
  const placed = units.filter((unit, i) => isOfText(best.choices[i] as Choice) && isProse(unit)); // one choice a unit
  if (!first || unplaced.length < fewestUnplaced || unplaced.length <= placed.length) return;
  report(file, 'text-unplaced', {
    place: at(first.start, first.end),
    reason: `${String(unplaced.length)} paragraphs stand outside the text, ${String(placed.length)} in it`,
  });
}

/** The reports by the places where they begin; each knows whom the one before it named last. */
function readReports(units: readonly Unit[], vocabulary: Vocabulary): Map<number, ReportWords> {
  const found = new Map<number, ReportWords>();
  let last: ReportWords['last'];
  for (const { text, start } of units) {
    const read = readReport(text, start, vocabulary, last);
    found.set(start, read);
    last = read.last ?? last;
  }
  return found;
}

function isOfText({ part }: Choice): boolean {
  return part === 'text' || part === 'opener';
}

function rangeOf({ start, end }: Position): { start: number; end: number } {
  return { start: start.offset ?? 0, end: end.offset ?? 0 };
}

function originOf(role: Role, unit: Unit, { quotations }: PageReadingSoFar): Origin {
  const resp = quotations.blockResp(unit.start, unit.end);
  if (resp !== undefined) return { kind: 'editor', rule: 'sidecar', resp };
  return role === 'report'
    ? { kind: 'inferred', rule: 'report', certainty: 'high' }
    : { kind: 'stated', rule: role };
}

function kindFact(
  title: Unit | undefined,
  heading: string,
  type: string | undefined,
  vocabulary: Vocabulary,
  at: PageReadingSoFar['at'],
): DocumentNode['kind'] {
  const fromType = type === undefined ? undefined : kindOf(type, vocabulary);
  const fromTitle = title && kindOf(title.text, vocabulary);
  const fromHeading = kindOf(heading, vocabulary);
  const value = fromType ?? fromTitle ?? fromHeading ?? 'document';
  const witnesses = [fromType, fromTitle, fromHeading].filter((kind) => kind === value).length;
  return {
    value,
    ...(title ? { position: at(title.start, title.end) } : {}),
    origin: fromType
      ? { kind: 'stated', rule: 'label:type' }
      : {
          kind: 'inferred',
          rule: 'title-and-heading',
          certainty: witnesses > 1 ? 'high' : witnesses === 1 ? 'medium' : 'low',
        },
  };
}

function secrecyOf(
  found: { key: string; text: string; start: number; end: number }[],
  at: PageReadingSoFar['at'],
): DocumentNode['secrecy'] {
  const kept = found.filter(({ key }, i) => found.findIndex((other) => other.key === key) === i);
  return kept.map(({ key, text, start, end }) => ({ key, text, position: at(start, end) }));
}
