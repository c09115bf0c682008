/** A sidecar from its YAML, as the build reads it. */
import { VFile } from 'vfile';
import { readSidecar, type Sidecar } from '../../src/config/sidecar.js';
import type { Editor } from '../../src/edition/types.js';

const editors: Editor[] = [{ id: 'editor-1', name: 'A. Editor' }];

/** @throws Error with what is said against it if it is refused */
export async function sidecarOf(yaml: string): Promise<Sidecar> {
  const file = new VFile({ path: 'source.yaml' });
  const sidecar = await readSidecar(yaml, file, editors);
  if (!sidecar) throw new Error(file.messages.map(String).join('\n'));
  return sidecar;
}
