import type { EventMention, SlotFill } from "../../src/core/reading.ts"
import { contains } from "../../src/core/span.ts"
import type { Analysis } from "../../src/english/analysis.ts"
import { openContext } from "../../src/extract/events/context.ts"
import { findEvents } from "../../src/extract/events/find-events.ts"
import { addFillers } from "../../src/extract/fillers/add-fillers.ts"
import { plainWords } from "../../src/extract/fillers/candidates.ts"
import { findFillers } from "../../src/extract/fillers/find-fillers.ts"
import { fillerModel } from "../../src/extract/fillers/model.ts"
import type { Role as FillerRole } from "../../src/extract/fillers/roles.ts"
import { politicalViolence } from "../../src/packs/political-violence/pack.ts"
import type { Figure, Part } from "../part.ts"
import { ROLES, type Role, type RoleDocument, roleDocuments } from "../read/role-documents.ts"
import { emptyTally, f1Figure, shareFigure, sumOf, type Tally } from "../tally.ts"
import { analysisOf } from "./events-of.ts"

const people = new Set(politicalViolence.lexicons.people!.words)

const NAMES: Readonly<Record<FillerRole, Role>> = {
  perpetrator: "PerpInd",
  organization: "PerpOrg",
  target: "Target",
  victim: "Victim",
  weapon: "Weapon",
}

// What `isProposal` in core/reading.ts trusts.
const SURE = 0.8

/**
 * Entities of five roles over whole documents, CEAF-REE as published (Du, Rush and Cardie 2021): what is found has one mention, so it is right
 * when its words are a mention of a gold entity; each entity is found once at most, and as many as can be are.
 */
export const roles: Part<RoleDocument> = {
  name: "roles",
  about: "who did what to whom in terrorism reports: five roles, CEAF-REE",
  format: roleDocuments,
  measure(documents, run) {
    const picked = tallies()
    const inReading = tallies()
    const byRules = tallies()
    const sure = tallies()
    for (const { id, text, entities } of documents) {
      const analysis = analysisOf(text, "", run)
      const context = openContext(analysis, politicalViolence)
      const events = findEvents(analysis, politicalViolence).value
      const fillers = findFillers(context, events, fillerModel())
      const ruled = rolesOf(analysis, events)
      const read = rolesOf(analysis, addFillers(context, events, fillers))
      for (const role of ROLES) {
        const own = fillers.filter(filler => NAMES[filler.role] === role)
        const words = (list: typeof own) => new Set(list.map(filler => plainWords(filler.words)))
        const gold = entities[role].map(mentions => new Set(mentions.map(plainWords)))
        add(picked[role], gold, words(own), (kind, each) => run.wrong(`${role} ${kind}`, `${id} ${each}`))
        add(inReading[role], gold, read.get(role) ?? new Set())
        add(byRules[role], gold, ruled.get(role) ?? new Set())
        add(sure[role], gold, words(own.filter(({ chance }) => SURE <= chance)))
      }
    }
    return [
      f1Figure("all roles", sumOf(Object.values(picked)), "entities"),
      ...ROLES.map(role => f1Figure(role, picked[role], "entities")),
      f1Figure("all roles, with all of the rules", sumOf(Object.values(inReading)), "entities"),
      f1Figure("all roles, rules alone", sumOf(Object.values(byRules)), "entities"),
      ...ROLES.map((role): Figure => {
        const { found, foundHit } = sure[role]
        return shareFigure(`${role}, right of those at ${SURE}`, foundHit, found, "found")
      }),
    ]
  },
}

function tallies(): Record<Role, Tally> {
  return Object.fromEntries(ROLES.map(role => [role, emptyTally()])) as Record<Role, Tally>
}

/** Adds the best assignment of one document. */
function add(
  tally: Tally,
  gold: readonly ReadonlySet<string>[],
  found: ReadonlySet<string>,
  wrong: (kind: string, words: string) => void = () => {},
): void {
  const finders = new Map<ReadonlySet<string>, string>()
  const assign = (words: string, tried: Set<ReadonlySet<string>>): boolean =>
    gold.some(entity => {
      if (!entity.has(words) || tried.has(entity)) return false
      tried.add(entity)
      const before = finders.get(entity)
      // Whoever found it may find another instead.
      if (before !== undefined && !assign(before, tried)) return false
      finders.set(entity, words)
      return true
    })
  for (const words of found) if (!assign(words, new Set())) wrong("wrong", words)
  for (const entity of gold) if (!finders.has(entity)) wrong("missed", [...entity].join(" | "))
  tally.gold += gold.length
  tally.found += found.size
  tally.goldHit += finders.size
  tally.foundHit += finders.size
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
      const learned = /^learned-(.*)$/.exec(fill.rule)?.[1] as FillerRole | undefined
      if (learned) {
        add(NAMES[learned], fill.evidence.text)
        continue
      }
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
