/**
 * The places that an editor addresses by quoted words: blocks, anchors, calls of footnotes. A quotation that does not occur, or that is not
 * unique, is an error at its place in the sidecar.
 */
import type { VFile } from 'vfile';
import type { Annotation, Block, EditionNode, Summary } from '../edition/types.js';
import type { AnchorWord, BlockWord, MarginaliaWord, Sidecar } from '../config/sidecar.js';
import { report } from '../diagnostics/report.js';
import { readDash, readLabel } from './body/labels.js';
import type { AnchorExpression } from './marginalia/anchor-expression.js';
import type { Passage, PassageIndex } from './marginalia/passage-index.js';
import type { Statement } from './marginalia/statements.js';
import { findQuotation, findQuotedLoosely, findRecased, type Found, type Searched } from './quotation.js';
import { placesIn, tellUnfound, type SoughtIn } from './unfound.js';
import type { Locator, PhraseMark } from './weave.js';

type Path = readonly (string | number)[];

/** A piece of the text that a report quotes: a passage, or (`whole`) the paragraph that its words stand in. */
export interface QuotedPiece extends Found {
  id?: string;
  whole?: true;
}

export class EditorsQuotations {
  private readonly found: { start: number; end: number; is: BlockWord['is'] }[] = [];
  /** Marks that must come out in the tree, with the place of the word that asked for them. */
  private readonly asked = new Map<string, { path: Path; place: Found }>();
  private readonly passageIds = new Map<string, string>();
  /** Passages that the editor chose as anchors. */
  private readonly chosen = new Map<AnchorWord, { id: string; start: number }>();
  /** Ids of passages and calls that stand in the tree. */
  private readonly placed = new Set<string>();

  private readonly source: string;

  constructor(
    private readonly file: VFile,
    private readonly sidecar: Sidecar | undefined,
    private readonly at: Locator,
  ) {
    const source = String(file);
    this.source = source;
    sidecar?.value.blocks?.forEach((word, i) => {
      const place = this.locate(
        word.quote,
        word.occurrence,
        { start: 0, end: source.length },
        ['blocks', i, 'quote'],
        'source',
      );
      if (place) this.found.push({ ...place, is: word.is });
    });
  }

  /** What the editor says of blocks, with the place of the quoted words in the source. */
  blocks(): readonly { start: number; end: number; is: BlockWord['is'] }[] {
    return this.found;
  }

  /** Whose word decided what a block is; undefined if nobody's did. */
  blockResp(start: number, end: number): string | undefined {
    return this.found.some((block) => block.start >= start && block.start < end) ? this.resp : undefined;
  }

  /** Whose word it is. */
  get resp(): string {
    return this.sidecar?.resp ?? 'editor';
  }

  private locate(
    quote: string,
    occurrence: number | undefined,
    range: Searched | readonly Searched[],
    path: Path,
    where: SoughtIn,
  ): Found | undefined {
    const ranges = [range].flat();
    const exact = ranges.flatMap((one) => findQuotation(this.source, quote, one));
    const places = exact.length > 0 ? exact : ranges.flatMap((one) => findRecased(this.source, quote, one));
    const found =
      occurrence === undefined ? (places.length === 1 ? places[0] : undefined) : places[occurrence - 1];
    if (!found && this.sidecar)
      tellUnfound({ quote, occurrence, places, where, path }, this.sidecar, this.file, this.at);
    return found;
  }

  /** Marks for quoted words that notes are anchored to: those of the reports, and those of the editor. */
  passages(
    statements: readonly Statement[],
    range: Searched,
  ): {
    marks: PhraseMark[];
    piecesOf: (expression: AnchorExpression) => readonly QuotedPiece[];
    /** True for quoted words that stand in the text more than once. */
    isRepeated: (expression: AnchorExpression) => boolean;
  } {
    const marks: PhraseMark[] = [];
    const byExpression = new Map<AnchorExpression, QuotedPiece[]>();
    const repeated = new Set<AnchorExpression>();
    const mark = (place: Found): string => {
      const key = `${String(place.start)}-${String(place.end)}`;
      const known = this.passageIds.get(key);
      if (known !== undefined) return known;
      const id = `passage-${String(this.passageIds.size + 1)}`;
      this.passageIds.set(key, id);
      marks.push({ ...place, make: (children, position) => ({ type: 'passage', id, children, position }) });
      return id;
    };
    for (const { anchors } of statements) {
      for (const expression of anchors) {
        if (expression.kind !== 'words') continue;
        if (expression.until !== undefined) {
          const stretch = stretchOf(this.source, expression.words, expression.until, range);
          const pieces = stretch ? piecesOf(this.source, stretch) : [];
          if (!stretch && findQuotedLoosely(this.source, expression.words, range, 2).length > 1)
            repeated.add(expression);
          byExpression.set(
            expression,
            pieces.map((piece) => (piece.whole ? piece : { ...piece, id: mark(piece) })),
          );
          continue;
        }
        const [place, ...more] = findQuotedLoosely(this.source, expression.words, range, 2);
        if (more.length > 0) repeated.add(expression);
        // A paragraph that is quoted from is meant as a whole: its words need no mark.
        if (expression.whole && place) {
          if (more.length === 0) byExpression.set(expression, [{ ...place, whole: true }]);
          continue;
        }
        // What was replaced is gone from the text where its new words stand in it.
        const [now, ...others] =
          !place && expression.or !== undefined
            ? findQuotedLoosely(this.source, expression.or, range, 2)
            : [];
        if (now && others.length === 0) byExpression.set(expression, [{ ...now, id: mark(now) }]);
        if (place && more.length === 0) byExpression.set(expression, [{ ...place, id: mark(place) }]);
      }
    }
    this.sidecar?.value.marginalia?.forEach((word, i) => {
      for (const { anchor, path } of anchorsOf(word, ['marginalia', i])) {
        if (anchor.kind !== 'quote') continue;
        const at = [...path, 'quote'];
        const place = this.locate(anchor.quote, anchor.occurrence, range, at, 'text');
        if (!place) continue;
        const id = mark(place);
        this.asked.set(id, { path: at, place });
        this.chosen.set(anchor, { id, start: place.start });
      }
    });
    return {
      marks,
      isRepeated: (expression) => repeated.has(expression),
      piecesOf: (expression) => {
        const pieces = byExpression.get(expression) ?? [];
        return pieces.every(({ id }) => id === undefined || this.placed.has(id)) ? pieces : [];
      },
    };
  }

  /**
   * Marks for the calls of the editor's footnotes.
   * @param text range of the text of the document; words that do not stand in it are looked for in `others`
   */
  calls(text: Searched, others: readonly Found[]): { marks: PhraseMark[]; annotations: Annotation[] } {
    const marks: PhraseMark[] = [];
    const annotations: Annotation[] = [];
    const placed: { at: number; annotation: Annotation }[] = [];
    this.sidecar?.value.notes?.forEach((word, i) => {
      const path = ['notes', i, 'after'];
      const ranges =
        findQuotation(this.source, word.after, text, { limit: 1 }).length > 0 ? [text] : [text, ...others];
      const place = this.locate(word.after, word.occurrence, ranges, path, 'passages');
      if (!place) return;
      const annotation: Annotation = {
        type: 'annotation',
        id: '',
        anchor: '',
        text: word.text,
        resp: word.resp ?? this.resp,
      };
      const position = this.sidecar?.placeOf(['notes', i]);
      if (position) annotation.data = { sidecar: position };
      placed.push({ at: place.end, annotation });
      this.asked.set(`call:${String(i)}`, { path, place });
      annotation.anchor = `call:${String(i)}`;
    });
    placed.sort((a, b) => a.at - b.at);
    placed.forEach(({ at, annotation }, i) => {
      const asked = this.asked.get(annotation.anchor);
      this.asked.delete(annotation.anchor);
      annotation.id = `annotation-${String(i + 1)}`;
      annotation.anchor = `annotation-${String(i + 1)}-call`;
      if (asked) this.asked.set(annotation.anchor, asked);
      annotations.push(annotation);
      const id = annotation.anchor;
      marks.push({ start: at, end: at, make: (_, position) => ({ type: 'anchor', id, position }) });
    });
    return { marks, annotations };
  }

  /** The ids that the anchors of a note in the sidecar mean, in the order of the text. */
  anchor(
    word: MarginaliaWord,
    path: Path,
    index: PassageIndex,
    range: Searched,
  ): { ids: string[]; place?: string } | undefined {
    const found = anchorsOf(word, path).flatMap(({ anchor, path: at }) =>
      this.passagesOf(anchor, at, index, range),
    );
    const ids = [...new Set(found.sort((a, b) => a.start - b.start).map(({ id }) => id))];
    const [place] = anchorsOf(word, path).flatMap(({ anchor }) =>
      anchor.kind === 'document' && anchor.document !== undefined ? [anchor.document] : [],
    );
    return ids.length > 0 ? { ids, ...(place !== undefined && { place }) } : undefined;
  }

  /** What one anchor means, each with its place in the source; none after a report. */
  private passagesOf(
    anchor: AnchorWord,
    path: Path,
    index: PassageIndex,
    range: Searched,
  ): { id: string; start: number }[] {
    const { sidecar } = this;
    if (!sidecar) return [];
    const placed = ({ id, position }: Passage): { id: string; start: number } => ({
      id,
      start: position?.start.offset ?? 0,
    });
    switch (anchor.kind) {
      case 'document':
        return [{ id: index.document, start: -1 }];
      case 'quote': {
        const chosen = this.chosen.get(anchor);
        return chosen && this.placed.has(chosen.id) ? [chosen] : [];
      }
      case 'points':
        return anchor.points.flatMap((n) => {
          const points = index.points.filter((point) => point.n === n);
          const [point] = points;
          if (point && points.length === 1) return [placed(point)];
          report(sidecar.file, point ? 'quotation-ambiguous' : 'quotation-not-found', {
            place: sidecar.placeOf([...path, 'points']) ?? sidecar.placeOf(path),
            actual: `point ${n}`,
            expected: point
              ? 'a number that one point bears'
              : `one of ${index.points.map((known) => known.n ?? '').join(', ') || 'no point: the document has none'}`,
            hint: point
              ? 'Quote words of the point that is meant (`paragraph` or `quote`).'
              : 'Give the number as it is printed, or quote words of the passage (`paragraph` or `quote`).',
          });
          return [];
        });
      case 'paragraph': {
        const at = [...path, 'paragraph'];
        const place = this.locate(anchor.paragraph, anchor.occurrence, range, at, 'text');
        if (!place) return [];
        const passage = [...index.paragraphs, ...index.footnotes].find(
          ({ position }) =>
            (position?.start.offset ?? 0) <= place.start && place.start < (position?.end.offset ?? 0),
        );
        if (passage) return [placed(passage)];
        report(sidecar.file, 'quotation-not-found', {
          place: sidecar.placeOf(at),
          actual: `“${anchor.paragraph}”`,
          expected: 'words of a paragraph of the text',
          related: placesIn([place], this.file, this.at, () => 'where the words stand'),
        });
        return [];
      }
    }
  }

  /** Puts the calls that stand in an abstract of the page into it. */
  callFrom(
    summary: Summary | undefined,
    calls: readonly PhraseMark[],
    annotations: readonly Annotation[],
  ): void {
    for (const paragraph of summary?.children ?? []) {
      const start = paragraph.position.start.offset ?? 0;
      const end = paragraph.position.end.offset ?? 0;
      // Words that were changed have no places in the source.
      if (this.source.slice(start, end) !== paragraph.text) continue;
      const anchors = calls.flatMap((call, i) => {
        const id = annotations[i]?.anchor;
        return id !== undefined && start < call.start && call.start <= end
          ? [{ id, offset: call.start - start }]
          : [];
      });
      if (anchors.length > 0) paragraph.anchors = anchors;
      for (const { id } of anchors) this.placed.add(id);
    }
  }

  /**
   * Takes note of the marks that came out in the tree. One that crosses a bracket or the end of a block did not: where the editor asked for it, that is
   * reported; a report of notes that quotes such words has an anchor that is not resolved.
   */
  checkPlaced(blocks: readonly Block[]): void {
    const walk = (node: EditionNode): void => {
      if (node.type === 'anchor' || node.type === 'passage') this.placed.add(node.id);
      if ('children' in node) for (const child of node.children) walk(child);
    };
    for (const block of blocks) walk(block);
    for (const [id, { path, place }] of this.asked) {
      if (this.placed.has(id) || !this.sidecar) continue;
      report(this.sidecar.file, 'quotation-crosses', {
        place: this.sidecar.placeOf(path),
        actual: 'quoted words that cross a bracket or the end of a paragraph',
        expected: 'words inside one',
        related: placesIn([place], this.file, this.at, () => 'where the words stand'),
      });
    }
  }

  /** Id of a passage that is put round words of the text after they were read, and whether it stands there. */
  passage(place: Found): { id: string; placed: boolean } {
    const key = `${String(place.start)}-${String(place.end)}`;
    const id = this.passageIds.get(key) ?? `passage-${String(this.passageIds.size + 1)}`;
    this.passageIds.set(key, id);
    return { id, placed: this.placed.has(id) };
  }

  /** Takes note of a passage that was put. */
  isPlaced(id: string): void {
    this.placed.add(id);
  }
}

/** The anchors that the editor gives a note, each with its path in the sidecar. */
function anchorsOf(word: MarginaliaWord, path: Path): { anchor: AnchorWord; path: Path }[] {
  if (word.anchor) return [{ anchor: word.anchor, path: [...path, 'anchor'] }];
  return (word.anchors ?? []).map((anchor, i) => ({ anchor, path: [...path, 'anchors', i] }));
}

/** "from “a” to “b”": from where the first words stand to the end of the second after them; both stand there once. */
function stretchOf(source: string, from: string, until: string, range: Searched): Found | undefined {
  const [first, ...more] = findQuotedLoosely(source, from, range, 2);
  if (!first || more.length > 0) return undefined;
  const [last] = findQuotedLoosely(source, until, { ...range, start: first.end }, 1);
  return last && { start: first.start, end: last.end };
}

/** Most lines that a stretch goes over. */
const longestStretch = 60;

/** The lines of a stretch: whole ones stand for their paragraphs, of the others the part that is in it. */
function piecesOf(source: string, { start, end }: Found): QuotedPiece[] {
  const pieces: QuotedPiece[] = [];
  for (let from = start; from < end && pieces.length <= longestStretch;) {
    const feed = source.indexOf('\n', from);
    const lineEnd = feed < 0 ? source.length : feed;
    const words = source.slice(from, Math.min(lineEnd, end));
    const trimmed = words.trim();
    if (trimmed !== '') {
      const at = from + words.indexOf(trimmed);
      const piece = { start: at, end: at + trimmed.length };
      const opens = source.slice(source.lastIndexOf('\n', at - 1) + 1, at).trim() === '';
      const closes = /^[\s.!?…"”’)]*$/u.test(source.slice(piece.end, lineEnd));
      if (opens && closes) pieces.push({ ...piece, whole: true });
      // The number of a point is no part of what it says.
      else pieces.push(opens ? { ...piece, start: at + (labelLength(trimmed) ?? 0) } : piece);
    }
    from = lineEnd + 1;
  }
  return pieces;
}

function labelLength(line: string): number | undefined {
  return (readLabel(line) ?? readDash(line))?.length;
}
