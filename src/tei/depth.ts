/**
 * How deep elements may nest in a TEI file: libxml2, which many programs read with, stops at 256, and recursive readers
 * have a stack.
 */
export const maximumDepth = 250;

/** A comment, CDATA section or instruction, or a tag with its attributes. */
const markup =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)[^\s<>/!?](?:[^<>"']|"[^"]*"|'[^']*')*>/g;

/** Offset of the first start tag that lies deeper than `maximumDepth`, or undefined. The text need not be well-formed. */
export function tooDeepAt(xml: string): number | undefined {
  let depth = 0;
  for (const match of xml.matchAll(markup)) {
    if (match[1] === undefined) continue;
    if (match[1] === '/') depth--;
    else if (!match[0].endsWith('/>') && ++depth > maximumDepth) return match.index;
  }
  return undefined;
}
