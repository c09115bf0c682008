/**
 * `edition.yaml`: the project file. What it says is checked against templates/schema/edition.schema.json and for
 * what a schema cannot say (calendar days, check digits, paths that leave the project).
 */
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';
import type { Editor, Publication } from '../edition/types.js';
import type { Behaviour } from '../galley/behaviours.js';
import type { FileHost } from '../host.js';
import type { AuthorityFile } from '../read/authority.js';
import type { VocabularyFile } from '../read/vocabulary.js';
import { readConfigFile } from './file.js';
import { textAt, textsAt, childAt } from './tree.js';
import { isCalendarDay } from './calendar.js';
import { soundEntries } from './sound-entries.js';
import { faultsOf } from './validate.js';
import { parseYaml, type PathInYaml, type YamlFile } from './yaml.js';

export const projectFileName = 'edition.yaml';

/** What an edition says of itself: without paths, so that it can also be given to `build` in memory. */
export interface ProjectFacts {
  editors: Editor[];
  publication: Omit<Publication, 'date'>;
  /** BCP 47; the first is taken for a page that does not tell its language. */
  languages: string[];
  /** ISO date of the edition. */
  date?: string;
  /** Name of a page design; absolute path of one of the project's own (`design: designs/ours.yaml`). */
  design?: string;
  /** Tables of the project's own, as read (`readTables`). */
  tables?: OwnTables;
}

/** What a project's own tables say, in the order in which they are laid over ours. Shapes: `readTables` makes sure of them. */
export interface OwnTables {
  readonly authority: readonly AuthorityFile[];
  readonly vocabulary: readonly VocabularyFile[];
  readonly behaviours: readonly Behaviour[];
}

/** Kinds of a project's own tables, as `tables` names them. */
export const tableKinds = ['authority', 'vocabulary', 'behaviours'] as const;
export type TableKind = (typeof tableKinds)[number];

/** A file with a table of the project's own. */
export interface TableFile {
  kind: TableKind;
  /** Absolute. */
  path: string;
  /** Where the project file names it. */
  named: PathInYaml;
}

/** `edition.yaml` as read. */
export interface Project extends ProjectFacts {
  /** The project file with its diagnostics. */
  file: VFile;
  /** Folder of the project file, absolute. */
  folder: string;
  /** Absolute paths; undefined where the file does not name them. */
  sources: string[] | undefined;
  out: string | undefined;
  /** The project's own tables, in the order in which they are laid over ours; `readTables` reads them. */
  tableFiles: readonly TableFile[];
  /** Place of a value in the file. */
  placeOf(path: PathInYaml): Position | undefined;
}

/** What is known of an edition without `edition.yaml`. */
export function noFacts(): ProjectFacts {
  return { editors: [], publication: {}, languages: [] };
}

/**
 * Finds the project file that a path belongs to: the nearest one upward.
 * @param from absolute path of a folder
 * @returns absolute path of the file, or undefined
 */
export async function findProjectFile(from: string, host: FileHost): Promise<string | undefined> {
  for (let folder = from; ;) {
    const path = folder.endsWith('/') ? `${folder}${projectFileName}` : `${folder}/${projectFileName}`;
    if ((await host.stat(path))?.kind === 'file') return path;
    const parent = folder.replace(/\/?[^/]*$/, '') || '/';
    if (parent === folder || !folder.includes('/')) return undefined;
    folder = parent;
  }
}

/**
 * Reads a project file. Its diagnostics are in `file`; with an error among them the facts are incomplete and
 * nothing should be built.
 * @param path absolute path
 * @param shown the path as the user is to see it
 */
export async function readProject(path: string, shown: string, host: FileHost): Promise<Project> {
  const folder = path.replace(/\/[^/]*$/, '') || '/';
  const file = await readConfigFile(path, shown, host);
  const empty: Project = {
    ...noFacts(),
    file,
    folder,
    sources: undefined,
    out: undefined,
    tableFiles: [],
    placeOf: () => undefined,
  };
  if (file.messages.length > 0) return empty;
  const parsed = parseYaml(file);
  const faults = parsed ? await faultsOf(parsed, 'edition') : [];
  // What else is wrong is told in the same run.
  const yaml = parsed && soundEntries(parsed, faults);
  if (!yaml) return empty;
  const pathsOf = async (...at: PathInYaml): Promise<string[] | undefined> =>
    (await pathsBelow(yaml, at, folder, host))?.map(({ path }) => path);
  const sources = await pathsOf('sources');
  const [out] = (await pathsOf('out')) ?? [];
  const facts = factsOf(yaml);
  if (facts.design !== undefined && isDesignFile(facts.design)) {
    const [design] = (await pathsOf('design')) ?? [];
    if (design !== undefined) facts.design = design;
  }
  const tableFiles: TableFile[] = [];
  for (const kind of tableKinds) {
    for (const found of (await pathsBelow(yaml, ['tables', kind], folder, host)) ?? [])
      tableFiles.push({ kind, ...found });
  }
  if (faults.length > 0) return empty;
  return { ...facts, file, folder, sources, out, tableFiles, placeOf: (at) => yaml.placeOf(at) };
}

/** True for a path, false for the name of a design that ships with the program. */
export function isDesignFile(design: string): boolean {
  return design.includes('/') || /\.ya?ml$/i.test(design);
}

function factsOf(yaml: YamlFile): ProjectFacts {
  const text = (...path: PathInYaml): string | undefined => textAt(yaml.verbatim, path);
  const date = text('date');
  if (date !== undefined && !isCalendarDay(date)) {
    report(yaml.file, 'config-value', {
      place: yaml.placeOf(['date']),
      actual: date,
      expected: 'a day of the calendar',
    });
  }
  const series = text('title');
  const publisher = text('publisher');
  const version = text('version');
  const licenceText = text('licence') ?? text('licence', 'text');
  const url = text('licence', 'url');
  const identifierType = text('identifier', 'type');
  const identifierValue = text('identifier', 'value');
  const design = text('design');
  return {
    editors: editorsOf(yaml),
    publication: {
      ...(series !== undefined && { series }),
      ...(publisher !== undefined && { publisher }),
      ...(licenceText !== undefined && { licence: { text: licenceText, ...(url !== undefined && { url }) } }),
      ...(identifierType !== undefined &&
        identifierValue !== undefined && { identifier: { type: identifierType, value: identifierValue } }),
      ...(version !== undefined && { version }),
    },
    languages: textsAt(yaml.verbatim, ['languages']) ?? [],
    ...(date !== undefined && { date }),
    ...(design !== undefined && { design }),
  };
}

function editorsOf(yaml: YamlFile): Editor[] {
  const list = childAt(yaml.verbatim, ['editors']);
  if (!Array.isArray(list)) return [];
  return list.map((_, i) => {
    const orcid = textAt(yaml.verbatim, ['editors', i, 'orcid'])?.replace(/^https?:\/\/orcid\.org\//, '');
    if (orcid !== undefined && !orcidChecks(orcid)) {
      report(yaml.file, 'config-value', {
        place: yaml.placeOf(['editors', i, 'orcid']),
        actual: `ORCID iD ${orcid}, whose check digit is wrong`,
        expected: 'an iD as orcid.org shows it',
      });
    }
    const role = textAt(yaml.verbatim, ['editors', i, 'role']);
    return {
      id: `editor-${String(i + 1)}`,
      name: textAt(yaml.verbatim, ['editors', i, 'name']) ?? '',
      ...(orcid !== undefined && { orcid }),
      ...(role !== undefined && { role }),
    };
  });
}

/** Check digit of an ORCID iD: ISO 7064, MOD 11-2. */
function orcidChecks(orcid: string): boolean {
  let total = 0;
  for (const digit of orcid.slice(0, -1).replaceAll('-', '')) total = ((total + Number(digit)) * 2) % 11;
  const check = (12 - total) % 11;
  return orcid.at(-1) === (check === 10 ? 'X' : String(check));
}

/** The paths under a key, absolute; reports those that leave the folder by name or by a link. */
async function pathsBelow(
  yaml: YamlFile,
  key: PathInYaml,
  folder: string,
  host: FileHost,
): Promise<{ path: string; named: PathInYaml }[] | undefined> {
  const value = childAt(yaml.verbatim, key);
  const texts = textsAt(yaml.verbatim, key);
  if (texts === undefined) return undefined;
  const paths: { path: string; named: PathInYaml }[] = [];
  const home = await host.real(folder);
  for (const [i, text] of texts.entries()) {
    const named = Array.isArray(value) ? [...key, i] : key;
    const place = yaml.placeOf(named);
    const path = host.absolute(`${folder}/${text}`);
    const inside = !/^([/\\]|[A-Za-z]:)/.test(text) && within(path, folder);
    if (!inside || !within(await host.real(path), home)) {
      report(yaml.file, 'config-path', {
        place,
        reason: `The path “${text}” leads out of the project${inside ? ' (by a link)' : ''}`,
      });
    } else paths.push({ path, named });
  }
  return paths;
}

/** True if a path is the folder or lies in it. Both absolute and plain. */
export function within(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
