/** Which folder the outputs of each source go to, and the files that nothing may be written over. */
import { extensions } from '../build/formats.js';
import { HostError, type FileHost } from '../host.js';
import { OutputFolder } from './outputs.js';
import { folderOf } from './source-names.js';
import type { Collection, PlannedSource } from './sources.js';
import { sumsFileName } from './sums.js';

export interface Planned {
  source: PlannedSource;
  /** Absolute path of the folder; one folder has one path here, by whatever names it was given. */
  out: string;
}

/**
 * Plans where outputs go (docs/command-line.md, Outputs).
 * @param asked the folder that the command names
 */
export async function planOutputs(
  collection: Collection,
  asked: string | undefined,
  host: FileHost,
): Promise<Planned[]> {
  /** First name by real path, and by any name. */
  const first = new Map<string, string>();
  const known = new Map<string, string>();
  const planned: Planned[] = [];
  for (const source of collection.sources) {
    const out = outOf(source, collection, asked, host);
    if (!known.has(out)) {
      const real = (await realOf(out, host)) ?? out;
      if (!first.has(real)) first.set(real, out);
      known.set(out, first.get(real) ?? out);
    }
    planned.push({ source, out: known.get(out) ?? out });
  }
  return planned;
}

function outOf(
  source: PlannedSource,
  collection: Collection,
  asked: string | undefined,
  host: FileHost,
): string {
  if (asked !== undefined) return host.absolute(asked);
  const project = collection.project ?? source.project;
  if (project?.out !== undefined) return project.out;
  // An edition.yaml among the sources tells facts; `dist` beside it would lie inside them.
  const among = source.root !== undefined && `${project?.folder ?? ''}/`.startsWith(`${source.root}/`);
  return host.absolute(project && !among ? `${project.folder}/dist` : 'dist');
}

/** Opens the folders, by path. */
export async function openFolders(
  planned: readonly Planned[],
  host: FileHost,
  force: boolean,
): Promise<Map<string, OutputFolder>> {
  const roots = new Set(
    planned.flatMap(({ source }) => [
      ...(source.root === undefined ? [] : [source.root]),
      ...(source.project?.sources ?? []),
    ]),
  );
  const beside = new Set(
    planned.flatMap(({ source: { root, path } }) => (root === undefined ? [folderOf(path)] : [])),
  );
  const folders = new Map<string, OutputFolder>();
  for (const path of new Set(planned.map(({ out }) => out))) {
    folders.set(path, await OutputFolder.open(path, roots, beside, host, force));
  }
  return folders;
}

/** Real paths of all files that editions are made from. */
export async function inputPaths(
  planned: readonly Planned[],
  designs: readonly string[],
  host: FileHost,
): Promise<Set<string>> {
  const paths = new Set(designs);
  for (const { source } of planned) {
    const { path, sidecar, project } = source;
    paths.add(path);
    if (sidecar !== undefined) paths.add(sidecar);
    if (project) paths.add(`${project.folder}/edition.yaml`);
    for (const table of project?.tableFiles ?? []) paths.add(table.path);
  }
  const taken = new Set<string>();
  for (const path of paths) {
    const real = await realOf(path, host);
    if (real !== undefined) taken.add(real);
  }
  return taken;
}

/** Absolute paths of all that a build may write, and the real ones. */
export async function outputPaths(planned: readonly Planned[], host: FileHost): Promise<string[]> {
  const real = new Map<string, string>();
  for (const { out } of planned) if (!real.has(out)) real.set(out, (await realOf(out, host)) ?? out);
  return planned.flatMap(({ source, out }) =>
    [out, real.get(out) ?? out].flatMap((folder) => [
      `${folder}/${sumsFileName}`,
      ...Object.values(extensions).map((extension) => `${folder}/${source.stem}${extension}`),
    ]),
  );
}

/** The real path; undefined where the system refuses it, which is reported when the file is used. */
async function realOf(path: string, host: FileHost): Promise<string | undefined> {
  try {
    return await host.real(path);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return undefined;
  }
}
