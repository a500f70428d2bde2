import { z } from "zod"
import { type Fact, type Incident, originCountSchema, type Position } from "../../../core/casefile.ts"
import { statusSchema } from "../../../core/status.ts"
import type { Value } from "../../../core/value.ts"
import { sayersOf } from "../../brief/position-words.ts"
import type { CaseIndex } from "../case-index.ts"
import { evidenceView, evidenceViewSchema } from "../evidence-view.ts"
import { fewNames } from "../few-names.ts"
import { isFolded } from "./fact-view.ts"

/** One way in which an actor is held responsible, or not: "claims it", "blamed by the ministry", "blame rejected by an analyst". */
const blameLineSchema = z
  .object({
    factId: z.string(),
    how: z.string(),
    status: statusSchema,
    /** Speaks against the actor's having done it. */
    against: z.boolean(),
    origins: originCountSchema,
    reports: z.number().int(),
    evidence: z.array(evidenceViewSchema).readonly(),
  })
  .readonly()

/** Everything that is told of one actor's part in it. */
export const blameSchema = z
  .object({
    name: z.string(),
    entityId: z.string().optional(),
    folded: z.boolean(),
    lines: z.array(blameLineSchema).min(1).readonly(),
  })
  .readonly()
export type Blame = z.infer<typeof blameSchema>

/** Slots that say who did it. Keys of the pack of political violence. */
const slots = ["claimed-by", "perpetrator", "blamed-on"]

/** Words behind a line, at most. */
const SHOWN_EVIDENCE = 6

/** Claims, blame and denials, by actor: competing statements, none of them a verdict. What names nobody ("gunmen") is left to the fact. */
export function blameOf(index: CaseIndex, { facts }: Incident): readonly Blame[] {
  const told = slots.flatMap(slot =>
    facts
      .filter(fact => fact.slot === slot)
      .flatMap(fact => fact.positions.map(position => ({ fact, position, value: position.value })))
      .filter(({ value }) => slot !== "perpetrator" || value.kind === "entity"),
  )
  const named = Map.groupBy(told, ({ value }) => actorKey(value))
  return [...named.values()].map(same => {
    const { value } = same[0]!
    return {
      name: value.kind === "entity" ? value.name : value.text,
      ...(value.kind === "entity" && { entityId: value.entityId }),
      folded: isFolded(index, value),
      lines: same.map(({ fact, position }) => lineOf(index, fact, position)),
    }
  })
}

function actorKey(value: Value): string {
  if (value.kind === "entity") return value.entityId
  return value.kind === "text" ? `text:${value.norm}` : `text:${value.text.toLowerCase()}`
}

function lineOf(index: CaseIndex, fact: Fact, position: Position) {
  const { status, origins, assertions } = position
  const places = assertions.flatMap(({ evidence }) => evidence)
  return {
    factId: fact.id,
    how: howInWords(fact.slot, position),
    status,
    against: isAgainst(position),
    origins: fewNames(origins),
    reports: new Set(places.map(({ reportId }) => reportId)).size,
    evidence: places.slice(0, SHOWN_EVIDENCE).map(one => evidenceView(index, one)),
  }
}

const isAgainst = ({ status, assertions }: Position) =>
  status === "denied" || status === "negated" || assertions.every(({ rule }) => rule === "withdrawn-blame")

function howInWords(slot: string, position: Position): string {
  const { names, own } = sayersOf(position)
  const said = names.slice(0, 3).join("; ") + (3 < names.length ? " and others" : "")
  const by = said === "" ? "" : ` by ${said}`
  const according = said === "" ? "" : `, according to ${said}${own ? "; also told without attribution" : ""}`
  const { status, assertions } = position
  if (assertions.every(({ rule }) => rule === "withdrawn-blame")) return `blame withdrawn${by}`
  const isDenied = status === "denied" || status === "negated"
  if (slot === "blamed-on") return isDenied ? `blame rejected${by}` : `blamed${by}`
  const doubt = status === "occurred" || isDenied ? "" : ` (${status})`
  if (slot === "claimed-by") return isDenied ? `claim denied${according}` : `claims it${doubt}${according}`
  return isDenied ? `said not to have done it${according}` : `named as who did it${doubt}${according}`
}
