/** The commands and options: what `--help` prints and what the command line is checked against. */

export interface Option {
  /** Name of the value; absent for a switch. */
  readonly value?: string;
  readonly short?: string;
  readonly about: string;
}

export const options = {
  out: { value: 'DIR', about: 'folder for the editions (default: `out` of edition.yaml, or dist)' },
  format: { value: 'LIST', about: 'what to make: tei, pdf, epub, separated by commas (default: all three)' },
  design: {
    value: 'NAME',
    about: 'page design, or a file with one (default: `design` of edition.yaml, or reading)',
  },
  report: { value: 'FILE.json', about: 'write diagnostics and outputs to this file as well' },
  force: { about: 'overwrite outputs that were edited by hand' },
  quiet: { short: 'q', about: 'print errors and warnings only' },
  timings: { about: 'print where the time went' },
  stage: { value: 'STAGE', about: 'edition, tei, galley or pages' },
  help: { short: 'h', about: 'print this help' },
  version: { short: 'V', about: 'print the version' },
} as const satisfies Record<string, Option>;

export type OptionName = keyof typeof options;
export const optionNames = Object.keys(options) as OptionName[]; // the keys of a constant table

interface Command {
  readonly usage: string;
  readonly about: string;
  readonly options: readonly OptionName[];
  readonly more: string;
}

export const commands = {
  build: {
    usage: 'marginalia build [FILE|DIR…] [options]',
    about: 'make the editions of the sources',
    options: ['out', 'format', 'design', 'report', 'force', 'quiet', 'timings'],
    more: `Without FILE the nearest edition.yaml upward names the sources; without one they are in sources/.
A DIR means every source in it. Each source gives OUT/<stem>.xml, .pdf and .epub; OUT/SHA256SUMS
lists their checksums. A source with errors leaves what was there; the others are built.`,
  },
  check: {
    usage: 'marginalia check [FILE|DIR…] [options]',
    about: 'do everything but writing',
    options: ['out', 'format', 'design', 'report', 'force', 'quiet', 'timings'],
    more: `Sources and options are those of build. What build would refuse is reported; nothing is written
but the report that --report asks for.`,
  },
  inspect: {
    usage: 'marginalia inspect FILE --stage STAGE [options]',
    about: 'print what a source is at a station on its road',
    options: ['stage', 'design', 'quiet', 'timings'],
    more: `edition (JSON): what an editor knows of the document. tei (XML): the deposit. galley (JSON): what a
reader sees. pages (JSON): what stands where on which page.`,
  },
} as const satisfies Record<string, Command>;

export type CommandName = keyof typeof commands;
export const commandNames = Object.keys(commands) as CommandName[]; // the keys of a constant table

const exitCodes = `Exit codes: 0 done, also with warnings; 1 a source or an option is wrong; 2 the program failed.`;

/** Help on a command, or on all of them. */
export function help(command: CommandName | undefined): string {
  if (command === undefined) {
    return `Usage: marginalia COMMAND [FILE|DIR…] [options]

Turns transcriptions of archival documents into TEI, PDF and EPUB editions that agree.

Commands
${commandNames.map((name) => row(name, commands[name].about)).join('')}
Options
${optionRows(['help', 'version'])}
More: marginalia COMMAND --help, docs/command-line.md.
${exitCodes}
`;
  }
  const { usage, about, more } = commands[command];
  return `Usage: ${usage}

${about.charAt(0).toUpperCase()}${about.slice(1)}.

${more}

Options
${optionRows([...commands[command].options, 'help'])}
${exitCodes}
`;
}

function optionRows(names: readonly OptionName[]): string {
  return names
    .map((name) => {
      const option: Option = options[name];
      const short = option.short === undefined ? '' : `-${option.short}, `;
      return row(`${short}--${name}${option.value === undefined ? '' : ` ${option.value}`}`, option.about);
    })
    .join('');
}

function row(term: string, about: string): string {
  return `  ${term.padEnd(20)}  ${about}\n`;
}
