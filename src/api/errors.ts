import type { ContentfulStatusCode } from "hono/utils/http-status"
import { type ErrorCode, HeedError } from "../core/error.ts"

/** HTTP status of each error. The compiler asks for a line when an error code is added. */
const statuses: Record<ErrorCode, ContentfulStatusCode> = {
  "not-found": 404,
  "bad-request": 400,
  unreadable: 422,
  conflict: 409,
  unavailable: 503,
  "newer-version": 409,
  cancelled: 409,
}

/** The one shape of an error. */
export interface ErrorBody {
  readonly error: { readonly code: string; readonly message: string }
}

/** Status and body of an error. What is no HeedError is a bug of ours, and says so without its insides. */
export function toErrorAnswer(error: unknown): { readonly status: ContentfulStatusCode; readonly body: ErrorBody } {
  if (error instanceof HeedError)
    return { status: statuses[error.code], body: { error: { code: error.code, message: error.message } } }
  const message = error instanceof Error ? error.message : String(error)
  return { status: 500, body: { error: { code: "bug", message: `a fault of Heed: ${message}` } } }
}
