/** Properties judge the same inputs for the same commit; `MARGINALIA_SEED` asks for others (CONTRIBUTING.md). */
import fc from 'fast-check';

/** Of no meaning: the day of the telegram in `sources/`. */
const usual = 19500207;

/** The seed of all properties: a number that is asked for, none if chance is to choose. */
export function seedOf(asked: string | undefined): number | undefined {
  if (asked === undefined || asked === '') return usual;
  if (asked === 'random') return undefined;
  const seed = Number(asked);
  if (!Number.isInteger(seed))
    throw new Error(`MARGINALIA_SEED is “random” or a whole number, not “${asked}”`);
  return seed;
}

const seed = seedOf(process.env['MARGINALIA_SEED']);
if (seed !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
