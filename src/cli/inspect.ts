/** `marginalia inspect`: what a source is at a station. */
import { report } from '../diagnostics/report.js';
import { hasErrors } from '../diagnostics/report.js';
import { nearest } from '../diagnostics/suggest.js';
import { Press } from '../build.js';
import { stages, type Stage } from '../build/types.js';
import type { FileHost } from '../host.js';
import { helpOn, type Request } from './arguments.js';
import { legibleJson } from './json.js';
import { Printer } from './printer.js';
import { settle, settleProjects } from './settle.js';
import { readSource } from './source-file.js';
import { collectSources } from './sources.js';
import type { Streams } from './streams.js';

/** Prints one station of one source. Errors that come later on the road do not matter here. */
export async function runInspect(request: Request, host: FileHost, streams: Streams): Promise<0 | 1> {
  const { file, operands, values } = request;
  const printer = new Printer(host, streams, values.quiet !== undefined);
  const settled = await settle(request, host);
  const stage = stageOf(request);
  if (operands.length !== 1) {
    report(file, 'option-value', {
      ...(operands.length === 0
        ? { reason: 'inspect needs a source: marginalia inspect FILE --stage STAGE' }
        : {
            actual: `${String(operands.length)} sources`,
            expected: 'one: marginalia inspect FILE --stage STAGE',
          }),
      hint: helpOn(request.command),
    });
  }
  if (hasErrors(file) || stage === undefined) {
    printer.diagnostics([...settled.files, file]);
    return 1;
  }

  const collection = await collectSources(operands, host);
  await settleProjects(collection, settled, host);
  const [source, ...others] = collection.sources;
  if (others.length > 0) {
    report(file, 'option-value', {
      actual: 'folder with several sources',
      expected: 'one source',
      hint: helpOn(request.command),
    });
  }
  printer.diagnostics([...settled.files, ...collection.files, file]);
  if (!source || hasErrors(file) || collection.files.some(hasErrors)) return 1;

  const { content, files } = await readSource(source, host);
  printer.diagnostics(files);
  if (!content) return 1;
  const { design, designs } = settled;
  const press = new Press({ host, designs, ...(design !== undefined && { design }) });
  try {
    const { view, files: told, timings } = await press.inspect(content, stage);
    printer.diagnostics(told);
    if (view !== undefined) {
      streams.stdout.write(typeof view === 'string' ? view : `${legibleJson(view)}\n`);
    }
    if (values.timings !== undefined) {
      for (const [station, time] of timings)
        streams.stderr.write(`${station.padEnd(12)} ${time.toFixed(1)} ms\n`);
    }
    return told.some(hasErrors) ? 1 : 0;
  } finally {
    await press.close();
  }
}

function stageOf({ file, values, places, command }: Request): Stage | undefined {
  const { stage } = values;
  const known = stages.find((one) => one === stage);
  if (known) return known;
  report(file, 'option-value', {
    place: places.stage,
    ...(stage === undefined
      ? { reason: `inspect needs --stage ${stages.join('|')}` }
      : { actual: `stage ${stage}`, expected: nearest(stage, stages) ?? `--stage ${stages.join('|')}` }),
    hint: helpOn(command),
  });
  return undefined;
}
