/**
 * Sidecars: `<stem>.yaml` beside `<stem>.txt` is the editor's word over what is inferred. Here it is read, checked
 * against templates/schema/sidecar.schema.json and located; the transforms apply it.
 */
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';
import type { DocumentKind, Editor, Register, ShelfmarkUnit } from '../edition/types.js';
import type { Position } from 'unist';
import { decode } from '../host/decode.js';
import { nearest } from '../diagnostics/suggest.js';
import { isCalendarDate } from './calendar.js';
import { childAt, textAt, textsAt } from './tree.js';
import { validate } from './validate.js';
import { parseYaml, type PathInYaml, type YamlFile } from './yaml.js';

/** A sidecar that was read. Whoever applies it reports on `file`, at `placeOf` the value. */
export interface Sidecar {
  readonly value: SidecarFacts;
  readonly file: VFile;
  /** Whose word it is: id of an editor of the edition, or undefined if edition.yaml names none. */
  readonly resp: string | undefined;
  /**
   * Place of the value at a path into `value`, e.g. `['marginalia', 0, 'anchor', 'paragraph']`, or of the nearest
   * value around it.
   */
  placeOf(path: PathInYaml): Position | undefined;
}

/** What a sidecar can say. All texts are without spaces at their ends; none is empty. */
export interface SidecarFacts {
  editor?: string;
  title?: string;
  author?: string;
  addressees?: string[];
  /** ISO date of the document: a day, a month or a year. */
  date?: string;
  pageDate?: string;
  type?: DocumentKind;
  language?: string;
  /** One entry a paragraph. */
  rights?: string[];
  summary?: string[];
  blocks?: BlockWord[];
  marginalia?: MarginaliaWord[];
  notes?: NoteWord[];
  persons?: RegisterWord[];
  places?: RegisterWord[];
  copies?: CopyWord[];
}

/** Quoted words of the page that address a place; `occurrence` counts from 1. */
export interface Quotation {
  quote: string;
  occurrence?: number;
}

export interface BlockWord extends Quotation {
  is: 'abstract' | 'body' | 'report' | 'chrome' | 'heading' | 'teaser';
}

export interface MarginaliaWord {
  /** Words of the note. */
  note: string;
  occurrence?: number;
  hand?: string;
  place?: string;
  /** The one place it stands beside. */
  anchor?: AnchorWord;
  /** The places it stands beside, where there are several; never beside `anchor`. */
  anchors?: AnchorWord[];
}

/** `paragraph` and `quote` are quoted words; points are printed numbers; a document may be meant at one end of it. */
export type AnchorWord =
  | { kind: 'paragraph'; paragraph: string }
  | { kind: 'quote'; quote: string }
  | { kind: 'points'; points: string[] }
  | { kind: 'document'; document?: 'top' | 'bottom' };

export interface NoteWord {
  /** Quoted words after which the note is called. */
  after: string;
  occurrence?: number;
  text: string;
  /** Id of the editor whose note it is; undefined if edition.yaml names none. */
  resp?: string;
}

export interface RegisterWord {
  /** Name as it stands in the document. */
  name: string;
  /** Preferred form. */
  as?: string;
  variants: string[];
  authorities: Register['authorities'];
  note?: string;
}

export interface CopyWord {
  /** 1 for the first copy of the page. */
  copy: number;
  repository?: string;
  country?: string;
  settlement?: string;
  language?: string;
  /** In the order of the file. */
  shelfmark?: { unit: ShelfmarkUnit; value: string }[];
  leaves?: string;
  /** True for the copy that bears the marginal notes which the page reports. */
  notes?: true;
}

/**
 * Reads a sidecar. Reports on `file`; returns undefined after an error.
 * @param bytes the file, or its text
 * @param editors of the edition: `editor` and `by` must name one of them
 */
export async function readSidecar(
  bytes: Uint8Array | string,
  file: VFile,
  editors: readonly Editor[],
): Promise<Sidecar | undefined> {
  const text = typeof bytes === 'string' ? bytes : decode(bytes, file);
  if (text === undefined) return undefined;
  file.value = text;
  const yaml = parseYaml(file);
  if (!yaml || !(await validate(yaml, 'sidecar'))) return undefined;
  const before = file.messages.length;
  const value = factsOf(yaml, editors);
  const resp = value.editor === undefined ? editors[0]?.id : editorNamed(yaml, ['editor'], editors);
  if (file.messages.length > before) return undefined;
  return { value, file, resp, placeOf: (path) => placeAround(yaml, path) };
}

/** Place of a value, or of the nearest one around it: `value` has `points` where the file may say `point`. */
function placeAround(yaml: YamlFile, path: PathInYaml): Position | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const place = yaml.placeOf(path.slice(0, length));
    if (place) return place;
  }
  return undefined;
}

function factsOf(yaml: YamlFile, editors: readonly Editor[]): SidecarFacts {
  const { verbatim } = yaml;
  const facts: SidecarFacts = {};
  const set = <K extends keyof SidecarFacts>(key: K, value: SidecarFacts[K] | undefined): void => {
    if (value !== undefined) facts[key] = value;
  };
  const text = (...path: PathInYaml): string | undefined => textAt(verbatim, path);
  set('editor', text('editor'));
  set('title', text('title'));
  set('author', text('author') ?? text('author', 'name'));
  set('addressees', textsAt(verbatim, ['addressees']));
  set('date', dateAt(yaml, ['date']));
  set('pageDate', dateAt(yaml, ['pageDate']));
  // The schema admits these words only.
  set('type', text('type') as DocumentKind | undefined);
  set('language', text('language'));
  set('rights', textsAt(verbatim, ['rights']));
  set('summary', textsAt(verbatim, ['summary']));
  set('blocks', each(yaml, ['blocks'], blockAt));
  set('marginalia', each(yaml, ['marginalia'], marginaliaAt));
  set(
    'notes',
    each(yaml, ['notes'], (file, path) => noteAt(file, path, editors)),
  );
  set('persons', each(yaml, ['persons'], registerAt));
  set('places', each(yaml, ['places'], registerAt));
  set('copies', each(yaml, ['copies'], copyAt));
  return facts;
}

function each<T>(
  yaml: YamlFile,
  path: PathInYaml,
  read: (yaml: YamlFile, path: PathInYaml) => T,
): T[] | undefined {
  const list = childAt(yaml.verbatim, path);
  return Array.isArray(list) ? list.map((_, i) => read(yaml, [...path, i])) : undefined;
}

function blockAt(yaml: YamlFile, path: PathInYaml): BlockWord {
  return {
    quote: required(yaml, [...path, 'quote']),
    ...occurrenceAt(yaml, path),
    // The schema admits these words only.
    is: required(yaml, [...path, 'is']) as BlockWord['is'],
  };
}

function marginaliaAt(yaml: YamlFile, path: PathInYaml): MarginaliaWord {
  const anchor = anchorAt(yaml, [...path, 'anchor']);
  const anchors = each(yaml, [...path, 'anchors'], placeAt);
  if (anchor && anchors) {
    report(yaml.file, 'config-value', {
      place: yaml.placeOf([...path, 'anchors']),
      actual: '`anchors` beside `anchor`',
      expected: 'one of the two',
    });
  }
  return {
    note: required(yaml, [...path, 'note']),
    ...occurrenceAt(yaml, path),
    ...optional('hand', textAt(yaml.verbatim, [...path, 'hand'])),
    ...optional('place', textAt(yaml.verbatim, [...path, 'place'])),
    ...(anchor && { anchor }),
    ...(anchors && { anchors }),
  };
}

/** One of several places: a printed number, `document`, `top` or `bottom`, quoted words, or a mapping as under `anchor`. */
function placeAt(yaml: YamlFile, path: PathInYaml): AnchorWord {
  const word = textAt(yaml.verbatim, path);
  if (word === undefined) {
    const anchor = anchorAt(yaml, path);
    if (!anchor) throw new Error(`the schema let ${path.join('.')} be no anchor`);
    return anchor;
  }
  if (typeof childAt(yaml.typed, path) === 'number') return { kind: 'points', points: [word] };
  if (word === 'document') return { kind: 'document' };
  if (word === 'top' || word === 'bottom') return { kind: 'document', document: word };
  return { kind: 'quote', quote: word };
}

function anchorAt(yaml: YamlFile, path: PathInYaml): AnchorWord | undefined {
  const { verbatim } = yaml;
  const paragraph = textAt(verbatim, [...path, 'paragraph']);
  if (paragraph !== undefined) return { kind: 'paragraph', paragraph };
  const quote = textAt(verbatim, [...path, 'quote']);
  if (quote !== undefined) return { kind: 'quote', quote };
  const points = textsAt(verbatim, [...path, 'points']) ?? textsAt(verbatim, [...path, 'point']);
  if (points !== undefined) return { kind: 'points', points };
  const document = textAt(verbatim, [...path, 'document']);
  return document === 'top' || document === 'bottom' ? { kind: 'document', document } : undefined;
}

function noteAt(yaml: YamlFile, path: PathInYaml, editors: readonly Editor[]): NoteWord {
  const by = textAt(yaml.verbatim, [...path, 'by']);
  const general = textAt(yaml.verbatim, ['editor']);
  const resp =
    by !== undefined
      ? editorNamed(yaml, [...path, 'by'], editors)
      : (editors.find((editor) => editor.name === general) ?? editors[0])?.id;
  return {
    after: required(yaml, [...path, 'after']),
    ...occurrenceAt(yaml, path),
    text: required(yaml, [...path, 'text']),
    ...optional('resp', resp),
  };
}

function registerAt(yaml: YamlFile, path: PathInYaml): RegisterWord {
  const authorities: Register['authorities'] = [];
  for (const type of ['VIAF', 'GND', 'wikidata', 'geonames'] as const) {
    const value = textAt(yaml.verbatim, [...path, type]);
    if (value !== undefined) authorities.push({ type, value });
  }
  return {
    name: required(yaml, [...path, 'name']),
    ...optional('as', textAt(yaml.verbatim, [...path, 'as'])),
    variants: textsAt(yaml.verbatim, [...path, 'variants']) ?? [],
    authorities,
    ...optional('note', textAt(yaml.verbatim, [...path, 'note'])),
  };
}

function copyAt(yaml: YamlFile, path: PathInYaml): CopyWord {
  const text = (key: string): string | undefined => textAt(yaml.verbatim, [...path, key]);
  const shelfmark = childAt(yaml.verbatim, [...path, 'shelfmark']);
  const parts =
    typeof shelfmark === 'object' && shelfmark !== null
      ? Object.keys(shelfmark).map((unit) => ({
          // The schema admits the names of units only.
          unit: unit as ShelfmarkUnit,
          value: required(yaml, [...path, 'shelfmark', unit]),
        }))
      : undefined;
  return {
    copy: Number(text('copy')),
    ...optional('repository', text('repository')),
    ...optional('country', text('country')),
    ...optional('settlement', text('settlement')),
    ...optional('language', text('language')),
    ...optional('shelfmark', parts),
    ...optional('leaves', text('leaves')),
    ...optional('notes', childAt(yaml.typed, [...path, 'notes']) === true ? true : undefined),
  };
}

function optional<K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, T>); // a computed key is typed as string
}

function occurrenceAt(yaml: YamlFile, path: PathInYaml): { occurrence?: number } {
  const occurrence = textAt(yaml.verbatim, [...path, 'occurrence']);
  return occurrence === undefined ? {} : { occurrence: Number(occurrence) };
}

function required(yaml: YamlFile, path: PathInYaml): string {
  const text = textAt(yaml.verbatim, path);
  if (text === undefined) throw new Error(`the schema let ${path.join('.')} be absent`);
  return text;
}

function dateAt(yaml: YamlFile, path: PathInYaml): string | undefined {
  const date = textAt(yaml.verbatim, path);
  if (date !== undefined && !isCalendarDate(date)) {
    report(yaml.file, 'config-value', {
      place: yaml.placeOf(path),
      actual: date,
      expected: 'a date of the calendar',
    });
  }
  return date;
}

function editorNamed(yaml: YamlFile, path: PathInYaml, editors: readonly Editor[]): string | undefined {
  const name = textAt(yaml.verbatim, path);
  const editor = editors.find((one) => one.name === name);
  if (editor || name === undefined) return editor?.id;
  const meant = nearest(
    name,
    editors.map((one) => one.name),
  );
  report(yaml.file, 'editor-unknown', {
    place: yaml.placeOf(path),
    actual: `editor “${name}”`,
    expected:
      meant !== undefined
        ? `“${meant}”`
        : editors.length > 0
          ? `one of ${editors.map((one) => one.name).join(', ')}`
          : 'an editor named in edition.yaml, which names none',
  });
  return undefined;
}
