/** Sources that would make outputs of one name. */
import { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';
import type { Planned } from './plan.js';
import type { PlannedSource } from './sources.js';

/**
 * Refuses sources whose outputs would have the same name in the same folder, also where names differ only by case or
 * Unicode form. Returns `stem-collision` files, one a source that collides.
 */
export function collisions(planned: readonly Planned[]): Map<PlannedSource, VFile> {
  const groups = new Map<string, PlannedSource[]>();
  for (const { source, out } of planned) {
    const key = `${out}\0${folded(source.stem)}`;
    const group = groups.get(key);
    if (group) group.push(source);
    else groups.set(key, [source]);
  }
  const files = new Map<PlannedSource, VFile>();
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    for (const source of group) {
      const others = group.filter((other) => other !== source).map((other) => other.shown);
      const file = new VFile({ path: source.shown });
      report(file, 'stem-collision', {
        reason: `${source.shown} and ${others.join(', ')} would make outputs of the same name, ${source.stem}`,
      });
      files.set(source, file);
    }
  }
  return files;
}

/** Near enough to Unicode's full case folding: what a file system that ignores case or form takes for one name. */
function folded(stem: string): string {
  return stem.toLowerCase().toUpperCase().toLowerCase().normalize('NFC');
}
