import type { CaseFile, CaseStatement, Entity, Fact, FlatReport, Incident, Warning } from "../../core/casefile.ts"
import { HeedError } from "../../core/error.ts"
import { reportNumbers } from "../brief/report-numbers.ts"
import { foldNames } from "../people.ts"

/** A case file with the ways into it. Every view is a function of one; it never changes. */
export interface CaseIndex {
  readonly caseFile: CaseFile
  /** The case as an overview tells it: names of victims and private suspects folded. Made when first asked for. */
  readonly overview: CaseFile
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

/** Opens a case file for its views. */
export function indexCase(caseFile: CaseFile): CaseIndex {
  let overview: CaseFile | undefined
  return {
    caseFile,
    get overview() {
      overview ??= foldNames(caseFile)
      return overview
    },
    numbers: reportNumbers(caseFile),
    reports: byId(caseFile.reports),
    incidents: byId(caseFile.incidents),
    entities: byId(caseFile.entities),
    statements: byId(caseFile.statements),
    warnings: byId(caseFile.warnings),
    facts: byId([...caseFile.incidents, ...caseFile.entities].flatMap(({ facts }) => facts)),
  }
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map(item => [item.id, item]))
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
