/** Where a command prints to. */
export interface Stream {
  write(text: string): void;
  /** True for a terminal. */
  readonly isTTY: boolean;
  /** Columns of the terminal, if it tells. */
  readonly columns: number | undefined;
}

export interface Streams {
  readonly stdout: Stream;
  readonly stderr: Stream;
}
