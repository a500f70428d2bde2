import type { EventMention, SlotFill } from "../../src/core/reading.ts"
import { politicalViolence } from "../../src/packs/political-violence/pack.ts"
import type { Part } from "../part.ts"
import { ROLES, type Role, type RoleDocument, roleDocuments } from "../read/role-documents.ts"
import { addPairs, emptyTally, f1Figure, sumOf } from "../tally.ts"
import { eventsOf } from "./events-of.ts"

const people = new Set(politicalViolence.lexicons.people!.words)

/** Entities of five roles over whole documents (CEAF-REE): a found one counts when its words are a mention of a gold one that is still free. */
export const roles: Part<RoleDocument> = {
  name: "roles",
  about: "who did what to whom in terrorism reports: five roles, CEAF-REE",
  format: roleDocuments,
  measure(documents, run) {
    const tallies = Object.fromEntries(ROLES.map(role => [role, emptyTally()])) as {
      [role in Role]: ReturnType<typeof emptyTally>
    }
    for (const { id, text, entities } of documents) {
      const found = rolesOf(eventsOf(text, "", run))
      for (const role of ROLES) {
        const gold = entities[role].map(mentions => new Set(mentions.map(plainWords)))
        const { missed, spurious } = addPairs(tallies[role], gold, [...(found.get(role) ?? [])], (entity, words) =>
          entity.has(words),
        )
        for (const entity of missed) run.wrong(`${role} missed`, `${id} ${[...entity].join(" | ")}`)
        for (const words of spurious) run.wrong(`${role} wrong`, `${id} ${words}`)
      }
    }
    return [
      f1Figure("all roles", sumOf(Object.values(tallies)), "entities"),
      ...ROLES.map(role => f1Figure(role, tallies[role], "entities")),
    ]
  },
}

/** The names and phrases of the five roles that the events of a document give. */
function rolesOf(events: readonly EventMention[]): Map<Role, Set<string>> {
  const found = new Map<Role, Set<string>>()
  const add = (role: Role, words: string) => {
    if (!found.has(role)) found.set(role, new Set())
    found.get(role)!.add(plainWords(words))
  }
  for (const event of events) {
    if (event.type !== "attack" || ["hypothetical", "negated", "denied", "planned"].includes(event.status)) continue
    for (const fill of event.fills) {
      if (fill.status === "denied" || fill.value.kind === "time") continue
      const words = fill.value.kind === "entity" ? fill.value.name : fill.evidence.text
      const isGroup = fill.value.kind === "entity" && ["armed-group", "organization"].includes(fill.value.type)
      if (["perpetrator", "claimed-by", "blamed-on"].includes(fill.slot)) add(isGroup ? "PerpOrg" : "PerpInd", words)
      if (fill.slot === "target") add(isPerson(fill) ? "Victim" : "Target", words)
      if (fill.slot === "weapon") add("Weapon", words)
    }
  }
  return found
}

function isPerson(fill: SlotFill): boolean {
  if (fill.value.kind === "entity") return fill.value.type === "person"
  if (fill.value.kind !== "text") return false
  const words = fill.value.norm.split(" ")
  const head = words.indexOf("of") < 0 ? words.at(-1)! : words[words.indexOf("of") - 1]!
  return people.has(head)
}

/** Lower case, without the article. */
function plainWords(words: string): string {
  return words
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/^(the|an?|some|several) /, "")
    .trim()
}
