/** A stream to a person or a pipe. */
export interface Out {
  /** Throws nothing: a closed pipe is the stream's own business. */
  write(text: string): void
  readonly isTerminal: boolean
  /** Width of the terminal in columns; undefined where there is none. */
  readonly columns: number | undefined
}

/** The outside world as the door sees it. */
export interface Io {
  readonly out: Out
  readonly err: Out
  readonly env: Readonly<Record<string, string | undefined>>
  /** All of standard input. */
  readInput(): Promise<Uint8Array>
  /** Aborts at the first interrupt (Ctrl-C). */
  readonly signal: AbortSignal
}

/** Columns used where there is no terminal, such as in a pipe. */
const DEFAULT_COLUMNS = 100

/** Whether to colour what goes to the stream. https://no-color.org */
export function mayColour(out: Out, env: Io["env"]): boolean {
  return out.isTerminal && !env.NO_COLOR && env.TERM !== "dumb"
}

/** Width to lay out for. */
export function widthOf(out: Out): number {
  return out.columns ?? DEFAULT_COLUMNS
}
