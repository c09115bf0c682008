/**
 * The folders that outputs go to: what may be written there, and the writing itself. Each file is written beside its
 * place; only when all of a source's are there do they take their places, the TEI last.
 */
import { VFile } from 'vfile';
import { within } from '../config/project.js';
import { report } from '../diagnostics/report.js';
import { HostError, type Claim, type FileHost, type StagedFile } from '../host.js';
import type { Output } from '../build/formats.js';
import { formatSums, outputName, readSums, sha256, sumsFileName, type Sums } from './sums.js';
import { shownFrom } from './sources.js';

/** A folder that outputs go to. */
export class OutputFolder {
  /** Diagnostics on the folder and its list of checksums. */
  readonly files: VFile[] = [];
  #sums: Sums;
  #claim: Claim | undefined;
  #unsaved = 0;
  #touched = false;

  private constructor(
    /** Absolute. */
    readonly path: string,
    /** As the user is to see it. */
    readonly shown: string,
    readonly host: FileHost,
    sums: Sums,
  ) {
    this.#sums = sums;
  }

  /**
   * Looks at a folder before anything is built for it. Reports `out-unwritable`, `out-inside-sources` and
   * `sums-malformed` in `files`.
   * @param roots absolute folders that sources were taken from
   * @param beside absolute folders of sources that were named one by one
   * @param force a malformed list is made anew
   */
  static async open(
    path: string,
    roots: ReadonlySet<string>,
    beside: ReadonlySet<string>,
    host: FileHost,
    force: boolean,
  ): Promise<OutputFolder> {
    const shown = shownFrom(path, host.cwd());
    const file = new VFile({ path: shown });
    let sums: Sums = new Map();
    const files = [file];
    try {
      const real = await host.real(path);
      for (const root of roots) {
        if (within(path, root) || within(real, await host.real(root))) {
          report(file, 'out-inside-sources', {
            reason: `The folder for the editions lies in ${shownFrom(root, host.cwd())}, from which the sources are taken`,
          });
          break;
        }
      }
      for (const folder of beside) {
        if (file.messages.length > 0 || (path !== folder && real !== (await host.real(folder)))) continue;
        report(file, 'out-inside-sources', {
          reason: `The folder for the editions is the one that sources are taken from, ${shownFrom(folder, host.cwd())}`,
        });
      }
      const found = await host.stat(path);
      if (found && found.kind !== 'directory') {
        report(file, 'out-unwritable', { reason: 'This is no folder' });
      } else if (!(await host.writable(path))) {
        report(file, 'out-unwritable', { reason: 'The folder cannot be made or written in' });
      } else {
        const list = await readSums(path, `${shown}/${sumsFileName}`, host);
        sums = list.sums;
        if (!force) files.push(list.file);
      }
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      report(file, 'out-unwritable', { reason: error.message });
    }
    const folder = new OutputFolder(path, shown, host, sums);
    folder.files.push(...files.filter((one) => one.messages.length > 0));
    return folder;
  }

  get usable(): boolean {
    return this.files.length === 0;
  }

  /**
   * Takes the folder for this build alone, and reads its list of checksums as it then is. Reports `out-busy` and
   * `out-unwritable` in `files`.
   */
  async claim(): Promise<boolean> {
    const file = new VFile({ path: this.shown });
    try {
      const claim = await this.host.claim(this.path);
      if ('release' in claim) {
        this.#claim = claim;
        this.#sums = (await readSums(this.path, `${this.shown}/${sumsFileName}`, this.host)).sums;
        return true;
      }
      report(file, 'out-busy', {
        reason: `Another build (${claim.holder}) is writing into this folder`,
        hint: `Wait for it to end, or choose another folder with --out. If there is none, remove ${shownFrom(claim.path, this.host.cwd())}.`,
      });
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      report(file, 'out-unwritable', { reason: error.message });
    }
    this.files.push(file);
    return false;
  }

  /** Gives the folder back. */
  async release(): Promise<void> {
    const claim = this.#claim;
    this.#claim = undefined;
    try {
      await claim?.release();
    } catch (error) {
      // A folder that is gone needs no release; the next build takes over what is left of it.
      if (!(error instanceof HostError)) throw error;
    }
  }

  /**
   * What keeps the outputs of a source from taking their places: files of the folder with `output-edited`, `output-foreign`,
   * `output-overwrites-source` or `out-unwritable`.
   * @param sources absolute real paths of all files that editions are made from
   * @param source the source, as the user is to see it
   */
  async obstaclesTo(
    outputs: readonly Output[],
    sources: ReadonlySet<string>,
    source: string,
    force: boolean,
  ): Promise<VFile[]> {
    const obstacles: VFile[] = [];
    const tell = (name: string, rule: Parameters<typeof report>[1], reason: string): void => {
      const file = new VFile({ path: `${this.shown}/${name}` });
      report(file, rule, { reason });
      obstacles.push(file);
    };
    for (const { name, bytes } of outputs) {
      const path = `${this.path}/${name}`;
      try {
        if (sources.has(await this.host.real(path))) {
          tell(
            name,
            'output-overwrites-source',
            `This output of ${source} is a file that editions are made from`,
          );
          continue;
        }
        const found = await this.host.stat(path);
        if (!found) continue;
        if (found.kind !== 'file') {
          tell(name, 'out-unwritable', `An output of ${source} cannot be written: this is no file`);
          continue;
        }
        if (force) continue;
        const recorded = this.#sums.get(name);
        const present = sha256(await this.host.read(path));
        // A build that was cut off before its list was written leaves files that are exactly what is to be written.
        if (present === recorded || present === sha256(bytes)) continue;
        if (recorded === undefined)
          tell(name, 'output-foreign', `This file was not built here; ${source} would overwrite it`);
        else tell(name, 'output-edited', `This file was edited since it was built from ${source}`);
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        tell(name, 'out-unwritable', error.message);
      }
    }
    return obstacles;
  }

  /**
   * Writes the outputs of one source. After an error the old ones are still there.
   * @returns nothing if all took their places, else a file with `out-unwritable`
   */
  async write(outputs: readonly Output[]): Promise<VFile[]> {
    // The TEI is what the others are made from: where it is new, all are.
    const ordered = [...outputs].sort((a, b) => Number(a.format === 'tei') - Number(b.format === 'tei'));
    const staged: { output: Output; file: StagedFile }[] = [];
    try {
      for (const output of ordered) {
        staged.push({ output, file: await this.host.stage(`${this.path}/${output.name}`, output.bytes) });
      }
      for (const one of staged) {
        await one.file.commit();
        this.#sums.set(one.output.name, sha256(one.output.bytes));
        this.#unsaved += 1;
        this.#touched = true;
      }
      // Written again and again while a volume is built, so that an end by force loses little; not for every source
      // of thousands, which would be quadratic.
      if (this.#unsaved * 64 >= this.#sums.size) await this.#save();
      return [];
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      const file = new VFile({ path: this.shown });
      report(file, 'out-unwritable', { reason: error.message });
      return [file];
    } finally {
      for (const one of staged) await one.file.discard();
    }
  }

  /** Writes the list of checksums, without outputs that are gone. To be called when all sources are done. */
  async close(): Promise<void> {
    if (!this.#touched) return;
    try {
      for (const name of this.#sums.keys()) {
        if (!outputName.test(name) || (await this.host.stat(`${this.path}/${name}`))) continue;
        this.#sums.delete(name);
        this.#unsaved += 1;
      }
      if (this.#unsaved > 0) await this.#save();
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      const file = new VFile({ path: `${this.shown}/${sumsFileName}` });
      report(file, 'out-unwritable', { reason: error.message });
      this.files.push(file);
    }
  }

  async #save(): Promise<void> {
    await this.host.write(`${this.path}/${sumsFileName}`, new TextEncoder().encode(formatSums(this.#sums)));
    this.#unsaved = 0;
  }
}
