/** The abstract of a page, and when the editor is asked about it. */
import { report } from '../../diagnostics/report.js';
import type { Summary } from '../../edition/types.js';
import { isEvidentAbstract, selfNaming } from './evidence-abstract.js';
import { labelMeaning } from './page-labels.js';
import type { PageReadingSoFar } from './reading.js';
import { margin } from './sequence.js';

/** Margin below which the editor is asked about an abstract that names itself, in points of evidence. */
const sure = 3;

/**
 * The abstract: under a label, by the editor's word, or by evidence. Then the editor is told, and asked where the evidence
 * leaves a doubt; an abstract that calls itself one needs neither.
 */
export function summaryOf(reading: PageReadingSoFar, labelled: Summary['children']): Summary | undefined {
  const { file, units, best, evidence, quotations, at } = reading;
  const inferred = units.flatMap((unit, i) =>
    best.choices[i]?.role === 'abstract' || best.choices[i]?.role === 'summary' ? [{ unit, i }] : [],
  );
  const stated = reading.apart.abstract.map((unit) => ({
    text: unit.text,
    position: at(unit.start, unit.end),
  }));
  if (stated.length > 0) {
    // What evidence alone takes for the abstract beside the editor's goes with it: it can stand nowhere else.
    const others = inferred.map(({ unit }) => ({ text: unit.text, position: at(unit.start, unit.end) }));
    return {
      children: [...stated, ...others, ...labelled],
      origin: { kind: 'editor', rule: 'sidecar', resp: quotations.resp },
    };
  }
  const children = [
    ...inferred.map(({ unit }) => ({ text: unit.text, position: at(unit.start, unit.end) })),
    ...labelled,
  ];
  const [first] = inferred;
  if (!first) askAboutLast(reading);
  if (!first)
    return labelled.length > 0 ? { children, origin: { kind: 'stated', rule: 'label:abstract' } } : undefined;
  const resp = quotations.blockResp(first.unit.start, first.unit.end);
  if (resp !== undefined) return { children, origin: { kind: 'editor', rule: 'sidecar', resp } };
  const named =
    reading.summaryGiven ||
    (selfNaming(first.unit.text, reading.vocabulary) && margin(evidence, best, first.i) >= sure);
  const evident = named || isEvident(reading, first.i);
  if (!named) {
    const place = at(first.unit.start, first.unit.end);
    const hint = `Confirm it in the sidecar: blocks: [{ quote: ${JSON.stringify(first.unit.text.split(/\s+/u).slice(0, 6).join(' '))}, is: abstract }], or say body.`;
    const reason =
      'This paragraph was taken for the abstract by its place and manner; no label of the page says so';
    if (evident) report(file, 'abstract-inferred', { place, hint, reason });
    else report(file, 'abstract-uncertain', { place, hint, reason: `${reason}, and it could be text` });
  }
  return {
    children,
    origin: { kind: 'inferred', rule: 'abstract-by-evidence', certainty: evident ? 'high' : 'medium' },
  };
}

/** True if the abstract that begins at `index` stands after the end of the document, or right before the page's information, and reads like one. */
function isEvident({ units, best, vocabulary }: PageReadingSoFar, index: number): boolean {
  const title = units[best.choices.findIndex(({ role }) => role === 'title')]?.text ?? '';
  // What stands between the title and the citation of the page is the page's.
  if (best.choices.some(({ role, part }, i) => i > index && role === 'citation' && part === 'front'))
    return true;
  const before = best.choices[index - 1];
  const end = best.choices.findIndex(({ role }, i) => i > index && role !== 'abstract');
  return isEvidentAbstract(
    units[index]?.text ?? '',
    title,
    {
      afterEnd: before !== undefined && (before.part === 'close' || before.role === 'report'),
      beforeInformation: labelMeaning(units[end]?.text ?? '', vocabulary) === 'information',
    },
    vocabulary,
  );
}

/** Margin below which a last paragraph that was taken for text is asked about, in points of evidence. */
const doubtful = 2;

/** A last paragraph with signs of an abstract that did not suffice: the editor is asked. */
function askAboutLast({ file, units, best, evidence, quotations, at }: PageReadingSoFar): void {
  const i = best.choices.findLastIndex(({ part }) => part === 'text' || part === 'close');
  const unit = units[i];
  const weights = evidence[i];
  if (
    !unit ||
    best.choices[i]?.role !== 'paragraph' ||
    quotations.blockResp(unit.start, unit.end) !== undefined
  )
    return;
  const abstract = weights?.abstract;
  if (!abstract || abstract.score <= 0 || (weights.paragraph?.score ?? 0) - abstract.score >= doubtful)
    return;
  report(file, 'abstract-uncertain', {
    place: at(unit.start, unit.end),
    reason: 'The last paragraph was taken for text; it has signs of an abstract',
    hint: `Decide in the sidecar: blocks: [{ quote: ${JSON.stringify(unit.text.split(/\s+/u).slice(0, 6).join(' '))}, is: body }], or abstract.`,
  });
}
