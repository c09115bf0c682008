/**
 * Which sources a command is about: from FILE and DIR arguments, or from the project. Nothing is read of a source
 * yet; what cannot be a source is reported.
 */
import { VFile } from 'vfile';
import { findProjectFile, readProject, within, type Project } from '../config/project.js';
import { report } from '../diagnostics/report.js';
import { byCodePoint, HostError, type FileHost } from '../host.js';
import {
  companions,
  extensionOf,
  folderOf,
  nameOf,
  read,
  refusal,
  registers,
  siblingOf,
  sidecarName,
  stemOf,
  unread,
} from './source-names.js';
import { outputName, readSums, sumsFileName } from './sums.js';

/** A source to be built. */
export interface PlannedSource {
  /** Path as the user is to see it: as given, or below the folder given. */
  shown: string;
  /** Absolute path. */
  path: string;
  /** Name without folder and extension: what outputs are called. */
  stem: string;
  /** Absolute path of the sidecar beside it, if there is one. */
  sidecar: string | undefined;
  /** Folder that was given, or that the project names; undefined for a FILE. */
  root: string | undefined;
  project: Project | undefined;
}

export interface Collection {
  sources: PlannedSource[];
  /** Files that were reported on: missing ones, other formats, orphaned sidecars, project files. */
  files: VFile[];
  /** The project of the working folder, if the command names no sources. */
  project: Project | undefined;
}

/** Collects the sources of a command in the order of its arguments, those of a folder by code point. */
export async function collectSources(operands: readonly string[], host: FileHost): Promise<Collection> {
  const collector = new Collector(host);
  if (operands.length > 0) {
    for (const operand of operands) await collector.take(operand, host.absolute(operand));
    return collector.collection(undefined);
  }
  const cwd = host.cwd();
  const project = await collector.projectOf(cwd);
  const named = project?.sources ?? [host.absolute(`${project?.folder ?? cwd}/sources`)];
  // A project file with an error names nothing that can be relied on.
  if (!project || !project.file.messages.some((message) => message.fatal === true)) {
    for (const path of named) await collector.take(shownFrom(path, cwd), path, project);
  }
  return collector.collection(project);
}

/** A path as the user is to see it: relative to the working folder if it lies in it. */
export function shownFrom(path: string, cwd: string): string {
  if (path === cwd) return '.';
  return within(path, cwd) ? path.slice(cwd.endsWith('/') ? cwd.length : cwd.length + 1) : path;
}

type Found = Pick<PlannedSource, 'shown' | 'path' | 'sidecar'>;

class Collector {
  readonly #sources = new Map<string, PlannedSource>();
  readonly #files: VFile[] = [];
  /** By folder. */
  readonly #projects = new Map<string, Promise<Project | undefined>>();
  /** By path of the project file. */
  readonly #read = new Map<string, Promise<Project>>();

  constructor(readonly host: FileHost) {}

  collection(project: Project | undefined): Collection {
    return { sources: [...this.#sources.values()], files: this.#files, project };
  }

  /** The project that a folder belongs to: that of the nearest `edition.yaml` upward. */
  projectOf(folder: string): Promise<Project | undefined> {
    let known = this.#projects.get(folder);
    if (!known) {
      known = findProjectFile(folder, this.host).then((path) => {
        if (path === undefined) return undefined;
        let project = this.#read.get(path);
        if (!project) {
          project = readProject(path, shownFrom(path, this.host.cwd()), this.host).then((found) => {
            this.#files.push(found.file);
            return found;
          });
          this.#read.set(path, project);
        }
        return project;
      });
      this.#projects.set(folder, known);
    }
    return known;
  }

  /** Takes a FILE or DIR that was asked for. */
  async take(shown: string, path: string, namedBy?: Project): Promise<void> {
    await this.#guarded(shown, async () => {
      const found = await this.host.stat(path);
      if (!found) {
        const hint =
          namedBy?.sources !== undefined
            ? `It is named under \`sources\` in ${namedBy.file.path}.`
            : namedBy
              ? `${namedBy.file.path} has no key \`sources\`, so they are looked for here. Name folders or files there (\`sources: letters\`, \`sources: [a.txt, b.txt]\`).`
              : shown === 'sources'
                ? 'Name a file or a folder, or put your sources into a folder `sources`.'
                : undefined;
        this.#report(shown, 'source-missing', hint === undefined ? {} : { hint });
      } else if (found.kind === 'directory') {
        const sources: Found[] = [];
        await this.#walk(shown, path, sources, await this.host.real(path));
        sources.sort((a, b) => byCodePoint(a.path, b.path));
        for (const source of sources) await this.#add(source, path);
        if (sources.length === 0) this.#report(shown, 'source-none');
      } else if (found.kind === 'other') {
        this.#report(shown, 'source-unreadable', { reason: 'This is neither a file nor a folder' });
      } else {
        const name = nameOf(path);
        if (companions.test(name) || registers.test(name) || !read.has(extensionOf(name))) {
          this.#report(shown, 'source-format-refused', refusal(name));
        } else await this.#add({ shown, path, sidecar: await this.#sidecarOf(path) }, undefined);
      }
    });
  }

  /** Adds the sources in a folder and the folders in it. */
  async #walk(shown: string, folder: string, sources: Found[], root: string): Promise<void> {
    const names = await this.host.list(folder);
    const present = new Set(names);
    const stems = new Set(names.filter((name) => read.has(extensionOf(name))).map(stemOf));
    const real = await this.host.real(folder);
    const made = present.has(sumsFileName) ? await this.#madeIn(folder, shown) : new Set<string>();
    for (const name of names) {
      if (name.startsWith('.') || made.has(name)) continue;
      const path = `${folder === '/' ? '' : folder}/${name}`;
      const inner = `${shown.replace(/\/+$/, '')}/${name}`;
      await this.#guarded(inner, async () => {
        const found = await this.host.stat(path);
        if (!found) this.#unreachable(inner, name);
        else if (found.kind === 'directory') {
          const own = (await this.host.real(path)) === `${real === '/' ? '' : real}/${name}`;
          if (own) await this.#walk(inner, path, sources, root);
          else this.#report(inner, 'source-link');
        } else if (found.kind === 'file') {
          const source = this.#sort(inner, path, present, stems);
          if (source && (await this.#stays(source, root))) sources.push(source);
        } else {
          const reason = 'This is neither a file nor a folder (a pipe, a socket or a device)';
          const named = read.has(extensionOf(name)) || stems.has(stemOf(name));
          this.#report(inner, named ? 'source-unreadable' : 'source-format', { reason, hint: 'Remove it.' });
        }
      });
    }
  }

  /** Names of the editions that were built into a folder: nobody takes them for sources. */
  async #madeIn(folder: string, shown: string): Promise<ReadonlySet<string>> {
    try {
      const { sums } = await readSums(folder, `${shown}/${sumsFileName}`, this.host);
      return new Set([...sums.keys()].filter((name) => outputName.test(name)));
    } catch (error) {
      // What it lists is told then, as if there were no list.
      if (!(error instanceof HostError)) throw error;
      return new Set();
    }
  }

  /** Refuses a source in a folder that is a link to a file elsewhere, or whose sidecar is. */
  async #stays({ path, shown, sidecar }: Found, root: string): Promise<boolean> {
    let stays = true;
    for (const [one, told] of [
      [path, shown],
      [sidecar, shown.replace(/[^/]*$/, nameOf(sidecar ?? ''))],
    ] as const) {
      if (one === undefined || within(await this.host.real(one), root)) continue;
      this.#report(told, 'source-link-outside');
      stays = false;
    }
    return stays;
  }

  /** A file in a folder: a source, a companion, or something to be told about. */
  #sort(
    shown: string,
    path: string,
    present: ReadonlySet<string>,
    stems: ReadonlySet<string>,
  ): Found | undefined {
    const name = nameOf(path);
    const extension = extensionOf(name);
    if (companions.test(name)) return undefined;
    if (registers.test(name) && !stems.has(stemOf(name))) {
      this.#report(shown, 'register-unread');
    } else if (extension === '.yaml' || extension === '.yml') {
      if (extension === '.yml' && stems.has(stemOf(name))) {
        const reason = `A sidecar ends in .yaml: call it ${stemOf(name)}.yaml`;
        this.#report(shown, 'sidecar-orphan', { reason });
      } else if (!stems.has(stemOf(name))) this.#report(shown, 'sidecar-orphan');
    } else if (read.has(extension)) {
      const sidecar = sidecarName(name);
      const beside = sidecar !== undefined && present.has(sidecar) ? siblingOf(path, sidecar) : undefined;
      return { shown, path, sidecar: beside };
    } else if (unread.has(extension)) {
      this.#report(shown, 'source-format', { reason: `Not read: ${refusal(name).reason}` });
    }
    return undefined;
  }

  /** A name in a folder that leads to nothing. */
  #unreachable(shown: string, name: string): void {
    // Node gives a name that is not UTF-8 with U+FFFD in it, and finds no file of that name.
    if (name.includes('\ufffd')) this.#report(shown, 'source-name', { reason: 'The name is not UTF-8' });
    else this.#report(shown, 'source-missing', { reason: 'This link leads nowhere' });
  }

  async #add(found: Found, root: string | undefined): Promise<void> {
    const { path } = found;
    // Named twice (a file and its folder, or its folder by another name), it is one source.
    const key = `${await this.host.real(folderOf(path))}/${nameOf(path)}`;
    if (this.#sources.has(key)) return;
    const project = await this.projectOf(folderOf(path));
    this.#sources.set(key, { ...found, stem: stemOf(nameOf(path)), root, project });
  }

  async #sidecarOf(path: string): Promise<string | undefined> {
    const name = sidecarName(nameOf(path));
    if (name === undefined) return undefined;
    const beside = siblingOf(path, name);
    return (await this.host.stat(beside))?.kind === 'file' ? beside : undefined;
  }

  #report(
    shown: string,
    rule: Parameters<typeof report>[1],
    finding: Parameters<typeof report>[2] = {},
  ): void {
    const file = new VFile({ path: shown });
    report(file, rule, finding);
    this.#files.push(file);
  }

  async #guarded(shown: string, action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      this.#report(shown, 'source-unreadable', { reason: `This cannot be read: ${error.reason}` });
    }
  }
}
