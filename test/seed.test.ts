import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seedOf } from './seed.js';

const asked = process.env['MARGINALIA_SEED'];

describe('the seed of the properties', () => {
  it('is the same for all, chosen by chance, or the number that is asked for', () => {
    expect(seedOf(undefined)).toBe(seedOf(''));
    expect(seedOf(undefined)).toEqual(expect.any(Number));
    expect(seedOf('random')).toBeUndefined();
    expect(seedOf('-66107357')).toBe(-66107357);
    expect(() => seedOf('anew')).toThrow('MARGINALIA_SEED');
  });

  it('holds in every file of tests, beside the options of one property', () => {
    expect(fc.readConfigureGlobal().seed).toBe(seedOf(asked));
    const { seed, numRuns } = fc.check(
      fc.property(fc.integer(), () => true),
      { numRuns: 3 },
    );
    expect(numRuns).toBe(3);
    if (asked !== 'random') expect(seed).toBe(seedOf(asked));
    expect(
      fc.check(
        fc.property(fc.integer(), () => true),
        { seed: 5 },
      ).seed,
    ).toBe(5);
  });

  it.runIf(asked !== 'random')('gives the same inputs twice', () => {
    const inputs = () => {
      const list: number[] = [];
      fc.assert(fc.property(fc.integer(), (value) => void list.push(value)));
      return list;
    };
    expect(inputs()).toEqual(inputs());
  });
});
