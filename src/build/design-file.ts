import type { VFile } from 'vfile';
import { readConfigFile } from '../config/file.js';
import { validate } from '../config/validate.js';
import { parseYaml } from '../config/yaml.js';
import { report } from '../diagnostics/report.js';
import { nearest } from '../diagnostics/suggest.js';
import type { FileHost } from '../host.js';
import type { Design } from '../typeset/design.js';

/**
 * Reads a page design of a project's own: whole, of the shape of templates/designs/reading.yaml. What does not fit
 * templates/schema/design.schema.json, and faces that it uses and does not name, are reported on `file`; then there is
 * no `design`.
 * @param path absolute
 * @param shown the path as the user is to see it
 */
export async function readDesign(
  path: string,
  shown: string,
  host: FileHost,
): Promise<{ file: VFile; design: Design | undefined }> {
  const file = await readConfigFile(path, shown, host);
  const none = { file, design: undefined };
  if (file.messages.length > 0) return none;
  const yaml = parseYaml(file);
  if (!yaml || !(await validate(yaml, 'design'))) return none;
  // It fits the schema, which describes this type.
  const design = yaml.typed as Design;
  const faces = Object.keys(design.faces);
  for (const { face, path: at } of facesIn(design, [])) {
    if (faces.includes(face)) continue;
    report(file, 'config-value', {
      place: yaml.placeOf(at),
      actual: `face “${face}”`,
      expected: nearest(face, faces) ?? `one of \`faces\`: ${faces.join(', ')}`,
    });
  }
  return file.messages.length > 0 ? none : { file, design };
}

type Path = readonly (string | number)[];

/** Every face that a design uses: a `face` is a name, or a table of names by the face around it. */
function facesIn(value: unknown, path: Path): { face: string; path: Path }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const at = [...path, key];
    if (key !== 'face') return facesIn(inner, at);
    if (typeof inner === 'string') return [{ face: inner, path: at }];
    return Object.entries(inner ?? {}).map(([around, face]) => ({
      face: String(face),
      path: [...at, around],
    }));
  });
}
