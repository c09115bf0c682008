/** What `--timings` prints. */

/** Time by station, milliseconds; that of the pressman apart, who may work at the same time. */
export function timingTable(
  desk: ReadonlyMap<string, number>,
  press: ReadonlyMap<string, number>,
  total: number,
): string {
  const known = [...desk.values()].reduce((sum, time) => sum + time, 0);
  const rows = [...desk, ['command', total - known] as const, ['all', total] as const].map(row);
  return [...rows, ...(press.size > 0 ? ['at the press:\n', ...[...press].map(row)] : [])].join('');
}

function row([station, time]: readonly [string, number]): string {
  return `${station.padEnd(12)} ${time.toFixed(1).padStart(9)} ms\n`;
}
