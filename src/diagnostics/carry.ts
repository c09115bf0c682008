/** Diagnostics as plain values, which can go from one thread to another. */
import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';

/** What a message of a file says; see `report`. */
export interface Told {
  readonly reason: string;
  readonly ruleId: string | undefined;
  readonly place: Point | Position | undefined;
  /** What `report` has set besides. */
  readonly more: Readonly<Record<string, unknown>>;
}

const carried = ['fatal', 'note', 'url', 'actual', 'expected', 'related'] as const;

/** What has been said of a file, in that order. */
export function told(file: VFile): Told[] {
  return file.messages.map((message) => {
    const { reason, ruleId, place } = message;
    const fields: object = message;
    const more = Object.fromEntries(Object.entries(fields).filter(([key]) => includes(carried, key)));
    return { reason, ruleId, place, more };
  });
}

/** Says it again of a file on this side. */
export function retell(file: VFile, findings: readonly Told[]): void {
  for (const { reason, ruleId, place, more } of findings) {
    const message = file.message(reason, {
      ...(place && { place }),
      ...(ruleId !== undefined && { ruleId }),
      source: 'marginalia',
    });
    Object.assign(message, more);
  }
}

function includes(names: readonly string[], name: string): boolean {
  return names.includes(name);
}
