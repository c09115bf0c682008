/** What the thread of the pressman runs first: his program from the bundle. bundle.mjs makes one file of this. */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { loadNodeModules, openBundle, setFlags } from './bundle.js';
import type { Call } from './press-thread.js';
import type { PressStart } from './press-worker.js';

// What startPressWorker hands in.
const { program, setsFlags } = workerData as PressStart;
const bundle = openBundle(pathToFileURL(`${__dirname}/`), program);
if (!bundle || !parentPort) throw new Error('the press is started as a thread, from its bundle');
const port = parentPort;
port.on('message', (call: Call) => {
  if (call.call !== 'keep') return;
  writeFileSync(call.cache, bundle.script.createCachedData());
  port.close();
});
loadNodeModules();
if (setsFlags) setFlags();
bundle.start();
