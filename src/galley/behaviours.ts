/**
 * What each TEI element becomes in the galley: the only place where TEI meets presentation. PDF and EPUB are made from
 * the galley, so they cannot disagree. An entry is plain data, and a project's own table (YAML) has the same shape.
 *
 * Of the entries that fit an element the most specific counts: a name weighs more than `*`, each condition adds to it;
 * of two that weigh the same the later one wins, so a project's entry wins over a built-in one. Names and values
 * are lists of words with spaces between them.
 */
import type { BlockStyle, SpanStyle } from './types.js';

/** In what an element stands: the transcription, the header, or the content of a note. */
export const surroundings = ['document', 'header', 'marginal', 'footnote'] as const;
export type Surroundings = (typeof surroundings)[number];

export type Rendering =
  /** Children in place, in the line or not. */
  | { readonly as: 'through' }
  /** As `through`, and never run together with its neighbours: a space stands on both sides. */
  | { readonly as: 'words' }
  /** A part of the document; `paragraphs` is the style of loose text and of `paragraph`s in it. */
  | { readonly as: 'container'; readonly paragraphs?: BlockStyle }
  | { readonly as: 'division' }
  | { readonly as: 'heading' }
  /** A paragraph in the style of its surroundings: running text, point, postscript … */
  | { readonly as: 'paragraph' }
  /** A paragraph in a style of its own. `quoted`: set between the language's quotation marks. */
  | { readonly as: 'block'; readonly style: BlockStyle; readonly span?: SpanStyle; readonly quoted?: boolean }
  /** `points`: items with hanging labels; `run-in`: items in the line; `lines`: a line each, in `style`. */
  | { readonly as: 'list'; readonly kind: 'points' | 'run-in' }
  | { readonly as: 'list'; readonly kind: 'lines'; readonly style: BlockStyle }
  | { readonly as: 'item' }
  | { readonly as: 'label' }
  | { readonly as: 'span'; readonly style: SpanStyle }
  /** Spans by the words of `@rend`, `@rendition` and `@style`: see `renditions`. */
  | { readonly as: 'emphasis' }
  /** A link where `@target` leads somewhere a reader can follow. */
  | { readonly as: 'link' }
  | { readonly as: 'note'; readonly series: 'marginal' | 'footnote' }
  /**
   * End of a line or column: a space, unless the word goes on (`@break="no"`, or a hyphen before it); where each line has
   * its sense, as in a signature, `lb` starts one.
   */
  | { readonly as: 'break' }
  /** Page of the source. */
  | { readonly as: 'page' }
  /** One of several readings: the first of the named children, else the first child; the others stay in the TEI. */
  | { readonly as: 'choice'; readonly prefer: readonly string[] }
  /** What is not there: its words, or a mark of omission. */
  | { readonly as: 'gap' }
  /** In the brackets that the words of the interface give, unless its text opens with a bracket. */
  | { readonly as: 'bracketed'; readonly marks: 'supplied' | 'unclear' }
  /** Not shown, on purpose; `why` is for the reader of the table. */
  | { readonly as: 'hidden'; readonly why: string };

export interface Conditions {
  /** Attributes by name: words of which the value has one, or `true`/`false` for there or not. */
  readonly where?: Readonly<Record<string, string | boolean>>;
  /** Names the parent element may have. */
  readonly parent?: string;
  /** Surroundings it may stand in. */
  readonly in?: string;
}

export type Behaviour = Conditions &
  Rendering & {
    /** Names of elements, or `*` for any. */
    readonly element: string;
    /** Shown as well as this version can, and reported as `tei-element-unsupported`. */
    readonly unsupported?: boolean;
    /** Punctuation in it: as the source has it, or numbers joined by a hyphen always taken for a range. */
    readonly punctuation?: 'as-source' | 'ranges';
  };

/** Descriptions made of parts, which TEI leaves to who shows them to keep apart. */
const descriptions = `
  person personGrp persona place org event object relation listRelation nym birth death residence location affiliation
  occupation education faith nationality state trait biblStruct monogr analytic series imprint biblFull fileDesc
  titleStmt publicationStmt respStmt editionStmt msIdentifier altIdentifier msName msDesc msContents msItem
  msItemStruct msPart msFrag physDesc objectDesc supportDesc layoutDesc handDesc scriptDesc musicNotation
  decoDesc additions bindingDesc sealDesc accMat history origin provenance acquisition additional adminInfo
  recordHist availability custodialHist surrogates locusGrp recording recordingStmt broadcast equipment`;

export const behaviours: readonly Behaviour[] = [
  /* Structure */
  { element: 'text front body back group', as: 'container' },
  { element: 'div div1 div2 div3 div4 div5 div6 div7', as: 'division' },
  { element: 'div', where: { type: 'distribution' }, as: 'container' },
  { element: 'div', where: { type: 'editorial' }, as: 'container' },
  { element: 'floatingText', as: 'container', unsupported: true },
  { element: 'floatingText', parent: 'item', as: 'container' },
  { element: 'head', as: 'heading' },
  { element: 'head', parent: 'list', as: 'paragraph' },
  {
    element: 'head',
    parent: 'lg figure table listBibl listPerson listPlace listOrg listEvent listObject castList postscript',
    as: 'block',
    style: 'paragraph-first',
  },
  { element: 'titlePage docTitle set prologue epilogue performance', as: 'container', unsupported: true },
  {
    element: 'titlePart docAuthor docDate docImprint docEdition imprimatur',
    as: 'block',
    style: 'paragraph-first',
    unsupported: true,
  },
  { element: 'docAuthor docDate docTitle titlePart', parent: 'p ab byline docImprint', as: 'words' },

  /* Opener and closer */
  { element: 'opener', as: 'container', paragraphs: 'line' },
  { element: 'closer', as: 'container', paragraphs: 'closer' },
  { element: 'seg', where: { type: 'secrecy' }, parent: 'opener', as: 'block', style: 'secrecy' },
  { element: 'seg', where: { type: 'handling' }, parent: 'opener', as: 'block', style: 'handling' },
  { element: 'seg', where: { type: 'distribution' }, parent: 'opener', as: 'block', style: 'distribution' },
  { element: 'seg', where: { type: 'field' }, parent: 'opener', as: 'block', style: 'line' },
  { element: 'seg', where: { type: 'line' }, parent: 'opener', as: 'block', style: 'line' },
  { element: 'seg', where: { type: 'line' }, parent: 'closer', as: 'block', style: 'closer' },
  { element: 'dateline', as: 'block', style: 'dateline' },
  { element: 'dateline', parent: 'closer', as: 'block', style: 'closer' },
  { element: 'salute', as: 'block', style: 'salute' },
  { element: 'salute', parent: 'closer', as: 'block', style: 'closer' },
  { element: 'address', as: 'container', paragraphs: 'addressee' },
  { element: 'addrLine street postCode postBox', as: 'block', style: 'addressee' },
  {
    element: 'address addrLine street postCode postBox',
    parent: 'p ab addrLine dateline note seg publisher',
    as: 'words',
  },
  { element: 'signed', as: 'block', style: 'signed' },
  { element: 'stamp', parent: 'closer', as: 'block', style: 'closer' },
  { element: 'postscript', as: 'container', paragraphs: 'postscript' },
  { element: 'byline argument epigraph', as: 'block', style: 'paragraph-first' },
  { element: 'trailer meeting', as: 'block', style: 'closer' },

  /* Paragraphs and lists */
  { element: 'p ab', as: 'paragraph' },
  { element: 'licence', as: 'paragraph' },
  { element: 'ab', where: { type: 'distribution' }, as: 'block', style: 'distribution' },
  { element: 'label', as: 'label' },
  { element: 'list', as: 'list', kind: 'points' },
  { element: 'list', where: { rend: 'inline run-in run-on' }, as: 'list', kind: 'run-in' },
  { element: 'list', where: { type: 'inline run-in' }, as: 'list', kind: 'run-in' },
  { element: 'list', where: { type: 'distribution' }, as: 'list', kind: 'lines', style: 'distribution' },
  { element: 'list', in: 'marginal footnote header', as: 'list', kind: 'run-in' },
  { element: 'item', as: 'item' },
  { element: 'headLabel headItem', as: 'block', style: 'paragraph-first' },
  { element: 'sp', as: 'container' },
  { element: 'speaker', as: 'block', style: 'paragraph-first', span: 'small-caps' },
  { element: 'stage', as: 'block', style: 'paragraph-first', span: 'italic' },
  { element: 'stage', parent: 'p ab l speaker', as: 'span', style: 'italic' },

  /* What this version sets as plain paragraphs */
  {
    element: `table figure lg castList castGroup spGrp listBibl listPerson listPlace listOrg listEvent listObject
      listNym listWit listApp listChange`,
    as: 'container',
    unsupported: true,
  },
  {
    element: 'row l castItem figDesc person personGrp place org event object nym witness change',
    as: 'block',
    style: 'paragraph-first',
    unsupported: true,
  },
  { element: 'u writing', as: 'block', style: 'paragraph-first', unsupported: true },
  { element: 'annotationBlock incident kinesic vocal', as: 'words', unsupported: true },
  {
    element: 'entry entryFree superEntry dictScrap hom eTree tree graph forest listForest listRef',
    as: 'block',
    style: 'paragraph-first',
    unsupported: true,
  },
  {
    element: `sense form orth pron hyph syll stress gramGrp gram gen number case per tns mood iType pos subc colloc
      def usg lbl etym xr re oRef pRef eLeaf leaf node root iNode triangle arc`,
    as: 'words',
    unsupported: true,
  },
  {
    element: 'bibl biblStruct biblFull msDesc',
    parent: 'listBibl div body back front',
    as: 'block',
    style: 'paragraph-first',
  },
  { element: 'cell', as: 'words' },
  { element: '*', parent: descriptions, as: 'words' },
  // What a page says of rights is prose in paragraphs.
  { element: 'p ab licence', parent: 'availability', as: 'paragraph' },
  {
    element: `location affiliation birth death education faith nationality occupation residence state trait persona
      relation`,
    as: 'words',
  },
  { element: 'l', parent: 'p q ab quote note', as: 'words', unsupported: true },
  { element: 'formula notatedMusic media', as: 'through', unsupported: true },
  { element: 'egXML eg', as: 'words', unsupported: true, punctuation: 'as-source' },

  /* Notes */
  { element: 'note', as: 'note', series: 'footnote' },
  {
    element: 'note',
    where: { place: 'margin left right top mTop mBottom mLeft mRight overleaf across opposite' },
    as: 'note',
    series: 'marginal',
  },
  {
    element: 'note',
    where: { rend: 'marginLeft marginRight marginTop marginBottom' },
    as: 'note',
    series: 'marginal',
  },
  { element: 'note', where: { type: 'gloss' }, as: 'through' },
  { element: 'note', where: { place: 'inline' }, as: 'through' },
  { element: 'note', where: { type: 'footnote' }, as: 'note', series: 'footnote' },
  { element: 'note', where: { type: 'marginal' }, as: 'note', series: 'marginal' },
  { element: 'note', where: { type: 'marginal', place: 'inline', target: false }, as: 'through' },
  // A note transcribed in the line, of which the source does not say where it was written.
  { element: 'note', where: { type: 'marginal', place: false, rend: false, target: false }, as: 'through' },
  { element: 'note', where: { type: 'gloss', place: 'inline' }, as: 'through' },
  {
    element: 'note',
    where: { type: 'editorial' },
    parent: 'div body back front',
    as: 'block',
    style: 'report',
  },
  {
    element: 'note',
    where: { type: 'editorial', subtype: 'marginalia-report' },
    as: 'block',
    style: 'report',
  },
  { element: 'note', in: 'header', as: 'words' },
  { element: 'note', parent: 'bibl', as: 'words' },
  { element: 'noteGrp', as: 'through' },
  { element: 'witDetail', as: 'note', series: 'footnote' },
  { element: 'quote q said', in: 'marginal', as: 'block', style: 'marginal-words', quoted: true },
  { element: 'desc', in: 'marginal', as: 'block', style: 'marginal-sign' },
  { element: 'desc', parent: 'gap space figure', as: 'through' },
  {
    element: 'seg',
    where: { type: 'addressee' },
    in: 'marginal',
    as: 'hidden',
    why: 'said in the first line of the note',
  },

  // A name in the words of the note is one of them.
  { element: 'seg', where: { type: 'addressee' }, parent: 'quote q said', in: 'marginal', as: 'through' },

  /* Looks of the source */
  { element: 'hi', as: 'emphasis' },
  { element: 'emph', as: 'span', style: 'italic' },
  { element: 'emph', where: { rend: true }, as: 'emphasis' },
  { element: 'del surplus', as: 'span', style: 'struck' },
  { element: 'supplied', as: 'bracketed', marks: 'supplied' },
  { element: 'unclear', as: 'bracketed', marks: 'unclear' },
  { element: 'gap ellipsis', as: 'gap' },
  // An address that the page hid, as it says so.
  { element: 'gap', where: { reason: 'hidden-by-page' }, as: 'through', punctuation: 'as-source' },
  { element: 'choice', as: 'choice', prefer: ['sic', 'orig', 'abbr', 'am', 'seg', 'unclear'] },
  { element: 'app', as: 'choice', prefer: ['lem', 'rdg', 'rdgGrp'] },

  /* Breaks */
  { element: 'lb cb gb', as: 'break' },
  { element: 'pb', as: 'page' },
  { element: 'fw', as: 'words' },
  {
    element: 'fw',
    where: { type: 'sig catch header footer' },
    as: 'hidden',
    why: 'running matter of the page of the source',
  },

  /* Links and numbers */
  { element: 'ref ptr', as: 'link' },
  { element: 'idno ident code classCode val gi att tag', as: 'through', punctuation: 'as-source' },
  { element: 'email', as: 'span', style: 'code', punctuation: 'as-source' },
  { element: 'idno', parent: 'altIdentifier msIdentifier', as: 'span', style: 'quantity-lining' },
  { element: 'seg', where: { type: 'dispatch' }, as: 'through', punctuation: 'as-source' },
  { element: 'seg', where: { type: 'receipt' }, as: 'through', punctuation: 'as-source' },
  { element: 'locus citedRange biblScope', as: 'through', punctuation: 'ranges' },

  /* In the line, without a look of their own */
  {
    element: `
      abbr activity actor add addName age am analytic author authority bibl biblFull biblStruct bloc c calendar camera
      caption catchwords certainty cit cl climate collection colophon corr country damage date depth desc dim dimensions
      distinct distributor district edition editor eventName ex expan explicit extent finalRubric floruit foreign
      forename funder g gender genName geo geogFeat geogName gloss handNote height heraldry imprint incipit institution
      interpGrp lang layout lem locusGrp m material measure measureGrp mentioned metamark mod monogr move msDesc
      msIdentifier name nameLink num objectName objectType offset orgName orig origDate origPlace pc persName
      persPronouns phr placeName population principal pubPlace publisher q quote rb rdg rdgGrp redo reg region
      relatedItem repository resp respStmt restore retrace rhyme role roleDesc roleName rs rt rubric ruby s said seal
      secFol secl seg setting settlement sex sic signatures soCalled sound sponsor stamp subst summary support surname
      tech term terrain textLang time title undo unit view w watermark width wit`,
    as: 'through',
  },

  /* Nothing to show */
  {
    element: `
      addSpan alt altGrp anchor binaryObject caesura damageSpan delSpan divGen graphic handShift index interp join
      joinGrp lacunaEnd lacunaStart link linkGrp listAnnotation listTranspose milestone pause precision respons shift
      space span spanGrp substJoin timeline transpose when witEnd witStart`,
    as: 'hidden',
    why: 'a mark, a pointer or an index entry',
  },
  {
    element: 'fs fsdDecl fLib fvLib f xenoData standOff facsimile sourceDoc',
    as: 'hidden',
    why: 'analysis or image, no transcription',
  },
];

/** What the words of `@rend`, `@rendition` and `@style` look like; `plain` is known and has no look here. */
export const renditions: Readonly<Record<string, SpanStyle | 'plain'>> = {
  italic: 'italic',
  italics: 'italic',
  italicised: 'italic',
  it: 'italic',
  i: 'italic',
  '#i': 'italic',
  slanted: 'italic',
  bold: 'bold',
  b: 'bold',
  '#b': 'bold',
  underline: 'underline',
  underlined: 'underline',
  u: 'underline',
  '#u': 'underline',
  '#uu': 'underline',
  doubleunderline: 'underline',
  spaced: 'spaced',
  letterspaced: 'spaced',
  gesperrt: 'spaced',
  g: 'spaced',
  '#g': 'spaced',
  superscript: 'superscript',
  sup: 'superscript',
  super: 'superscript',
  '#sup': 'superscript',
  subscript: 'subscript',
  sub: 'subscript',
  '#sub': 'subscript',
  'small-caps': 'small-caps',
  smallcaps: 'small-caps',
  smallcap: 'small-caps',
  sc: 'small-caps',
  k: 'small-caps',
  '#k': 'small-caps',
  strikethrough: 'struck',
  strike: 'struck',
  '#s': 'struck',
  antiqua: 'plain',
  latin: 'plain',
  '#aq': 'plain',
  '#et': 'plain',
  '#c': 'plain',
  center: 'plain',
  centre: 'plain',
  '#right': 'plain',
  right: 'plain',
  left: 'plain',
};

/** Words of `@place` and `@rend` for places on the page, other than the ones that `note.places` of the words has. */
export const placeNames: Readonly<Record<string, string>> = {
  mTop: 'top',
  mBottom: 'bottom',
  mLeft: 'left',
  mRight: 'right',
  marginTop: 'top',
  marginBottom: 'bottom',
  marginLeft: 'left',
  marginRight: 'right',
  center: 'centre',
  superlinear: 'above',
  supralinear: 'above',
  sublinear: 'below',
  infralinear: 'below',
  head: 'top',
};
