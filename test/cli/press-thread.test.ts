import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MessageChannel, Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Pressman, PrintOrder } from '../../src/build/pressman.js';
import { PressThread, type Answer } from '../../src/cli/press-thread.js';
import { servePress } from '../../src/cli/press-thread-side.js';
import type { Design } from '../../src/typeset/design.js';
import { build, nodeHost, Press, type BuiltEdition } from '../../src/index.js';
import type { PressStart } from '../../src/cli/press-worker.js';
import { page, project, run } from './terminal.js';

// The thread is that of the compiled program: `npm test` compiles it first.
const start = fileURLToPath(new URL('../../lib/bin/press-start.cjs', import.meta.url));
const host = nodeHost();
const telegram = fileURLToPath(new URL('../../sources/1950-02-07-shtykov-vyshinsky.txt', import.meta.url));

const bytesOf = ({ outputs }: BuiltEdition): Record<string, string> =>
  Object.fromEntries(outputs.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('latin1')]));

describe('the thread of the press', () => {
  let thread: Pressman;
  beforeEach(() => {
    const workerData: PressStart = { program: 'press-unicode', setsFlags: false };
    thread = new PressThread(new Worker(start, { workerData }), host);
  });
  afterEach(async () => {
    await thread.close();
  });

  it('prints what the desk prints, and says what the desk says', async () => {
    const sources = [
      { path: 'telegram.txt', content: readFileSync(telegram) },
      { path: 'glyph.txt', content: page('A letter that no face has: \u{1E6C0}.') },
      { path: 'page.txt', content: page() },
    ];
    const press = new Press({ host, pressman: thread });
    const threaded: BuiltEdition[] = [];
    for (const source of sources) threaded.push(await press.build(source));
    await press.close();
    const { editions } = await build(sources, { host });
    expect(threaded.map(bytesOf)).toEqual(editions.map(bytesOf));
    expect(threaded.map(({ outputs }) => outputs.length)).toEqual([3, 0, 3]);
    const messages = (built: BuiltEdition[]): unknown[] =>
      built.flatMap(({ files }) =>
        files.flatMap(({ messages: all }) => all.map((one) => Object.fromEntries(Object.entries(one)))),
      );
    expect(messages(threaded)).toEqual(messages(editions));
  });

  it('tells of its own failure, and goes on', async () => {
    const [galley, design] = [{}, {}] as [PrintOrder['galley'], Design]; // neither is one: that is what fails
    const printing = thread.print({
      source: { path: 'a.txt', value: '' },
      galley,
      design,
      folder: undefined,
      attachment: { name: 'a.xml', bytes: new Uint8Array(), description: '' },
      producer: '',
    });
    await expect(printing.imposition).rejects.toThrow();
    await expect(printing.bytes).rejects.toThrow();
    expect(await thread.proof('<TEI')).not.toEqual([]);
  });

  it('keeps nobody waiting when it has ended, and what comes later is done at the desk', async () => {
    const proof = thread.proof('<TEI/>');
    const ended = expect(proof).rejects.toThrow('has ended');
    await thread.close();
    await ended;
    const press = new Press({ host, pressman: thread });
    const built = await press.build({ path: 'page.txt', content: page() });
    await press.close();
    expect(built.failure).toBeUndefined();
    expect(built.outputs.map(({ name }) => name)).toEqual(['page.xml', 'page.pdf', 'page.epub']);
  });

  it('says how long the proof took', async () => {
    await thread.proof('<TEI/>');
    expect([...thread.timings.keys()]).toEqual(['validation']);
  });
});

/** A pressman who does what a test says, and is else at rest. */
function pressman(does: Partial<Pressman>): Pressman {
  return {
    makeReady: () => undefined,
    proof: () => Promise.resolve([]),
    print: () => ({ imposition: new Promise(() => undefined), bytes: new Promise(() => undefined) }),
    timings: new Map(),
    close: () => Promise.resolve(),
    ...does,
  };
}

/** Desk and pressman at the ends of one channel: what passes is copied as between threads. */
function channel(does: Partial<Pressman>): { desk: PressThread; events: EventEmitter } {
  const { port1, port2 } = new MessageChannel();
  servePress(port2, host, pressman(does));
  const events = new EventEmitter();
  port1.on('message', (answer) => events.emit('message', answer));
  const worker = {
    on: (event: string, listener: (of: Error & Answer) => void) => events.on(event, listener),
    postMessage: (call: unknown) => {
      port1.postMessage(call);
    },
    ref: () => {
      port1.ref();
    },
    unref: () => {
      port1.unref();
    },
    terminate: () => {
      port1.close();
      return Promise.resolve();
    },
  };
  return { desk: new PressThread(worker, host), events };
}

describe('the end of the thread', () => {
  it('is waited for, also where an answer comes in between', async () => {
    const events = new EventEmitter();
    const holds: string[] = [];
    const desk = new PressThread(
      {
        on: (event: string, listener: (of: Error & Answer) => void) => events.on(event, listener),
        postMessage: () => undefined,
        ref: () => holds.push('ref'),
        unref: () => holds.push('unref'),
        terminate: () => {
          events.emit('message', { answer: 'proof', number: 0, findings: [], timings: new Map() });
          return Promise.resolve();
        },
      },
      host,
    );
    const proof = desk.proof('');
    await desk.close();
    await proof;
    expect(holds).toEqual(['ref']);
  });
});

describe('what cannot go from one thread to another', () => {
  const uncloneable: unknown = { reason: () => 'a function' };
  /** Rejects with what need not be an error. */
  const fails = (of: unknown) => () => Promise.resolve().then(() => Promise.reject(of as Error));

  it('in a call is the failure of that call', async () => {
    const { desk } = channel({});
    const order = { galley: uncloneable } as PrintOrder;
    const printing = desk.print(order);
    await expect(printing.imposition).rejects.toThrow('could not be cloned');
    await expect(printing.bytes).rejects.toThrow('could not be cloned');
    expect(await desk.proof('<TEI/>')).toEqual([]);
    await desk.close();
  });

  it('in an answer is told in words, whether it is the answer or what failed', async () => {
    const thrown = Object.assign(new RangeError('no ink'), {});
    thrown.cause = uncloneable;
    const failures: unknown[] = [thrown, uncloneable, Symbol('a symbol')];
    const { desk } = channel({ proof: () => fails(failures.shift())() });
    await expect(desk.proof('')).rejects.toThrow('no ink');
    await expect(desk.proof('')).rejects.toThrow('[object Object]');
    await expect(desk.proof('')).rejects.toThrow('Symbol(a symbol)');
    await desk.close();
    const other = channel({ proof: () => Promise.resolve([uncloneable] as string[]) });
    await expect(other.desk.proof('')).rejects.toThrow('could not be cloned');
    await other.desk.close();
  });

  it('ends the thread where an answer cannot be read, and keeps nobody waiting', async () => {
    const { desk, events } = channel({ proof: () => new Promise(() => undefined) });
    const proof = desk.proof('');
    events.emit('messageerror', new Error('an answer that cannot be read'));
    await expect(proof).rejects.toThrow('cannot be read');
    // Done at the desk.
    expect(await desk.proof('<TEI')).not.toEqual([]);
    await desk.close();
  });

  it('ends the command with 2 and a request for a report', async () => {
    const { desk } = channel({ proof: fails(uncloneable) });
    const { code, stderr, rules } = await run(
      ['build', '--format', 'tei'],
      project({ 'sources/a.txt': page() }),
      undefined,
      desk,
    );
    expect(code).toBe(2);
    expect(rules).toContain('internal-error');
    expect(stderr).toContain('report it');
  });
});
