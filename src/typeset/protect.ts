/** Neighbours that stay on one line: a number and its sign or unit, initials and a name, a label and its words. */
import type { Protection } from './design.js';
import { Gap } from './tokens.js';

const opening = /^[[("“‘«„'†*]+/u;
const closing = /[\])"”’»',;:.!?]+$/u;
const number = /^[[(]?[#№]?(?:\d|[IVXLC]+\b)/u;
const wholeNumber = /^\d[\d.,]*$/u;
const shortNumber = /^\d{1,2}[.,;:)\]]*$/u;
/** Also of two letters, where one was Cyrillic. */
const initials = /^(?:(?:Dz|Kh|Sh|Ts|Ye|Yo|Yu|Ya|Zh|Ch|\p{Lu})\.)+$/u;
/** Initials, those of two letters too: Ya., Yu., Dz. */
const longInitials = /^(?:\p{Lu}\p{Ll}?\.[-‐]?)+$/u;
/** What a name goes on from: von Brandt, bin Said. */
const particle = /^(?:v[ao]n|de[nrs]?|d[aiou]|del|della|des|bin|ibn|al|el|te[nr]|zu[mr]?|af|av|y|mac|ap)$/u;
/** A particle in one word with its name: d’Affaires, l’Est. */
const elided = /^[dl]['’]\p{Lu}/u;
const capital = /^[[("“‘«„]*\p{Lu}/u;
const name = /^\p{Lu}\p{Ll}+$/u;
const label = /^[[(]?(?:\d{1,2}|\p{L})[.)]$/u;
const lettered = /^\p{L}/u;
/** An editor's question mark stands with its word. */
const doubt = /^[([]\?[)\]]/;
const dash = /^[–—-]$/u;
const single = /^\p{L}$/u;
/** A word and no abbreviation: what it belongs to is found again on the next line. */
const fullWord = /^\p{L}{4,}$/u;
const labelOfNumber = /^\p{L}[\p{L}.]*$/u;

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

  /**
   * How two words hold together: `held` where no line should end between them, `weak` where one may rather than be set
   * loose. `language` is a primary subtag; `figures`: the words belong to a shelfmark.
   */
  holds(left: string, right: string, language: string, figures = false): Gap.held | Gap.weak | undefined {
    if (left === '' || right === '') return undefined;
    if (dash.test(right) || doubt.test(right)) return Gap.held;
    const before = left.replace(opening, '');
    const digit = /\d/.test(right);
    if (this.#beforeNumber.has(before) && number.test(right)) return Gap.held;
    if (figures && digit && labelOfNumber.test(before) && number.test(right)) return Gap.held;
    if (wholeNumber.test(before) && !digit) {
      const unit = right.replace(closing, '');
      if (this.#afterNumber.has(unit)) return fullWord.test(unit) ? Gap.weak : Gap.held;
    }
    // A day does not start a line.
    if (digit && shortNumber.test(right) && capital.test(before) && this.#afterNumber.has(before))
      return Gap.held;
    if (before.endsWith('.') || before.endsWith(')')) {
      if (initials.test(before) && capital.test(right)) return Gap.held;
      if (label.test(before) && lettered.test(right)) return Gap.held;
    }
    if ((this.#beforeName.has(before) || name.test(before)) && initials.test(right)) return Gap.held;
    if (this.#beforeName.has(before) && capital.test(right))
      return fullWord.test(before) ? Gap.weak : Gap.held;
    return single.test(before) && this.#shortWords.has(language) ? Gap.held : undefined;
  }
}

/** True for the dash of a label, which stays with the words that it is the label of: “4 – Com. Bulganin”. */
export function endsLabel(before: string, left: string, right: string): boolean {
  return dash.test(left) && shortNumber.test(before) && /^\p{L}/u.test(right);
}

/** As `holds`, for words of a title that are one name: only there, since elsewhere such a word may end a sentence. */
export function holdsInTitle(left: string, right: string): Gap.held | Gap.weak | undefined {
  const before = left.replace(opening, '');
  if (longInitials.test(before) && capital.test(right)) return Gap.held;
  if (elided.test(right) && capital.test(before)) return Gap.held;
  return particle.test(before) && capital.test(right) ? Gap.weak : undefined;
}
