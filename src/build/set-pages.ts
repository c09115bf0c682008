/** Galley → faces → pages, with what a stock holds. */
import type { VFile } from 'vfile';
import { hasErrors, report } from '../diagnostics/report.js';
import { FaceUnavailable, type Faces } from '../fonts/faces.js';
import type { Galley } from '../galley/types.js';
import type { Design } from '../typeset/design.js';
import type { Setting } from '../typeset/pages.js';
import type { CoveringFaces } from './fallback-faces.js';
import type { Stock } from './stock.js';

/** A page design, and where faces are looked for that do not come with the program. */
export interface Look {
  readonly design: Design;
  /** The project's folder; absolute. Without it, faces come from the program's installation alone. */
  readonly folder: string | undefined;
}

/** A setting whose pages were taken and can be taken again. */
export interface SetPages extends Setting {
  readonly count: number;
  readonly faces: Faces;
}

/** The faces of a design and the fallback faces that a galley needs; reports `font-missing`. */
export async function facesFor(
  galley: Galley,
  { design, folder }: Look,
  stock: Stock,
  file: VFile,
): Promise<CoveringFaces | undefined> {
  try {
    const [faces, { clustersIn }] = await Promise.all([
      stock.faces(design, folder),
      import('../typeset/fallback.js'),
    ]);
    return await faces.covering(clustersIn(galley));
  } catch (error) {
    if (!(error instanceof FaceUnavailable)) throw error;
    report(file, 'font-missing', {
      reason: `For the design ${design.name}, ${error.message}`,
      hint: `Install it: npm install ${error.source.package}`,
    });
    return undefined;
  }
}

/**
 * The pages, all of them: what typesetting has to say (a letter that no font has) must be known before a page is
 * painted. Undefined after errors.
 */
export async function setPages(
  galley: Galley,
  look: Look,
  stock: Stock,
  file: VFile,
): Promise<SetPages | undefined> {
  const covering = await stock.ledger.timed('fonts', () => facesFor(galley, look, stock, file));
  if (!covering) return undefined;
  const { faces } = covering;
  return stock.ledger.timed('pages', async () => {
    const [{ typeset }, hyphenator] = await Promise.all([import('../typeset/index.js'), stock.hyphenator()]);
    const { setting, pages } = stock.ledger.working('pages', () => {
      const set = typeset(galley, look.design, faces.shaper, hyphenator, file);
      return { setting: set, pages: [...set.pages()] };
    });
    if (hasErrors(file)) return undefined;
    return {
      ...setting,
      faces,
      count: pages.length,
      *pages() {
        yield* pages;
      },
    };
  });
}
