/** What the editor says a block of the page is (`blocks` in the sidecar), before the page is searched. */
import type { EditorsQuotations } from '../quotations.js';
import { roles, type Role } from './roles.js';
import type { Weights } from './sequence.js';
import type { Unit } from './units.js';

const rolesOfWord: Record<'body' | 'report' | 'heading', readonly Role[]> = {
  body: [
    'paragraph',
    'openerLine',
    'addressee',
    'addressLine',
    'field',
    'dateline',
    'secrecy',
    'handling',
    'salute',
    'signed',
    'office',
    'closing',
    'closerLine',
    'distribution',
  ],
  report: ['report'],
  heading: ['heading', 'headingLine'],
};

export interface Apart {
  chrome: Unit[];
  abstract: Unit[];
}

/** Parts the units that the editor calls chrome or abstract from the others, which are numbered anew. */
export function setApart(
  all: readonly Unit[],
  quotations: EditorsQuotations,
): { units: Unit[]; apart: Apart } {
  const apart: Apart = { chrome: [], abstract: [] };
  const units: Unit[] = [];
  for (const unit of all) {
    const is = quotations.blocks().find(({ start }) => start >= unit.start && start < unit.end)?.is;
    if (is === 'chrome' || is === 'teaser') apart.chrome.push(unit);
    else if (is === 'abstract') apart.abstract.push(unit);
    else units.push({ ...unit, index: units.length });
  }
  return { units, apart };
}

/** The editor's word on what a block is outweighs all evidence; among the roles it leaves, the evidence decides. */
export function constrain(evidence: Weights[], units: readonly Unit[], quotations: EditorsQuotations): void {
  for (const { start, is } of quotations.blocks()) {
    const index = units.findIndex((unit) => start >= unit.start && start < unit.end);
    const weights = evidence[index];
    if (!weights) continue;
    if (is !== 'body' && is !== 'report' && is !== 'heading') continue;
    const allowed = rolesOfWord[is];
    const next: Weights = {};
    for (const role of allowed) {
      next[role] = { score: 10_000 + (weights[role]?.score ?? -4), reasons: [`the editor says: ${is}`] };
    }
    for (const role of roles) if (!(role in next)) next[role] = { score: -10_000, reasons: [] };
    evidence[index] = next;
  }
}
