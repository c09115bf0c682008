/** The scale on which a unit is weighed, and the form of the unit that all evidence looks at. */
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

export const numbered = /^(?:(?:\d{1,3}|[a-z]|[ivxlc]{1,6}|[IVXLC]{1,6})[.)/](?:\s|$)|[-–—•·*]\s)/u;

/** "I. BELOV", "V. I. Belov": initials and a name alone, the first of which could be a number as well. */
export const initialed = /^[IVXLC]\.\s*(?:\p{Lu}\.\s*)?\p{Lu}[\p{L}\p{M}'’-]+$/u;
