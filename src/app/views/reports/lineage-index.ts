import type { Lineage, Origin } from "../../../core/casefile.ts"
import { isToldAgain } from "../../brief/sources.ts"
import { inSteps } from "../../steps.ts"
import { datesInWords } from "../../words.ts"
import type { CaseIndex } from "../case-index.ts"
import { tableOf } from "../table.ts"

/** Ways into the lineage of a case. Links in the order of the case file; citations that are told with the copying they led to are left out. */
export interface LineageIndex {
  readonly byId: ReadonlyMap<string, Lineage>
  /** Links of a report to what it rests on. */
  readonly from: ReadonlyMap<string, readonly Lineage[]>
  /** Links of those that rest on a report. */
  readonly to: ReadonlyMap<string, readonly Lineage[]>
  /** For an exact copy the report whose words it has. */
  readonly originalOf: ReadonlyMap<string, string>
  /** Origins that a report leads to, and those that it is. */
  readonly origins: ReadonlyMap<string, readonly Origin[]>
  readonly own: ReadonlyMap<string, readonly Origin[]>
  /** What a link's `why` says, with numbers of reports in the place of names with days. */
  readonly whyOf: (link: Lineage) => string
}

/** The lineage of a case. */
export const lineageIndex = tableOf(function* (index): Generator<void, LineageIndex> {
  const { lineage, origins } = index.caseFile
  const all = Map.groupBy(lineage, link => link.from)
  const told: Lineage[] = []
  const originalOf = new Map<string, string>()
  yield* inSteps(lineage, 200, link => {
    if (isToldAgain(link, all.get(link.from)!)) return
    told.push(link)
    if (isExactCopy(index, link)) originalOf.set(link.from, link.to!)
  })
  yield
  return {
    byId: new Map(lineage.map(link => [link.id, link])),
    from: Map.groupBy(told, link => link.from),
    to: Map.groupBy(
      told.filter(link => link.to !== null),
      link => link.to!,
    ),
    originalOf,
    origins: byReport(origins, origin => origin.reports),
    own: byReport(origins, origin => origin.own ?? []),
    whyOf: whyWith(index),
  }
})

function byReport(
  origins: readonly Origin[],
  reportsOf: (origin: Origin) => readonly string[],
): ReadonlyMap<string, readonly Origin[]> {
  const found = new Map<string, Origin[]>()
  for (const origin of origins)
    for (const id of reportsOf(origin)) {
      const same = found.get(id)
      if (same) same.push(origin)
      else found.set(id, [origin])
    }
  return found
}

/** See docs/design/decisions/007-exact-copies.md: the same words from beginning to end, told by one passage. */
function isExactCopy({ reports }: CaseIndex, link: Lineage): boolean {
  if (link.kind !== "copies" || link.strength !== 1 || link.passages.length !== 1 || link.to === null) return false
  const [copy, original] = [reports.get(link.from)!.text, reports.get(link.to)!.text]
  return copy === original || plainWords(copy) === plainWords(original)
}

const plainWords = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ")

/** Only the two reports of a link are named in its `why`. A name with a day that two reports have stays as it is. */
function whyWith(index: CaseIndex): (link: Lineage) => string {
  const wordsOf = (id: string): string[] => {
    const { publisher, file, published } = index.reports.get(id)!
    return [publisher, file].flatMap(name =>
      name === undefined ? [] : [`${name} (${published?.edtf.slice(0, 10) ?? "no date"})`],
    )
  }
  const having = Map.groupBy(
    index.caseFile.reports.flatMap(({ id }) => [...new Set(wordsOf(id))]),
    words => words,
  )
  return link => {
    const ends = link.to === null ? [link.from] : [link.from, link.to]
    const said = ends.reduce(
      (why, id) =>
        wordsOf(id)
          .filter(words => having.get(words)!.length === 1)
          .reduce((text, words) => text.replaceAll(words, `r${index.numbers.get(id)}`), why),
      link.why,
    )
    return datesInWords(said)
  }
}
