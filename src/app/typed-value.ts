import { daysOf } from "../core/edtf.ts"
import { HeedError } from "../core/error.ts"
import type { Value } from "../core/value.ts"

/** A value of the same kind, read from what a person typed. Throws HeedError "bad-request" when it cannot be. */
export function valueLike(value: Value, to: string): Value {
  switch (value.kind) {
    case "count": {
      const match = /^(\d+)(?:\s*(?:-|to)\s*(\d+)|(\+))?$/.exec(to.trim())
      const low = Number(match?.[1])
      const high = match?.[3] ? null : Number(match?.[2] ?? match?.[1])
      if (!match || (high !== null && high < low))
        throw new HeedError("bad-request", `"${to}" is no number; expected one such as 17, 40-60 or 17+`)
      const qualifier = high === null ? "at-least" : low === high ? "exact" : "range"
      return { ...value, low, high, qualifier, text: to }
    }
    case "time":
      if (!daysOf(to))
        throw new HeedError("bad-request", `"${to}" is no date; expected one such as 2024-03-22 or 2024-03`)
      return { ...value, edtf: to, precision: precisionOf(to), method: "explicit", text: to }
    case "text":
      return { kind: "text", text: to, norm: to.toLowerCase() }
    default:
      throw new HeedError(
        "bad-request",
        `a ${value.kind} cannot be typed in; accept the assertion that has the right one`,
      )
  }
}

function precisionOf(edtf: string): "day" | "month" | "year" | "range" {
  if (edtf.includes("/")) return "range"
  const parts = edtf.replace(/^-/, "").split("-").length
  return parts === 1 ? "year" : parts === 2 ? "month" : "day"
}
