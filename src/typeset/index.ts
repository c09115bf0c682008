/**
 * Typesetting: galley → pages. Pure and synchronous; knows neither TEI nor PDF. What it needs of fonts and languages is
 * handed in.
 */
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';
import type { Galley } from '../galley/types.js';
import { PageComposer } from './compose.js';
import type { Design } from './design.js';
import { Fallback } from './fallback.js';
import { GalleyLines } from './galley-lines.js';
import { LetterCase } from './letters.js';
import type { SetLine } from './line.js';
import type { Hyphenator, Shaper } from './measure.js';
import type { OutlineEntry, PageStart, Setting } from './pages.js';
import { paginate } from './paginate.js';
import { StructureTree } from './structure.js';
import { wordCaches } from './words.js';

export { clustersIn } from './fallback.js';
export { isFor } from './scripts.js';
export { MissingGlyphs } from './missing-glyphs.js';

/**
 * Sets a galley in a design. Nothing is done until pages are taken; `structure`, `outline`, `labels` and `starts` are complete when
 * the last page has been. Diagnostics: glyph-missing, script-unsupported, word-cut, line-overfull, line-underfull,
 * note-unanchored.
 *
 * @throws TypeError for a galley that contradicts itself (a note that is called twice or does not exist), and when pages
 * are taken a second time
 */
export function typeset(
  galley: Galley,
  design: Design,
  shaper: Shaper,
  hyphenator: Hyphenator,
  file: VFile,
): Setting {
  const tree = new StructureTree();
  const outline: OutlineEntry[] = [];
  const labels = new Map<string, string>();
  const starts: PageStart[] = [];
  let taken = false;
  return {
    structure: tree.nodes,
    outline,
    labels,
    starts,
    *pages() {
      if (taken) throw new TypeError('The pages of a setting can be taken once');
      taken = true;
      const letterCase = new LetterCase(design, shaper, wordCaches(shaper, hyphenator, design));
      const fallback = new Fallback(design, shaper, letterCase);
      const lines = new GalleyLines({ galley, design, letterCase, fallback, tree, file }).lines();
      const composer = new PageComposer({
        galley,
        design,
        letterCase,
        fallback,
        outline,
        labels,
        starts,
        tree,
        onFault: (line, page, place) => {
          if (!line.fault) return;
          const { kind, by } = line.fault;
          report(file, kind === 'overfull' ? 'line-overfull' : 'line-underfull', {
            ...(place ? { place } : {}),
            reason:
              kind === 'overfull'
                ? `A line on page ${page} is ${by.toFixed(1)} pt longer than its column: “${wordsOf(line)}”`
                : `A line on page ${page} has wide spaces: “${wordsOf(line)}”`,
          });
        },
      });
      for (const filled of paginate(lines, design)) yield composer.page(filled);
    },
  };
}

function wordsOf(line: SetLine): string {
  return line.pieces
    .map(({ word }) => word.text)
    .join('')
    .trim();
}
