/**
 * Reader for the text of a saved archive page: units → evidence → roles → blocks and facts. The result is an edition of one document
 * with positions, not yet with the inferences that look at the document as a whole (`transform/`).
 */
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { Sidecar } from '../../config/sidecar.js';
import { report } from '../../diagnostics/report.js';
import type {
  DocumentNode,
  Edition,
  Editor,
  Fact,
  Mention,
  Origin,
  Publication,
  Summary,
} from '../../edition/types.js';
import type { Authority } from '../authority.js';
import { readBrackets } from '../body/brackets.js';
import { isRoleOnly, kindOfName } from '../body/names.js';
import { readDateline } from '../body/dateline.js';
import type { FlowContext } from '../body/flow.js';
import { wholeDate } from '../dates.js';
import { detectLanguage } from '../language.js';
import { EditorsQuotations } from '../quotations.js';
import { indexPassages } from '../marginalia/anchors.js';
import { makeNotes } from '../marginalia/notes.js';
import { readReport } from '../marginalia/statements.js';
import { identify } from '../identify.js';
import { referenceLikeness } from './likeness.js';
import { fold, type Vocabulary } from '../vocabulary.js';
import { crosses, locatorFor, weave } from '../weave.js';
import { readBody, type BodyUnit } from './body.js';
import { selfNaming, weighUnits } from './evidence.js';
import { readPageFacts } from './page-facts.js';
import { isListing } from './refusal.js';
import { parts, roles, type Role } from './roles.js';
import { bestSequence, margin, type Choice, type Weights } from './sequence.js';
import { bodyOf, kindOf, readTitle } from './title.js';
import { splitUnits, type Unit } from './units.js';

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
  /** Points for the role, and by how much the reading of the page is worse without it. */
  score: number;
  reasons: string[];
}

/** Margin below which the editor is asked about an abstract that names itself, in points of evidence. */
const sure = 3;

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
  const all = splitUnits(source);
  if (all.length === 0) {
    report(file, 'source-empty');
    return edition;
  }
  const at = locatorFor(source);
  const listing = isListing(all, options.vocabulary);
  if (listing) {
    report(file, 'not-a-document-page', {
      place: at(listing.unit.start, listing.unit.end),
      reason: `This is no page of a document: ${listing.reasons.join('; ')}`,
    });
    return edition;
  }
  const quotations = new EditorsQuotations(source, options.sidecar, at);
  // What the editor calls chrome or the abstract is no part of the search: it moves nothing else.
  const { units, apart } = setApart(all, quotations);
  const evidence = weighUnits({
    units,
    vocabulary: options.vocabulary,
    referenceLikeness: (text) => referenceLikeness(text, options.authority),
  });
  constrain(evidence, units, quotations);
  const best = bestSequence(evidence);
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
        ...choice,
        score: weight?.score ?? 0,
        reasons: weight?.reasons ?? [],
      };
    });
    edition.data = { readings };
  }
  return edition;
}

const rolesOfWord: Record<'body' | 'report' | 'heading', readonly Role[]> = {
  body: [
    'paragraph',
    'openerLine',
    'addressee',
    'dateline',
    'secrecy',
    'handling',
    'salute',
    'signed',
    'closing',
    'closerLine',
    'distribution',
  ],
  report: ['report'],
  heading: ['heading'],
};

interface Apart {
  chrome: Unit[];
  abstract: Unit[];
}

/** Parts the units that the editor calls chrome or abstract from the others, which are numbered anew. */
function setApart(all: readonly Unit[], quotations: EditorsQuotations): { units: Unit[]; apart: Apart } {
  const apart: Apart = { chrome: [], abstract: [] };
  const units: Unit[] = [];
  for (const unit of all) {
    const is = quotations.blocks().find(({ start }) => start >= unit.start && start < unit.end)?.is;
    if (is === 'chrome' || is === 'teaser') apart.chrome.push(unit);
    else if (is === 'abstract') apart.abstract.push(unit);
    else units.push({ ...unit, index: units.length });
  }
  return { units, apart };
}

/** The editor's word on what a block is outweighs all evidence; among the roles it leaves, the evidence decides. */
function constrain(evidence: Weights[], units: readonly Unit[], quotations: EditorsQuotations): void {
  for (const { start, is } of quotations.blocks()) {
    const index = units.findIndex((unit) => start >= unit.start && start < unit.end);
    const weights = evidence[index];
    if (!weights) continue;
    if (is !== 'body' && is !== 'report' && is !== 'heading') continue;
    const allowed = rolesOfWord[is];
    const next: Weights = {};
    for (const role of allowed) {
      next[role] = { score: 10_000 + (weights[role]?.score ?? -4), reasons: [`the editor says: ${is}`] };
    }
    for (const role of roles) if (!(role in next)) next[role] = { score: -10_000, reasons: [] };
    evidence[index] = next;
  }
}

interface Reading {
  file: VFile;
  source: string;
  units: readonly Unit[];
  apart: Apart;
  /** The editor gives the abstract in the sidecar. */
  summaryGiven: boolean;
  evidence: readonly Weights[];
  best: { choices: Choice[]; score: number };
  quotations: EditorsQuotations;
  at: ReturnType<typeof locatorFor>;
  vocabulary: Vocabulary;
}

function makeDocument(reading: Reading, options: ReadOptions): DocumentNode | undefined {
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
  if (!body.some(({ part }) => part === 'text' || part === 'opener')) {
    const [first] = units;
    report(file, 'no-transcription', {
      ...(first ? { place: at(first.start, first.end) } : {}),
      actual: 'a page without the text of a document',
    });
    return undefined;
  }

  // Reports are read first: their quoted words and the editor's become marks on the words of the text.
  const statements = new Map(
    body
      .filter(({ role }) => role === 'report')
      .map(({ unit }) => [unit.start, readReport(unit.text, unit.start, vocabulary)]),
  );
  const text = body.filter(({ role }) => role !== 'report');
  const range = { start: text[0]?.unit.start ?? 0, end: text.at(-1)?.unit.end ?? 0 };
  const passages = quotations.passages(
    [...statements.values()].flatMap((report) => report.statements),
    range,
  );
  const calls = quotations.calls(range);
  const marks = [...calls.marks, ...passages.marks];
  const context: FlowContext = {
    source,
    vocabulary,
    file,
    at,
    marks,
    inline: (stretch) => {
      const brackets = readBrackets(stretch, vocabulary, file, at);
      // A passage that crosses a bracket gives way to it, and is reported where somebody asked for it.
      const free = marks.filter((mark) => !brackets.some((bracket) => crosses(mark, bracket)));
      return weave(stretch, [...free, ...brackets], at);
    },
  };
  const content = readBody(body, context);
  identify(content.blocks);
  quotations.checkPlaced(content.blocks);
  for (const { block, unit } of content.reports) {
    const unread = statements.get(unit.start)?.unread.length ?? 0;
    if (unread > 0) block.unread = unread;
  }
  const index = indexPassages('document', content.blocks);
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
      quoted: passages.idOf,
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
    chrome: [
      ...page.chrome,
      ...reading.apart.chrome.map((unit) => ({
        text: unit.text,
        position: at(unit.start, unit.end),
        rule: 'sidecar',
      })),
    ],
  };
  // A second line that dates the page, or one that is no date after all, is kept as it is.
  for (const unit of pageDate ? otherDates : chosen('pageDate')) {
    document.page.remarks.push({ text: unit.text, position: at(unit.start, unit.end) });
  }
  if (dateUnit && pageDate) document.pageDate = fact(pageDate, dateUnit, 'page-date');
  const summary = summaryOf(reading, page.summary);
  if (summary) document.summary = summary;
  if (page.language) for (const copy of document.copies) copy.language ??= page.language;

  const sender = named.sender;
  const mention = (name: string): Mention => {
    const kind = kindOfName(name, vocabulary);
    return { name, key: name, ...(kind === 'organisation' ? { kind } : {}) };
  };
  const signed = content.signature?.value.name;
  const decidedBy = kind.value === 'decision' ? bodyOf(titleText, vocabulary) : undefined;
  if (decidedBy !== undefined) {
    // A decision is the body's; who signs it stands in the closer.
    document.author = {
      value: { name: decidedBy, key: decidedBy, kind: 'organisation' },
      origin: { kind: 'inferred', rule: 'title', certainty: 'medium' },
    };
  } else if (kind.value === 'decision') {
    // Whose decision it is, nobody says.
  } else
    // Who signs for an office wrote the document; where the title names another person, the title counts.
    if (
      content.signature &&
      (sender === undefined || sharesName(signed ?? '', sender) || isRoleOnly(sender, vocabulary))
    ) {
      document.author = {
        ...content.signature,
        origin: { kind: 'inferred', rule: 'signature', certainty: 'high' },
      };
    } else if (sender !== undefined) {
      // A signature that is not the sender's (a secretary's, an interpreter's) makes the title's word less sure.
      const agreed = document.correspondence.addressees.some(({ value }) =>
        named.addressees.some((name) => sharesName(value.name, name)),
      );
      document.author = {
        value: mention(sender),
        origin: {
          kind: 'inferred',
          rule: 'title',
          certainty: content.signature ? 'low' : agreed ? 'high' : 'medium',
        },
      };
    } else if (page.author) {
      document.author = { ...page.author, value: { name: page.author.value, key: page.author.value } };
    }
  if (document.correspondence.addressees.length === 0) {
    document.correspondence.addressees = named.addressees.map((name) => ({
      value: mention(name),
      origin: { kind: 'inferred', rule: 'title', certainty: 'medium' },
    }));
  }
  if (document.author && isDispatched(document))
    (document.correspondence.sent ??= {}).person = document.author;
  numberOfHeading(document, heading?.position, source, vocabulary, at);
  return document;
}

/** "Ciphered Telegram No. 2217": the number of a dispatch that stands in its heading. */
function numberOfHeading(
  document: DocumentNode,
  position: Position | undefined,
  source: string,
  vocabulary: Vocabulary,
  at: Reading['at'],
): void {
  const start = position?.start.offset;
  if (document.kind.value !== 'telegram' || start === undefined || document.correspondence.sent?.dispatch)
    return;
  const found = readDateline(source.slice(start, position?.end.offset), start, vocabulary)?.found.find(
    (part) => part.kind === 'number',
  );
  if (found?.kind !== 'number') return;
  (document.correspondence.sent ??= {}).dispatch = {
    value: found.value,
    verbatim: found.value,
    position: at(found.start, found.end),
    origin: { kind: 'inferred', rule: 'heading-number', certainty: 'high' },
  };
}

function isDispatched(document: DocumentNode): boolean {
  return (
    ['telegram', 'letter', 'memorandum'].includes(document.kind.value) ||
    document.correspondence.addressees.length > 0
  );
}

function sharesName(a: string, b: string): boolean {
  const last = (name: string): string =>
    fold(name)
      .split(/[\s.]+/u)
      .filter(Boolean)
      .at(-1) ?? '';
  return last(a) === last(b) || fold(a).includes(last(b)) || fold(b).includes(last(a));
}

function originOf(role: Role, unit: Unit, { quotations }: Reading): Origin {
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
  at: Reading['at'],
): DocumentNode['kind'] {
  const fromType = type === undefined ? undefined : kindOf(type, vocabulary);
  const fromTitle = title && kindOf(title.text, vocabulary);
  const fromHeading = kindOf(heading, vocabulary);
  const value = fromType ?? fromTitle ?? fromHeading ?? 'document';
  const witnesses = [fromType, fromTitle, fromHeading].filter((kind) => kind === value).length;
  return {
    value,
    ...(title ? { position: at(title.start, title.end) } : {}),
    origin: {
      kind: 'inferred',
      rule: fromType ? 'type-field' : 'title-and-heading',
      certainty: witnesses > 1 || fromType ? 'high' : witnesses === 1 ? 'medium' : 'low',
    },
  };
}

function secrecyOf(
  found: { key: string; text: string; start: number; end: number }[],
  at: Reading['at'],
): DocumentNode['secrecy'] {
  const kept = found.filter(({ key }, i) => found.findIndex((other) => other.key === key) === i);
  return kept.map(({ key, text, start, end }) => ({ key, text, position: at(start, end) }));
}

/** The abstract: under a label, by the editor's word, or by evidence, and then the editor is asked unless it is strong. */
function summaryOf(reading: Reading, labelled: Summary['children']): Summary | undefined {
  const { file, units, best, evidence, quotations, at } = reading;
  const inferred = units.flatMap((unit, i) =>
    best.choices[i]?.role === 'abstract' || best.choices[i]?.role === 'summary' ? [{ unit, i }] : [],
  );
  const stated = reading.apart.abstract.map((unit) => ({
    text: unit.text,
    position: at(unit.start, unit.end),
  }));
  if (stated.length > 0) {
    // What evidence alone takes for the abstract beside the editor's goes with it: it can stand nowhere else.
    const others = inferred.map(({ unit }) => ({ text: unit.text, position: at(unit.start, unit.end) }));
    return {
      children: [...stated, ...others, ...labelled],
      origin: { kind: 'editor', rule: 'sidecar', resp: quotations.resp },
    };
  }
  const children = [
    ...inferred.map(({ unit }) => ({ text: unit.text, position: at(unit.start, unit.end) })),
    ...labelled,
  ];
  const [first] = inferred;
  if (!first) askAboutLast(reading);
  if (!first)
    return labelled.length > 0 ? { children, origin: { kind: 'stated', rule: 'label:abstract' } } : undefined;
  const resp = quotations.blockResp(first.unit.start, first.unit.end);
  if (resp !== undefined) return { children, origin: { kind: 'editor', rule: 'sidecar', resp } };
  const lead = margin(evidence, best, first.i);
  const strong = reading.summaryGiven || (lead >= sure && selfNaming(first.unit.text, reading.vocabulary));
  if (!strong) {
    report(file, 'abstract-inferred', {
      place: at(first.unit.start, first.unit.end),
      reason:
        'This paragraph was taken for the abstract by its place and manner; no label of the page says so',
      hint: `Confirm it in the sidecar: blocks: [{ quote: ${JSON.stringify(first.unit.text.split(/\s+/u).slice(0, 6).join(' '))}, is: abstract }], or say body.`,
    });
  }
  return {
    children,
    origin: { kind: 'inferred', rule: 'abstract-by-evidence', certainty: strong ? 'high' : 'medium' },
  };
}

/** Margin below which a last paragraph that was taken for text is asked about, in points of evidence. */
const doubtful = 2;

/** A last paragraph with signs of an abstract that did not suffice: the editor is asked. */
function askAboutLast({ file, units, best, evidence, quotations, at }: Reading): void {
  const i = best.choices.findLastIndex(({ part }) => part === 'text' || part === 'close');
  const unit = units[i];
  const weights = evidence[i];
  if (
    !unit ||
    best.choices[i]?.role !== 'paragraph' ||
    quotations.blockResp(unit.start, unit.end) !== undefined
  )
    return;
  const abstract = weights?.abstract;
  if (!abstract || abstract.score <= 0 || (weights.paragraph?.score ?? 0) - abstract.score >= doubtful)
    return;
  report(file, 'abstract-uncertain', {
    place: at(unit.start, unit.end),
    reason: 'The last paragraph was taken for text; it has signs of an abstract',
    hint: `Decide in the sidecar: blocks: [{ quote: ${JSON.stringify(unit.text.split(/\s+/u).slice(0, 6).join(' '))}, is: body }], or abstract.`,
  });
}
