#!/usr/bin/env node
import process from 'node:process';
import { nodeHost } from '../host/node.js';
import { main } from './command.js';
import { openPressThread } from './press-thread.js';
import { HeldStream, hostWithin, isWithin, OutsideRepertoire } from './repertoire.js';
import type { Stream } from './streams.js';

/** In the bundle of the repertoire, as bundle.mjs hands it in: starts the one for all of Unicode. */
declare const __reopen: (() => void) | undefined;

function stream(target: NodeJS.WriteStream): Stream {
  // Whoever reads may leave early (`marginalia build … | head`): that is no failure, and what was begun is done.
  target.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    write: (text) => target.write(text),
    isTTY: target.isTTY,
    columns: target.isTTY ? target.columns : undefined,
  };
}

const argv = process.argv.slice(2);
const streams = { stdout: stream(process.stdout), stderr: stream(process.stderr) };
const host = nodeHost();
const reopen = typeof __reopen === 'undefined' ? undefined : __reopen;
// Until it has ended: where nothing is left to wait for before, the program failed.
process.exitCode = 2;
// Not process.exit: what is written to a pipe has to arrive first.
if (reopen) await runWithin(reopen);
else process.exitCode = await main(argv, host, streams, () => openPressThread(host));

/** Runs the command on characters of the repertoire; with others, nothing was said or written and it begins again. */
async function runWithin(reopen: () => void): Promise<void> {
  const held = { stdout: new HeldStream(streams.stdout), stderr: new HeldStream(streams.stderr) };
  try {
    if (!isWithin(argv.join(' '))) throw new OutsideRepertoire();
    process.exitCode = await main(
      argv,
      hostWithin(host),
      held,
      () => openPressThread(host),
      (sources) => {
        // What is built of one source is not taken back for the next; and where many are built, classes cost little.
        if (sources > 1) throw new OutsideRepertoire();
      },
    );
  } catch (error) {
    if (!(error instanceof OutsideRepertoire)) throw error;
    reopen();
    return;
  }
  held.stderr.letGo();
  held.stdout.letGo();
}
