import { spawn } from 'node:child_process';
import process from 'node:process';

/**
 * One program to be timed. `prepare` is not timed; what it returns is the command line of one run.
 * @typedef {{ name: string, prepare: (run: number) => { command: string, args: string[] } }} Contestant
 */

/**
 * Times of a contestant in milliseconds of wall clock, whole processes.
 * @typedef {{ name: string, times: number[] }} Result
 */

/**
 * Lets the contestants run in turn, so that a busy moment of the machine falls on all of them, and in every order by turns: who runs
 * behind a browser has its processes ending beside it, and must not always be the same.
 * @param {readonly Contestant[]} contestants
 * @param {{ warmUps: number, runs: number }} counts
 * @returns {Promise<Result[]>} rejected if a run fails
 */
export async function race(contestants, { warmUps, runs }) {
  const results = contestants.map(({ name }) => ({ name, times: /** @type {number[]} */ ([]) }));
  const orders = ordersOf([...contestants.entries()]);
  for (let run = -warmUps; run < runs; run += 1) {
    for (const [index, contestant] of orders[(run + warmUps) % orders.length] ?? []) {
      const { command, args } = contestant.prepare(run);
      const time = await timed(command, args);
      if (run >= 0) results[index]?.times.push(time);
    }
  }
  return results;
}

/**
 * @template Item
 * @param {readonly Item[]} items
 * @returns {Item[][]} them in every order
 */
function ordersOf(items) {
  if (items.length === 0) return [[]];
  return items.flatMap((first) =>
    ordersOf(items.filter((other) => other !== first)).map((rest) => [first, ...rest]),
  );
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<number>} milliseconds from start to end
 */
function timed(command, args) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => (stderr += text));
    child.on('error', reject);
    child.on('close', (status) => {
      const time = Number(process.hrtime.bigint() - start) / 1e6;
      if (status === 0) resolve(time);
      else reject(new Error(`${command} ${args.join(' ')} ended with ${String(status)}\n${stderr}`));
    });
  });
}

/**
 * @param {readonly number[]} times
 * @returns {{ median: number, min: number, max: number }}
 */
export function summary(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
  return { median, min: sorted[0] ?? NaN, max: sorted.at(-1) ?? NaN };
}
