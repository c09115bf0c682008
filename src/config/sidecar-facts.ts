/** What a sidecar says, from its YAML: values that the schema has admitted, and what a schema cannot check. */
import type { DocumentKind, Editor, Register, ShelfmarkUnit } from '../edition/types.js';
import { nearest } from '../diagnostics/suggest.js';
import { report } from '../diagnostics/report.js';
import { isCalendarDate } from './calendar.js';
import type {
  AnchorWord,
  BlockWord,
  CopyWord,
  CorrespondentWord,
  MarginaliaWord,
  NoteWord,
  RegisterWord,
  SidecarFacts,
} from './sidecar.js';
import { childAt, textAt, textsAt } from './tree.js';
import type { PathInYaml, YamlFile } from './yaml.js';

/**
 * The facts of a sidecar; reports `config-value`, `config-missing` and `editor-unknown` at their places.
 * @param editors of the edition
 */
export function sidecarFacts(yaml: YamlFile, editors: readonly Editor[]): SidecarFacts {
  const { verbatim } = yaml;
  const facts: SidecarFacts = {};
  const set = <K extends keyof SidecarFacts>(key: K, value: SidecarFacts[K] | undefined): void => {
    if (value !== undefined) facts[key] = value;
  };
  const text = (...path: PathInYaml): string | undefined => textAt(verbatim, path);
  set('editor', text('editor'));
  set('title', text('title'));
  set('authors', correspondentsAt(yaml, ['author']));
  set('addressees', correspondentsAt(yaml, ['addressees']));
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

/** A name, a mapping with one, or a list of such. */
function correspondentsAt(yaml: YamlFile, path: PathInYaml): CorrespondentWord[] | undefined {
  const listed = each(yaml, path, correspondentAt);
  return listed ?? (childAt(yaml.verbatim, path) === undefined ? undefined : [correspondentAt(yaml, path)]);
}

function correspondentAt(yaml: YamlFile, path: PathInYaml): CorrespondentWord {
  const name = textAt(yaml.verbatim, path);
  if (name !== undefined) return { name };
  // The schema admits these words only.
  const is = textAt(yaml.verbatim, [...path, 'is']) as CorrespondentWord['is'];
  return { name: required(yaml, [...path, 'name']), ...optional('is', is) };
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
  const anchors = each(yaml, [...path, 'anchors'], placeAt)?.filter((place) => place !== undefined);
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
function placeAt(yaml: YamlFile, path: PathInYaml): AnchorWord | undefined {
  const word = textAt(yaml.verbatim, path);
  if (word === undefined) return anchorAt(yaml, path);
  if (typeof childAt(yaml.typed, path) === 'number') return { kind: 'points', points: [word] };
  if (word === 'document') return { kind: 'document' };
  if (word === 'top' || word === 'bottom') return { kind: 'document', document: word };
  return { kind: 'quote', quote: word };
}

function anchorAt(yaml: YamlFile, path: PathInYaml): AnchorWord | undefined {
  const { verbatim } = yaml;
  const keys = Object.keys(childAt(verbatim, path) ?? {}); // a mapping, as the schema has it
  const addresses = keys.filter((key) => key !== 'occurrence');
  if (
    keys.length > 0 &&
    (addresses.length !== 1 || (keys.length > 1 && !/^(?:paragraph|quote)$/.test(String(addresses))))
  ) {
    report(yaml.file, 'config-value', {
      place: yaml.placeOf(path),
      actual: 'mapping of keys',
      expected:
        'one key of paragraph, point, points, quote, document, and `occurrence` only beside paragraph or quote',
    });
    return undefined;
  }
  const occurrence = occurrenceAt(yaml, path);
  const paragraph = textAt(verbatim, [...path, 'paragraph']);
  if (paragraph !== undefined) return { kind: 'paragraph', paragraph, ...occurrence };
  const quote = textAt(verbatim, [...path, 'quote']);
  if (quote !== undefined) return { kind: 'quote', quote, ...occurrence };
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
    copy: Number(required(yaml, [...path, 'copy'])),
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
  if (date === undefined || isCalendarDate(date)) return date;
  report(yaml.file, 'config-value', {
    place: yaml.placeOf(path),
    actual: date,
    expected: 'a date of the calendar',
  });
  return undefined;
}

/** Id of the editor whom a value names; reports `editor-unknown`. */
export function editorNamed(
  yaml: YamlFile,
  path: PathInYaml,
  editors: readonly Editor[],
): string | undefined {
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
