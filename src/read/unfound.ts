/** What an editor is told of quoted words that do not address one place: where they do stand. */
import type { VFile } from 'vfile';
import type { Sidecar } from '../config/sidecar.js';
import { report, type Related } from '../diagnostics/report.js';
import { findQuotation, type Found } from './quotation.js';
import type { Locator } from './weave.js';

/** Where the words had to stand: anywhere, in the text of the document, or where a footnote can be called from. */
export type SoughtIn = 'source' | 'text' | 'passages';

interface Unfound {
  quote: string;
  occurrence: number | undefined;
  /** Where they stand among what was searched: nowhere, or too often, or too seldom for `occurrence`. */
  places: readonly Found[];
  where: SoughtIn;
  path: readonly (string | number)[];
}

const searched: Readonly<Record<SoughtIn, string>> = {
  source: 'the source',
  text: 'the text of the document',
  passages: 'the text of the document, its abstract or a report of notes',
};

/** Most places that are shown. */
const most = 6;

/** Reports `quotation-not-found` or `quotation-ambiguous` at the words in the sidecar. */
export function tellUnfound(unfound: Unfound, sidecar: Sidecar, file: VFile, at: Locator): void {
  const { quote, occurrence, places, where, path } = unfound;
  const place = sidecar.placeOf(path);
  const numbered = placesIn(places, file, at, (i) => `occurrence ${String(i + 1)}`);
  const lines = enumerated(places.map(({ start, end }) => at(start, end).start.line));
  if (places.length === 0) {
    report(sidecar.file, 'quotation-not-found', { place, ...elsewhere(unfound, file, at) });
  } else if (occurrence === undefined) {
    report(sidecar.file, 'quotation-ambiguous', {
      place,
      actual: `“${quote}”, which stands in ${searched[where]} ${String(places.length)} times (${lines})`,
      expected: 'more words of it, or its `occurrence`',
      related: numbered,
    });
  } else {
    report(sidecar.file, 'quotation-not-found', {
      place,
      actual: `occurrence ${String(occurrence)} of “${quote}”`,
      expected: `at most ${String(places.length)} (${lines})`,
      related: numbered,
    });
  }
}

/** Places of the source as `related` shows them. */
export function placesIn(
  places: readonly Found[],
  file: VFile,
  at: Locator,
  text: (i: number) => string,
): Related[] {
  const source = { path: file.path, value: String(file) };
  return places
    .slice(0, most)
    .map(({ start, end }, i) => ({ position: at(start, end), text: text(i), file: source }));
}

/** Words that stand in another part of the page, with other capitals, or only inside longer words. */
function elsewhere(
  { quote, where }: Unfound,
  file: VFile,
  at: Locator,
): { actual?: string; expected?: string; reason?: string; related?: Related[]; hint?: string } {
  const source = String(file);
  const whole = { start: 0, end: source.length };
  const apart = findQuotation(source, quote, whole, { limit: most });
  if (apart.length > 0) {
    return {
      reason: `“${quote}” stands on the page, but not in ${searched[where]}`,
      related: placesIn(apart, file, at, () => 'where the words stand'),
      hint: 'Quote words of the text; if the program took text for something else, say so under `blocks`.',
    };
  }
  const cased = findQuotation(source, quote, whole, { limit: most, anyCase: true });
  if (cased.length > 0) {
    return {
      reason: `“${quote}” stands in the source with other capitals only`,
      related: placesIn(cased, file, at, () => 'where the words stand'),
    };
  }
  const inside = findQuotation(source, quote, whole, { limit: most, insideWords: true });
  if (inside.length > 0) {
    return {
      reason: `“${quote}” stands in the source only as a part of longer words`,
      related: placesIn(inside, file, at, () => 'where the letters stand'),
      hint: 'Quote whole words.',
    };
  }
  return { actual: `“${quote}”`, expected: 'words that stand in the source' };
}

/** "line 3", "lines 3, 5 and 9". */
function enumerated(lines: readonly number[]): string {
  const words = lines.slice(0, most).map(String);
  const more = lines.length > most ? [`${String(lines.length - most)} more`] : [];
  const all = [...words, ...more];
  const last = all.pop() ?? '';
  return all.length === 0 ? `line ${last}` : `lines ${all.join(', ')} and ${last}`;
}
