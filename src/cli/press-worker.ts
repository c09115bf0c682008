/** The thread of the pressman, started before there is anything for it to do. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';
import type { PressProgram } from './bundle.js';

/** What starts it, in the folder of the bundle. */
const pressStart = 'press-start.cjs';

/** What the thread is started with. */
export interface PressStart {
  readonly program: PressProgram;
  /** Whether it sets V8's flags, for all threads, when it has loaded what is slower to load under them. */
  readonly setsFlags: boolean;
}

/**
 * @param folder URL of the folder with the bundle, ends in a slash
 * @param program his program; that for the repertoire gets texts of the repertoire only
 * @returns undefined where there is no second processor or the program was compiled without a bundle
 */
export function startPressWorker(folder: URL, program: PressProgram, setsFlags = true): Worker | undefined {
  const start = fileURLToPath(new URL(pressStart, folder));
  if (availableParallelism() < 2 || !existsSync(start)) return undefined;
  const workerData: PressStart = { program, setsFlags };
  const worker = new Worker(start, { workerData });
  // It ends with the command, whatever it is doing.
  worker.unref();
  return worker;
}
