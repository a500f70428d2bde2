import type { EventMention, SlotFill } from "../../src/core/reading.ts"
import { contains } from "../../src/core/span.ts"
import type { Analysis } from "../../src/english/analysis.ts"
import { findEvents } from "../../src/extract/events/find-events.ts"
import { politicalViolence } from "../../src/packs/political-violence/pack.ts"
import type { Part } from "../part.ts"
import { ROLES, type Role, type RoleDocument, roleDocuments } from "../read/role-documents.ts"
import { addPairs, emptyTally, f1Figure, sumOf } from "../tally.ts"
import { analysisOf } from "./events-of.ts"

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
      const analysis = analysisOf(text, "", run)
      const found = rolesOf(analysis, findEvents(analysis, politicalViolence).value)
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

/**
 * The names and phrases of the five roles that the events of a document give. As the templates have it, victims are people by name, be they
 * target, dead, hurt or held, and the organization of a perpetrator also counts where it is named in his phrase.
 */
function rolesOf(analysis: Analysis, events: readonly EventMention[]): Map<Role, Set<string>> {
  const found = new Map<Role, Set<string>>()
  const add = (role: Role, words: string) => {
    if (!found.has(role)) found.set(role, new Set())
    found.get(role)!.add(plainWords(words))
  }
  const named = (fill: SlotFill, types: readonly string[]) =>
    analysis.mentions
      .filter(
        mention => mention.form === "name" && types.includes(mention.type) && contains(fill.evidence.span, mention),
      )
      .map(mention => analysis.report.text.slice(mention.start, mention.end))
  for (const event of events) {
    if (event.type !== "attack" || ["hypothetical", "negated", "denied", "planned"].includes(event.status)) continue
    for (const fill of event.fills) {
      if (fill.status === "denied" || fill.value.kind === "time") continue
      const words = fill.value.kind === "entity" ? fill.value.name : fill.evidence.text
      if (["perpetrator", "claimed-by", "blamed-on"].includes(fill.slot)) {
        const isGroup = fill.value.kind === "entity" && GROUPS.includes(fill.value.type)
        add(isGroup ? "PerpOrg" : "PerpInd", words)
        for (const name of named(fill, GROUPS)) add("PerpOrg", name)
      }
      if (fill.slot === "target" && !isPerson(fill)) add("Target", words)
      if (fill.slot === "target" && fill.value.kind === "entity" && isPerson(fill)) add("Victim", words)
      if (HARMED.includes(fill.slot)) for (const name of named(fill, ["person"])) add("Victim", name)
      if (fill.slot === "weapon") add("Weapon", words)
    }
  }
  return found
}

const GROUPS: readonly string[] = ["armed-group", "organization"]
const HARMED: readonly string[] = ["killed", "wounded", "hostages"]

function isPerson(fill: SlotFill): boolean {
  if (fill.value.kind === "entity") return fill.value.type === "person"
  if (fill.value.kind !== "text") return false
  const words = fill.value.norm.split(" ")
  const head = words.indexOf("of") < 0 ? words.at(-1)! : words[words.indexOf("of") - 1]!
  return people.has(head)
}

/** Lower case, without articles and punctuation, as the published scorer compares; and without "some" and "several". */
function plainWords(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, "")
    .replace(/\b(?:the|an?)\b/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(?:some|several) /, "")
}
