/**
 * Sidecars: `<stem>.yaml` beside `<stem>.txt` is the editor's word over what is inferred. Here it is read, checked
 * against templates/schema/sidecar.schema.json and located; the transforms apply it.
 */
import type { VFile } from 'vfile';
import type { DocumentKind, Editor, Register, ShelfmarkUnit } from '../edition/types.js';
import type { Position } from 'unist';
import { nearest } from '../diagnostics/suggest.js';
import { decode } from '../host/decode.js';
import { editorNamed, sidecarFacts } from './sidecar-facts.js';
import { soundEntries } from './sound-entries.js';
import { faultsOf } from './validate.js';
import { parseYaml, type PathInYaml, type YamlFile } from './yaml.js';

/** A sidecar that was read. Whoever applies it reports on `file`, at `placeOf` the value. */
export interface Sidecar {
  readonly value: SidecarFacts;
  readonly file: VFile;
  /** Whose word it is: id of an editor of the edition, or undefined if edition.yaml names none. */
  readonly resp: string | undefined;
  /**
   * Place of the value at a path into `value`, e.g. `['marginalia', 0, 'anchor', 'paragraph']`, or of the nearest
   * value around it.
   */
  placeOf(path: PathInYaml): Position | undefined;
}

/** What a sidecar can say. All texts are without spaces at their ends; none is empty. */
export interface SidecarFacts {
  editor?: string;
  title?: string;
  /** Several wrote it together; the first is the sender. */
  authors?: CorrespondentWord[];
  addressees?: CorrespondentWord[];
  /** ISO date of the document: a day, a month or a year. */
  date?: string;
  pageDate?: string;
  type?: DocumentKind;
  language?: string;
  /** One entry a paragraph. */
  rights?: string[];
  summary?: string[];
  blocks?: BlockWord[];
  marginalia?: MarginaliaWord[];
  notes?: NoteWord[];
  persons?: RegisterWord[];
  places?: RegisterWord[];
  copies?: CopyWord[];
}

export interface CorrespondentWord {
  name: string;
  /** A person where absent. */
  is?: 'person' | 'organisation';
}

/** Quoted words of the page that address a place; `occurrence` counts from 1. */
export interface Quotation {
  quote: string;
  occurrence?: number;
}

export interface BlockWord extends Quotation {
  is: 'abstract' | 'body' | 'report' | 'chrome' | 'heading' | 'teaser';
}

export interface MarginaliaWord {
  /** Words of the note. */
  note: string;
  occurrence?: number;
  hand?: string;
  place?: string;
  /** The one place it stands beside. */
  anchor?: AnchorWord;
  /** The places it stands beside, where there are several; never beside `anchor`. */
  anchors?: AnchorWord[];
}

/** `paragraph` and `quote` are quoted words; points are printed numbers; a document may be meant at one end of it. */
export type AnchorWord =
  | { kind: 'paragraph'; paragraph: string; occurrence?: number }
  | { kind: 'quote'; quote: string; occurrence?: number }
  | { kind: 'points'; points: string[] }
  | { kind: 'document'; document?: 'top' | 'bottom' };

export interface NoteWord {
  /** Quoted words after which the note is called. */
  after: string;
  occurrence?: number;
  text: string;
  /** Id of the editor whose note it is; undefined if edition.yaml names none. */
  resp?: string;
}

export interface RegisterWord {
  /** Name as it stands in the document. */
  name: string;
  /** Preferred form. */
  as?: string;
  variants: string[];
  authorities: Register['authorities'];
  note?: string;
}

export interface CopyWord {
  /** 1 for the first copy of the page. */
  copy: number;
  repository?: string;
  country?: string;
  settlement?: string;
  language?: string;
  /** In the order of the file. */
  shelfmark?: { unit: ShelfmarkUnit; value: string }[];
  leaves?: string;
  /** True for the copy that bears the marginal notes which the page reports. */
  notes?: true;
}

/**
 * Reads a sidecar. Reports on `file`. After errors the value is what is left without the entries at fault, so that the rest can be checked
 * against the source in the same run; undefined where nothing can be made of it. Whoever builds an edition asks `file` for errors.
 * @param bytes the file, or its text
 * @param editors of the edition: `editor` and `by` must name one of them
 */
export async function readSidecar(
  bytes: Uint8Array | string,
  file: VFile,
  editors: readonly Editor[],
): Promise<Sidecar | undefined> {
  const text = typeof bytes === 'string' ? bytes : decode(bytes, file);
  if (text === undefined) return undefined;
  file.value = text;
  const parsed = parseYaml(file);
  const faults = parsed ? await faultsOf(parsed, 'sidecar') : [];
  // `blocks` decide what the text is, and everything else is looked for in it.
  const unsure = faults.some(([key]) => nearest(String(key), ['blocks']) !== undefined);
  const yaml = parsed && !unsure ? soundEntries(parsed, faults) : undefined;
  if (!yaml) return undefined;
  const value = sidecarFacts(yaml, editors);
  const resp = value.editor === undefined ? editors[0]?.id : editorNamed(yaml, ['editor'], editors);
  return { value, file, resp, placeOf: (path) => placeAround(yaml, path) };
}

/** Place of a value, or of the nearest one around it: `value` has `points` where the file may say `point`. */
function placeAround(yaml: YamlFile, path: PathInYaml): Position | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const place = yaml.placeOf(path.slice(0, length));
    if (place) return place;
  }
  return undefined;
}
