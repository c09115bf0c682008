import { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';
import { HostError, type FileHost } from '../host.js';
import { decode } from '../host/decode.js';

/**
 * Reads a YAML file into a `VFile` with its text as value. Reports what the system refuses (`source-missing`, `source-unreadable`)
 * and what is not UTF-8 text.
 */
export async function readConfigFile(path: string, shown: string, host: FileHost): Promise<VFile> {
  const file = new VFile({ path: shown });
  try {
    file.value = decode(await host.read(path), file) ?? '';
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    if (error.code === 'ENOENT') report(file, 'source-missing');
    else report(file, 'source-unreadable', { reason: `The file cannot be read: ${error.reason}` });
  }
  return file;
}
