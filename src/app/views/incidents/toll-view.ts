import { z } from "zod"
import { type Assertion, type Fact, type Incident, relationSchema } from "../../../core/casefile.ts"
import { daysOf } from "../../../core/edtf.ts"
import { type Status, statusSchema } from "../../../core/status.ts"
import type { Count } from "../../../core/value.ts"
import { inSlotOrder } from "../../brief/incident-kinds.ts"
import { firstOf } from "../../first-of.ts"
import { dayInShort, edtfInWords, slotInWords, valueInShort, valueInWords } from "../../words.ts"
import type { CaseIndex } from "../case-index.ts"
import { evidenceView, evidenceViewSchema } from "../evidence-view.ts"

/** A number as the reports of one day told it. */
const tollPointSchema = z
  .object({
    /** EDTF day of publication; "" for reports without a date. */
    day: z.string(),
    dayWords: z.string(),
    /** Whole numbers; null when there is no upper bound. */
    low: z.number(),
    high: z.number().nullable(),
    words: z.string(),
    short: z.string(),
    /** Words such as "dozens" instead of a number. */
    vague: z.boolean(),
    /** A part of the toll only: officers, travellers. */
    part: z.boolean(),
    status: statusSchema,
    reports: z.number().int(),
    /** The number that stood at the end of that day: what most reports of the day told, of several the larger. */
    leads: z.boolean(),
    evidence: z.array(evidenceViewSchema).readonly(),
  })
  .readonly()
export type TollPoint = z.infer<typeof tollPointSchema>

/** How one number of an incident moved from day to day. */
export const tollSchema = z
  .object({
    factId: z.string(),
    slot: z.string(),
    label: z.string(),
    relation: relationSchema,
    value: z.string(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    /** By day. `more`: how many others there are; those that most reports told are here. */
    points: z.array(tollPointSchema).readonly(),
    more: z.number().int(),
  })
  .readonly()
export type Toll = z.infer<typeof tollSchema>

/** Numbers of people that move as a story goes on. Keys of the pack of political violence. */
const TOLLS: ReadonlySet<string> = new Set([
  "killed",
  "wounded",
  "missing",
  "hostages",
  "arrested",
  "detained",
  "displaced",
])

/** Points of a toll, and words behind one, at most. A choice: more than a small picture can show. */
const SHOWN_POINTS = 120
const SHOWN_EVIDENCE = 4
/** Above so many points each has only its first words. */
const FEW_POINTS = 40

/** How the tolls of an incident moved, by day of publication. */
export function tollsOf(index: CaseIndex, { facts }: Incident): readonly Toll[] {
  return inSlotOrder(facts.filter(({ slot }) => TOLLS.has(slot))).map(fact => tollOf(index, fact))
}

interface Told {
  readonly day: string
  readonly value: Count
  readonly status: Status
  readonly assertion: Assertion
}

function tollOf(index: CaseIndex, fact: Fact): Toll {
  const { id, slot, relation, value } = fact
  const told = fact.positions.flatMap(({ assertions }) =>
    assertions.flatMap((assertion): Told[] =>
      assertion.value.kind === "count"
        ? [{ day: dayOf(index, assertion), value: assertion.value, status: assertion.status, assertion }]
        : [],
    ),
  )
  const same = Map.groupBy(told, ({ day, value, status }) =>
    JSON.stringify([day, value.low, value.high, value.qualifier === "vague" ? value.text : "", status]),
  )
  const points = [...same.values()].map(group => pointOf(index, group, same.size <= FEW_POINTS ? SHOWN_EVIDENCE : 1))
  const leads = new Set(
    [...Map.groupBy(points.filter(mayLead), ({ day }) => day).values()].map(ofDay =>
      ofDay.reduce((best, point) => (compareLead(best, point) < 0 ? point : best)),
    ),
  )
  return {
    factId: id,
    slot,
    label: slotInWords(slot),
    relation,
    value: value === null ? "not settled" : valueInWords(value),
    low: value?.kind === "count" ? value.low : null,
    high: value?.kind === "count" ? value.high : null,
    more: Math.max(0, points.length - SHOWN_POINTS),
    points: firstOf(
      points.map(point => ({ ...point, leads: leads.has(point) })),
      SHOWN_POINTS,
      (a, b) =>
        Number(b.leads) - Number(a.leads) || b.reports - a.reports || (a.day < b.day ? -1 : a.day === b.day ? 0 : 1),
    ).sort((a, b) => dayKey(a).localeCompare(dayKey(b), "en") || a.low - b.low),
  }
}

const dayKey = ({ day }: TollPoint) => (day === "" ? "9999" : day)

/** Day on which the report came out, in the time that it states. */
function dayOf({ reports }: CaseIndex, { evidence }: Assertion): string {
  const day = reports.get(evidence[0]!.reportId)?.published?.edtf.slice(0, 10) ?? ""
  const days = daysOf(day)
  return days && days.first === days.last ? day : ""
}

const mayLead = ({ day, vague, part, status }: TollPoint) =>
  day !== "" && !vague && !part && status !== "denied" && status !== "negated"

const compareLead = (a: TollPoint, b: TollPoint) => a.reports - b.reports || a.low - b.low

/** What counts people as people; anything narrower is a part of the toll. */
const isWhole = ({ of }: Count) => of === "" || of === "people" || of === "total"

function pointOf(index: CaseIndex, group: readonly Told[], mostEvidence: number): TollPoint {
  const { day, value, status } = group[0]!
  return {
    day,
    dayWords: day === "" ? "no date" : dayInShort(day),
    low: value.low,
    high: value.high,
    words: `${valueInWords(value)}${day === "" ? "" : `, ${edtfInWords(day)}`}`,
    short: valueInShort(value),
    vague: value.qualifier === "vague",
    part: group.every(one => !isWhole(one.value)),
    status,
    reports: new Set(group.map(({ assertion }) => assertion.evidence[0]!.reportId)).size,
    leads: false,
    evidence: group.slice(0, mostEvidence).map(({ assertion }) => evidenceView(index, assertion.evidence[0]!)),
  }
}
