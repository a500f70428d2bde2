import type { Incident } from "../../core/casefile.ts"
import { findLikely } from "../facts/best-value.ts"
import { buildFacts, type FactTools } from "../facts/build-facts.ts"
import { countOrigins } from "../lineage/count-origins.ts"
import type { CasePack } from "../options.ts"
import { compareText, sortBy, unique } from "../union.ts"
import { type IncidentDraft, statusOf } from "./draft-incident.ts"
import { labelOf, lineOf } from "./event-types.ts"
import { codeOf, titleOf, townOf } from "./title.ts"

/** What drafts are finished with. */
export interface IncidentTools extends FactTools {
  readonly pack: CasePack
}

/** The incident of a draft. Statements and warnings are filled in by the stages that know them. */
export function finishIncident(draft: IncidentDraft, tools: IncidentTools): Incident {
  const { id, mentions } = draft
  const facts = buildFacts(id, draft.told, tools, draft.proposals)
  const likely = findLikely(draft.proposals, facts)
  const leaf = typeOf(draft.tellings, tools.pack)
  const type = lineOf(leaf, tools.pack).at(-1)!
  const status = statusOf(
    mentions.map(mention => mention.status),
    draft.tellings.some(telling => telling.withArrest),
  )
  const whenValue = facts.find(fact => fact.slot === "when")?.value ?? null
  const when = whenValue?.kind === "time" && whenValue.edtf !== "" ? whenValue : null
  const where = facts.find(fact => fact.slot === "where")?.value ?? null
  return {
    id,
    code: codeOf(draft.anchor.mention, townOf(facts, where), type),
    type,
    ...(leaf === type ? {} : { subtype: leaf }),
    status,
    title: titleOf({ type: leaf, status, facts, when, where }, tools.pack) || labelOf(leaf, tools.pack),
    background: draft.tellings.every(telling => telling.background),
    when,
    where,
    facts,
    ...(0 < likely.length && { likely }),
    statements: [],
    warnings: [],
    reports: unique(mentions.map(mention => mention.reportId)).sort(compareText),
    mentions,
    origins: countOrigins([...draft.refs, ...draft.told.map(item => item.origin)]),
  }
}

/** Gives two incidents that have one code another turn of it. */
export function withOwnCodes(incidents: readonly Incident[]): Incident[] {
  const taken = new Set<string>()
  return sortBy(incidents, incident => incident.id).map(incident => {
    let code = incident.code
    for (let turn = 1; taken.has(code) && turn < 10; turn++)
      code = codeOf(incident.id, townOf(incident.facts, incident.where), incident.type, turn)
    taken.add(code)
    return { ...incident, code }
  })
}

/** The most exact kind that at least a third of those that tell the next wider one support, kinds that say how before kinds that say how it ended. */
function typeOf(tellings: IncidentDraft["tellings"], pack: CasePack): string {
  const leaves = tellings.flatMap(telling => telling.types.map(type => ({ type, report: telling.reportId })))
  const support = new Map<string, Set<string>>()
  for (const { type, report } of leaves)
    for (const line of lineOf(type, pack)) support.set(line, (support.get(line) ?? new Set()).add(report))
  const reports = unique(leaves.map(leaf => leaf.report)).length
  // Who only speaks of "the bombing" says nothing against a suicide bombing; one who calls an attack a bombing, among ten, may be wrong.
  const isSupported = (type: string): boolean =>
    lineOf(type, pack).every((key, index, line) => {
      const wider = line[index + 1]
      return (wider === undefined ? reports : support.get(wider)!.size) <= 3 * support.get(key)!.size
    })
  const enough = [...support.keys()].filter(isSupported).map(type => ({ type, by: support.get(type)!.size }))
  const rootSupport = (type: string): number => support.get(lineOf(type, pack).at(-1)!)!.size
  return sortBy(
    enough,
    ({ type }) => -rootSupport(type),
    ({ type }) => (lineOf(type, pack).at(-1) === "plot" ? 1 : 0),
    ({ type }) => (END_TYPES.has(type) ? 1 : 0),
    ({ type }) => -lineOf(type, pack).length,
    ({ by }) => -by,
    ({ type }) => type,
  )[0]!.type
}

/** Kinds that say how it ended, not what it was. Source: keys of the pack of political violence; Apache-2.0. */
const END_TYPES = new Set(["killing", "massacre", "execution"])
