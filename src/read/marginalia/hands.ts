/** The hands that wrote the notes of a document. */
import type { Hand } from '../../edition/types.js';
import { familyName, initialsOf } from '../../edition/names.js';
import { fold } from '../vocabulary.js';
import type { Subject } from './statement.js';

/** One hand for one person, whatever form the name has; initials that differ keep persons apart. */
export class Hands {
  readonly list: Hand[] = [];

  of(subject: Subject, medium: string | undefined): string | undefined {
    if (subject.kind === 'missing') return medium === undefined ? undefined : this.#unnamed(medium);
    const label = subject.kind === 'name' ? subject.name : subject.label;
    const known = this.list.find((hand) =>
      subject.kind === 'name'
        ? hand.person !== undefined && sameName(hand.label, label)
        : hand.person === undefined && hand.label === label,
    );
    if (known) {
      // A hand has a medium only if all its notes have it.
      if (known.medium !== medium) delete known.medium;
      if (subject.kind === 'name' && !isInferred(subject)) {
        delete known.certainty;
        delete known.office;
      }
      return known.id;
    }
    const slug = fold(familyName(subject.kind === 'name' ? label : 'unknown'))
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/gu, '');
    let id = `hand-${slug || 'unknown'}`;
    for (let n = 2; this.list.some((hand) => hand.id === id); n++)
      id = `hand-${slug || 'unknown'}-${String(n)}`;
    this.list.push({
      id,
      label,
      reported: true,
      ...(subject.kind === 'name' ? { person: { name: label, key: label } } : {}),
      ...(medium === undefined ? {} : { medium }),
      ...(isInferred(subject) ? { certainty: 'medium' } : {}),
      ...(subject.kind === 'name' && subject.office !== undefined ? { office: subject.office } : {}),
    });
    return id;
  }

  /** Nobody is named, but what was written with is: one hand for one medium, without a name. */
  #unnamed(medium: string): string {
    const known = this.list.find((hand) => hand.label === '' && hand.medium === medium);
    if (known) return known.id;
    const n = this.list.filter((hand) => hand.label === '').length + 1;
    const id = n === 1 ? 'hand-unnamed' : `hand-unnamed-${String(n)}`;
    this.list.push({ id, label: '', reported: true, medium });
    return id;
  }
}

/** Known from a signature in the words, or from an office. */
function isInferred(subject: Subject): boolean {
  return subject.kind === 'name' && (subject.signature === true || subject.office !== undefined);
}

function sameName(a: string, b: string): boolean {
  if (
    familyName(a) !== familyName(b) &&
    !familyName(a).endsWith(` ${familyName(b)}`) &&
    !familyName(b).endsWith(` ${familyName(a)}`)
  )
    return false;
  const [first, second] = [initialsOf(a), initialsOf(b)];
  return first === '' || second === '' || first.startsWith(second) || second.startsWith(first);
}
