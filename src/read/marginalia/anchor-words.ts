/** Small words of expressions for passages: what is counted, what joins, what spans. */
import type { Vocabulary } from '../vocabulary.js';
import type { AnchorTarget } from './anchor-expression.js';
import type { Token } from './tokens.js';

export function targetOf(token: Token | undefined, { reports }: Vocabulary): AnchorTarget | undefined {
  if (token?.kind !== 'word') return undefined;
  for (const target of ['point', 'paragraph', 'sentence', 'line'] as const) {
    if (reports.targets[target].includes(token.folded)) return target;
  }
  return undefined;
}

export const isJoint = (token: Token | undefined, { reports }: Vocabulary): boolean =>
  token !== undefined && token.kind !== 'quote' && reports.anchorWords.joints.includes(token.folded);

export const isRange = (token: Token | undefined, { reports }: Vocabulary): boolean =>
  token !== undefined && token.kind !== 'quote' && reports.anchorWords.ranges.includes(token.folded);
