/**
 * What of a file of the project can be used although its schema refuses some of it. So the rest is checked in the same run, and an editor is
 * told everything at once.
 */
import type { PathInYaml, YamlFile } from './yaml.js';

/**
 * The file without the entries that are at fault: an entry of a list, or all of a key that is no list. Places are still those in the file.
 * Undefined where nothing is left.
 * @param faults paths of the values that were refused
 */
export function soundEntries(yaml: YamlFile, faults: readonly PathInYaml[]): YamlFile | undefined {
  if (faults.length === 0) return yaml;
  if (faults.some(([key]) => key === undefined)) return undefined;
  const verbatim = { ...(yaml.verbatim as Record<string, unknown>) }; // a fault has a key, so this is a mapping
  const typed = { ...(yaml.typed as Record<string, unknown>) }; // as above
  /** By key of a list: where its remaining entries stand in the file. */
  const kept = new Map<string, number[]>();
  for (const key of new Set(faults.map(([first]) => String(first)))) {
    const own = faults.filter(([first]) => first === key);
    const list = verbatim[key];
    if (!Array.isArray(list) || own.some(([, entry]) => typeof entry !== 'number')) {
      Reflect.deleteProperty(verbatim, key);
      Reflect.deleteProperty(typed, key);
      continue;
    }
    const refused = new Set(own.map(([, entry]) => entry));
    const indexes = [...list.keys()].filter((i) => !refused.has(i));
    kept.set(key, indexes);
    for (const values of [verbatim, typed]) values[key] = indexes.map((i) => childOf(values[key], i));
  }
  const inFile = (path: PathInYaml): PathInYaml => {
    const [key, entry, ...rest] = path;
    const index = typeof entry === 'number' ? kept.get(String(key))?.[entry] : undefined;
    return key === undefined || index === undefined ? path : [key, index, ...rest];
  };
  return {
    file: yaml.file,
    verbatim,
    typed,
    placeOf: (path) => yaml.placeOf(inFile(path)),
    placeOfKey: (path) => yaml.placeOfKey(inFile(path)),
    isFlow: (path) => yaml.isFlow(inFile(path)),
  };
}

function childOf(list: unknown, index: number): unknown {
  return Array.isArray(list) ? (list[index] as unknown) : undefined;
}
