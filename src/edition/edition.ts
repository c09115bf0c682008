/** The root of the tree: an edition as a publication, and who edits it. */
import type { Node } from 'unist';
import type { DocumentNode } from './document.js';

export interface Edition extends Node {
  type: 'edition';
  children: DocumentNode[];
  /** Editors named in `edition.yaml`; `#editor-1` … in TEI. The first is the default `resp` of a sidecar. */
  editors: Editor[];
  /** What `edition.yaml` says of the edition as a publication. */
  publication: Publication;
}

export interface Editor {
  /** `editor-1` … */
  id: string;
  name: string;
  orcid?: string;
  /** In words, as it is to be printed: "edited by", "translated by". */
  role?: string;
}

export interface Publication {
  /** Title of the series. */
  series?: string;
  publisher?: string;
  licence?: { text: string; url?: string };
  /** Identifier of the edition, e.g. a DOI or ISBN. */
  identifier?: { type: string; value: string };
  version?: string;
  /** ISO date of the build (never the clock): see `buildDate`. */
  date: string;
}
