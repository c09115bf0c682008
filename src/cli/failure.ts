import { printable } from '../diagnostics/display.js';
import type { Host } from '../host.js';
import { version } from '../version.js';

/** What a user is told when the program itself failed. The stack only if DEBUG asks for it. */
export function describeFailure(error: unknown, host: Pick<Host, 'env'>): string {
  const message = error instanceof Error ? error.message : String(error);
  const debug = (host.env('DEBUG') ?? '') !== '';
  const stack = debug && error instanceof Error && error.stack !== undefined ? `${error.stack}\n` : '';
  return (
    `marginalia: the program failed: ${printable(message)}\n` +
    `  This is a fault of Marginalia ${version}, not of your files. Please report it as README.md says, with this\n` +
    `  message and, if you may, the source.${debug ? '' : ' DEBUG=1 prints more.'}\n${stack}`
  );
}
