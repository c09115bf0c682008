/** The command line: what was asked, or diagnostics on the words of it. */
import { parseArgs } from 'node:util';
import type { Position } from 'unist';
import { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';
import { nearest } from '../diagnostics/suggest.js';
import {
  commandNames,
  commands,
  optionNames,
  options,
  type CommandName,
  type Option,
  type OptionName,
} from './commands.js';

export interface Request {
  /** Undefined for `marginalia` alone and for `--version`. */
  command: CommandName | undefined;
  help: boolean;
  version: boolean;
  /** FILE and DIR arguments in order. */
  operands: string[];
  /** Values of options: text, or `''` for a switch. */
  values: Partial<Record<OptionName, string>>;
  /** Where each of them stands; an option with a value stands once. */
  places: Partial<Record<OptionName, Position>>;
  /** The command line as a text with its diagnostics. */
  file: VFile;
}

/** Where more is said of the options of a command. */
export function helpOn(command: CommandName | undefined): string {
  return `See \`marginalia ${command === undefined ? '' : `${command} `}--help\`.`;
}

/** Reports `option-unknown` and `option-value` on `file`, each at its word; an option with a value that is given again is one of the latter. */
export function readArguments(argv: readonly string[]): Request {
  const { file, placeOf } = commandLine(argv);
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      optionNames.map((name) => {
        const option: Option = options[name];
        return [
          name,
          {
            type: option.value === undefined ? ('boolean' as const) : ('string' as const),
            ...(option.short !== undefined && { short: option.short }),
          },
        ];
      }),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const request: Request = {
    command: undefined,
    help: false,
    version: false,
    operands: [],
    values: {},
    places: {},
    file,
  };

  // The command is the first word that is no option; options may stand before it.
  const words = tokens.filter((token) => token.kind === 'positional');
  const [first, ...rest] = words;
  const helpWord = first?.value === 'help';
  const named = helpWord ? rest[0] : first;
  if (helpWord) request.help = true;
  request.operands = rest.map((token) => token.value);
  request.command = commandNames.find((name) => name === named?.value);
  const hint = helpOn(request.command);
  for (const token of rest) {
    // What a script's unset variable leaves would otherwise be the working folder.
    if (token.value === '')
      report(file, 'option-value', {
        place: placeOf(token.index),
        actual: 'empty name',
        expected: 'FILE or DIR',
        hint,
      });
  }
  if (named) {
    if (!request.command) {
      const meant = nearest(named.value, commandNames);
      const path = /[./\\]/.test(named.value);
      report(file, 'option-unknown', {
        place: placeOf(named.index),
        actual: `command ${named.value}`,
        expected: meant ?? commandNames.join(', '),
        ...(path && meant === undefined && { hint: `To build it: \`marginalia build ${named.value}\`.` }),
      });
    }
  }

  const admitted: readonly OptionName[] = request.command
    ? [...commands[request.command].options, 'help', 'version']
    : optionNames;
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const place = placeOf(token.index);
    const name = optionNames.find((one) => one === token.name);
    if (!name || !admitted.includes(name)) {
      const meant = nearest(token.name, admitted);
      report(file, 'option-unknown', {
        place,
        actual: name
          ? `option ${token.rawName} for ${request.command ?? 'no command'}`
          : `option ${token.rawName}`,
        expected:
          meant !== undefined && meant !== name ? `--${meant}` : admitted.map((one) => `--${one}`).join(', '),
        hint,
      });
      continue;
    }
    const { value }: Option = options[name];
    if (value !== undefined && request.places[name]) {
      report(file, 'option-value', {
        place,
        reason: `--${name} is given more than once`,
        hint: name === 'format' ? 'Separate formats by commas: --format tei,pdf.' : `Give --${name} once.`,
      });
      continue;
    }
    request.places[name] = place;
    if (value === undefined) {
      if (token.value === undefined) request.values[name] = '';
      else report(file, 'option-value', { place, actual: `value for --${name}`, expected: 'none', hint });
    } else if (
      token.value === undefined ||
      token.value === '' ||
      (!token.inlineValue && token.value.startsWith('-'))
    ) {
      report(file, 'option-value', {
        place,
        reason: `--${name} needs a value: --${name} ${value}`,
        hint,
      });
    } else request.values[name] = token.value;
  }
  if (request.values.help !== undefined) request.help = true;
  if (request.values.version !== undefined) request.version = true;
  return request;
}

function commandLine(argv: readonly string[]): {
  file: VFile;
  placeOf: (index: number) => Position;
} {
  const words = [
    'marginalia',
    ...argv.map((word) => (/^[^\s"'\\$`]+$/.test(word) ? word : JSON.stringify(word))),
  ];
  const starts: number[] = [];
  let offset = 0;
  for (const word of words) {
    starts.push(offset);
    offset += word.length + 1;
  }
  const point = (at: number): { line: number; column: number; offset: number } => ({
    line: 1,
    column: at + 1,
    offset: at,
  });
  return {
    file: new VFile({ path: 'command-line', value: words.join(' ') }),
    placeOf: (index) => {
      const start = starts[index + 1] ?? 0;
      return { start: point(start), end: point(start + (words[index + 1]?.length ?? 1)) };
    },
  };
}
