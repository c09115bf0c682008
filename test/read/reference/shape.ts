/** A reading in a form that can be written by hand and compared: every field but offsets, which the properties cover. */
import type { Copy, Repository, Responsibility, Span } from '../../../src/edition/types.js';
import type { ReferenceReading } from '../../../src/read/reference/index.js';

export interface ExpectedReading {
  copies?: ExpectedCopy[];
  printedSources?: string[];
  /** `kind [whole statement] name; name` */
  responsibilities?: string[];
  separators?: string[];
  messages?: string[];
}

export interface ExpectedCopy {
  verbatim: string;
  /** `text = key, settlement, country`; a question mark where no table knows it. */
  repository?: string;
  /** `unit [label] value` */
  shelfmark?: string[];
  /** `unit from..to [words as printed]` */
  leaves?: string[];
  lacunae?: string[];
  partial?: boolean;
  former?: string[];
  description?: string[];
  /** `tag (rule)` */
  language?: string;
  provenance?: string[];
  remainder?: string[];
  /** Rule, where the copy was inferred. */
  origin?: string;
}

export function shapeOfReading(found: ReferenceReading, messages: readonly string[]): ExpectedReading {
  return without({
    copies: found.copies.map(shapeOfCopy),
    printedSources: found.printedSources.map(({ verbatim }) => verbatim),
    responsibilities: found.responsibilities.map(shapeOfStatement),
    separators: found.separators.map(({ text }) => text),
    messages: [...messages],
  });
}

function shapeOfCopy(copy: Copy): ExpectedCopy {
  const { repository, language } = copy;
  return without({
    verbatim: copy.verbatim,
    repository: repository && shapeOfRepository(repository),
    shelfmark: copy.shelfmark.map(
      ({ unit, text, label }) => `${unit} ${label ? `[${label.text}] ` : ''}${text}`,
    ),
    leaves: copy.leaves.map(({ unit, from, to, text }) => `${unit} ${from}..${to} [${text}]`),
    lacunae: words(copy.lacunae),
    partial: copy.partial || undefined,
    former: words(copy.former),
    description: words(copy.description),
    language: language && `${language.value} (${language.origin.rule})`,
    provenance: copy.provenance.map(shapeOfStatement),
    remainder: words(copy.remainder),
    origin: copy.origin.kind === 'stated' ? undefined : copy.origin.rule,
  });
}

function shapeOfRepository({ text, key, known, settlement, country }: Repository): string {
  return [`${text} = ${key}${known ? '' : '?'}`, settlement, country]
    .filter((part) => part !== undefined)
    .join(', ');
}

function shapeOfStatement({ kind, text, names }: Responsibility): string {
  return `${kind} [${text}] ${names.join('; ')}`.trim();
}

function words(spans: readonly Span[]): string[] {
  return spans.map(({ text }) => text);
}

/** Fields that say nothing are not written. */
function without<T extends object>(shape: { [K in keyof T]: T[K] | undefined }): T {
  // What is taken out is optional in every shape above.
  return Object.fromEntries(
    Object.entries(shape).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  ) as T;
}
