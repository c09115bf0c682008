/** Persons, places and organisations: their names, and the entries the names belong to. */
import type { Origin } from './origin.js';

/** The name of a person, place or organisation with the register entry it belongs to. */
export interface Mention {
  name: string;
  key: string;
  /** `person` where absent. */
  kind?: 'person' | 'organisation';
  /** Other names that the page gives the bearer: "Obukhov (Grachev)". */
  otherNames?: string[];
}

/** An entry of a register of persons, places or organisations. */
export interface Register {
  /** Id in the TEI: `shtykov`. */
  key: string;
  name: string;
  /** Other forms in which the name occurs or is known. */
  variants: string[];
  /** Those of them that are another name of the bearer, and not another form of his name. */
  aliases?: string[];
  /** Authority numbers that the editor gave. */
  authorities: { type: 'VIAF' | 'GND' | 'wikidata' | 'geonames'; value: string }[];
  note?: string;
  origin: Origin;
}
