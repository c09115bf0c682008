/** Who answers for a value, and how certain it is (TEI 21.1.2: `@resp` and `@cert`). */
import type { Copy, CopyField, Origin } from '../edition/types.js';
import type { Encoding } from './encoding.js';

/** Attributes for a value's origin: none for what the source states. */
export function originAttributes(origin: Origin, encoding: Encoding): { cert?: string; resp?: string } {
  switch (origin.kind) {
    case 'stated':
      return {};
    case 'inferred':
      return { cert: origin.certainty, resp: encoding.ids.pointer('fixed', 'marginalia') };
    case 'editor':
      return { resp: editorPointer(origin.resp, encoding) };
  }
}

/** A pointer to an editor's `respStmt`. One who speaks in a sidecar without being named in `edition.yaml` gets one, too. */
export function editorPointer(editor: string, encoding: Encoding): string {
  return `#${encoding.ids.make('editor', editor)}`;
}

/** Attributes for a field of a copy that an editor stated. */
export function correctedBy(
  { corrected }: Copy,
  field: CopyField,
  encoding: Encoding,
): { cert?: string; resp?: string } {
  const origin = corrected?.[field];
  return origin ? originAttributes(origin, encoding) : {};
}
