/** From expressions ("the last paragraph", "the words “…”") to the passages they mean. */
import type { Vocabulary } from '../vocabulary.js';
import type { QuotedPiece } from '../quotations.js';
import type { AnchorExpression, OrdinalValue } from './anchor-expression.js';
import { byNumbers, byOrdinals, ofList, pick } from './counted-passages.js';
import { countedFrom } from './related-passages.js';
import { bySubject } from './subject-passages.js';
import type { Passage, PassageIndex, Resolution } from './passage-index.js';

export { textOf } from './passage-index.js';

/** Resolves one expression. `before` is the offset of the report, for "this paragraph"; `passages` maps offsets of quoted words to ids. */
export function resolveAnchor(
  expression: AnchorExpression,
  words: string | undefined,
  index: PassageIndex,
  context: {
    vocabulary: Vocabulary;
    reportStart: number;
    quoted: (expression: AnchorExpression) => readonly QuotedPiece[];
    /** Marks one sentence of a passage: its id, or nothing where that cannot be. */
    sentence: (passage: Passage, which: OrdinalValue) => string | undefined;
    /** Words that were taken away need not stand in the text. */
    removes?: true;
  },
): Resolution {
  const none: Resolution = { ids: [], state: 'unresolved', candidates: [] };
  const sure = (passages: readonly Passage[]): Resolution => ({
    ids: passages.map(({ id }) => id),
    state: 'found',
    candidates: [],
  });
  const { within } = expression;
  // What lies in a named passage, and cannot be counted or found there, is given to that passage.
  const inside = (): Resolution => {
    if (!within) return none;
    const outer = resolveAnchor(within, words, index, context);
    if (outer.state !== 'found' || (expression.kind === 'words' && context.removes)) return outer;
    const candidates = index.blocks.filter(({ id }) => outer.ids.includes(id));
    return { ids: outer.ids, state: 'coarse', candidates };
  };
  if (within?.kind === 'list' && expression.kind !== 'words')
    return resolveAnchor(withoutOuter(expression), words, ofList(index, within.value), context);
  if (within && expression.kind === 'ordinals' && expression.target === 'paragraph') {
    const outer = resolveAnchor(within, words, index, context);
    const [point] = outer.ids;
    const own = index.paragraphs.filter(({ points }) => point !== undefined && points?.includes(point));
    const found = expression.values.map((value) => pick(own, value));
    const known = found.filter((passage) => passage !== undefined);
    if (outer.state === 'found' && outer.ids.length === 1 && known.length === found.length)
      return sure(known);
  }
  if (within && expression.kind === 'ordinals' && expression.target === 'sentence') {
    const outer = resolveAnchor(within, words, index, context);
    const [id] = outer.ids;
    const [passage, ...others] = index.paragraphs.filter(
      (one) => one.id === id || (id !== undefined && one.points?.includes(id)),
    );
    const found =
      passage && others.length === 0 && outer.ids.length === 1
        ? expression.values.map((value) => context.sentence(passage, value))
        : [];
    const known = found.filter((sentence) => sentence !== undefined);
    if (known.length > 0 && known.length === found.length)
      return { ...outer, ids: known, state: outer.state === 'found' ? 'found' : 'coarse' };
  }
  if (within && expression.kind !== 'words') return inside();
  switch (expression.kind) {
    case 'heading':
      return index.heading === undefined ? none : { ids: [index.heading], state: 'found', candidates: [] };
    case 'words': {
      const holder = expression.whole
        ? index.paragraphs.find(({ text }) => text.includes(expression.words))
        : undefined;
      if (holder) return sure([holder]);
      const ids = context.quoted(expression).map(({ id, start }) => id ?? holderOf(start, index)?.id);
      const known = ids.filter((id) => id !== undefined);
      return known.length === 0 || known.length < ids.length
        ? inside()
        : { ids: [...new Set(known)], state: 'found', candidates: [] };
    }
    case 'subject':
      return bySubject(expression, index, context.vocabulary);
    case 'list': {
      const { points } = ofList(index, expression.value);
      return points.length > 0 ? sure(points) : none;
    }
    case 'all':
      return expression.target === 'point'
        ? sure(index.points)
        : expression.target === 'paragraph'
          ? sure(index.paragraphs)
          : none;
    case 'this': {
      const before = index.paragraphs
        .filter((passage) => (passage.position?.start.offset ?? 0) < context.reportStart)
        .at(-1);
      return before
        ? {
            ids: [before.id],
            state: expression.target === 'paragraph' || expression.target === 'point' ? 'found' : 'ambiguous',
            candidates: [before],
          }
        : none;
    }
    case 'numbers':
      return byNumbers(expression, index);
    case 'ordinals':
      if (expression.from)
        return countedFrom(expression, resolveAnchor(expression.from.of, words, index, context), index);
      return byOrdinals(expression, words, index, context.vocabulary);
  }
}

/** The paragraph that an offset of the source lies in. */
function holderOf(offset: number, index: PassageIndex): Passage | undefined {
  return [...index.paragraphs, ...index.footnotes].find(
    ({ position }) => (position?.start.offset ?? 0) <= offset && offset < (position?.end.offset ?? 0),
  );
}

function withoutOuter(expression: AnchorExpression): AnchorExpression {
  const own = { ...expression };
  delete own.within;
  return own;
}
