/**
 * The words that reading goes by, as data: `templates/vocabulary/*.yaml`, compiled when the program is built.
 * All words are in lower case; `fold` brings a text into the form they are compared in.
 */
import type { DocumentKind } from '../edition/types.js';
import type { DeepPartial } from './authority.js';
import { layOver } from './lay-over.js';
import { madeOnce } from './made-once.js';

export const labelMeanings = [
  'information',
  'reference',
  'archive',
  'rights',
  'uploaded',
  'record',
  'type',
  'language',
  'abstract',
  'author',
  'persons',
  'places',
  'subjects',
  'related',
  'publisher',
  'donors',
  'date',
  'coverage',
] as const;
/** What the value after a label of the page is. */
export type LabelMeaning = (typeof labelMeanings)[number];

export type FieldMeaning =
  | 'to'
  | 'from'
  | 'through'
  | 'subject'
  | 'place'
  | 'date'
  | 'time'
  | 'number'
  | 'classification'
  | 'copy'
  | 'received'
  | 'sent'
  | 'reference';

export interface Vocabulary {
  page: {
    chrome: string[];
    labels: { means: LabelMeaning; words: string[] }[];
    /** By these words a citation of the page names who shows it. */
    publishers: string[];
    rights: string[];
    credit: string[];
    hidden: string[];
    results: string[];
    /** Words that lines with numbers of results are made of. */
    counts: Record<'leads' | 'of' | 'nouns' | 'ends', string[]>;
    /** Pages that are no documents: whole lines and phrases of them, and how many different ones must occur. */
    notices: { shows: string; lines: string[]; phrases: string[]; needs: number }[];
    abstractNotices: string[];
  };
  marks: {
    secrecy: { key: string; words: string[] }[];
    handling: string[];
    /** What such a mark is composed of where it is no phrase of that list. */
    handlingWords: Record<'actions' | 'duties' | 'fillers' | 'leads', string[]>;
    distribution: string[];
    /** What the label of a line of distribution is composed of. */
    distributionWords: Record<'nouns' | 'verbs' | 'joints' | 'fillers', string[]>;
    /** An entry that only says that the addressee has a copy. */
    distributionAddressees: string[];
    /** Words that only go on in the name of an office. */
    officeAdjectives: string[];
    /** Words for a part of an office. */
    organisationParts: string[];
    /** How an entry begins that names a group. */
    distributionGroups: string[];
    /** What may stand before the number of a copy in a list. */
    copyLabels: string[];
    /** Whole lines that head a list of distribution; `#` stands for a number. */
    distributionCounts: string[];
    fileCopy: string[];
    /** What may stand before one of these words. */
    fileCopyLeads: string[];
    addressee: string[];
    /** What stands before an addressee, after his office. */
    addressedFor: string[];
    /** How who signs says that he signs for another. */
    signsFor: string[];
    /** Labels of fields at the head of a document. */
    fields: { field: FieldMeaning; words: string[] }[];
    sentFrom: string[];
    /** Small words within the name of a place. */
    placeParticles: string[];
    received: string[];
    sent: string[];
    /** How a line in brackets begins that describes a stamp. */
    stamps: string[];
    /** What was done with a dispatch at an hour that is neither of the two. */
    handled: string[];
    number: string[];
    /** What stands around these words, and between several numbers. */
    numberWords: Record<'before' | 'incoming' | 'others' | 'joints', string[]>;
  };
  titles: Record<
    'from' | 'to' | 'between' | 'and' | 'of' | 'articles' | 'kindWords' | 'ends' | 'at',
    string[]
  >;
  dates: {
    months: string[][];
    hours: string[];
    minutes: string[];
    /** Words that say whose time it is, and words for time that other words before them make so. */
    zones: string[];
    zoneNouns: string[];
    /** Small words of a dateline. */
    leads: string[];
  };
  body: {
    kinds: { kind: DocumentKind; words: string[] }[];
    honorifics: string[];
    /** Those of them that are no office or rank. */
    formsOfAddress: string[];
    ranks: string[];
    /** Words for who holds an office, as the last of a line that names nobody. */
    offices: string[];
    organisations: string[];
    /** Those of them that have their seat in one town abroad. */
    representations: string[];
    salutes: string[];
    closings: string[];
    signatures: string[];
    postscripts: string[];
    leadIns: string[];
    closingRequests: string[];
    /** Words before who did what a participle tells. */
    agents: string[];
    summaryVerbs: string[];
    summarySubjects: string[];
    voice: string[];
    functionWords: string[];
    verbEndings: string[];
    sic: string[];
    illegible: string[];
    /** Words by which a short remark says that something cannot be read, or was taken out. */
    illegibleWords: string[];
    excisedWords: string[];
    /** Words after which something must follow. */
    openWords: string[];
    ellipsis: string[];
    blank: string[];
    excised: string[];
    remarks: string[];
    /** What a remark on a name says of who bears it: `alone`, or what is `unknown` of them, with words between. */
    identity: { alone: string[]; what: string[]; between: string[]; unknown: string[] };
    /** Words of degree, which stand before an adjective. */
    degrees: string[];
    abbreviations: string[];
    languages: Record<string, string[]>;
    /** Words by which a short remark says that the original has a space without words. */
    blankWords: string[];
    /** Words that open a noun phrase: its last noun can be explained. */
    determiners: string[];
    /** Words that open an explanation which is no part of the sentence (i.e., formerly). */
    openings: string[];
  };
  reports: {
    /** Whole lines that head a report without brackets. */
    headings: string[];
    verbs: string[];
    nouns: string[];
    signs: string[];
    pronouns: string[];
    linking: string[];
    joints: string[];
    references: string[];
    /** Two words after "the last paragraph" that mean the one before it. */
    butOne: string[];
    /** Words that make a statement less sure. */
    doubts: string[];
    /** How a report begins that says whose note it is; `keepers` write on papers, too. */
    whose: Record<'notes' | 'authors' | 'keepers' | 'between', string[]>;
    /** Words by which a translator's note is known to speak of marks on the page. */
    marking: string[];
    /** Signs that are made on the words themselves. */
    inlineSigns: string[];
    /** Words after a name that is spoken of and did not write. */
    passives: string[];
    /** Words of the perfect between words of the text and what was done to them. */
    perfects: string[];
    /** Verbs by which a passage has a sign. */
    bearing: string[];
    /** Words between "paragraph" and the words quoted from it. */
    quoting: string[];
    /** Words before a quotation that is not what the hand wrote. */
    notWritten: string[];
    unknown: string[];
    /** What a note is written with, in whole phrases; other media are composed. */
    media: string[];
    mediumWords: Record<'before' | 'articles' | 'colours' | 'hues' | 'joints' | 'tools', string[]>;
    mediumVerbs: { medium: string; words: string[] }[];
    former: string[];
    latter: string[];
    genericSigns: string[];
    stamps: string[];
    /** Signs that take words away, so that they need not stand in the text. */
    removals: string[];
    replacing: Record<'verbs' | 'by', string[]>;
    substituting: Record<'verbs' | 'by', string[]>;
    inserting: string[];
    /** `lesser`: words that make an office another than its last word says. */
    offices: Record<'articles' | 'of' | 'lesser' | 'nouns', string[]>;
    inTurn: string[];
    /** "I": a capital that begins no sentence. */
    speakers: string[];
    absent: string[];
    /** Verbs by which a note or a sign is there, whoever made it. */
    standing: string[];
    /** Of the verbs, those that say that the words before them were written. */
    writing: string[];
    spans: Record<'from' | 'to', string[]>;
    placing: string[];
    instead: string[];
    about: string[];
    /** Verbs whose object is whom a note is written to. */
    instructing: string[];
    besideQuoted: string[];
    above: string[];
    below: string[];
    /** Prepositions of a sign that is made on the words themselves. */
    upon: string[];
    /** Words before a bare number that counts what was counted before. */
    besideNumbers: string[];
    /** Nouns, beside those of notes, that are addressed to somebody. */
    addressed: string[];
    /** Words that join words written to a sign. */
    together: string[];
    /** Words before the name of a writer. */
    by: string[];
    textSays: string[];
    /** Nouns that make a bracket a report, though what it says of them is not understood. */
    unread: string[];
    dating: string[];
    anchorWords: Record<
      | 'joints'
      | 'ranges'
      | 'articles'
      | 'indefinite'
      | 'numbers'
      | 'of'
      | 'ordinalEndings'
      | 'inflections'
      | 'name',
      string[]
    >;
    beside: string[];
    targets: Record<'point' | 'paragraph' | 'sentence' | 'line' | 'words' | 'heading' | 'list', string[]>;
    ordinals: string[];
    /** Ordinals of other languages, by number. */
    ordinalForms: string[][];
    /** Words, besides the ordinal, for what comes first. */
    first: string[];
    last: string[];
    penultimate: string[];
    demonstratives: string[];
    all: string[];
    cardinals: string[];
    places: { place: string; words: string[] }[];
    /** Words that compose a place. */
    placeWords: Record<
      | 'prepositions'
      | 'articles'
      | 'top'
      | 'bottom'
      | 'adjectives'
      | 'hand'
      | 'left'
      | 'right'
      | 'margin'
      | 'foot'
      | 'end'
      | 'overleaf'
      | 'parts'
      | 'above'
      | 'below'
      | 'under'
      | 'signed'
      | 'of'
      | 'pages'
      | 'numbers',
      string[]
    >;
    /** Words for the date of a note. */
    dateNouns: string[];
    /** Words between a paragraph and the points that it is counted from, and words that say how points are marked. */
    relations: Record<'after' | 'before' | 'numbered', string[]>;
    /** How often a sign was made. */
    times: string[];
    /** Other prepositions before a quotation that some thing stands beside. */
    besideThing: string[];
    /** Words that tell how a sign looks. */
    signQualities: string[];
    /** Prepositions of what is written over a passage. */
    across: string[];
    /** Words for a hand: "in the hand of N". */
    handNouns: string[];
    /** Words by which a report names the copy that bears its notes. */
    copies: Record<'before' | 'nouns' | 'same' | 'kept', string[]>;
    /** Words after a name by which it is told what to do (N to prepare …). */
    bidding: string[];
    /** Words after those by which it is spoken of (N to be told). */
    biddingNot: string[];
    /** Signs that go from one passage to another. */
    pointing: string[];
  };
}

/** One vocabulary file of a project: any part of the words. */
export type VocabularyFile = DeepPartial<Vocabulary>;

/**
 * Lays a project's own words over others: lists grow, and what the project says comes first. Words may have capitals,
 * which do not count. Where the place in a list means something, months grow month by month, and the project's ordinals
 * and cardinals take the place of ours.
 */
export function extendVocabulary(base: Vocabulary, extra: VocabularyFile): Vocabulary {
  const { months } = extra.dates ?? {};
  const { ordinals, cardinals } = extra.reports ?? {};
  const laid = layOver(base, folded(extra));
  return {
    ...laid,
    dates: {
      ...laid.dates,
      months: base.dates.months.map((names, i) => [...(months?.[i] ?? []).map(fold), ...names]),
    },
    reports: {
      ...laid.reports,
      ordinals: ordinals?.map(fold) ?? base.reports.ordinals,
      cardinals: cardinals?.map(fold) ?? base.reports.cardinals,
    },
  };
}

/** Keys and names of kinds have no capitals, so folding all texts of a table but words of messages folds its words. */
function folded(value: unknown): unknown {
  if (typeof value === 'string') return fold(value);
  if (Array.isArray(value)) return value.map(folded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === 'shows' ? inner : folded(inner)]),
  );
}

/** Folds case, typographic apostrophes and white space, so that words of a source can be looked up. Changes lengths. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc]/gu, "'")
    .replace(/\s{2,}|[^\S ]/gu, ' ') // not the spaces between words, which are most
    .trim();
}

/** `fold`, without the punctuation that may end a label or a mark. */
export function foldLabel(text: string): string {
  return fold(text)
    .replace(/^[\s([•·*–—-]+/u, '')
    .replace(/[\s.:;,!)\]–—-]+$/u, '');
}

/** The set of a word list. */
export const wordSet = madeOnce((list: readonly string[]): ReadonlySet<string> => new Set(list));
