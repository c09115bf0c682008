/** The pressman on a thread of his own: his side of it. */
import type { MessagePort } from 'node:worker_threads';
import { HousePressman, type Pressman } from '../build/pressman.js';
import { Stock } from '../build/stock.js';
import type { Host } from '../host.js';
import type { Answer, Call } from './press-thread.js';

/** Serves the desk at the other end of a port: one call after the other, in their order. */
export function servePress(
  port: Pick<MessagePort, 'on' | 'postMessage'>,
  host: Host,
  pressman: Pressman = new HousePressman(new Stock(host), { idle: true }),
): void {
  let last: Promise<unknown> = Promise.resolve();
  // A call that cannot be read: whoever waits for its answer hears of the end of the thread.
  port.on('messageerror', (error) => {
    throw error;
  });
  port.on('message', (call: Call) => {
    last = last.then(() => serve(call));
  });

  async function serve(call: Call): Promise<void> {
    switch (call.call) {
      case 'makeReady':
        pressman.makeReady(call.look, call.copy);
        return;
      case 'proof':
        await told(call.number, async () => {
          say({
            answer: 'proof',
            number: call.number,
            findings: await pressman.proof(call.tei),
            timings: pressman.timings,
          });
        });
        return;
      case 'print':
        await told(call.number, () => print(call.number, pressman, call));
        return;
      case 'keep':
      // press-start.ts does it.
    }
  }

  async function print(number: number, { timings }: Pressman, { order }: Extract<Call, { call: 'print' }>) {
    const printing = pressman.print(order);
    printing.bytes.catch(() => undefined); // what fails there has failed in what is awaited first, or is awaited next
    say({ answer: 'imposition', number, imposition: await printing.imposition });
    const bytes = await printing.bytes;
    say({ answer: 'bytes', number, bytes, timings });
  }

  async function told(number: number, action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (failure) {
      say({ answer: 'failure', number, failure: copied(failure) });
    }
  }

  function say(answer: Answer): void {
    port.postMessage(answer);
  }
}

/** What was thrown, as an error that can go to the other thread: not all that is thrown can, or arrives whole. */
function copied(failure: unknown): Error {
  if (!(failure instanceof Error)) return new Error(String(failure));
  const error = new Error(failure.message);
  if (failure.stack !== undefined) error.stack = failure.stack;
  return error;
}
