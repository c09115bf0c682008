/**
 * Lines of a title: as few as the measure allows, ended where the sense allows it, and of about one width. Ends are chosen
 * for all lines together (Knuth and Plass, "Breaking Paragraphs into Lines", 1981, without stretch).
 */

export interface Gaps {
  /** True if no line ends between these words. */
  held(left: string, right: string): boolean;
  /** Articles, prepositions and the like, lower case: what ends no line and may well begin one. */
  readonly joining: ReadonlySet<string>;
}

/* Costs; a line that is a tenth of the measure shorter or longer than the average costs 1. */
const afterJoining = 100;
const beforeInitials = 20;
const betweenCapitals = 8;
const betweenWords = 4;
const inBrackets = 6;
const overPause = 16;
const lastWordAlone = 40;
const wordAlone = 6;
const oneLineMore = 30;

export interface Lines {
  readonly lines: string[];
  /** How much worse they are than lines of one width that end where the sense does. */
  readonly cost: number;
}

const initials = /^(?:\p{Lu}\p{Ll}?\.)+$/u;

/**
 * @param most lines that there may be
 * @returns undefined if the words do not fit without breaking one, or parting two that are held
 */
export function breakBalanced(
  words: readonly string[],
  width: number,
  most: number,
  measure: (text: string) => number,
  gaps: Gaps,
): Lines | undefined {
  // Longer than any title: the search is quadratic.
  if (words.length > 200) return undefined;
  const units: string[] = [];
  words.forEach((word, i) => {
    const before = words[i - 1];
    // What stands before initials, a first name or an office, may part from them at need.
    const apart = before === undefined || (initials.test(word) && !before.endsWith('.'));
    if (!apart && gaps.held(before, word)) units.push(`${units.pop() ?? ''} ${word}`);
    else units.push(word);
  });
  if (units.some((unit) => measure(unit) > width)) return undefined;
  const fewest = countOf(units, width, measure);
  if (fewest > most) return undefined;
  const best = search(units, fewest, width, measure, gaps);
  const longer = fewest > 1 && fewest < most ? search(units, fewest + 1, width, measure, gaps) : undefined;
  return longer && best && longer.cost + oneLineMore < best.cost ? longer : best;
}

function countOf(units: readonly string[], width: number, measure: (text: string) => number): number {
  let count = 0;
  let line = '';
  for (const unit of units) {
    const longer = line === '' ? unit : `${line} ${unit}`;
    if (line !== '' && measure(longer) <= width) line = longer;
    else {
      line = unit;
      count++;
    }
  }
  return count;
}

/** The cheapest lines of this number. */
function search(
  units: readonly string[],
  count: number,
  width: number,
  measure: (text: string) => number,
  gaps: Gaps,
): Lines | undefined {
  const average = measure(units.join(' ')) / count;
  const ends = units.map((_, i) => endCost(units, i, gaps));
  const pauses = units.map((unit) => /[,;:–—]$/u.test(unit));
  // best[i]: the units before i in as many lines as were gone through.
  let best: (Lines | undefined)[] = [{ lines: [], cost: 0 }];
  for (let n = 1; n <= count; n++) {
    const next: (Lines | undefined)[] = [];
    for (let from = 0; from < units.length; from++) {
      const before = best[from];
      if (!before) continue;
      for (let to = from + 1; to <= units.length; to++) {
        const line = units.slice(from, to).join(' ');
        const wide = measure(line);
        if (wide > width) break;
        const last = to === units.length;
        // A line that runs on over a comma parts what the comma joins.
        const over = pauses.slice(from, to - 1).filter(Boolean).length * overPause;
        const alone = line.includes(' ') ? 0 : last ? lastWordAlone : wordAlone;
        const cost =
          before.cost +
          (((wide - average) / width) * 10) ** 2 +
          (last ? 0 : ends[to - 1]!) +
          (count > 1 ? over : 0) +
          (count > 1 ? alone : 0);
        const known = next[to];
        if (!known || cost < known.cost) next[to] = { lines: [...before.lines, line], cost };
      }
    }
    best = next;
  }
  return best[units.length];
}

/** What it costs to end a line after this unit. */
function endCost(units: readonly string[], index: number, { joining }: Gaps): number {
  const left = wordIn(units[index] ?? '', /\S+$/u);
  const right = wordIn(units[index + 1] ?? '', /^\S+/u);
  const text = units.slice(0, index + 1).join(' ');
  const within = count(text, /[([]/gu) > count(text, /[)\]]/gu) ? inBrackets : 0;
  if (joining.has(left.toLowerCase())) return afterJoining + within;
  if (initials.test(right) && !/[.,;:]$/u.test(left)) return beforeInitials + within;
  if (/[,;:.–—·]$/u.test(left) || joining.has(right.toLowerCase())) return within;
  return within + (/^\P{L}*\p{Lu}/u.test(left) && /^\p{Lu}/u.test(right) ? betweenCapitals : betweenWords);
}

function wordIn(unit: string, pattern: RegExp): string {
  return pattern.exec(unit)?.[0] ?? '';
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}
