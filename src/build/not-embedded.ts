import type { VFile } from 'vfile';
import { MissingGlyphs } from '../typeset/missing-glyphs.js';
import type { Design } from '../typeset/design.js';
import type { CoveringFaces } from './fallback-faces.js';

/** Reports what an EPUB has no face for. A PDF of the same text cannot be made, so nothing is said twice. */
export function reportNotEmbedded({ faces, uncovered }: CoveringFaces, design: Design, file: VFile): void {
  const { shaper } = faces;
  const missing = new MissingGlyphs(design, file, (face) => shaper.has?.(face) ?? false);
  for (const cluster of uncovered) {
    for (const codePoint of shaper.missing(cluster, { face: 'roman', features: [], lang: 'und' })) {
      missing.add(codePoint, undefined);
    }
  }
  missing.report('glyph-not-embedded');
}
