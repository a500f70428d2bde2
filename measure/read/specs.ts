import type { Format } from "../part.ts"

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

/** Specifications of MS Recognizers: a list in JSON of cases with Input and Results. `files` says which of the many to read, by their names. */
export function specs(files: RegExp): Format<Spec> {
  return {
    name: "list of specifications with Input and Results (.json)",
    folder: "recognizers",
    extension: files,
    looks: head => /^\[\s*\{/.test(head) && head.includes('"Input"'),
    corpus: "folder",
    read: ({ text }) =>
      (JSON.parse(text) as Spec[]).filter(({ Input, Results }) => typeof Input === "string" && Array.isArray(Results)),
  }
}
