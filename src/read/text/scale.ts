/** The scale on which a unit is weighed, and the form of the unit that all evidence looks at. */
import { beginsWithInitials } from '../body/labels.js';
import type { Vocabulary } from '../vocabulary.js';
import type { Role } from './roles.js';
import type { Weights } from './sequence.js';
import type { Survey } from './survey.js';

export { sentenceEnd } from './sentence-end.js';

export class Scale {
  readonly weights: Weights = {};
  add(role: Role, points: number, reason: string): void {
    const weight = (this.weights[role] ??= { score: 0, reasons: [] });
    weight.score += points;
    weight.reasons.push(`${points > 0 ? '+' : ''}${String(points)} ${reason}`);
  }
}

export interface Form {
  page: Survey;
  vocabulary: Vocabulary;
  words: string[];
  short: boolean;
  ends: boolean;
  bracketed: boolean;
}

const numbered = /^(?:(?:\d{1,3}|[a-z]|[ivxlc]{1,6}|[IVXLC]{1,6})[.)/](?:\s|$)|[-–—•·*]\s)/u;

/** True if a text begins with a number, a letter or a dash as points do; the initials of a name are none. */
export function isNumbered(text: string): boolean {
  return numbered.test(text) && !beginsWithInitials(text);
}
