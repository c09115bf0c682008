/** Where a value comes from, and how sure it is. */
import type { Position } from 'unist';

export type Certainty = 'high' | 'medium' | 'low';

/** Where a value comes from. `rule` names the reading rule and is what `inspect` prints. */
export type Origin =
  | { readonly kind: 'stated'; readonly rule: string }
  | { readonly kind: 'inferred'; readonly rule: string; readonly certainty: Certainty }
  /** The editor's word, from the sidecar; `resp` is the id of an editor in `Edition.editors`. */
  | { readonly kind: 'editor'; readonly rule: 'sidecar'; readonly resp: string };

/** One value with its origin; `verbatim` are the words of the source it was read from. */
export interface Fact<T> {
  value: T;
  verbatim?: string;
  position?: Position;
  origin: Origin;
}
