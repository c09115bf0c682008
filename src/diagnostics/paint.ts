/** The look of a terminal. */
export interface Look {
  color: boolean;
  /** Columns of the terminal; a longer line of the source is cut around the place. */
  width: number;
}

/** SGR parameters (ECMA-48, 8.3.117). */
const codes = { bold: 1, dim: 2, error: 31, warning: 33, info: 36 } as const;

export function paint(text: string, style: keyof typeof codes, look: Look): string {
  return look.color ? `\u001B[${String(codes[style])}m${text}\u001B[0m` : text;
}
