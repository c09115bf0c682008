/**
 * YAML files that an editor writes, with the place of every value. Numbers keep their spelling: `delo: 0044` is
 * "0044", `version: 1.0` is "1.0".
 */
import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
} from 'yaml';
import { lineEnds, pointOf } from '../diagnostics/place.js';
import { report } from '../diagnostics/report.js';
import { forbiddenIn } from '../host/decode.js';

export type PathInYaml = readonly (string | number)[];

/** A YAML file that could be read. */
export interface YamlFile {
  readonly file: VFile;
  /** Values as YAML's core schema types them: what a JSON Schema is asked about. */
  readonly typed: unknown;
  /** The same tree with every plain number as the text it was written as. */
  readonly verbatim: unknown;
  /** Place of the value at a path, or undefined if there is none. */
  placeOf(path: PathInYaml): Position | undefined;
  /** Place of the key that a path ends with. */
  placeOfKey(path: PathInYaml): Position | undefined;
  /** True if the value at a path is written in braces or brackets, where a comma ends what stands before it. */
  isFlow(path: PathInYaml): boolean;
}

/** Deepest nesting: ours needs five; what is deeper was made to break parsers, and does (they recurse). */
const deepest = 100;

/** Longest file, in UTF-16 units. */
const longest = 1_000_000;

/**
 * Parses a YAML file. Reports `yaml-syntax` (also for keys that stand twice), `yaml-alias` and `character-forbidden`; returns undefined
 * after an error. An empty file is an empty mapping.
 */
export function parseYaml(file: VFile): YamlFile | undefined {
  const text = String(file);
  const lines = new LineCounter();
  const point = (offset: number): Point => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col, offset };
  };
  if (text.length > longest) {
    report(file, 'yaml-syntax', { reason: `Longer than ${longest} characters` });
    return undefined;
  }
  const deep = tooDeep(text);
  if (deep !== undefined) {
    report(file, 'yaml-syntax', {
      place: pointOf(deep, lineEnds(text)),
      reason: `Nested deeper than ${deepest} levels`,
    });
    return undefined;
  }
  // The library's own search for keys that stand twice is quadratic.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const problems = [...document.errors, ...document.warnings];
  for (const problem of problems) {
    const [start, end] = problem.pos;
    report(file, 'yaml-syntax', {
      place: { start: point(start), end: point(Math.max(start, end)) },
      reason: said(problem.code, problem.message),
    });
  }
  if (problems.length > 0) return undefined;
  const positionOf = (node: Node | null | undefined): Position | undefined =>
    node?.range ? { start: point(node.range[0]), end: point(node.range[1]) } : undefined;
  const before = file.messages.length;
  visit(document, {
    // An alias can stand for ever more of the file, or for itself; a file of ours has no use for one.
    Alias(_key, node) {
      report(file, 'yaml-alias', { place: positionOf(node), reason: `Unexpected alias *${node.source}` });
    },
    // Written as an escape ("\u0007"), it is no character of the file, only of the value.
    Scalar(_key, node) {
      const actual = typeof node.value === 'string' ? forbiddenIn(node.value) : undefined;
      if (actual !== undefined) report(file, 'character-forbidden', { place: positionOf(node), actual });
    },
    Map(_key, map) {
      const keys = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (keys.has(name)) {
          report(file, 'yaml-syntax', { place: positionOf(key), reason: `The key “${name}” stands twice` });
        }
        keys.add(name);
      }
    },
  });
  if (file.messages.length > before) return undefined;
  return {
    file,
    typed: valueOf(document.contents, false) ?? {},
    verbatim: valueOf(document.contents, true) ?? {},
    placeOf: (path) => positionOf(nodeAt(document, path)),
    isFlow(path) {
      const node = nodeAt(document, path);
      return (isMap(node) || isSeq(node)) && node.flow === true;
    },
    placeOfKey(path) {
      const parent = nodeAt(document, path.slice(0, -1));
      const key = path.at(-1);
      if (!isMap(parent)) return undefined;
      const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
      return positionOf(isScalar(pair?.key) ? pair.key : undefined);
    },
  };
}

function nodeAt(document: Document, path: PathInYaml): Node | undefined {
  let node: unknown = document.contents;
  for (const step of path) {
    if (isMap(node)) {
      // Keys are compared as text: a mapping's `1:` is the number 1 to YAML, "1" to JSON.
      const pair: { value: unknown } | undefined = node.items.find(
        (item) => isScalar(item.key) && String(item.key.value) === String(step),
      );
      node = pair?.value;
    } else if (isSeq(node)) node = node.items[Number(step)];
    else return undefined;
  }
  return isMap(node) || isSeq(node) || isScalar(node) || isAlias(node) ? node : undefined;
}

function valueOf(node: unknown, verbatim: boolean): unknown {
  if (isMap(node)) {
    // No prototype: a key `__proto__` is a key like any other.
    const value = Object.create(null) as Record<string, unknown>; // Object.create is typed any
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : '[not a name]';
      value[key] = valueOf(pair.value, verbatim);
    }
    return value;
  }
  if (isSeq(node)) return node.items.map((item) => valueOf(item, verbatim));
  if (!isScalar(node)) return null;
  if (verbatim && (typeof node.value === 'number' || typeof node.value === 'bigint')) {
    return node.source ?? String(node.value);
  }
  return typeof node.value === 'bigint' ? Number(node.value) : node.value;
}

/** Offset of a place nested deeper than `deepest`: by brackets, by marks in one line, or by growing indent. */
function tooDeep(text: string): number | undefined {
  let brackets = 0;
  const indents: number[] = [];
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    let indent = start;
    while (text[indent] === ' ') indent += 1;
    if (indent < end) {
      while ((indents.at(-1) ?? -1) >= indent - start) indents.pop();
      indents.push(indent - start);
    }
    // `- - - x` nests three lists in one line.
    let marks = 0;
    for (let i = indent; /[-?:]/.test(text[i] ?? '') && text[i + 1] === ' '; i += 1) {
      marks += 1;
      while (text[i + 1] === ' ') i += 1;
    }
    for (let i = indent; i < end; i += 1) {
      const unit = text[i];
      if (unit === '[' || unit === '{') brackets += 1;
      else if ((unit === ']' || unit === '}') && brackets > 0) brackets -= 1;
      if (brackets > deepest) return i;
    }
    if (indents.length + marks > deepest) return indent;
    start = end + 1;
  }
  return undefined;
}

/** The parser's finding in a sentence of ours where its own needs knowledge of YAML's grammar. */
function said(code: string, message: string): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'A tab stands in the indentation; YAML wants spaces';
    case 'MULTIPLE_DOCS':
      return 'A second YAML document begins here; one is read';
    case 'BAD_INDENT': {
      const closing = /end with an? (\S)/.exec(message)?.[1];
      return closing === undefined
        ? 'This line is indented otherwise than the lines it belongs to'
        : `The closing ${closing} is missing, or stands on a line that is not indented`;
    }
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'A second colon stands in this value; put the value in quotation marks';
    case 'MULTILINE_IMPLICIT_KEY':
      return 'A colon is missing in one of these lines';
    case 'MISSING_CHAR':
      if (message.startsWith('Implicit map keys')) return 'A colon is missing after this key';
      return /^Missing closing .quote/.test(message) ? 'The closing quotation mark is missing' : message;
    case 'BAD_SCALAR_START':
      return `A text cannot begin with ${message.trim().at(-1) ?? ''} here; put it in quotation marks`;
    case 'UNEXPECTED_TOKEN': {
      if (message.endsWith('at node end'))
        return 'Something follows where the value has ended; put the whole value in quotation marks';
      const token = /in YAML stream: "(.*)"$/s.exec(message)?.[1];
      return token === undefined ? message.replace(/\s+/g, ' ').trim() : `Unexpected “${token}”`;
    }
    default:
      return message.replace(/\s+/g, ' ').trim();
  }
}
