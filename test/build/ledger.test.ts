import { expect, it } from 'vitest';
import { Ledger } from '../../src/build/ledger.js';

/** A ledger whose clock a test moves. */
function clocked(): { ledger: Ledger; pass: (milliseconds: number) => void } {
  let now = 1000;
  return {
    ledger: new Ledger({ elapsed: () => now }),
    pass: (milliseconds) => {
      now += milliseconds;
    },
  };
}

it('counts what lies within a station for the inner one', async () => {
  const { ledger, pass } = clocked();
  await ledger.timed('outer', async () => {
    pass(1);
    await ledger.timed('inner', () => {
      pass(10);
      return Promise.resolve();
    });
    pass(100);
  });
  pass(1000);
  expect(Object.fromEntries(ledger.timings)).toEqual({ outer: 101, inner: 10 });
});

it('counts each moment once where stations are gone through at one time', async () => {
  const { ledger, pass } = clocked();
  let end = (): void => undefined;
  const pages = ledger.timed('pages', () => new Promise<void>((resolve) => (end = resolve)));
  pass(1);
  await ledger.timed('epub', () => {
    pass(10);
    return Promise.resolve();
  });
  const press = ledger.timed('press', () => pages);
  pass(100);
  end();
  await press;
  expect(Object.fromEntries(ledger.timings)).toEqual({ pages: 1, epub: 10, press: 100 });
});

it('counts work for the station that does it, not for one that waits', async () => {
  const { ledger, pass } = clocked();
  let go = (): void => undefined;
  const pages = ledger.timed('pages', async () => {
    await new Promise<void>((resolve) => (go = resolve));
    ledger.working('pages', () => {
      pass(10);
    });
  });
  const press = ledger.timed('press', () => pages);
  pass(1);
  go();
  await press;
  expect(Object.fromEntries(ledger.timings)).toEqual({ press: 1, pages: 10 });
});

it('says what was spent since, and forgets no station that fails', async () => {
  const { ledger, pass } = clocked();
  await ledger.timed('a', () => {
    pass(1);
    return Promise.resolve();
  });
  const before = new Map(ledger.timings);
  const failed = ledger.timed('b', () => {
    pass(10);
    return Promise.reject(new Error('failed'));
  });
  await expect(failed).rejects.toThrow('failed');
  pass(100);
  expect(Object.fromEntries(ledger.since(before))).toEqual({ b: 10 });
});
