/**
 * What `marginalia` runs: the command from its bundle. bundle.mjs makes one file of this, which Node reads before there is
 * a code cache.
 */
import { pathToFileURL } from 'node:url';
import process from 'node:process';
import { openBundle } from './bundle.js';
import { startPressWorker } from './press-worker.js';

const folder = pathToFileURL(`${__dirname}/`);
// The thread comes up while the command is loaded.
const prints = ['build', 'check'].includes(process.argv[2] ?? '');
const press = prints ? startPressWorker(folder) : undefined;
const bundle = openBundle(folder);
if (!bundle) throw new Error('the program is not whole: command.cjs is missing beside this file');
bundle.start(press);
