/**
 * What ships as data (templates/): page designs, words of the interface, authority tables, vocabularies. They are
 * checked and compiled into one file when the program is built; see templates/compile.mjs.
 */
import type { Host } from './host.js';

/** Tables by folder and file stem, as templates/compile.mjs wrote them; those of a folder are an object. */
export type Templates = Readonly<Record<string, unknown>>;

const loaded = new WeakMap<Pick<Host, 'resource'>, Promise<Templates>>();

/** Reads the tables that ship with the program, once for each host. Throws if the program was not compiled. */
export function loadTemplates(host: Pick<Host, 'resource'>): Promise<Templates> {
  const known = loaded.get(host);
  if (known) return known;
  const templates = host
    .resource('lib/templates.json')
    // Written by our own compilation, which checked it against the schemas.
    .then((bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Templates);
  loaded.set(host, templates);
  return templates;
}
