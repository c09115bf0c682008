/** Running heads and folios: artifacts at the head of a page, or at the foot of a document's first. */
import type { Galley } from '../galley/types.js';
import { mm, type Design } from './design.js';
import type { Fallback } from './fallback.js';
import { spaceOf, widthOf, type LetterCase, type Letters } from './letters.js';
import type { Page, PageItem } from './pages.js';
import { Gap, TokenList } from './tokens.js';
import type { Word } from './words.js';

interface PagePlace {
  readonly index: number;
  readonly side: Page['side'];
  readonly label: string;
  /** Left edge and width of the text column, pt. */
  readonly x: number;
  readonly measure: number;
}

interface PlacedWord {
  readonly word: Word;
  readonly letters: Letters;
  readonly x: number;
}

interface LineOfWords {
  readonly words: readonly PlacedWord[];
  readonly width: number;
}

export class RunningHeads {
  readonly #galley: Galley;
  readonly #design: Design;
  readonly #fallback: Fallback;
  readonly #letters: Letters;

  constructor(galley: Galley, design: Design, letterCase: LetterCase, fallback: Fallback) {
    this.#fallback = fallback;
    this.#galley = galley;
    this.#design = design;
    this.#letters = letterCase.ofBlock(design.running.look, galley.lang);
  }

  /** The folio at the outer end and the head at the inner one; on the first page the folio alone, at the foot. */
  draw({ index, side, label, x, measure }: PagePlace, items: PageItem[]): void {
    const { head, foot } = this.#design.running;
    const folio = this.#line(label, measure);
    if (index === 0) {
      this.#put(folio, x + (measure - folio.width) / 2, foot * mm, 'footer', items);
      return;
    }
    const { running } = this.#galley;
    const room = measure - folio.width - 2 * this.#letters.size;
    const title = this.#line(side === 'verso' ? running.verso : running.recto, room);
    this.#put(folio, side === 'verso' ? x : x + measure - folio.width, head * mm, 'header', items);
    this.#put(title, side === 'verso' ? x + measure - title.width : x, head * mm, 'header', items);
  }

  /** Words as far as there is room for them. */
  #line(text: string, room: number): LineOfWords {
    const letters = this.#letters;
    const list = new TokenList();
    for (const part of this.#fallback.parts(text, letters)) {
      list.add(part.text, { letters: part.letters, structure: -1, sequence: 0, link: undefined });
    }
    const ellipsis = letters.words.word('…');
    const words: PlacedWord[] = [];
    let x = 0;
    let end = 0;
    for (const token of list.finish()) {
      const own = token.segment.letters;
      const width = widthOf(token.word, own);
      const more = token.gap === Gap.end ? 0 : widthOf(ellipsis, letters);
      if (x + width + more > room) {
        if (words.length > 0) {
          words.push({ word: ellipsis, letters, x: end });
          end += widthOf(ellipsis, letters);
        }
        break;
      }
      words.push({ word: token.word, letters: own, x });
      end = x + width;
      x = end + spaceOf(token.word, own);
    }
    return { words, width: Math.max(0, end - letters.letterSpace) };
  }

  #put(line: LineOfWords, x: number, y: number, artifact: 'header' | 'footer', items: PageItem[]): void {
    for (const { word, letters, x: at } of line.words) {
      // Characters without a glyph are reported where the text has them.
      if (word.missing.length > 0) continue;
      items.push({
        kind: 'run',
        x: x + at,
        y,
        size: letters.size,
        face: letters.look.face,
        shaped: word.shaped,
        wordSpace: 0,
        letterSpace: letters.letterSpace,
        width: widthOf(word, letters) + spaceOf(word, letters),
        lang: letters.look.lang,
        belongs: { artifact },
        gray: letters.gray,
      });
    }
  }
}
