import { VFile } from 'vfile';
import type { Source } from '../build/types.js';
import { largestBytes, refuseSize } from '../host/decode.js';
import { report } from '../diagnostics/report.js';
import { HostError, type FileHost } from '../host.js';
import { folderOf } from './source-names.js';
import type { PlannedSource } from './sources.js';

/**
 * Reads a source and its sidecar from where they lie. Reports `source-unreadable` in `files`; then there is no
 * `content`.
 */
export async function readSource(
  source: PlannedSource,
  host: FileHost,
): Promise<{ content: Source | undefined; files: VFile[] }> {
  const files: VFile[] = [];
  const read = async (path: string, shown: string): Promise<Uint8Array | undefined> => {
    try {
      const found = await host.stat(path);
      const file = new VFile({ path: shown });
      // Reading a pipe would wait for ever; a file of any size would be taken into memory.
      if (found && found.kind !== 'file') {
        report(file, 'source-unreadable', { reason: 'This is no file' });
      } else if (found && found.size > largestBytes) refuseSize(found.size, file);
      else return await host.read(path);
      files.push(file);
      return undefined;
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      const file = new VFile({ path: shown });
      report(file, 'source-unreadable', { reason: `The file cannot be read: ${error.reason}` });
      files.push(file);
      return undefined;
    }
  };
  const content = await read(source.path, source.shown);
  let sidecar: Source['sidecar'];
  if (source.sidecar !== undefined) {
    const shown = source.shown.replace(/\.[^./]*$/, '.yaml');
    const bytes = await read(source.sidecar, shown);
    if (bytes) sidecar = { path: shown, content: bytes };
  }
  if (content === undefined || files.length > 0) return { content: undefined, files };
  return {
    content: {
      path: source.shown,
      content,
      ...(sidecar && { sidecar }),
      ...(source.project && { facts: source.project }),
      folder: source.project?.folder ?? folderOf(source.path),
    },
    files,
  };
}
