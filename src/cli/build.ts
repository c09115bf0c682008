/** `marginalia build` and `marginalia check`. */
import type { VFile } from 'vfile';
import { Press } from '../build.js';
import type { Pressman } from '../build/pressman.js';
import { countOf } from '../diagnostics/format.js';
import { hasErrors } from '../diagnostics/report.js';
import type { FileHost } from '../host.js';
import type { Request } from './arguments.js';
import { describeFailure } from './failure.js';
import { collisions } from './collisions.js';
import type { OutputFolder } from './outputs.js';
import { inputPaths, openFolders, outputPaths, planOutputs, type Planned } from './plan.js';
import { counted, Printer, sized, timed } from './printer.js';
import { chromeOf, obstacleTo, Report, type SourceReport } from './report.js';
import { settle, settleProjects, type Settled } from './settle.js';
import { readSource } from './source-file.js';
import { collectSources, type PlannedSource } from './sources.js';
import { sha256, sumsFileName } from './sums.js';
import type { Streams } from './streams.js';
import { timingTable } from './timings.js';

/** Builds, or checks, what a request asks for; prints, and writes the report. */
export async function runBuild(
  request: Request,
  host: FileHost,
  streams: Streams,
  pressman?: Pressman,
  planned?: (sources: number) => void,
): Promise<0 | 1 | 2> {
  const started = host.elapsed();
  const { values } = request;
  const run = new Run(request, host, new Printer(host, streams, values.quiet !== undefined), pressman);
  const code = await run.perform(planned);
  if (values.timings !== undefined) streams.stderr.write(run.timingTable(host.elapsed() - started));
  return code;
}

class Run {
  readonly #report = new Report();
  /** Folders of outputs. */
  readonly #outs: string[] = [];
  readonly #timings = new Map<string, number>();
  #pressTimings: ReadonlyMap<string, number> = new Map();
  readonly #files = new Set<VFile>();
  #written = 0;
  #done = 0;
  #failed = false;

  constructor(
    readonly request: Request,
    readonly host: FileHost,
    readonly printer: Printer,
    readonly pressman: Pressman | undefined,
  ) {}

  async perform(plan?: (sources: number) => void): Promise<0 | 1 | 2> {
    const { request, host } = this;
    const writes = request.command === 'build';
    const force = request.values.force !== undefined;
    const started = host.elapsed();
    const settled = await settle(request, host);
    if (hasErrors(request.file)) return this.#stop([...settled.files, request.file]);

    const collection = await collectSources(request.operands, host);
    await settleProjects(collection, settled, host);
    plan?.(collection.sources.length);
    this.#tell([...settled.files, ...collection.files]);

    const planned = await planOutputs(collection, request.values.out, host);
    const folders = await openFolders(planned, host, force);
    const taken = await inputPaths(planned, Object.keys(settled.designs), host);
    this.#tell([...folders.values()].flatMap((folder) => folder.files));
    this.#outs.push(...folders.keys());
    const reportPath = request.values.report;
    const reserved = new Set([...taken, ...(await outputPaths(planned, host))]);
    const obstacle =
      reportPath === undefined ? undefined : await obstacleTo(reportPath, reserved, host, this.#outs);
    // Where the report cannot be written, the command was wrong: nothing is done.
    if (obstacle) return this.#stop([obstacle], false);
    if ([...folders.values()].some((folder) => !folder.usable)) return this.#stop([]);
    try {
      for (const folder of writes ? folders.values() : []) {
        if (!(await folder.claim())) return await this.#stop(folder.files);
      }
      await this.#make(planned, settled, folders, taken, force, writes);
    } finally {
      for (const folder of folders.values()) await folder.release();
    }
    this.#summary(planned.length, [...folders.values()], host.elapsed() - started);
    return this.#finish(taken);
  }

  /** Builds one source after the other. */
  async #make(
    planned: readonly Planned[],
    settled: Settled,
    folders: ReadonlyMap<string, OutputFolder>,
    taken: ReadonlySet<string>,
    force: boolean,
    writes: boolean,
  ): Promise<void> {
    const { host, printer } = this;
    const clashing = collisions(planned);
    const { formats, design, designs } = settled;
    const press = new Press({
      host,
      formats,
      designs,
      ...(design !== undefined && { design }),
      ...(this.pressman && { pressman: this.pressman }),
    });
    for (const { source, out } of planned) {
      const number = `[${String(this.#done + 1)}/${String(planned.length)}]`;
      if (planned.length > 1) printer.progress(`${number} ${source.shown}`);
      const folder = folders.get(out);
      if (!folder) throw new Error(`no folder was opened for ${out}`);
      const clash = clashing.get(source);
      const project = source.project?.file;
      if (clash || (project && hasErrors(project))) {
        if (clash) this.#tell([clash]);
        this.#report.addSource({ file: source.shown, status: 'refused', outputs: [], chrome: [] });
      } else await this.#build(source, folder, press, taken, force, writes);
      this.#done += 1;
    }
    printer.endProgress();
    // Beside the desk his work is on the same account.
    if (this.pressman) this.#pressTimings = this.pressman.timings;
    await press.close();
    for (const folder of folders.values()) {
      const known = folder.files.length;
      await folder.close();
      this.#tell(folder.files.slice(known));
    }
  }

  async #build(
    source: PlannedSource,
    folder: OutputFolder,
    press: Press,
    taken: ReadonlySet<string>,
    force: boolean,
    writes: boolean,
  ): Promise<void> {
    const { host, printer } = this;
    const entry: SourceReport = { file: source.shown, status: 'refused', outputs: [], chrome: [] };
    const started = host.elapsed();
    const { content, files } = await readSource(source, host);
    const edition = content && (await press.build(content));
    const own = edition ? edition.files : files;
    const outputs: VFile[] = [];
    if (edition && edition.failure === undefined && !own.some(hasErrors)) {
      const obstacles = await folder.obstaclesTo(edition.outputs, taken, source.shown, force);
      if (obstacles.length === 0 && writes) obstacles.push(...(await folder.write(edition.outputs)));
      if (obstacles.length === 0) entry.status = writes ? 'built' : 'checked';
      outputs.push(...obstacles);
    }
    this.#tell([...own, ...outputs]);
    if (edition?.failure !== undefined) {
      // A failure of the program in one source does not cost the others their editions.
      this.#failed = true;
      entry.status = 'failed';
      if ((host.env('DEBUG') ?? '') !== '') printer.failure(describeFailure(edition.failure, host));
    }
    if (edition) {
      entry.chrome = chromeOf(edition.chrome);
      for (const [station, time] of edition.timings) {
        this.#timings.set(station, (this.#timings.get(station) ?? 0) + time);
      }
    }
    if (edition && (entry.status === 'built' || entry.status === 'checked')) {
      this.#written += 1;
      for (const output of edition.outputs) {
        const shown = `${folder.shown}/${output.name}`;
        const pages = output.pages;
        if (writes) {
          const size = `${shown}  ${sized(output.bytes.length)}`;
          printer.line(pages === undefined ? size : `${size}, ${counted(pages, 'page')}`);
          entry.outputs.push({
            format: output.format,
            file: shown,
            bytes: output.bytes.length,
            sha256: sha256(output.bytes),
            ...(pages !== undefined && { pages }),
          });
        }
      }
      if (!writes) printer.line(`${source.shown}  checked, ${timed(host.elapsed() - started)}`);
    }
    this.#report.addSource(entry);
  }

  #tell(files: readonly VFile[]): void {
    const fresh = files.filter((file) => !this.#files.has(file));
    for (const file of fresh) this.#files.add(file);
    this.printer.diagnostics(fresh);
    this.#report.add(fresh);
  }

  async #stop(files: readonly VFile[], reported = true): Promise<1> {
    this.#tell(files);
    const path = this.request.values.report;
    if (reported && path !== undefined)
      this.#tell(await this.#report.write(path, new Set(), this.host, this.#outs));
    return 1;
  }

  async #finish(taken: ReadonlySet<string>): Promise<0 | 1 | 2> {
    const path = this.request.values.report;
    if (path !== undefined) this.#tell(await this.#report.write(path, taken, this.host, this.#outs));
    if (this.#failed) return 2;
    return countOf([...this.#files]).error > 0 ? 1 : 0;
  }

  #summary(planned: number, folders: readonly OutputFolder[], time: number): void {
    const { error, warning } = countOf([...this.#files]);
    const some =
      this.#written === planned
        ? counted(planned, 'source')
        : `${String(this.#written)} of ${counted(planned, 'source')}`;
    const verb = this.request.command === 'build' ? 'built' : 'checked';
    const where =
      verb === 'built' && this.#written > 0 ? ` in ${folders.map((folder) => folder.shown).join(', ')}` : '';
    const sums = where === '' ? '' : `, checksums in ${sumsFileName}`;
    const counts = [error > 0 ? counted(error, 'error') : '', warning > 0 ? counted(warning, 'warning') : ''];
    const found = counts.filter((count) => count !== '').join(', ');
    this.printer.line(`${some} ${verb}${where}${sums}${found === '' ? '' : `, ${found}`}, ${timed(time)}`);
  }

  timingTable(total: number): string {
    return timingTable(this.#timings, this.#pressTimings, total);
  }
}
