/**
 * Units: the lines of a saved page, each with its place and the blank lines before it. A unit is one line, or several where a bracket
 * that opens the first is closed later, or where a line was plainly broken in mid-sentence.
 */

export interface Unit {
  index: number;
  /** Offsets in the source, without surrounding white space (U+00A0 counts as white space). */
  start: number;
  end: number;
  text: string;
  /** Blank lines before it; those of white space count. */
  blanksBefore: number;
  /** Lines it runs over. */
  lines: number;
}

/** Longest bracket, in lines, that is joined into one unit. */
const longestBracket = 60;
/** A line shorter than this ends where its writer ended it. */
const shortestBrokenLine = 40;

/** Splits a source into units. Linear in its length. */
export function splitUnits(source: string): Unit[] {
  return join(splitLines(source), source);
}

function splitLines(source: string): Unit[] {
  const units: Unit[] = [];
  let blanks = 0;
  let at = 0;
  while (at <= source.length) {
    let end = source.indexOf('\n', at);
    if (end < 0) end = source.length;
    const { start, stop } = trimmed(source, at, end);
    if (start === stop) blanks++;
    else {
      units.push({
        index: units.length,
        start,
        end: stop,
        text: source.slice(start, stop),
        blanksBefore: blanks,
        lines: 1,
      });
      blanks = 0;
    }
    at = end + 1;
  }
  return units;
}

/** Bounds of a line without the white space at its ends, by index: an expression would take its square on long runs of spaces. */
function trimmed(source: string, from: number, to: number): { start: number; stop: number } {
  let start = from;
  let stop = to;
  while (start < stop && /\s/.test(source.charAt(start))) start++;
  while (stop > start && /\s/.test(source.charAt(stop - 1))) stop--;
  return { start, stop };
}

function join(lines: Unit[], source: string): Unit[] {
  const units: Unit[] = [];
  for (let i = 0; i < lines.length; i++) {
    const first = lines[i] as Unit; // i is within bounds
    let last = i;
    if (first.text.startsWith('[') && openBrackets(first.text) > 0) last = closingLine(lines, i) ?? i;
    else while (last + 1 < lines.length && isBroken(lines[last], lines[last + 1])) last++;
    const end = (lines[last] as Unit).end;
    units.push({
      ...first,
      index: units.length,
      end,
      text: last === i ? first.text : source.slice(first.start, end),
      lines: last - i + 1,
    });
    i = last;
  }
  return units;
}

/** How many more brackets the text opens than it closes; a closing one without its opening does not count. */
export function openBrackets(text: string): number {
  let open = 0;
  for (const character of text) {
    if (character === '[') open++;
    else if (character === ']' && open > 0) open--;
  }
  return open;
}

function closingLine(lines: Unit[], from: number): number | undefined {
  let open = 0;
  const limit = Math.min(lines.length, from + longestBracket);
  for (let i = from; i < limit; i++) {
    for (const character of (lines[i] as Unit).text) {
      if (character === '[') open++;
      else if (character === ']') open--;
    }
    if (open <= 0) return i;
  }
  return undefined;
}

function isBroken(line: Unit | undefined, next: Unit | undefined): boolean {
  if (!line || !next || next.blanksBefore > 0) return false;
  // "cc: Embassy" begins a line of its own.
  if (/^\p{Ll}[\p{L} ]{0,20}:/u.test(next.text)) return false;
  return (
    line.text.length >= shortestBrokenLine && !/[.!?:;"”’)\]]$/u.test(line.text) && /^\p{Ll}/u.test(next.text)
  );
}
