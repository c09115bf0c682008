/**
 * The pressman on a thread of his own: this side of it. The desk reads and encodes while he makes ready, and makes the
 * EPUB while he sets and prints.
 */
import type { Worker } from 'node:worker_threads';
import type { Imposition, Pressman, PrintOrder, Printing } from '../build/pressman.js';
import type { Host } from '../host.js';
import type { Look } from '../build/set-pages.js';
import { startPressWorker } from './press-worker.js';

/** What the desk says. Answers bear the number of the call. */
export type Call =
  | { readonly call: 'makeReady'; readonly look: Look; readonly copy: string }
  | { readonly call: 'proof'; readonly number: number; readonly tei: string }
  | { readonly call: 'print'; readonly number: number; readonly order: PrintOrder }
  /** Writes what V8 has compiled into a file, and ends: bundle.mjs asks for it when the program is made. */
  | { readonly call: 'keep'; readonly cache: string };

/** What the pressman answers. A printing is answered twice: when the pages are set, and when they are printed. */
export type Answer =
  | {
      readonly answer: 'proof';
      readonly number: number;
      readonly findings: readonly string[];
      readonly timings: ReadonlyMap<string, number>;
    }
  | { readonly answer: 'imposition'; readonly number: number; readonly imposition: Imposition }
  | {
      readonly answer: 'bytes';
      readonly number: number;
      readonly bytes: Uint8Array | undefined;
      readonly timings: ReadonlyMap<string, number>;
    }
  | { readonly answer: 'failure'; readonly number: number; readonly failure: unknown };

/** The thread that was started with the bundle, as bundle.mjs hands it in; not there in a module. */
declare const __press: Worker | undefined;

/** @returns undefined where there is no second processor or the program was compiled without a bundle */
export function openPressThread(host: Host): Pressman | undefined {
  const started = typeof __press === 'undefined' ? undefined : __press;
  // Beside the bundle; from lib/cli as from lib/bin.
  const worker = started ?? startPressWorker(new URL('../bin/', import.meta.url), 'press-unicode');
  return worker && new PressThread(worker, host);
}

interface Awaited {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/** What is asked of a thread; a `Worker` gives it. */
export interface PressWorker {
  on(event: 'message', listener: (answer: Answer) => void): unknown;
  on(event: 'error' | 'messageerror', listener: (error: Error) => void): unknown;
  on(event: 'exit', listener: () => void): unknown;
  postMessage(call: Call): void;
  ref(): void;
  unref(): void;
  terminate(): Promise<unknown>;
}

export class PressThread implements Pressman {
  timings: ReadonlyMap<string, number> = new Map();
  readonly #awaited = new Map<string, Awaited>();
  #calls = 0;
  #ended: Error | undefined;
  #closing = false;
  #relief: Promise<Pressman> | undefined;

  constructor(
    readonly worker: PressWorker,
    readonly host: Host,
  ) {
    worker.on('message', (answer: Answer) => {
      this.#hear(answer);
    });
    worker.on('error', (error) => {
      this.#end(error);
    });
    // An answer that cannot be read: whose it was, nobody knows.
    worker.on('messageerror', (error) => {
      this.#end(error);
      void worker.terminate();
    });
    worker.on('exit', () => {
      this.#end(new Error('the thread of the press has ended'));
    });
  }

  makeReady(look: Look, copy: string): void {
    this.#say({ call: 'makeReady', look, copy });
  }

  proof(tei: string): Promise<readonly string[]> {
    if (this.#ended) return this.#relieved().then((house) => house.proof(tei));
    const number = this.#calls++;
    const findings = this.#await<readonly string[]>('proof', number);
    this.#say({ call: 'proof', number, tei });
    return findings;
  }

  print(order: PrintOrder): Printing {
    if (this.#ended) {
      const printing = this.#relieved().then((house) => house.print(order));
      return {
        imposition: printing.then(({ imposition }) => imposition),
        bytes: printing.then(({ bytes }) => bytes),
      };
    }
    const number = this.#calls++;
    const printing = {
      imposition: this.#await<Imposition>('imposition', number),
      bytes: this.#await<Uint8Array | undefined>('bytes', number),
    };
    this.#say({ call: 'print', number, order });
    return printing;
  }

  async close(): Promise<void> {
    this.#closing = true;
    await this.worker.terminate();
    await (await this.#relief)?.close();
  }

  /** Who works for a thread that has ended, out of memory say: what it was at is lost, later sources are not. */
  #relieved(): Promise<Pressman> {
    return (this.#relief ??= Promise.all([import('../build/pressman.js'), import('../build/stock.js')]).then(
      ([{ HousePressman }, { Stock }]) => new HousePressman(new Stock(this.host)),
    ));
  }

  #say(call: Call): void {
    if (this.#ended) return;
    try {
      this.worker.postMessage(call);
    } catch (failure) {
      // It cannot be copied (DataCloneError). What can be made ready is not needed before it is asked for.
      if ('number' in call) this.#hear({ answer: 'failure', number: call.number, failure });
    }
  }

  /** The answer of a kind to a call. Answers keep the process alive, the thread does not. */
  #await<T>(answer: Answer['answer'], number: number): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#ended) {
        reject(this.#ended);
        return;
      }
      this.worker.ref();
      // The kind of answer decides the type of its value.
      this.#awaited.set(`${answer} ${String(number)}`, { resolve: resolve as Awaited['resolve'], reject });
    });
  }

  #hear(answer: Answer): void {
    const { number } = answer;
    switch (answer.answer) {
      case 'proof':
        this.timings = answer.timings;
        this.#settle('proof', number)?.resolve(answer.findings);
        break;
      case 'imposition':
        this.#settle('imposition', number)?.resolve(answer.imposition);
        break;
      case 'bytes':
        this.timings = answer.timings;
        this.#settle('bytes', number)?.resolve(answer.bytes);
        break;
      case 'failure':
        for (const kind of ['proof', 'imposition', 'bytes'] as const)
          this.#settle(kind, number)?.reject(answer.failure);
    }
  }

  #settle(answer: Answer['answer'], number: number): Awaited | undefined {
    const key = `${answer} ${String(number)}`;
    const awaited = this.#awaited.get(key);
    this.#awaited.delete(key);
    // Answers that come while it is closed would let the process end before the command has.
    if (this.#awaited.size === 0 && !this.#closing) this.worker.unref();
    return awaited;
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const { reject } of this.#awaited.values()) reject(error);
    this.#awaited.clear();
  }
}
