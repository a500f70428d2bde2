import type { CaseFile, CaseStatement, Entity, Fact, FlatReport, Incident, Warning } from "../../core/casefile.ts"
import { HeedError } from "../../core/error.ts"
import { reportNumbers } from "../brief/report-numbers.ts"
import { foldNames } from "../people.ts"

/** A case file with the ways into it. Every view is a function of one; it never changes. */
export interface CaseIndex {
  readonly caseFile: CaseFile
  /** The case as an overview tells it: names of victims and private suspects folded. Made when first asked for. */
  readonly overview: CaseFile
  /** Incidents as an overview tells them. */
  readonly overviews: ReadonlyMap<string, Incident>
  /** Number of each report, from 1: the same in every view, brief and export. */
  readonly numbers: ReadonlyMap<string, number>
  readonly reports: ReadonlyMap<string, FlatReport>
  readonly incidents: ReadonlyMap<string, Incident>
  readonly entities: ReadonlyMap<string, Entity>
  readonly statements: ReadonlyMap<string, CaseStatement>
  readonly warnings: ReadonlyMap<string, Warning>
  /** Facts of incidents and entities. */
  readonly facts: ReadonlyMap<string, Fact>
}

/** Opens a case file for its views. Each way in is made when it is first taken: of a large case all of them take a while. */
export function indexCase(caseFile: CaseFile): CaseIndex {
  const overview = once(() => foldNames(caseFile))
  const overviews = once(() => byId(overview().incidents))
  const numbers = once(() => reportNumbers(caseFile))
  const reports = once(() => byId(caseFile.reports))
  const incidents = once(() => byId(caseFile.incidents))
  const entities = once(() => byId(caseFile.entities))
  const statements = once(() => byId(caseFile.statements))
  const warnings = once(() => byId(caseFile.warnings))
  const facts = once(() => byId([...caseFile.incidents, ...caseFile.entities].flatMap(one => one.facts)))
  return {
    caseFile,
    get overview() {
      return overview()
    },
    get overviews() {
      return overviews()
    },
    get numbers() {
      return numbers()
    },
    get reports() {
      return reports()
    },
    get incidents() {
      return incidents()
    },
    get entities() {
      return entities()
    },
    get statements() {
      return statements()
    },
    get warnings() {
      return warnings()
    },
    get facts() {
      return facts()
    },
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  const found = new Map<string, T>()
  for (const item of items) found.set(item.id, item)
  return found
}

/** The item under that id. Throws HeedError "not-found": `requireOf(index.incidents, id, "incident")`. */
export function requireOf<T>(items: ReadonlyMap<string, T>, id: string, kind: string): T {
  const item = items.get(id)
  if (item === undefined)
    throw new HeedError(
      "not-found",
      `no ${kind} ${id} in this case, as it is known at this day; it may have gone with a report, a merge or a decision`,
    )
  return item
}

/** The incident with that id or code. Throws HeedError "not-found". */
export function requireIncident({ caseFile, incidents }: CaseIndex, idOrCode: string): Incident {
  const code = idOrCode.toUpperCase()
  return caseFile.incidents.find(one => one.code === code) ?? requireOf(incidents, idOrCode, "incident")
}
