/** The program of the pressman's thread. */
import { parentPort } from 'node:worker_threads';
import { nodeHost } from '../host/node.js';
import { servePress } from './press-thread-side.js';

if (!parentPort) throw new Error('the press is a thread of the command');
servePress(parentPort, nodeHost());
