import type { CaseFile, Entity } from "../../src/core/casefile.ts"
import { rawSpanOf } from "../../src/core/raw-map.ts"
import type { LocalEntity, Reading } from "../../src/core/reading.ts"
import type { Span } from "../../src/core/span.ts"
import { makeEngine } from "../../src/make-engine.ts"
import { toPersonName } from "../../src/reconcile/entities/person-name.ts"
import type { Figure, Part, Run } from "../part.ts"
import { type IncidentReport, incidentReports, rawReportOf } from "../read/incident-reports.ts"
import { type ChainMention, type NamedChains, namedChains } from "../read/named-chains.ts"
import { shareFigure } from "../tally.ts"
import { bCubed, groupingFigure } from "./grouping.ts"

/** Who and where across reports: names that annotators put into one chain against the entities of one case of all documents. */
export const entities: Part<NamedChains> = {
  name: "entities",
  about: "people, organizations and places across reports, against chains of names",
  format: namedChains,
  measure(documents, run) {
    const engine = makeEngine()
    const readings = documents.map(({ id, text }) =>
      engine.read({ bytes: new TextEncoder().encode(text), file: `${id}.txt` }),
    )
    return scoreEntities(documents, readings, engine.build(readings, { name: "all" }), run)
  },
}

/** People of the same full name in two reports of one incident, and of two incidents. There is no gold beyond that. */
export const sameNames: Part<IncidentReport> = {
  name: "same-names",
  about: "people of the same full name in reports of one incident and of two",
  format: incidentReports,
  documents: "reports",
  measure(reports, run) {
    const engine = makeEngine()
    const readings = reports.map(report => engine.read(rawReportOf(report)))
    return scoreSameNames(reports, readings, engine.build(readings, { name: "all" }), run)
  },
}

/** What one document calls one thing by name. */
interface Named {
  readonly document: string
  readonly chain: string
  /** Entity of the case. */
  readonly entity: string
  readonly name: string
}

/** The figures of a case against chains; `documents` and `readings` go together. */
export function scoreEntities(
  documents: readonly NamedChains[],
  readings: readonly Reading[],
  caseFile: CaseFile,
  run: Pick<Run, "wrong" | "note">,
): Figure[] {
  const entityOf = entitiesByLocal(caseFile)
  const groups = new Map<string, Named[]>()
  const left = { unnamed: 0, several: 0, matched: 0 }
  for (const [index, document] of documents.entries()) {
    const names = namesIn(readings[index]!)
    for (const mention of document.mentions) {
      const words = document.text.slice(mention.start, mention.end)
      if (/ and |,/.test(headOf(words))) {
        left.several++
        continue
      }
      const name = names.find(({ span }) => isCalled(span, mention, words))
      if (name === undefined) {
        left.unnamed++
        continue
      }
      left.matched++
      const entity = entityOf.get(`${readings[index]!.report.id} ${name.localId}`)!
      const key = `${document.story} ${mention.kind}`
      const group = groups.get(key) ?? []
      groups.set(key, group)
      const item = { document: document.id, chain: mention.chain, entity: entity.id, name: words }
      // What a document calls a thing again and again counts once.
      const said = words.toLowerCase()
      if (
        !group.some(
          one => one.document === item.document && one.chain === item.chain && one.name.toLowerCase() === said,
        )
      )
        group.push(item)
    }
  }
  const items = [...groups].flatMap(([key, group]) =>
    group.map((item, at) => ({ ...item, id: `${key} ${at}`, entity: `${key} ${item.entity}` })),
  )
  const found = new Map(items.map(({ id, entity }) => [id, entity]))
  const gold = new Map(items.map(({ id, chain }) => [id, chain]))
  const tally = pairsOf([...groups.values()], caseFile, run)
  run.note(
    `entities: ${left.matched} gold mentions have a name of ours at their head; left out: ${left.unnamed} that have none (common nouns, pronouns, names not found), ${left.several} of several at once. Pairs count within one story and among people and organizations or among places`,
  )
  const { together, right, wanted } = tally
  return [
    groupingFigure("B-cubed F1", bCubed(found, gold), items.length, "names in documents"),
    groupingFigure(
      "pairs across documents F1",
      { precision: right / Math.max(1, together), recall: right / Math.max(1, wanted) },
      wanted,
      "pairs",
      `${together} pairs joined`,
    ),
  ]
}

/** Pairs of names in different documents; one error for the pairs of two entities that share a chain, or of two chains in one entity. */
function pairsOf(groups: readonly (readonly Named[])[], caseFile: CaseFile, run: Pick<Run, "wrong">) {
  const byId = new Map(caseFile.entities.map(entity => [entity.id, entity]))
  const tally = { together: 0, right: 0, wanted: 0 }
  const wrong = new Map<string, { kind: string; words: string; pairs: number }>()
  for (const group of groups)
    for (const [at, a] of group.entries())
      for (const b of group.slice(at + 1)) {
        if (a.document === b.document) continue
        const isOne = a.entity === b.entity
        const shouldBe = a.chain === b.chain
        if (isOne) tally.together++
        if (shouldBe) tally.wanted++
        if (isOne && shouldBe) tally.right++
        if (isOne === shouldBe) continue
        const key = [a.entity, b.entity, a.chain, b.chain].sort().join(" ")
        const [one, other] = [byId.get(a.entity)!, byId.get(b.entity)!]
        const words = `${a.name} (${a.document}) | ${b.name} (${b.document}): ${one.type} ${one.name}${isOne ? "" : ` | ${other.type} ${other.name}`}`
        const known = wrong.get(key) ?? { kind: isOne ? "two in one entity" : "one torn apart", words, pairs: 0 }
        wrong.set(key, known)
        known.pairs++
      }
  for (const { kind, words, pairs } of [...wrong.values()].sort((a, b) => b.pairs - a.pairs))
    run.wrong(kind, `${words}, ${pairs} ${pairs === 1 ? "pair" : "pairs"}`)
  return tally
}

/** The stretch that holds the head of a noun phrase: all before the first preposition or relative word. */
function headOf(words: string): string {
  const cut = /(?<=\w)(?:,| (?:of|in|at|on|from|near|for|to|with|who|that|which)) /.exec(words)
  return cut ? words.slice(0, cut.index) : words
}

/** Whether the name covers the last word of the gold mention's head. */
function isCalled(name: Span, mention: ChainMention, words: string): boolean {
  const head = headOf(words).replace(/['’]s?$/, "")
  const last = { start: mention.start + head.search(/\S+$/), end: mention.start + head.length }
  return name.start <= last.start && last.end <= name.end
}

/** Named mentions of a report, where they stand in the text as it was given. */
function namesIn({ report, entities: locals }: Reading): { span: Span; localId: string }[] {
  return locals.flatMap(local =>
    local.mentions
      .filter(({ form }) => form === "name")
      .map(({ span }) => ({ span: rawSpanOf(report.rawMap, span), localId: local.id })),
  )
}

function entitiesByLocal({ entities: all }: CaseFile): Map<string, Entity> {
  return new Map(
    all.flatMap(entity =>
      entity.mentions.map(({ reportId, localEntityId }) => [`${reportId} ${localEntityId}`, entity] as const),
    ),
  )
}

/** The figures of people with the same full name; `reports` and `readings` go together. */
export function scoreSameNames(
  reports: readonly Pick<IncidentReport, "incident">[],
  readings: readonly Reading[],
  caseFile: CaseFile,
  run: Pick<Run, "wrong" | "note">,
): Figure[] {
  const entityOf = entitiesByLocal(caseFile)
  const holders = new Map<string, { local: LocalEntity; entity: Entity; at: number }[]>()
  for (const [at, reading] of readings.entries())
    for (const local of reading.entities) {
      if (local.type !== "person") continue
      const { first, last } = toPersonName(local.name)
      const entity = entityOf.get(`${reading.report.id} ${local.id}`)
      if (first.length < 2 || entity === undefined) continue
      const key = `${first} ${last}`
      holders.set(key, [...(holders.get(key) ?? []), { local, entity, at }])
    }
  const incidentOf = (at: number) => reports[at]!.incident
  const within = { pairs: 0, joined: 0 }
  const across = { pairs: 0, joined: 0, states: 0, statesJoined: 0 }
  for (const [name, list] of holders)
    for (const [index, a] of list.entries())
      for (const b of list.slice(index + 1)) {
        if (a.at === b.at) continue
        const [one, other] = [incidentOf(a.at), incidentOf(b.at)]
        const isOne = a.entity === b.entity
        const said = `${name}: ${toldOf(a.local)} | ${toldOf(b.local)}; ${one.city_or_county}, ${one.state} | ${other.city_or_county}, ${other.state}`
        if (one.incident_id === other.incident_id) {
          within.pairs++
          if (isOne) within.joined++
          else run.wrong("one incident, two people", said)
          continue
        }
        const farApart = one.state !== other.state
        across.pairs++
        if (farApart) across.states++
        if (!isOne) continue
        across.joined++
        if (farApart) across.statesJoined++
        run.wrong(farApart ? "two states, one person" : "two incidents, one person", said)
      }
  run.note(
    "same-names: that two incidents have one person may be right: an official, a reporter, a court case that goes on",
  )
  return [
    shareFigure("one incident, one person", within.joined, within.pairs, "pairs"),
    {
      name: "two incidents, one person",
      value: across.pairs === 0 ? undefined : (100 * across.joined) / across.pairs,
      unit: "%",
      of: across.pairs,
      items: "pairs",
      detail: `${across.statesJoined} of ${across.states} pairs in two states`,
    },
  ]
}

function toldOf({ name, roles }: LocalEntity): string {
  return [name, ...roles.map(({ role }) => role)].join(", ")
}
