/** A copy while it is read: offsets in the whole text, made relative to the copy's own words at the end. */
import type { Position } from 'unist';
import type { LabelUnit } from '../authority.js';
import {
  isPartial,
  type Copy,
  type DescriptionSpan,
  type Fact,
  type Lacuna,
  type Leaves,
  type Origin,
  type Repository,
  type Responsibility,
  type ShelfmarkPart,
  type Span,
} from '../../edition/types.js';
import type { CompiledNotation } from './lexicon.js';

export interface Extent {
  start: number;
  end: number;
}

export class CopyDraft {
  readonly read = new Set<LabelUnit>();
  repository: (Extent & Pick<Repository, 'key' | 'known' | 'country' | 'settlement'>) | undefined;
  readonly shelfmark: (Extent & { unit: ShelfmarkPart['unit']; label?: Extent })[] = [];
  readonly leaves: (Extent & Pick<Leaves, 'unit' | 'from' | 'to'>)[] = [];
  readonly lacunae: (Extent & Pick<Lacuna, 'units' | 'lost'>)[] = [];
  readonly former: Extent[] = [];
  readonly description: (Extent & Pick<DescriptionSpan, 'about'>)[] = [];
  readonly provenance: Responsibility[] = [];
  readonly remainder: Extent[] = [];
  language: Fact<string> | undefined;
  origin: Origin = { kind: 'stated', rule: 'reference' };
  end: number;

  constructor(
    readonly start: number,
    public notation: CompiledNotation,
  ) {
    this.end = start;
  }

  /** True once anything of a holding was read, so that the next name of an archive begins another copy. */
  get hasHolding(): boolean {
    return this.shelfmark.length + this.leaves.length + this.lacunae.length > 0;
  }

  reach(end: number): void {
    if (end > this.end) this.end = end;
  }

  finish(text: string, id: string, position: Position): Copy {
    const verbatim = text.slice(this.start, this.end);
    const span = ({ start, end: last }: Extent): Span => {
      const end = last + partner(text.slice(start, last), last < this.end ? text.charAt(last) : '');
      return { text: text.slice(start, end), start: start - this.start, end: end - this.start };
    };
    const { repository, language } = this;
    const units = new Set(this.shelfmark.map(({ unit }) => unit));
    // Words within the shelfmark that were not understood, and numbers anywhere, may be of the unit that seems to want.
    const reached = Math.max(...this.shelfmark.map((part) => part.end));
    const unread = this.remainder.some(
      ({ start, end }) => end <= reached || /\p{N}/u.test(text.slice(start, end)),
    );
    const wanting = unread
      ? []
      : this.notation.needs.filter((ways) => !ways.some((unit) => units.has(unit))).map((ways) => [...ways]);
    return {
      type: 'copy',
      id,
      verbatim,
      position,
      ...(repository && {
        repository: {
          ...span(repository),
          key: repository.key,
          known: repository.known,
          ...(repository.country !== undefined && { country: repository.country }),
          ...(repository.settlement !== undefined && { settlement: repository.settlement }),
        },
      }),
      shelfmark: this.shelfmark.map((part) => ({
        ...span(part),
        unit: part.unit,
        ...(part.label && { label: span(part.label) }),
      })),
      leaves: this.leaves.map((range) => ({
        ...span(range),
        unit: range.unit,
        from: range.from,
        to: range.to,
      })),
      lacunae: this.lacunae.map((lacuna) => ({
        ...span(lacuna),
        ...(lacuna.units && { units: lacuna.units }),
        ...(lacuna.lost && { lost: true as const }),
      })),
      partial: isPartial({
        shelfmark: this.shelfmark,
        lacunae: this.lacunae,
        wanting: wanting.length > 0 ? wanting : undefined,
      }),
      ...(wanting.length > 0 && { wanting }),
      former: this.former.map(span),
      description: this.description.map((words) => ({
        ...span(words),
        ...(words.about && { about: words.about }),
      })),
      ...(language && { language }),
      provenance: this.provenance,
      remainder: this.remainder.map(span),
      origin: this.origin,
    };
  }
}

/** Length of the bracket that closes one opened in `words`, where it is the character after them. */
function partner(words: string, after: string): number {
  const open = after === ')' ? '(' : after === ']' ? '[' : undefined;
  if (open === undefined) return 0;
  let depth = 0;
  for (const mark of words) depth += mark === open ? 1 : mark === after ? -1 : 0;
  return depth === 1 ? 1 : 0;
}
