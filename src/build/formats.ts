/** The formats of an edition. */

export const formats = ['tei', 'pdf', 'epub'] as const;
export type Format = (typeof formats)[number];

export const extensions = { tei: '.xml', pdf: '.pdf', epub: '.epub' } as const satisfies Record<
  Format,
  string
>;

/** One file of an edition. */
export interface Output {
  format: Format;
  /** Stem of the source and extension. */
  name: string;
  bytes: Uint8Array;
  /** Pages of a PDF. */
  pages?: number;
}
