import type {
  Assertion,
  CaseFile,
  CaseStatement,
  Entity,
  Fact,
  FlatReport,
  Incident,
  Lineage,
  Origin,
  Warning,
} from "../core/casefile.ts"
import { HeedError } from "../core/error.ts"
import type { Utterance } from "../core/utterance.ts"

/** Any item of a case that can be asked about. `fact` of an assertion and `incident` of a mention say where it belongs. */
export type Item =
  | { readonly kind: "incident"; readonly id: string; readonly item: Incident }
  | { readonly kind: "fact"; readonly id: string; readonly item: Fact }
  | { readonly kind: "assertion"; readonly id: string; readonly item: Assertion; readonly fact: Fact }
  | {
      readonly kind: "mention"
      readonly id: string
      readonly item: Incident["mentions"][number]
      readonly incident: Incident
    }
  | { readonly kind: "statement"; readonly id: string; readonly item: CaseStatement }
  | { readonly kind: "utterance"; readonly id: string; readonly item: Utterance }
  | { readonly kind: "warning"; readonly id: string; readonly item: Warning }
  | { readonly kind: "lineage"; readonly id: string; readonly item: Lineage }
  | { readonly kind: "origin"; readonly id: string; readonly item: Origin }
  | { readonly kind: "entity"; readonly id: string; readonly item: Entity }
  | { readonly kind: "report"; readonly id: string; readonly item: FlatReport }

/** Every item of the case. */
export function* itemsOf(caseFile: CaseFile): Iterable<Item> {
  function* facts(list: readonly Fact[]): Iterable<Item> {
    for (const fact of list) {
      yield { kind: "fact", id: fact.id, item: fact }
      for (const position of fact.positions)
        for (const assertion of position.assertions)
          yield { kind: "assertion", id: assertion.id, item: assertion, fact }
    }
  }
  for (const incident of caseFile.incidents) {
    yield { kind: "incident", id: incident.id, item: incident }
    yield* facts(incident.facts)
    for (const mention of incident.mentions) yield { kind: "mention", id: mention.id, item: mention, incident }
  }
  for (const item of caseFile.statements) yield { kind: "statement", id: item.id, item }
  for (const item of caseFile.utterances) yield { kind: "utterance", id: item.id, item }
  for (const item of caseFile.warnings) yield { kind: "warning", id: item.id, item }
  for (const item of caseFile.lineage) yield { kind: "lineage", id: item.id, item }
  for (const item of caseFile.origins) yield { kind: "origin", id: item.id, item }
  for (const item of caseFile.entities) {
    yield { kind: "entity", id: item.id, item }
    yield* facts(item.facts)
  }
  for (const item of caseFile.reports) yield { kind: "report", id: item.id, item }
}

/** The first two letters of an id, whatever their case. */
const beginOf = (id: string) => (id.charCodeAt(0) | 0x20) * 0x100 + (id.charCodeAt(1) | 0x20)

/**
 * The item with that id, an unambiguous beginning of it (at least three characters), or an incident's code.
 * Throws HeedError "not-found", or "bad-request" when several items begin so.
 */
export function requireItem(caseFile: CaseFile, idOrCode: string): Item {
  const wanted = idOrCode.trim().toLowerCase()
  const byCode: Item[] = []
  const byId = new Map<string, Item>()
  for (const item of itemsOf(caseFile)) {
    if (item.kind === "incident" && item.item.code.toLowerCase() === wanted) byCode.push(item)
    // A large case has hundreds of thousands of items: few begin alike.
    if (beginOf(item.id) !== beginOf(wanted)) continue
    if (item.id.toLowerCase() === wanted) return item
    if (3 <= wanted.length && item.id.toLowerCase().startsWith(wanted)) byId.set(`${item.kind} ${item.id}`, item)
  }
  const found = 0 < byCode.length ? byCode : [...byId.values()]
  if (found.length === 1) return found[0]!
  if (found.length === 0)
    throw new HeedError(
      "not-found",
      `nothing in this case has the id ${idOrCode}; expected an incident's code, or an id that "heed brief --ids" shows`,
    )
  const some = found
    .slice(0, 5)
    .map(item => `${item.kind} ${item.id}`)
    .join(", ")
  throw new HeedError("bad-request", `${idOrCode} begins the ids of ${found.length} items: ${some}; write more of it`)
}
