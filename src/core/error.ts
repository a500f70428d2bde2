/** Every way a caller can be at fault. The doors (cli, api, mcp) translate these; nobody else knows exit or status codes. */
export type ErrorCode =
  | "not-found"
  | "bad-request"
  | "unreadable"
  | "conflict"
  | "unavailable"
  | "newer-version"
  | "cancelled"

/** A fault of the caller or of the machine, with a message that says what, where and what was expected. */
export class HeedError extends Error {
  readonly code: ErrorCode
  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = "HeedError"
    this.code = code
  }
}
