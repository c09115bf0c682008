/** Options and project files that name what there is not. */
import { designNames } from '../build.js';
import { environmentDate } from '../config/dates.js';
import { report } from '../diagnostics/report.js';
import { nearest } from '../diagnostics/suggest.js';
import { formats, type Format } from '../build/formats.js';
import type { FileHost } from '../host.js';
import { placeOfOption, type Request } from './arguments.js';
import type { Collection } from './sources.js';

export interface Settled {
  formats: readonly Format[];
  design: string | undefined;
}

/** Checks the values of options that `build`, `check` and `inspect` share; reports on the command line. */
export async function settle(request: Request, host: FileHost): Promise<Settled> {
  const { values, file } = request;
  const { invalid } = environmentDate(host);
  if (invalid !== undefined) {
    report(file, 'option-value', {
      actual: `SOURCE_DATE_EPOCH ${invalid}`,
      expected: 'whole seconds since 1970-01-01, up to the year 9999',
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
        place: placeOfOption(file, 'format'),
        actual: name === '' ? 'empty place in the list of formats' : `format ${name}`,
        expected: meant ?? formats.join(', '),
      });
    }
  }
  const designs = await designNames(host);
  if (values.design !== undefined && !designs.includes(values.design)) {
    report(file, 'design-unknown', {
      place: placeOfOption(file, 'design'),
      ...designFinding(values.design, designs),
    });
  }
  return { formats: formats.filter((format) => asked.includes(format)), design: values.design };
}

function designFinding(name: string, designs: readonly string[]): { actual: string; expected: string } {
  return { actual: `design ${name}`, expected: nearest(name, designs) ?? designs.join(', ') };
}

/** Reports a design that a project names and nobody has, once a project file. */
export async function checkProjects(collection: Collection, host: FileHost): Promise<void> {
  const designs = await designNames(host);
  for (const project of new Set(collection.sources.map((source) => source.project))) {
    if (project?.design === undefined || designs.includes(project.design)) continue;
    const finding = designFinding(project.design, designs);
    report(project.file, 'design-unknown', { place: project.placeOf(['design']), ...finding });
  }
}
