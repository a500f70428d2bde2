import type { CaseFile, Entity } from "../core/casefile.ts"

/** Slots whose person is a victim or a suspect. */
const exposedSlots = new Set([
  "victim",
  "victims",
  "killed",
  "wounded",
  "missing",
  "hostages",
  "target",
  "arrested",
  "suspect",
  "suspects",
  "perpetrator",
  "accused",
  "detained",
  "convicted",
  "blamed-on",
])

/**
 * Ids of people whose names an overview folds: victims, suspects, and people named with no role and no word of their own.
 * A person who is in a shipped list, of whom the reports give a profile, or who speaks in a role, is public in this story.
 */
export function privatePeople(caseFile: CaseFile): ReadonlySet<string> {
  const speakers = new Set(caseFile.statements.map(statement => statement.speaker.entityId))
  const exposed = new Set<string>()
  for (const incident of caseFile.incidents)
    for (const fact of incident.facts)
      if (exposedSlots.has(fact.slot))
        for (const { value } of fact.positions) if (value.kind === "entity") exposed.add(value.entityId)
  const isPrivate = (entity: Entity) => {
    if (entity.type !== "person" || entity.known !== undefined || 0 < entity.facts.length) return false
    if (exposed.has(entity.id)) return !(speakers.has(entity.id) && 0 < entity.roles.length)
    return entity.roles.length === 0 && !speakers.has(entity.id)
  }
  return new Set(caseFile.entities.filter(isPrivate).map(entity => entity.id))
}
