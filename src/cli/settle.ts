/** What options and project files ask for, and whether it can be had. */
import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import { designNames, formats, type Format } from '../build.js';
import { environmentDate } from '../config/dates.js';
import { isDesignFile, type Project } from '../config/project.js';
import { hasErrors, report } from '../diagnostics/report.js';
import { nearest } from '../diagnostics/suggest.js';
import type { FileHost } from '../host.js';
import type { Design } from '../typeset/design.js';
import { helpOn, type Request } from './arguments.js';
import { shownFrom, type Collection } from './sources.js';

export interface Settled {
  formats: readonly Format[];
  /** Name of a design that ships, or absolute path of another. */
  design: string | undefined;
  /** The designs that do not ship, by absolute path. */
  designs: Record<string, Design>;
  /** Files of those designs, with their diagnostics. */
  files: VFile[];
}

/** Checks the values of options that `build`, `check` and `inspect` share; reports on the command line. */
export async function settle(request: Request, host: FileHost): Promise<Settled> {
  const { values, places, file } = request;
  const { invalid } = environmentDate(host);
  if (invalid !== undefined) {
    report(file, 'option-value', {
      actual: `SOURCE_DATE_EPOCH ${invalid}`,
      expected: 'whole seconds since 1970-01-01, up to the year 9999',
      hint: 'Set the variable otherwise, or unset it.',
    });
  }
  const asked: Format[] = [];
  for (const word of (values.format ?? formats.join(',')).split(',')) {
    const name = word.trim().toLowerCase();
    const format = formats.find((one) => one === name);
    if (format) asked.push(format);
    else {
      const meant = nearest(name, formats);
      report(file, 'option-value', {
        place: places.format,
        actual: name === '' ? 'empty place in the list of formats' : `format ${name}`,
        expected: meant ?? formats.join(', '),
        hint: helpOn(request.command),
      });
    }
  }
  const settled: Settled = {
    formats: formats.filter((format) => asked.includes(format)),
    design: values.design,
    designs: {},
    files: [],
  };
  if (values.design !== undefined) {
    const path = isDesignFile(values.design) ? host.absolute(values.design) : values.design;
    settled.design = path;
    await admit(path, settled, host, { file, place: places.design });
  }
  return settled;
}

/**
 * Reads the designs and tables that projects name, and reports those that nobody has or that do not fit on the project
 * file.
 */
export async function settleProjects(
  collection: Collection,
  settled: Settled,
  host: FileHost,
): Promise<void> {
  for (const project of new Set(collection.sources.map((source) => source.project))) {
    if (!project) continue;
    if (project.design !== undefined)
      await admit(project.design, settled, host, { file: project.file, place: project.placeOf(['design']) });
    if (project.tableFiles.length > 0) await admitTables(project, settled, host);
  }
}

/** Makes sure that there is a design; reports `design-unknown` at the place that names it. */
async function admit(
  design: string,
  settled: Settled,
  host: FileHost,
  named: { file: VFile; place: Position | Point | undefined },
): Promise<void> {
  if (settled.designs[design]) return;
  if (!isDesignFile(design)) {
    const names = await designNames(host);
    if (names.includes(design)) return;
    const expected = nearest(design, names) ?? names.join(', ');
    report(named.file, 'design-unknown', { place: named.place, actual: `design ${design}`, expected });
    return;
  }
  const { readDesign } = await import('../build/design-file.js');
  const shown = shownFrom(design, host.cwd());
  const read = await readDesign(design, shown, host);
  settled.files.push(read.file);
  if (read.design) settled.designs[design] = read.design;
  else
    report(named.file, 'design-unknown', {
      place: named.place,
      reason: `The design ${shown} cannot be used`,
    });
}

async function admitTables(project: Project, settled: Settled, host: FileHost): Promise<void> {
  const { readTables } = await import('../build/own-tables.js');
  const { tables, files } = await readTables(project.tableFiles, (path) => shownFrom(path, host.cwd()), host);
  project.tables = tables;
  settled.files.push(...files);
  project.tableFiles.forEach(({ named }, i) => {
    const file = files[i];
    if (file && hasErrors(file))
      report(project.file, 'table-unusable', {
        place: project.placeOf(named),
        reason: `The table ${file.path} cannot be used`,
      });
  });
}
