/**
 * Makes the subsets of faces that most editions need, so that the program seldom has to (src/epub/ready-faces.ts).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * @param {string} out the compiled program, with its `templates.json`; gets a folder `faces`
 * @returns {Promise<void>} rejected if a face cannot be read
 */
export async function compileFaces(out) {
  /** @type {(name: string) => Promise<unknown>} */
  const load = (name) => import(pathToFileURL(path.join(out, name)).href);
  // The modules were compiled from these sources a moment ago.
  const [{ makeReady }, { loadFaces }, { nodeHost }] =
    /** @type {[typeof import('../../src/epub/ready-faces.js'), typeof import('../../src/fonts/faces.js'), typeof import('../../src/host/node.js')]} */ (
      await Promise.all([load('epub/ready-faces.js'), load('fonts/faces.js'), load('host/node.js')])
    );
  /** @type {unknown} */
  const parsed = JSON.parse(readFileSync(path.join(out, 'templates.json'), 'utf8'));
  // Checked against the schema of designs when it was written.
  const { designs } = /** @type {{ designs: Record<string, { faces: Parameters<typeof loadFaces>[0] }> }} */ (
    parsed
  );
  const host = nodeHost();
  mkdirSync(path.join(out, 'faces'), { recursive: true });
  for (const design of Object.values(designs)) {
    const { roman, italic } = design.faces;
    const faces = await loadFaces({ ...(roman && { roman }), ...(italic && { italic }) }, host);
    const made = await makeReady(faces, host);
    for (const [name, bytes] of made) writeFileSync(path.join(out, 'faces', path.basename(name)), bytes);
  }
}
