import { z } from "zod"
import type { Fact } from "../../core/casefile.ts"
import { statusSchema } from "../../core/status.ts"
import type { Value } from "../../core/value.ts"
import { sayersOf } from "../brief/position-words.ts"
import { actionsFor } from "../decide.ts"
import { itemTitle } from "../explain/item-title.ts"
import { type Item, requireItem } from "../find-item.ts"
import { counted, shortened, valueInWords } from "../words.ts"
import type { CaseIndex } from "./case-index.ts"
import { decidedMarkSchema, decidedMarks } from "./decided-view.ts"
import { evidenceView, evidenceViewSchema } from "./evidence-view.ts"

/** How a corrected value is typed in. */
const inputSchema = z.enum(["count", "time", "words", "title", "name", "choose"])

/** What can be done with an item, and what its dialogs need. */
export const actionsViewSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    title: z.string(),
    actions: z.array(z.string()).readonly(),
    decided: z.array(decidedMarkSchema).readonly(),
    /** For correct: how the value is given, what it is now, and an example. A place or a name cannot be typed: one that a report has is chosen. */
    correct: z
      .object({
        input: inputSchema,
        now: z.string(),
        /** What the field begins with, in the form in which it is typed. */
        typed: z.string(),
        example: z.string(),
        statuses: z.array(statusSchema).readonly(),
        status: statusSchema.optional(),
      })
      .readonly()
      .optional(),
    /** For accept and choose: each value told, by the assertion to accept. */
    choices: z
      .array(z.object({ assertionId: z.string(), words: z.string(), sayers: z.string() }).readonly())
      .readonly(),
    /** For split: what can be taken out. */
    tellings: z
      .array(z.object({ id: z.string(), reportId: z.string(), evidence: evidenceViewSchema }).readonly())
      .readonly(),
  })
  .readonly()
export type ActionsView = z.infer<typeof actionsViewSchema>

/** Tellings offered for a split, at most. A choice: nobody ticks more by hand. */
const MOST_TELLINGS = 200

/** What can be decided about the item with that id, or beginning of an id, or code. Throws HeedError "not-found". */
export function actionsView(index: CaseIndex, id: string): ActionsView {
  const item = requireItem(index.caseFile, id)
  const correct = correctionOf(item)
  return {
    id: item.id,
    kind: item.kind,
    title: shortened(itemTitle(item, index.caseFile), 160),
    actions: actionsFor(item.kind),
    decided: decidedMarks(index, item.id),
    ...(correct && { correct }),
    choices: item.kind === "fact" ? choicesOf(item.item) : [],
    tellings: tellingsOf(index, item),
  }
}

function correctionOf(item: Item): ActionsView["correct"] {
  const none = { example: "", statuses: [] }
  switch (item.kind) {
    case "incident": {
      const { title, status } = item.item
      return { ...none, input: "title", now: title, typed: title, statuses: statusSchema.options, status }
    }
    case "entity":
      return { ...none, input: "name", now: item.item.name, typed: item.item.name }
    case "fact": {
      const { value, positions } = item.item
      return valueInput(value ?? positions[0]!.value, value === null ? "not settled" : valueInWords(value))
    }
    case "assertion":
      return valueInput(item.item.value, valueInWords(item.item.value))
    default:
      return undefined
  }
}

function valueInput(value: Value, now: string): ActionsView["correct"] {
  const statuses: [] = []
  switch (value.kind) {
    case "count":
      return { input: "count", now, typed: typedCount(value), example: "17, 40-60 or 17+", statuses }
    case "time":
      return {
        input: "time",
        now,
        typed: value.edtf,
        example: "2024-03-22, 2024-03 or 2024-03-01/2024-03-10",
        statuses,
      }
    case "text":
      return { input: "words", now, typed: value.text, example: "", statuses }
    default:
      return { input: "choose", now, typed: "", example: "", statuses }
  }
}

function typedCount({ low, high }: { readonly low: number; readonly high: number | null }): string {
  if (high === null) return `${low}+`
  return low === high ? `${low}` : `${low}-${high}`
}

function choicesOf({ positions }: Fact): ActionsView["choices"] {
  return positions.map(position => {
    const { names } = sayersOf(position)
    return {
      assertionId: position.assertions[0]!.id,
      words: valueInWords(position.value),
      sayers: names.slice(0, 3).join("; "),
    }
  })
}

function tellingsOf(index: CaseIndex, item: Item): ActionsView["tellings"] {
  if (item.kind === "incident")
    return item.item.mentions
      .slice(0, MOST_TELLINGS)
      .map(({ id, reportId, evidence }) => ({ id, reportId, evidence: evidenceView(index, evidence) }))
  if (item.kind !== "entity") return []
  // The mentions of one report leave together: its reading knows them as one.
  return [...Map.groupBy(item.item.mentions, ({ localEntityId }) => localEntityId)]
    .slice(0, MOST_TELLINGS)
    .map(([id, [first]]) => ({ id, reportId: first!.reportId, evidence: evidenceView(index, first!) }))
}

export const othersAskedSchema = z.object({ text: z.string().default("") })

/** Other items of the same kind, to merge with. */
export const othersViewSchema = z
  .array(z.object({ id: z.string(), title: z.string(), detail: z.string() }).readonly())
  .readonly()
export type OthersView = z.infer<typeof othersViewSchema>

/** Offered at once. A choice: a list to choose from, the rest by typing more. */
const MOST_OTHERS = 20

/** Incidents, or people, groups and places of one type, whose name holds all the words; the most told first. */
export function othersView(index: CaseIndex, id: string, text: string): OthersView {
  const item = requireItem(index.caseFile, id)
  const words = text.toLowerCase().split(/\s+/u)
  const has = (name: string) => words.every(word => name.toLowerCase().includes(word))
  if (item.kind === "incident")
    return index.caseFile.incidents
      .filter(other => other.id !== item.id && has(`${other.code} ${other.title}`))
      .toSorted((a, b) => b.reports.length - a.reports.length)
      .slice(0, MOST_OTHERS)
      .map(other => ({ id: other.id, title: `${other.code} ${other.title}`, detail: reportsInWords(other.reports) }))
  if (item.kind !== "entity") return []
  return index.caseFile.entities
    .filter(other => other.id !== item.id && other.type === item.item.type && has(other.name))
    .toSorted((a, b) => b.mentions.length - a.mentions.length)
    .slice(0, MOST_OTHERS)
    .map(other => ({
      id: other.id,
      title: other.name,
      detail: reportsInWords(other.mentions.map(({ reportId }) => reportId)),
    }))
}

function reportsInWords(ids: readonly string[]): string {
  return counted(new Set(ids).size, "report")
}
