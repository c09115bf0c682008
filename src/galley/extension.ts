/** A project's own table of behaviours: the same shape as the built-in one, read from YAML and checked. */
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';
import { surroundings, type Behaviour, type Rendering } from './behaviours.js';
import { blockStyles, spanStyles } from './types.js';

type Check = (value: unknown) => boolean;

const oneOf =
  (values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const isText: Check = (value) => typeof value === 'string' && value.trim() !== '';
const isFlag: Check = (value) => typeof value === 'boolean';
const isList: Check = (value) => Array.isArray(value) && value.length > 0 && value.every(isText);
const isBlockStyle = oneOf(blockStyles);
const isSpanStyle = oneOf(spanStyles);

interface Keys {
  readonly needed: Readonly<Record<string, Check>>;
  readonly allowed?: Readonly<Record<string, Check>>;
}

/** What each kind of rendering needs and may have besides; the type holds the table to the kinds there are. */
const kinds: { readonly [K in Rendering['as']]: Keys } = {
  through: { needed: {} },
  words: { needed: {} },
  container: { needed: {}, allowed: { paragraphs: isBlockStyle } },
  division: { needed: {} },
  heading: { needed: {} },
  paragraph: { needed: {} },
  block: { needed: { style: isBlockStyle }, allowed: { span: isSpanStyle, quoted: isFlag } },
  list: { needed: { kind: oneOf(['points', 'run-in', 'lines']) }, allowed: { style: isBlockStyle } },
  item: { needed: {} },
  label: { needed: {} },
  span: { needed: { style: isSpanStyle } },
  emphasis: { needed: {} },
  link: { needed: {} },
  note: { needed: { series: oneOf(['marginal', 'footnote']) } },
  break: { needed: {} },
  page: { needed: {} },
  choice: { needed: { prefer: isList } },
  gap: { needed: {} },
  bracketed: { needed: { marks: oneOf(['supplied', 'unclear']) } },
  hidden: { needed: { why: isText } },
};

const conditions: Readonly<Record<string, Check>> = {
  parent: isText,
  in: (value) => isText(value) && String(value).trim().split(/\s+/).every(oneOf(surroundings)),
  where: (value) => isRecord(value) && Object.values(value).every((entry) => isText(entry) || isFlag(entry)),
  unsupported: isFlag,
  punctuation: oneOf(['as-source', 'ranges']),
};

/**
 * The entries that have the right shape; the others are reported as `behaviour-invalid` and left out.
 * @param placeOf place of an entry in the file, by its index
 */
export function readBehaviours(
  table: unknown,
  file: VFile,
  placeOf: (index: number) => Position | undefined = () => undefined,
): Behaviour[] {
  if (!Array.isArray(table)) {
    report(file, 'behaviour-invalid', { reason: 'The table of behaviours is no list' });
    return [];
  }
  return table.filter((entry: unknown, index): entry is Behaviour => {
    const fault = faultOf(entry);
    if (fault === undefined) return true;
    report(file, 'behaviour-invalid', {
      place: placeOf(index),
      reason: `Entry ${index + 1} of the table of behaviours: ${fault}`,
    });
    return false;
  });
}

function faultOf(entry: unknown): string | undefined {
  if (!isRecord(entry)) return 'it is no table';
  if (!isText(entry['element'])) return '"element" is no name';
  const as = entry['as'];
  const keys = typeof as === 'string' && Object.hasOwn(kinds, as) ? kinds[as as Rendering['as']] : undefined; // an own key of the table
  if (!keys) return `"as" is none of ${Object.keys(kinds).join(', ')}`;
  for (const [name, check] of Object.entries(keys.needed))
    if (!check(entry[name])) return `"${name}" is missing or has no value that it can have`;
  const allowed = { ...conditions, ...keys.allowed, ...keys.needed };
  for (const [name, value] of Object.entries(entry)) {
    if (name === 'element' || name === 'as') continue;
    const check = Object.hasOwn(allowed, name) ? allowed[name] : undefined;
    if (!check) return `"${name}" means nothing with "as: ${String(as)}"`;
    if (!check(value)) return `"${name}" has no value that it can have`;
  }
  if (as === 'list' && (entry['kind'] === 'lines') !== 'style' in entry)
    return '"style" belongs to lists of lines';
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
