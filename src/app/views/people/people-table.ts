import type { Entity, FlatEvidence, Incident, Position } from "../../../core/casefile.ts"
import { privatePeople } from "../../people.ts"
import { inSteps } from "../../steps.ts"
import { slotInWords } from "../../words.ts"
import { isFoundByScore, statementTable } from "../statements/statement-table.ts"
import { tableOf } from "../table.ts"

/** What an entity is in an incident, as reports tell it. `words` such as "alleged perpetrator". */
export interface Part {
  readonly incident: Incident
  readonly slot: string
  readonly words: string
  readonly evidence: readonly FlatEvidence[]
}

/** A person or group with all that a list says of it. */
export interface Somebody {
  readonly entity: Entity
  /** Never listed by name in an overview, and without a profile. */
  readonly isPrivate: boolean
  readonly reportIds: readonly string[]
  /** Things said, each once; without what only a learned scorer found. */
  readonly sayings: number
  readonly parts: readonly Part[]
  /** Names, aliases and roles in lower case, for finding. */
  readonly searched: string
}

/** The kinds of entity that act and speak. */
const ACTING: ReadonlySet<Entity["type"]> = new Set(["armed-group", "organization", "person"])

/** Whether it stands among people and groups. */
export const isSomebody = ({ type }: Entity): boolean => ACTING.has(type)

/** Everybody of the case by id, those first of whom most reports tell. */
export const peopleTable = tableOf(function* (index): Generator<void, ReadonlyMap<string, Somebody>> {
  const { caseFile } = index
  const hidden = privatePeople(caseFile)
  yield* statementTable.steps(index)
  const said = new Map(
    statementTable(index).map(({ key, sayings }) => [key, sayings.filter(one => !isFoundByScore(one)).length]),
  )
  yield
  const parts = new Map<string, Part[]>()
  yield* inSteps(caseFile.incidents, 500, incident => addParts(incident, parts))
  const everybody: Somebody[] = []
  yield* inSteps(caseFile.entities, 2_000, entity => {
    if (!isSomebody(entity)) return
    everybody.push({
      entity,
      isPrivate: hidden.has(entity.id),
      reportIds: [...new Set(entity.mentions.map(({ reportId }) => reportId))],
      sayings: said.get(entity.id) ?? 0,
      parts: parts.get(entity.id) ?? [],
      searched: [entity.name, ...entity.aliases.map(({ name }) => name), ...entity.roles.map(({ role }) => role)]
        .join(" ")
        .toLowerCase(),
    })
  })
  yield
  const ranked = everybody.map(one => ({
    one,
    reports: one.reportIds.length,
    mentions: one.entity.mentions.length,
    name: one.entity.name,
  }))
  yield
  ranked.sort((a, b) => b.reports - a.reports || b.mentions - a.mentions || (a.name < b.name ? -1 : 1))
  yield
  return new Map(ranked.map(({ one }) => [one.entity.id, one]))
})

/** Adds the parts that entities have in an incident, by entity. */
function addParts(incident: Incident, parts: Map<string, Part[]>): void {
  for (const { slot, positions } of incident.facts)
    for (const position of positions) {
      const { value } = position
      if (value.kind !== "entity") continue
      const part = {
        incident,
        slot,
        words: partInWords(slot, position, value.type),
        evidence: position.assertions.flatMap(({ evidence }) => evidence),
      }
      const list = parts.get(value.entityId)
      if (list) list.push(part)
      else parts.set(value.entityId, [part])
    }
}

const partWords: Readonly<Record<string, string>> = {
  "claimed-by": "claims it",
  "blamed-on": "blamed for it",
  target: "target",
  victim: "named among the victims",
  victims: "named among the victims",
  killed: "named among the killed",
  wounded: "named among the wounded",
  arrested: "arrested",
  agent: "acts in it",
  party: "party to it",
}

/** What somebody is in an incident. A perpetrator is alleged, whoever says so: Heed convicts nobody. A group is one by what reports tell. */
function partInWords(slot: string, { status }: Position, type: Entity["type"]): string {
  const told =
    slot === "perpetrator" && type !== "person" ? "named as perpetrator" : (partWords[slot] ?? slotInWords(slot))
  if (slot === "perpetrator" && (type === "person" || status === "alleged"))
    return status === "denied" ? "perpetrator, denied" : "alleged perpetrator"
  if (/^(?:suspects?|accused)$/u.test(slot)) return "alleged to have part in it"
  return status === "denied" || status === "alleged" || status === "negated"
    ? `${told}, ${status === "alleged" ? "alleged" : "denied"}`
    : told
}
