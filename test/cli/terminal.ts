/** Runs commands in process, with files in memory or on the disk, and keeps what they print. */
import type { Pressman } from '../../src/build/pressman.js';
import { main } from '../../src/cli/command.js';
import type { Stream } from '../../src/cli/streams.js';
import type { FileHost } from '../../src/host.js';
import { memoryHost, type MemoryHost, type MemoryHostOptions } from '../../src/host/memory.js';
import { nodeHost } from '../../src/host/node.js';

export interface Ran {
  code: 0 | 1 | 2;
  stdout: string;
  stderr: string;
  /** Rule ids of what was said on stderr, in order. */
  rules: string[];
}

export async function run(
  argv: readonly string[],
  host: FileHost,
  terminal: { isTTY: boolean; columns: number | undefined } = { isTTY: false, columns: undefined },
  pressman?: Pressman,
): Promise<Ran> {
  const printed = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr'): Stream => ({
    write: (text) => {
      printed[name] += text;
    },
    ...terminal,
  });
  const code = await main(argv, host, { stdout: stream('stdout'), stderr: stream('stderr') }, () => pressman);
  const rules = printed.stderr
    .split('\n')
    .flatMap((line) => /^\S.*:\d+:\d+ (?:error|warning|info) .* (\S+)$/.exec(line)?.[1] ?? []);
  return { code, ...printed, rules };
}

/** A host with these files in `/project`, which is the working folder. */
export function project(
  files: Record<string, string | Uint8Array>,
  options: MemoryHostOptions = {},
): MemoryHost {
  const placed = Object.fromEntries(
    Object.entries(files).map(([name, content]) => [`/project/${name}`, content]),
  );
  return memoryHost(placed, { cwd: '/project', shipped: nodeHost(), ...options });
}

/** Names of all files below `/project`, sorted. */
export function names(host: MemoryHost): string[] {
  return [...host.files.keys()].map((name) => name.replace('/project/', '')).sort();
}

export function textOf(host: MemoryHost, name: string): string {
  return new TextDecoder().decode(host.files.get(`/project/${name}`));
}

/** A page of an archive that is read without an error. */
export function page(words = 'I ask for your orders on the question of the harvest.'): string {
  return `Skip to content

March 3, 1951

Telegram, Ivanov to Petrov

Telegram

Strictly secret

From Vladivostok, No. 12. 3.III.1951

To Petrov

On 1 March I had a meeting with the director of the port. He told me that the ice will hold for three more weeks.

${words}

Document Information

RGASPI, Fond 17, Opis 3, Delo 4, List 5

Record ID

112233
`;
}
