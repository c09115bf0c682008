/** The command line, as a function: one caller of the library. */
import type { VFile } from 'vfile';
import type { FileHost } from '../host.js';
import { version } from '../version.js';
import type { Pressman } from '../build/pressman.js';
import { OutsideRepertoire } from './repertoire.js';
import type { Streams } from './streams.js';

/**
 * Runs a command.
 * @param argv words after the program's name
 * @param openPress gives a pressman who works beside this thread, where there can be one
 * @param planned hears how many sources will be built or checked, before anything is said or written
 * @returns the exit code: 0 done, also with warnings; 1 a source or an option is wrong; 2 the program failed
 * Throws `OutsideRepertoire` if the host or `planned` does.
 */
export async function main(
  argv: readonly string[],
  host: FileHost,
  streams: Streams,
  openPress: () => Pressman | undefined = () => undefined,
  planned: (sources: number) => void = () => undefined,
): Promise<0 | 1 | 2> {
  try {
    return await run(argv, host, streams, openPress, planned);
  } catch (error) {
    if (error instanceof OutsideRepertoire) throw error;
    const { describeFailure } = await import('./failure.js');
    streams.stderr.write(describeFailure(error, host));
    return 2;
  }
}

async function run(
  argv: readonly string[],
  host: FileHost,
  streams: Streams,
  openPress: () => Pressman | undefined,
  planned: (sources: number) => void,
): Promise<0 | 1 | 2> {
  const print = (text: string): 0 => {
    streams.stdout.write(text);
    return 0;
  };
  // Before anything is loaded: scripts ask for it.
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) return print(`${version}\n`);
  const { readArguments } = await import('./arguments.js');
  const request = readArguments(argv);
  if (request.file.messages.length > 0) return refuse(request.file, request.values.report, host, streams);
  if (request.version) return print(`${version}\n`);
  if (request.help || request.command === undefined) {
    const { help } = await import('./commands.js');
    return print(help(request.command));
  }
  switch (request.command) {
    case 'build':
    case 'check': {
      const pressman = openPress();
      const { runBuild } = await import('./build.js');
      try {
        return await runBuild(request, host, streams, pressman, planned);
      } finally {
        await pressman?.close();
      }
    }
    case 'inspect': {
      const { runInspect } = await import('./inspect.js');
      return runInspect(request, host, streams);
    }
  }
}

/** A command line that is wrong: nothing is done but saying so, also in the report. */
async function refuse(file: VFile, report: string | undefined, host: FileHost, streams: Streams): Promise<1> {
  const { Printer } = await import('./printer.js');
  const printer = new Printer(host, streams, false);
  printer.diagnostics([file]);
  if (report !== undefined) {
    const { Report } = await import('./report.js');
    const written = new Report();
    written.add([file]);
    printer.diagnostics(await written.write(report, new Set(), host));
  }
  return 1;
}
