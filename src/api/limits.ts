import type { MiddlewareHandler } from "hono"
import { bodyLimit } from "hono/body-limit"
import { DoorError } from "./errors.ts"

const MEBIBYTE = 1024 * 1024
/** Largest body of a request in MiB, by address; one for all others. A folder of some thousand reports is about 100 MiB. */
const limits: Readonly<Record<string, number>> = { "/api/imports/files": 256, "/api/imports/texts": 32 }
const OTHERWISE = 1

/** Refuses a body that is larger than its address can want, while it comes. */
export function limitBodies(): MiddlewareHandler {
  return (context, next) => {
    const limit = limits[context.req.path] ?? OTHERWISE
    return bodyLimit({
      maxSize: limit * MEBIBYTE,
      onError: () => {
        throw new DoorError(
          "too-large",
          `the body is larger than ${limit} MiB; send it in parts, or use "heed add" for large folders`,
        )
      },
    })(context, next)
  }
}
