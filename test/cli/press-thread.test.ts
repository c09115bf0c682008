import { availableParallelism } from 'node:os';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Pressman, PrintOrder } from '../../src/build/pressman.js';
import type { Design } from '../../src/typeset/design.js';
import { build, nodeHost, Press, type BuiltEdition } from '../../src/index.js';
import { page } from './terminal.js';

// The thread is that of the compiled program: `npm test` compiles it first.
const lib = fileURLToPath(new URL('../../lib/', import.meta.url));
const host = nodeHost();
const telegram = fileURLToPath(new URL('../../sources/1950-02-07-shtykov-vyshinsky.txt', import.meta.url));

async function openThread(): Promise<Pressman> {
  const module = (await import(pathToFileURL(path.join(lib, 'cli/press-thread.js')).href)) as {
    openPressThread(of: typeof host): Pressman | undefined;
  };
  const thread = module.openPressThread(host);
  if (!thread) throw new Error('lib/ has no bundle');
  return thread;
}

const bytesOf = ({ outputs }: BuiltEdition): Record<string, string> =>
  Object.fromEntries(outputs.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('latin1')]));

describe.skipIf(availableParallelism() < 2)('the thread of the press', () => {
  let thread: Pressman;
  beforeEach(async () => {
    thread = await openThread();
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
