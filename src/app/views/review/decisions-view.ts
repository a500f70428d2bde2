import { z } from "zod"
import type { Decided } from "../../../core/decided.ts"
import { edtfInWords } from "../../words.ts"
import type { CaseIndex } from "../case-index.ts"
import { evidenceView, evidenceViewSchema } from "../evidence-view.ts"

export const decisionsAskedSchema = z.object({
  offset: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
})

/** Where a screen shows what a decision is about. */
const aboutSchema = z
  .object({ kind: z.enum(["incident", "entity", "statement", "warning", "report"]), id: z.string() })
  .readonly()

/** One decision. `state` in words: whether it applies, and why not. */
const decidedViewSchema = z
  .object({
    id: z.string(),
    by: z.string(),
    day: z.string(),
    /** UTC, ISO 8601. */
    decidedAt: z.string(),
    action: z.string(),
    words: z.string(),
    note: z.string(),
    applies: z.boolean(),
    withdrawn: z.boolean(),
    state: z.string(),
    about: aboutSchema.nullable(),
    evidence: z.array(evidenceViewSchema).readonly(),
  })
  .readonly()
export type DecidedView = z.infer<typeof decidedViewSchema>

/** The log of decisions, the latest first. */
export const decisionsViewSchema = z
  .object({
    total: z.number().int(),
    applying: z.number().int(),
    offset: z.number().int(),
    rows: z.array(decidedViewSchema).readonly(),
  })
  .readonly()
export type DecisionsView = z.infer<typeof decisionsViewSchema>

const doneWords: Readonly<Record<string, string>> = {
  accept: "accepted",
  reject: "rejected",
  correct: "corrected",
  merge: "merged",
  split: "split",
  "keep-apart": "kept apart",
  hide: "hid",
  grade: "graded",
  withdraw: "withdrew",
}

/** Who decided what, when, on which words, and whether it still applies. */
export function decisionsView(
  index: CaseIndex,
  { offset = 0, limit = 200 }: z.infer<typeof decisionsAskedSchema> = {},
): DecisionsView {
  const { decisions = [] } = index.caseFile
  const byId = new Map(decisions.map(decision => [decision.id, decision]))
  const withdrawals = new Map(
    decisions.flatMap(one => (one.action === "withdraw" && !one.withdrawn ? [[one.subject, one] as const] : [])),
  )
  const rows = decisions.toReversed().slice(offset, offset + limit)
  const placeOf = places(index, new Set(rows.map(({ subject }) => subject)))
  return {
    total: decisions.length,
    applying: decisions.filter(({ applies, action }) => applies && action !== "withdraw").length,
    offset,
    rows: rows.map(decision => ({
      id: decision.id,
      by: decision.by,
      day: edtfInWords(decision.decidedAt.slice(0, 10)),
      decidedAt: decision.decidedAt,
      action: decision.action,
      words: wordsOf(decision, byId, index),
      note: decision.note ?? "",
      applies: decision.applies,
      withdrawn: decision.withdrawn,
      state: stateOf(decision, withdrawals.get(decision.id)),
      about: placeOf(decision.subject),
      evidence: (decision.words ?? [])
        .filter(({ reportId, start, end, text }) => index.reports.get(reportId)?.text.slice(start, end) === text)
        .map(words => evidenceView(index, words)),
    })),
  }
}

/** What was done, as one says it: "merged Ana Diaz with Anna Diaz". */
function wordsOf(decision: Decided, byId: ReadonlyMap<string, Decided>, index: CaseIndex): string {
  const { action, subject, name, to, with: other } = decision
  const done = doneWords[action] ?? action
  if (action === "withdraw") {
    const back = byId.get(subject)
    return back ? `${done}: ${wordsOf(back, byId, index)}` : `${done} ${name ?? subject}`
  }
  const more =
    to !== undefined
      ? ` ${action === "grade" ? "as" : "to"} ${to}`
      : other !== undefined
        ? ` ${action === "merge" ? "with" : "from"} ${index.entities.get(other)?.name ?? index.incidents.get(other)?.title ?? "another"}`
        : ""
  return `${done} ${name ?? subject}${more}`
}

function stateOf({ applies, withdrawn }: Decided, withdrawal: Decided | undefined): string {
  if (withdrawn)
    return withdrawal ? `withdrawn by ${withdrawal.by}, ${edtfInWords(withdrawal.decidedAt.slice(0, 10))}` : "withdrawn"
  return applies ? "applies" : "no longer applies: the case does not have what it was about"
}

/** The item with a screen of its own on which something is shown: the incident of a telling, the person of a fact. */
function places(index: CaseIndex, asked: ReadonlySet<string>): (id: string) => DecidedView["about"] {
  const { caseFile, incidents, entities, statements, warnings, reports, facts } = index
  const within = new Map<string, string>()
  for (const fact of asked.size === 0 ? [] : facts.values())
    for (const { assertions } of fact.positions)
      for (const { id } of assertions) if (asked.has(id)) within.set(id, fact.subject)
  for (const incident of asked.size === 0 ? [] : caseFile.incidents)
    for (const { id } of incident.mentions) if (asked.has(id)) within.set(id, incident.id)
  return subject => {
    const id = facts.get(subject)?.subject ?? within.get(subject) ?? subject
    if (incidents.has(id)) return { kind: "incident", id }
    if (entities.has(id)) return { kind: "entity", id }
    if (statements.has(id)) return { kind: "statement", id }
    if (warnings.has(id)) return { kind: "warning", id }
    return reports.has(id) ? { kind: "report", id } : null
  }
}
