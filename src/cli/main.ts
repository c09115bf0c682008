#!/usr/bin/env node
import process from 'node:process';
import { nodeHost } from '../host/node.js';
import { main } from './command.js';
import { openPressThread } from './press-thread.js';
import type { Stream } from './streams.js';

function stream(target: NodeJS.WriteStream): Stream {
  // Whoever reads may leave early (`marginalia inspect … | head`); that is no failure.
  target.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  return {
    write: (text) => target.write(text),
    isTTY: target.isTTY,
    columns: target.isTTY ? target.columns : undefined,
  };
}

const streams = { stdout: stream(process.stdout), stderr: stream(process.stderr) };
// Not process.exit: what is written to a pipe has to arrive first.
const host = nodeHost();
process.exitCode = await main(process.argv.slice(2), host, streams, () => openPressThread(host));
