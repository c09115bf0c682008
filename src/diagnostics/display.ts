/** How text from outside is shown in a terminal. */

/** Controls, and marks that reorder or hide text: shown as U+FFFD, so that no source can write to the terminal. */
const unsafe =
  /[\u0000-\u001F\u007F-\u009F\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uD800-\uDFFF]/gu;

/** The text in one line without anything that a terminal would obey. */
export function printable(text: string): string {
  return text.replace(/[\r\n\t]+/g, ' ').replace(unsafe, '\uFFFD');
}

const narrow = /^[\u0020-\u02FF\u0370-\u0482\u048A-\u0590]*$/;
const none = /[\p{M}\p{Variation_Selector}\p{Join_Control}]/u;
/** East Asian wide and fullwidth (UAX 11), and pictures that terminals show wide. */
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}/u;

/** Columns that the text takes in a terminal. */
export function widthOf(text: string): number {
  if (narrow.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += none.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}
