/** What a command prints: results on stdout, diagnostics and progress on stderr. */
import type { VFile } from 'vfile';
import { printable } from '../diagnostics/display.js';
import { formatDiagnostics } from '../diagnostics/format.js';
import type { Look } from '../diagnostics/paint.js';
import type { FileHost } from '../host.js';
import type { Streams } from './streams.js';

export class Printer {
  readonly #look: Look;
  #progress = false;

  constructor(
    host: FileHost,
    readonly streams: Streams,
    /** Nothing on stdout, no progress, no infos. */
    readonly quiet: boolean,
  ) {
    const { stderr } = streams;
    // NO_COLOR (no-color.org): set and not empty.
    const color = stderr.isTTY && (host.env('NO_COLOR') ?? '') === '';
    this.#look = { color, width: Math.max(40, stderr.columns ?? 100) };
  }

  diagnostics(files: readonly VFile[]): void {
    const text = files
      .map((file) => formatDiagnostics(file, this.#look, (severity) => !this.quiet || severity !== 'info'))
      .join('');
    if (text === '') return;
    this.endProgress();
    this.streams.stderr.write(text);
  }

  /** What the program says of its own failure. */
  failure(text: string): void {
    this.endProgress();
    this.streams.stderr.write(text);
  }

  line(text: string): void {
    if (this.quiet) return;
    this.endProgress();
    this.streams.stdout.write(`${printable(text)}\n`);
  }

  /** A line on the terminal that the next one takes the place of. */
  progress(text: string): void {
    const { stderr } = this.streams;
    if (this.quiet || !stderr.isTTY) return;
    stderr.write(`\r\u001B[K${printable(text).slice(0, this.#look.width - 1)}`);
    this.#progress = true;
  }

  endProgress(): void {
    if (this.#progress) this.streams.stderr.write('\r\u001B[K');
    this.#progress = false;
  }
}

/** "1 source", "2 sources". */
export function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** Size in kB (1000 bytes) or MB. */
export function sized(bytes: number): string {
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Milliseconds as "0.8 s". */
export function timed(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
