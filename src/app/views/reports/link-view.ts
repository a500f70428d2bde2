import { z } from "zod"
import type { FlatEvidence, Lineage } from "../../../core/casefile.ts"
import { HeedError } from "../../../core/error.ts"
import type { CaseIndex } from "../case-index.ts"
import { evidenceView, evidenceViewSchema } from "../evidence-view.ts"
import { lineageIndex } from "./lineage-index.ts"

export const linkKindSchema = z.enum(["copies", "rewrites", "updates", "cites"])

/** One report rests on another, or on a source outside the case. */
export const linkViewSchema = z
  .object({
    id: z.string(),
    kind: linkKindSchema,
    /** Id of the report that rests, and of the one it rests on; null where that is no report of the case. */
    from: z.string(),
    to: z.string().nullable(),
    source: z.string().optional(),
    /** Whole percents of the report that rest on the other, counted in sentences. */
    strength: z.number().int().min(0).max(100),
    /** False where nothing tells who was first: the link then says only that they share. */
    isDirected: z.boolean(),
    /** One of a circle of reports that cite each other. */
    isCircular: z.boolean(),
    why: z.string(),
    total: z.number().int().min(0),
    passages: z
      .array(
        z
          .object({
            kind: z.enum(["verbatim", "near", "paraphrase", "translation"]),
            from: evidenceViewSchema,
            to: evidenceViewSchema,
          })
          .readonly(),
      )
      .readonly(),
    /** Where the report names its source. */
    evidence: z.array(evidenceViewSchema).readonly(),
  })
  .readonly()
export type LinkView = z.infer<typeof linkViewSchema>

/** Passages that a link shows when it stands among others. */
export const FEW_PASSAGES = 3
const MOST_PASSAGES = 200

/** A link with its words: at most `most` passages, the longest of the same words first. */
export function linkView(index: CaseIndex, link: Lineage, most: number): LinkView {
  const view = (one: FlatEvidence) => evidenceView(index, one)
  const passages = [...link.passages].sort(
    (a, b) => b.similarity * b.from.text.length - a.similarity * a.from.text.length,
  )
  return {
    id: link.id,
    kind: link.kind,
    from: link.from,
    to: link.to,
    ...(link.source !== undefined && { source: link.source }),
    strength: percent(link.strength),
    isDirected: isDirected(link),
    isCircular: isCircular(link),
    why: lineageIndex(index).whyOf(link),
    total: passages.length,
    passages: passages.slice(0, most).map(({ kind, from, to }) => ({ kind, from: view(from), to: view(to) })),
    evidence: link.evidence.slice(0, most).map(view),
  }
}

/** One link with all it rests on. Throws HeedError "not-found". */
export function oneLinkView(index: CaseIndex, id: string): LinkView {
  const link = lineageIndex(index).byId.get(id)
  if (!link) throw new HeedError("not-found", `no link ${id} between reports in this case, as it is known at this day`)
  return linkView(index, link, MOST_PASSAGES)
}

export const percent = (share: number): number => Math.round(share * 100)

/** The engine says both in words only; see reconcile/lineage/direction.ts and mark-circles.ts. */
export const isDirected = ({ why }: Lineage): boolean => !why.includes("direction unknown")
export const isCircular = ({ why }: Lineage): boolean => why.includes("; circular: ")
