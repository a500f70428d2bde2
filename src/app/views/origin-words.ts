import type { z } from "zod"
import { type Origin, originSchema } from "../../core/casefile.ts"

export const originKindSchema = originSchema.unwrap().shape.kind
export type OriginKind = z.infer<typeof originKindSchema>

const kindWords: Readonly<Record<OriginKind, string>> = {
  "own-reporting": "own reporting",
  wire: "wire",
  "official-statement": "official statement",
  "group-claim": "word of an armed group",
  document: "document",
  person: "word of a person",
  unproven: "not proven",
}

/** What an origin is, in words. */
export function originKindInWords(kind: Origin["kind"]): string {
  return kindWords[kind]
}
