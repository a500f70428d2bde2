import { readFileSync } from "node:fs"

/** One case of MS Recognizers: a text and everything that is to be found in it. */
export interface Spec {
  readonly Input: string
  readonly Context?: { readonly ReferenceDateTime?: string }
  readonly NotSupported?: string
  readonly Results: readonly SpecResult[]
}

/** A result of a "...Model.json" (TypeName, Resolution) or of a "...Parser.json" (Type, Value). `End` is inclusive. */
export interface SpecResult {
  readonly Text: string
  readonly Start: number
  readonly End?: number
  readonly Length?: number
  readonly TypeName?: string
  readonly Type?: string
  readonly Resolution?: { readonly value?: string; readonly values?: readonly Readonly<Record<string, string>>[] }
  readonly Value?: {
    readonly Timex?: string
    readonly FutureResolution?: Readonly<Record<string, string>>
    readonly PastResolution?: Readonly<Record<string, string>>
  }
}

/** The cases of a file, or none where it holds something else. */
export function readSpecs(path: string): readonly Spec[] {
  const value: unknown = JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, ""))
  return Array.isArray(value) && value.every(one => one && typeof one.Input === "string" && Array.isArray(one.Results))
    ? value
    : []
}

/** How many cases there are, how many fit, how many of these pass, and why the others were left out. */
export interface Tally {
  readonly name: string
  cases: number
  fit: number
  passed: number
  readonly leftOut: Map<string, number>
}

export function emptyTally(name: string): Tally {
  return { name, cases: 0, fit: 0, passed: 0, leftOut: new Map() }
}

export function leaveOut(tally: Tally, reason: string): void {
  tally.leftOut.set(reason, (tally.leftOut.get(reason) ?? 0) + 1)
}
