import type { CaseFile, Entity, Fact, Incident } from "../core/casefile.ts"
import { isSaying } from "../core/reading.ts"
import type { Value } from "../core/value.ts"
import { drained, inSteps } from "./steps.ts"

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

/** Roles that make a person public: an office, a command, the word of an organization. Common nouns of English; ours. */
const office =
  /\b(leader|commander|chief|head|director|minister|premier|president|chancellor|king|queen|prince|sultan|emir|caliph|general|admiral|governor|mayor|senator|deputy|lawmaker|member of parliament|congress(man|woman)|ambassador|envoy|consul|judge|prosecutor|attorney|secretary|commissioner|spokes(man|woman|person)|founder|bishop|pope|imam|ayatollah|mullah)\b/i

/**
 * Ids of people whose names an overview folds: victims, suspects, and people named with no role and no word of their own.
 * A person who is in a shipped list, who holds an office, or of whom the reports give a profile, is public in this story.
 */
export function privatePeople(caseFile: CaseFile): ReadonlySet<string> {
  const people = found.get(caseFile) ?? findPrivatePeople(caseFile)
  found.set(caseFile, people)
  return people
}

/** A case never changes, and every screen asks. */
const found = new WeakMap<CaseFile, ReadonlySet<string>>()

function findPrivatePeople(caseFile: CaseFile): ReadonlySet<string> {
  const speakers = new Set(caseFile.statements.filter(isSaying).map(statement => statement.speaker.entityId))
  const exposed = new Set<string>()
  for (const incident of caseFile.incidents)
    for (const fact of incident.facts)
      if (exposedSlots.has(fact.slot))
        for (const { value } of fact.positions) if (value.kind === "entity") exposed.add(value.entityId)
  const isPrivate = (entity: Entity) => {
    if (entity.type !== "person" || entity.known !== undefined || 0 < entity.facts.length) return false
    if (entity.roles.some(({ role }) => office.test(role))) return false
    return exposed.has(entity.id) || (entity.roles.length === 0 && !speakers.has(entity.id))
  }
  return new Set(caseFile.entities.filter(isPrivate).map(entity => entity.id))
}

/** Words of a name or a title. */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’-]*/gu

/** What an overview says instead of a private person's name. */
export const FOLDED = "a named person"

/** The case as an overview tells it: incidents without the names of private people. Everything else, ids and words included, stays; what holds no such name is the very same object. */
export function foldNames(caseFile: CaseFile): CaseFile {
  return overviews.get(caseFile) ?? drained(foldInSteps(caseFile))
}

/** A case never changes, and most screens ask. */
const overviews = new WeakMap<CaseFile, CaseFile>()

/** Incidents, or people, looked at in one step. */
const STEP = 500

/** The same, made in steps of some milliseconds; `foldNames` has it then. */
export function* foldInSteps(caseFile: CaseFile): Generator<void, CaseFile> {
  const known = overviews.get(caseFile)
  if (known) return known
  const folded = privatePeople(caseFile)
  yield
  const incidents: Incident[] = []
  if (0 < folded.size) {
    const foldTitle = yield* titleFolder(caseFile, folded)
    yield* inSteps(caseFile.incidents, STEP, incident => incidents.push(foldIncident(incident, folded, foldTitle)))
  }
  const overview = folded.size === 0 ? caseFile : { ...caseFile, incidents }
  overviews.set(caseFile, overview)
  return overview
}

function foldIncident(incident: Incident, folded: ReadonlySet<string>, foldTitle: (title: string) => string): Incident {
  const isFolded = (one: Value | null): boolean => one?.kind === "entity" && folded.has(one.entityId)
  const value = <T extends Value | null>(one: T): T => (isFolded(one) ? { ...one, name: FOLDED, text: FOLDED } : one)
  const foldFact = (fact: Fact): Fact =>
    isFolded(fact.value) || fact.positions.some(position => isFolded(position.value))
      ? {
          ...fact,
          value: value(fact.value),
          positions: fact.positions.map(position => ({ ...position, value: value(position.value) })),
        }
      : fact
  const title = foldTitle(incident.title)
  const facts = incident.facts.map(foldFact)
  const isSame = title === incident.title && facts.every((fact, at) => fact === incident.facts[at])
  return isSame ? incident : { ...incident, title, facts }
}

/** Takes private people's names out of a title. */
function* titleFolder({ entities }: CaseFile, folded: ReadonlySet<string>): Generator<void, (title: string) => string> {
  // By first word: a large case has thousands of names, and a title a dozen words.
  const byFirst = new Map<string, Set<string>>()
  yield* inSteps(entities, 5 * STEP, ({ id, name, aliases }) => {
    if (!folded.has(id)) return
    for (const one of [name, ...aliases.map(alias => alias.name)]) {
      // A single word may be a place or a thing as well.
      if (!one.includes(" ")) continue
      const first = one.match(WORD)?.[0] ?? ""
      const same = byFirst.get(first)
      if (same) same.add(one)
      else byFirst.set(first, new Set([one]))
    }
  })
  return title => {
    const found = [...new Set(title.match(WORD))].flatMap(word => [...(byFirst.get(word) ?? [])])
    return found.sort((a, b) => b.length - a.length).reduce((now, name) => now.replaceAll(name, FOLDED), title)
  }
}
