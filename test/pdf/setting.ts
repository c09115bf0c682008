/**
 * A setting made by hand: the painter's own test piece, so that its tests need no other station. Lines are broken by the
 * writer of the test; what is under test is what becomes of them.
 */
import type { Look, Shaper } from '../../src/typeset/measure.js';
import type {
  Belonging,
  OutlineEntry,
  Page,
  PageItem,
  Setting,
  StructureNode,
  StructureRole,
} from '../../src/typeset/pages.js';

/** 170 × 240 mm in pt. */
export const pageWidth = 481.89;
export const pageHeight = 680.315;

type Extras = Omit<Partial<StructureNode>, 'id' | 'role' | 'parent'>;
interface Place {
  readonly x: number;
  readonly y: number;
}
interface Manner {
  readonly face?: string;
  readonly features?: readonly string[];
  readonly size?: number;
  readonly lang?: string;
  readonly actual?: string;
  /** pt */
  readonly letterSpace?: number;
  /** Width to which spaces are stretched, pt. */
  readonly measure?: number;
  readonly gray?: number;
}

export class HandSetting implements Setting {
  readonly structure: StructureNode[] = [];
  readonly outline: OutlineEntry[] = [];
  readonly labels = new Map<string, string>();
  readonly starts = [];
  readonly made: { label: string; items: PageItem[] }[] = [];
  /** What the pages say, in reading order. */
  readonly words: { sequence: number; text: string }[] = [];
  readonly lang: string;
  readonly #shaper: Shaper;
  #sequence = 0;

  constructor(shaper: Shaper, lang = 'en') {
    this.#shaper = shaper;
    this.lang = lang;
  }

  page(label: string): void {
    this.made.push({ label, items: [] });
  }

  node(role: StructureRole, parent?: number, extras: Extras = {}): number {
    const id = this.structure.length;
    this.structure.push({ id, role, parent, ...extras });
    return id;
  }

  /** Sets text of a node at the current page and returns where it ends, pt. */
  text(node: number, text: string, place: Place, manner: Manner = {}): number {
    const sequence = this.#sequence;
    this.#sequence += text.length + 1;
    this.words.push({ sequence, text: manner.actual ?? text });
    return this.#run(text, place, manner, { structure: node, sequence });
  }

  artifact(
    artifact: 'header' | 'footer' | 'layout',
    text: string,
    place: Place,
    manner: Manner = {},
  ): number {
    return this.#run(text, place, manner, { artifact });
  }

  item(item: PageItem): void {
    this.made.at(-1)?.items.push(item);
  }

  /** What a reader of the whole should be given, line-end hyphens taken away. */
  get readingText(): string {
    return [...this.words]
      .sort((a, b) => a.sequence - b.sequence)
      .map(({ text }) => text)
      .join('')
      .replaceAll('\u00ad', '');
  }

  *pages(): Generator<Page, void, void> {
    for (const [index, { label, items }] of this.made.entries()) {
      yield {
        index,
        label,
        side: index % 2 === 0 ? 'recto' : 'verso',
        width: pageWidth,
        height: pageHeight,
        items,
      };
    }
  }

  #run(text: string, { x, y }: Place, manner: Manner, belongs: Belonging): number {
    const { face = 'roman', features = [], size = 11, lang = this.lang, actual, letterSpace = 0 } = manner;
    const look: Look = { face, features, lang };
    const shaped = this.#shaper.shape(text, look);
    const natural =
      (shaped.width / this.#shaper.metrics(face).unitsPerEm) * size + letterSpace * shaped.glyphs.length;
    const spaces = text.trimEnd().split(' ').length - 1;
    const wordSpace = manner.measure === undefined || spaces === 0 ? 0 : (manner.measure - natural) / spaces;
    const width = natural + wordSpace * (text.split(' ').length - 1);
    this.item({
      kind: 'run',
      x,
      y,
      size,
      face,
      shaped,
      wordSpace,
      letterSpace,
      width,
      lang,
      belongs,
      gray: manner.gray ?? 0,
      ...(actual === undefined ? {} : { actual }),
    });
    return x + width;
  }
}

/** Two pages with everything that pages can hold. */
export function twoPages(shaper: Shaper): HandSetting {
  const s = new HandSetting(shaper);
  const left = 54;
  const margin = 360;
  const document = s.node('Document');
  const front = s.node('Sect', document);
  s.page('1');
  const kicker = s.node('P', front);
  s.text(
    kicker,
    'February 7, 1950 · Pyongyang ',
    { x: left, y: 80 },
    { features: ['c2sc', 'smcp'], size: 9, letterSpace: 0.4 },
  );
  const title = s.node('H1', front, { anchor: 'title' });
  s.item({ kind: 'destination', anchor: 'title', x: left, y: 90 });
  s.text(title, 'Ciphered Telegram, Official Affairs ', { x: left, y: 110 }, { size: 20 });
  s.outline.push({ title: 'Ciphered Telegram', level: 1, page: 0, y: 90, structure: title });

  // A note at the height of a line, read in the middle of the paragraph that it stands beside.
  const body = s.node('Sect', document);
  const paragraph = s.node('P', body);
  s.text(paragraph, 'On 4 February I had a meeting with Kim Il ', { x: left, y: 150 }, { measure: 290 });
  const note = s.node('Note', paragraph, { noteId: 'note-1', title: 'Marginal note by Stalin' });
  const noteHand = s.node('P', note);
  s.text(noteHand, 'Stalin ', { x: margin, y: 150 }, { features: ['smcp'], size: 8.5 });
  const noteWords = s.node('P', note);
  s.text(noteWords, '“it is possible” ', { x: margin, y: 161 }, { face: 'italic', size: 8.5 });
  s.text(paragraph, 'Sung at his request; he asked for three di', { x: left, y: 164 }, { measure: 285 });
  s.text(paragraph, '-', { x: left + 285, y: 164 }, { actual: '\u00ad' });
  s.text(paragraph, 'visions, an efficient office, and waﬄes in the ', { x: left, y: 178 }, { measure: 290 });
  // The call of a footnote, linked to the note and back.
  let x = s.text(paragraph, 'original', { x: left, y: 192 });
  const reference = s.node('Reference', paragraph);
  const call = s.node('Link', reference, { anchor: 'call-a' });
  s.item({ kind: 'destination', anchor: 'call-a', x, y: 182 });
  const end = s.text(call, 'a', { x, y: 188 }, { size: 7 });
  s.item({
    kind: 'link',
    x,
    y: 180,
    width: end - x,
    height: 10,
    href: '#note-a',
    structure: call,
    description: 'Note a',
  });
  x = s.text(paragraph, ' as ', { x: end, y: 192 });
  const russian = s.node('Span', paragraph, { lang: 'ru' });
  x = s.text(russian, 'телеграмма', { x, y: 192 }, { lang: 'ru' });
  s.text(paragraph, ', which was sent at ten hours and ', { x, y: 192 });
  // A link that runs over two lines, with one area for each.
  const link = s.node('Link', paragraph);
  x = s.text(link, 'see the ', { x: left, y: 206 });
  s.item({
    kind: 'link',
    x: left,
    y: 196,
    width: x - left,
    height: 13,
    href: 'https://example.org/é?a=(b)',
    structure: link,
    description: 'The archive',
  });
  x = s.text(link, 'archive', { x: left, y: 220 });
  s.item({
    kind: 'link',
    x: left,
    y: 210,
    width: x - left,
    height: 13,
    href: 'https://example.org/é?a=(b)',
    structure: link,
    description: 'The archive',
  });
  s.text(paragraph, ' and the para', { x, y: 220 });
  s.item({ kind: 'rule', x: left, y: 600, width: 60, height: 0.4, gray: 0 });
  const footnote = s.node('Note', paragraph, { noteId: 'note-a', counterpart: reference });
  const label = s.node('Lbl', footnote);
  const back = s.node('Link', label);
  s.item({ kind: 'destination', anchor: 'note-a', x: left, y: 602 });
  x = s.text(back, 'a', { x: left, y: 612 }, { size: 7 });
  s.item({
    kind: 'link',
    x: left,
    y: 604,
    width: x - left,
    height: 10,
    href: '#call-a',
    structure: back,
    description: 'Back to the text',
  });
  const footnoteText = s.node('P', footnote);
  s.text(footnoteText, ' In the original ', { x, y: 614 }, { size: 8.5 });
  s.artifact('header', 'Ciphered telegram', { x: left, y: 40 }, { features: ['smcp'], size: 8 });
  s.artifact('footer', '1', { x: 240, y: 660 }, { features: ['onum'], size: 9 });

  s.page('2');
  s.text(paragraph, 'graph goes on. ', { x: left, y: 80 });
  const head = s.node('H2', body, { anchor: 'points' });
  s.item({ kind: 'destination', anchor: 'points', x: left, y: 90 });
  s.text(head, 'Points ', { x: left, y: 104 }, { face: 'bold' });
  s.outline.push({ title: 'Points (“draft”) \\ Пункты', level: 2, page: 1, y: 90, structure: head });
  const list = s.node('L', body, { numbering: 'Decimal' });
  for (const [i, words] of ['Regarding the budget for 1950. ', 'Regarding the criminal code. '].entries()) {
    const item = s.node('LI', list);
    const lbl = s.node('Lbl', item);
    s.text(lbl, `${String(i + 1)}. `, { x: left, y: 130 + 14 * i }, { features: ['onum'] });
    const lbody = s.node('LBody', item);
    const p = s.node('P', lbody);
    s.text(p, words, { x: left + 18, y: 130 + 14 * i }, { features: ['onum'] });
  }
  const last = s.node('P', body);
  s.text(last, 'Pǵ marks, Ѣ, № 4040, ', { x: left, y: 170 });
  s.artifact('header', '2', { x: left, y: 40 }, { size: 8 });
  return s;
}
