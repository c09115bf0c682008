/** Neighbours that stay on one line: a number and its sign or unit, initials and a name, a label and its words. */
import type { Protection } from './design.js';

const opening = /^[[("“‘«„'†*]+/u;
const closing = /[\])"”’»',;:.!?]+$/u;
const number = /^[[(]?[#№]?(?:\d|[IVXLC]+\b)/u;
const wholeNumber = /^\d[\d.,]*$/u;
const shortNumber = /^\d{1,2}[.,;:)\]]*$/u;
const initials = /^(?:\p{Lu}\.)+$/u;
const capital = /^[[("“‘«„]*\p{Lu}/u;
const name = /^\p{Lu}\p{Ll}+$/u;
const label = /^[[(]?(?:\d{1,2}|\p{L})[.)]$/u;
const lettered = /^\p{L}/u;
const dash = /^[–—-]$/u;
const single = /^\p{L}$/u;

export class Guard {
  readonly #beforeNumber: ReadonlySet<string>;
  readonly #afterNumber: ReadonlySet<string>;
  readonly #beforeName: ReadonlySet<string>;
  readonly #shortWords: ReadonlySet<string>;

  constructor(protection: Protection) {
    this.#beforeNumber = new Set(protection.beforeNumber);
    this.#afterNumber = new Set(protection.afterNumber);
    this.#beforeName = new Set(protection.beforeName);
    this.#shortWords = new Set(protection.shortWords);
  }

  /** True if no line should end between the two words. `language` is a primary subtag. */
  holds(left: string, right: string, language: string): boolean {
    if (left === '' || right === '') return false;
    if (dash.test(right)) return true;
    const before = left.replace(opening, '');
    if (this.#beforeNumber.has(before) && number.test(right)) return true;
    const digit = /\d/.test(right);
    if (wholeNumber.test(before) && !digit && this.#afterNumber.has(right.replace(closing, ''))) return true;
    if (digit && shortNumber.test(right) && capital.test(before) && this.#afterNumber.has(before))
      return true;
    if (before.endsWith('.') || before.endsWith(')')) {
      if (initials.test(before) && capital.test(right)) return true;
      if (label.test(before) && lettered.test(right)) return true;
    }
    if ((this.#beforeName.has(before) || name.test(before)) && initials.test(right)) return true;
    if (this.#beforeName.has(before) && capital.test(right)) return true;
    return single.test(before) && this.#shortWords.has(language);
  }
}
