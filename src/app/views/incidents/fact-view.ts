import { z } from "zod"
import {
  type Assertion,
  type Fact,
  type FlatEvidence,
  originCountSchema,
  type Position,
  relationSchema,
} from "../../../core/casefile.ts"
import type { Attribution } from "../../../core/reading.ts"
import { type Status, statusSchema } from "../../../core/status.ts"
import type { Value } from "../../../core/value.ts"
import { isDisputed } from "../../brief/incident-kinds.ts"
import { isKnown, positionWords, sayersOf } from "../../brief/position-words.ts"
import { FOLDED, privatePeople } from "../../people.ts"
import { sentenceAround } from "../../sentences.ts"
import { datesInWords, dayInShort, edtfInWords, slotInWords, valueInShort, valueInWords } from "../../words.ts"
import { type CaseIndex, requireOf } from "../case-index.ts"
import { decidedMarkSchema, decidedMarks } from "../decided-view.ts"
import { evidenceView, evidenceViewSchema } from "../evidence-view.ts"
import { fewNames } from "../few-names.ts"

/** One report's saying so. */
const sourceViewSchema = z
  .object({
    assertionId: z.string(),
    reportId: z.string(),
    /** "according to police, as the Gazette reports"; "" when the report says it in its own voice. */
    said: z.string(),
    status: statusSchema,
    /** "B2", when a person graded it. */
    grade: z.string().optional(),
    rule: z.string(),
    decided: z.array(decidedMarkSchema).readonly(),
    evidence: evidenceViewSchema,
  })
  .readonly()

/** A sentence, and every report that prints it in the same words: copies are seen at a glance, and read once. */
export const tellingViewSchema = z
  .object({ evidence: evidenceViewSchema, sources: z.array(sourceViewSchema).min(1).readonly() })
  .readonly()
export type TellingView = z.infer<typeof tellingViewSchema>

export const positionViewSchema = z
  .object({
    /** Id of the first assertion that holds it: to accept the position is to accept it. */
    assertionId: z.string(),
    words: z.string(),
    short: z.string(),
    /** The name is of a victim or a private suspect: shown when asked for. */
    folded: z.boolean(),
    /** For `folded`: what is shown instead. */
    foldedWords: z.string().optional(),
    entityId: z.string().optional(),
    status: statusSchema,
    /** "alleged", "denied", "withdrawn"; "" where it is told as its incident is. */
    note: z.string(),
    /** Who says so beyond the reports themselves: "police; a spokesman"; "" when nobody. */
    sayers: z.string(),
    origins: originCountSchema,
    /** EDTF days; "" when no report has a date. */
    first: z.string(),
    last: z.string(),
    /** "24 Mar" of `first`, "reported 24 Mar" where the value is a date itself; and both days in words. */
    day: z.string(),
    reported: z.string(),
    /** How many tellings it has; `tellings` begins them. */
    total: z.number().int(),
    tellings: z.array(tellingViewSchema).readonly(),
  })
  .readonly()
export type PositionView = z.infer<typeof positionViewSchema>

export const factViewSchema = z
  .object({
    id: z.string(),
    subject: z.string(),
    slot: z.string(),
    label: z.string(),
    relation: relationSchema,
    /** The reconciled value; "not settled" when no policy can choose. */
    value: z.string(),
    short: z.string(),
    settled: z.boolean(),
    folded: z.boolean(),
    /** All positions are named together: one list, not several views. */
    listed: z.boolean(),
    disputed: z.boolean(),
    why: z.string(),
    origins: originCountSchema,
    best: z
      .object({ words: z.string(), why: z.string(), origins: originCountSchema, same: z.boolean() })
      .readonly()
      .optional(),
    decided: z.array(decidedMarkSchema).readonly(),
    /** How many positions it has; `positions` begins them. */
    total: z.number().int(),
    positions: z.array(positionViewSchema).readonly(),
  })
  .readonly()
export type FactView = z.infer<typeof factViewSchema>

/** Positions that a view holds of a fact, and tellings of a position: of a fact with many positions fewer of each. A choice: more than anybody reads in a column; the rest is asked for. */
const SHOWN_POSITIONS = 24
const SHOWN_TELLINGS = { most: 12, least: 2, ofFact: 60 }

/** A fact with its positions side by side, as a screen of one item shows it. `usual`: the status of its incident, which is not told again. */
export function factView(index: CaseIndex, fact: Fact, usual: Status = "occurred"): FactView {
  const { id, subject, slot, relation, value, listed, why, origins, best } = fact
  const words = value === null ? "not settled" : valueInWords(value)
  const held = best && valueInWords(best.value)
  const folded = isFolded(index, value)
  return {
    id,
    subject,
    slot,
    label: slotInWords(slot),
    relation,
    value: words,
    short: value === null ? words : valueInShort(value),
    settled: value !== null,
    folded,
    listed: listed === true,
    disputed: isDisputed(fact),
    why: datesInWords(why),
    origins: fewNames(origins),
    ...(best && {
      best: { words: held!, why: datesInWords(best.why), origins: fewNames(best.origins), same: held === words },
    }),
    decided: decidedMarks(index, id),
    total: fact.positions.length,
    positions: somePositions(index, fact, usual, 0, SHOWN_POSITIONS),
  }
}

function somePositions(
  index: CaseIndex,
  fact: Fact,
  usual: Status,
  offset: number,
  limit: number,
): readonly PositionView[] {
  const { most, least, ofFact } = SHOWN_TELLINGS
  const room = Math.min(most, Math.max(least, Math.floor(ofFact / fact.positions.length)))
  return inOrder(fact)
    .slice(offset, offset + limit)
    .map(position => positionView(index, position, usual, room))
}

export const positionsAskedSchema = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(SHOWN_POSITIONS),
})

export const positionsViewSchema = z
  .object({ total: z.number().int(), positions: z.array(positionViewSchema).readonly() })
  .readonly()
export type PositionsView = z.infer<typeof positionsViewSchema>

/** A page of the positions of a fact, in the order of `factView`. Throws HeedError "not-found". */
export function positionsView(
  index: CaseIndex,
  id: string,
  { offset, limit }: z.output<typeof positionsAskedSchema>,
): PositionsView {
  const fact = requireOf(index.facts, id, "fact")
  const usual = index.incidents.get(fact.subject)?.status
  return { total: fact.positions.length, positions: somePositions(index, fact, usual ?? "occurred", offset, limit) }
}

/** The value that is held first; what moved over time in the order in which it was told, what no date can be given to last; a list as its sentence has it. */
function inOrder({ relation, listed, positions, value }: Fact): readonly Position[] {
  const startOf = ({ assertions }: Position) => assertions[0]!.evidence[0]!.start
  if (listed) return positions.toSorted((a, b) => startOf(a) - startOf(b))
  const known = positions.toSorted((a, b) => Number(isKnown(b)) - Number(isKnown(a)))
  const held = value === null ? undefined : valueInWords(value)
  const isHeld = (position: Position) => Number(valueInWords(position.value) === held)
  if (relation !== "update") return known.toSorted((a, b) => isHeld(b) - isHeld(a))
  return known.toSorted((a, b) => dateKey(a).localeCompare(dateKey(b), "en"))
}

const dateKey = ({ firstReported }: Position) => (firstReported === "" ? "9999" : firstReported)

/** `room`: tellings that it may hold. */
function positionView(index: CaseIndex, position: Position, usual: Status, room: number): PositionView {
  const { value, status, assertions, origins, firstReported, lastReported } = position
  const folded = isFolded(index, value)
  const first = firstReported.slice(0, 10)
  const last = lastReported.slice(0, 10)
  const { names } = sayersOf(position)
  const shown = inReportOrder(index, assertions).slice(0, room)
  return {
    assertionId: assertions[0]!.id,
    words: positionWords(position),
    short: valueInShort(value),
    folded,
    ...(folded && { foldedWords: FOLDED }),
    ...(value.kind === "entity" && { entityId: value.entityId }),
    status,
    note: status === usual ? "" : assertions.every(({ rule }) => rule === "withdrawn-blame") ? "withdrawn" : status,
    sayers: names.slice(0, 3).join("; ") + (3 < names.length ? " and others" : ""),
    origins: fewNames(origins),
    first,
    last,
    day: first === "" ? "" : `${value.kind === "time" ? "reported " : ""}${dayInShort(first)}`,
    reported: reportedInWords(first, last),
    total: assertions.length,
    tellings: tellingsOf(index, shown),
  }
}

function reportedInWords(first: string, last: string): string {
  if (first === "") return "in reports without a date"
  return first === last ? edtfInWords(first) : edtfInWords(`${first}/${last}`)
}

/** Whether a value is the name of somebody whom overviews fold. */
export function isFolded(index: CaseIndex, value: Value | null): boolean {
  return value?.kind === "entity" && privatePeople(index.caseFile).has(value.entityId)
}

function inReportOrder({ numbers }: CaseIndex, assertions: readonly Assertion[]): readonly Assertion[] {
  return assertions
    .map(assertion => ({ assertion, number: numbers.get(reportOf(assertion))! }))
    .sort((a, b) => a.number - b.number)
    .map(({ assertion }) => assertion)
}

const reportOf = ({ evidence }: Assertion) => evidence[0]!.reportId

export const tellingsAskedSchema = z.object({
  position: z.coerce.number().int().min(0),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export const tellingsViewSchema = z
  .object({ total: z.number().int(), tellings: z.array(tellingViewSchema).readonly() })
  .readonly()
export type TellingsView = z.infer<typeof tellingsViewSchema>

/** A page of the tellings of one position of a fact. `position` counts as `factView` orders them; beyond the last there is nothing. */
export function tellingsView(
  index: CaseIndex,
  fact: Fact,
  { position, offset, limit }: z.output<typeof tellingsAskedSchema>,
): TellingsView {
  const assertions = inReportOrder(index, inOrder(fact)[position]?.assertions ?? [])
  return { total: assertions.length, tellings: tellingsOf(index, assertions.slice(offset, offset + limit)) }
}

function tellingsOf(index: CaseIndex, assertions: readonly Assertion[]): readonly TellingView[] {
  const told = assertions.flatMap(assertion => assertion.evidence.map(evidence => ({ assertion, evidence })))
  return [...Map.groupBy(told, ({ evidence }) => sentenceKey(index, evidence)).values()].map(same => ({
    evidence: evidenceView(index, same[0]!.evidence),
    sources: same.map(({ assertion: { id, status, attribution, grade, rule }, evidence }) => ({
      assertionId: id,
      reportId: evidence.reportId,
      said: chainInWords(attribution),
      status,
      ...(grade && { grade: grade.code }),
      rule,
      decided: decidedMarks(index, id),
      evidence: evidenceView(index, evidence),
    })),
  }))
}

/** The letters and digits of the sentence: two papers set quotation marks in two ways. */
function sentenceKey({ reports }: CaseIndex, evidence: FlatEvidence): string {
  const report = reports.get(evidence.reportId)!
  const { start, end } = sentenceAround(report, evidence)
  return report.text
    .slice(start, end)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
}

/** Who says so beyond the report itself, the last word first: "according to police, as the Gazette reports". "" for its own voice. */
export function chainInWords(attribution: readonly Pick<Attribution, "name" | "kind">[]): string {
  const [by, ...through] = attribution
    .slice(1)
    .map(step => ({ ...step, name: step.name.replace(/^(?:The|A|An)\b/, article => article.toLowerCase()) }))
    .reverse()
  if (by === undefined) return ""
  return [`according to ${by.name}`, ...through.map(step => `as ${step.name} has it`)].join(", ")
}
