/** What the editor states in the sidecar about the document as a whole takes the place of what was read or inferred. */
import type { Position } from 'unist';
import {
  isPartial,
  type Copy,
  type DocumentNode,
  type Fact,
  type Mention,
  type Origin,
} from '../edition/types.js';
import type { CopyWord, CorrespondentWord, Sidecar } from '../config/sidecar.js';
import { report } from '../diagnostics/report.js';

/**
 * Applies the header facts of a sidecar. Blocks, anchors and notes were applied when the source was read.
 * @returns the names that the editor's took the place of, in the form the page has them
 */
export function applyEditorsWord(document: DocumentNode, sidecar: Sidecar): Mention[] {
  const replaced: Mention[] = [];
  const { value } = sidecar;
  const origin: Origin = { kind: 'editor', rule: 'sidecar', resp: sidecar.resp ?? 'editor' };
  const fact = <T>(of: T): Fact<T> => ({ value: of, origin });
  // Whose name it is the page may show, where it has the same.
  const mention = ({ name, is }: CorrespondentWord): Fact<Mention> => {
    const kind = is ?? replaced.find((one) => one.name === name)?.kind;
    return fact({ name, key: name, ...(kind !== undefined && { kind }) });
  };
  // The page's own words stay, as remarks of the page.
  const keep = (label: string, text: string | undefined, position: Position | undefined): void => {
    if (text !== undefined && position) document.page.remarks.push({ label, text, position });
  };
  if (value.title !== undefined) {
    // The page's own title stays that of the page.
    const { verbatim } = document.title;
    document.title = { ...fact(value.title), ...(verbatim !== undefined && { verbatim }) };
  }
  const [author, ...others] = value.authors ?? [];
  if (author) {
    for (const one of [document.author, document.correspondence.sent?.person])
      if (one) replaced.push({ ...one.value });
    for (const one of document.coAuthors ?? []) replaced.push({ ...one.value });
    document.author = mention(author);
    if (others.length > 0) document.coAuthors = others.map(mention);
    else delete document.coAuthors;
    if (document.correspondence.sent?.person) document.correspondence.sent.person = document.author;
  }
  if (value.addressees) {
    replaced.push(...document.correspondence.addressees.map((one) => ({ ...one.value })));
    document.correspondence.addressees = value.addressees.map(mention);
  }
  if (value.date !== undefined) {
    const sent = (document.correspondence.sent ??= {});
    // The words of the page say another day, unless they say this one.
    const same = sent.date?.value.when === value.date;
    sent.date = fact({ text: (same ? sent.date?.value.text : undefined) ?? value.date, when: value.date });
  }
  if (value.pageDate !== undefined) {
    if (document.pageDate) document.page.date = document.pageDate;
    document.pageDate = fact({ text: document.pageDate?.value.text ?? value.pageDate, when: value.pageDate });
  }
  if (value.type !== undefined) document.kind = fact(value.type);
  if (value.language !== undefined) document.language = fact(value.language);
  if (value.rights) {
    for (const { children, position } of document.page.rights)
      keep('rights', children.map((child) => child.value).join(''), position);
  }
  if (value.rights)
    document.page.rights = value.rights.map((text) => ({
      children: [{ type: 'text' as const, value: text }],
      origin,
    }));
  if (value.summary) {
    for (const { text, position } of document.summary?.children ?? []) keep('abstract', text, position);
    const position = document.summary?.children[0]?.position ?? {
      start: { line: 1, column: 1, offset: 0 },
      end: { line: 1, column: 1, offset: 0 },
    };
    document.summary = { children: value.summary.map((text) => ({ text, position })), origin };
  }
  value.copies?.forEach((word, i) => {
    const copy = document.copies[word.copy - 1];
    if (copy) correct(copy, word, origin);
    else {
      report(sidecar.file, 'copy-not-found', {
        place: sidecar.placeOf(['copies', i, 'copy']),
        actual: `copy ${String(word.copy)}`,
        expected:
          document.copies.length === 0
            ? 'none: the source names no copy'
            : `a number from 1 to ${String(document.copies.length)}`,
      });
    }
  });
  return replaced;
}

/**
 * Corrects one copy, field by field: what the editor says nothing of stays as it was read, and so does the reference as
 * printed, of which corrected parts bound no words. What the page calls missing and the editor gives is missing no more.
 */
function correct(copy: Copy, word: CopyWord, origin: Origin): void {
  const unprinted = { start: copy.verbatim.length, end: copy.verbatim.length };
  const corrected: NonNullable<Copy['corrected']> = { ...copy.corrected };
  if (word.repository !== undefined) {
    const same = copy.repository?.text === word.repository;
    copy.repository = {
      ...(copy.repository ?? { key: '', known: false, ...unprinted }),
      text: word.repository,
      ...(same ? {} : { key: '', known: false }),
    };
    corrected.repository = origin;
  }
  if (copy.repository) {
    for (const field of ['country', 'settlement'] as const) {
      const stated = word[field];
      if (stated === undefined) continue;
      copy.repository[field] = stated;
      corrected[field] = origin;
    }
  }
  if (word.notes) copy.bearsNotes = origin;
  if (word.language !== undefined) copy.language = { value: word.language, origin };
  for (const { unit, value } of word.shelfmark ?? []) {
    const known = copy.shelfmark.find((part) => part.unit === unit);
    if (known) known.text = value;
    else copy.shelfmark.push({ unit, text: value, ...unprinted });
    corrected[unit] = origin;
  }
  if (word.leaves !== undefined) {
    const [from = word.leaves, to = from] = word.leaves.split(/\s*[-–—]\s*/u);
    copy.leaves = [
      {
        unit: 'leaf',
        text: word.leaves,
        from: from.replace(/\s/gu, ''),
        to: to.replace(/\s/gu, ''),
        ...unprinted,
      },
    ];
    corrected.leaves = origin;
  }
  if (Object.keys(corrected).length > 0) copy.corrected = corrected;
  if (word.shelfmark || word.leaves !== undefined) settleLacunae(copy, word);
}

/** Takes out what is said to be missing and was given; what is still wanting keeps the shelfmark partial. */
function settleLacunae(copy: Copy, word: CopyWord): void {
  const given = new Set<string>(word.shelfmark?.map(({ unit }) => unit));
  if (word.leaves !== undefined) for (const unit of ['leaf', 'page', 'frame']) given.add(unit);
  copy.lacunae = copy.lacunae.filter(({ units = [] }) =>
    units.length > 0 ? !units.every((unit) => given.has(unit)) : !word.shelfmark,
  );
  const there = new Set(copy.shelfmark.map(({ unit }) => unit));
  const wanting = (copy.wanting ?? []).filter((ways) => !ways.some((unit) => there.has(unit)));
  if (wanting.length > 0) copy.wanting = wanting;
  else delete copy.wanting;
  copy.partial = isPartial(copy);
}
