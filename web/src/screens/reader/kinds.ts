import type { HighlightKind } from "../../../../src/app/views/reader/reader-schema.ts"

/** Kinds of highlights in the order of the legend, as its switches name them. */
export const kinds: readonly { readonly kind: HighlightKind; readonly name: string }[] = [
  { kind: "event", name: "events" },
  { kind: "person", name: "people and groups" },
  { kind: "place", name: "places" },
  { kind: "time", name: "times" },
  { kind: "number", name: "numbers" },
  { kind: "statement", name: "statements" },
  { kind: "warning", name: "warnings" },
]
