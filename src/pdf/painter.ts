/**
 * Pages to content streams (ISO 32000-1, 8 and 9). Everything is marked: runs as content of their structure element in
 * reading order, the rest as artifacts (14.8.2.2). Coordinates are written in thousandths of a point.
 */
import type { Belonging, GlyphRun, Page, RuleItem } from '../typeset/pages.js';
import type { FaceName } from '../typeset/measure.js';
import type { EmbeddedFace } from './embedding.js';
import { GlyphEncoder } from './glyphs.js';
import type { LogicalStructure } from './structure.js';
import { real, textString, utf16String } from './syntax.js';

type Artifact = Extract<Belonging, { artifact: unknown }>['artifact'];

const artifactProperties: Record<Artifact, string> = {
  header: '<</Type/Pagination/Subtype/Header>>',
  footer: '<</Type/Pagination/Subtype/Footer>>',
  layout: '<</Type/Layout>>',
};

interface TaggedRun {
  readonly run: GlyphRun;
  readonly structure: number;
  readonly sequence: number;
}

export interface PaintedPage {
  readonly content: string;
  /** /StructParents. */
  readonly key: number;
  /** Where reading each node ends on this page: its annotations come after that. */
  readonly lastSequence: ReadonlyMap<number, number>;
}

export class Painter {
  readonly #structure: LogicalStructure;
  readonly #faceOf: (name: FaceName) => EmbeddedFace;
  readonly #encoders = new Map<FaceName, { face: EmbeddedFace; encoder: GlyphEncoder }>();

  constructor(structure: LogicalStructure, faceOf: (name: FaceName) => EmbeddedFace) {
    this.#structure = structure;
    this.#faceOf = faceOf;
  }

  paint(page: Page): PaintedPage {
    const tagged: TaggedRun[] = [];
    const artifacts = new Map<Artifact, GlyphRun[]>();
    const rules: RuleItem[] = [];
    for (const item of page.items) {
      if (item.kind === 'rule') rules.push(item);
      if (item.kind !== 'run') continue;
      const { belongs } = item;
      if ('structure' in belongs) tagged.push({ run: item, ...belongs });
      else artifacts.set(belongs.artifact, [...(artifacts.get(belongs.artifact) ?? []), item]);
    }
    if (tagged.some((one, i) => i > 0 && one.sequence < tagged[i - 1]!.sequence)) {
      tagged.sort((a, b) => a.sequence - b.sequence);
    }

    const key = this.#structure.openPage();
    const out = new ContentStream(page.height);
    const lastSequence = new Map<number, number>();
    let previous: TaggedRun | undefined;
    for (const one of tagged) {
      lastSequence.set(one.structure, one.sequence);
      // A gap in the numbers: something is read in between that stands elsewhere, perhaps on a later page.
      const joins =
        previous?.structure === one.structure &&
        one.sequence - previous.sequence <= previous.run.shaped.text.length + 2;
      if (!joins) {
        if (previous) out.endMark();
        const { role } = this.#structure.node(one.structure);
        const mcid = this.#structure.mark(key, page.index, one.structure, one.sequence);
        out.beginMark(role, `<</MCID ${String(mcid)}>>`);
      }
      this.#show(out, one.run, this.#structure.lang(one.structure));
      previous = one;
    }
    if (previous) out.endMark();

    for (const [artifact, runs] of artifacts) {
      out.beginMark('Artifact', artifactProperties[artifact]);
      for (const run of runs) this.#show(out, run, run.lang);
      out.endMark();
    }
    if (rules.length > 0) {
      out.beginMark('Artifact', artifactProperties.layout);
      for (const rule of rules) out.rule(rule);
      out.endMark();
    }
    return { content: out.end(), key, lastSequence };
  }

  #show(out: ContentStream, run: GlyphRun, langAround: string): void {
    let known = this.#encoders.get(run.face);
    if (!known) {
      const face = this.#faceOf(run.face);
      this.#encoders.set(run.face, (known = { face, encoder: new GlyphEncoder(face) }));
    }
    const letterSpace = run.letterSpace === 0 ? 0 : (run.letterSpace / run.size) * 1000;
    const segments = known.encoder.segments(run.shaped, run.actual, letterSpace);
    const wordSpace = run.wordSpace === 0 ? '' : real((-run.wordSpace / run.size) * 1000);
    const lang =
      run.lang === '' || run.lang.toLowerCase() === langAround.toLowerCase() ? undefined : run.lang;
    out.place(known.face.name, run);
    if (lang !== undefined) out.beginSpan(`/Lang ${textString(lang)}`);
    for (const { pieces, rise, actual } of segments) {
      if (actual !== undefined) out.beginSpan(`/ActualText ${utf16String(actual)}`);
      if (rise !== 0) out.rise((rise * run.size) / 1000);
      out.show(pieces.join(wordSpace));
      if (rise !== 0) out.rise(0);
      if (actual !== undefined) out.endSpan();
    }
    if (lang !== undefined) out.endSpan();
  }
}

/** One content stream as it grows. Remembers the text state, and joins what stands in one line into one TJ. */
class ContentStream {
  readonly #height: number;
  readonly #parts: string[] = [];
  #inText = false;
  #font = '';
  #gray = 0;
  /** Start of the current line (the text line matrix), thousandths of a point. */
  #x = 0;
  #y = 0;
  /** Where the last run ended, pt, and on which baseline. */
  #pen = Number.NaN;
  #baseline = Number.NaN;
  /** Elements of the TJ that is not written yet. */
  #array = '';

  constructor(height: number) {
    this.#height = height;
  }

  beginMark(tag: string, properties: string): void {
    this.#parts.push(`/${tag} ${properties} BDC`);
  }

  endMark(): void {
    this.#endText();
    this.#parts.push('EMC');
  }

  /** Sets font, gray and position for a run. */
  place(font: string, run: GlyphRun): void {
    const look = `/${font} ${real(run.size)} Tf`;
    const joins =
      this.#inText &&
      this.#font === look &&
      this.#gray === run.gray &&
      this.#baseline === run.y &&
      Math.abs(run.x - this.#pen) < 0.002;
    if (!joins) {
      this.#endArray();
      if (!this.#inText) {
        this.#parts.push('BT');
        this.#inText = true;
        this.#x = 0;
        this.#y = 0;
      }
      if (this.#font !== look) this.#parts.push(look);
      this.#font = look;
      this.#setGray(run.gray);
      const x = Math.round(run.x * 1000);
      const y = Math.round((this.#height - run.y) * 1000);
      this.#parts.push(`${real((x - this.#x) / 1000)} ${real((y - this.#y) / 1000)} Td`);
      this.#x = x;
      this.#y = y;
      this.#baseline = run.y;
      this.#pen = run.x;
    }
    this.#pen += run.width;
  }

  show(elements: string): void {
    this.#array += elements;
  }

  rise(height: number): void {
    this.#endArray();
    this.#parts.push(`${real(height)} Ts`);
  }

  beginSpan(properties: string): void {
    this.#endArray();
    this.#parts.push(`/Span <<${properties}>> BDC`);
  }

  endSpan(): void {
    this.#endArray();
    this.#parts.push('EMC');
  }

  rule({ x, y, width, height, gray }: RuleItem): void {
    this.#endText();
    this.#setGray(gray);
    this.#parts.push(`${real(x)} ${real(this.#height - y - height)} ${real(width)} ${real(height)} re f`);
  }

  end(): string {
    this.#endText();
    return this.#parts.join('\n');
  }

  #setGray(gray: number): void {
    // 0 is what a page starts with (8.4.1): DeviceGray black.
    if (gray !== this.#gray) this.#parts.push(`${real(gray)} g`);
    this.#gray = gray;
  }

  #endArray(): void {
    if (this.#array !== '') this.#parts.push(`[${this.#array.replaceAll('><', '')}] TJ`);
    this.#array = '';
  }

  #endText(): void {
    this.#endArray();
    if (this.#inText) this.#parts.push('ET');
    this.#inText = false;
  }
}
