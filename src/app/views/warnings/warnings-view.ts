import { z } from "zod"
import { type Warning, warningSchema } from "../../../core/casefile.ts"
import { daysOf } from "../../../core/edtf.ts"
import type { ToldWarning } from "../../brief/told-warnings.ts"
import { HINDSIGHT_WORDS, outcomeWords, warningKindInWords } from "../../brief/warning-words.ts"
import { UNNAMED } from "../../words.ts"
import type { CaseIndex } from "../case-index.ts"
import { requireOf } from "../case-index.ts"
import { evidenceView, evidenceViewSchema } from "../evidence-view.ts"
import { ledgerOf, type WarningRow, warningRow, warningRowSchema } from "./warning-rows.ts"

const { channel, outcome, kind } = warningSchema.unwrap().shape

/** What is asked of the ledger. `hindsight`: only what was first reported after its incident, or only the rest; `issuer`: a name; `incident`: an id. */
export const warningsAskedSchema = z.object({
  outcome: outcome.optional(),
  channel: channel.optional(),
  kind: kind.optional(),
  hindsight: z.enum(["yes", "no"]).optional(),
  issuer: z.string().max(300).optional(),
  incident: z.string().max(40).optional(),
  sort: z.enum(["issued", "reported", "lead", "reports", "issuer", "outcome"]).default("issued"),
  order: z.enum(["up", "down"]).default("up"),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(200),
})
export type WarningsAsked = z.output<typeof warningsAskedSchema>

const choiceSchema = z.object({ key: z.string(), words: z.string(), count: z.number().int() }).readonly()

/** The ledger of warnings: a page of it, what it can be narrowed by, and the days its picture covers. */
export const warningsViewSchema = z
  .object({
    /** Of the whole case. */
    inCase: z.number().int(),
    /** That answer what is asked. */
    total: z.number().int(),
    offset: z.number().int(),
    rows: z.array(warningRowSchema).readonly(),
    /** Rows of the page that have no day of issue and stand on no line of days. */
    undated: z.number().int(),
    window: z.object({ first: z.number().int(), last: z.number().int() }).readonly().nullable(),
    /** What the other filters leave, by each value of a filter. */
    choices: z
      .object({
        outcome: z.array(choiceSchema).readonly(),
        channel: z.array(choiceSchema).readonly(),
        kind: z.array(choiceSchema).readonly(),
        hindsight: z.array(choiceSchema).readonly(),
        issuer: z.array(choiceSchema).readonly(),
        incident: z.array(choiceSchema).readonly(),
      })
      .readonly(),
    /** Whether any warning of the case was first reported after its incident, and what that means. */
    hasHindsight: z.boolean(),
    hindsightWords: z.string(),
  })
  .readonly()
export type WarningsView = z.infer<typeof warningsViewSchema>

type Filter = keyof WarningsView["choices"]

/** What a warning has under each filter. */
const valuesOf: Readonly<Record<Filter, (warning: Warning) => readonly string[]>> = {
  outcome: warning => [warning.outcome],
  channel: warning => [warning.channel],
  kind: warning => [warning.kind],
  hindsight: warning => [warning.hindsight ? "yes" : "no"],
  issuer: warning => [warning.issuer.name || UNNAMED],
  incident: warning => warning.incidents.map(({ id }) => id),
}
const filters = Object.keys(valuesOf) as readonly Filter[]

/** Values of a filter that can be chosen from, those with most first. */
const MOST_CHOICES = 60

/** The ledger as asked for. */
export function warningsView(index: CaseIndex, asked: WarningsAsked): WarningsView {
  const all = ledgerOf(index)
  const found = sorted(
    all.filter(told => filters.every(filter => passes(told, filter, asked))),
    asked,
  )
  const rows = found.slice(asked.offset, asked.offset + asked.limit).map(told => warningRow(index, told))
  const choices = (filter: Filter) => choicesOf(index, all, filter, asked)
  return {
    inCase: all.length,
    total: found.length,
    offset: asked.offset,
    rows,
    undated: rows.filter(({ issued }) => issued.extent === undefined).length,
    window: windowOf(rows),
    choices: {
      outcome: choices("outcome"),
      channel: choices("channel"),
      kind: choices("kind"),
      hindsight: choices("hindsight"),
      issuer: choices("issuer"),
      incident: choices("incident"),
    },
    hasHindsight: all.some(({ warning }) => warning.hindsight),
    hindsightWords: HINDSIGHT_WORDS,
  }
}

function passes({ warning }: ToldWarning, filter: Filter, asked: WarningsAsked): boolean {
  const wanted = asked[filter]
  return wanted === undefined || valuesOf[filter](warning).includes(wanted)
}

/** What each value of a filter would leave, the other filters as they are. A value that is asked for is always among them. */
function choicesOf(index: CaseIndex, all: readonly ToldWarning[], filter: Filter, asked: WarningsAsked) {
  const counts = new Map<string, number>()
  const wanted = asked[filter]
  if (wanted !== undefined) counts.set(wanted, 0)
  for (const told of all)
    if (filters.every(other => other === filter || passes(told, other, asked)))
      for (const value of valuesOf[filter](told.warning)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([key, count]) => ({ key, words: choiceInWords(index, filter, key), count }))
    .sort(
      (a, b) =>
        Number(b.key === wanted) - Number(a.key === wanted) || b.count - a.count || (a.words < b.words ? -1 : 1),
    )
    .slice(0, MOST_CHOICES)
}

function choiceInWords(index: CaseIndex, filter: Filter, key: string): string {
  switch (filter) {
    case "outcome":
      return outcomeWords[key as Warning["outcome"]].split(":")[0]!
    case "kind":
      return warningKindInWords(key as Warning["kind"])
    case "hindsight":
      return key === "yes" ? "first reported after it" : "reported before, or not linked"
    case "incident":
      return `${index.incidents.get(key)?.code ?? ""} ${index.overviews.get(key)?.title ?? key}`.trim()
    case "channel":
    case "issuer":
      return key
  }
}

/** The rows in the order asked for; what has no value of that kind comes last in both directions. */
function sorted(rows: readonly ToldWarning[], { sort, order }: WarningsAsked): readonly ToldWarning[] {
  const keyed = rows.map((told, at) => ({ told, at, key: sortKey(told.warning, sort) }))
  const sign = order === "up" ? 1 : -1
  return keyed
    .sort((a, b) => {
      if (a.key === undefined || b.key === undefined)
        return Number(a.key === undefined) - Number(b.key === undefined) || a.at - b.at
      return a.key < b.key ? -sign : b.key < a.key ? sign : a.at - b.at
    })
    .map(({ told }) => told)
}

const outcomeOrder: readonly Warning["outcome"][] = ["fulfilled", "partly", "averted", "open", "expired", "unknown"]

function sortKey(warning: Warning, sort: WarningsAsked["sort"]): string | number | undefined {
  switch (sort) {
    case "issued":
      return daysOf(warning.issued.edtf)?.first
    case "reported":
      return daysOf(warning.firstReported.slice(0, 10))?.first
    case "lead": {
      const leads = warning.incidents.flatMap(({ leadDays }) => leadDays?.low ?? [])
      return leads.length === 0 ? undefined : Math.min(...leads)
    }
    case "reports":
      return -warning.reports.length
    case "issuer":
      return warning.issuer.name === "" ? undefined : warning.issuer.name.toLowerCase()
    case "outcome":
      return outcomeOrder.indexOf(warning.outcome)
  }
}

/** Longest stretch after a warning that its picture covers, for horizons of many years. */
const LONGEST_DAYS = 1100

/** The days of the rows that have a day of issue, with what they met. */
function windowOf(rows: readonly WarningRow[]): WarningsView["window"] {
  const days = rows.flatMap(({ issued, horizon, incidents, firstReported }) =>
    issued.extent
      ? [
          ...[issued, firstReported, ...incidents.map(({ when }) => when)].flatMap(({ extent }) => extent ?? []),
          // Only its end: "within the year" is drawn from the day of issue on.
          ...(horizon?.extent && horizon.extent.last - issued.extent.last < LONGEST_DAYS
            ? [{ first: issued.extent.first, last: horizon.extent.last }]
            : []),
        ]
      : [],
  )
  if (days.length === 0) return null
  const exact = days.filter(({ first, last }) => last - first < LONGEST_DAYS)
  const shown = exact.length === 0 ? days : exact
  const whole = {
    first: shown.reduce((least, { first }) => Math.min(least, first), Number.POSITIVE_INFINITY),
    last: shown.reduce((most, { last }) => Math.max(most, last), Number.NEGATIVE_INFINITY),
  }
  const margin = Math.max(1, Math.round((whole.last - whole.first) * 0.03))
  return { first: whole.first - margin, last: whole.last + margin }
}

export const warningAskedSchema = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(40),
})

/** One warning with all that was said of it, report by report; of its reports one page. `row.reports` counts them. */
export const warningViewSchema = z
  .object({
    row: warningRowSchema,
    /** Of so many reports there are words. */
    total: z.number().int(),
    reports: z
      .array(
        z
          .object({
            reportId: z.string(),
            number: z.number().int(),
            evidence: z.array(evidenceViewSchema).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    /** Tellings that were joined into it. */
    mentions: z.number().int(),
    rule: z.string(),
    hindsightWords: z.string().optional(),
  })
  .readonly()
export type WarningView = z.infer<typeof warningViewSchema>

/** One warning with everything behind it. Throws HeedError "not-found". */
export function warningView(
  index: CaseIndex,
  id: string,
  { offset, limit }: z.output<typeof warningAskedSchema> = warningAskedSchema.parse({}),
): WarningView {
  const warning = requireOf(index.warnings, id, "warning")
  const told = ledgerOf(index).find(one => one.warning.id === id)!
  const byReport = Map.groupBy(warning.evidence, ({ reportId }) => reportId)
  return {
    row: warningRow(index, told),
    total: byReport.size,
    reports: [...byReport]
      .map(([reportId, evidence]) => ({ reportId, number: index.numbers.get(reportId)!, evidence }))
      .sort((a, b) => a.number - b.number)
      .slice(offset, offset + limit)
      .map(one => ({ ...one, evidence: one.evidence.map(words => evidenceView(index, words)) })),
    mentions: warning.mentions.length,
    rule: warning.rule,
    ...(warning.hindsight && { hindsightWords: HINDSIGHT_WORDS }),
  }
}
