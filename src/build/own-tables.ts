/** Tables of a project's own: archives, words, behaviours (`tables` in edition.yaml). */
import type { VFile } from 'vfile';
import { readConfigFile } from '../config/file.js';
import type { OwnTables, TableFile } from '../config/project.js';
import { validate } from '../config/validate.js';
import { parseYaml, type YamlFile } from '../config/yaml.js';
import { report } from '../diagnostics/report.js';
import { nearest } from '../diagnostics/suggest.js';
import { readBehaviours } from '../galley/extension.js';
import type { Behaviour } from '../galley/behaviours.js';
import type { FileHost, Host } from '../host.js';
import type { AuthorityFile } from '../read/authority.js';
import type { VocabularyFile } from '../read/vocabulary.js';
import { loadTables } from './tables.js';

/** Files of tables as read: `tables` holds those that fit; what does not is reported on its file. */
export interface ReadTables {
  tables: OwnTables;
  /** In the order of the files asked for. */
  files: VFile[];
}

/**
 * Reads a project's own tables and checks them against their schemas (templates/schema/), and for what a schema cannot
 * say: archives without a name, notations that are in no table, behaviours whose keys do not go together.
 * @param shown what to call a path
 */
export async function readTables(
  tableFiles: readonly TableFile[],
  shown: (path: string) => string,
  host: FileHost & Pick<Host, 'resource'>,
): Promise<ReadTables> {
  const authority: AuthorityFile[] = [];
  const vocabulary: VocabularyFile[] = [];
  const behaviours: Behaviour[] = [];
  const files: VFile[] = [];
  const archives: { yaml: YamlFile; table: AuthorityFile }[] = [];
  for (const { kind, path } of tableFiles) {
    const file = await readConfigFile(path, shown(path), host);
    files.push(file);
    if (file.messages.length > 0) continue;
    const yaml = parseYaml(file);
    if (!yaml || !(await validate(yaml, kind))) continue;
    // What fits a schema has the type that the schema describes.
    if (kind === 'behaviours') behaviours.push(...readBehaviours(yaml.typed, file, (i) => yaml.placeOf([i])));
    else if (kind === 'vocabulary') vocabulary.push(yaml.typed as VocabularyFile);
    else {
      const table = yaml.typed as AuthorityFile;
      authority.push(table);
      archives.push({ yaml, table });
    }
  }
  if (archives.length > 0) await checkKeys(archives, host);
  return { tables: { authority, vocabulary, behaviours }, files };
}

/** Keys that a table leads to must be in it, in another of the project, or among those that ship. */
async function checkKeys(
  archives: readonly { yaml: YamlFile; table: AuthorityFile }[],
  host: Pick<Host, 'resource'>,
): Promise<void> {
  const { authority: ours } = await loadTables(host);
  const keysOf = (part: 'repositories' | 'notations'): Set<string> =>
    new Set([ours, ...archives.map(({ table }) => table)].flatMap((table) => Object.keys(table[part] ?? {})));
  const notations = keysOf('notations');
  const named = new Set(
    [ours, ...archives.map(({ table }) => table)].flatMap(({ repositories }) =>
      Object.entries(repositories ?? {}).flatMap(([key, { name }]) => (name === undefined ? [] : [key])),
    ),
  );
  for (const { yaml, table } of archives) {
    for (const [key, { notation }] of Object.entries(table.repositories ?? {})) {
      if (!named.has(key)) {
        report(yaml.file, 'config-missing', {
          place: yaml.placeOfKey(['repositories', key]),
          reason: `The archive “${key}” is a new one, and the key “name” is missing here`,
        });
      }
      if (notation !== undefined) checkNotation(yaml, ['repositories', key, 'notation'], notation, notations);
    }
    for (const [key, { extends: other }] of Object.entries(table.notations ?? {}))
      if (other !== undefined) checkNotation(yaml, ['notations', key, 'extends'], other, notations);
  }
}

function checkNotation(
  yaml: YamlFile,
  path: readonly string[],
  notation: string,
  known: ReadonlySet<string>,
): void {
  if (known.has(notation)) return;
  const keys = [...known].sort();
  report(yaml.file, 'config-value', {
    place: yaml.placeOf(path),
    actual: `notation “${notation}”`,
    expected: nearest(notation, keys) ?? `one of ${keys.join(', ')}`,
  });
}
