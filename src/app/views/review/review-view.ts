import { z } from "zod"
import type { FlatEvidence } from "../../../core/casefile.ts"
import { HeedError } from "../../../core/error.ts"
import { agreedFacts } from "../../review/agreed-facts.ts"
import { type Entry, type ReviewKind, reviewKinds, reviewQueue } from "../../review/review-queue.ts"
import { entryTitle, layOut } from "../../review/review-sides.ts"
import { originsInWords, slotInWords, valueInWords } from "../../words.ts"
import type { CaseIndex } from "../case-index.ts"
import { type EvidenceView, evidenceView, evidenceViewSchema } from "../evidence-view.ts"

const kindSchema = z.enum(reviewKinds)

export const reviewAskedSchema = z.object({
  kind: kindSchema.optional(),
  offset: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
})
export type ReviewAsked = z.infer<typeof reviewAskedSchema>

/** What each kind of doubt is called. */
const kindWords: Readonly<Record<ReviewKind, string>> = {
  dispute: "Reports contradict each other",
  decision: "Decisions that no longer apply",
  telling: "Perhaps another event",
  join: "Joined by little more than a name",
  apart: "Kept apart, perhaps one",
  statement: "Statements found by a learned scorer",
  origin: "Origins not proven",
  date: "Reports without a date",
  proposal: "Proposed without words to show for it",
}

const lineSchema = z.object({ key: z.string(), kind: kindSchema, title: z.string(), code: z.string() }).readonly()

/** The queue: how far people have come, how much of each kind is left, and the page asked for. */
export const reviewViewSchema = z
  .object({
    decided: z.number().int(),
    left: z.number().int(),
    kinds: z.array(z.object({ kind: kindSchema, words: z.string(), left: z.number().int() }).readonly()).readonly(),
    total: z.number().int(),
    offset: z.number().int(),
    rows: z.array(lineSchema).readonly(),
    /** Facts that can be accepted together. */
    agreed: z.number().int(),
  })
  .readonly()
export type ReviewView = z.infer<typeof reviewViewSchema>

/** What is left to look at, what matters most first. */
export function reviewView(index: CaseIndex, { kind, offset = 0, limit = 100 }: ReviewAsked = {}): ReviewView {
  const { entries, byKind, decided } = reviewQueue(index)
  const asked = kind === undefined ? entries : (byKind.get(kind) ?? [])
  return {
    decided,
    left: entries.length,
    kinds: reviewKinds.map(one => ({ kind: one, words: kindWords[one], left: byKind.get(one)?.length ?? 0 })),
    total: asked.length,
    offset,
    rows: asked.slice(offset, offset + limit).map(entry => lineOf(index, entry)),
    agreed: agreedFacts(index).length,
  }
}

function lineOf(index: CaseIndex, entry: Entry): z.infer<typeof lineSchema> {
  return { key: entry.key, kind: entry.kind, title: entryTitle(index, entry), code: entry.incident?.code ?? "" }
}

const sideSchema = z
  .object({
    label: z.string(),
    note: z.string(),
    evidence: z.array(evidenceViewSchema).readonly(),
    /** The same words in their paragraph. */
    context: z.array(evidenceViewSchema).readonly(),
    more: z.number().int(),
    accept: z.string().optional(),
    reject: z.array(z.string()).readonly().optional(),
    mention: z.string().optional(),
  })
  .readonly()

const actSchema = z
  .object({
    key: z.enum(["a", "r", "c", "s", "m", "o"]),
    words: z.string(),
    action: z.enum(["accept", "reject", "correct", "split", "merge", "keep-apart", "withdraw"]),
    item: z.string(),
    with: z.string().optional(),
    mentions: z.array(z.string()).readonly().optional(),
    needs: z.enum(["side", "sides", "words"]).optional(),
    hint: z.string().optional(),
  })
  .readonly()

/** One item of the queue, with the words beside each other, and the decisions that can be written down. `incident` is "" where it belongs to none. */
export const reviewItemSchema = z
  .object({
    key: z.string(),
    kind: kindSchema,
    kindWords: z.string(),
    title: z.string(),
    question: z.string(),
    why: z.string(),
    item: z.object({ kind: z.string(), id: z.string() }).readonly(),
    incident: z.object({ id: z.string(), code: z.string(), title: z.string() }).readonly().nullable(),
    sides: z.array(sideSchema).readonly(),
    acts: z.array(actSchema).readonly(),
    next: z.string(),
    previous: z.string(),
  })
  .readonly()
export type ReviewItemView = z.infer<typeof reviewItemSchema>

/** An item of the queue. Throws HeedError "not-found" when it is decided, or gone. */
export function reviewItemView(index: CaseIndex, key: string): ReviewItemView {
  const { entries, placeOf } = reviewQueue(index)
  const place = placeOf.get(key) ?? -1
  const entry = entries[place]
  if (!entry) throw new HeedError("not-found", `nothing to review under ${key}; it is decided, or no longer in doubt`)
  const { sides, incident, ...laid } = { incident: entry.incident, ...layOut(index, entry) }
  return {
    key,
    kind: entry.kind,
    kindWords: kindWords[entry.kind],
    ...laid,
    incident: incident ? { id: incident.id, code: incident.code, title: incident.title } : null,
    sides: sides.map(one => ({
      ...one,
      evidence: one.evidence.map(words => evidenceView(index, words)),
      context: one.evidence.map(words => inParagraph(index, words)),
    })),
    next: entries[place + 1]?.key ?? "",
    previous: entries[place - 1]?.key ?? "",
  }
}

/** Characters shown to either side of words in their paragraph, at most. */
const AROUND = 500

/** Words with what stands before and after them in their paragraph: who decides reads more than a sentence. */
function inParagraph({ reports }: CaseIndex, { reportId, start, end, text }: FlatEvidence): EvidenceView {
  const report = reports.get(reportId)!
  const block = report.blocks.find(one => one.start <= start && start < one.end)
  const before = report.text.slice(Math.max(block?.start ?? 0, start - AROUND), start)
  const after = report.text.slice(end, Math.min(Math.max(block?.end ?? end, end), end + AROUND))
  return {
    reportId,
    start,
    end,
    text,
    before: before.length < AROUND ? before : `… ${before.slice(before.indexOf(" ") + 1)}`,
    after: after.length < AROUND ? after : `${after.slice(0, after.lastIndexOf(" "))} …`,
  }
}

/** Facts on which two or more proven origins agree, to be accepted together. */
export const agreedViewSchema = z
  .object({
    total: z.number().int(),
    offset: z.number().int(),
    facts: z
      .array(
        z
          .object({
            id: z.string(),
            subject: z.string(),
            slot: z.string(),
            value: z.string(),
            origins: z.string(),
            evidence: z.array(evidenceViewSchema).readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
export type AgreedView = z.infer<typeof agreedViewSchema>

/** Places shown of one agreed fact, at most. */
const SHOWN = 4

export function agreedView(index: CaseIndex, { offset = 0, limit = 200 }: ReviewAsked = {}): AgreedView {
  const facts = agreedFacts(index)
  return {
    total: facts.length,
    offset,
    facts: facts.slice(offset, offset + limit).map(({ fact, subject }) => ({
      id: fact.id,
      subject,
      slot: slotInWords(fact.slot),
      value: fact.value ? valueInWords(fact.value) : "not settled",
      origins: originsInWords(fact.origins),
      evidence: fact.positions
        .flatMap(({ assertions }) => assertions.flatMap(one => one.evidence.slice(0, 1)))
        .slice(0, SHOWN)
        .map(words => evidenceView(index, words)),
    })),
  }
}
