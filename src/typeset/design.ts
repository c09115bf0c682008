/**
 * A page design: every measure and look of the printed page, as data (`templates/designs/<name>.yaml`, described in
 * docs/designs.md, checked by templates/schema/design.schema.json). Units are named at every field: mm for the page,
 * pt for letters, lines for vertical space (one line is the leading of the page's grid), em of the letters' own size
 * for what grows with them.
 */
import type { BlockStyle, SpanStyle } from '../galley/types.js';
import type { FaceName } from './measure.js';

/** A number, or two whole numbers with a slash: `5/6`. */
export type Fraction = number | string;

export interface Design {
  readonly name: string;
  /**
   * Quotation marks, apostrophes and hyphens between numbers as the language prints them (`typographic`, if nothing is
   * said), or as the source has them.
   */
  readonly punctuation?: 'typographic' | 'as-source';
  readonly page: PageShape;
  /** Font files by the name that looks use. `roman` is the face of what names none. */
  readonly faces: Readonly<Record<FaceName, { readonly package: string; readonly file: string }>>;
  /** The look that every block starts from. */
  readonly text: BlockLook;
  /** What each style changes in `text`. */
  readonly blocks: Readonly<Record<BlockStyle, Partial<BlockLook>>>;
  readonly spans: Readonly<Record<SpanStyle, SpanLook>>;
  readonly lists: ListLook;
  readonly marginal: MarginalLook;
  readonly footnotes: FootnoteLook;
  readonly running: RunningLook;
  readonly ornament: RuleLook & { /** lines */ readonly before: number; /** lines */ readonly after: number };
  /** Where a section starts; a role that is not named starts where the last one ended. */
  readonly sections: Readonly<Record<string, SectionStart>>;
  readonly sourcePageBreak: SpanLook & { readonly before: string; readonly after: string };
  readonly justification: Justification;
  readonly hyphenation: Hyphenation;
  readonly protrusion: Protrusion;
  readonly protection: Protection;
  readonly pagination: Pagination;
  /** Faces for characters that a look's own face lacks, tried in order; they need not be installed. */
  readonly fallbacks: Readonly<Record<FaceName, FallbackFace>>;
}

export interface FallbackFace {
  readonly package: string;
  readonly file: string;
  /** Unicode scripts that it is for, by their long names: `Hangul`. */
  readonly scripts?: readonly string[];
  /** Binary properties of Unicode whose characters it is for: `Emoji_Presentation`. */
  readonly properties?: readonly string[];
  /** Code points that it is for, as in the `unicode-range` of CSS: `U+2190-21FF`. */
  readonly ranges?: readonly string[];
}

/** `kept`: on the page of what stands before it. */
export type SectionStart = 'flow' | 'kept' | 'page' | 'recto';

export interface PageShape {
  /** mm */
  readonly width: number;
  /** mm */
  readonly height: number;
  /** Margin at the spine, mm. */
  readonly inner: number;
  /** Width of the text column, mm. */
  readonly measure: number;
  /** First baseline of the text from the top edge, mm. */
  readonly top: number;
  /** Lines of the grid on a full page. */
  readonly lines: number;
  /** Distance of the grid's baselines, pt. */
  readonly leading: number;
  /** Lines left free above the first line of a document. */
  readonly sink: number;
}

export type Alignment = 'justified' | 'ragged' | 'end' | 'centred';

/** The look of a paragraph. */
export interface BlockLook {
  readonly face: FaceName;
  /** pt */
  readonly size: number;
  /** Leading in lines of the grid: `5/6` sets six lines on five. Whole numbers stand on the grid. */
  readonly leading: Fraction;
  /** OpenType features; `-liga` turns one off. */
  readonly features: readonly string[];
  readonly alignment: Alignment;
  /** Lines of a ragged block made as even as they can be. */
  readonly balanced: boolean;
  /** Size and leading of a block that would else have more lines than that. */
  readonly smaller?: { readonly lines: number; /** pt */ readonly size: number; readonly leading: Fraction };
  /** Indent of the first line, em. */
  readonly indent: number;
  /** Indent of every line, em. */
  readonly left: number;
  /** The same for a block with a label, which hangs in it, em. */
  readonly hang: number;
  /** Indent of every line at the right, em. */
  readonly right: number;
  /** Space before, lines; the larger of it and the last block's `after` counts. Dropped at the top of a page. */
  readonly before: number;
  /** Space after, lines. */
  readonly after: number;
  /** Blocks of one group (the head of a letter, say) belong together … */
  readonly group: string;
  /** … and have this much space, lines, between them and blocks of another group. */
  readonly leave: number;
  /** Space after every letter, em. */
  readonly letterSpace: number;
  /** 0 black … 1 white. */
  readonly gray: number;
  /** Stays on the page of the line that follows. */
  readonly keepWithNext: boolean;
  /** Stays on the page of the line before. */
  readonly keepWithPrevious: boolean;
  /** All its lines stand on one page. */
  readonly unbroken: boolean;
  readonly hyphenate: boolean;
  /** Set at the end of the line before it, if there is room: a secrecy mark beside the heading. */
  readonly sharesLine: boolean;
  /** What the label of the block changes in its look. */
  readonly label: SpanLook;
}

/** What a span changes in the look around it. */
export interface SpanLook {
  /** Face around it → face of the span. */
  readonly face?: Readonly<Record<FaceName, FaceName>>;
  /** Features to add. */
  readonly features?: readonly string[];
  /** Features to take away. */
  readonly without?: readonly string[];
  /** Part of the size around it. */
  readonly size?: number;
  /** Raised by, em of the size around it; negative lowers. */
  readonly rise?: number;
  /** em */
  readonly letterSpace?: number;
  /** `false`: its words are never divided, and no line ends at their spaces. */
  readonly hyphenate?: boolean;
  /** A line under the words, or through them: below the baseline, em, negative above it; its thickness, pt. */
  readonly underline?: { readonly depth: number; readonly thickness: number };
}

export interface RuleLook {
  /** mm; 0 draws none */
  readonly length: number;
  /** pt */
  readonly thickness: number;
  readonly gray: number;
}

export interface ListLook {
  /** Indent of an item's text, em; labels hang in it. */
  readonly indent: number;
  /** Least distance from label to text, em. */
  readonly gap: number;
  /** Lines before the first and after the last item. */
  readonly space: number;
  /** Lines between items. */
  readonly between: number;
}

export interface MarginalLook {
  /** From the text column, mm. */
  readonly gap: number;
  /** mm */
  readonly width: number;
  /** Least distance of two notes, lines. */
  readonly distance: number;
  /** How far a note may run below the last line of a full page, lines. */
  readonly depth: number;
  /** Stroke beside the line that a note is anchored at, between the text and the note. */
  readonly sign: {
    /** From the text column, mm. */
    readonly offset: number;
    /** Above the baseline, em of the text; with `depth` 0 and `rise` 0 none is drawn. */
    readonly rise: number;
    /** Below the baseline, em. */
    readonly depth: number;
    /** pt */
    readonly thickness: number;
    readonly gray: number;
    /** Joins the stroke of a note that had to move down, or overleaf, to the line that it belongs to. */
    readonly connector?: ConnectorLook;
  };
  /** Tick under the letters where a note is anchored inside a line. */
  readonly caret: {
    /** pt; 0 draws none */ readonly height: number;
    /** pt */ readonly thickness: number;
    readonly gray: number;
  };
  /** Marks where a note breaks off and where it goes on; not read aloud. */
  readonly continued: { readonly off: string; readonly on: string };
}

/** A line that leaves the text at `from`, goes down between `from` and `to`, and ends at the stroke of its note. */
export interface ConnectorLook {
  /** From the text column, mm. */
  readonly from: number;
  /** The furthest from the text that it goes down, mm: less than the stroke's offset. */
  readonly to: number;
  /** pt; 0 draws none */
  readonly thickness: number;
  readonly gray: number;
}

export interface FootnoteLook {
  readonly call: SpanLook;
  readonly rule: RuleLook;
  /** From the last line of text to the first of the notes, lines, besides their leading. */
  readonly gap: number;
}

export interface RunningLook {
  readonly look: BlockLookOfLine;
  /** Baseline of the running head from the top edge, mm. */
  readonly head: number;
  /** Baseline of the folio at the foot of a document's first page, from the top edge, mm. */
  readonly foot: number;
}

/** Look of one line outside the text. */
export interface BlockLookOfLine {
  readonly face: FaceName;
  /** pt */
  readonly size: number;
  readonly features: readonly string[];
  /** em */
  readonly letterSpace: number;
  readonly gray: number;
}

/** How far word spaces give, as parts of the space; and costs of line breaks (Knuth and Plass 1981). */
export interface Justification {
  readonly stretch: number;
  readonly shrink: number;
  /** Widest space, em, of a line that cannot be filled; beyond it the line stays short. */
  readonly widest: number;
  /** Adjustment ratio that lines are first tried with, without hyphens. */
  readonly first: number;
  /** The same, with hyphens. */
  readonly second: number;
  /** Stretch that each line may borrow in the third attempt, part of the measure. */
  readonly emergency: number;
  /** Ratio above which a line is reported as `line-underfull`. */
  readonly report: number;
  /** Length of a paragraph's last line below which it costs, and below three quarters of which lines are set looser, em. */
  readonly lastLine: number;
}

export interface Hyphenation {
  /** Letters of the shortest word that is divided. */
  readonly word: number;
  /** Least letters before the hyphen. */
  readonly before: number;
  /** Least letters after it. */
  readonly after: number;
  /** Most hyphens at consecutive line ends. */
  readonly consecutive: number;
  /** Cost of one; a line of mean tightness costs about 20. */
  readonly cost: number;
  /** Languages (primary subtags) whose capitalised words are divided: elsewhere they are taken for names. */
  readonly capitals: readonly string[];
}

/** How far characters may hang out of the column, as parts of their own advance. */
export interface Protrusion {
  readonly left: Readonly<Record<string, number>>;
  readonly right: Readonly<Record<string, number>>;
}

/** Words that stay on one line with their neighbour. Compared as they stand, brackets and quotation marks aside. */
export interface Protection {
  /** Before a number: No., p., Fond. */
  readonly beforeNumber: readonly string[];
  /** After a number: km, hours, February. */
  readonly afterNumber: readonly string[];
  /** Before a capitalised name: Mr., Comrade. */
  readonly beforeName: readonly string[];
  /** Languages (primary subtags) where a word of one letter does not end a line. */
  readonly shortWords: readonly string[];
}

/** Costs of page breaks; a page that is one line short costs `short`. */
export interface Pagination {
  /** Lines kept together at the foot and at the head of a page. */
  readonly together: number;
  readonly short: number;
  /** Facing pages that differ by a line. */
  readonly facing: number;
  /** A line of a paragraph left alone. */
  readonly alone: number;
  /** A block torn from what it must be kept with. */
  readonly torn: number;
  /** A word divided over the page turn. */
  readonly hyphen: number;
  /** A marginal note that goes on overleaf. */
  readonly noteSplit: number;
  /** A marginal note that starts overleaf. */
  readonly noteMoved: number;
  /** A footnote that goes on overleaf. */
  readonly footnoteSplit: number;
  /** A footnote that starts overleaf. */
  readonly footnoteMoved: number;
  /** Lines that the last page should have at least, and the cost of each that is missing. */
  readonly last: { readonly lines: number; readonly cost: number };
  /** Lines by which a page may be longer to end well, and the cost of one. */
  readonly longer: { readonly lines: number; readonly cost: number };
}

/** Points in a millimetre. */
export const mm = 72 / 25.4;

/** Value of a fraction. Throws on anything else: designs are checked before they come here. */
export function fraction(value: Fraction): number {
  if (typeof value === 'number') return value;
  const match = /^(\d+)\/(\d+)$/.exec(value);
  const [over, under] = [Number(match?.[1]), Number(match?.[2])];
  if (!Number.isFinite(over / under)) throw new TypeError(`Not a fraction: ${value}`);
  return over / under;
}
