import { HTTPException } from "hono/http-exception"
import type { ContentfulStatusCode } from "hono/utils/http-status"
import { type ErrorCode, HeedError } from "../core/error.ts"

/** What only this door refuses, before any use case is asked. */
export type DoorCode = "no-token" | "refused" | "too-large" | "wrong-method"

/** HTTP status of each error: the one table. The compiler asks for a line when an error code is added. */
export const statuses: Record<ErrorCode | DoorCode | "bug", ContentfulStatusCode> = {
  "bad-request": 400,
  "no-token": 401,
  refused: 403,
  "not-found": 404,
  "wrong-method": 405,
  conflict: 409,
  "newer-version": 409,
  cancelled: 409,
  "too-large": 413,
  unreadable: 422,
  bug: 500,
  unavailable: 503,
}

/** A request that this door refuses. */
export class DoorError extends Error {
  readonly code: DoorCode
  constructor(code: DoorCode, message: string) {
    super(message)
    this.name = "DoorError"
    this.code = code
  }
}

/** The one shape of an error. */
export interface ErrorBody {
  readonly error: { readonly code: keyof typeof statuses; readonly message: string }
}

/** Status and body of an error. What nobody foresaw is a bug of ours, and says so. */
export function toErrorAnswer(error: unknown): { readonly status: ContentfulStatusCode; readonly body: ErrorBody } {
  const { code, message } = told(error)
  return { status: statuses[code], body: { error: { code, message } } }
}

function told(error: unknown): ErrorBody["error"] {
  if (error instanceof HeedError || error instanceof DoorError) return { code: error.code, message: error.message }
  // The web framework's own: a body that is no JSON, a form that is none.
  if (error instanceof HTTPException && error.status < 500)
    return { code: "bad-request", message: `${error.message}; expected a body as /api/openapi.json describes it` }
  return { code: "bug", message: `a fault of Heed: ${error instanceof Error ? error.message : String(error)}` }
}
