/** Footnotes of the source after its text ("[1] The telegram was sent …", "1 This refers to …"): paragraphs that nobody counts as such. */
import type { Block, Paragraph } from '../../edition/types.js';
import type { Vocabulary } from '../vocabulary.js';
import { textOf } from './passage-index.js';

interface Mark {
  paragraph: Paragraph;
  mark: string;
  bracketed: boolean;
}

const pattern =
  /^(?:\[(?<bracketed>\d{1,3}|[*†‡]{1,3})\][\s\u00a0]*|(?<bare>\d{1,3})[\s\u00a0]+(?=["“«(]?(?<word>\p{Lu}[\p{L}\p{M}]*))|(?<star>[*†‡]{1,3})[\s\u00a0]*)(?=\S)/u;

/** The last paragraphs that begin with the marks of footnotes, counted in order, if they are called from the text or stand apart from it. */
export function footnotesOf(blocks: readonly Block[], { dates }: Vocabulary): Set<Paragraph> {
  const notes: Mark[] = [];
  let at = blocks.length - 1;
  let apart = false;
  for (; at >= 0; at--) {
    const block = blocks[at] as Block; // at is within bounds
    if (block.type === 'paragraph') {
      const groups = block.label ? undefined : pattern.exec(textOf(block.children).slice(0, 60))?.groups;
      const mark = groups?.['bracketed'] ?? groups?.['bare'] ?? groups?.['star'];
      const word = groups?.['word']?.toLowerCase() ?? '';
      // "12 May 1950"
      if (mark === undefined || dates.months.some((names) => names.includes(word))) break;
      notes.unshift({ paragraph: block, mark, bracketed: groups?.['bracketed'] !== undefined });
      apart = false;
    } else if (block.type === 'points') break;
    else apart = true;
  }
  const [first] = notes;
  if (!first || at < 0 || !notes.every(({ mark }, i) => follows(notes[i - 1]?.mark, mark))) return new Set();
  const text = blocks
    .slice(0, at + 1)
    .map(wordsIn)
    .join('\n');
  const called = notes.some((note) => isCalled(note, text));
  const counted = first.mark === '1' && (apart || first.bracketed);
  return new Set(called || counted ? notes.map(({ paragraph }) => paragraph) : []);
}

function follows(before: string | undefined, mark: string): boolean {
  if (before === undefined || !/^\d/u.test(mark)) return true;
  return Number(mark) === Number(before) + 1;
}

/** "[1]" in the text, or a number or a star right after a word or its punctuation. */
function isCalled({ mark, bracketed }: Mark, text: string): boolean {
  if (bracketed) return text.includes(`[${mark}]`);
  for (let i = text.indexOf(mark); i >= 0; i = text.indexOf(mark, i + 1)) {
    const before = /[\p{L}.,;:!?"”’)\]]$/u.test(text.slice(Math.max(0, i - 2), i));
    const number = /\d[.,:]$/u.test(text.slice(Math.max(0, i - 2), i));
    if (before && !number && !/^[\p{L}\p{N}*]/u.test(text.slice(i + mark.length, i + mark.length + 2)))
      return true;
  }
  return false;
}

function wordsIn(block: Block): string {
  if (block.type === 'paragraph') return textOf(block.children);
  return block.type === 'points'
    ? block.children.map(({ children }) => children.map(wordsIn).join('\n')).join('\n')
    : '';
}
