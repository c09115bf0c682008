/** The file that `--report` asks for. */
import { VFile } from 'vfile';
import { within } from '../config/project.js';
import { diagnosticsOf, type Diagnostic } from '../diagnostics/format.js';
import { report } from '../diagnostics/report.js';
import type { ChromeLine } from '../edition/types.js';
import type { Format } from '../build/formats.js';
import { HostError, type FileHost } from '../host.js';

/** What became of a source. */
export interface SourceReport {
  file: string;
  /** `refused`: it has errors; `failed`: the program did. */
  status: 'built' | 'checked' | 'refused' | 'failed';
  outputs: { format: Format; file: string; bytes: number; sha256: string; pages?: number }[];
  /** Lines of the page that are no part of the edition. */
  chrome: { line: number; column: number; text: string; rule: string }[];
}

export class Report {
  readonly #diagnostics: Diagnostic[] = [];
  readonly #sources: SourceReport[] = [];
  readonly #seen = new Set<VFile>();

  add(files: readonly VFile[]): void {
    for (const file of files) {
      if (this.#seen.has(file)) continue;
      this.#seen.add(file);
      this.#diagnostics.push(...diagnosticsOf(file));
    }
  }

  addSource(source: SourceReport): void {
    this.#sources.push(source);
  }

  /**
   * Writes the report.
   * @param taken absolute real paths that it must not overwrite
   * @param outs folders that the command makes if need be
   * @returns files with what stood in its way
   */
  async write(
    path: string,
    taken: ReadonlySet<string>,
    host: FileHost,
    outs: readonly string[] = [],
  ): Promise<VFile[]> {
    const obstacle = await obstacleTo(path, taken, host, outs);
    if (obstacle) return [obstacle];
    const text = `${JSON.stringify({ diagnostics: this.#diagnostics, sources: this.#sources }, undefined, 2)}\n`;
    try {
      await host.write(path, new TextEncoder().encode(text));
      return [];
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      const file = new VFile({ path });
      report(file, 'out-unwritable', { reason: error.message });
      return [file];
    }
  }
}

/** What stands in the way of writing a report: a file with a diagnostic, or undefined. */
export async function obstacleTo(
  path: string,
  taken: ReadonlySet<string>,
  host: FileHost,
  outs: readonly string[] = [],
): Promise<VFile | undefined> {
  const file = new VFile({ path });
  const folder = host.absolute(`${path}/..`);
  try {
    const found = await host.stat(path);
    if (taken.has(host.absolute(path)) || taken.has(await host.real(path))) {
      report(file, 'output-overwrites-source', {
        reason: 'The report would overwrite a file of the edition',
      });
    } else if (found && found.kind === 'directory') {
      report(file, 'out-unwritable', { reason: 'The report cannot be written: this is a folder' });
    } else if (found && found.kind !== 'file') {
      // A device or pipe would be replaced by a file.
      report(file, 'out-unwritable', { reason: 'The report cannot be written: this is no file' });
    } else if (!found && !(await host.writable(folder))) {
      report(file, 'out-unwritable', { reason: 'The report cannot be written in this folder' });
    } else if (![host.cwd(), ...outs].some((own) => within(folder, own)) && !(await host.stat(folder))) {
      // Below the working folder it is made; elsewhere a name that was mistyped would leave folders behind.
      report(file, 'out-unwritable', { reason: 'The report cannot be written: there is no such folder' });
    }
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    report(file, 'out-unwritable', { reason: error.message });
  }
  return file.messages.length > 0 ? file : undefined;
}

/** Chrome as the report shows it. */
export function chromeOf(lines: readonly ChromeLine[]): SourceReport['chrome'] {
  return lines.map(({ text, position, rule }) => ({
    line: position.start.line,
    column: position.start.column,
    text,
    rule,
  }));
}
