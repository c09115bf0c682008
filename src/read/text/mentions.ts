/** Names, offices and ends of lines as marks on the words, and names as facts. */
import type { Fact, Mention, Origin } from '../../edition/types.js';
import { isOfficeOf, type NameSpan } from '../body/names.js';
import type { Locator, PhraseMark } from '../weave.js';
import type { Vocabulary } from '../vocabulary.js';

export const stated = (rule: string): Origin => ({ kind: 'stated', rule });

/** The mark of a name; its offsets are within a text that begins at `offset`. */
export function nameMark(span: NameSpan, offset: number): PhraseMark {
  return {
    start: offset + span.start,
    end: offset + span.end,
    make: (children, position) => ({ type: 'name', kind: span.kind, key: span.name, children, position }),
  };
}

export function placeMark(name: string, start: number, end: number): PhraseMark {
  return {
    start,
    end,
    make: (children, position) => ({ type: 'name', kind: 'place', key: name, children, position }),
  };
}

export function nameFact(span: NameSpan, offset: number, rule: string, at: Locator): Fact<Mention> {
  return {
    value: {
      name: span.name,
      key: span.name,
      ...(span.kind === 'organisation' ? { kind: span.kind } : {}),
    },
    verbatim: span.name,
    position: at(offset + span.start, offset + span.end),
    origin: stated(rule),
  };
}

/** The mark of an office in some words, without the punctuation around it; nothing where they name none. */
export function officeMarks(text: string, offset: number, vocabulary: Vocabulary): PhraseMark[] {
  const lead = /^[\s\u00a0,;:()[\]/–—-]*/u.exec(text)?.[0].length ?? 0;
  const bare = text.slice(lead).replace(/[\s\u00a0,;:()[\]/–—-]+$/u, '');
  if (!isOfficeOf(bare, vocabulary)) return [];
  const start = offset + lead;
  return [
    {
      start,
      end: start + bare.length,
      make: (children, position) => ({ type: 'office', children, position }),
    },
  ];
}

/** The marks of the ends of lines in some words of the source. */
export function lineMarks(source: string, start: number, end: number): PhraseMark[] {
  return [...source.slice(start, end).matchAll(/\s*\n\s*/gu)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
    make: (_, position) => ({ type: 'lineBreak', value: match[0], position }),
  }));
}
